//! Translations of single texts: drafts that wait, and those that were let through into their record.

use ayni_domain::change::Change;
use ayni_domain::translation::{FieldState, Stage, Translation, states, translated};
use ayni_domain::{LanguageTag, RecordKey};
use jiff::Timestamp;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{Condition, QueryOrder, QuerySelect};

use crate::record::{keys_of, read_body};
use crate::revision::Signature;
use crate::{Store, StoreError, Tx};

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "translation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub record_id: String,
        pub field: String,
        pub language: String,
        pub text: String,
        pub state: String,
        pub by_machine: i32,
        pub author: String,
        pub revision: i32,
        pub at: i64,
        pub reviewer: Option<String>,
        pub reviewed_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
use row::{Column, Entity, Model};

const DRAFT: &str = "draft";
const REVIEWED: &str = "reviewed";

impl Store {
    /// The translations of a record, drafts and reviewed ones, the oldest first.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn translations(&self, record: Uuid) -> Result<Vec<Translation>, StoreError> {
        let rows =
            Entity::find().filter(Column::RecordId.eq(record.to_string())).order_by_asc(Column::At).order_by_asc(Column::Id).all(&self.db).await?;
        rows.into_iter().map(read).collect()
    }

    /// How every text of a record stands in every language; empty when there is no such record.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn translation_states(&self, key: &RecordKey) -> Result<Vec<FieldState>, StoreError> {
        let Some(record) = self.find(key).await? else { return Ok(Vec::new()) };
        let (revisions, rows) = (self.revisions(key).await?, self.translations(record.envelope.id).await?);
        let bodies: Vec<_> = revisions.iter().map(|revision| (revision.revision, &revision.body)).collect();
        Ok(states(&bodies, &rows))
    }

    /// A translation with the record that it belongs to.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn translation(&self, id: Uuid) -> Result<Option<(RecordKey, Translation)>, StoreError> {
        let row = Entity::find_by_id(id.to_string()).one(&self.db).await?;
        Ok(self.with_keys(row.into_iter().collect()).await?.pop())
    }

    /// Drafts that wait to be let through, those that wait longest first, at most `limit`; `language` narrows to one, whatever its region.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn waiting_translations(&self, language: Option<&LanguageTag>, limit: u64) -> Result<Vec<(RecordKey, Translation)>, StoreError> {
        let mut query = Entity::find().filter(Column::State.eq(DRAFT)).order_by_asc(Column::At).order_by_asc(Column::Id).limit(limit);
        if let Some(language) = language {
            let primary = language.primary();
            let region = Column::Language.starts_with(format!("{primary}-"));
            query = query.filter(Condition::any().add(Column::Language.eq(primary)).add(region));
        }
        self.with_keys(query.all(&self.db).await?).await
    }

    async fn with_keys(&self, rows: Vec<Model>) -> Result<Vec<(RecordKey, Translation)>, StoreError> {
        let keys = keys_of(&self.db, rows.iter().map(|row| row.record_id.as_str())).await?;
        rows.into_iter().filter_map(|row| Some((keys.get(&row.record_id)?.clone(), row))).map(|(key, row)| Ok((key, read(row)?))).collect()
    }
}

