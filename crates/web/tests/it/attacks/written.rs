//! Hostile texts in every field that a member can fill, followed from the form to all who read them, mails among them.

use ayni_domain::Kind;
use ayni_domain::checklist::points;
use ayni_domain::criterion::Criterion;
use ayni_domain::role::Role;
use ayni_store::testing::{on_both, organization};
use serde_json::json;

use super::{HOSTILE, Somebody, check_mails, check_page};
use crate::world::{TestSite, few, practice};

/// What a practice needs beside texts.
const REST: [(&str, &str); 8] = [
    ("part", "full"),
    ("countries", "Brazil"),
    ("countries", "Mozambique"),
    ("partners.0.country", "Brazil"),
    ("partners.0.constituency", "employers"),
    ("partners.0.role", "provider"),
    ("modality", "south_south"),
    ("sources.0.url", "https://example.org/"),
];
/// Texts of a practice, besides the criteria.
const TEXTS: [&str; 10] = [
    "title",
    "challenge",
    "approach",
    "results",
    "replicability",
    "sustainability",
    "summary",
    "partners.0.name",
    "sources.0.title",
    "sources.0.publisher",
];

/// More characters than a reason may have.
const TOO_LONG: usize = 20_001;

/// The first value of a hidden field on a page.
fn hidden(page: &str, name: &str) -> String {
    let after = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("no {name}"));
    after.split('"').next().expect("a value").to_owned()
}

on_both!(a_hostile_practice_goes_from_its_form_to_its_readers_as_words, |store| {
    let site = TestSite::new(store, &few()).await;
    let reviewer = Somebody::new(&site, "rita", &[Role::Reviewer]).await;
    for (number, text) in HOSTILE.iter().enumerate() {
        let amina = Somebody::new(&site, &format!("amina-{number}"), &[]).await;
        let profile = [
            ("handle", format!("writer-{number}")),
            ("locale", "en".to_owned()),
            ("name", (*text).to_owned()),
            ("name-for", "all".to_owned()),
            ("affiliation", (*text).to_owned()),
            ("affiliation-for", "all".to_owned()),
            ("about", (*text).to_owned()),
            ("about-for", "all".to_owned()),
        ];
        let profile: Vec<(&str, &str)> = profile.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let saved = amina.post("/en/account", &profile).await;
        if saved.status == 422 {
            check_page(&saved);
        }
        amina.look(&["/en/account", "/en/account/sessions"]).await;

        let begun = amina.post("/en/contribute", &[("kind", "practice"), ("language", "en")]).await.expect(303);
        let draft = begun.location().to_owned();
        let criteria: Vec<String> = Criterion::ALL.iter().map(|criterion| format!("criteria.{criterion}")).collect();
        let texts = TEXTS.iter().copied().chain(criteria.iter().map(String::as_str)).chain(["copy"]).map(|name| (name, *text));
        let typed: Vec<(&str, &str)> = REST.iter().copied().chain(texts).collect();
        let with = |more: &[(&'static str, &'static str)]| typed.iter().copied().chain(more.iter().copied()).collect::<Vec<_>>();
        amina.post(&draft, &with(&[("version", "1")])).await.expect(303);
        amina.look(&[&draft, &format!("{draft}?part=full"), &format!("{draft}?part=ethical"), "/en/drafts", "/en/desk"]).await;
        let handed_in = amina.post(&draft, &with(&[("version", "2"), ("do", "submit")])).await;
        if handed_in.status == 422 {
            check_page(&handed_in);
        }
        handed_in.expect(303);
        amina.look(&[&draft]).await;

        let review = draft.replace("/drafts/", "/review/");
        reviewer.look(&["/en/review", "/en/desk", &review]).await;
        for field in ["results", ""] {
            reviewer.post(&format!("{review}/comments"), &[("field", field), ("words", text)]).await.expect(303);
        }
        reviewer.look(&[&review]).await;
        check_page(&reviewer.post(&review, &[("version", "99"), ("do", "ask"), ("words", text)]).await.expect(422));
        reviewer.post(&review, &[("version", "2"), ("do", "ask"), ("words", text)]).await.expect(303);
        amina.look(&[&format!("{draft}?part=full"), "/en/desk"]).await;
        amina.post(&draft, &[("do", "say"), ("words", text)]).await;
        amina.post(&draft, &with(&[("version", "2"), ("do", "submit")])).await.expect(303);

        let points = points(Kind::Practice);
        let notes: Vec<(String, String)> =
            points.iter().flat_map(|point| [(point.to_string(), "yes".to_owned()), (format!("{point}-note"), (*text).to_owned())]).collect();
        let mut decision: Vec<(&str, &str)> = notes.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        decision.push(("version", "2"));
        reviewer.post(&review, &decision).await.expect(303);
        reviewer.look(&[&review]).await;
        decision.extend([("do", "publish"), ("words", *text)]);
        let published = reviewer.post(&review, &decision).await.expect(303);
        let record = published.location().to_owned();
        assert!(record.starts_with("/en/practices/"), "{record}");
        for path in [record.clone(), format!("{record}/history"), "/en/search?q=attack".to_owned(), "/en/".to_owned()] {
            check_page(&site.get(&path).await.expect(200));
        }
        reviewer.look(&[&review, &format!("{record}/history")]).await;
        amina.look(&[&draft, "/en/drafts"]).await;
    }
    site.deliver().await;
    assert!(site.mails.sent().len() >= 3 * HOSTILE.len(), "{} mails", site.mails.sent().len());
    check_mails(&site);
});

