//! Bodies that are not what they should be: a clear refusal, and nothing of them takes effect.

use axum::http::Method;
use ayni_domain::role::Role;

use super::Somebody;
use crate::api::check_problem;
use crate::safety::check_headers;
use crate::world::{Answer, TestSite, fresh, request};

const FORM: &str = "application/x-www-form-urlencoded";

async fn send(site: &TestSite, cookie: &str, path: &str, content: &str, body: impl Into<axum::body::Body>) -> Answer {
    let headers = [("cookie", cookie), ("sec-fetch-site", "same-origin"), ("content-type", content)];
    site.ask(request(Method::POST, path, &headers, body)).await
}

fn check_refused(answer: &Answer, statuses: &[u16]) {
    assert!(
        statuses.contains(&answer.status.as_u16()),
        "{}: {} {}",
        answer.asked,
        answer.status,
        answer.text().chars().take(200).collect::<String>()
    );
    check_headers(answer);
}

/// Paths of forms, each with who may use it.
async fn forms(member: &Somebody<'_>) -> Vec<String> {
    let draft = member.post("/en/contribute", &[("kind", "practice"), ("language", "en")]).await.expect(303).location().to_owned();
    let own = ["/en/sign-in", "/en/report", "/en/contribute", "/en/account", "/en/account/mandates", "/en/mandates", "/en/people", "/en/due"];
    let record = ["objection", "withdrawal", "history/restore"].map(|end| format!("/en/practices/learning-the-trade/{end}"));
    own.iter().map(|path| (*path).to_owned()).chain(record).chain([draft, format!("/en/renew/{}", "0".repeat(64))]).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_is_none_is_refused() {
    let site = fresh().await;
    let member = Somebody::new(&site, "amina", &[Role::Administrator, Role::Editor]).await;
    let forms = forms(&member).await;
    let position = site.store.position().await.expect("position");
    let drafts = async || site.store.drafts_of(member.person.id, 99).await.expect("drafts").len();
    for path in &forms {
        // A request for a mandate may bring a letter; a form of parts that is broken names no organization.
        let takes_files = path.ends_with("/account/mandates");
        for content in ["application/json", "multipart/form-data; boundary=x", "text/plain", "", "application/xml"] {
            let expected = if takes_files && content.starts_with("multipart/") { 404 } else { 415 };
            check_refused(&send(&site, &member.cookie, path, content, "email=a%40example.org&kind=practice&reason=x").await, &[expected]);
        }
        let many: String = (0..10_000).map(|number| format!("f{number}=x&")).collect();
        check_refused(&send(&site, &member.cookie, path, FORM, many).await, &[413]);
        let same = "kind=&".repeat(9_000);
        check_refused(&send(&site, &member.cookie, path, FORM, same).await, &[413]);
        check_refused(&send(&site, &member.cookie, path, FORM, format!("title={}", "x".repeat(1_100_000))).await, &[413]);
        // What is no percent-encoding is read as it stands, what is no UTF-8 with marks in its place: as nothing that fits.
        for odd in ["%", "email=%zz%", "kind=%F0%28&text=%FF%FE", "=&=&&&=%3D", "kind[]=practice&kind[a][b]=c", "\u{0}", "version=1%00&do=%00"] {
            let answer = send(&site, &member.cookie, path, FORM, odd).await;
            assert!(!answer.status.is_server_error(), "{path} {odd:?}: {}", answer.status);
            check_headers(&answer);
        }
    }
    assert_eq!((site.store.position().await.expect("position"), drafts().await), (position, 1), "nothing of it was kept");
    assert!(site.store.person(member.person.id).await.expect("find").is_some());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_field_that_stands_twice_the_first_counts() {
    let site = fresh().await;
    let fields = [("email", "amina@ministry.example"), ("email", "bruno@ministry.example"), ("next", "/en/drafts"), ("next", "/en/account")];
    site.send("/en/sign-in", &[], &fields).await.expect(200);
    site.deliver().await;
    let mails = site.mails.sent();
    assert_eq!(mails.iter().map(|mail| mail.to()).collect::<Vec<_>>(), ["amina@ministry.example"]);
    let link = mails[0].text().split_whitespace().find_map(|word| word.strip_prefix("https://ayni.example")).expect("a link").to_owned();
    assert_eq!(site.send(&link, &[], &[]).await.expect(303).location(), "/en/drafts");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_to_the_api_that_is_none_is_refused() {
    let site = fresh().await;
    let deep = |open: &str, close: &str, depth: usize| format!("{}{}", open.repeat(depth), close.repeat(depth));
    let rows: [(&str, String, &[u16]); 10] = [
        ("application/json", deep("[", "]", 30_000), &[400]),
        ("application/json", deep("{\"text\":", "}", 5_000), &[400]),
        ("application/json", format!("{{\"themes\": {}}}", deep("[", "]", 500)), &[400]),
        ("application/json", "{\"text\": \"a\", \"text\": \"b\"}".to_owned(), &[400]),
        ("application/json", "{\"text\": 1e999999}".to_owned(), &[400]),
        ("application/json", "{\"text\": \"\\ud800\"}".to_owned(), &[400]),
        ("application/json", "{\"limit\": -1, \"text\": \"skills\"}".to_owned(), &[400]),
        ("application/json", "".to_owned(), &[400]),
        ("application/json", format!("{{{}}}", (0..4_000).map(|n| format!("\"f{n}\":1")).collect::<Vec<_>>().join(",")), &[400]),
        (FORM, "text=skills".to_owned(), &[400]),
    ];
    for (content, body, statuses) in rows {
        let answer = site.ask(request(Method::POST, "/api/v1/match", &[("content-type", content)], body)).await;
        check_refused(&answer, statuses);
        check_problem(&answer, answer.status.as_u16(), Some("body"));
    }
    let bytes: Vec<u8> = vec![0xff; 100];
    let answer = site.ask(request(Method::POST, "/api/v1/match", &[("content-type", "application/json")], bytes)).await;
    check_refused(&answer, &[400]);
}
