//! Settings of the instance: what administrators set counts at once, everywhere, safely.

use std::sync::Arc;

use axum::http::Method;
use ayni_mail::{Mailbox, Transport};
use ayni_search::Index;
use ayni_store::testing::on_both;
use ayni_store::{Store, StoreError};
use ayni_web::{Clock, Outgoing, Settings, Site};
use flate2::Crc;
use tower::ServiceExt as _;

use crate::admin::{administrator, get};
use crate::html::Html;
use crate::world::{Answer, TestSite, practice, request};

/// A name that would be markup, an end of a script, and an address of a mail.
const NAME: &str = "<b>Minga</b> & \"co\" </script> <a@b>";

async fn site(store: Store) -> TestSite {
    TestSite::new(store, &[practice("learning", "SENAI learns", serde_json::json!({}))]).await
}

/// The word for what the settings of a form are now, from its page.
async fn seen(site: &TestSite, path: &str, part: &str, cookie: &str) -> String {
    let page = get(site, path, cookie).await.expect(200);
    let from = if part.is_empty() { page.text() } else { page.text().split_once(part).expect("a form").1 };
    from.split_once("name=\"seen\" value=\"").expect("a word").1.split('"').next().expect("an end").to_owned()
}

/// Sends a form of the page of settings as it is shown now.
async fn set(site: &TestSite, cookie: &str, part: &str, fields: &[(&str, &str)]) -> Answer {
    let seen = seen(site, "/en/admin/settings", &format!("value=\"{part}\""), cookie).await;
    let fields: Vec<(&str, &str)> = [("part", part), ("seen", seen.as_str())].into_iter().chain(fields.iter().copied()).collect();
    site.send("/en/admin/settings", &[("cookie", cookie)], &fields).await
}

async fn upload(site: &TestSite, cookie: &str, content: &[u8]) -> Answer {
    let seen = seen(site, "/en/admin/settings", "multipart/form-data", cookie).await;
    let part = |name: &str, more: &str| format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n");
    let mut body = format!("{}{seen}\r\n{}", part("seen", ""), part("logo", "; filename=\"logo.png\"")).into_bytes();
    body.extend_from_slice(content);
    body.extend_from_slice(b"\r\n--edge--\r\n");
    let headers = [("cookie", cookie), ("content-type", "multipart/form-data; boundary=edge"), ("sec-fetch-site", "same-origin")];
    site.ask(request(Method::POST, "/en/admin/settings/logo", &headers, body)).await
}

fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut crc = Crc::new();
    crc.update(name);
    crc.update(content);
    [&u32::try_from(content.len()).expect("short").to_be_bytes()[..], name, content, &crc.sum().to_be_bytes()].concat()
}

fn png(width: u32, height: u32, comment: &[u8]) -> Vec<u8> {
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &head), chunk(b"tEXt", comment), chunk(b"IDAT", b"x"), chunk(b"IEND", b"")].concat()
}

on_both!(a_name_is_words_wherever_it_stands, |store| {
    let site = site(store).await;
    let admin = administrator(&site).await;
    let kept = site.get("/en/").await.expect(200);
    let saved = set(&site, &admin, "identity", &[("name", NAME), ("contact", "<i>us</i>"), ("description.en", "Work <u>together</u>.")]).await;
    assert_eq!(saved.expect(303).location(), "/en/admin/settings?saved");
    assert!(get(&site, "/en/admin/settings?saved", &admin).await.expect(200).text().contains("Minga"), "at once, for who set it");
    site.site.follow().await.expect("the site follows");
    for path in ["/en/", "/en/about", "/en/privacy", "/en/practices/learning", "/en/search?q=learns", "/en/nothing-here", "/en/sign-in"] {
        let page = site.get(path).await;
        let html = Html::read(page.text());
        html.assert_harmless(path);
        assert!(html.words().contains("<b>Minga</b> & \"co\" </script>"), "{path}");
        assert_eq!(html.all("b").filter(|tag| tag.text == "Minga").count(), 0, "{path}");
    }
    let home = site.get("/en/").await.expect(200);
    assert_ne!(home.header("etag"), kept.header("etag"), "what was kept is not given out any more");
    assert!(home.text().contains("\\u003cb\\u003eMinga") && home.text().contains("content=\"Work &#60;u&#62;together"));
    assert!(Html::read(site.get("/en/about").await.text()).words().contains("<i>us</i>"));
    let feed = site.get("/feeds/en/all.atom").await.expect(200);
    let document = roxmltree::Document::parse(feed.text()).expect("well-formed XML");
    let title = document.descendants().find(|node| node.has_tag_name("title")).and_then(|node| node.text());
    assert!(title.is_some_and(|title| title.starts_with(NAME)), "{title:?}");

    site.send("/en/sign-in", &[], &[("email", "amina@example.org")]).await.expect(200);
    site.deliver().await;
    let mail = site.mails.sent().pop().expect("a mail");
    assert!(mail.text().contains(NAME) && !mail.html().contains("<b>Minga"), "{}", mail.text());

    for (field, typed) in [("name", "two\nlines"), ("name", &"x".repeat(61)), ("contact", "\u{7}"), ("description.en", &"x".repeat(301))] {
        let refused = set(&site, &admin, "identity", &[(field, typed)]).await.expect(422);
        assert!(refused.text().contains(&format!("aria-describedby=\"{field}-problem\"")), "{field}");
    }
    set(&site, &admin, "identity", &[("name", ""), ("contact", ""), ("description.en", "")]).await.expect(303);
    assert_eq!(site.store.settings().await.expect("settings").len(), 0);
    assert!(get(&site, "/en/admin/settings", &admin).await.text().contains("value=\"Ayni\""), "as the operator started it");
    set(&site, &admin, "identity", &[("name", "Ayni")]).await.expect(303);
    assert_eq!(site.store.settings().await.expect("settings").len(), 0, "what is as usual is not kept");
});

