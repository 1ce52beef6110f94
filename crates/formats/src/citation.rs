//! "Cite this": a record as BibTeX, RIS, CSL-JSON and one readable line.
//!
//! A publication, course or event is cited as the thing itself, with its authors or organisers and its own date; a practice, initiative,
//! organization or grouping as the page that describes it, dated by its last revision. The address is always that of the record's page. No day
//! of access is stated, since there is no clock here. Names stand as the source writes them, never cut into family and given name.

mod bibtex;
mod csl;
mod plain;
mod ris;

pub use bibtex::bibtex;
pub use csl::csl_json;
pub use plain::plain;
pub use ris::ris;

use ayni_domain::publication::PublicationType;
use ayni_domain::{Body, LanguageTag, Locale, PartialDate, Record};

use crate::facts;

/// What a citation states, whatever its format; every text is on one line and unescaped.
struct Work<'a> {
    /// `kind-slug`: the same for every revision and language.
    key: String,
    form: Form,
    title: String,
    authors: Vec<String>,
    editors: Vec<String>,
    start: Option<PartialDate>,
    end: Option<PartialDate>,
    publisher: Option<String>,
    isbn: Option<String>,
    pages: Option<u32>,
    series: Option<String>,
    place: Option<String>,
    language: LanguageTag,
    keywords: Vec<&'static str>,
    url: &'a str,
}

/// What the formats call a sort of thing.
struct Form {
    bibtex: &'static str,
    ris: &'static str,
    csl: &'static str,
    /// More exact than the formats' types, in English like these.
    genre: Option<&'static str>,
}

fn form(body: &Body) -> Form {
    let form = |bibtex, ris, csl, genre| Form { bibtex, ris, csl, genre };
    let Body::Publication(publication) = body else {
        return form("misc", "ELEC", if matches!(body, Body::Event(_)) { "event" } else { "webpage" }, None);
    };
    match publication.publication_type {
        PublicationType::Report => form("techreport", "RPRT", "report", None),
        PublicationType::WorkingPaper => form("techreport", "RPRT", "report", Some("Working paper")),
        PublicationType::Brief => form("techreport", "RPRT", "report", Some("Policy brief")),
        PublicationType::Book => form("book", "BOOK", "book", None),
        PublicationType::Compendium => form("book", "BOOK", "book", Some("Compendium")),
        PublicationType::Manual => form("manual", "RPRT", "report", Some("Manual")),
        PublicationType::HowToGuide => form("manual", "RPRT", "report", Some("How-to guide")),
        PublicationType::Toolkit => form("manual", "RPRT", "report", Some("Toolkit")),
        PublicationType::Video => form("misc", "VIDEO", "motion_picture", None),
        PublicationType::ELearningTool => form("misc", "ELEC", "webpage", Some("E-learning tool")),
    }
}

impl<'a> Work<'a> {
    fn new(record: &Record, locale: Locale, url: &'a str) -> Self {
        let (body, key) = (&record.body, &record.envelope.key);
        let (editors, authors): (Vec<_>, Vec<_>) = facts::creators(body).into_iter().partition(|name| name.editor);
        let names = |list: Vec<facts::Name>| list.into_iter().map(|name| name.name).collect();
        let (start, end) = facts::issued(record);
        let publication = if let Body::Publication(publication) = body { Some(publication) } else { None };
        Self {
            key: format!("{}-{}", key.kind, key.slug),
            form: form(body),
            title: facts::title(body, locale).1,
            authors: names(authors),
            editors: names(editors),
            start,
            end,
            publisher: facts::publisher(body),
            isbn: publication.and_then(|p| p.isbn.as_deref()).map(facts::one_line),
            pages: publication.and_then(|p| p.pages),
            series: publication.and_then(|p| p.series.as_deref()).map(facts::one_line),
            place: facts::place(body),
            language: language(body, locale),
            keywords: body.common().themes.iter().map(|theme| theme.name(locale)).collect(),
            url,
        }
    }
}

/// Language of what is cited: of the title where the thing exists in it, else the first of the thing; of a described thing that of its summary.
fn language(body: &Body, locale: Locale) -> LanguageTag {
    match body {
        Body::Publication(_) | Body::Course(_) | Body::Event(_) => {
            let (of_title, languages) = (body.title().best(locale).0, facts::languages(body, locale));
            let exists = languages.iter().any(|language| language.primary() == of_title.primary());
            languages.first().filter(|_| !exists).map_or(of_title, |first| *first).clone()
        }
        Body::Practice(_) | Body::Initiative(_) | Body::Organization(_) | Body::Grouping(_) => body.common().summary.best(locale).0.clone(),
    }
}
