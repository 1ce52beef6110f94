//! What reviewers do with a draft: comment, answer the checklist, ask for changes, publish, decline. The author is told what came of it.

use axum::body::Body;
use axum::extract::Path;
use axum::http::Response;
use ayni_domain::checklist::{Answer, Verdict, points};
use ayni_domain::draft::{By, Refusal, Step};
use ayni_domain::notice::Topic;
use ayni_domain::path::Path as FieldPath;
use ayni_domain::permission::may_review;
use ayni_store::StoreError;
use ayni_store::draft::{Draft, Taking};

use super::comment::Saying;
use super::draft::{Refused, find, show};
use super::{subject, title};
use crate::error::PageError;
use crate::link;
use crate::page::{Fields, PageResult, Reader, see_other};
use crate::tell::{Telling, tell};
use crate::view::Cx;
use crate::who::Member;

/// Longest comment, reason or note, in characters.
const LONGEST: usize = 5_000;

/// `POST /{lang}/review/{id}/comments`: on one field, or on the whole.
pub(crate) async fn comment(reader: Reader, Path((_, id)): Path<(String, String)>, fields: Fields) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => write_comment(&reader.0, &member, &id, &fields).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn write_comment(cx: &Cx, member: &Member, id: &str, fields: &Fields) -> PageResult {
    let draft = find(cx, id).await?;
    let (field, words) = (fields.get("field"), fields.get("words"));
    let person = member.person.id;
    let by = if draft.writers().contains(&person) { By::Writer(person) } else { By::Reviewer(person) };
    let refused = |problem| Refused { problem, comment: words.to_owned(), ..Refused::default() };
    if words.chars().count() > LONGEST {
        return show(cx, &draft, Some(refused(cx.t("review-too-long")))).await;
    }
    let saying = Saying::new(cx, &draft, by, words, FieldPath::parse(field)).await?;
    let tx = cx.site.store.begin().await?;
    match tx.take_step(draft.id, &saying.taking(), cx.site.now()).await {
        Ok(draft) => {
            saying.tell(cx, &tx, &draft).await?;
            tx.commit().await?;
            cx.site.mail_waits.notify_one();
        }
        Err(error) => {
            drop(tx);
            let problem = refusal(cx, error)?;
            return show(cx, &draft, Some(refused(problem))).await;
        }
    }
    let at = if draft.body.contains_key(field) { format!("#field-{field}") } else { "#comments".to_owned() };
    Ok(see_other(&format!("{}{at}", cx.href(&format!("/review/{}", draft.id)))))
}

/// `POST /{lang}/review/{id}/settled`: a comment is settled.
pub(crate) async fn settle(reader: Reader, Path((_, id)): Path<(String, String)>, fields: Fields) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => write_settled(&reader.0, &member, &id, &fields).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn write_settled(cx: &Cx, member: &Member, id: &str, fields: &Fields) -> PageResult {
    let draft = find(cx, id).await?;
    let seq: u32 = fields.get("comment").parse().map_err(|_| PageError::NotFound)?;
    let tx = cx.site.store.begin().await?;
    if !tx.resolve_comment(draft.id, seq, member.person.id, cx.site.now()).await? {
        return Err(PageError::NotFound);
    }
    tx.commit().await?;
    Ok(see_other(&format!("{}#comment-{seq}", cx.href(&format!("/review/{}", draft.id)))))
}

/// `POST /{lang}/review/{id}`: keeps the answers to the checklist and, where a decision is named, takes it.
pub(crate) async fn decide(reader: Reader, Path((_, id)): Path<(String, String)>, fields: Fields) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => write_decision(&reader.0, &member, &id, &fields).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn write_decision(cx: &Cx, member: &Member, id: &str, fields: &Fields) -> PageResult {
    let draft = find(cx, id).await?;
    if !may_review(cx.who.actor(), subject(&draft)) {
        return Err(PageError::NotFound);
    }
    let words = fields.get("words");
    let refused = |problem| Some(Refused { problem, words: words.to_owned(), ..Refused::default() });
    if fields.get("version") != draft.version.to_string() {
        return show(cx, &draft, refused(cx.t("review-refused-stale"))).await;
    }
    if words.chars().count() > LONGEST {
        return show(cx, &draft, refused(cx.t("review-too-long"))).await;
    }
    // Kept first and for itself: whatever comes of the decision, nothing that was answered is lost.
    if let Err(error) = keep_answers(cx, member, &draft, fields).await {
        let problem = refusal(cx, error)?;
        return show(cx, &draft, refused(problem)).await;
    }
    let step = match fields.get("do") {
        "ask" => Step::ChangesRequested,
        "publish" => Step::Published,
        "decline" => Step::Declined,
        _ => return Ok(see_other(&format!("{}#checklist", cx.href(&format!("/review/{}", draft.id))))),
    };
    match take(cx, member, &draft, step, words).await {
        Ok(decided) => Ok(see_other(&after(cx, &decided, step).await)),
        Err(PageError::Store(error)) => {
            let problem = refusal(cx, error)?;
            show(cx, &draft, refused(problem)).await
        }
        Err(error) => Err(error),
    }
}