on_both!(languages_that_are_not_offered_are_nowhere_and_lead_to_the_first, |store| {
    let site = site(store).await;
    let admin = administrator(&site).await;
    assert!(set(&site, &admin, "languages", &[("language", "xx")]).await.expect(422).text().contains("at least one language"));
    set(&site, &admin, "languages", &[("language", "pt"), ("language", "es")]).await.expect(303);
    site.site.follow().await.expect("the site follows");
    for (asked, expected) in [
        ("/en/practices/learning?x=%26", "/es/practices/learning?x=%26"),
        ("/zh/", "/es/"),
        ("/zh", "/es/"),
        ("/en//evil.example", "/es/evil.example"),
        ("/feeds/en/all.atom", "/feeds/es/all.atom"),
    ] {
        assert_eq!(site.get(asked).await.expect(307).location(), expected, "{asked}");
    }
    let chosen = site.get_with("/practices", &[("accept-language", "en,pt;q=0.4")]).await.expect(302);
    assert_eq!(chosen.location(), "/pt/practices");
    assert_eq!(site.get_with("/practices", &[("accept-language", "en")]).await.expect(302).location(), "/es/practices");
    let page = site.get("/pt/practices/learning").await.expect(200);
    let html = Html::read(page.text());
    for (language, count) in [("es", 1), ("pt", 1), ("en", 0), ("ar", 0), ("x-default", 1)] {
        assert_eq!(html.links("hreflang", language, "href").len(), count, "{language}");
    }
    assert!(page.text().contains("content=\"es_ES\"") && !page.text().contains("en_US") && !page.text().contains("中文"));
    let map = site.get("/sitemap/1.xml").await.expect(200);
    assert!(map.text().contains("/pt/practices/learning") && !map.text().contains("/en/") && !map.text().contains("hreflang=\"fr\""));

    let all: Vec<(&str, &str)> = ["en", "fr", "es", "pt", "ar", "zh", "ru"].map(|code| ("language", code)).into();
    let path = "/es/admin/settings";
    let word = seen(&site, path, "value=\"languages\"", &admin).await;
    let fields: Vec<(&str, &str)> = [("part", "languages"), ("seen", word.as_str())].into_iter().chain(all).collect();
    site.send(path, &[("cookie", &admin)], &fields).await.expect(303);
    assert_eq!(site.store.settings().await.expect("settings").len(), 0);
    site.get("/zh/about").await.expect(200);
});

on_both!(a_colour_that_cannot_be_read_is_refused_with_its_contrast, |store| {
    let site = site(store).await;
    let admin = administrator(&site).await;
    let sheets = async || Html::read(site.get("/en/").await.expect(200).text()).links("rel", "stylesheet", "href");
    let usual = sheets().await;
    for (light, dark, said) in [
        ("#767676", "#ff97bd", "The contrast is 4.18 to 1"),
        ("#960e49", "#960e49", "The contrast is 2.04 to 1"),
        ("red", "#ff97bd", "six digits"),
        ("#960e49}body{display:none", "#ff97bd", "six digits"),
    ] {
        let refused = set(&site, &admin, "accent", &[("light", light), ("dark", dark)]).await.expect(422);
        assert!(refused.text().contains(said) && refused.text().contains(&format!("value=\"{light}\"")), "{light} {dark}");
    }
    set(&site, &admin, "accent", &[("light", "#960e49"), ("dark", "#ff97bd")]).await.expect(303);
    site.site.follow().await.expect("the site follows");
    assert_eq!(sheets().await, usual, "the usual colours need no sheet");
    set(&site, &admin, "accent", &[("light", "#0C5742"), ("dark", "#6ddab3")]).await.expect(303);
    site.site.follow().await.expect("the site follows");
    let own = sheets().await;
    assert_eq!(own.len(), usual.len() + 1);
    let sheet = site.get(&own[1]).await.expect(200);
    assert_eq!(sheet.header("content-type"), "text/css; charset=utf-8");
    assert!(sheet.text().starts_with(":root{--act:#0c5742;") && sheet.body.len() < 150 && sheet.header("cache-control").contains("immutable"));
    assert!(site.get("/en/").await.header("content-security-policy").contains("style-src 'self';"), "the policy is as strict as before");
    site.get("/assets/00000000/accent.css").await.expect(404);
});

