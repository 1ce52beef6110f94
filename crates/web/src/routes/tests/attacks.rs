//! Every route under attack: forged requests, paths that are none, answers that lack a protection or are kept for the wrong reader.

use axum::http::HeaderMap;
use ayni_domain::role::{Role, Roles};

use super::*;

/// What an answer said.
struct Seen {
    asked: String,
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Seen {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }
}

async fn ask(router: &Router, method: &Method, path: &str, headers: &[(&str, &str)]) -> Seen {
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let request = Request::builder().method(method.clone()).uri(path);
    let request = form.iter().chain(headers).fold(request, |request, (name, value)| request.header(*name, *value));
    let (parts, body) = router.clone().oneshot(request.body(Body::empty()).expect("a request")).await.expect("an answer").into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.expect("a body");
    Seen { asked: format!("{method} {path}"), status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
}

/// The cookie of somebody new with every role.
async fn trusted(world: &World, number: usize) -> String {
    let now = jiff::Timestamp::now();
    let handle = Handle::parse(&format!("trusted-{number}")).expect("a handle");
    let roles = Role::ALL.iter().fold(Roles::NONE, |roles, role| roles.with(*role));
    let person = Person { roles, ..Person::new(PersonId(uuid::Uuid::now_v7()), handle, None, Locale::En, now) };
    let tx = world.store.begin().await.expect("a transaction");
    tx.add_person(&person).await.expect("a person");
    tx.commit().await.expect("committed");
    let secret = Secret::random().expect("random bytes");
    world.store.begin_session(&secret.hash(), person.id, Proof::Link, "", now).await.expect("a session");
    format!("__Host-ayni={secret}")
}

/// What the operator's counters say: answers that a route made, by route.
async fn counted(world: &World) -> String {
    ask(&world.operator, &Method::GET, "/metrics", &[]).await.body
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_that_another_site_sends_reaches_a_route() {
    let world = world().await;
    let cookie = trusted(&world, 1).await;
    let own = ("cookie", cookie.as_str());
    let forged: [&[(&str, &str)]; 7] = [
        &[own, ("sec-fetch-site", "cross-site")],
        &[own, ("sec-fetch-site", "same-site")],
        &[own, ("sec-fetch-site", "cross-site"), ("origin", "https://ayni.example")],
        &[own, ("origin", "https://evil.example"), ("host", "ayni.example")],
        &[own, ("origin", "null")],
        &[own],
        &[("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
    ];
    let before = counted(&world).await;
    for route in all() {
        let path = sample(&world, &route.pattern);
        for headers in forged {
            for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
                assert_eq!(ask(&world.public, &method, &path, headers).await.status, StatusCode::FORBIDDEN, "{method} {path} {headers:?}");
            }
        }
    }
    assert_eq!(counted(&world).await, before, "no route answered");

    // The same from a page of ours is let through, so that the walk above proves something.
    let mut taken = 0;
    for (number, route) in all().into_iter().enumerate() {
        let cookie = trusted(&world, 2 + number).await; // signing out is among them
        let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
        let seen = ask(&world.public, &Method::POST, &sample(&world, &route.pattern), &headers).await;
        assert_ne!(seen.status, StatusCode::FORBIDDEN, "{}", seen.asked);
        taken += usize::from(seen.status != StatusCode::METHOD_NOT_ALLOWED && seen.status != StatusCode::NOT_FOUND);
    }
    assert!(taken >= 15, "{taken} routes take what is sent");
}

/// What somebody may put in the place of a part of a path.
const PARTS: [&str; 11] = [
    "..",
    "%2e%2e",
    "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "a\\..\\b",
    "%5c%5chost%5cshare",
    "%00",
    "%FF%FE",
    "%0d%0aset-cookie:%20a=b",
    "'%20OR%201=1;--",
    "-1",
    "18446744073709551616",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_path_that_is_none_is_not_found_and_breaks_nothing() {
    let world = world().await;
    let cookie = trusted(&world, 1).await;
    let member = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
    let long = "a".repeat(4_000);
    // What holds for the records of one kind holds for those of all.
    let of_others: Vec<String> = Kind::ALL.iter().filter(|kind| **kind != Kind::Practice).map(|kind| format!("/{{lang}}/{}", kind.path())).collect();
    let is_of_others =
        |pattern: &str| of_others.iter().any(|start| pattern.starts_with(start) && !pattern.starts_with("/{lang}/groupings/{slug}/map"));
    let mut asked = 0;
    for route in all().into_iter().filter(|route| !is_of_others(&route.pattern)) {
        let (pattern, whole) = (route.pattern.split('/').collect::<Vec<_>>(), sample(&world, &route.pattern));
        let whole: Vec<&str> = whole.split('?').next().expect("a path").split('/').collect();
        for (at, _) in pattern.iter().enumerate().filter(|(_, part)| part.starts_with('{')) {
            for trick in PARTS.iter().copied().chain([long.as_str()]) {
                let parts: Vec<&str> = whole.iter().enumerate().map(|(own, part)| if own == at { trick } else { part }).collect();
                let path = parts.join("/");
                for (method, headers) in [(Method::GET, &[][..]), (Method::GET, &member[..]), (Method::POST, &member[..])] {
                    let seen = ask(&world.public, &method, &path, headers).await;
                    assert!(!seen.status.is_server_error(), "{}: {}", seen.asked, seen.status);
                    assert!(seen.header("set-cookie").is_empty() && !seen.body.contains("root:"), "{}", seen.asked);
                    let leads_to = seen.header("location");
                    let stays = leads_to.is_empty() || (leads_to.starts_with('/') && !leads_to.starts_with("//") && !leads_to.starts_with("/\\"));
                    assert!(stays, "{} leads to {leads_to}", seen.asked);
                    asked += 1;
                }
            }
        }
    }
    assert!(asked > 1_000, "{asked} were asked for");
}

/// Headers that every answer has.
const PROTECTION: [(&str, &str); 5] = [
    ("content-security-policy", "default-src 'none'"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("cross-origin-opener-policy", "same-origin"),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_is_protected_and_what_a_member_sees_is_kept_for_nobody() {
    let world = world().await;
    let cookie = trusted(&world, 1).await;
    let member = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
    let mut pages = 0;
    for route in all() {
        let path = sample(&world, &route.pattern);
        // The member comes first and last: what is kept in between is the visitor's.
        for (headers, is_member) in [(&member[..], true), (&[][..], false), (&[][..], false), (&member[..], true)] {
            let seen = ask(&world.public, &Method::GET, &path, headers).await;
            for (name, start) in PROTECTION {
                assert!(seen.header(name).starts_with(start), "{}: {name}: {}", seen.asked, seen.header(name));
            }
            assert!(!seen.header("permissions-policy").is_empty() && seen.header("set-cookie").is_empty(), "{}", seen.asked);
            let is_page = seen.status == StatusCode::OK && seen.header("content-type").starts_with("text/html");
            if is_page {
                let speaks_to_member = seen.body.contains("/desk\"");
                assert_eq!(speaks_to_member, is_member, "{}", seen.asked);
                pages += 1;
            }
            let control = seen.header("cache-control");
            if is_member && !["/assets/", "/files/"].iter().any(|start| path.starts_with(start)) {
                assert_eq!((control, seen.header("vary").contains("cookie")), ("private, no-store", true), "{}", seen.asked);
                assert!(seen.header("etag").is_empty(), "{}: nothing of theirs is kept", seen.asked);
            }
            if route.pattern.contains("{secret}") {
                assert!(control.contains("no-store"), "{}: {control}", seen.asked);
            }
            assert!(!control.is_empty() && (path.starts_with("/assets/") || !control.contains("max-age")), "{}: {control}", seen.asked);
        }
    }
    assert!(pages > 100, "{pages} pages");
}
