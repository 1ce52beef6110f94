//! Contributing through the router: what somebody writes is kept, comes back as it was, and is seen by nobody else.

use axum::body::Body as RequestBody;
use axum::http::Method;
use ayni_domain::draft::{By, DraftState, Step};
use ayni_domain::mandate::Capacity;
use ayni_domain::path::Path;
use ayni_domain::proof::Proof;
use ayni_domain::role::{Role, Roles};
use ayni_domain::{Kind, Locale, Person, Slug};
use ayni_store::draft::{Draft, Taking};
use ayni_store::testing::{add_person, ask, on_both, organization, signature};
use ayni_store::{Secret, Store};
use ayni_web::message::message;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::html::Html;
use crate::pages::check;
use crate::world::{Answer, BASE, TestSite, few, key, request};

/// Somebody at their browser.
pub struct Browser<'a> {
    pub site: &'a TestSite,
    pub person: Person,
    cookie: String,
}

impl<'a> Browser<'a> {
    pub async fn of(site: &'a TestSite, handle: &str) -> Self {
        let person = add_person(&site.store, handle).await;
        let secret = Secret::random().expect("a secret");
        site.store.begin_session(&secret.hash(), person.id, Proof::Link, "", site.clock.now()).await.expect("a session");
        Self { site, person, cookie: format!("__Host-ayni={secret}") }
    }

    /// Lets them speak for an organization.
    pub async fn speaks_for(self, slug: &str) -> Self {
        let now = self.site.clock.now();
        let decider = add_person(&self.site.store, &format!("{}-2", self.person.handle)).await;
        let mandate = ask(self.person.id, slug, Capacity::Contributor, now);
        let tx = self.site.store.begin().await.expect("begin");
        tx.add_mandate(&mandate).await.expect("asked");
        let was = mandate.state;
        tx.save_mandate(&mandate.accept(decider.id, "", now).expect("accepted"), was).await.expect("saved");
        tx.commit().await.expect("commit");
        self
    }

    pub async fn is(self, role: Role) -> Self {
        let tx = self.site.store.begin().await.expect("begin");
        tx.set_roles(self.person.id, Roles::NONE.with(role)).await.expect("a role");
        tx.commit().await.expect("commit");
        self
    }

    pub async fn ask(&self, method: Method, path: &str, headers: &[(&str, &str)], body: impl Into<RequestBody>) -> Answer {
        let own = [("cookie", self.cookie.as_str()), ("sec-fetch-site", "same-origin")];
        let headers: Vec<_> = own.iter().chain(headers).copied().collect();
        self.site.ask(request(method, path, &headers, body)).await
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, &[], "").await
    }

    pub async fn post(&self, path: &str, pairs: &[(&str, &str)]) -> Answer {
        self.ask(Method::POST, path, &[("content-type", "application/x-www-form-urlencoded")], form(pairs)).await
    }

    /// What the page sends of itself.
    async fn autosave(&self, path: &str, pairs: &[(&str, &str)]) -> Answer {
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("accept", "application/json")];
        self.ask(Method::POST, path, &headers, form(pairs)).await
    }

    /// Begins a record and returns the path of its draft without the language.
    pub async fn begin(&self, locale: &str, pairs: &[(&str, &str)]) -> String {
        let answer = self.post(&format!("/{locale}/contribute"), pairs).await.expect(303);
        let path = answer.location().strip_prefix(&format!("/{locale}")).expect("a path in the language").to_owned();
        assert!(path.starts_with("/drafts/"), "{path}");
        path
    }

    pub async fn draft(&self, path: &str) -> Draft {
        let id = Uuid::parse_str(path.rsplit('/').next().expect("an identifier")).expect("an identifier");
        self.site.store.find_draft(id).await.expect("find").expect("a draft")
    }
}

fn form(pairs: &[(&str, &str)]) -> String {
    let encoded = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    pairs.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect::<Vec<_>>().join("&")
}

