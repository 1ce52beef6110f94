//! Accounts: signing in by a mailed link, sessions, what others see, and what outsiders cannot do.

use axum::http::StatusCode;
use ayni_domain::{EmailAddress, Locale};

use crate::world::{Answer, TestSite, fresh};

const AMINA: &str = "amina@ministry.example";

/// Asks for a link, and returns the path that the mail leads to.
async fn mailed_link(site: &TestSite, email: &str, next: &str) -> String {
    let asked = site.send("/es/sign-in", &[], &[("email", email), ("next", next)]).await;
    assert_eq!(asked.status, StatusCode::OK, "{}", asked.text());
    site.deliver().await;
    let mail = site.mails.sent().pop().expect("a mail");
    assert_eq!(mail.to(), email);
    assert!(mail.bytes().len() < 20_000);
    let link = mail.text().split_whitespace().find(|word| word.contains("/sign-in/")).expect("a link").to_owned();
    link.strip_prefix("https://ayni.example").expect("an address of ours").to_owned()
}

/// The cookie that an answer sets, as the browser sends it back.
fn cookie(answer: &Answer) -> String {
    let set = answer.headers.get("set-cookie").expect("a cookie").to_str().expect("a text");
    for part in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
        assert!(set.contains(part), "{set}");
    }
    set.split(';').next().expect("a pair").to_owned()
}

