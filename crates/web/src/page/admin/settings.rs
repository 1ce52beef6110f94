//! Settings of the instance: name, contact, what it is for, languages, colours; logo and long texts have pages of their own beside this one.
//!
//! Each form says what it saw. Two who change the same never overwrite each other silently: the second is told, and decides.

use std::collections::BTreeMap;

use askama::Template;
use axum::body::Body;
use axum::http::Response;
use ayni_domain::Locale;
use ayni_domain::colour::{Accent, AccentError, LEAST_CONTRAST, Scheme};
use ayni_domain::instance::{Instance, InstanceText, LONGEST_CONTACT, LONGEST_NAME, Setting};
use ayni_domain::language::Languages;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{crumbs, status};
use crate::error::PageError;
use crate::format;
use crate::page::renew::said;
use crate::page::{Fields, PageResult, Reader, page, see_other};
use crate::view::{Choice, Cx, Link};

/// A text field with what is wrong with it.
pub(super) struct Field {
    pub name: String,
    pub label: String,
    pub value: String,
    pub longest: usize,
    pub problem: Option<String>,
    /// Language of what is typed, where it is known.
    pub language: Option<Locale>,
}

/// A form of settings that are made together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Identity,
    Languages,
    Accent,
    Logo,
    Texts(Locale),
}

impl Part {
    fn parse(code: &str) -> Option<Self> {
        Some(match code {
            "identity" => Self::Identity,
            "languages" => Self::Languages,
            "accent" => Self::Accent,
            _ => return None,
        })
    }

    /// What is made in it.
    pub fn settings(self) -> Vec<Setting> {
        match self {
            Self::Identity => {
                let described = Locale::ALL.iter().map(|locale| Setting::Words(InstanceText::Description, *locale));
                [Setting::Name, Setting::Contact].into_iter().chain(described).collect()
            }
            Self::Languages => vec![Setting::Languages],
            Self::Accent => vec![Setting::Accent],
            Self::Logo => vec![Setting::Logo],
            Self::Texts(locale) => [InstanceText::Privacy, InstanceText::Terms].map(|text| Setting::Words(text, locale)).into(),
        }
    }

    /// A word for what its settings are now: another word when one of them has changed.
    pub fn fingerprint(self, kept: &BTreeMap<String, Value>) -> String {
        let now: Vec<Option<&Value>> = self.settings().iter().map(|setting| kept.get(&setting.to_string())).collect();
        Sha256::digest(json!(now).to_string())[..8].iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Makes settings that were seen as they still are. Returns whether they were: nothing is made when somebody was quicker.
///
/// # Errors
/// `Store`.
pub(super) async fn save(cx: &Cx, part: Part, seen: &str, changes: &[(Setting, Value)]) -> Result<bool, PageError> {
    let actor = cx.who.member().ok_or(PageError::NotFound)?.person.id.to_string();
    let tx = cx.site.store.begin().await?;
    let kept = cx.site.store.settings().await?; // writers come one after another: nobody changes them until the commit
    if part.fingerprint(&kept) != seen {
        return Ok(false);
    }
    for (setting, value) in changes {
        tx.set_setting(&setting.to_string(), value, &actor, cx.site.now()).await?;
    }
    tx.commit().await?;
    cx.site.look_anew().await?;
    Ok(true)
}

/// What somebody typed into a part, and what is wrong with it.
pub(super) struct Typed<'a> {
    pub part: Part,
    pub fields: &'a Fields,
    /// Name of the field, and what is wrong.
    pub problems: Vec<(String, String)>,
    /// Whether somebody else changed the same meanwhile.
    pub changed: bool,
}

impl Typed<'_> {
    fn problem(&self, name: &str) -> Option<String> {
        self.problems.iter().find(|(own, _)| own == name).map(|(_, said)| said.clone())
    }
}

