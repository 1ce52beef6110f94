//! Views: what templates are given. Records become items, texts become words with the language they are in.

use std::sync::Arc;

use ayni_domain::instance::InstanceText;
use ayni_domain::permission::{Action, may};
use ayni_domain::{Country, Kind, Light, Locale, Record, RecordKey, State, Text};
use ayni_search::highlight::{Highlighter, Piece};

use crate::face::Face;
use crate::message::{counted, message};
use crate::site::Site;
use crate::who::Who;
use crate::{assets, format, link};

/// What a page knows of its reader and of itself.
#[derive(Clone)]
pub struct Cx {
    /// The instance.
    pub site: Site,
    /// What administrators set of it, the same for the whole page.
    pub instance: Arc<Face>,
    /// The reader's language.
    pub locale: Locale,
    /// Path after the language, with its leading slash.
    pub path: String,
    /// Query string with its question mark, or nothing.
    pub query: String,
    /// Who asks.
    pub who: Who,
    /// How many notices of a member are unread; known on pages that are for members alone.
    pub unread: Option<u64>,
}

/// A link with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where to.
    pub href: String,
    /// Words.
    pub text: String,
    /// Whether this is where the reader is.
    pub current: bool,
}

impl Link {
    /// A link to somewhere else.
    #[must_use]
    pub fn new(href: String, text: String) -> Self {
        Self { href, text, current: false }
    }
}

/// A link to the same page in a language.
pub struct LanguageLink {
    /// Where to.
    pub href: String,
    /// Which language.
    pub locale: Locale,
    /// Whether it is the page's own.
    pub current: bool,
}

impl Cx {
    /// A page without a path of its own, for whoever asks.
    #[must_use]
    pub fn new(site: &Site, locale: Locale, path: &str) -> Self {
        Self { site: site.clone(), instance: site.instance(), locale, path: path.to_owned(), query: String::new(), who: Who::Visitor, unread: None }
    }