impl Tx {
    /// Keeps a draft; its stage is passed over. Who wrote a draft of this text in this language before has it replaced.
    ///
    /// Returns the identifier under which it is kept: that of the one before, if there was one.
    ///
    /// # Errors
    /// `NoRecord`, `WrongState` when the record is withdrawn; `Translation` when the text could not be put into the record; `Database`.
    pub async fn save_translation(&self, key: &RecordKey, draft: &Translation) -> Result<Uuid, StoreError> {
        let record = self.published(key).await?;
        let (_, body) = read_body(&record.body).map_err(|problem| StoreError::corrupt("record", "body", &record.id, problem))?;
        let (_, text) = translated(key, &body, &draft.field, &draft.language, &draft.text)?;
        let before = Entity::find()
            .filter(Column::RecordId.eq(record.id.as_str()))
            .filter(Column::Field.eq(draft.field.as_str()))
            .filter(Column::Language.eq(draft.language.as_str()))
            .filter(Column::Author.eq(draft.author.as_str()))
            .filter(Column::State.eq(DRAFT))
            .one(&self.db)
            .await?;
        let id = before.as_ref().map_or(Ok(draft.id), |row| uuid("id", &row.id, &row.id))?;
        let row = row::ActiveModel {
            id: Set(id.to_string()),
            record_id: Set(record.id),
            field: Set(draft.field.clone()),
            language: Set(draft.language.to_string()),
            text: Set(text),
            state: Set(DRAFT.to_owned()),
            by_machine: Set(i32::from(draft.by_machine)),
            author: Set(draft.author.clone()),
            revision: Set(i32::try_from(draft.revision).unwrap_or(i32::MAX).min(record.revision)),
            at: Set(draft.at.as_microsecond()),
            reviewer: Set(None),
            reviewed_at: Set(None),
        };
        if before.is_some() {
            Entity::update(row).exec(&self.db).await?;
        } else {
            Entity::insert(row).exec_without_returning(&self.db).await?;
        }
        Ok(id)
    }

    /// Lets a draft through into its record: a revision `translated`, of author and reviewer. The day of review stays.
    ///
    /// Returns the record.
    ///
    /// # Errors
    /// `Missing`; `LetThrough` for the author's own or one that was let through; `NoRecord`, `WrongState` when the record is withdrawn;
    /// `Translation` when the record changed so that the text does not fit any more; `Corrupt`, `Database`.
    pub async fn let_translation_through(&self, id: Uuid, reviewer: &str, at: Timestamp) -> Result<RecordKey, StoreError> {
        let row = Entity::find_by_id(id.to_string()).one(&self.db).await?.ok_or(StoreError::Missing("translation", id))?;
        let record_id = row.record_id.clone();
        let translation = read(row)?.let_through(reviewer, at)?;
        let keys = keys_of(&self.db, [record_id.as_str()]).await?;
        let key = keys.get(&record_id).ok_or_else(|| StoreError::corrupt("translation", "record_id", &id.to_string(), &record_id))?.clone();
        let record = self.published(&key).await?;
        let (_, body) = read_body(&record.body).map_err(|problem| StoreError::corrupt("record", "body", &record.id, problem))?;
        let (body, _) = translated(&key, &body, &translation.field, &translation.language, &translation.text)?;
        let signature = Signature { author: translation.author, reviewer: reviewer.to_owned(), note: None, at };
        self.revise(record.with_body(&key, &body), Change::Translated, &signature).await?;
        Entity::update_many()
            .col_expr(Column::State, Expr::value(REVIEWED))
            .col_expr(Column::Reviewer, Expr::value(reviewer))
            .col_expr(Column::ReviewedAt, Expr::value(at.as_microsecond()))
            .filter(Column::Id.eq(id.to_string()))
            .exec(&self.db)
            .await?;
        Ok(key)
    }

    /// Throws a draft away; one that was let through stays. Returns whether there was one.
    ///
    /// # Errors
    /// `Database`.
    pub async fn drop_translation(&self, id: Uuid) -> Result<bool, StoreError> {
        let dropped = Entity::delete_many().filter(Column::Id.eq(id.to_string())).filter(Column::State.eq(DRAFT)).exec(&self.db).await?;
        Ok(dropped.rows_affected == 1)
    }
}

fn uuid(column: &'static str, text: &str, id: &str) -> Result<Uuid, StoreError> {
    Uuid::parse_str(text).map_err(|error| StoreError::corrupt("translation", column, id, error))
}

