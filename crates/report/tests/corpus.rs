//! The pictures of the starter corpus: sound, small, and the same every time. With `AYNI_LOOK=folder` they are also written there.

use std::io::Write as _;

use ayni_domain::lineage::Lineage;
use ayni_domain::record::{Body, read_line};
use ayni_domain::{Country, Locale, PartialDate, RecordKey};
use ayni_report::map::{Flow, LocatorOptions, MapOptions, Orientation, country, world};
use ayni_report::{bars::bars, lineage::lineage, timeline::Membership, timeline::memberships};

fn records(file: &str) -> Vec<(RecordKey, Body)> {
    let path = format!("{}/../../corpus/{file}.jsonl", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("the corpus").lines().filter_map(|line| read_line(line).ok()).collect()
}

fn flows() -> Vec<Flow> {
    let mut flows = Vec::new();
    for (_, body) in records("practices").iter().chain(&records("initiatives")) {
        let Some(roles) = body.cooperation().map(|cooperation| &cooperation.countries_by_role) else { continue };
        for &from in &roles.provider {
            flows.extend(roles.recipient.iter().map(|&to| Flow { from, to, count: 1 }));
        }
    }
    flows
}

fn values() -> Vec<(Country, u32)> {
    let mut counts = std::collections::BTreeMap::<Country, u32>::new();
    for (_, body) in records("practices").iter().chain(&records("initiatives")) {
        for &country in &body.common().countries {
            *counts.entry(country).or_default() += 1;
        }
    }
    counts.into_iter().collect()
}

fn code(code: &str) -> Country {
    Country::parse(code).expect("a country")
}

fn options(locale: Locale) -> MapOptions<'static> {
    MapOptions {
        orientation: Orientation::SouthUp,
        highlight: &[],
        flows: &[],
        values: &[],
        title: "South-South cooperation",
        description: "Flows",
        locale,
    }
}

/// Compressed size in bytes; parses the picture and keeps it when asked to.
fn look(name: &str, svg: &str) -> usize {
    roxmltree::Document::parse(svg).expect("well-formed XML");
    for forbidden in ["<script", " style=", " href=", "NaN", "inf "] {
        assert!(!svg.contains(forbidden), "{name} has {forbidden}");
    }
    if let Ok(folder) = std::env::var("AYNI_LOOK") {
        std::fs::write(format!("{folder}/{name}.svg"), svg).expect("a folder to write to");
    }
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    gzip.write_all(svg.as_bytes()).expect("memory");
    let size = gzip.finish().expect("memory").len();
    println!("{name}: {} bytes, {size} compressed", svg.len());
    size
}

#[test]
fn the_world_fits_its_budget() {
    let (flows, values) = (flows(), values());
    assert!(flows.len() > 150, "{}", flows.len());
    assert!(look("world", &world(&options(Locale::En))) < 16_000);
    for (name, locale, orientation) in
        [("es", Locale::Es, Orientation::SouthUp), ("ar", Locale::Ar, Orientation::SouthUp), ("zh", Locale::Zh, Orientation::NorthUp)]
    {
        let all = MapOptions { orientation, flows: &flows, values: &values, ..options(locale) };
        assert!(look(&format!("flows-{name}"), &world(&all)) < 24_000);
    }
    let only = MapOptions { flows: &flows[..150], ..options(Locale::Fr) };
    assert!(look("flows-only", &world(&only)) < 24_000);
    let only = MapOptions { values: &values, ..options(Locale::Ru) };
    assert!(look("values", &world(&only)) < 20_000);
    let marked = ["BR", "IN", "ZA", "CV", "FJ", "WS", "KI", "RU", "AQ"].map(code);
    assert!(look("highlight", &world(&MapOptions { highlight: &marked, ..options(Locale::Pt) })) < 18_000);
}

#[test]
fn flows_in_any_order_draw_the_same() {
    let mut flows = flows();
    let draw = |flows: &[Flow]| world(&MapOptions { flows, ..options(Locale::En) });
    let before = draw(&flows);
    flows.reverse();
    assert!(before == draw(&flows));
}

