//! Hostile texts in addresses and in forms that come back: nothing of them runs, and no redirection leaves the site.

use ayni_domain::role::Role;

use super::{HOSTILE, Somebody, check_leads_home, check_mails, check_page};
use crate::world::{encode, fresh};

/// Where somebody may want to be led to.
const ELSEWHERE: [&str; 9] = [
    "javascript:attack()",
    "https://attack.example/",
    "//attack.example",
    "/\\attack.example",
    "\\\\attack.example",
    "/en/desk\r\nset-cookie: attack=1",
    "/\t/attack.example",
    "data:text/html,<script>attack()</script>",
    " //attack.example",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_or_form_that_comes_back_is_words() {
    let site = fresh().await;
    let member = Somebody::new(&site, "amina", &[Role::Administrator, Role::Reviewer]).await;
    for text in HOSTILE {
        let typed = encode(text);
        for path in [
            format!("/en/sign-in?next={typed}&{typed}={typed}"),
            format!("/en/sign-in/{typed}"),
            format!("/en/renew/{typed}?act={typed}"),
            format!("/unsubscribe/{typed}"),
            format!("/en/adoption?after={typed}&q={typed}"),
            format!("/en/report?about=practice/learning-the-trade&sent={typed}&{typed}"),
            format!("/en/report?about={typed}"),
            format!("/en/practices/learning-the-trade/history?revision={typed}&{typed}"),
            format!("/en/search?q={typed}&freshness={typed}"),
        ] {
            check_page(&site.get(&path).await);
        }
        for path in [
            format!("/en/account?{typed}"),
            format!("/en/account/mandates?q={typed}"),
            format!("/en/account/mandates?organization={typed}"),
            format!("/en/contribute?kind={typed}&for={typed}"),
            format!("/en/contribute?record={typed}"),
            format!("/en/drafts/{typed}?part={typed}"),
            format!("/en/review?{typed}"),
            format!("/en/review/{typed}"),
            format!("/en/people?after={typed}&{typed}"),
            format!("/en/search?q={typed}"),
            format!("/en/{typed}"),
        ] {
            check_page(&member.get(&path).await);
        }
        check_page(&site.send("/en/sign-in", &[], &[("email", text), ("next", text)]).await.expect(422));
        check_page(&site.send("/en/sign-in", &[], &[("email", &format!("{}@example.org", text.split_whitespace().collect::<String>()))]).await);
        check_page(&member.post("/en/contribute", &[("kind", text), ("language", text), ("for", text)]).await.expect(422));
        check_page(&member.post("/en/account", &[("handle", text), ("locale", text), ("country", text), ("languages", text)]).await.expect(422));
        check_page(&member.post("/en/people", &[("person", text), ("role", text)]).await.expect(404));
    }
    site.deliver().await;
    check_mails(&site);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_led_elsewhere() {
    let site = fresh().await;
    let member = Somebody::new(&site, "amina", &[Role::Administrator, Role::Editor]).await;
    let other = Somebody::new(&site, "bruno", &[]).await;
    let person = other.person.id.0.to_string();
    for (number, next) in ELSEWHERE.iter().enumerate() {
        check_page(&site.get(&format!("/en/sign-in?next={}", encode(next))).await.expect(200));
        let address = format!("m{number}@ministry.example");
        site.send("/en/sign-in", &[], &[("email", &address), ("next", next)]).await.expect(200);
        site.deliver().await;
        let mail = site.mails.sent().pop().expect("a mail");
        let link = mail.text().split_whitespace().find_map(|word| word.strip_prefix("https://ayni.example")).expect("a link").to_owned();
        assert_eq!(site.send(&link, &[], &[]).await.expect(303).location(), "/en/desk", "{next}");
        check_leads_home(&member.post("/en/people", &[("person", &person), ("role", "translator"), ("next", next)]).await.expect(303));
        check_leads_home(&member.post("/en/due", &[("record", "practice/learning-the-trade"), ("next", next)]).await.expect(303));
        for path in [format!("/{}", encode(next)), format!("//{}", encode(next)), format!("/en/drafts?next={}", encode(next))] {
            check_leads_home(&site.get(&path).await);
        }
    }
}
