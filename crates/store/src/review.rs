//! Review: the steps of a draft, comments on its fields, and what reviewers answered to the checklist.

use std::collections::BTreeMap;

use ayni_domain::checklist::{Answer, Point, Verdict, points};
use ayni_domain::draft::{By, DraftState, Refusal, Step};
use ayni_domain::path::Path;
use ayni_domain::person::PersonId;
use jiff::Timestamp;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ConnectionTrait, DatabaseTransaction, IntoActiveModel, QueryOrder};

use crate::draft::row::{number, person_column, read_person};
use crate::draft::{Draft, Taking, get};
use crate::{Store, StoreError, Tx};

mod step {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "draft_step")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub draft_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i32,
        pub step: String,
        pub person_id: Option<String>,
        pub at: i64,
        pub version: i32,
        pub words: Option<String>,
        pub field: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod resolution {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "draft_resolution")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub draft_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i32,
        pub person_id: String,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod answer {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "draft_answer")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub draft_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub point: String,
        pub verdict: String,
        pub note: Option<String>,
        pub person_id: String,
        pub at: i64,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A step that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Number within the draft, from 1.
    pub seq: u32,
    /// Which step.
    pub step: Step,
    /// By whom; nobody where time did it.
    pub person: Option<PersonId>,
    /// When.
    pub at: Timestamp,
    /// Version of the draft at that time.
    pub version: u32,
    /// Reason, note or comment.
    pub words: Option<String>,
    /// What a comment is about: the path of a field; the whole draft, where none is named.
    pub field: Option<Path>,
    /// By whom and when a comment was settled.
    pub resolved: Option<(PersonId, Timestamp)>,
}

/// An answer to a point of the checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// What was answered.
    pub answer: Answer,
    /// By whom.
    pub person: PersonId,
    /// When.
    pub at: Timestamp,
    /// About which version of the draft.
    pub version: u32,
}

impl Store {
    /// The steps of a draft, comments included, in order.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn steps(&self, draft: Uuid) -> Result<Vec<Taken>, StoreError> {
        let id = draft.to_string();
        let mut resolved = BTreeMap::new();
        for row in resolution::Entity::find().filter(resolution::Column::DraftId.eq(id.as_str())).all(&self.db).await? {
            let by = person("draft_resolution", &row.draft_id, &row.person_id)?;
            resolved.insert(row.seq, (by, time("draft_resolution", &row.draft_id, row.at)?));
        }
        let rows = step::Entity::find().filter(step::Column::DraftId.eq(id)).order_by_asc(step::Column::Seq).all(&self.db).await?;
        rows.into_iter().map(|row| read_step(&row, resolved.get(&row.seq).copied())).collect()
    }

    /// What was answered to the checklist of a draft.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn answers(&self, draft: Uuid) -> Result<BTreeMap<Point, Given>, StoreError> {
        answers(&self.db, draft).await
    }
}

impl Tx {
    /// Notes that a comment is settled; once settled it stays so. False when there is no such comment.
    ///
    /// # Errors
    /// `Database`.
    pub async fn resolve_comment(&self, draft: Uuid, seq: u32, by: PersonId, at: Timestamp) -> Result<bool, StoreError> {
        let comment = step::Entity::find_by_id((draft.to_string(), number(seq))).filter(step::Column::Step.eq(Step::Commented.code()));
        let Some(comment) = comment.one(&self.db).await? else { return Ok(false) };
        let row = resolution::Model { draft_id: comment.draft_id, seq: comment.seq, person_id: person_column(by), at: at.as_microsecond() };
        let once = OnConflict::columns([resolution::Column::DraftId, resolution::Column::Seq]).do_nothing().to_owned();
        resolution::Entity::insert(row.into_active_model().reset_all()).on_conflict(once).exec_without_returning(&self.db).await?;
        Ok(true)
    }

