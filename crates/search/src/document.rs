//! Documents: what the index keeps of a record.

use std::collections::BTreeSet;

use ayni_domain::resolve::Directory;
use ayni_domain::{Body, Country, Envelope, Kind, LanguageTag, Locale, PartialDate, Record, RecordKey, Text};
use jiff::civil::Date;
use tantivy::TantivyDocument;

use crate::analyze::Analyzer;
use crate::facet::Facet;
use crate::lexicon::{Lexicon, Meaning};
use crate::schema::Fields;
use crate::search::language_bit;

/// What is known beside a record when it is indexed: names that mean records, and groupings with their members.
#[derive(Default)]
pub struct Context {
    /// Names of organizations and groupings.
    pub directory: Directory,
    /// Groupings, for membership at the time of a record.
    pub groupings: Vec<(RecordKey, ayni_domain::grouping::Grouping)>,
    /// The day that counts for records without a date.
    pub today: Option<Date>,
}

impl Context {
    /// Builds the context of all records; only organizations and groupings are kept.
    #[must_use]
    pub fn new<'a>(records: impl IntoIterator<Item = (&'a RecordKey, &'a Body)>, today: Date) -> Self {
        let mut context = Self { today: Some(today), ..Self::default() };
        for (key, body) in records {
            context.add(key, body);
        }
        context
    }

    /// Adds one record.
    pub fn add(&mut self, key: &RecordKey, body: &Body) {
        self.directory.add(key, body);
        if let Body::Grouping(grouping) = body {
            self.groupings.push((key.clone(), grouping.clone()));
        }
    }
}

/// Most characters that are indexed of the texts of a record's files, all together; the first ones count.
pub const MOST_FILE_TEXT: usize = 200_000;

/// Text of a file that is attached to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileText {
    /// Its language, where known.
    pub language: Option<LanguageTag>,
    /// The text.
    pub text: String,
}

/// Makes the document of a record with the texts of its files.
pub(crate) fn document(fields: &Fields, lexicon: &Lexicon, context: &Context, record: &Record, files: &[FileText]) -> TantivyDocument {
    let mut document = TantivyDocument::default();
    let (envelope, body) = (&record.envelope, &record.body);
    document.add_bytes(fields.id, envelope.id.as_bytes());
    document.add_u64(fields.revision, u64::from(envelope.revision));
    document.add_text(fields.key, envelope.key.to_string());
    document.add_u64(fields.order, u64::from_be_bytes(envelope.id.as_bytes()[8..].try_into().unwrap_or_default()));
    document.add_u64(fields.date, date_rank(body.period().map(|p| p.start), envelope.published_at.as_second()));
    document.add_u64(fields.alpha, alphabetical_rank(body.title().original().1));
    document.add_u64(fields.light, envelope.light as u64);
    document.add_u64(fields.original, language_bit(body.original_language().locale()));
    for value in facets(context, envelope, body) {
        document.add_u64(fields.facet, value);
    }
    let mut words = Words { document: &mut document, fields, lexicon };
    words.add(body);
    words.add_files(files);
    document
}

struct Words<'a> {
    document: &'a mut TantivyDocument,
    fields: &'a Fields,
    lexicon: &'a Lexicon,
}

impl Words<'_> {
    fn add(&mut self, body: &Body) {
        let common = body.common();
        let mut title_concepts = Concepts::default();
        let mut concepts = Concepts::default();
        self.text(body.title(), true, &mut title_concepts);
        if matches!(body, Body::Organization(_)) && body.title() != &common.title {
            self.text(&common.title, true, &mut title_concepts);
        }
        for text in std::iter::once(&common.summary).chain(body.texts()) {
            self.text(text, false, &mut concepts);
        }
        for name in names(body) {
            self.document.add_text(self.fields.neutral, &name);
            self.recognise(Locale::En, &name, &mut concepts);
        }
        if let Some(acronym) = body.acronym() {
            self.document.add_text(self.fields.neutral_title, acronym);
        }
        self.document.add_text(self.fields.concept_title, title_concepts.words(self.lexicon));
        self.document.add_text(self.fields.concept, concepts.words(self.lexicon));
        let broader: BTreeSet<u32> = title_concepts.0.iter().chain(&concepts.0).flat_map(|&c| self.lexicon.broader(c)).collect();
        self.document.add_text(self.fields.concept_broader, Concepts(broader.into_iter().collect()).words(self.lexicon));
    }

    /// Words only: a long text names so many concepts that they would say nothing of the record.
    fn add_files(&mut self, files: &[FileText]) {
        let mut left = MOST_FILE_TEXT;
        for file in files {
            let end = file.text.char_indices().nth(left).map_or(file.text.len(), |(at, _)| at);
            let taken = &file.text[..end];
            left -= taken.chars().count();
            let field = file.language.as_ref().and_then(LanguageTag::locale).map_or(self.fields.neutral_file, |l| self.fields.file[l.index()]);
            self.document.add_text(field, taken);
            if left == 0 {
                return;
            }
        }
    }

    fn text(&mut self, text: &Text, is_title: bool, concepts: &mut Concepts) {
        for (language, words) in text.iter() {
            let field = match (language.locale(), is_title) {
                (Some(locale), true) => self.fields.title[locale.index()],
                (Some(locale), false) => self.fields.body[locale.index()],
                (None, true) => self.fields.neutral_title,
                (None, false) => self.fields.neutral,
            };
            self.document.add_text(field, words);
            if let Some(locale) = language.locale() {
                self.recognise(locale, words, concepts);
            }
        }
    }

    fn recognise(&self, locale: Locale, words: &str, concepts: &mut Concepts) {
        for mention in self.lexicon.recognise(locale, words) {
            if let Meaning::Concept(concept) = mention.meaning {
                concepts.0.push(concept);
            }
        }
    }
}

