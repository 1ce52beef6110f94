//! What programs read beside the API: feeds, sitemap, robots, structured data, citations, pictures, files.

use std::collections::BTreeSet;

use axum::body::Bytes;
use axum::http::Method;
use ayni_domain::{Kind, Locale};
use ayni_formats::document::pdf::PdfTool;
use ayni_search::{Index, Request};
use ayni_store::testing::signature;
use ayni_web::files::read_files;
use ayni_web::follow::rebuild;
use roxmltree::Document;
use serde_json::Value;

use crate::html::Html;
use crate::world::{Answer, BASE, LINES, TestSite, few, key, on_corpus, page_of, request};

fn xml(answer: &Answer) -> Document<'_> {
    Document::parse(answer.text()).unwrap_or_else(|error| panic!("{}: {error}", answer.asked))
}

fn texts<'a>(document: &'a Document<'_>, name: &str) -> Vec<&'a str> {
    document.descendants().filter(|node| node.has_tag_name(name) || node.tag_name().name() == name).filter_map(|node| node.text()).collect()
}

#[test]
fn feeds_are_atom_in_every_language() {
    on_corpus(async |site| {
        let names = Kind::ALL.iter().map(|kind| kind.plural()).chain(["all"]);
        for (name, locale) in names.flat_map(|name| Locale::ALL.iter().map(move |locale| (name, locale))) {
            let path = format!("/feeds/{locale}/{name}.atom");
            let answer = site.get(&path).await.expect(200);
            assert_eq!(answer.header("content-type"), "application/atom+xml; charset=utf-8");
            let document = xml(&answer);
            let feed = document.root_element();
            assert_eq!((feed.tag_name().name(), feed.tag_name().namespace()), ("feed", Some("http://www.w3.org/2005/Atom")));
            assert!(feed.attributes().any(|own| own.name() == "lang" && own.value() == locale.code()), "{path}");
            let own = feed.children().find(|node| node.attribute("rel") == Some("self")).and_then(|link| link.attribute("href"));
            assert_eq!(own, Some(format!("{BASE}{path}").as_str()));
            let entries: Vec<_> = feed.children().filter(|node| node.tag_name().name() == "entry").collect();
            assert_eq!(entries.len(), 30, "{path}");
            let kinds = if name == "all" { String::new() } else { Kind::from_plural(name).expect("a kind").path().to_owned() };
            let mut ids = BTreeSet::new();
            for entry in entries {
                let link = entry.children().find_map(|node| node.attribute("href")).expect("a link");
                assert!(link.starts_with(&format!("{BASE}/{locale}/{kinds}")), "{path}: {link}");
                ids.insert(entry.children().find(|node| node.tag_name().name() == "id").and_then(|id| id.text()).expect("an id").to_owned());
            }
            assert_eq!(ids.len(), 30, "{path}");
        }
        for path in ["/feeds/en/all", "/feeds/de/all.atom", "/feeds/en/people.atom", "/feeds/en/practice.atom"] {
            site.get(path).await.expect(404);
        }
    });
}

#[test]
fn the_sitemap_lists_every_record_in_every_language() {
    on_corpus(async |site| {
        let index = site.get("/sitemap.xml").await.expect(200);
        let parts: Vec<String> = texts(&xml(&index), "loc").into_iter().map(str::to_owned).collect();
        let mut listed = BTreeSet::new();
        for part in &parts {
            let part = site.get(part.strip_prefix(BASE).expect("an address of ours")).await.expect(200);
            assert!(part.body.len() < 8_000_000 && !part.header("etag").is_empty(), "small enough to be kept");
            let document = xml(&part);
            let pages = texts(&document, "loc").into_iter().map(str::to_owned);
            let alternates = document.descendants().filter_map(|node| node.attribute("href")).map(str::to_owned);
            listed.extend(pages.chain(alternates));
        }
        for (key, _) in LINES.iter() {
            for &locale in Locale::ALL {
                let address = format!("{BASE}{}", page_of(locale, key));
                assert!(listed.contains(&address), "{address}");
            }
        }
        // And nothing that is not there: a sample of the other pages.
        let others = listed.iter().filter(|address| address.starts_with(&format!("{BASE}/pt")) && !address.contains("/library/")).step_by(23);
        for address in others {
            site.get(&address[BASE.len()..]).await.expect(200);
        }
        for path in ["/sitemap/0.xml", "/sitemap/99.xml", "/sitemap/1", "/sitemap/-1.xml", "/sitemap/99999999999999999999.xml"] {
            site.get(path).await.expect(404);
        }
        let robots = site.get("/robots.txt").await.expect(200);
        let expected = format!("User-agent: *\nDisallow: /*/search\nDisallow: /*/answers\nSitemap: {BASE}/sitemap.xml\n");
        assert_eq!((robots.text(), robots.header("content-type")), (expected.as_str(), "text/plain; charset=utf-8"));
    });
}