async fn site(store: Store) -> TestSite {
    let mut records = few();
    records.push(organization("union", "Union"));
    TestSite::new(store, &records).await
}

/// The input with a name; of several the first.
fn value(html: &Html, name: &str) -> String {
    let tag = html.tags.iter().find(|tag| tag.get("name") == name).unwrap_or_else(|| panic!("no {name}"));
    if tag.name == "textarea" { tag.text.trim().to_owned() } else { tag.get("value").to_owned() }
}

/// A practice that has all it needs, as it is typed.
const FULL: [(&str, &str); 16] = [
    ("version", "1"),
    ("part", "full"),
    ("title", "Vivero de oficios"),
    ("challenge", "Pocos jóvenes aprenden un oficio."),
    ("approach", "Aprenden unos de otros."),
    ("results", "Más oficios."),
    ("summary", "Los jóvenes aprenden oficios."),
    ("countries", "Brasil"),
    ("countries", "Mozambique"),
    ("partners.0.name", "SENAI"),
    ("partners.0.country", "Brasil"),
    ("partners.0.constituency", "employers"),
    ("partners.0.role", "provider"),
    ("modality", "south_south"),
    ("sources.0.url", "https://example.org/vivero"),
    ("sources.0.title", "Informe"),
];

fn with<'a>(pairs: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let is_other = |(name, _): &&(&str, &str)| !more.iter().any(|(own, _)| own == name);
    pairs.iter().filter(is_other).chain(more).copied().collect()
}

on_both!(a_practice_begins_as_a_snapshot_in_the_language_of_who_writes_it, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await;
    let begin = amina.get("/es/contribute").await.expect(200);
    assert!(begin.text().contains("value=\"practice\"") && !begin.text().contains("name=\"for\""), "who speaks for nobody is not asked for whom");
    amina.post("/es/contribute", &[("kind", "blog"), ("language", "es")]).await.expect(422);

    let path = amina.begin("es", &[("kind", "practice"), ("language", "es")]).await;
    let page = format!("/es{path}");
    let html = Html::read(amina.get(&page).await.expect(200).text());
    let names: Vec<&str> = html.tags.iter().map(|tag| tag.get("name")).filter(|name| !name.is_empty()).collect();
    assert!(names.contains(&"challenge") && names.contains(&"partners.0.name") && !names.contains(&"sources.0.url"), "the snapshot is short");

    let typed = [
        ("version", "1"),
        ("part", "snapshot"),
        ("title", "Vivero"),
        ("challenge", "Uno.\r\nDos."),
        ("countries", "Atlántida"),
        ("countries", "Brasil"),
    ];
    let saved = amina.post(&page, &typed).await.expect(303);
    assert_eq!(saved.location(), format!("{page}?part=snapshot&saved=1"));
    let html = Html::read(amina.get(saved.location()).await.expect(200).text());
    assert_eq!((value(&html, "version").as_str(), value(&html, "title").as_str()), ("2", "Vivero"));
    assert_eq!((value(&html, "challenge").as_str(), value(&html, "countries").as_str()), ("Uno.\nDos.", "Atlántida"));
    assert!(html.words().contains(&message(Locale::Es, "problem-country", &[])), "what is wrong is kept and marked");
    let title = html.tags.iter().find(|tag| tag.get("name") == "title").expect("a title");
    assert_eq!((title.get("lang"), title.get("dir")), ("es", "ltr"));
    let draft = amina.draft(&path).await;
    let expected = json!({"original": "es", "title": {"es": "Vivero"}, "challenge": {"es": "Uno.\nDos."}, "countries": ["Atlántida", "BR"]});
    assert_eq!(Value::Object(draft.body), expected);

    // In another language of the page the text stays in its own, and says so.
    let html = Html::read(amina.get(&format!("/ar{path}")).await.expect(200).text());
    let title = html.tags.iter().find(|tag| tag.get("name") == "title").expect("a title");
    assert_eq!((title.get("lang"), title.get("dir"), title.get("value")), ("es", "ltr", "Vivero"));
});

