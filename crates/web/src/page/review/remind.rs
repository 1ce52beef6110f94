//! Reminders: whoever holds the next step of a draft hears of it again; a draft that nobody goes on with is laid aside.

use ayni_domain::draft::{By, Due, Holder, Step, due};
use ayni_domain::notice::Topic;
use ayni_domain::permission::{Actor, may_review};
use ayni_domain::{Person, Role};
use ayni_store::draft::{Draft, Taking};

use super::{days, subject, title};
use crate::error::PageError;
use crate::site::Site;
use crate::tell::{Telling, tell};
use crate::view::Cx;

/// Reminds whoever holds the next step of a draft, and lays aside what was left alone for long. Returns the number of drafts.
///
/// Made to be run once a day; what was done already is not done again.
///
/// # Errors
/// `Store`; what was done before stays.
#[allow(dead_code)] // the daily jobs call it
pub(crate) async fn remind(site: &Site) -> Result<u64, PageError> {
    let mut done = 0;
    for (draft, _) in site.store.drafts_due(site.now()).await? {
        done += u64::from(remind_of(site, &draft).await?);
    }
    site.mail_waits.notify_one();
    Ok(done)
}

async fn remind_of(site: &Site, draft: &Draft) -> Result<bool, PageError> {
    let now = site.now();
    let people = match due(&draft.pace(), now) {
        Some(Due::Reminder { to: Holder::Reviewers, .. }) => reviewers(site, draft).await?,
        _ => site.store.person(draft.author).await?.into_iter().collect(),
    };
    let tx = site.store.begin().await?;
    // Looked at again behind the lock: another node may have been quicker.
    let Some(draft) = site.store.find_draft(draft.id).await? else { return Ok(false) };
    let (message, path) = match due(&draft.pace(), now) {
        None => return Ok(false),
        Some(Due::Reminder { to, nth }) => {
            tx.note_reminder(draft.id, nth).await?;
            match to {
                Holder::Author => ("notice-review-remind-author", format!("/drafts/{}", draft.id)),
                Holder::Reviewers => ("notice-review-remind-reviewers", format!("/review/{}", draft.id)),
            }
        }
        Some(Due::Abandonment) => {
            tx.take_step(draft.id, &Taking::new(Step::Abandoned, By::Clock, None), now).await?;
            ("notice-review-abandoned", format!("/drafts/{}", draft.id))
        }
    };
    let waited = days(draft.since, now).to_string();
    for person in &people {
        let title = title(&Cx::new(site, person.locale, ""), &draft).plain();
        let arguments = [("title", title.as_str()), ("days", waited.as_str())];
        tell(site, &tx, person, &Telling { topic: Topic::Review, message, arguments: &arguments, path: &path }, now).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// Who may review a draft: reviewers, and where there is none of them, the secretariat.
async fn reviewers(site: &Site, draft: &Draft) -> Result<Vec<Person>, PageError> {
    for roles in [&[Role::Reviewer][..], &[Role::Editor, Role::Administrator]] {
        let mut people: Vec<Person> = Vec::new();
        for &role in roles {
            for person in site.store.people_with(role).await? {
                let standing = site.store.standing(person.id, site.today()).await?;
                let may = standing.is_some_and(|standing| may_review(Actor::Member(&standing), subject(draft)));
                if may && !people.iter().any(|own| own.id == person.id) {
                    people.push(person);
                }
            }
        }
        if !people.is_empty() {
            return Ok(people);
        }
    }
    Ok(Vec::new())
}
