//! The home page: one question, and what lives here.

use askama::Template;
use axum::body::Body;
use axum::extract::Query;
use axum::http::Response;
use ayni_domain::instance::InstanceText;
use ayni_domain::{Constituency, Country, Kind, Theme};
use ayni_search::{Facet, Request};

use crate::error::PageError;
use crate::page::answers::Question;
use crate::page::search::Pairs;
use crate::page::{PageResult, Reader, html};
use crate::view::{Choice, Cx, Figure, Item, Link, Row, look};
use crate::{format, link};

/// The question form with what was typed.
pub(crate) struct AskForm {
    pub text: String,
    pub countries: Vec<Choice>,
    pub constituencies: Vec<Choice>,
}

impl AskForm {
    pub fn new(cx: &Cx, text: &str, country: Option<Country>, constituency: Option<Constituency>) -> Self {
        let choice = |&own: &Constituency| Choice {
            value: own.code().to_owned(),
            text: cx.t(&format!("constituency-{own}")),
            chosen: Some(own) == constituency,
        };
        Self { text: text.to_owned(), countries: cx.country_choices(country), constituencies: Constituency::ALL.iter().map(choice).collect() }
    }
}

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    cx: Cx,
    /// For search engines.
    description: String,
    form: AskForm,
    examples: Vec<Link>,
    figures: Vec<Figure>,
    themes: Vec<Row>,
    latest: Vec<Item>,
    json_ld: String,
}

/// Records shown as the latest.
const LATEST: usize = 6;

/// `GET /{lang}/?q=&country=&constituency=`; with these, the question comes back to be changed.
pub(crate) async fn get(reader: Reader, Query(pairs): Pairs) -> Response<Body> {
    let result = home(&reader.0, &Question::read(&reader.0, &pairs));
    reader.answer(result)
}

fn home(cx: &Cx, asked: &Question) -> PageResult {
    let overview = cx.site.overview();
    let examples = (1..=4)
        .map(|n| cx.t(&format!("home-example-{n}")))
        .map(|text| Link::new(format!("{}{}", cx.href("/answers"), link::query([("q", text.as_str())])), text));
    let template = format!("{}/search?q={{search_term_string}}", cx.site.absolute(&format!("/{}", cx.locale)));
    let website = ayni_formats::jsonld::website(&cx.site.settings.base_url, &cx.instance.name, cx.locale, &template);
    let description = cx.instance.text(InstanceText::Description).map_or_else(|| cx.t("home-lead"), |own| own.best(cx.locale).1.to_owned());
    html(&HomePage {
        description,
        form: AskForm::new(cx, &asked.text, asked.country, asked.constituency),
        examples: examples.collect(),
        figures: overview.counts.iter().map(|(kind, count)| kind_figure(cx, *kind, *count, "")).collect(),
        themes: theme_rows(cx)?,
        latest: overview.latest.iter().take(LATEST).map(|record| cx.item(record, None)).collect(),
        json_ld: ayni_formats::jsonld::to_script(&website),
        cx: cx.clone(),
    })
}

/// The number of records of a kind, as a figure that opens them; `query` narrows.
pub(crate) fn kind_figure(cx: &Cx, kind: Kind, count: u64, query: &str) -> Figure {
    let (icon, class) = look(kind);
    let text = cx.t(&format!("list-{}", kind.plural()));
    Figure { href: format!("{}{query}", cx.href(&format!("/{}", kind.path()))), icon, class, number: format::number(cx.locale, count), text }
}

/// All themes with their counts, sorted as the language sorts them.
pub(crate) fn theme_rows(cx: &Cx) -> Result<Vec<Row>, PageError> {
    let answer = cx.site.index.search(&Request { limit: 1, facets: true, ..Request::default() })?;
    let counts = answer.facets.get(&Facet::Theme).map(Vec::as_slice).unwrap_or_default();
    let count =
        |theme: Theme| Facet::Theme.value(theme.code()).and_then(|value| counts.iter().find(|(own, _)| *own == value)).map_or(0, |(_, count)| *count);
    let mut rows: Vec<Row> = Theme::ALL
        .iter()
        .map(|&theme| Row {
            href: link::theme(cx.locale, theme),
            text: theme.name(cx.locale).to_owned(),
            count: format::number(cx.locale, count(theme)),
        })
        .collect();
    rows.sort_by(|a, b| format::compare(cx.locale, &a.text, &b.text));
    Ok(rows)
}