/// Signs somebody in, and returns their cookie.
async fn sign_in(site: &TestSite, email: &str) -> String {
    let link = mailed_link(site, email, "").await;
    cookie(&site.send(&link, &[], &[]).await)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mailed_link_signs_in_once() {
    let site = fresh().await;
    let link = mailed_link(&site, AMINA, "/es/account").await;
    for _ in 0..2 {
        assert_eq!(site.get(&link).await.status, StatusCode::OK, "looking uses nothing up");
    }
    let entered = site.send(&link, &[], &[]).await;
    assert_eq!((entered.status, entered.header("location")), (StatusCode::SEE_OTHER, "/es/account"));
    let cookie = cookie(&entered);
    let account = site.get_with("/es/account", &[("cookie", &cookie)]).await;
    assert!(account.text().contains(AMINA));
    assert_eq!(account.header("cache-control"), "private, no-store");
    for again in [site.send(&link, &[], &[]).await, site.get(&link).await] {
        assert_eq!(again.status, StatusCode::GONE, "{}", again.asked);
        assert!(again.headers.get("set-cookie").is_none());
    }
    let person = site.store.person_by_email(&EmailAddress::parse(AMINA).expect("an address")).await.expect("a person").expect("there");
    assert_eq!((person.handle.as_str(), person.locale), ("member", Locale::Es));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_ends_after_half_an_hour_and_is_good_for_nothing_else() {
    let site = fresh().await;
    let link = mailed_link(&site, AMINA, "").await;
    site.clock.advance(jiff::SignedDuration::from_mins(31));
    assert_eq!(site.send(&link, &[], &[]).await.status, StatusCode::GONE);
    for wrong in ["0".repeat(64), "x".into(), "%00".into(), "a".repeat(500)] {
        assert_eq!(site.send(&format!("/en/sign-in/{wrong}"), &[], &[]).await.status, StatusCode::GONE, "{wrong}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_learns_who_has_an_account() {
    let site = fresh().await;
    sign_in(&site, AMINA).await;
    let known = site.send("/en/sign-in", &[], &[("email", AMINA)]).await;
    let unknown = site.send("/en/sign-in", &[], &[("email", "bruno@ministry.example")]).await;
    assert_eq!((known.status, known.text().replace(AMINA, "x")), (unknown.status, unknown.text().replace("bruno@ministry.example", "x")));
    let headers = |answer: &Answer| answer.headers.keys().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(headers(&known), headers(&unknown));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn links_are_mailed_a_few_times_an_hour_to_one_address_and_from_one_network() {
    let site = fresh().await;
    let ask = async |email: &str, from: &str| site.send("/en/sign-in", &[("x-forwarded-for", from)], &[("email", email)]).await.status;
    for _ in 0..5 {
        assert_eq!(ask(AMINA, "192.0.2.1").await, StatusCode::OK);
    }
    assert_eq!(ask(AMINA, "198.51.100.1").await, StatusCode::TOO_MANY_REQUESTS, "one address, wherever it is asked from");
    for number in 0..60 {
        ask(&format!("p{number}@ministry.example"), "203.0.113.9, 192.0.2.77").await;
    }
    assert_eq!(ask("q@ministry.example", "192.0.2.77").await, StatusCode::TOO_MANY_REQUESTS, "one network, whatever address is asked for");
    site.clock.advance(jiff::SignedDuration::from_hours(1));
    assert_eq!(ask(AMINA, "192.0.2.77").await, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn guessing_links_is_stopped() {
    let site = fresh().await;
    let link = mailed_link(&site, AMINA, "").await;
    for number in 0..100 {
        site.send(&format!("/en/sign-in/{number:064x}"), &[("x-forwarded-for", "192.0.2.5")], &[]).await;
    }
    assert_eq!(site.send(&link, &[("x-forwarded-for", "192.0.2.5")], &[]).await.status, StatusCode::GONE);
    assert_eq!(site.send(&link, &[("x-forwarded-for", "192.0.2.6")], &[]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_typed_wrong_comes_back_with_a_word_about_it() {
    let site = fresh().await;
    for typed in ["", "amina", "amina@", "\"><script>alert(1)</script>"] {
        let answer = site.send("/pt/sign-in", &[], &[("email", typed)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert!(answer.text().contains("aria-invalid") && !answer.text().contains("<script>alert"), "{typed}");
    }
    let cookie = sign_in(&site, AMINA).await;
    let fields = [("handle", "Not A Handle"), ("locale", "pt"), ("name", "<b>Amina</b>"), ("languages", "sw, nonsense!"), ("about", "one\ntwo")];
    let answer = site.send("/pt/account", &[("cookie", &cookie)], &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for kept in ["Not A Handle", "&#60;b&#62;Amina&#60;/b&#62;", "nonsense!", "one\ntwo"] {
        assert!(answer.text().contains(kept), "{kept}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_profile_starts_closed_and_is_saved() {
    let site = fresh().await;
    let cookie = sign_in(&site, AMINA).await;
    let start = site.get_with("/en/account", &[("cookie", &cookie)]).await;
    assert_eq!(start.text().matches("<option value=\"nobody\" selected>").count(), 5);
    let fields = [("handle", "amina"), ("locale", "fr"), ("name", "Amina"), ("name-for", "all"), ("country", "MZ"), ("languages", "pt，sw")];
    let saved = site.send("/en/account", &[("cookie", &cookie)], &fields).await;
    assert_eq!((saved.status, saved.header("location")), (StatusCode::SEE_OTHER, "/en/account?saved"));
    let person = site.store.person_by_email(&EmailAddress::parse(AMINA).expect("an address")).await.expect("a person").expect("there");
    assert_eq!((person.handle.as_str(), person.locale), ("amina", Locale::Fr));
    let seen = person.seen_by(ayni_domain::permission::Actor::Visitor);
    assert_eq!((seen.name, seen.country), (Some("Amina"), None));

    let other = sign_in(&site, "bruno@ministry.example").await;
    let taken = site.send("/en/account", &[("cookie", &other)], &[("handle", "amina"), ("locale", "en")]).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sessions_are_listed_and_ended() {
    let site = fresh().await;
    let (phone, desk) = (sign_in(&site, AMINA).await, sign_in(&site, AMINA).await);
    let list = site.get_with("/en/account/sessions", &[("cookie", &desk)]).await;
    assert_eq!(list.text().matches("name=\"session\"").count(), 2);
    site.send("/en/account/sessions/end", &[("cookie", &desk)], &[]).await;
    assert_eq!(site.get_with("/en/desk", &[("cookie", &phone)]).await.status, StatusCode::SEE_OTHER, "all others are ended");
    assert_eq!(site.get_with("/en/desk", &[("cookie", &desk)]).await.status, StatusCode::OK);
    let left = site.send("/en/sign-out", &[("cookie", &desk)], &[]).await;
    assert!(left.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(site.get_with("/en/desk", &[("cookie", &desk)]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_of_another_site_cannot_act_for_a_member() {
    let site = fresh().await;
    let cookie = sign_in(&site, AMINA).await;
    for (name, value) in [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site")] {
        let answer = site.send("/en/sign-out", &[("cookie", &cookie), (name, value)], &[]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}: {value}");
    }
    assert_eq!(site.get_with("/en/desk", &[("cookie", &cookie)]).await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_visitor_is_led_to_sign_in_and_back_and_nowhere_else() {
    let site = fresh().await;
    let asked = site.get("/fr/desk").await;
    assert_eq!((asked.status, asked.header("location")), (StatusCode::SEE_OTHER, "/fr/sign-in?next=%2Ffr%2Fdesk"));
    for next in ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"] {
        let link = mailed_link(&site, &format!("m{}@ministry.example", next.len()), next).await;
        assert_eq!(site.send(&link, &[], &[]).await.header("location"), "/es/desk", "{next}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_member_sees_is_kept_for_nobody_else() {
    let site = fresh().await;
    let cookie = sign_in(&site, AMINA).await;
    let own = site.get_with("/en/", &[("cookie", &cookie)]).await;
    assert!(own.text().contains("/en/desk"));
    let public = site.get("/en/").await;
    assert!(public.text().contains("/en/sign-in") && !public.text().contains("/en/desk"));
    assert!(site.get_with("/en/", &[("cookie", &cookie)]).await.text().contains("/en/desk"), "nor the other way round");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_wants_news_once_a_day_gets_one_mail_with_all_of_it() {
    use ayni_domain::notice::{Frequency, Notice, Preference, Topic};
    let site = fresh().await;
    sign_in(&site, AMINA).await;
    let person = site.store.person_by_email(&EmailAddress::parse(AMINA).expect("an address")).await.expect("a person").expect("there");
    let now = site.clock.now();
    let tx = site.store.begin().await.expect("a transaction");
    tx.set_preference(person.id.0, Preference::new(Topic::Review, Frequency::Daily).expect("a choice")).await.expect("kept");
    for title in ["One", "Two"] {
        let arguments = serde_json::Map::from_iter([("title".to_owned(), title.into()), ("days".to_owned(), "3".into())]);
        let notice = Notice::new(person.id.0, Topic::Review, "notice-review-remind-author", arguments, "/desk").expect("a notice");
        tx.add_notice(&notice, now).await.expect("kept");
    }
    tx.commit().await.expect("committed");
    let before = site.mails.sent().len();
    site.clock.advance(jiff::SignedDuration::from_hours(26));
    for _ in 0..2 {
        ayni_web::run_jobs(&site.site).await;
        site.deliver().await;
    }
    let mails = site.mails.sent();
    assert_eq!(mails.len(), before + 1, "one mail, once");
    let mail = mails.last().expect("a mail");
    assert!(mail.text().contains("One") && mail.text().contains("Two"), "{}", mail.text());
    assert!(String::from_utf8_lossy(mail.bytes()).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
}
