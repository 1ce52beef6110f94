//! Profiles: each reader sees what was opened to them, and nobody learns of who shows nothing.

use ayni_store::testing::on_both;
use serde_json::json;

use crate::data::{member, publish, tell_of};
use crate::html::Html;
use crate::world::{TestSite, practice};

const AMINA: &str = "/en/people/amina";

on_both!(a_profile_shows_each_reader_what_was_opened_to_them, |store| {
    let site = TestSite::new(store, &[practice("learning", "Learning", json!({}))]).await;
    let (amina, own) = member(&site, "amina").await;
    let (_, other) = member(&site, "bruno").await;
    let read = async |cookie: &str| {
        let answer = site.get_with(AMINA, &[("cookie", cookie)]).await;
        let html = (answer.status == 200).then(|| Html::read(answer.text()));
        html.inspect(|html| {
            html.assert_harmless(AMINA);
            assert_eq!(html.untranslated(), Vec::<String>::new());
        })
    };
    let is_indexed = |html: &Html| !html.all("meta").any(|meta| meta.get("content") == "noindex");

    let (closed, unknown) = (site.get(AMINA).await.expect(404), site.get("/en/people/nobody").await.expect(404));
    assert_eq!(closed.text().replace("amina", "x"), unknown.text().replace("nobody", "x"), "who shows nothing looks like nobody");
    let seen = read(&other).await.expect("a page");
    assert!(seen.words().contains("This member shows nothing about themselves.") && seen.words().contains("amina") && !is_indexed(&seen));
    assert!(read(&own).await.expect("a page").words().contains("This is your own page"));
    for wrong in ["/en/people/A", "/en/people/..", "/en/people/%00", "/en/people/amina-2"] {
        site.get_with(wrong, &[("cookie", &other)]).await.expect(404);
    }

    let field = |value: &str, visibility: &str| json!({"value": value, "visibility": visibility});
    let profile = json!({
        "name": field("Amina <b>Diallo", "members"), "affiliation": field("Ministère du Travail", "nobody"), "country": field("SN", "all"),
        "languages": {"value": ["fr", "wo"], "visibility": "members"}, "about": field("Inspectrice.\n\nÀ Dakar.", "members"),
    });
    tell_of(&site, &amina, profile.clone()).await;
    let public = read("").await.expect("a page");
    assert!(public.words().contains("Senegal") && public.words().contains("amina") && !public.words().contains("Diallo"), "{}", public.words());
    assert!(!is_indexed(&public), "the name is not open to all");
    let words = read(&other).await.expect("a page").words();
    assert!(words.contains("Amina <b>Diallo") && words.contains("À Dakar.") && words.contains("French"), "{words}");
    assert!(!words.contains("Ministère"));
    assert!(read(&own).await.expect("a page").words().contains("Ministère du Travail"));

    let mut open = profile;
    open["name"] = field("Amina Diallo", "all");
    tell_of(&site, &amina, open).await;
    let public = read("").await.expect("a page");
    assert!(public.words().contains("Amina Diallo") && is_indexed(&public), "at once, whatever was kept before");
});

on_both!(names_lead_to_profiles_where_they_may_be_seen, |store| {
    let site = TestSite::new(store, &[practice("learning", "Learning", json!({}))]).await;
    let ((amina, own), (rosa, _)) = (member(&site, "amina").await, member(&site, "rosa").await);
    let record = publish(&site, &amina, &rosa, "Weaving together").await;
    let history = format!("{record}/history");
    let links = async |cookie: &str| {
        let html = Html::read(site.get_with(&history, &[("cookie", cookie)]).await.expect(200).text());
        html.all("a").map(|link| link.get("href").to_owned()).filter(|href| href.contains("/people/")).collect::<Vec<_>>()
    };
    assert!(site.get(&history).await.expect(200).text().contains("By a member, let through by a member"));
    assert_eq!(links("").await, Vec::<String>::new());
    tell_of(&site, &amina, json!({"name": {"value": "Amina Diallo", "visibility": "all"}})).await;
    tell_of(&site, &rosa, json!({"name": {"value": "Rosa Luz", "visibility": "members"}})).await;
    assert_eq!(links("").await, ["/en/people/amina"]);
    assert_eq!(links(&own).await, ["/en/people/amina", "/en/people/rosa"]);

    let page = site.get(AMINA).await.expect(200);
    assert!(page.text().contains("Wrote") && page.text().contains(&record), "{}", page.text());
    site.get("/en/people/rosa").await.expect(404);
    let seen = site.get_with("/en/people/rosa", &[("cookie", &own)]).await.expect(200);
    assert!(seen.text().contains("Let through") && seen.text().contains(&record));
    tell_of(&site, &amina, json!({"name": {"value": "Amina Diallo"}, "country": {"value": "SN", "visibility": "all"}})).await;
    assert!(!site.get(AMINA).await.expect(200).text().contains(&record), "who is not named in the history is not named here");
});