    /// A message.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        message(self.locale, key, &[])
    }

    /// A message with one argument.
    #[must_use]
    pub fn t1(&self, key: &str, name: &str, value: &str) -> String {
        message(self.locale, key, &[(name, value)])
    }

    /// A message with arguments.
    #[must_use]
    pub fn tn(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        message(self.locale, key, arguments)
    }

    /// A message about a number.
    #[must_use]
    pub fn n(&self, key: &str, count: impl Count) -> String {
        counted(self.locale, key, count.count(), &[])
    }

    /// Path of a page in the reader's language.
    #[must_use]
    pub fn href(&self, path: &str) -> String {
        format!("/{}{path}", self.locale)
    }

    /// Address of one of our own files.
    #[must_use]
    pub fn asset(&self, name: &str) -> &'static str {
        assets::path(name)
    }

    /// Absolute address of this page without its query.
    #[must_use]
    pub fn canonical(&self) -> String {
        self.site.absolute(&self.href(&self.path))
    }

    /// The page in all languages of the instance, for search engines.
    #[must_use]
    pub fn alternates(&self) -> Vec<(Locale, String)> {
        self.instance.languages.iter().map(|other| (other, self.site.absolute(&format!("/{other}{}", self.path)))).collect()
    }

    /// The address that chooses the language by the browser.
    #[must_use]
    pub fn default_alternate(&self) -> String {
        self.site.absolute(&self.path)
    }

    /// The page in all languages of the instance, for the reader: with what they asked.
    #[must_use]
    pub fn languages(&self) -> Vec<LanguageLink> {
        let link = |locale: Locale| LanguageLink { href: format!("/{locale}{}{}", self.path, self.query), locale, current: locale == self.locale };
        self.instance.languages.iter().map(link).collect()
    }

    /// The way to the notices of a member, with the number of those that are unread.
    #[must_use]
    pub fn bell(&self) -> Option<Link> {
        let text = match self.unread? {
            0 => self.t("notices"),
            unread => self.n("notices-with-unread", unread),
        };
        Some(Link { current: self.path == "/notices", ..Link::new(self.href("/notices"), text) })
    }

    /// The places of a member.
    #[must_use]
    pub fn member_menu(&self) -> Vec<Link> {
        let mut places = vec![("/contribute", "contribute"), ("/drafts", "drafts"), ("/sheets", "sheets")];
        places.extend([
            ("/account", "account"),
            ("/account/sessions", "sessions"),
            ("/due", "due"),
            ("/notices", "notices"),
            ("/account/data", "data"),
        ]);
        if may(self.who.actor(), Action::Review) {
            places.push(("/review", "review"));
        }
        if may(self.who.actor(), Action::Translate) {
            places.push(("/translate", "translate"));
        }
        if may(self.who.actor(), Action::Oversee) {
            places.extend([("/objections", "objections"), ("/reports", "reports"), ("/adoption/requests", "adoptions")]);
        }
        if may(self.who.actor(), Action::DecideMandates) {
            places.push(("/mandates", "mandates"));
        }
        if may(self.who.actor(), Action::Administer) {
            places.extend([("/people", "people"), ("/admin", "admin")]);
        }
        places.push(("/adoption", "adoption"));
        self.links(&places)
    }

    /// The parts of one's account.
    #[must_use]
    pub fn account_menu(&self) -> Vec<Link> {
        self.links(&[
            ("/account", "account-profile"),
            ("/account/mandates", "mandates-own"),
            ("/account/security", "security"),
            ("/account/sessions", "sessions"),
            ("/account/notices", "notices-choose"),
            ("/account/data", "data"),
        ])
    }

    /// The parts of the administration.
    #[must_use]
    pub fn admin_menu(&self) -> Vec<Link> {
        self.links(&[
            ("/admin", "admin-overview"),
            ("/people", "people"),
            ("/mandates", "mandates"),
            ("/admin/mails", "admin-mails"),
            ("/admin/jobs", "admin-jobs"),
            ("/admin/index", "admin-index"),
            ("/admin/audit", "admin-audit"),
            ("/admin/settings", "admin-settings"),
        ])
    }

    fn links(&self, places: &[(&str, &str)]) -> Vec<Link> {
        places.iter().map(|(path, key)| Link { current: self.path == *path, text: self.t(key), href: self.href(path) }).collect()
    }

    /// Whether those who run the instance state terms.
    #[must_use]
    pub fn has_terms(&self) -> bool {
        self.instance.text(InstanceText::Terms).is_some()
    }

    /// The main menu.
    #[must_use]
    pub fn menu(&self) -> Vec<Link> {
        let kinds = Kind::ALL.iter().map(|kind| (format!("/{}", kind.path()), format!("list-{}", kind.plural())));
        let others = [("/countries", "countries-title"), ("/map", "menu-map")].map(|(path, key)| (path.to_owned(), key.to_owned()));
        kinds.chain(others).map(|(path, key)| Link { current: self.path.starts_with(&path), text: self.t(&key), href: self.href(&path) }).collect()
    }

    /// A text for the reader, in their language or along the visible fallback chain.
    #[must_use]
    pub fn words(&self, text: &Text) -> Words {
        let (language, words) = text.best(self.locale);
        Words::new(self.locale, language.as_str(), language.is_rtl(), vec![Piece { text: words.to_owned(), marked: false }])
    }
}

/// A number that a message can speak of.
pub trait Count {
    /// The number.
    fn count(&self) -> u64;
}
impl Count for u64 {
    fn count(&self) -> u64 {
        *self
    }
}
impl Count for usize {
    fn count(&self) -> u64 {
        *self as u64
    }
}
impl<T: Count> Count for &T {
    fn count(&self) -> u64 {
        (*self).count()
    }
}

/// A text in pieces, with its language where that is not the page's.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// Language, where it differs from the page's.
    pub language: Option<String>,
    /// Direction, for the attribute `dir`.
    pub direction: &'static str,
    /// The text; marked pieces match a query.
    pub pieces: Vec<Piece>,
}

impl Words {
    fn new(reader: Locale, language: &str, is_rtl: bool, pieces: Vec<Piece>) -> Self {
        let is_own = language.split('-').next() == Some(reader.code());
        Self { language: (!is_own).then(|| language.to_owned()), direction: if is_rtl { "rtl" } else { "ltr" }, pieces }
    }

