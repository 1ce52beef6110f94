//! Every route as every actor.

use std::path::Path;

use axum::body::Body;
use axum::http::{Method, Request};
use ayni_domain::mandate::{self, Mandate, MandateState};
use ayni_domain::permission::{Actor, Standing, every_actor, every_standing};
use ayni_domain::profile::Profile;
use ayni_domain::proof::Proof;
use ayni_domain::record::read_line;
use ayni_domain::{Body as RecordBody, Handle, Person, PersonId, RecordKey, Slug};
use ayni_store::Secret;
use ayni_store::testing::{TestStore, signature};
use serde_json::json;
use tempfile::TempDir;
use tower::ServiceExt;

use super::*;
use crate::site::Settings;
use crate::testing::{settings, site_on};

mod attacks;

/// A practice that was adapted from another.
const ADAPTED: &str = "adapted";

struct World {
    public: Router,
    operator: Router,
    /// Slug of a record of each kind.
    slugs: Vec<(Kind, String)>,
    /// Hash of a file.
    file: String,
    /// A draft that waits for review.
    draft: uuid::Uuid,
    store: ayni_store::Store,
    _folders: (TempDir, TestStore),
}

/// A record of each kind, a file, and a practice with a lineage.
async fn world() -> World {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    let first = |kind: &Kind| {
        let text = std::fs::read_to_string(corpus.join(format!("{}.jsonl", kind.plural()))).expect("a corpus file");
        read_line(text.lines().next().expect("a line")).expect("a record")
    };
    let mut records: Vec<(RecordKey, RecordBody)> = Kind::ALL.iter().map(first).collect();
    let (source, body) = records.iter().find(|(key, _)| key.kind == Kind::Practice).cloned().expect("a practice");
    let mut line = body.to_json(&source);
    line.insert("slug".into(), ADAPTED.into());
    line.insert("adapted_from".into(), json!([source.to_string()]));
    records.push(read_line(&serde_json::Value::Object(line).to_string()).expect("a record"));

    let test = TestStore::sqlite().await;
    let tx = test.store.begin().await.expect("a transaction");
    tx.save_all(&records, &signature()).await.expect("saved");
    tx.commit().await.expect("committed");
    let file = test.store.attach(&source, "guide.pdf", "%PDF-1.7".into(), None, &signature()).await.expect("attached");
    let draft = hand_in(&test.store, &records.iter().find(|(key, _)| key.kind == Kind::Organization).expect("an organization").1).await;
    let provider = crate::OpenId { name: "Nobody".into(), issuer: "http://127.0.0.1:1".into(), client: "ayni".into(), secret: None };
    let (site, folder) = site_on(&test, Settings { openid: Some(provider), ..settings() }).await;
    let slugs = records.iter().map(|(key, _)| (key.kind, key.slug.to_string())).collect();
    World {
        public: crate::serve::router(site.clone()),
        operator: crate::serve::observer(site),
        slugs,
        file: file.hash.as_str().to_owned(),
        draft,
        store: test.store.clone(),
        _folders: (folder, test),
    }
}

/// A draft that somebody handed in.
async fn hand_in(store: &ayni_store::Store, body: &RecordBody) -> uuid::Uuid {
    use ayni_domain::draft::{By, Step};
    use ayni_store::draft::{Beginning, NewDraft, Taking};
    let now = jiff::Timestamp::now();
    let author = Person::new(PersonId(uuid::Uuid::now_v7()), Handle::parse("writer").expect("a handle"), None, Locale::En, now);
    let open = json!({"name": {"value": "Wu Writer", "visibility": "all"}});
    let author = Person { profile: Profile::read(open.as_object().expect("an object")).expect("a profile"), ..author };
    let beginning = Beginning::New { kind: body.kind(), body: ayni_domain::snapshot::from_record(body) };
    let tx = store.begin().await.expect("a transaction");
    tx.add_person(&author).await.expect("a person");
    let new = NewDraft { beginning, author: author.id, organization: None, language: Locale::En.tag() };
    let draft = tx.add_draft(new, now).await.expect("a draft");
    tx.take_step(draft.id, &Taking::new(Step::Submitted, By::Writer(author.id), None), now).await.expect("handed in");
    tx.commit().await.expect("committed");
    draft.id
}