on_both!(a_record_is_handed_in_when_it_has_all_it_needs, |store| {
    let site = site(store).await;
    let (amina, reviewer) = (Browser::of(&site, "amina").await, Browser::of(&site, "rita").await.is(Role::Reviewer).await);
    let path = amina.begin("es", &[("kind", "practice"), ("language", "es")]).await;
    let page = format!("/es{path}");

    let early = amina.post(&page, &[("version", "1"), ("part", "snapshot"), ("title", "Vivero"), ("do", "submit")]).await.expect(422);
    let html = Html::read(early.text());
    assert_eq!(value(&html, "title"), "Vivero", "nothing typed is lost");
    let targets: Vec<&str> = html.all("a").map(|a| a.get("href")).filter(|href| href.starts_with("#f-")).collect();
    for wanted in ["#f-challenge", "#f-countries", "#f-summary", "#f-modality", "#f-sources"] {
        assert!(targets.contains(&wanted), "{wanted} is linked: {targets:?}");
        assert!(html.tags.iter().any(|tag| tag.get("id") == &wanted[1..]), "{wanted} leads somewhere");
    }

    let submitted = amina.post(&page, &with(&FULL, &[("version", "2"), ("do", "submit")])).await.expect(303);
    let draft = amina.draft(&path).await;
    assert_eq!((draft.state, draft.slug.as_ref().map(Slug::as_str)), (DraftState::InReview, Some("vivero-de-oficios")));
    let read = amina.get(submitted.location()).await.expect(200);
    check(&read, Locale::Es, &path);
    assert!(read.text().contains("SENAI") && !read.text().contains("name=\"title\""), "it is read and not written");
    let inbox = site.store.notices(reviewer.person.id.0, None, 10).await.expect("an inbox");
    assert_eq!(inbox.entries.iter().map(|entry| entry.notice.message()).collect::<Vec<_>>(), ["notice-draft-submitted"]);

    // What comes too late stays before the eyes of who typed it.
    let late = amina.post(&page, &[("version", "3"), ("part", "full"), ("results", "Muchos más.")]).await.expect(409);
    assert_eq!(value(&Html::read(late.text()), "results"), "Muchos más.");
    let told = amina.autosave(&page, &[("version", "3"), ("results", "Muchos más.")]).await.expect(409);
    assert_eq!(told.json(), json!({"problem": "closed"}));

    amina.post(&page, &[("do", "take-back")]).await.expect(303);
    assert_eq!(amina.draft(&path).await.state, DraftState::Draft);
    amina.post(&page, &with(&FULL, &[("version", "3"), ("do", "abandon")])).await.expect(303);
    assert_eq!(amina.draft(&path).await.state, DraftState::Abandoned);
    amina.post(&page, &[("do", "resume")]).await.expect(303);
    assert_eq!(amina.draft(&path).await.state, DraftState::Draft);
});