    /// The text without marks.
    #[must_use]
    pub fn plain(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

/// A record in a list.
#[derive(Clone)]
pub struct Item {
    /// Name of the kind's mark.
    pub icon: &'static str,
    /// Colour: worked, who or learn.
    pub class: &'static str,
    /// Where to.
    pub href: String,
    /// Title.
    pub title: Words,
    /// Kind, countries, years, languages.
    pub meta: Vec<String>,
    /// Summary or snippet; may be empty.
    pub text: Words,
    /// What came of it, for answers.
    pub result: Option<Words>,
    /// Why it stands here.
    pub why: Vec<Why>,
}

/// A reason in words, with the records behind it.
#[derive(Clone, Default)]
pub struct Why {
    /// What sort of reason.
    pub label: String,
    /// The reason.
    pub text: String,
    /// Records behind it.
    pub records: Vec<RecordLink>,
}

/// A link to a record.
#[derive(Clone)]
pub struct RecordLink {
    /// Where to.
    pub href: String,
    /// Title.
    pub title: Words,
}

/// A figure that opens the records it counts.
pub struct Figure {
    /// Where to.
    pub href: String,
    /// Name of a mark.
    pub icon: &'static str,
    /// Colour.
    pub class: &'static str,
    /// The figure, as the language writes it.
    pub number: String,
    /// What is counted.
    pub text: String,
}

/// A row of an index: a link with a count.
pub struct Row {
    /// Where to.
    pub href: String,
    /// Words.
    pub text: String,
    /// How many records, as the language writes it.
    pub count: String,
}

/// One choice of a select field.
pub struct Choice {
    /// Value that is sent.
    pub value: String,
    /// Words.
    pub text: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// Mark and colour of a kind.
#[must_use]
pub const fn look(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Practice => ("practice", "worked"),
        Kind::Initiative => ("initiative", "who"),
        Kind::Publication => ("publication", "learn"),
        Kind::Course => ("course", "learn"),
        Kind::Event => ("event", "learn"),
        Kind::Organization => ("organization", "who"),
        Kind::Grouping => ("grouping", "who"),
    }
}

/// Mark of a light: each has a shape of its own, for colour alone tells not everybody.
#[must_use]
pub const fn light_mark(light: Light) -> &'static str {
    match light {
        Light::Green => "●",
        Light::Yellow => "◐",
        Light::Red => "○",
        Light::Inactive => "✕",
    }
}

/// A light as mark and words.
#[must_use]
pub fn light(cx: &Cx, light: Light) -> String {
    format!("{} {}", light_mark(light), cx.t(&format!("freshness-{light}")))
}

/// Countries of a list that are named before the rest is counted.
const NAMED_COUNTRIES: usize = 4;

impl Cx {
    /// A record as an item of a list; with a highlighter its text is the part that shows why it was found.
    #[must_use]
    pub fn item(&self, record: &Record, highlighter: Option<&Highlighter<'_>>) -> Item {
        let (icon, class) = look(record.envelope.key.kind);
        let (title, text, why) = match highlighter {
            None => (self.words(record.body.title()), Words::default(), Vec::new()),
            Some(highlighter) => self.found(record, highlighter),
        };
        Item { icon, class, href: link::record(self.locale, &record.envelope.key), title, meta: self.meta(record), text, result: None, why }
    }

    /// A record as an item with its summary.
    #[must_use]
    pub fn item_with_summary(&self, record: &Record) -> Item {
        Item { text: self.words(&record.body.common().summary), ..self.item(record, None) }
    }

    fn found(&self, record: &Record, highlighter: &Highlighter<'_>) -> (Words, Words, Vec<Why>) {
        let marked = |text: &Text, whole: bool| {
            let (language, words) = text.best(self.locale);
            let pieces = if whole { highlighter.whole(language, words) } else { highlighter.snippet(language, words) };
            Words::new(self.locale, language.as_str(), language.is_rtl(), pieces)
        };
        let common = record.body.common();
        let texts = [record.body.title(), &common.summary].into_iter().chain(record.body.texts());
        let snippet = texts.clone().skip(1).map(|text| marked(text, false)).max_by_key(|words| words.pieces.iter().filter(|p| p.marked).count());
        let mut why: Vec<Why> = Vec::new();
        for text in texts {
            for (language, words) in text.iter() {
                for reason in highlighter.reasons(self.locale, language, words) {
                    let sentence = self.tn("found-as", &[("said", &reason.said), ("found", &reason.found)]);
                    if why.len() < 3 && !why.iter().any(|own| own.text.to_lowercase() == sentence.to_lowercase()) {
                        why.push(Why { label: self.t("found-concept"), text: sentence, records: Vec::new() });
                    }
                }
            }
        }
        let summary = snippet.filter(|words| words.pieces.iter().any(|p| p.marked)).unwrap_or_else(|| marked(&common.summary, false));
        (marked(record.body.title(), true), summary, why)
    }

