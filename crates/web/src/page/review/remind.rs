//! Reminders: whoever holds the next step of a draft hears of it again; a draft that nobody goes on with is laid aside.

use ayni_domain::Person;
use ayni_domain::draft::{By, Due, Holder, Step, due};
use ayni_domain::notice::Topic;
use ayni_domain::permission::{Actor, may_review};
use ayni_domain::role::Role;
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

#[cfg(test)]
mod tests {
    use ayni_domain::draft::DraftState;
    use ayni_domain::role::Roles;
    use ayni_domain::{EmailAddress, Handle, Kind, LanguageTag, Locale, PersonId};
    use ayni_store::draft::{Beginning, NewDraft};
    use jiff::SignedDuration;
    use serde_json::json;
    use uuid::Uuid;

    use super::*;
    use crate::clock::Clock;
    use crate::site::Settings;
    use crate::testing;

    async fn person(site: &Site, handle: &str, roles: Roles) -> PersonId {
        let email = EmailAddress::parse(&format!("{handle}@example.org")).expect("an address");
        let person = Person::new(PersonId(Uuid::now_v7()), Handle::parse(handle).expect("a handle"), Some(email), Locale::En, site.now());
        let tx = site.store.begin().await.expect("a transaction");
        tx.add_person(&Person { roles, ..person.clone() }).await.expect("added");
        tx.commit().await.expect("committed");
        person.id
    }

    /// Says who has to be told how often, after some days.
    async fn check(site: &Site, clock: &Clock, days: i64, expected: &[(PersonId, &str)]) {
        clock.advance(SignedDuration::from_hours(24 * days));
        remind(site).await.expect("reminded");
        assert_eq!(remind(site).await.expect("reminded"), 0, "nothing is done twice");
        for (person, message) in expected {
            let inbox = site.store.notices(person.0, None, 10).await.expect("notices");
            let newest = inbox.entries.first().map(|entry| entry.notice.message().to_owned());
            assert_eq!(newest.unwrap_or_default(), *message, "after {days} more days");
        }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn whoever_holds_the_next_step_is_reminded_once_in_a_while() {
        let clock = Clock::default();
        let (site, _folder, _test) = testing::site(Settings { clock: clock.clone(), ..testing::settings() }).await;
        let author = person(&site, "author", Roles::NONE.with(Role::Reviewer)).await;
        let editor = person(&site, "editor", Roles::NONE.with(Role::Editor)).await;
        let body = json!({"title": {"en": "Weaving"}}).as_object().cloned().expect("an object");
        let beginning = Beginning::New { kind: Kind::Practice, body };
        let language = LanguageTag::parse("en").expect("a language");
        let tx = site.store.begin().await.expect("a transaction");
        let draft = tx.add_draft(NewDraft { beginning, author, organization: None, language }, site.now()).await.expect("a draft");
        tx.commit().await.expect("committed");

        check(&site, &clock, 13, &[(author, "")]).await;
        check(&site, &clock, 2, &[(author, "notice-review-remind-author"), (editor, "")]).await;
        check(&site, &clock, 30, &[(author, "notice-review-remind-author")]).await;
        assert_eq!(site.store.notices(author.0, None, 10).await.expect("notices").entries.len(), 1);
        check(&site, &clock, 180, &[(author, "notice-review-abandoned")]).await;
        let draft = site.store.find_draft(draft.id).await.expect("asked").expect("there");
        assert_eq!(draft.state, DraftState::Abandoned);
        // Nobody reviews what they wrote: the only reviewer is the author, so it would be the secretariat's turn.
        let told: Vec<_> = reviewers(&site, &draft_in_review(draft)).await.expect("people").iter().map(|person| person.id).collect();
        assert_eq!(told, [editor]);
    }

    fn draft_in_review(draft: Draft) -> Draft {
        Draft { state: DraftState::InReview, submitted_at: Some(draft.created_at), ..draft }
    }
}