on_both!(hostile_reasons_and_evidence_are_read_as_words, |store| {
    let mut records = vec![organization("senai", "SENAI"), organization("cplp", "CPLP")];
    let slug = |number: usize| format!("learning-{number}");
    records.extend((0..HOSTILE.len()).map(|number| practice(&slug(number), "Learning the trade", json!({}))));
    let site = TestSite::new(store, &records).await;
    let editor = Somebody::new(&site, "amina", &[Role::Editor, Role::Administrator]).await;
    let focal = Somebody::new(&site, "bruno", &[]).await.speaks_for("senai", editor.person.id).await;
    for (number, text) in HOSTILE.iter().enumerate() {
        let record = format!("/en/practices/{}", slug(number));

        let asker = Somebody::new(&site, &format!("chen-{number}"), &[]).await;
        let request = [("organization", "cplp"), ("capacity", "contributor"), ("evidence", *text)];
        check_page(&asker.post("/en/account/mandates", &[("organization", "cplp"), ("capacity", *text), ("evidence", *text)]).await.expect(422));
        asker.post("/en/account/mandates", &request).await.expect(303);
        let queue = editor.get("/en/mandates").await.expect(200);
        check_page(&queue);
        let mandate = hidden(queue.text(), "mandate");
        editor.post("/en/mandates", &[("mandate", &mandate), ("decision", "refuse"), ("note", text)]).await.expect(303);
        asker.look(&["/en/account/mandates", "/en/desk"]).await;

        let objection = format!("{record}/objection");
        check_page(&focal.post(&objection, &[("ground", *text), ("reason", *text)]).await.expect(422));
        focal.post(&objection, &[("ground", "wrong"), ("reason", text), ("organization", "senai")]).await.expect(303);
        let list = editor.get("/en/objections").await.expect(200);
        check_page(&list);
        let id = hidden(list.text(), "objection");
        check_page(&editor.post("/en/objections", &[("objection", &id), ("outcome", text), ("text", text)]).await.expect(422));
        editor.post("/en/objections", &[("objection", &id), ("outcome", "settled"), ("text", text)]).await.expect(303);
        site.site.follow().await.expect("the site follows");
        check_page(&site.get(&record).await.expect(200));

        let about = format!("practice/{}", slug(number));
        check_page(&site.send("/en/report", &[], &[("about", &about), ("text", text), ("address", text)]).await.expect(422));
        site.send("/en/report", &[], &[("about", &about), ("text", text), ("address", "v@example.org")]).await.expect(303);
        editor.look(&["/en/reports", "/en/desk", "/en/people"]).await;

        check_page(&editor.post(&format!("{record}/history/restore"), &[("revision", "1"), ("reason", *text)]).await);
        check_page(&editor.post(&format!("{record}/withdrawal"), &[("reason", &text.repeat(TOO_LONG / text.chars().count() + 1))]).await.expect(422));
        editor.post(&format!("{record}/withdrawal"), &[("reason", text)]).await.expect(303);
        site.site.follow().await.expect("the site follows");
        check_page(&site.get(&record).await.expect(410));
        check_page(&editor.get(&format!("{record}/history")).await.expect(200));
    }
    site.deliver().await;
    assert!(site.mails.sent().len() >= HOSTILE.len(), "{} mails", site.mails.sent().len());
    check_mails(&site);
});