on_both!(two_people_who_write_at_once_see_both_texts, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await.speaks_for("union").await;
    let bruno = Browser::of(&site, "bruno").await.speaks_for("union").await;
    let path = amina.begin("en", &[("kind", "practice"), ("language", "es"), ("for", "union")]).await;
    let page = format!("/en{path}");
    amina.post(&page, &with(&FULL, &[])).await.expect(303);

    // Different places go together.
    bruno.post(&page, &with(&FULL, &[("version", "2"), ("results", "Bruno: muchos.")])).await.expect(303);
    let merged = amina.post(&page, &with(&FULL, &[("version", "2"), ("approach", "Amina: juntos.")])).await.expect(303);
    assert!(merged.location().ends_with("part=full&merged=1"), "{}", merged.location());
    let draft = amina.draft(&path).await;
    assert_eq!((&draft.body["results"], &draft.body["approach"]), (&json!({"es": "Bruno: muchos."}), &json!({"es": "Amina: juntos."})));

    // The same places are shown side by side, and nothing is written before somebody has chosen.
    let mine = with(&FULL, &[("version", "4"), ("results", "Amina: <b>bien</b>."), ("approach", "Amina: juntos."), ("title", "Huerto")]);
    bruno.post(&page, &with(&FULL, &[("version", "4"), ("results", "Bruno: mejor."), ("approach", "Amina: juntos.")])).await.expect(303);
    assert_eq!(amina.autosave(&page, &mine).await.expect(409).json(), json!({"problem": "conflict"}));
    let both = amina.post(&page, &mine).await.expect(409);
    check(&both, Locale::En, &path);
    assert!(both.text().contains("Bruno: mejor.") && both.text().contains("Amina: &#60;b&#62;bien&#60;/b&#62;."), "{}", both.text());
    assert!(both.text().contains("Somebody"), "it says who, as far as they want to be seen");
    assert_eq!(amina.draft(&path).await.body["results"], json!({"es": "Bruno: mejor."}));
    let html = Html::read(both.text());
    assert_eq!(value(&html, "title"), "Huerto", "all that was typed is sent again");
    assert_eq!(value(&html, "settle"), "5");

    amina.post(&page, &with(&mine, &[("settle", "5")])).await.expect(409);
    amina.post(&page, &with(&mine, &[("settle", "4"), ("choice.0", "mine")])).await.expect(409);
    amina.post(&page, &with(&mine, &[("settle", "5"), ("choice.0", "both")])).await.expect(303);
    let draft = amina.draft(&path).await;
    assert_eq!((&draft.body["results"]["es"], &draft.body["title"]["es"]), (&json!("Bruno: mejor.\n\nAmina: <b>bien</b>."), &json!("Huerto")));
    assert_eq!(draft.version, 6);
});

on_both!(a_page_saves_itself, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await;
    let path = amina.begin("en", &[("kind", "course"), ("language", "en")]).await;
    let page = format!("/en{path}");
    assert_eq!(amina.autosave(&page, &[("version", "1"), ("title", "Rights")]).await.expect(200).json(), json!({"version": 2}));
    // Sent again because the answer was lost.
    assert_eq!(amina.autosave(&page, &[("version", "1"), ("title", "Rights")]).await.expect(200).json(), json!({"version": 2}));
    // An old copy that says nothing new, while the draft has gone on.
    assert_eq!(amina.autosave(&page, &[("version", "2"), ("title", "Rights"), ("place", "Lima")]).await.expect(200).json(), json!({"version": 3}));
    assert_eq!(
        amina.autosave(&page, &[("version", "2"), ("title", "Rights"), ("place", "")]).await.expect(200).json(),
        json!({"version": 3, "contained": true})
    );
    assert_eq!(amina.draft(&path).await.body["place"], json!("Lima"), "it is not taken back");
    let script = Html::read(amina.get(&page).await.expect(200).text());
    assert!(script.all("script").any(|script| script.get("src").ends_with("/draft.js")));
});

on_both!(entries_come_and_go_without_a_script, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await;
    let path = amina.begin("en", &[("kind", "practice"), ("language", "en")]).await;
    let page = format!("/en{path}");
    let more = amina.post(&page, &with(&FULL, &[("add", "partners")])).await.expect(303);
    assert_eq!(more.location(), format!("{page}?part=full&more=partners&saved=1#f-partners"));
    let html = Html::read(amina.get(more.location().split('#').next().expect("a path")).await.expect(200).text());
    assert_eq!((value(&html, "partners.0.name").as_str(), value(&html, "partners.1.name").as_str()), ("SENAI", ""));

    let two =
        with(&FULL, &[("version", "2"), ("partners.1.name", "INEFP"), ("partners.1.constituency", "government"), ("partners.1.role", "recipient")]);
    amina.post(&page, &two).await.expect(303);
    amina.post(&page, &with(&two, &[("version", "3"), ("remove", "partners.0")])).await.expect(303);
    let partners = amina.draft(&path).await.body["partners"].clone();
    assert_eq!(partners, json!([{"name": "INEFP", "constituency": "government", "role": "recipient"}]));
    let one = [("version", "4"), ("part", "full"), ("partners.0.name", "INEFP"), ("remove", "partners.0")];
    amina.post(&page, &one).await.expect(303);
    assert_eq!(amina.draft(&path).await.body.get("partners"), None, "the last one goes, too");
    assert_eq!(amina.draft(&path).await.body["title"], json!({"en": "Vivero de oficios"}), "what was not on the page stays");
});