/// Records to look at closely: every ninth of the corpus.
fn some() -> impl Iterator<Item = &'static ayni_domain::RecordKey> {
    LINES.iter().step_by(9).map(|(key, _)| key)
}

#[test]
fn pages_say_in_schema_org_what_they_are() {
    on_corpus(async |site| {
        for path in some().map(|key| page_of(Locale::Fr, key)).chain(["/fr/".to_owned()]) {
            let answer = site.get(&path).await.expect(200);
            let html = Html::read(answer.text());
            let data: Vec<&str> = html.all("script").filter(|tag| tag.get("type") == "application/ld+json").map(|tag| tag.text.as_str()).collect();
            assert_eq!(data.len(), 1, "{path}");
            let data: Value = serde_json::from_str(data[0]).unwrap_or_else(|error| panic!("{path}: {error}"));
            assert!(data["@context"].as_str().is_some_and(|context| context.contains("schema.org")), "{path}");
            assert!(!data["@type"].is_null() && data["name"].as_str().is_some_and(|name| !name.is_empty()), "{path}: {data}");
        }
    });
}

#[test]
fn records_can_be_cited() {
    on_corpus(async |site| {
        for key in some() {
            let page = page_of(Locale::Es, key);
            let form = async |form: &str, media_type: &str| {
                let answer = site.get(&format!("{page}.{form}")).await.expect(200);
                assert!(answer.header("content-type").starts_with(media_type), "{}", answer.asked);
                assert_eq!(answer.header("content-disposition"), format!("attachment; filename=\"{}.{form}\"", key.slug));
                answer
            };
            let bibtex = form("bib", "application/x-bibtex").await;
            let (open, close) = (bibtex.text().matches('{').count(), bibtex.text().matches('}').count());
            assert!(bibtex.text().starts_with('@') && open == close && open > 2, "{}", bibtex.text());
            let ris = form("ris", "application/x-research-info-systems").await;
            let is_field = |line: &str| line.is_empty() || line.get(2..).is_some_and(|rest| rest.starts_with("  -"));
            assert!(
                ris.text().starts_with("TY  - ") && ris.text().trim_end().ends_with("ER  -") && ris.text().lines().all(is_field),
                "{}",
                ris.text()
            );
            let csl = form("csl.json", "application/vnd.citationstyles.csl+json").await.json();
            let csl = csl.as_array().and_then(|items| items.first()).unwrap_or(&csl);
            assert!(csl["type"].is_string() && csl["title"].is_string(), "{key}: {csl}");
        }
        for form in ["xml", "bib.bib", "BIB", ""] {
            site.get(&format!("/es/groupings/brics.{form}")).await.expect(404);
        }
    });
}

/// Asserts that a picture is well-formed, has a title, and holds nothing that acts or is fetched.
fn check_picture(answer: &Answer) {
    assert_eq!(answer.header("content-type"), "image/svg+xml", "{}", answer.asked);
    let document = xml(answer);
    assert_eq!(document.root_element().tag_name().name(), "svg", "{}", answer.asked);
    assert!(texts(&document, "title").iter().any(|title| !title.trim().is_empty()), "{}: a title", answer.asked);
    for node in document.descendants().filter(|node| node.is_element()) {
        let name = node.tag_name().name();
        assert!(!["script", "foreignObject", "iframe", "image", "a", "animate", "set"].contains(&name), "{}: {name}", answer.asked);
        for attribute in node.attributes() {
            let fetches = matches!(attribute.name(), "href" | "src") && !attribute.value().starts_with('#');
            assert!(!attribute.name().starts_with("on") && !fetches && !attribute.value().contains("url(http"), "{}: {attribute:?}", answer.asked);
        }
    }
}

