//! What reviewers and writers say to each other about a draft: each hears of the other by a notice, and a mail as often as they want mails.

use ayni_domain::PersonId;
use ayni_domain::draft::{By, Step};
use ayni_domain::notice::Topic;
use ayni_domain::path::Path;
use ayni_domain::permission::{Actor, may_see_draft};
use ayni_store::Tx;
use ayni_store::draft::{Draft, Taking};
use ayni_store::review::Taken;

use super::{subject, title};
use crate::error::PageError;
use crate::fields;
use crate::tell::{Telling, tell};
use crate::view::Cx;

/// Words about a draft, and who is to hear of them.
pub(crate) struct Saying {
    by: By,
    words: String,
    /// What they are about; the whole, where no field is named.
    field: Option<Path>,
    to: Vec<PersonId>,
}

impl Saying {
    /// A reviewer's words, for the author; a writer's own, for all who have reviewed the draft.
    pub async fn new(cx: &Cx, draft: &Draft, by: By, words: &str, field: Option<Path>) -> Result<Self, PageError> {
        let to = match by {
            By::Reviewer(_) | By::Clock => vec![draft.author],
            By::Writer(_) => reviewers(draft, &cx.site.store.steps(draft.id).await?),
        };
        Ok(Self { by, words: words.to_owned(), field, to })
    }

    /// A writer's answer to the comment with this number, in its place and for who wrote it; `None` where there is no such comment.
    pub async fn reply(cx: &Cx, draft: &Draft, by: PersonId, comment: u32, words: &str) -> Result<Option<Self>, PageError> {
        let steps = cx.site.store.steps(draft.id).await?;
        let answered = steps.into_iter().find(|taken| taken.seq == comment && taken.step == Step::Commented);
        let saying = |taken: Taken| Self { by: By::Writer(by), words: words.to_owned(), field: taken.field, to: taken.person.into_iter().collect() };
        Ok(answered.map(saying))
    }

    /// The step that keeps them.
    pub fn taking(&self) -> Taking {
        Taking { field: self.field.clone(), ..Taking::new(Step::Commented, self.by, Some(&self.words)) }
    }

    /// Tells those who are to hear of them, in the transaction that keeps them; nobody is told what they said themselves, or what they
    /// may not see any more.
    pub async fn tell(&self, cx: &Cx, tx: &Tx, draft: &Draft) -> Result<(), PageError> {
        let (message, path) = match self.by {
            By::Writer(_) => ("notice-review-replied", format!("/review/{}", draft.id)),
            By::Reviewer(_) | By::Clock => ("notice-review-commented", format!("/drafts/{}", draft.id)),
        };
        let (site, now) = (&cx.site, cx.site.now());
        for person in site.store.people_among(&self.to).await?.iter().filter(|person| self.by.person() != Some(person.id)) {
            let standing = site.store.standing(person.id, site.today()).await?;
            if !standing.is_some_and(|standing| may_see_draft(Actor::Member(&standing), subject(draft))) {
                continue;
            }
            let own = Cx::new(site, person.locale, "");
            let place = self.field.as_ref().map_or_else(|| own.t("comments-whole"), |path| fields::place(&own, path));
            let arguments = [("title", title(&own, draft).plain()), ("place", place), ("comment", self.words.clone())];
            let arguments = arguments.each_ref().map(|(name, value)| (*name, value.as_str()));
            let telling = Telling { topic: Topic::Review, message, arguments: &arguments, path: &path };
            tell(site, tx, person, &telling, now).await?;
        }
        Ok(())
    }
}

/// Who has said or decided something about a draft without having written any of it.
fn reviewers(draft: &Draft, steps: &[Taken]) -> Vec<PersonId> {
    let writers = draft.writers();
    let mut reviewers: Vec<PersonId> = steps.iter().filter_map(|taken| taken.person).filter(|person| !writers.contains(person)).collect();
    reviewers.sort_unstable();
    reviewers.dedup();
    reviewers
}
