//! Routes: every address with who may use it.

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Method, Response, StatusCode};
use axum::middleware::{self, Next};
use axum::routing::{MethodRouter, get, post};
use ayni_domain::permission::{Action, may};
use ayni_domain::{Kind, Locale};
use tower_http::limit::RequestBodyLimitLayer;

use crate::error::PageError;
use crate::page::{
    about, account, adoption, answers, contribute, country, desk, drafts, due, error, history, home, index, mandates, map, objection, people, record,
    renew, report,
};
use crate::page::{review, search, see_other, sign_in, subject, unsubscribe, withdrawal};
use crate::serve::{Volatile, observe};
use crate::site::Site;
use crate::who::{Who, identify};
use crate::{api, assets, feed, link};

/// Largest request body, in bytes.
const LARGEST_BODY: usize = 64 * 1024;
/// Largest form of a draft, in bytes: a page of Arabic takes three times its letters, of Chinese nine times.
const LARGEST_DRAFT: usize = 1024 * 1024;

/// A route: its pattern, what using it means, and what answers.
pub(crate) struct Route {
    pub pattern: String,
    pub action: Action,
    method: MethodRouter<Site>,
    /// Largest request body, in bytes.
    largest: usize,
}

fn route(pattern: impl Into<String>, action: Action, method: MethodRouter<Site>) -> Route {
    Route { pattern: pattern.into(), action, method, largest: LARGEST_BODY }
}

impl Route {
    /// The route with another limit of its request bodies, in bytes.
    fn up_to(self, largest: usize) -> Self {
        Self { largest, ..self }
    }
}