on_both!(a_logo_is_a_small_png_picture_and_nothing_else, |store| {
    let site = site(store).await;
    let admin = administrator(&site).await;
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    for (content, said) in [
        (svg.to_vec(), "no whole PNG"),
        (Vec::new(), "no whole PNG"),
        (png(64, 32, b"x")[..40].to_vec(), "no whole PNG"),
        (png(64, 32, &[b'x'; 20_000]), "too large"),
        (png(64, 32, &vec![b'x'; 2_000_000]), "too large"),
        (png(4_000, 4_000, b""), "4,000 by 4,000 pixels"),
    ] {
        let refused = upload(&site, &admin, &content).await;
        assert!(refused.status == 413 || refused.text().contains(said), "{said}: {}", refused.status);
        assert!(refused.status.is_client_error());
    }
    upload(&site, &admin, &png(64, 32, b"Author\0Amina")).await.expect(303);
    site.site.follow().await.expect("the site follows");
    let page = site.get("/en/").await.expect(200);
    let html = Html::read(page.text());
    let logo = html.all("img").find(|tag| tag.get("src").ends_with("/logo.png")).expect("a logo");
    assert_eq!((logo.get("width"), logo.get("height"), logo.get("alt")), ("66", "33", ""));
    let picture = site.get(logo.get("src")).await.expect(200);
    assert_eq!((picture.header("content-type"), picture.header("x-content-type-options")), ("image/png", "nosniff"));
    let holds = |words: &[u8]| picture.body.windows(words.len()).any(|part| part == words);
    assert!(picture.body.starts_with(b"\x89PNG") && !holds(b"Amina"), "what a program noted in it is not handed on");
    let first = site.store.file_hashes().await.expect("hashes");
    upload(&site, &admin, &png(32, 32, b"")).await.expect(303);
    let second = site.store.file_hashes().await.expect("hashes");
    assert!(second.len() == 1 && first != second && site.store.blobs().get(&first[0]).await.expect("get").is_none(), "the old one is forgotten");

    let word = seen(&site, "/en/admin/settings", "multipart/form-data", &admin).await;
    let body = format!(
        "--e\r\nContent-Disposition: form-data; name=\"seen\"\r\n\r\n{word}\r\n--e\r\nContent-Disposition: form-data; name=\"remove\"\r\n\r\n1\r\n--e--\r\n"
    );
    let headers = [("cookie", admin.as_str()), ("content-type", "multipart/form-data; boundary=e"), ("sec-fetch-site", "same-origin")];
    site.ask(request(Method::POST, "/en/admin/settings/logo", &headers, body)).await.expect(303);
    assert_eq!(site.store.file_hashes().await.expect("hashes"), []);
    site.send("/en/admin/settings/logo", &[("cookie", &admin)], &[("remove", "1")]).await.expect(404);
});

on_both!(two_who_change_the_same_never_overwrite_each_other_silently, |store| {
    let site = site(store).await;
    let admin = administrator(&site).await;
    let word = seen(&site, "/en/admin/settings", "value=\"identity\"", &admin).await;
    let send = async |word: &str, name: &str| {
        site.send("/en/admin/settings", &[("cookie", &admin)], &[("part", "identity"), ("seen", word), ("name", name)]).await
    };
    send(&word, "Minga").await.expect(303);
    let late = send(&word, "Tequio").await.expect(422);
    assert!(late.text().contains("Somebody else changed this meanwhile") && late.text().contains("value=\"Tequio\""));
    assert_eq!(site.store.settings().await.expect("settings")["name"], "Minga");
    set(&site, &admin, "accent", &[("light", "#0c5742"), ("dark", "#6ddab3")]).await.expect(303);
    let again = late.text().split_once("value=\"identity\"").expect("a form").1.split_once("name=\"seen\" value=\"").expect("a word").1;
    send(again.split('"').next().expect("an end"), "Tequio").await.expect(303);
    assert_eq!(site.store.settings().await.expect("settings")["name"], "Tequio", "who was told decides; other forms stand apart");

    let word = seen(&site, "/en/admin/settings", "value=\"identity\"", &admin).await;
    let (first, second) = tokio::join!(send(&word, "One"), send(&word, "Two"));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 422], "of two at once one comes first");
});

