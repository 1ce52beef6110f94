//! Saving a draft, and what can be done with it besides: more room, the next part, comments, handing in, laying aside.
//!
//! Every button of the form sends all of it, and all of it is saved first. What cannot be saved comes back as it was typed.

use axum::Json;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderMap, Response, StatusCode, header};
use axum::response::IntoResponse;
use ayni_domain::difference::differences;
use ayni_domain::draft::{By, Refusal, Step};
use ayni_domain::merge::{Merged, settle};
use ayni_domain::notice::Topic;
use ayni_domain::permission::{may_abandon_draft, may_edit_draft};
use ayni_domain::role::Role;
use ayni_domain::snapshot::missing;
use ayni_domain::{Kind, Person, PersonId};
use ayni_store::blob::BlobHash;
use ayni_store::draft::{Draft, SaveOutcome, Taking};
use ayni_store::{StoreError, Tx};
use serde_json::{Map, Value, json};

use super::conflict::{choose, chosen};
use super::edit::{Notes, form};
use super::{find, show};
use crate::error::PageError;
use crate::form::Part;
use crate::form::place::id as place_id;
use crate::form::read::{Reading, read};
use crate::link;
use crate::page::review::comment::Saying;
use crate::page::review::{subject, title};
use crate::page::{Fields, PageResult, Reader, page, see_other};
use crate::stewards::secretariat;
use crate::tell::{Telling, tell};
use crate::view::Cx;
use crate::who::Member;

/// What a button of the form asks for, after saving.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Deed {
    /// Nothing more.
    Save,
    /// Room for one more entry of a list.
    Add(String),
    /// One entry of a list less.
    Remove(String),
    /// Another part of the form.
    Go(Part),
    /// A comment is settled.
    Settle(u32),
    /// A file is taken away.
    TakeFile(String),
    /// A file that was to be taken away stays.
    LeaveFile(String),
    /// The record's changes are taken over.
    CatchUp,
    /// Words to the reviewers.
    Say,
    /// Words to who wrote a comment.
    Reply(u32),
    /// It is handed in.
    Submit,
    /// It is taken back from review.
    TakeBack,
    /// It is taken up again.
    Resume,
    /// It is laid aside.
    Abandon,
}

impl Deed {
    fn of(kind: Kind, fields: &Fields) -> Self {
        let value = |name| Some(fields.get(name)).filter(|value| !value.is_empty());
        if let Some(list) = value("add") {
            return Self::Add(list.to_owned());
        }
        if let Some(entry) = value("remove") {
            return Self::Remove(entry.to_owned());
        }
        if let Some(part) = value("to").and_then(|part| Part::parse(kind, part)) {
            return Self::Go(part);
        }
        if let Some(seq) = value("done").and_then(|seq| seq.parse().ok()) {
            return Self::Settle(seq);
        }
        if let Some(hash) = value("take-file") {
            return Self::TakeFile(hash.to_owned());
        }
        if let Some(hash) = value("leave-file") {
            return Self::LeaveFile(hash.to_owned());
        }
        if let Some(seq) = value("reply").and_then(|seq| seq.parse().ok()) {
            return Self::Reply(seq);
        }
        match fields.get("do") {
            "catch-up" => Self::CatchUp,
            "say" => Self::Say,
            "submit" => Self::Submit,
            "take-back" => Self::TakeBack,
            "resume" => Self::Resume,
            "abandon" => Self::Abandon,
            _ => Self::Save,
        }
    }

    /// Whether it is done to a draft whose words stay as they are.
    const fn is_without_form(&self) -> bool {
        matches!(self, Self::TakeBack | Self::Resume)
    }
}

/// What came of saving.
enum Kept {
    /// It is kept as this version.
    Saved(u32),
    /// Together with what somebody else saved.
    Merged,
    /// All of it was there already, in a version with more.
    Contained(u32),
    /// Both changed the same places.
    Conflict(Box<Draft>, Merged),
    /// It was handed in or ended in between.
    Closed,
}

/// `POST /{lang}/drafts/{id}`; a program that accepts JSON is told the version alone.
pub(crate) async fn post(reader: Reader, Path((_, id)): Path<(String, String)>, headers: HeaderMap, fields: Fields) -> Response<Body> {
    let wants_json = headers.get(header::ACCEPT).is_some_and(|value| value == "application/json");
    let result = match (reader.member(), find(&reader.0, &id).await) {
        (Ok(member), Ok(draft)) => match Saving::new(&reader.0, &member, draft, fields) {
            Ok(saving) if wants_json => saving.by_itself().await,
            Ok(saving) => saving.by_hand().await,
            Err(error) => Err(error),
        },
        (Err(error), _) | (_, Err(error)) => Err(error),
    };
    reader.answer(result)
}