#[test]
fn pictures_are_well_formed_and_still() {
    on_corpus(async |site| {
        for path in [
            "/en/map.svg",
            "/ar/map.svg?up=north",
            "/zh/map.svg?theme=skills&modality=triangular",
            "/en/map.svg?theme=%3Cscript%3E&up=%22",
            "/en/countries/BR/map.svg",
            "/ar/countries/FJ/map.svg",
            "/ru/countries/VA/map.svg",
            "/en/countries/BR/groupings.svg",
            "/ar/countries/ET/groupings.svg",
            "/fr/countries/AQ/groupings.svg",
            "/en/groupings/brics/map.svg",
            "/es/groupings/brics/map.svg?on=2010-06-01",
            "/es/groupings/brics/map.svg?on=nonsense",
        ] {
            check_picture(&site.get(path).await.expect(200));
        }
        let members = async |on: &str| site.get(&format!("/en/groupings/brics/map.svg?on={on}")).await.expect(200).body;
        assert_ne!(members("2010-06-01").await, members("2025-06-01").await, "a map is of its day");
        for path in ["/en/countries/XX/map.svg", "/en/groupings/none/map.svg", "/en/practices/none/lineage.svg", "/en/groupings/brics/lineage.svg"] {
            site.get(path).await.expect(404);
        }
    });
}

ayni_store::testing::on_both!(a_lineage_is_drawn_and_listed, |store| {
    let site = TestSite::new(store, &few()).await;
    for (locale, slug, other) in [("en", "learning-the-trade", "learning-the-trade-again"), ("ar", "learning-the-trade-again", "learning-the-trade")]
    {
        let page = format!("/{locale}/practices/{slug}");
        check_picture(&site.get(&format!("{page}/lineage.svg")).await.expect(200));
        let html = Html::read(site.get(&page).await.expect(200).text());
        assert!(html.all("a").any(|link| link.get("href") == format!("/{locale}/practices/{other}")), "{page}: its relative");
        assert!(html.all("img").any(|image| image.get("src") == format!("{page}/lineage.svg")), "{page}: the picture");
    }
});

ayni_store::testing::on_both!(a_file_is_a_download, |store| {
    let site = TestSite::new(store, &few()).await;
    let content = Bytes::from_static(b"%PDF-1.7 <script>alert(1)</script>");
    let name = "gu\u{ed}a \"pr\u{e1}ctica\"\r\nx: <y>.pdf";
    let file = site.store.attach(&key("practice/learning-the-trade"), name, content.clone(), None, &signature()).await.expect("attached");
    site.site.follow().await.expect("the site follows");
    let answer = site.get(&format!("/files/{}", file.hash.as_str())).await.expect(200);
    assert_eq!((answer.header("content-type"), &answer.body), ("application/pdf", &content));
    let disposition = answer.header("content-disposition");
    let (plain, whole) =
        disposition.strip_prefix("attachment; filename=\"").and_then(|rest| rest.split_once("\"; filename*=UTF-8''")).expect("a name");
    let is_plain = |name: &str, others: &str| name.ends_with(".pdf") && name.chars().all(|c| c.is_ascii_alphanumeric() || others.contains(c));
    assert!(is_plain(plain, ".-_") && is_plain(whole, ".-_%") && whole.starts_with("gu%C3%ADa"), "{disposition}");
    assert_eq!(answer.header("content-security-policy"), "default-src 'none'; sandbox; frame-ancestors 'none'");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    let page = site.get("/en/practices/learning-the-trade").await.expect(200);
    Html::read(page.text()).assert_harmless(&page.asked);
    for hash in ["nonsense", "..%2F..%2Fayni.db", &"0".repeat(64), &file.hash.as_str().to_uppercase()] {
        site.get(&format!("/files/{hash}")).await.expect(404);
    }
});