on_both!(a_draft_is_seen_by_nobody_else, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await.speaks_for("union").await;
    let (other, reviewer) = (Browser::of(&site, "olga").await, Browser::of(&site, "rita").await.is(Role::Reviewer).await);
    let path = amina.begin("en", &[("kind", "practice"), ("language", "en")]).await;
    let page = format!("/en{path}");
    for who in [&other, &reviewer] {
        who.get(&page).await.expect(404);
        who.post(&page, &FULL).await.expect(404);
        who.autosave(&page, &FULL).await.expect(404);
        assert!(!who.get("/en/drafts").await.expect(200).text().contains(&path));
    }
    other.post("/en/contribute", &[("kind", "practice"), ("language", "en"), ("for", "union")]).await.expect(422);
    amina.post(&page, &with(&FULL, &[("do", "submit")])).await.expect(303);
    other.get(&page).await.expect(404);
    assert!(!reviewer.get(&page).await.expect(200).text().contains("take-back"), "reviewers read it");
    reviewer.post(&page, &[("do", "take-back")]).await.expect(404);
    assert_eq!(amina.draft(&path).await.state, DraftState::InReview);
    amina.get("/en/drafts/none").await.expect(404);
    amina.get(&format!("/en/drafts/{}", Uuid::now_v7())).await.expect(404);

    let visitor = site.get(&page).await.expect(303);
    assert!(visitor.location().starts_with("/en/sign-in?next="), "{}", visitor.location());
    let forged = [("cookie", amina.cookie.as_str()), ("sec-fetch-site", "cross-site"), ("content-type", "application/x-www-form-urlencoded")];
    site.ask(request(Method::POST, &page, &forged, form(&[("do", "take-back")]))).await.expect(403);
});

on_both!(what_reviewers_say_stands_at_the_field, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await;
    let reviewer = Browser::of(&site, "rita").await.is(Role::Reviewer).await;
    let path = amina.begin("en", &[("kind", "practice"), ("language", "en")]).await;
    let page = format!("/en{path}");
    amina.post(&page, &with(&FULL, &[("do", "submit")])).await.expect(303);
    let by = By::Reviewer(reviewer.person.id);
    let comment = Taking { field: Path::parse("results.en"), ..Taking::new(Step::Commented, by, Some("How many <b>exactly</b>?")) };
    let tx = site.store.begin().await.expect("begin");
    for taking in [comment, Taking::new(Step::ChangesRequested, by, Some("Please count."))] {
        tx.take_step(amina.draft(&path).await.id, &taking, signature().at).await.expect("a step");
    }
    tx.commit().await.expect("commit");

    let shown = amina.get(&format!("{page}?part=full")).await.expect(200);
    let html = check(&shown, Locale::En, &path);
    let said = html.tags.iter().find(|tag| tag.get("id") == "f-results-said").expect("a comment at its field");
    assert_eq!(said.name, "div");
    assert!(html.tags.iter().any(|tag| tag.get("id") == "f-results" && tag.get("aria-describedby").contains("f-results-said")));
    assert!(html.words().contains("How many <b>exactly</b>?") && html.words().contains("Please count."));
    let elsewhere = Html::read(amina.get(&format!("{page}?part=ethical")).await.expect(200).text());
    assert!(elsewhere.all("a").any(|a| a.get("href").ends_with("?part=full#f-results")), "it is pointed out on other parts");

    let duties = amina.get("/en/desk").await.expect(200);
    assert!(duties.text().contains("Vivero de oficios") && duties.text().contains(&path));
    amina.post(&page, &with(&FULL, &[("version", "2"), ("results", "412."), ("done", "2")])).await.expect(303);
    let steps = site.store.steps(amina.draft(&path).await.id).await.expect("steps");
    assert!(steps.iter().any(|step| step.seq == 2 && step.resolved.is_some()), "{steps:?}");
    assert_eq!(amina.draft(&path).await.body["results"], json!({"en": "412."}), "and what was typed is saved");
    amina.post(&page, &with(&FULL, &[("version", "3"), ("results", "412."), ("words", "Counted."), ("do", "say")])).await.expect(303);
    amina.post(&page, &[("version", "3"), ("do", "say")]).await.expect(422);
});