    /// Kind, countries, years and languages of a record, in a few words; with what a reader should know before trusting it.
    #[must_use]
    pub fn meta(&self, record: &Record) -> Vec<String> {
        let body = &record.body;
        let mut meta = vec![self.t(&format!("kind-{}", record.envelope.key.kind))];
        meta.extend(self.where_(record));
        meta.extend(body.period().map(format::years));
        if let Some(acronym) = body.acronym() {
            meta.push(acronym.to_owned());
        }
        let languages: Vec<String> = body.common().languages.iter().take(4).map(|language| self.language_name(language.as_str())).collect();
        if !languages.is_empty() {
            meta.push(self.join(&languages));
        }
        if record.envelope.light != Light::Green {
            meta.push(light(self, record.envelope.light));
        }
        if record.envelope.contested {
            meta.push(self.t("contested"));
        }
        meta
    }

    fn where_(&self, record: &Record) -> Option<String> {
        let names = |countries: &[Country]| -> Option<String> {
            let mut names: Vec<String> = countries.iter().take(NAMED_COUNTRIES).map(|c| c.name(self.locale).to_owned()).collect();
            if countries.len() > NAMED_COUNTRIES {
                names.push(self.n("countries-more", countries.len() - NAMED_COUNTRIES));
            }
            (!names.is_empty()).then(|| self.join(&names))
        };
        let roles = record.body.cooperation().map(|cooperation| &cooperation.countries_by_role);
        match roles.and_then(|roles| Some((names(&roles.provider)?, names(&roles.recipient)?))) {
            Some((from, to)) => Some(self.tn("from-to", &[("from", &from), ("to", &to)])),
            None if record.envelope.key.kind == Kind::Grouping => Some(self.n("count-members", record.body.common().countries.len())),
            None => {
                let countries: Vec<Country> = match &record.body {
                    ayni_domain::Body::Organization(organization) => organization.country.into_iter().collect(),
                    body => body.common().countries.clone(),
                };
                names(&countries)
            }
        }
    }

    /// The name of a language in the reader's; the tag where we have no word.
    #[must_use]
    pub fn language_name(&self, tag: &str) -> String {
        let key = format!("language-{}", tag.split('-').next().unwrap_or(tag));
        if crate::message::exists(self.locale, &key) { self.t(&key) } else { tag.to_owned() }
    }

    /// A list in the punctuation of the language.
    #[must_use]
    pub fn join(&self, parts: &[String]) -> String {
        parts.join(&self.t("list-comma").replace('_', " "))
    }

    /// A link to a record.
    #[must_use]
    pub fn record_link(&self, record: &Record) -> RecordLink {
        RecordLink { href: link::record(self.locale, &record.envelope.key), title: self.words(record.body.title()) }
    }

    /// Countries as choices, sorted as the language sorts them.
    #[must_use]
    pub fn country_choices(&self, chosen: Option<Country>) -> Vec<Choice> {
        let mut choices: Vec<Choice> = Country::all()
            .map(|country| Choice { value: country.code().to_owned(), text: country.name(self.locale).to_owned(), chosen: Some(country) == chosen })
            .collect();
        choices.sort_by(|a, b| format::compare(self.locale, &a.text, &b.text));
        choices
    }
}

/// The published ones of some records, by key.
pub(crate) async fn published(site: &Site, keys: &[RecordKey]) -> Result<Vec<Arc<Record>>, ayni_store::StoreError> {
    let mut records = Vec::with_capacity(keys.len());
    for key in keys {
        records.extend(site.store.find(key).await?.filter(|record| record.envelope.state == State::Published));
    }
    Ok(records)
}