ayni_store::testing::on_both!(a_large_file_is_given_whole, |store| {
    let site = TestSite::new(store, &few()).await;
    let mut content = b"%PDF-1.7 ".to_vec();
    content.resize(9 * 1024 * 1024, b'x');
    let file = site.store.attach(&key("practice/learning-the-trade"), "large.pdf", content.into(), None, &signature()).await.expect("attached");
    site.site.follow().await.expect("the site follows");
    let path = format!("/files/{}", file.hash.as_str());
    let answer = site.get(&path).await.expect(200);
    assert_eq!((answer.body.len() as u64, answer.header("accept-ranges")), (file.size, "bytes"));
    let tag = answer.header("etag").to_owned();
    let head = site.ask(request(Method::HEAD, &path, &[], "")).await.expect(200);
    assert_eq!((head.body.len(), head.header("content-length")), (0, file.size.to_string().as_str()));
    site.get_with(&path, &[("if-none-match", &tag)]).await.expect(304);

    let last = file.size - 1;
    for (headers, status, range, length) in [
        (&[("range", "bytes=0-3")][..], 206, format!("bytes 0-3/{}", file.size), 4),
        (&[("range", "bytes=-1")], 206, format!("bytes {last}-{last}/{}", file.size), 1),
        (&[("range", "bytes=4-5"), ("if-range", &tag)], 206, format!("bytes 4-5/{}", file.size), 2),
        (&[("range", "bytes=4-5"), ("if-range", "\"other\"")], 200, String::new(), file.size),
        (&[("range", "bytes=99999999-")], 416, format!("bytes */{}", file.size), 0),
    ] {
        let part = site.get_with(&path, headers).await.expect(status);
        assert_eq!((part.header("content-range"), part.body.len() as u64), (range.as_str(), length), "{headers:?}");
    }
    assert_eq!(&site.get_with(&path, &[("range", "bytes=0-3")]).await.expect(206).body[..], b"%PDF");
});

ayni_store::testing::on_both!(a_word_that_stands_only_in_an_attached_file_finds_its_record, |store| {
    let site = TestSite::new(store, &few()).await;
    let notes = "Apuntes sobre invernaderos y riego";
    site.store.attach(&key("practice/learning-the-trade"), "notes.txt", notes.into(), None, &signature()).await.expect("attached");
    site.store.attach(&key("practice/learning-the-trade"), "later.pdf", "%PDF-1.7".into(), None, &signature()).await.expect("attached");
    let nowhere = PdfTool::new("/nowhere/ayni-pdf");
    assert_eq!(read_files(&site.store, &nowhere, 10, signature().at).await.expect("read"), 1, "without the program a PDF file waits");
    assert_eq!(site.store.unread_files(None, 10).await.expect("unread").len(), 1);
    let found = async || {
        let answer = site.get("/api/v1/search?q=invernaderos").await.expect(200).json();
        answer["items"].as_array().expect("items").iter().map(|item| item["slug"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    site.site.follow().await.expect("the site follows");
    assert_eq!(found().await, ["learning-the-trade"], "followed");

    let anew = Index::in_memory(None).expect("an index");
    rebuild(&site.store, &anew, jiff::civil::date(2026, 1, 1), &|_, _| {}).await.expect("built");
    let request = Request { query: "\"sobre invernaderos\"", limit: 5, ..Request::default() };
    assert_eq!(anew.search(&request).expect("an answer").total, 1, "built anew");
});

#[test]
fn our_own_files_are_kept_for_good() {
    on_corpus(async |site| {
        let home = site.get("/en/").await.expect(200);
        let html = Html::read(home.text());
        let files: BTreeSet<&str> =
            html.tags.iter().flat_map(|tag| [tag.get("src"), tag.get("href")]).filter(|path| path.starts_with("/assets/")).collect();
        assert!(files.len() >= 4, "{files:?}");
        for path in files {
            let answer = site.get(path.split('#').next().unwrap_or_default()).await.expect(200);
            assert!(answer.header("cache-control").contains("immutable"), "{path}");
            assert!(!answer.header("content-type").is_empty(), "{path}");
        }
        site.get("/assets/00000000/ayni.css").await.expect(404);
    });
}