#[derive(Template)]
#[template(path = "admin_settings.html")]
struct SettingsPage {
    cx: Cx,
    crumbs: Vec<Link>,
    menu: Vec<Link>,
    saved: bool,
    wrong: bool,
    changed: bool,
    identity: Vec<Field>,
    identity_seen: String,
    languages: Vec<Choice>,
    languages_problem: Option<String>,
    languages_seen: String,
    accent: Vec<Field>,
    accent_seen: String,
    accent_help: String,
    logo_problem: Option<String>,
    logo_seen: String,
    texts: Vec<Link>,
}

/// `GET /{lang}/admin/settings`
pub(crate) async fn get(reader: Reader) -> Response<Body> {
    let result = show(&reader.0, None).await;
    reader.answer(result)
}

/// The page, with what was refused if something was.
pub(super) async fn show(cx: &Cx, typed: Option<&Typed<'_>>) -> PageResult {
    let kept = cx.site.store.settings().await?;
    let instance = cx.site.usual().with(&kept).0;
    let of = |part: Part| typed.filter(|typed| typed.part == part);
    let languages = of(Part::Languages);
    let offered =
        |locale: Locale| languages.map_or(instance.languages.offer(locale), |own| own.fields.all("language").any(|code| code == locale.code()));
    let language = |&own: &Locale| Choice { value: own.code().to_owned(), text: own.endonym().to_owned(), chosen: offered(own) };
    let shown = SettingsPage {
        crumbs: crumbs(cx),
        menu: cx.admin_menu(),
        saved: typed.is_none() && cx.query == "?saved",
        wrong: typed.is_some_and(|typed| !typed.problems.is_empty()),
        changed: typed.is_some_and(|typed| typed.changed),
        identity: identity(cx, &instance, &kept, of(Part::Identity)),
        identity_seen: Part::Identity.fingerprint(&kept),
        languages: Locale::ALL.iter().map(language).collect(),
        languages_problem: languages.and_then(|own| own.problem("language")),
        languages_seen: Part::Languages.fingerprint(&kept),
        accent: accent(cx, &instance, of(Part::Accent)),
        accent_seen: Part::Accent.fingerprint(&kept),
        accent_help: cx.t1("settings-accent-help", "ratio", &format::decimal(cx.locale, LEAST_CONTRAST, 1)),
        logo_problem: of(Part::Logo).and_then(|own| own.problem("logo")),
        logo_seen: Part::Logo.fingerprint(&kept),
        texts: super::texts::links(cx, None),
        cx: Cx { instance: cx.site.instance(), ..cx.clone() },
    };
    Ok(page(status(shown.wrong || shown.changed), shown.render()?))
}

fn identity(cx: &Cx, instance: &Instance, kept: &BTreeMap<String, Value>, typed: Option<&Typed<'_>>) -> Vec<Field> {
    let field = |setting: Setting, label: String, longest: usize, language: Option<Locale>, now: String| {
        let name = setting.to_string();
        let value = typed.map_or(now, |typed| typed.fields.get(&name).to_owned());
        Field { problem: typed.and_then(|typed| typed.problem(&name)), name, label, value, longest, language }
    };
    let own = [
        field(Setting::Name, cx.t("settings-name"), LONGEST_NAME, None, instance.name.clone()),
        field(Setting::Contact, cx.t("settings-contact"), LONGEST_CONTACT, None, instance.contact.clone().unwrap_or_default()),
    ];
    let described = Locale::ALL.iter().filter(|locale| instance.languages.offer(**locale)).map(|&locale| {
        let setting = Setting::Words(InstanceText::Description, locale);
        let now = kept.get(&setting.to_string()).and_then(Value::as_str).unwrap_or_default().to_owned();
        let label = cx.t1("settings-description", "language", locale.endonym());
        field(setting, label, InstanceText::Description.longest(), Some(locale), now)
    });
    own.into_iter().chain(described).collect()
}