#[test]
fn every_country_has_a_map_within_its_budget() {
    let mut largest = (0, "");
    for at in Country::all() {
        for orientation in [Orientation::SouthUp, Orientation::NorthUp] {
            let options = LocatorOptions {
                orientation,
                country: at,
                partners: &["BR", "CU", "IN", "KE", "CV", "FJ", "ID"].map(code),
                title: "<&>",
                description: "",
                locale: Locale::Es,
            };
            let svg = country(&options);
            let shown = ["MZ", "CV", "FJ", "BR", "TL", "RU", "KG", "LC", "US", "AQ"].contains(&at.code());
            let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
            gzip.write_all(svg.as_bytes()).expect("memory");
            let size = gzip.finish().expect("memory").len();
            largest = largest.max((size, at.code()));
            roxmltree::Document::parse(&svg).expect("well-formed XML");
            if shown && orientation == Orientation::SouthUp {
                look(&format!("country-{at}"), &svg);
            }
        }
    }
    println!("largest: {largest:?}");
    assert!(largest.0 < 8_000, "{largest:?}");
}

#[test]
fn groupings_and_lineages_are_drawn() {
    for (key, body) in records("groupings") {
        let Body::Grouping(grouping) = body else { continue };
        let rows: Vec<Membership> =
            grouping.members.iter().map(|m| Membership { name: m.country.name(Locale::Ar).into(), since: m.since, until: m.until }).collect();
        let svg = memberships(&rows, (1960, 2026), true, "Members");
        roxmltree::Document::parse(&svg).expect("well-formed XML");
        if ["brics", "cplp", "mercosur", "ecowas"].contains(&key.slug.as_str()) {
            look(&format!("timeline-ar-{}", key.slug), &svg);
            let rows: Vec<Membership> =
                grouping.members.iter().map(|m| Membership { name: m.country.name(Locale::En).into(), since: m.since, until: m.until }).collect();
            look(&format!("timeline-{}", key.slug), &memberships(&rows, (1960, 2026), false, "Members"));
        }
    }
    let rows = [
        ("a", "1990-05", "2004"),
        ("Unknown start and still in", "", ""),
        ("Left, start unknown", "", "2010"),
        ("Joined, end unknown", "2001-02-03", ""),
    ];
    let rows = rows.map(|(name, since, until)| Membership { name: name.into(), since: PartialDate::parse(since), until: PartialDate::parse(until) });
    look("timeline-ends", &memberships(&rows, (1985, 2026), false, "Ends"));

    let mut lines = Lineage::default();
    let key = |slug: &str| RecordKey::parse(&format!("practice/{slug}")).expect("a key");
    for (source, made) in [
        ("bolsa-familia", "oportunidades"),
        ("oportunidades", "juntos"),
        ("oportunidades", "familias"),
        ("bolsa-familia", "leap"),
        ("bolsa-familia", "pantawid"),
        ("leap", "tsecs"),
        ("juntos", "tsecs"),
        ("progresa", "oportunidades"),
        ("tsecs", "bolsa-familia"),
    ] {
        lines.add(key(source), key(made));
    }
    let family = lines.family(&key("oportunidades"));
    let label = |key: &RecordKey| (format!("Cash transfers that reach informal workers: {}", key.slug), "Brasil".to_owned());
    look("lineage", &lineage(&family, &label, &key("oportunidades"), false, "Lineage"));
    let label = |key: &RecordKey| (format!("التحويلات النقدية للعمال في الاقتصاد غير المنظم {}", key.slug), "البرازيل".to_owned());
    look("lineage-ar", &lineage(&family, &label, &key("oportunidades"), true, "Lineage"));

    let rows = [
        ("Social protection", 41),
        ("Child labour", 27),
        ("Rural economy", 13),
        ("Labour inspection and administration of workplaces", 4),
        ("Nothing yet", 0),
        ("Records", 1_234),
    ];
    look("bars", &bars(&rows.map(|(label, count)| (label.to_owned(), count)), false, "Themes"));
    let rows = [("الحماية الاجتماعية", 41), ("عمل الأطفال", 27), ("المهارات", 3)];
    look("bars-ar", &bars(&rows.map(|(label, count)| (label.to_owned(), count)), true, "Themes"));
}