async fn keep_answers(cx: &Cx, member: &Member, draft: &Draft, fields: &Fields) -> Result<(), StoreError> {
    let tx = cx.site.store.begin().await?;
    for point in points(draft.kind) {
        let Some(verdict) = Verdict::parse(fields.get(point.code())) else { continue };
        let note: String = fields.get(&format!("{point}-note")).chars().take(LONGEST).collect();
        let answer = Answer { verdict, note: Some(note).filter(|note| !note.is_empty()) };
        tx.answer(draft.id, point, &answer, member.person.id, cx.site.now()).await?;
    }
    tx.commit().await
}

/// Takes a decision and tells the author, in one transaction.
async fn take(cx: &Cx, member: &Member, draft: &Draft, step: Step, words: &str) -> Result<Draft, PageError> {
    let (site, now) = (&cx.site, cx.site.now());
    let author = site.store.person(draft.author).await?;
    let tx = site.store.begin().await?;
    let decided = tx.take_step(draft.id, &Taking::new(step, By::Reviewer(member.person.id), Some(words)), now).await?;
    if let Some(author) = author {
        let own = Cx::new(site, author.locale, "");
        let path = match (step, decided.key()) {
            (Step::Published, Some(key)) => link::record_path(&key),
            _ => format!("/drafts/{}", draft.id),
        };
        let arguments = [("title", title(&own, draft).plain()), ("reason", words.trim().to_owned())];
        let arguments = arguments.each_ref().map(|(name, value)| (*name, value.as_str()));
        let message = format!("notice-review-{step}");
        let telling = Telling { topic: Topic::Review, message: &message, arguments: &arguments, path: &path };
        tell(site, &tx, &author, &telling, now).await?;
    }
    tx.commit().await?;
    site.mail_waits.notify_one();
    Ok(decided)
}

/// Where the reviewer goes on: to the published record, else back to the queue.
async fn after(cx: &Cx, decided: &Draft, step: Step) -> String {
    match (step, decided.key()) {
        (Step::Published, Some(key)) => {
            if let Err(error) = cx.site.follow().await {
                tracing::error!(%error, "the index could not follow; the follower tries again");
            }
            link::record(cx.locale, &key)
        }
        _ => cx.href(&format!("/review?{step}")),
    }
}

/// Why something was refused, in words; other errors stay errors.
fn refusal(cx: &Cx, error: StoreError) -> Result<String, PageError> {
    match error {
        StoreError::Refused(Refusal::Unchecked(points)) => Ok(cx.n("review-refused-unchecked", points.len())),
        StoreError::Refused(Refusal::MovedOn(conflicts)) => {
            let places: Vec<String> = conflicts.iter().map(|conflict| crate::fields::place(cx, &conflict.path)).collect();
            Ok(cx.t1("review-refused-moved-on", "places", &cx.join(&places)))
        }
        StoreError::Refused(Refusal::Unfinished(issues)) => {
            let places: Vec<String> = issues.iter().map(|issue| place(cx, &issue.field)).collect();
            Ok(cx.t1("review-refused-unfinished", "places", &cx.join(&places)))
        }
        StoreError::Refused(refusal) => Ok(cx.t(match refusal {
            Refusal::NeedsWords(_) => "review-refused-needs-words",
            Refusal::OwnWork => "review-refused-own-work",
            Refusal::NothingNew => "review-refused-nothing-new",
            _ => "review-refused-wrong-state",
        })),
        StoreError::WrongState(..) => Ok(cx.t("review-refused-withdrawn")),
        error => Err(error.into()),
    }
}

fn place(cx: &Cx, field: &str) -> String {
    FieldPath::parse(field).map_or_else(|| field.to_owned(), |path| crate::fields::place(cx, &path))
}
