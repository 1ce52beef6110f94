use super::*;
use ayni_domain::Kind;
use ayni_domain::read::LONGEST_TEXT;
use proptest::prelude::*;
use serde_json::json;

fn column(kind: Kind, path: &str) -> Column {
    Column::parse(kind, path).expect("a column")
}

fn cell(text: &str) -> Cell {
    Cell::Text(text.into())
}

/// A cell of a kind's column, read; problems as `!` and their text.
fn check(column: &Column, cell: &Cell, expected: Value) {
    let read = read(column, cell).map_or_else(|problem| format!("!{problem}").into(), Option::unwrap_or_default);
    assert_eq!(read, expected, "{cell:?}");
}

#[test]
fn cells_are_read_as_people_write_them() {
    let practice = |path| column(Kind::Practice, path);
    check(&practice("themes"), &cell(" skills;Social Protection,\nwages ; "), json!(["skills", "social-protection", "wages"]));
    check(&practice("countries_by_role.peer"), &cell("br; MZ"), json!(["BR", "MZ"]));
    check(&practice("title.en"), &cell("a\r\nb\rc "), json!("a\nb\nc "));
    check(&practice("title.en"), &cell(" \n"), json!(null));
    check(&practice("slug"), &cell(" a-b\n"), json!("a-b"));
    check(&practice("period.start"), &Cell::Number(2019.0), json!("2019"));
    check(&practice("title.order"), &cell("ar; fr"), json!(["ar", "fr"]));
    check(&practice("title.order"), &cell("Arabic"), json!("!is not a known BCP 47 language tag"));
    check(&practice("adapted_from"), &cell(r"practice/a; One\; two\\; three\n"), json!(["practice/a", r"One; two\", "three\n"]));
    check(&practice("title.en"), &Cell::Fault("#REF!".into()), json!("!is an error of the spreadsheet"));
}

#[test]
fn entries_are_a_line_each_and_their_parts_stand_between_bars() {
    let partners = column(Kind::Practice, "partners");
    check(
        &partners,
        &cell("ILO | un | facilitator | ch\n\n A \\| B|Civil Society|peer"),
        json!([
            {"name": "ILO", "constituency": "un", "role": "facilitator", "country": "CH"},
            {"name": "A | B", "constituency": "civil-society", "role": "peer"},
        ]),
    );
    check(&partners, &cell("ILO | un"), json!([{"name": "ILO", "constituency": "un"}]));
    check(&partners, &cell("ILO | un | peer | CH | x"), json!("!has a line with more parts than an entry has"));
    check(&partners, &cell("ILO | un | peer | CH | "), json!([{"name": "ILO", "constituency": "un", "role": "peer", "country": "CH"}]));
    let sources = column(Kind::Practice, "sources");
    check(
        &sources,
        &cell("https://example.org | T | | 2019\nhttps://example.org/b | T | P | soon"),
        json!([
            {"url": "https://example.org", "title": "T", "year": 2019},
            {"url": "https://example.org/b", "title": "T", "publisher": "P", "year": "soon"},
        ]),
    );
}

#[test]
fn numbers_stay_what_they_are() {
    let amount = column(Kind::Initiative, "budget.amount");
    check(&amount, &Cell::Number(1_200_000.0), json!(1_200_000));
    check(&amount, &Cell::Number(0.1), json!(0.1));
    check(&amount, &cell("1.0"), json!(1.0));
    check(&amount, &cell("1,000"), json!("1,000"));
    check(&column(Kind::Course, "participants"), &Cell::Number(12.0), json!(12));
    check(&column(Kind::Course, "participants"), &cell("about 12"), json!("about 12"));
    check(&column(Kind::Publication, "isbn"), &Cell::Number(9_789_290_882_619.0), json!("9789290882619"));
    let goals = column(Kind::Course, "sdgs");
    check(&goals, &Cell::Number(8.0), json!(["8"]));
    check(&goals, &Cell::Number(8.7), json!(["8.7"]));
    let ambiguous = "!is a number, in which 8.1 and 8.10 are the same; format the cell as text and write it again";
    check(&goals, &Cell::Number(8.1), json!(ambiguous));
    check(&goals, &cell("8.1"), json!(["8.1"]));
}

#[test]
fn what_a_spreadsheet_would_run_is_guarded() {
    for (text, guarded) in [
        ("=1+1", "'=1+1"),
        ("-5", "'-5"),
        ("+1", "'+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" =1", "' =1"),
        ("\t=1", "'\t=1"),
        ("\ttab", "'\ttab"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("''=1", "'''=1"),
        ("<r>x</r>", "'<r>x</r>"),
        ("'tis", "'tis"),
        ("a=b", "a=b"),
        ("'", "'"),
        ("", ""),
    ] {
        assert_eq!(guard(text), guarded);
        assert_eq!(unguard(guarded), text);
    }
}

/// Texts that records may have, with what gives trouble in cells more often than by chance.
fn text() -> impl Strategy<Value = String> {
    let troubled = prop_oneof![
        Just("\\".to_owned()),
        Just("\\n".to_owned()),
        Just("; ".to_owned()),
        Just(" | ".to_owned()),
        Just("\n".to_owned()),
        Just("\t".to_owned()),
        Just(" ".to_owned()),
        Just("\u{a0}".to_owned()),
        Just("'".to_owned()),
        Just("=".to_owned()),
        Just("-".to_owned()),
        Just("\"".to_owned()),
        Just(",".to_owned()),
        Just("_x0041_".to_owned()),
        Just("<r>".to_owned()),
        Just("</r>".to_owned()),
        "\\PC{1,3}",
    ];
    proptest::collection::vec(troubled, 1..8).prop_map(|parts| parts.concat()).prop_filter("says something", |text| {
        !text.trim().is_empty() && text.len() < LONGEST_TEXT && !text.chars().any(|c| c.is_control() && c != '\n' && c != '\t')
    })
}

fn again(column: &Column, record: &Value) -> Option<Value> {
    let written = write(column, record.as_object().expect("an object")).expect("a text");
    read(column, &cell(&guard(&written))).expect("a value")
}

proptest! {
    #[test]
    fn a_guarded_text_is_read_as_itself_and_no_formula(text in "\\PC{0,6}|['=+@-]{0,4}\\PC{0,3}|[\t\n ]{0,2}[=']{0,3}") {
        let guarded = guard(&text);
        prop_assert_eq!(unguard(&guarded), &text);
        prop_assert!(!guarded.trim_start().starts_with(['=', '+', '-', '@']));
    }

    #[test]
    fn texts_lists_and_entries_come_back_as_they_were(texts in proptest::collection::vec(text(), 1..5)) {
        let record = json!({
            "title": {"en": texts[0]},
            "authors": texts,
            "stops": texts.iter().map(|text| json!({"place": text, "country": "BR", "topic": text})).collect::<Value>(),
            "sources": texts.iter().map(|text| json!({"url": "https://example.org/", "title": text, "year": 1999})).collect::<Value>(),
        });
        for (kind, path) in [(Kind::Event, "title.en"), (Kind::Publication, "authors"), (Kind::Event, "stops"), (Kind::Event, "sources")] {
            let column = column(kind, path);
            let found = again(&column, &record);
            prop_assert_eq!(found.as_ref(), record.pointer(&format!("/{}", path.replace('.', "/"))));
        }
    }

    #[test]
    fn no_cell_makes_reading_panic(text in "[\\\\|;,\nnt =' a]{0,24}|\\PC{0,16}", number in any::<f64>()) {
        for column in Kind::ALL.iter().flat_map(|&kind| super::super::column::columns(kind, &[], [])) {
            let _ = read(&column, &cell(&text));
            let _ = read(&column, &Cell::Number(number));
        }
    }
}