fn read(row: Model) -> Result<Translation, StoreError> {
    let corrupt = |column, problem: String| StoreError::corrupt("translation", column, &row.id, problem);
    let time = |column, micros| Timestamp::from_microsecond(micros).map_err(|error| corrupt(column, error.to_string()));
    let stage = match (row.state.as_str(), &row.reviewer, row.reviewed_at) {
        (DRAFT, ..) => Stage::Draft,
        (REVIEWED, Some(by), Some(at)) => Stage::Reviewed { by: by.clone(), at: time("reviewed_at", at)? },
        _ => return Err(corrupt("state", row.state.clone())),
    };
    Ok(Translation {
        id: uuid("id", &row.id, &row.id)?,
        language: LanguageTag::parse(&row.language).ok_or_else(|| corrupt("language", row.language.clone()))?,
        revision: u32::try_from(row.revision).map_err(|error| corrupt("revision", error.to_string()))?,
        at: time("at", row.at)?,
        by_machine: row.by_machine != 0,
        stage,
        field: row.field,
        text: row.text,
        author: row.author,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{on_both, organization, publish, signature};
    use ayni_domain::translation::{LetThroughError, TranslationError, TranslationState};

    fn draft(author: &str, language: &str, text: &str, revision: u32) -> Translation {
        let (field, language) = ("summary".to_owned(), LanguageTag::parse(language).expect("a tag"));
        let (id, at) = (Uuid::now_v7(), signature().at);
        Translation { id, field, language, text: text.into(), by_machine: true, author: author.into(), revision, at, stage: Stage::Draft }
    }

    async fn state(store: &Store, key: &RecordKey, language: &str) -> (TranslationState, bool) {
        let states = store.translation_states(key).await.expect("states");
        let found = states.iter().find(|state| state.field == "summary" && state.language.as_str() == language).expect("a state");
        (found.state, found.waiting)
    }

    on_both!(a_translation_goes_through_another_pair_of_eyes_into_the_record, |store| {
        let (key, body) = organization("cplp", "CPLP");
        publish(&store, &[(key.clone(), body)]).await;
        assert_eq!(state(&store, &key, "pt").await, (TranslationState::Missing, false));

        let tx = store.begin().await.expect("begin");
        let id = tx.save_translation(&key, &draft("person/1", "pt", "Um teste", 1)).await.expect("save");
        let again = Translation { by_machine: false, ..draft("person/1", "pt", " Um teste. ", 7) };
        assert_eq!(tx.save_translation(&key, &again).await.expect("save"), id, "who writes again replaces their own draft");
        let other = tx.save_translation(&key, &draft("person/3", "pt", "Outro.", 1)).await.expect("save");
        assert_ne!(other, id, "nobody replaces the draft of another");
        for (language, text) in [("en-GB", "A test."), ("fr", "")] {
            let refused = tx.save_translation(&key, &draft("person/1", language, text, 1)).await;
            assert!(matches!(refused, Err(StoreError::Translation(_))), "{language} {refused:?}");
        }
        tx.commit().await.expect("commit");
        assert_eq!(state(&store, &key, "pt").await, (TranslationState::Draft, true));
        let waiting = store.waiting_translations(LanguageTag::parse("pt-BR").as_ref(), 10).await.expect("waiting");
        assert_eq!(
            waiting.iter().map(|(key, t)| (key.to_string(), t.text.as_str(), t.revision)).collect::<Vec<_>>(),
            [("organization/cplp".to_owned(), "Um teste.", 1), ("organization/cplp".to_owned(), "Outro.", 1)]
        );
        assert_eq!(store.waiting_translations(LanguageTag::parse("fr").as_ref(), 10).await.expect("waiting"), []);

        let before = store.find(&key).await.expect("find").expect("there");
        let tx = store.begin().await.expect("begin");
        let own = tx.let_translation_through(id, "person/1", signature().at).await;
        assert!(matches!(own, Err(StoreError::LetThrough(LetThroughError::OwnWork))));
        assert_eq!(tx.let_translation_through(id, "person/2", signature().at).await.expect("through"), key);
        assert!(tx.let_translation_through(id, "person/2", signature().at).await.is_err(), "once is enough");
        assert!(tx.drop_translation(other).await.expect("drop"));
        assert!(!tx.drop_translation(id).await.expect("drop"), "what was let through stays");
        tx.commit().await.expect("commit");

        let record = store.find(&key).await.expect("find").expect("there");
        let words: Vec<_> = record.body.common().summary.iter().map(|(language, words)| (language.as_str(), words)).collect();
        assert_eq!(words, [("en", "A test."), ("pt", "Um teste.")]);
        assert_eq!((record.envelope.revision, record.envelope.review_on), (2, before.envelope.review_on));
        let revision = &store.revisions(&key).await.expect("revisions")[0];
        assert_eq!(
            (revision.change, revision.signature.author.as_str(), revision.signature.reviewer.as_str()),
            (Change::Translated, "person/1", "person/2")
        );
        assert_eq!(store.changes_since(1, 10).await.expect("log").iter().map(|entry| entry.change).collect::<Vec<_>>(), [Change::Translated]);
        assert_eq!(state(&store, &key, "pt").await, (TranslationState::Reviewed, false));
        let (_, kept) = store.translation(id).await.expect("find").expect("there");
        assert_eq!(kept.stage, Stage::Reviewed { by: "person/2".into(), at: signature().at });
    });

    on_both!(a_translation_is_outdated_when_the_original_changes, |store| {
        let (key, body) = organization("cplp", "CPLP");
        publish(&store, &[(key.clone(), body)]).await;
        let tx = store.begin().await.expect("begin");
        let id = tx.save_translation(&key, &draft("person/1", "pt", "Um teste.", 1)).await.expect("save");
        tx.let_translation_through(id, "person/2", signature().at).await.expect("through");
        tx.commit().await.expect("commit");
        let now = store.find(&key).await.expect("find").expect("there");
        let mut json = now.body.to_json(&key);
        json["summary"]["en"] = "Another test.".into();
        publish(&store, &[ayni_domain::record::read_record(&json).expect("valid")]).await;
        assert_eq!(state(&store, &key, "pt").await, (TranslationState::Outdated { since: 3 }, false));

        let tx = store.begin().await.expect("begin");
        tx.withdraw(&key, "not ours", &signature()).await.expect("withdraw");
        let refused = tx.save_translation(&key, &draft("person/1", "pt", "Outro teste.", 3)).await;
        assert!(matches!(refused, Err(StoreError::WrongState(..))), "{refused:?}");
        let missing = tx.let_translation_through(Uuid::nil(), "person/2", signature().at).await;
        assert!(matches!(missing, Err(StoreError::Missing("translation", _))), "{missing:?}");
    });

    on_both!(a_draft_whose_text_is_gone_is_refused_and_nothing_changes, |store| {
        let (key, body) = organization("cplp", "CPLP");
        let mut json = body.to_json(&key);
        json.insert("about".into(), serde_json::json!({"en": "About."}));
        publish(&store, &[ayni_domain::record::read_record(&json).expect("valid")]).await;
        let tx = store.begin().await.expect("begin");
        let id = tx.save_translation(&key, &Translation { field: "about".into(), ..draft("person/1", "pt", "Sobre.", 1) }).await.expect("save");
        tx.commit().await.expect("commit");
        publish(&store, &[(key.clone(), body)]).await;
        let tx = store.begin().await.expect("begin");
        let refused = tx.let_translation_through(id, "person/2", signature().at).await;
        assert!(matches!(refused, Err(StoreError::Translation(TranslationError::NoSuchField(_)))), "{refused:?}");
        tx.commit().await.expect("commit");
        assert_eq!(store.find(&key).await.expect("find").expect("there").envelope.revision, 2);
        assert_eq!(store.waiting_translations(None, 10).await.expect("waiting").len(), 1);
    });
}