/// One form that was sent.
pub(super) struct Saving<'a> {
    cx: &'a Cx,
    me: PersonId,
    pub draft: Draft,
    pub fields: Fields,
    deed: Deed,
    /// What was typed, as the body of a record.
    body: Map<String, Value>,
}

impl<'a> Saving<'a> {
    pub fn new(cx: &'a Cx, member: &Member, draft: Draft, fields: Fields) -> Result<Self, PageError> {
        let deed = Deed::of(draft.kind, &fields);
        if !may_edit_draft(cx.who.actor(), subject(&draft)) {
            return Err(PageError::NotFound);
        }
        let fields = match &deed {
            Deed::Remove(entry) => without(fields, entry),
            _ => fields,
        };
        let body = read(Reading { kind: draft.kind, locale: cx.locale, language: &draft.language }, &draft.body, &fields);
        Ok(Self { cx, me: member.person.id, draft, fields, deed, body })
    }

    /// Version that the form began with.
    fn version(&self) -> u32 {
        self.fields.get("version").parse().unwrap_or(0)
    }

    /// Whether there is anything to save: pages without a form send no version.
    fn has_form(&self) -> bool {
        !self.fields.get("version").is_empty() && !self.deed.is_without_form()
    }

    pub fn part(&self) -> Option<Part> {
        Part::parse(self.draft.kind, self.fields.get("part"))
    }

    /// Saves what a page sends of itself: without merging, because the page goes on showing what was typed there.
    async fn by_itself(&self) -> PageResult {
        if !self.draft.state.is_editable() {
            return Ok(told(StatusCode::CONFLICT, &json!({"problem": "closed"})));
        }
        Ok(match self.keep(false).await? {
            Kept::Saved(version) => told(StatusCode::OK, &json!({"version": version})),
            Kept::Contained(version) => told(StatusCode::OK, &json!({"version": version, "contained": true})),
            Kept::Merged | Kept::Conflict(..) => told(StatusCode::CONFLICT, &json!({"problem": "conflict"})),
            Kept::Closed => told(StatusCode::CONFLICT, &json!({"problem": "closed"})),
        })
    }

    async fn by_hand(mut self) -> PageResult {
        if !self.has_form() {
            return self.step().await;
        }
        match self.save().await? {
            Ok(said) => self.then(said).await,
            Err(answer) => Ok(answer),
        }
    }

