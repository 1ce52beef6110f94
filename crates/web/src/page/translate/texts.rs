//! The texts of a record as the desk needs them: the original, what the record says in a language, and the drafts.

use ayni_domain::translation::{FieldState, Translation, TranslationState, original_before, states};
use ayni_domain::{LanguageTag, Locale, PersonId, Record};

use crate::coverage::is_in;
use crate::error::PageError;
use crate::view::Cx;

/// A text with all there is of it in one language.
pub(super) struct TextAt {
    /// How it stands.
    pub state: FieldState,
    /// The original.
    pub original: String,
    /// What the original said before the change that made the translation outdated.
    pub before: Option<String>,
    /// What the record says.
    pub published: Option<String>,
    /// The reader's draft, whatever its stage.
    pub own: Option<Translation>,
    /// Drafts of others.
    pub others: Vec<Translation>,
}

impl TextAt {
    pub fn field(&self) -> &str {
        &self.state.field
    }

    /// Whether nobody has begun to translate it.
    pub fn is_untouched(&self) -> bool {
        self.state.state == TranslationState::Missing && self.own.is_none() && self.others.is_empty()
    }
}

/// All texts of a record that were written in another language than this one.
pub(super) async fn load(cx: &Cx, record: &Record, to: Locale, reader: PersonId) -> Result<Vec<TextAt>, PageError> {
    let store = &cx.site.store;
    let rows = store.translations(record.envelope.id).await?;
    let revisions = store.revisions(&record.envelope.key).await?;
    let bodies: Vec<_> = revisions.iter().map(|revision| (revision.revision, &revision.body)).collect();
    let (reader, texts) = (reader.to_string(), record.body.translatable());
    let of_language = states(&bodies, &rows).into_iter().filter(|state| is_in(state, &to.tag()));
    let text = |state: FieldState| {
        let (_, text) = texts.iter().find(|(field, _)| *field == state.field)?;
        let drafts = rows.iter().filter(|row| row.field == state.field && same(&row.language, &state.language) && !row.is_reviewed()).cloned();
        let (own, others): (Vec<_>, Vec<_>) = drafts.partition(|row| row.author == reader);
        let before = match state.state {
            TranslationState::Outdated { since } => original_before(&bodies, &state.field, since).map(str::to_owned),
            _ => None,
        };
        let published = text.in_language(&state.language).map(str::to_owned);
        Some(TextAt { original: text.original().1.to_owned(), before, published, own: own.into_iter().next_back(), others, state })
    };
    Ok(of_language.filter_map(text).collect())
}

fn same(a: &LanguageTag, b: &LanguageTag) -> bool {
    a.primary() == b.primary()
}