on_both!(legal_texts_are_paragraphs_with_links_in_the_readers_language, |store| {
    let site = site(store).await;
    let admin = administrator(&site).await;
    assert!(!site.get("/en/").await.text().contains("/en/terms"));
    site.get("/en/terms").await.expect(200);
    let word = seen(&site, "/en/admin/texts?in=fr", "", &admin).await;
    let text = "Premier <script>alert(1)</script>.\n\nVoir https://example.org/\"onclick=\"x et javascript:alert(1).";
    let fields = [("in", "fr"), ("seen", word.as_str()), ("privacy.fr", text), ("terms.fr", "Le ministère.")];
    let saved = site.send("/en/admin/texts", &[("cookie", &admin)], &fields).await.expect(303);
    assert_eq!(saved.location(), "/en/admin/texts?in=fr&saved");
    site.site.follow().await.expect("the site follows");
    for path in ["/fr/privacy", "/zh/privacy"] {
        let page = site.get(path).await.expect(200);
        let html = Html::read(page.text());
        html.assert_harmless(path);
        assert!(html.words().contains("Premier <script>alert(1)</script>."), "{path}");
        assert!(html.all("a").any(|tag| tag.get("href") == "https://example.org/"), "{path}");
        assert!(page.text().contains("<div class=\"read\" lang=\"fr\" dir=\"ltr\">"), "{path}");
    }
    let home = site.get("/fr/").await.expect(200);
    assert!(home.text().contains("href=\"/fr/terms\"") && site.get("/fr/terms").await.expect(200).text().contains("Le ministère."));
    assert!(site.get("/sitemap/1.xml").await.expect(200).text().contains("/fr/terms<"));
    let late = site.send("/en/admin/texts", &[("cookie", &admin)], &fields).await.expect(422);
    assert!(late.text().contains("Somebody else changed this meanwhile") && late.text().contains("Le ministère."));
    site.send("/en/admin/texts", &[("cookie", &admin)], &[("in", "xx")]).await.expect(404);
    let entry = site.store.audit_of("setting.set", None, 9).await.expect("audit").remove(0);
    assert_eq!((entry.subject.as_str(), entry.details["after"].as_str()), ("terms.fr", Some("Le ministère.")));
});

on_both!(every_node_follows_what_is_set_on_one, |store| {
    let site = site(store).await;
    let admin = administrator(&site).await;
    let folder = tempfile::tempdir().expect("a folder");
    let index = Arc::new(Index::open(&folder.path().join("index"), None).expect("an index"));
    let mail = Outgoing { transport: Transport::Memory(Default::default()), from: Mailbox::parse("ayni@example.org").expect("a sender") };
    let base_url = crate::world::BASE.to_owned();
    let settings = Settings {
        name: "Ayni".into(),
        base_url,
        contact: None,
        mail,
        translator: ayni_translator::Translator::none(),
        clock: Clock::default(),
        behind_proxy: true,
        largest_file: 1_000_000,
        openid: None,
    };
    let other = Site::new(site.store.clone(), index, settings).await.expect("another node");
    let title = async || {
        let answer = ayni_web::router(other.clone()).oneshot(request(Method::GET, "/en/about", &[], "")).await.expect("an answer");
        let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.expect("a body");
        String::from_utf8(body.to_vec()).expect("UTF-8").split_once("</title>").expect("a title").0.to_owned()
    };
    assert!(title().await.ends_with("Ayni"));
    set(&site, &admin, "identity", &[("name", "Minga")]).await.expect(303);
    assert!(title().await.ends_with("Ayni"), "it was kept");
    other.follow().await.expect("the other node follows");
    assert!(title().await.ends_with("Minga"));
    let found = site.get("/en/search?q=learns").await.expect(200);
    assert!(found.text().contains("/en/practices/learning"), "search passes settings over");

    let at = site.clock.now();
    let unfit = async || -> Result<(), StoreError> {
        let tx = site.store.begin().await?;
        tx.set_setting("name", &serde_json::json!(["no", "name"]), "operator", at).await?;
        tx.commit().await
    };
    unfit().await.expect("kept");
    other.follow().await.expect("the other node follows");
    assert!(title().await.ends_with("Ayni"), "what does not fit is as usual");
});