    /// Keeps what was typed, and says what the page then says; or gives the answer, where it could not be kept as it is.
    pub async fn save(&mut self) -> Result<Result<&'static str, Response<Body>>, PageError> {
        if !self.draft.state.is_editable() {
            return self.closed().await.map(Err);
        }
        let merged = match self.keep(true).await? {
            Kept::Conflict(theirs, merged) => return choose(self.cx, &theirs, &merged, &self.fields).await.map(Err),
            Kept::Closed => return self.closed().await.map(Err),
            Kept::Merged => true,
            Kept::Contained(_) => self.draft.body != self.body,
            Kept::Saved(_) => false,
        };
        self.draft = find(self.cx, &self.draft.id.to_string()).await?;
        Ok(Ok(if merged { "merged" } else { "saved" }))
    }

    /// Keeps what was typed; `merging` puts it together with what somebody else saved meanwhile.
    async fn keep(&self, merging: bool) -> Result<Kept, PageError> {
        let (id, now) = (self.draft.id, self.cx.site.now());
        let tx = self.cx.site.store.begin().await?;
        let outcome = match tx.save_draft(id, self.version(), self.body.clone(), self.me, now).await {
            Err(StoreError::Refused(Refusal::NotEditable(_))) => return Ok(Kept::Closed),
            other => other?,
        };
        let kept = match outcome {
            SaveOutcome::Saved(version) => Kept::Saved(version),
            SaveOutcome::Conflict { theirs, merged } => {
                let put_together = if merged.conflicts.is_empty() {
                    Some(merged.body.clone())
                } else {
                    chosen(&self.fields, &theirs, &merged.conflicts).map(|values| settle(merged.clone(), values))
                };
                match put_together {
                    Some(body) if differences(&theirs.body, &body).is_empty() => Kept::Contained(theirs.version),
                    Some(body) if merging => match tx.save_draft(id, theirs.version, body, self.me, now).await? {
                        SaveOutcome::Saved(_) => Kept::Merged,
                        SaveOutcome::Conflict { theirs, merged } => Kept::Conflict(theirs, merged),
                    },
                    _ => Kept::Conflict(theirs, merged),
                }
            }
        };
        tx.commit().await?;
        Ok(kept)
    }

    /// What was asked for besides saving; `said` names what the page then says.
    async fn then(&self, said: &str) -> PageResult {
        match &self.deed {
            Deed::Save => self.back(said, self.part(), None),
            Deed::Add(list) => self.back(said, self.part(), Some(list)),
            Deed::Remove(entry) => {
                let list = entry.rsplit_once('.').map_or(entry.as_str(), |(list, _)| list);
                Ok(see_other(&format!("{}#{}", self.address(said, self.part(), None), place_id(list))))
            }
            Deed::Go(part) => self.back(said, Some(*part), None),
            Deed::Settle(seq) => {
                let tx = self.cx.site.store.begin().await?;
                tx.resolve_comment(self.draft.id, *seq, self.me, self.cx.site.now()).await?;
                tx.commit().await?;
                self.back(said, self.part(), None)
            }
            Deed::TakeFile(hash) | Deed::LeaveFile(hash) => {
                let hash = BlobHash::parse(hash).ok_or(PageError::NotFound)?;
                let (tx, id, now) = (self.cx.site.store.begin().await?, self.draft.id, self.cx.site.now());
                if matches!(self.deed, Deed::TakeFile(_)) {
                    tx.remove_draft_file(id, &hash, self.me, now).await?;
                } else {
                    tx.leave_record_file(id, &hash, self.me, now).await?;
                }
                tx.commit().await?;
                self.back_to(said, "files")
            }
            Deed::CatchUp => self.catch_up().await,
            Deed::Submit if !missing(self.draft.kind, &self.draft.body, self.draft.revises.is_some()).is_empty() => {
                let alert = Some(self.cx.t("draft-not-ready"));
                let notes = Notes { part: Some(Part::Full), alert, check: true, ..Notes::default() };
                self.again(StatusCode::UNPROCESSABLE_ENTITY, &self.draft.body, self.draft.version, &notes).await
            }
            Deed::Say | Deed::Reply(_) | Deed::Submit | Deed::TakeBack | Deed::Resume | Deed::Abandon => self.step().await,
        }
    }

    fn address(&self, said: &str, part: Option<Part>, more: Option<&str>) -> String {
        let copy = Some(self.fields.get("copy")).filter(|copy| !copy.is_empty()).unwrap_or("1");
        let pairs = [("part", part.map_or("", Part::code)), ("more", more.unwrap_or_default()), (said, copy)];
        format!("{}{}", self.cx.href(&format!("/drafts/{}", self.draft.id)), link::query(pairs))
    }

    fn back(&self, said: &str, part: Option<Part>, more: Option<&str>) -> PageResult {
        let place = more.map(|list| format!("#{}", place_id(list))).unwrap_or_default();
        Ok(see_other(&format!("{}{place}", self.address(said, part, more))))
    }

    /// Back to a place of the page.
    pub fn back_to(&self, said: &str, place: &str) -> PageResult {
        Ok(see_other(&format!("{}#{place}", self.address(said, self.part(), None))))
    }

    /// The form again, with why.
    pub async fn again(&self, status: StatusCode, body: &Map<String, Value>, version: u32, notes: &Notes) -> PageResult {
        Ok(page(status, form(self.cx, &self.draft, body, version, notes).await?))
    }

    /// The draft was handed in or ended while somebody was writing: what they typed stays before their eyes.
    async fn closed(&self) -> PageResult {
        let notes = Notes { part: self.part(), alert: Some(self.cx.t("draft-closed")), ..Notes::default() };
        self.again(StatusCode::CONFLICT, &self.body, self.version(), &notes).await
    }

    async fn catch_up(&self) -> PageResult {
        let tx = self.cx.site.store.begin().await?;
        let (draft, conflicts) = tx.rebase_draft(self.draft.id, self.me, self.cx.site.now()).await?;
        tx.commit().await?;
        if conflicts.is_empty() {
            return self.back("merged", self.part(), None);
        }
        let alert = Some(self.cx.t("draft-caught-up"));
        let notes = Notes { part: self.part(), alert, conflicts, ..Notes::default() };
        Ok(page(StatusCode::OK, form(self.cx, &draft, &draft.body, draft.version, &notes).await?))
    }

    /// Takes the step that was asked for.
    async fn step(&self) -> PageResult {
        let step = match self.deed {
            Deed::Submit => Step::Submitted,
            Deed::Say | Deed::Reply(_) => Step::Commented,
            Deed::TakeBack | Deed::Resume => Step::Resumed,
            Deed::Abandon if may_abandon_draft(self.cx.who.actor(), subject(&self.draft)) => Step::Abandoned,
            _ => return self.back("saved", self.part(), None),
        };
        let saying = self.saying().await?;
        let taking = saying.as_ref().map_or_else(|| Taking::new(step, By::Writer(self.me), None), Saying::taking);
        let tx = self.cx.site.store.begin().await?;
        match tx.take_step(self.draft.id, &taking, self.cx.site.now()).await {
            Ok(draft) => {
                if let Some(saying) = &saying {
                    saying.tell(self.cx, &tx, &draft).await?;
                }
                if step == Step::Submitted {
                    tell_reviewers(self.cx, &tx, &draft).await?;
                }
                tx.commit().await?;
                self.cx.site.mail_waits.notify_one();
                self.back("saved", self.part().filter(|_| matches!(self.deed, Deed::Reply(_))), None)
            }
            Err(StoreError::Refused(refusal)) => {
                drop(tx);
                self.refused(&refusal).await
            }
            Err(error) => Err(error.into()),
        }
    }

    /// What is said to reviewers, if that was asked for.
    async fn saying(&self) -> Result<Option<Saying>, PageError> {
        match self.deed {
            Deed::Say => Saying::new(self.cx, &self.draft, By::Writer(self.me), self.fields.get("words"), None).await.map(Some),
            Deed::Reply(seq) => Saying::reply(self.cx, &self.draft, self.me, seq, self.fields.get(&format!("reply-{seq}"))).await,
            _ => Ok(None),
        }
    }

    async fn refused(&self, refusal: &Refusal) -> PageResult {
        let key = match refusal {
            Refusal::NothingNew => "draft-refused-nothing-new",
            Refusal::NeedsWords(_) => "draft-refused-needs-words",
            _ => "draft-refused",
        };
        let draft = find(self.cx, &self.draft.id.to_string()).await?;
        if !draft.state.is_editable() {
            return show::page(self.cx, &draft, Some(self.cx.t(key))).await;
        }
        let notes = Notes { part: self.part(), alert: Some(self.cx.t(key)), ..Notes::default() };
        Ok(page(StatusCode::UNPROCESSABLE_ENTITY, form(self.cx, &draft, &draft.body, draft.version, &notes).await?))
    }
}