/// Every page, feed and file; the API describes its own routes, all of which are for reading.
pub(crate) fn all() -> Vec<Route> {
    use Action::{Administer, DecideMandates, Observe, Oversee, Read, Review, TakePart};
    let mut routes = vec![
        route("/{lang}", Read, get(home::get)),
        route("/{lang}/", Read, get(home::get)),
        route("/{lang}/answers", Read, get(answers::get)),
        route("/{lang}/search", Read, get(search::search)),
        route("/{lang}/countries", Read, get(index::countries)),
        route("/{lang}/countries/{country}", Read, get(country::get)),
        route("/{lang}/countries/{country}/map.svg", Read, get(country::map)),
        route("/{lang}/countries/{country}/groupings.svg", Read, get(country::groupings_svg)),
        route("/{lang}/themes", Read, get(index::themes)),
        route("/{lang}/themes/{theme}", Read, get(subject::theme)),
        route("/{lang}/sdgs", Read, get(index::sdgs)),
        route("/{lang}/sdgs/{goal}", Read, get(subject::sdg)),
        route("/{lang}/map", Read, get(map::get)),
        route("/{lang}/map.svg", Read, get(map::image)),
        route("/{lang}/about", Read, get(about::about)),
        route("/{lang}/accessibility", Read, get(about::accessibility)),
        route("/{lang}/privacy", Read, get(about::privacy)),
        route("/{lang}/groupings/{slug}/map.svg", Read, get(record::grouping_map)),
        route("/{lang}/sign-in", Read, get(sign_in::get).post(sign_in::ask)),
        route("/{lang}/sign-in/{secret}", Read, get(sign_in::look).post(sign_in::enter)),
        route("/{lang}/sign-out", TakePart, post(sign_in::leave)),
        route("/{lang}/desk", TakePart, get(desk::get)),
        route("/{lang}/account", TakePart, get(account::get).post(account::save)),
        route("/{lang}/account/sessions", TakePart, get(account::sessions::get)),
        route("/{lang}/account/sessions/end", TakePart, post(account::sessions::end)),
        route("/feeds/{lang}/{name}", Read, get(feed::atom)),
        route("/sitemap.xml", Read, get(feed::sitemap_index)),
        route("/sitemap/{part}", Read, get(feed::sitemap_part)),
        route("/robots.txt", Read, get(feed::robots)),
        route("/files/{hash}", Read, get(feed::file)),
        route("/assets/{hash}/{name}", Read, get(assets::get)),
        route("/healthz", Read, get(healthy)),
        route("/readyz", Read, get(ready)),
        route("/metrics", Observe, get(error::unknown)), // answered on the operator's own address
    ];
    for &kind in Kind::ALL {
        let path = kind.path();
        routes.push(route(format!("/{{lang}}/{path}"), Read, get(move |reader, pairs| search::list(kind, reader, pairs))));
        routes.push(route(format!("/{{lang}}/{path}/{{slug}}"), Read, get(move |reader, path, pairs| record::get(kind, reader, path, pairs))));
        routes.push(route(format!("/{{lang}}/{path}/{{slug}}/lineage.svg"), Read, get(move |reader, path| record::lineage_svg(kind, reader, path))));
    }
    // Contributing: what somebody writes before it is reviewed.
    routes.extend([
        route("/{lang}/contribute", TakePart, get(contribute::get).post(contribute::begin)),
        route("/{lang}/drafts", TakePart, get(drafts::list)),
        route("/{lang}/drafts/{id}", TakePart, get(drafts::edit::get).post(drafts::post)).up_to(LARGEST_DRAFT),
    ]);
    // Review and history.
    routes.push(route("/{lang}/review", Review, get(review::get)));
    routes.push(route("/{lang}/review/{id}", Review, get(review::draft::get).post(review::decide::decide)));
    routes.push(route("/{lang}/review/{id}/comments", Review, post(review::decide::comment)));
    routes.push(route("/{lang}/review/{id}/settled", Review, post(review::decide::settle)));
    for &kind in Kind::ALL {
        let own = format!("/{{lang}}/{}/{{slug}}/history", kind.path());
        routes.push(route(format!("{own}/restore"), Oversee, post(move |reader, path, fields| history::restore(kind, reader, path, fields))));
        routes.push(route(own, Read, get(move |reader, path, pairs| history::get(kind, reader, path, pairs))));
    }
    // Freshness, objections, withdrawal, reports
    routes.extend([
        route("/{lang}/renew/{secret}", Read, get(renew::look).post(renew::take)),
        route("/unsubscribe/{secret}", Read, get(unsubscribe::look).post(unsubscribe::end)),
        route("/{lang}/adoption", Read, get(adoption::get)),
        route("/{lang}/due", TakePart, get(due::get).post(due::confirm)),
        route("/{lang}/report", Read, get(report::get).post(report::send)),
        route("/{lang}/reports", Oversee, get(report::list).post(report::close)),
        route("/{lang}/objections", Oversee, get(objection::list).post(objection::answer)),
    ]);
    // Mandates and roles
    routes.extend([
        route("/{lang}/account/mandates", TakePart, get(mandates::own).post(mandates::ask)),
        route("/{lang}/account/mandates/end", TakePart, post(mandates::end)),
        route("/{lang}/mandates", DecideMandates, get(mandates::list).post(mandates::decide)),
        route("/{lang}/people", Administer, get(people::get).post(people::save)),
    ]);
    for &kind in Kind::ALL {
        let own = format!("/{{lang}}/{}/{{slug}}", kind.path());
        let withdraw = get(move |reader, path| withdrawal::get(kind, reader, path));
        let withdraw = withdraw.post(move |reader, path, fields| withdrawal::post(kind, reader, path, fields));
        routes.push(route(format!("{own}/withdrawal"), TakePart, withdraw));
        let object = get(move |reader, path| objection::get(kind, reader, path));
        let object = object.post(move |reader, path, fields| objection::post(kind, reader, path, fields));
        routes.push(route(format!("{own}/objection"), TakePart, object));
    }
    routes
}

/// The router of everything that a visitor may use.
pub(crate) fn router(site: Site) -> Router {
    let mut router = api::router().layer(RequestBodyLimitLayer::new(LARGEST_BODY));
    for Route { pattern, action, method, largest } in all() {
        let guarded: MethodRouter<Site> = method.fallback(error::wrong_method).layer(middleware::from_fn_with_state((site.clone(), action), guard));
        router = router.route(&pattern, guarded.layer(RequestBodyLimitLayer::new(largest)));
    }
    let pages = router.fallback(error::unknown).layer(middleware::from_fn_with_state(site.clone(), identify));
    pages.layer(middleware::from_fn_with_state(site.clone(), observe)).with_state(site)
}

