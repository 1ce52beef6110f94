//! Guessing and flooding: limits for each address and each network, however somebody says where they come from.

use axum::http::StatusCode;

use crate::world::{TestSite, fresh, without_proxy};

async fn ask_for_link(site: &TestSite, email: &str, headers: &[(&str, &str)]) -> StatusCode {
    site.send("/en/sign-in", headers, &[("email", email)]).await.status
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_proxy_nobody_says_from_where_they_come() {
    let site = without_proxy().await;
    for number in 0..60 {
        let from = format!("192.0.2.{number}");
        assert_eq!(ask_for_link(&site, &format!("p{number}@ministry.example"), &[("x-forwarded-for", &from)]).await, StatusCode::OK, "{number}");
    }
    for from in ["192.0.2.200", "203.0.113.1", "2001:db8::1", ""] {
        let headers = [("x-forwarded-for", from), ("forwarded", "for=198.51.100.7"), ("x-real-ip", "198.51.100.8")];
        assert_eq!(ask_for_link(&site, "q@ministry.example", &headers).await, StatusCode::TOO_MANY_REQUESTS, "{from}");
    }
    site.deliver().await;
    assert_eq!(site.mails.sent().len(), 60);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn behind_a_proxy_only_its_own_word_counts() {
    let site = fresh().await;
    for number in 0..60 {
        // The proxy appends what it sees, to what the client said or on a line of its own.
        let list = format!("10.0.0.{number}, 203.0.113.9");
        let headers: &[(&str, &str)] =
            if number % 2 == 0 { &[("x-forwarded-for", &list)] } else { &[("x-forwarded-for", "10.9.9.9"), ("x-forwarded-for", "203.0.113.9")] };
        assert_eq!(ask_for_link(&site, &format!("p{number}@ministry.example"), headers).await, StatusCode::OK, "{number}");
    }
    let again = [("x-forwarded-for", "203.0.113.10, 203.0.113.9")];
    assert_eq!(ask_for_link(&site, "q@ministry.example", &again).await, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(ask_for_link(&site, "q@ministry.example", &[("x-forwarded-for", "203.0.113.10")]).await, StatusCode::OK, "somebody else");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_addresses_of_a_household_count_as_one() {
    let site = fresh().await;
    for number in 0..60 {
        let from = format!("2001:db8:1:2:{number:x}::{number:x}");
        assert_eq!(ask_for_link(&site, &format!("p{number}@ministry.example"), &[("x-forwarded-for", &from)]).await, StatusCode::OK);
    }
    assert_eq!(ask_for_link(&site, "q@ministry.example", &[("x-forwarded-for", "2001:db8:1:2:ffff::1")]).await, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(ask_for_link(&site, "q@ministry.example", &[("x-forwarded-for", "2001:db8:1:3::1")]).await, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_account_is_the_same_however_it_is_typed() {
    let site = fresh().await;
    for (number, typed) in
        ["amina@ministry.example", "AMINA@Ministry.Example", " amina@ministry.example", "Amina@ministry.example ", "amina@MINISTRY.example"]
            .iter()
            .enumerate()
    {
        let from = format!("192.0.2.{number}");
        assert_eq!(ask_for_link(&site, typed, &[("x-forwarded-for", &from)]).await, StatusCode::OK, "{typed}");
    }
    assert_eq!(ask_for_link(&site, "aMina@ministry.example", &[("x-forwarded-for", "192.0.2.99")]).await, StatusCode::TOO_MANY_REQUESTS);
    site.deliver().await;
    assert_eq!(site.mails.sent().len(), 5, "a mailbox is not flooded");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn guessing_is_counted_over_all_links_together() {
    let site = fresh().await;
    site.send("/en/sign-in", &[], &[("email", "amina@ministry.example")]).await.expect(200);
    site.deliver().await;
    let mail = site.mails.sent().pop().expect("a mail");
    let link = mail.text().split_whitespace().find_map(|word| word.strip_prefix("https://ayni.example")).expect("a link").to_owned();
    let from = [("x-forwarded-for", "192.0.2.5")];
    for number in 0..100 {
        let place = if number % 2 == 0 { "sign-in" } else { "renew" };
        site.send(&format!("/en/{place}/{number:064x}"), &from, &[]).await.expect(410);
    }
    site.send(&link, &from, &[]).await.expect(410);
    site.send(&link, &[("x-forwarded-for", "192.0.2.6")], &[]).await.expect(303);
}