fn accent(cx: &Cx, instance: &Instance, typed: Option<&Typed<'_>>) -> Vec<Field> {
    let now = instance.accent.unwrap_or_else(Accent::usual);
    let field = |&scheme: &Scheme| {
        let name = scheme.code().to_owned();
        let value = typed.map_or_else(|| now.of(scheme).to_string(), |typed| typed.fields.get(&name).to_owned());
        let label = cx.t(&format!("settings-accent-{scheme}"));
        Field { problem: typed.and_then(|typed| typed.problem(&name)), name, label, value, longest: 7, language: None }
    };
    Scheme::ALL.iter().map(field).collect()
}

/// `POST /{lang}/admin/settings`
pub(crate) async fn post(reader: Reader, fields: Fields) -> Response<Body> {
    let result = write(&reader.0, &fields).await;
    reader.answer(result)
}

async fn write(cx: &Cx, fields: &Fields) -> PageResult {
    let part = Part::parse(fields.get("part")).ok_or(PageError::NotFound)?;
    let read = match part {
        Part::Languages => read_languages(cx, fields),
        Part::Accent => read_accent(cx, fields),
        Part::Identity | Part::Logo | Part::Texts(_) => read_words(cx, part, fields),
    };
    let refused = |problems, changed| Typed { part, fields, problems, changed };
    match read {
        Err(problems) => show(cx, Some(&refused(problems, false))).await,
        Ok(changes) if save(cx, part, fields.get("seen"), &changes).await? => Ok(see_other(&cx.href("/admin/settings?saved"))),
        Ok(_) => show(cx, Some(&refused(Vec::new(), true))).await,
    }
}

/// Settings with their new values, or what is wrong with which field.
pub(super) type Read = Result<Vec<(Setting, Value)>, Vec<(String, String)>>;

/// The settings of a part that are made of words. What a form does not have stays as it is; what is as usual anyway is not kept.
pub(super) fn read_words(cx: &Cx, part: Part, fields: &Fields) -> Read {
    let usual = cx.site.usual();
    let (mut changes, mut problems) = (Vec::new(), Vec::new());
    for setting in part.settings() {
        let name = setting.to_string();
        if !fields.0.iter().any(|(own, _)| *own == name) {
            continue;
        }
        let is_usual = match setting {
            Setting::Name => fields.get(&name) == usual.name,
            Setting::Contact => Some(fields.get(&name)) == usual.contact.as_deref(),
            _ => false,
        };
        match setting.typed(if is_usual { "" } else { fields.get(&name) }) {
            Ok(value) => changes.push((setting, value)),
            Err(problem) => problems.push((name, said(cx, &problem))),
        }
    }
    if problems.is_empty() { Ok(changes) } else { Err(problems) }
}

fn read_languages(cx: &Cx, fields: &Fields) -> Read {
    let offered = Languages::new(fields.all("language").filter_map(Locale::parse));
    let Some(offered) = offered else { return Err(vec![("language".to_owned(), cx.t("settings-languages-none"))]) };
    let codes: Vec<&str> = offered.iter().map(Locale::code).collect();
    Ok(vec![(Setting::Languages, if offered == Languages::ALL { Value::Null } else { json!(codes) })])
}

fn read_accent(cx: &Cx, fields: &Fields) -> Read {
    let accent = Accent::new(fields.get("light"), fields.get("dark")).map_err(|error| match error {
        AccentError::Form(scheme) => vec![(scheme.code().to_owned(), cx.t("settings-accent-form"))],
        AccentError::Contrast { scheme, ratio } => {
            let (ratio, least) = (format::decimal(cx.locale, ratio, 2), format::decimal(cx.locale, LEAST_CONTRAST, 1));
            vec![(scheme.code().to_owned(), cx.tn("settings-accent-contrast", &[("ratio", &ratio), ("least", &least)]))]
        }
    })?;
    Ok(vec![(Setting::Accent, if accent == Accent::usual() { Value::Null } else { accent.to_json() })])
}