/// Lets through whom the action is allowed to. A visitor who would have to be somebody is asked to sign in and led back; to others it is
/// as if there were nothing.
async fn guard(State((site, action)): State<(Site, Action)>, request: Request, next: Next) -> Response<Body> {
    let who = request.extensions().get::<Who>().cloned().unwrap_or_default();
    if may(who.actor(), action) {
        return next.run(request).await;
    }
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    let (first, rest) = path.trim_start_matches('/').split_once('/').unwrap_or((path.trim_start_matches('/'), ""));
    let locale = Locale::parse(first).unwrap_or(Locale::En);
    let is_for_people = !matches!(action, Action::Manage | Action::Observe);
    if is_for_people && who.member().is_none() {
        let next = if *request.method() == Method::GET { link::query([("next", path)]) } else { String::new() };
        return see_other(&format!("/{locale}/sign-in{next}"));
    }
    PageError::NotFound.into_page(&site, locale, &format!("/{rest}"))
}

/// `GET /healthz`: the program runs.
async fn healthy() -> &'static str {
    "ok"
}

/// `GET /readyz`: the store answers and the index is there.
async fn ready(State(site): State<Site>) -> axum::response::Response {
    use axum::response::IntoResponse;
    let mut answer = match site.store.ping().await {
        Ok(()) => (StatusCode::OK, "ready").into_response(),
        Err(error) => {
            tracing::error!(%error, "the store does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the store does not answer").into_response()
        }
    };
    answer.extensions_mut().insert(Volatile);
    answer
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use axum::body::Body;
    use axum::http::{Method, Request};
    use ayni_domain::mandate::{self, Mandate, MandateState};
    use ayni_domain::permission::{Actor, Standing, every_actor, every_standing};
    use ayni_domain::proof::Proof;
    use ayni_domain::record::read_line;
    use ayni_domain::{Body as RecordBody, Handle, Person, PersonId, RecordKey, Slug};
    use ayni_search::Index;
    use ayni_store::Secret;
    use ayni_store::testing::{TestStore, signature};
    use serde_json::json;
    use tempfile::TempDir;
    use tower::ServiceExt;

    use super::*;
    use crate::site::Settings;

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

        let (test, folder) = (TestStore::sqlite().await, tempfile::tempdir().expect("a folder"));
        let tx = test.store.begin().await.expect("a transaction");
        tx.save_all(&records, &signature()).await.expect("saved");
        tx.commit().await.expect("committed");
        let file = test.store.attach(&source, "guide.pdf", "%PDF-1.7".into(), None, &signature()).await.expect("attached");
        let draft = hand_in(&test.store, &records.iter().find(|(key, _)| key.kind == Kind::Organization).expect("an organization").1).await;
        let index = Arc::new(Index::open(&folder.path().join("index"), None).expect("an index"));
        let from = ayni_mail::Mailbox::parse("ayni@example.org").expect("a sender");
        let settings = Settings {
            name: "Ayni".into(),
            base_url: "https://ayni.example".into(),
            contact: None,
            mail: crate::Outgoing { transport: ayni_mail::Transport::Memory(ayni_mail::Memory::default()), from },
            clock: crate::Clock::default(),
            behind_proxy: false,
        };
        let site = Site::new(test.store.clone(), index, settings).await.expect("the site starts");
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
            ("{id}", "review" | "drafts") => world.draft.to_string(),
            ("{secret}", _) => "0".repeat(64),
            ("{slug}", "{kind}") => slug("practices"),
            ("{slug}", path) => slug(path),
            ("{name}", "{lang}") => "all.atom".to_owned(),
            ("{hash}", "files") => world.file.clone(),
            ("{hash}", "assets") => assets::path("ayni.css").split('/').nth(2).expect("a hash").to_owned(),
            ("{name}", "{hash}") => "ayni.css".to_owned(),
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
        let refused = |(status, leads_to): &(StatusCode, String)| {
            *status == StatusCode::NOT_FOUND || *status == StatusCode::FOUND || leads_to.contains("/sign-in")
        };
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
                let is_for_few = ["/withdrawal", "/objection", "/drafts/{id}"].iter().any(|end| pattern.ends_with(end));
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
}