/// An address that the pattern fits and that leads somewhere.
fn sample(world: &World, pattern: &str) -> String {
    let parts: Vec<&str> = pattern.split('/').collect();
    let slug = |path: &str| {
        let kind = Kind::from_path(path).or_else(|| Kind::from_plural(path));
        let slugs = world.slugs.iter().filter(|(own, _)| Some(*own) == kind);
        slugs.map(|(_, slug)| slug.clone()).next_back().unwrap_or_else(|| panic!("{pattern}: a slug of what?"))
    };
    let value = |at: usize| match (parts[at], parts[at.saturating_sub(1)]) {
        ("{lang}", _) => "en".to_owned(),
        ("{country}", _) => "BR".to_owned(),
        ("{theme}", _) => "skills".to_owned(),
        ("{goal}", _) => "8".to_owned(),
        ("{part}", _) => "1.xml".to_owned(),
        ("{kind}", _) => "practices".to_owned(),
        ("{id}", "review" | "drafts" | "mandates") => world.draft.to_string(),
        ("{id}", "notices") => uuid::Uuid::nil().to_string(),
        ("{handle}", _) => "writer".to_owned(),
        ("{id}", "mails") => uuid::Uuid::nil().to_string(),
        ("{secret}", _) => "0".repeat(64),
        ("{slug}", "{kind}") => slug("practices"),
        ("{slug}", path) => slug(path),
        ("{name}", "{lang}") => "all.atom".to_owned(),
        ("{hash}", "files") => world.file.clone(),
        ("{hash}", "assets") => assets::path("ayni.css").split('/').nth(2).expect("a hash").to_owned(),
        ("{name}", "{hash}") => "ayni.css".to_owned(),
        ("{name}", "{kind}") => "template.csv".to_owned(),
        ("{id}", "sheets") => uuid::Uuid::from_u128(1).to_string(), // nobody's
        (part, _) if part.contains('{') => panic!("{pattern}: what stands for {part}?"),
        (part, _) => part.to_owned(),
    };
    let path = (0..parts.len()).map(value).collect::<Vec<_>>().join("/");
    match parts.last() {
        Some(&"answers") => format!("{path}?q=skills"),
        Some(&"report") => format!("{path}?about=practice/{ADAPTED}"),
        _ => path,
    }
}

