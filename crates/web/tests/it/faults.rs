//! Faults of ours: a store that does not answer is said so, on pages and in the API, and nothing of it is shown.

use ayni_domain::Locale;

use crate::api::check_problem;
use crate::pages::check;
use crate::world::{TestSite, few};

ayni_store::testing::on_both!(a_store_that_fails_is_our_fault, |store| {
    let site = TestSite::new(store, &few()).await;
    site.get("/readyz").await.expect(200);
    let kept = site.get("/en/practices/learning-the-trade").await.expect(200);
    site.store.clone().close().await.expect("the store closes");

    let answer = site.get("/fr/practices/learning-the-trade").await.expect(500);
    let html = check(&answer, Locale::Fr, "/");
    assert!(html.all("a").any(|link| link.get("href") == "/fr/practices"), "a way on");
    let problem = site.get("/api/v1/practices/learning-the-trade-again").await;
    check_problem(&problem, 500, None);
    for text in [answer.text(), problem.text()] {
        for word in ["sqlx", "sqlite", "postgres", "Connection", "pool", "SELECT"] {
            assert!(!text.contains(word), "{word} is nothing that a reader should see: {text}");
        }
    }
    site.get("/readyz").await.expect(503);
    site.get("/healthz").await.expect(200);
    // What was kept is still given, and pages that need no store are still made.
    assert_eq!(site.get("/en/practices/learning-the-trade").await.expect(200).body, kept.body);
    site.get("/en/about").await.expect(200);
});