on_both!(a_published_record_is_improved_in_a_copy, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await;
    let record = key("practice/learning-the-trade");
    let public = site.get("/en/practices/learning-the-trade").await.expect(200);
    assert!(public.text().contains("/en/contribute?record=practice%2Flearning-the-trade"), "the page of a record leads there");
    let begin = amina.get("/en/contribute?record=practice%2Flearning-the-trade").await.expect(200);
    check(&begin, Locale::En, "/contribute?record=practice%2Flearning-the-trade");
    amina.get("/en/contribute?record=practice%2Fnone").await.expect(404);

    let path = amina.begin("en", &[("record", "practice/learning-the-trade")]).await;
    let page = format!("/en{path}");
    let html = Html::read(amina.get(&page).await.expect(200).text());
    assert_eq!((value(&html, "title").as_str(), value(&html, "partners.1.name").as_str()), ("Learning the trade", "INEFP"));
    assert!(amina.get("/en/contribute?record=practice%2Flearning-the-trade").await.expect(200).text().contains(&path), "and on to what was begun");
    amina.post(&page, &[("version", "1"), ("part", "full"), ("do", "submit")]).await.expect(422); // nothing is changed

    // The record moves on: what was changed in other places is taken over, what was changed in the same place is shown.
    amina.post(&page, &[("version", "1"), ("part", "full"), ("results", "Mine.")]).await.expect(303);
    let newer = json!({"results": {"en": "Theirs."}, "approach": {"en": "Side by side."}});
    site.save(&[crate::world::practice("learning-the-trade", "Learning the trade", newer)]).await;
    assert!(amina.get(&page).await.expect(200).text().contains("catch-up"));
    let caught_up = amina.post(&page, &[("version", "2"), ("part", "full"), ("results", "Mine."), ("do", "catch-up")]).await.expect(200);
    check(&caught_up, Locale::En, &path);
    assert!(caught_up.text().contains("Theirs."));
    let draft = amina.draft(&path).await;
    assert_eq!((&draft.body["results"], &draft.body["approach"]), (&json!({"en": "Mine."}), &json!({"en": "Side by side."})));
    assert!(!amina.get(&page).await.expect(200).text().contains("catch-up"));
    amina.post(&page, &[("version", "3"), ("part", "full"), ("results", "Mine."), ("do", "submit")]).await.expect(303);
    assert_eq!(site.store.find(&record).await.expect("find").expect("there").envelope.revision, 2, "nothing of it is public yet");
});

on_both!(every_page_of_contributing_is_whole_in_every_language, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await.speaks_for("union").await;
    for (&kind, &locale) in Kind::ALL.iter().zip(Locale::ALL.iter()) {
        let path = amina.begin("en", &[("kind", kind.code()), ("language", locale.code()), ("for", "union")]).await;
        let parts = if kind == Kind::Practice { &["snapshot", "full", "tripartite"][..] } else { &["full"] };
        for part in parts {
            let asked = format!("{path}?part={part}&more=partners");
            for &reader in Locale::ALL {
                check(&amina.get(&format!("/{reader}{asked}")).await.expect(200), reader, &asked);
            }
        }
        for &reader in Locale::ALL {
            check(&amina.post(&format!("/{reader}{path}"), &[("version", "1"), ("part", "full"), ("do", "submit")]).await.expect(422), reader, &path);
        }
    }
    for &reader in Locale::ALL {
        for path in ["/contribute", "/contribute?kind=practice&for=union", "/drafts", "/desk", "/contribute?record=organization%2Funion"] {
            check(&amina.get(&format!("/{reader}{path}")).await.expect(200), reader, path);
        }
    }
});