/// Signs these people in, and returns their cookies.
async fn sign_in(store: &ayni_store::Store, people: &[(&'static str, Standing)]) -> Vec<(PersonId, String)> {
    let now = jiff::Timestamp::now();
    let mut cookies = Vec::new();
    let decider = PersonId(uuid::Uuid::from_u128(99));
    let tx = store.begin().await.expect("a transaction");
    tx.add_person(&Person::new(decider, Handle::parse("decider").expect("a handle"), None, Locale::En, now)).await.expect("a person");
    tx.commit().await.expect("committed");
    for (name, standing) in people {
        let secret = Secret::random().expect("random bytes");
        let handle = Handle::parse(name).expect("a handle");
        let person = Person { roles: standing.roles, ..Person::new(standing.person, handle, None, Locale::En, now) };
        let tx = store.begin().await.expect("a transaction");
        tx.add_person(&person).await.expect("a person");
        for (organization, capacity) in &standing.mandates {
            let request = mandate::Request {
                id: uuid::Uuid::now_v7(),
                person: person.id,
                organization: organization.clone(),
                capacity: *capacity,
                evidence: mandate::Evidence { text: "A letter.".into(), file: None, mail_domain_fits: false },
            };
            let asked = Mandate::ask(request, now).expect("asked");
            tx.add_mandate(&asked).await.expect("a mandate");
            let active = asked.accept(decider, "", now).expect("accepted");
            tx.save_mandate(&active, MandateState::Requested).await.expect("saved");
        }
        tx.commit().await.expect("committed");
        store.begin_session(&secret.hash(), person.id, Proof::Link, "", now).await.expect("a session");
        cookies.push((person.id, format!("__Host-ayni={secret}")));
    }
    cookies
}

/// Whether an actor gets to what is behind an address: not when there seems to be nothing, nor when they are asked to sign in.
async fn gets_in(world: &World, cookies: &[(PersonId, String)], actor: Actor<'_>, method: Method, path: &str) -> bool {
    let cookie = actor.standing().and_then(|own| cookies.iter().find(|(person, _)| *person == own.person)).map(|(_, cookie)| cookie.as_str());
    let ask = async |router: &Router| {
        let body = if method == Method::POST { Body::from(r#"{"text": "skills"}"#) } else { Body::empty() };
        let request = Request::builder().method(method.clone()).uri(path).header("cookie", cookie.unwrap_or_default());
        let answer = router.clone().oneshot(request.body(body).expect("a request")).await.expect("an answer");
        let leads_to = answer.headers().get("location").map_or("", |target| target.to_str().unwrap_or_default()).to_owned();
        (answer.status(), leads_to)
    };
    let refused =
        |(status, leads_to): &(StatusCode, String)| *status == StatusCode::NOT_FOUND || *status == StatusCode::FOUND || leads_to.contains("/sign-in");
    match (actor, ask(&world.public).await) {
        (Actor::Operator, answer) if refused(&answer) => !refused(&ask(&world.operator).await),
        (_, answer) => !refused(&answer),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_answers_whom_it_may_answer() {
    let world = world().await;
    let organization = world.slugs.iter().find(|(kind, _)| *kind == Kind::Organization).map(|(_, slug)| slug.clone()).expect("an organization");
    let people = every_standing(&Slug::parse(&organization).expect("a slug"));
    let cookies = sign_in(&world.store, &people).await;
    let api = api::described().into_openapi();
    let described = api.paths.paths.iter().flat_map(|(pattern, item)| {
        let methods = [(Method::GET, &item.get), (Method::POST, &item.post), (Method::PUT, &item.put), (Method::DELETE, &item.delete)];
        let methods = methods.into_iter().filter(|(_, operation)| operation.is_some()).map(|(method, _)| method);
        methods.map(|method| (method, pattern.clone(), Action::Read)).collect::<Vec<_>>()
    });
    let routes = all().into_iter().map(|route| (Method::GET, route.pattern, route.action)).chain(described);
    let routes: Vec<_> = routes.chain([(Method::GET, "/api/v1/openapi.json".to_owned(), Action::Read)]).collect();
    assert!(routes.len() > 50);
    for (method, pattern, action) in routes {
        let path = sample(&world, &pattern);
        for (who, actor) in every_actor(&people) {
            // At the command line nobody is signed in: what is for people is not for the operator.
            let is_page_of_people = actor == Actor::Operator && action == Action::Administer;
            let has_picture = !pattern.ends_with("lineage.svg") || pattern.contains(Kind::Practice.path());
            // Who may at all is asked of the record next: a page about it may be for few of them.
            let ends = [
                "/withdrawal",
                "/objection",
                "/drafts/{id}",
                "/mails/{id}",
                "/sheets/{id}",
                "/sheets/{id}/refused",
                "/drafts/{id}/files/{hash}",
                "/letter",
                "{slug}/adoption",
                "{slug}/people",
            ];
            let is_for_few = ends.iter().any(|end| pattern.ends_with(end)) || pattern.contains("/translate/");
            if is_for_few && may(actor, action) {
                continue;
            }
            let expected = may(actor, action) && has_picture && !is_page_of_people;
            assert_eq!(gets_in(&world, &cookies, actor, method.clone(), &path).await, expected, "{who}: {method} {path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn metrics_are_for_the_operator_alone() {
    let world = world().await;
    for path in ["/metrics", "/metrics/", "//metrics", "/en/metrics", "/%6Detrics", "/en/../metrics"] {
        assert!(!gets_in(&world, &[], Actor::Visitor, Method::GET, path).await, "{path}");
    }
    assert!(gets_in(&world, &[], Actor::Operator, Method::GET, "/metrics").await);
}