/// Concepts of a text, as often as they stand there.
#[derive(Default)]
struct Concepts(Vec<u32>);

impl Concepts {
    fn words(&self, lexicon: &Lexicon) -> String {
        self.0.iter().filter_map(|&at| lexicon.concept(at)).map(|concept| concept.id.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// Names and short texts of no certain language.
fn names(body: &Body) -> Vec<String> {
    let mut names: Vec<String> = body.mentions().into_iter().map(|(_, name, _)| name.to_owned()).collect();
    match body {
        Body::Publication(p) => names.extend(p.authors.iter().chain(&p.series).cloned()),
        Body::Course(c) => names.extend(c.programme.iter().chain(&c.place).chain(&c.audience).cloned()),
        Body::Event(e) => {
            names.extend(e.place.iter().cloned());
            names.extend(e.stops.iter().map(|stop| format!("{}, {}", stop.place, stop.topic)));
        }
        Body::Grouping(g) => names.extend(g.secretariat.iter().cloned()),
        Body::Practice(_) | Body::Initiative(_) | Body::Organization(_) => {}
    }
    names
}

/// Countries of a record: what it is about, who takes part, the seat of an organization.
#[must_use]
pub fn countries(body: &Body) -> BTreeSet<Country> {
    let mut countries: BTreeSet<Country> = body.common().countries.iter().copied().collect();
    countries.extend(body.cooperation().into_iter().flat_map(|c| c.participants()).map(|(country, _)| country));
    match body {
        Body::Organization(organization) => countries.extend(organization.country),
        Body::Event(event) => countries.extend(event.stops.iter().map(|stop| stop.country)),
        _ => {}
    }
    countries
}

fn facets(context: &Context, envelope: &Envelope, body: &Body) -> BTreeSet<u64> {
    let mut values = BTreeSet::new();
    let mut add = |facet: Facet, code: &str| values.extend(facet.value(code).map(|value| value.0));
    let common = body.common();
    let countries = countries(body);
    let key = &envelope.key;
    add(Facet::Kind, key.kind.code());
    add(Facet::Freshness, envelope.light.code());
    common.themes.iter().for_each(|theme| add(Facet::Theme, theme.code()));
    common.sdgs.iter().for_each(|sdg| add(Facet::Sdg, &sdg.goal().to_string()));
    common.languages.iter().for_each(|language| add(Facet::Language, language.as_str()));
    for country in &countries {
        add(Facet::Country, country.code());
        country.region().iter().chain(country.subregion().iter()).for_each(|region| add(Facet::Region, region.code()));
    }
    let day = body.period().map(|p| p.start.first_day()).or(context.today);
    for (grouping, members) in &context.groupings {
        let was_member = |country: &Country| day.is_some_and(|day| members.has_member_on(*country, day));
        if key.kind != Kind::Grouping && countries.iter().any(was_member) {
            add(Facet::Grouping, grouping.slug.as_str());
        }
    }
    body.period().into_iter().flat_map(|p| p.years().take(60)).for_each(|year| add(Facet::Year, &year.to_string()));
    if let Some(cooperation) = body.cooperation() {
        cooperation.modality.iter().for_each(|modality| add(Facet::Modality, modality.code()));
        cooperation.partners.iter().for_each(|partner| add(Facet::Constituency, partner.constituency.code()));
        // As on the map: what is contested is no flow of cooperation until it has its answer.
        let flows = cooperation.participants().filter(|_| !envelope.contested);
        for (country, role) in flows {
            if role.shares() {
                add(Facet::Provider, country.code());
            }
            if role.takes_up() {
                add(Facet::Recipient, country.code());
            }
        }
    }
    if let Body::Organization(organization) = body {
        add(Facet::Constituency, organization.constituency.code());
    }
    for (_, name, country) in body.mentions() {
        if let Some(record) = context.directory.resolve(name, country) {
            add(Facet::Mention, &record.to_string());
        }
    }
    values
}

/// Newest first means largest first: days since year 1, or of publication here where a record has no date.
fn date_rank(start: Option<PartialDate>, published_second: i64) -> u64 {
    let day = |date: Date| u64::try_from(i64::from(date.year()) * 372 + i64::from(date.month()) * 31 + i64::from(date.day())).unwrap_or(0);
    start.map_or_else(|| u64::try_from(published_second / 86_400).unwrap_or(0), |date| 1_000_000 + day(date.first_day()))
}

/// The first letters of a folded title as a number: smaller comes first in the alphabet.
fn alphabetical_rank(title: &str) -> u64 {
    let folded = Analyzer::Neutral.words(title).into_iter().map(|token| token.text).collect::<Vec<_>>().join(" ");
    let mut letters = [0u8; 8];
    for (letter, byte) in letters.iter_mut().zip(folded.bytes()) {
        *letter = byte;
    }
    u64::from_be_bytes(letters)
}