/// What somebody may try to have run as ours.
const ATTEMPTS: [&str; 5] = [
    "<script>alert(1)</script>",
    "\" onfocus=\"alert(1)\" autofocus=\"",
    "</textarea><script>alert(1)</script>",
    "</title><svg/onload=alert(1)>",
    "javascript:alert(1)",
];

on_both!(what_is_typed_stays_text_in_every_field, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await.speaks_for("union").await;
    let bruno = Browser::of(&site, "bruno").await.speaks_for("union").await;
    for &kind in Kind::ALL {
        let path = amina.begin("en", &[("kind", kind.code()), ("language", "en"), ("for", "union")]).await;
        let page = format!("/en{path}");
        for attempt in ATTEMPTS {
            let html = Html::read(amina.get(&format!("{page}?part=full")).await.expect(200).text());
            let own = ["version", "part", "copy", "add", "remove", "to", "do", "q", ""];
            let names: Vec<String> = html.tags.iter().map(|tag| tag.get("name").to_owned()).filter(|name| !own.contains(&name.as_str())).collect();
            let draft = amina.draft(&path).await;
            let version = draft.version.to_string();
            let typed: Vec<(&str, &str)> = [("version", version.as_str()), ("part", "full"), ("copy", attempt)]
                .into_iter()
                .chain(names.iter().map(|name| (name.as_str(), attempt)))
                .collect();
            // As a page, as a page that cannot be handed in, and as a conflict.
            let refused = amina.post(&page, &with(&typed, &[("do", "submit"), ("to", "")])).await;
            assert!([303, 422].contains(&refused.status.as_u16()), "{kind}: {}", refused.status);
            for answer in [refused, amina.get(&format!("{page}?part=full&more=partners")).await.expect(200)] {
                if answer.status == 422 || answer.status == 200 {
                    Html::read(answer.text()).assert_harmless(&answer.asked);
                }
            }
            let theirs: Vec<(&str, &str)> = typed.iter().map(|&(name, value)| (name, if value == attempt { "<i>x</i>" } else { value })).collect();
            let conflict = bruno.post(&page, &theirs).await;
            assert!([303, 409].contains(&conflict.status.as_u16()), "{kind}: {}", conflict.status);
            if conflict.status == 409 {
                Html::read(conflict.text()).assert_harmless(&conflict.asked);
            }
        }
        for path in ["/en/drafts", "/en/desk"] {
            Html::read(amina.get(path).await.expect(200).text()).assert_harmless(path);
        }
    }
});

on_both!(long_texts_are_kept_and_endless_ones_refused, |store| {
    let site = site(store).await;
    let amina = Browser::of(&site, "amina").await;
    let path = amina.begin("zh", &[("kind", "practice"), ("language", "zh")]).await;
    let page = format!("/zh{path}");
    let long = "南".repeat(30_000);
    amina.post(&page, &[("version", "1"), ("part", "full"), ("approach", &long)]).await.expect(303);
    let html = Html::read(amina.get(&format!("{page}?part=full")).await.expect(200).text());
    assert_eq!(value(&html, "approach"), long, "nothing is cut off");
    assert!(html.words().contains(&message(Locale::Zh, "problem-too-long", &[("most", "20,000")])));
    let endless = "x".repeat(1_100_000);
    amina.post(&page, &[("version", "2"), ("approach", &endless)]).await.expect(413);
    amina.post("/zh/contribute", &[("kind", &"x".repeat(70_000))]).await.expect(413);
    assert!(amina.get("/zh/drafts").await.expect(200).text().contains(&path), "{BASE}");
});