    /// Notes a reviewer's answer to a point of the checklist, in place of an earlier one.
    ///
    /// # Errors
    /// `NoDraft`; `Refused` when the draft is not in review, the reviewer wrote any part of it, or its kind has no such point;
    /// `Database`.
    pub async fn answer(&self, draft: Uuid, point: Point, given: &Answer, by: PersonId, at: Timestamp) -> Result<(), StoreError> {
        let draft = get(&self.db, draft).await?;
        if draft.state != DraftState::InReview {
            return Err(Refusal::WrongState { state: draft.state, step: Step::Published }.into());
        }
        if draft.writers().contains(&by) {
            return Err(Refusal::OwnWork.into());
        }
        if !points(draft.kind).contains(&point) {
            return Err(Refusal::NotAsked(point).into());
        }
        let row = answer::Model {
            draft_id: draft.id.to_string(),
            point: point.code().to_owned(),
            verdict: given.verdict.code().to_owned(),
            note: given.note.clone(),
            person_id: person_column(by),
            at: at.as_microsecond(),
            version: number(draft.version),
        };
        let replace = OnConflict::columns([answer::Column::DraftId, answer::Column::Point])
            .update_columns([answer::Column::Verdict, answer::Column::Note, answer::Column::PersonId, answer::Column::At, answer::Column::Version])
            .to_owned();
        answer::Entity::insert(row.into_active_model().reset_all()).on_conflict(replace).exec_without_returning(&self.db).await?;
        Ok(())
    }
}

/// Appends the row of a step to a draft as it was before.
pub(crate) async fn add_step(db: &DatabaseTransaction, draft: &Draft, taking: &Taking, words: Option<&str>, at: Timestamp) -> Result<(), StoreError> {
    let last = step::Entity::find().filter(step::Column::DraftId.eq(draft.id.to_string())).order_by_desc(step::Column::Seq).one(db).await?;
    let row = step::Model {
        draft_id: draft.id.to_string(),
        seq: last.map_or(1, |row| row.seq + 1),
        step: taking.step.code().to_owned(),
        person_id: By::person(taking.by).map(person_column),
        at: at.as_microsecond(),
        version: number(draft.version),
        words: words.map(str::to_owned),
        field: taking.field.as_ref().map(ToString::to_string),
    };
    step::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(db).await?;
    Ok(())
}

pub(crate) async fn answers(db: &impl ConnectionTrait, draft: Uuid) -> Result<BTreeMap<Point, Given>, StoreError> {
    let rows = answer::Entity::find().filter(answer::Column::DraftId.eq(draft.to_string())).all(db).await?;
    // A point that is no longer asked has no answer that counts.
    rows.iter().filter_map(|row| Some((Point::parse(&row.point)?, row))).map(|(point, row)| Ok((point, read_answer(row)?))).collect()
}

fn person(table: &'static str, id: &str, text: &str) -> Result<PersonId, StoreError> {
    read_person(text).map_err(|error| StoreError::corrupt(table, "person_id", id, error))
}

fn time(table: &'static str, id: &str, micros: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(micros).map_err(|error| StoreError::corrupt(table, "at", id, error))
}

fn read_step(row: &step::Model, resolved: Option<(PersonId, Timestamp)>) -> Result<Taken, StoreError> {
    let corrupt = |column, problem: String| StoreError::corrupt("draft_step", column, &format!("{}/{}", row.draft_id, row.seq), problem);
    Ok(Taken {
        seq: u32::try_from(row.seq).map_err(|error| corrupt("seq", error.to_string()))?,
        step: Step::parse(&row.step).ok_or_else(|| corrupt("step", row.step.clone()))?,
        person: row.person_id.as_deref().map(|text| person("draft_step", &row.draft_id, text)).transpose()?,
        at: time("draft_step", &row.draft_id, row.at)?,
        version: u32::try_from(row.version).map_err(|error| corrupt("version", error.to_string()))?,
        words: row.words.clone(),
        field: row.field.as_deref().and_then(Path::parse),
        resolved,
    })
}

fn read_answer(row: &answer::Model) -> Result<Given, StoreError> {
    let corrupt = |column, problem: String| StoreError::corrupt("draft_answer", column, &format!("{}/{}", row.draft_id, row.point), problem);
    Ok(Given {
        answer: Answer { verdict: Verdict::parse(&row.verdict).ok_or_else(|| corrupt("verdict", row.verdict.clone()))?, note: row.note.clone() },
        person: person("draft_answer", &row.draft_id, &row.person_id)?,
        at: time("draft_answer", &row.draft_id, row.at)?,
        version: u32::try_from(row.version).map_err(|error| corrupt("version", error.to_string()))?,
    })
}