fn told(status: StatusCode, answer: &Value) -> Response<Body> {
    (status, Json(answer)).into_response()
}

/// What was typed without one entry of a list.
fn without(fields: Fields, entry: &str) -> Fields {
    let below = format!("{entry}.");
    let others = fields.0.into_iter().filter(|(name, _)| !name.starts_with(&below));
    Fields(others.chain(marker(entry)).collect())
}

/// A list whose last entry was taken away is empty, not absent from the form.
fn marker(entry: &str) -> Option<(String, String)> {
    let (list, _) = entry.rsplit_once('.')?;
    Some((list.to_owned(), String::new()))
}

/// Who is told that drafts wait: reviewers, or the secretariat where there are none.
pub(crate) async fn reviewers(cx: &Cx) -> Result<Vec<Person>, PageError> {
    let reviewers = cx.site.store.people_with(Role::Reviewer).await?;
    if reviewers.is_empty() { Ok(secretariat(&cx.site).await?) } else { Ok(reviewers) }
}

/// Tells reviewers that a draft waits; who wrote in it cannot review it.
pub(crate) async fn tell_reviewers(cx: &Cx, tx: &Tx, draft: &Draft) -> Result<(), PageError> {
    let writers = draft.writers();
    for person in reviewers(cx).await?.iter().filter(|person| !writers.contains(&person.id)) {
        let title = title(&Cx::new(&cx.site, person.locale, ""), draft).plain();
        let (arguments, path) = ([("title", title.as_str())], format!("/review/{}", draft.id));
        let telling = Telling { topic: Topic::Review, message: "notice-draft-submitted", arguments: &arguments, path: &path };
        tell(&cx.site, tx, person, &telling, cx.site.now()).await?;
    }
    Ok(())
}
