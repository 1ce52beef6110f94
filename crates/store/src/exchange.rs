//! Exchanges: acts are added and read; what an exchange is follows from them by the rules of [`ayni_domain::exchange`].

use ayni_domain::exchange::{Act, By, Entry, Exchange, Stage, Standing, Words};
use ayni_domain::{PersonId, Role, Slug};
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, QueryResult};
use serde_json::json;
use uuid::Uuid;

use crate::sql::{self, Row, micros};
use crate::{Store, StoreError, Tx};

/// An exchange in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Identifier.
    pub id: Uuid,
    /// What it is about.
    pub title: Words,
    /// Where it stands.
    pub stage: Stage,
    /// Since when.
    pub since: Timestamp,
    /// When something was done last.
    pub acted_at: Timestamp,
    /// Who was asked, in alphabetical order.
    pub parties: Vec<(Slug, Role, Standing)>,
}

impl Store {
    /// What was done in an exchange, in order; empty where there is none.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn acts(&self, exchange: Uuid) -> Result<Vec<Entry>, StoreError> {
        acts(&self.db, exchange).await
    }

    /// An exchange as its acts have made it.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn exchange(&self, id: Uuid) -> Result<Option<Exchange>, StoreError> {
        Ok(Exchange::replay(id, &self.acts(id).await?))
    }

    /// Exchanges to which an organization was asked, those in which something was done last first, at most `limit`.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn exchanges_of(&self, organization: &Slug, limit: u32) -> Result<Vec<Summary>, StoreError> {
        let condition =
            format!("WHERE id IN (SELECT exchange_id FROM exchange_party WHERE organization = $1) ORDER BY acted_at DESC, id DESC LIMIT {limit}");
        self.summaries(&condition, [organization.as_str().into()]).await
    }

    /// Exchanges at a stage, those that are there longest first, at most `limit`.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn exchanges_at(&self, stage: Stage, limit: u32) -> Result<Vec<Summary>, StoreError> {
        self.summaries(&format!("WHERE stage = $1 ORDER BY since, id LIMIT {limit}"), [stage.code().into()]).await
    }

    /// Exchanges that answer a need, given as `kind/slug`, the oldest first.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn exchanges_for(&self, need: &str) -> Result<Vec<Summary>, StoreError> {
        self.summaries("WHERE need = $1 ORDER BY since, id LIMIT 200", [need.into()]).await
    }

    async fn summaries<const N: usize>(&self, condition: &str, values: [sea_orm::Value; N]) -> Result<Vec<Summary>, StoreError> {
        let sql = format!("SELECT id, title, stage, since, acted_at FROM exchange {condition}");
        let mut summaries = Vec::new();
        for row in sql::rows(&self.db, &sql, values).await? {
            let row = Row::new("exchange", "id", &row);
            let id = row.uuid("id")?;
            let parties = "SELECT exchange_id, organization, role, standing FROM exchange_party WHERE exchange_id = $1 ORDER BY organization";
            let parties = sql::rows(&self.db, parties, [id.to_string().into()]).await?;
            summaries.push(Summary {
                id,
                title: row.read("title", |text| serde_json::from_str(text))?,
                stage: row.code("stage", Stage::parse)?,
                since: row.time("since")?,
                acted_at: row.time("acted_at")?,
                parties: parties.iter().map(read_party).collect::<Result<_, _>>()?,
            });
        }
        Ok(summaries)
    }
}

impl Tx {
    /// Begins an exchange with the act that proposes it.
    ///
    /// # Errors
    /// `Exchange` with the rule that refuses it; `Database`.
    pub async fn propose_exchange(&self, id: Uuid, proposal: &Entry) -> Result<Exchange, StoreError> {
        let exchange = Exchange::propose(id, proposal)?;
        let sql = "INSERT INTO exchange (id, title, need, stage, since, acts, acted_at) VALUES ($1, $2, $3, $4, $5, 1, $6)";
        let values = [
            id.to_string().into(),
            json!(exchange.title).to_string().into(),
            exchange.need.as_ref().map(ToString::to_string).into(),
            exchange.stage.code().into(),
            micros(exchange.since),
            micros(proposal.at),
        ];
        sql::execute(&self.db, sql, values).await?;
        self.add_act(id, 1, proposal).await?;
        self.note_parties(&exchange).await?;
        Ok(exchange)
    }

    /// Does something in an exchange.
    ///
    /// # Errors
    /// `Missing`; `Exchange` with the rule that refuses it; `Stale` when another act was done at the same moment; `Database`.
    pub async fn act(&self, id: Uuid, entry: &Entry) -> Result<Exchange, StoreError> {
        let mut exchange = Exchange::replay(id, &acts(&self.db, id).await?).ok_or(StoreError::Missing("exchange", id))?;
        exchange.check(entry)?;
        exchange.apply(entry);
        self.add_act(id, exchange.acts, entry).await?;
        let sql = "UPDATE exchange SET stage = $1, since = $2, acts = $3, acted_at = $4 WHERE id = $5";
        let count = i32::try_from(exchange.acts).unwrap_or(i32::MAX);
        let values = [exchange.stage.code().into(), micros(exchange.since), count.into(), micros(entry.at), id.to_string().into()];
        sql::execute(&self.db, sql, values).await?;
        self.note_parties(&exchange).await?;
        Ok(exchange)
    }

    async fn add_act(&self, id: Uuid, number: u32, entry: &Entry) -> Result<(), StoreError> {
        let sql = "INSERT INTO exchange_act (exchange_id, number, by_whom, person, act, at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
        let values = [
            id.to_string().into(),
            i32::try_from(number).unwrap_or(i32::MAX).into(),
            json!(entry.by).to_string().into(),
            entry.person.map(|person| person.to_string()).into(),
            json!(entry.act).to_string().into(),
            micros(entry.at),
        ];
        if sql::execute(&self.db, sql, values).await? == 1 { Ok(()) } else { Err(StoreError::Stale("exchange")) }
    }

    async fn note_parties(&self, exchange: &Exchange) -> Result<(), StoreError> {
        let id = exchange.id.to_string();
        sql::execute(&self.db, "DELETE FROM exchange_party WHERE exchange_id = $1", [id.as_str().into()]).await?;
        for party in &exchange.parties {
            let sql = "INSERT INTO exchange_party (exchange_id, organization, role, standing, since) VALUES ($1, $2, $3, $4, $5)";
            let (role, standing) = (party.role.code().into(), party.standing.code().into());
            sql::execute(&self.db, sql, [id.as_str().into(), party.organization.as_str().into(), role, standing, micros(party.since)]).await?;
        }
        Ok(())
    }
}

async fn acts(db: &impl ConnectionTrait, exchange: Uuid) -> Result<Vec<Entry>, StoreError> {
    let sql = "SELECT exchange_id, by_whom, person, act, at FROM exchange_act WHERE exchange_id = $1 ORDER BY number";
    sql::rows(db, sql, [exchange.to_string().into()]).await?.iter().map(read_act).collect()
}

fn read_act(row: &QueryResult) -> Result<Entry, StoreError> {
    let row = Row::new("exchange_act", "exchange_id", row);
    let person: Option<String> = row.get("person")?;
    Ok(Entry {
        by: row.read("by_whom", |text| serde_json::from_str::<By>(text))?,
        person: person.as_deref().and_then(PersonId::parse),
        act: row.read("act", |text| serde_json::from_str::<Act>(text))?,
        at: row.time("at")?,
    })
}

fn read_party(row: &QueryResult) -> Result<(Slug, Role, Standing), StoreError> {
    let row = Row::new("exchange_party", "exchange_id", row);
    Ok((row.read("organization", Slug::parse)?, row.code("role", Role::parse)?, row.code("standing", Standing::parse)?))
}

#[cfg(test)]
mod tests {
    use ayni_domain::Locale;
    use ayni_domain::exchange::{Content, Refusal, Seat};
    use jiff::SignedDuration;

    use super::*;
    use crate::testing::{on_both, signature};

    fn slug(text: &str) -> Slug {
        Slug::parse(text).expect("a slug")
    }

    fn words(text: &str) -> Words {
        Words::new(Locale::Pt.tag(), text).expect("words")
    }

    fn entry(party: &str, hour: i64, act: Act) -> Entry {
        let at = signature().at + SignedDuration::from_hours(hour);
        Entry { by: By::Party(slug(party)), person: Some(PersonId(Uuid::nil())), act, at }
    }

    fn proposal() -> Entry {
        let seat = |organization: &str, role| Seat { organization: slug(organization), role };
        let seats = vec![seat("maputo", Role::Recipient), seat("rosario", Role::Provider)];
        entry("maputo", 0, Act::Proposed { title: words("Vendedoras"), need: Some("practice/vendors".into()), seats })
    }

    async fn does(store: &Store, id: Uuid, entry: &Entry) -> Result<Exchange, StoreError> {
        let tx = store.begin().await.expect("begin");
        let exchange = tx.act(id, entry).await?;
        tx.commit().await.expect("commit");
        Ok(exchange)
    }

    async fn begun(store: &Store) -> Uuid {
        let id = Uuid::now_v7();
        let tx = store.begin().await.expect("begin");
        tx.propose_exchange(id, &proposal()).await.expect("proposed");
        tx.commit().await.expect("commit");
        id
    }

    on_both!(an_exchange_is_read_back_as_it_was_made, |store| {
        let id = begun(&store).await;
        does(&store, id, &entry("rosario", 1, Act::Joined)).await.expect("joined");
        let content = Some(Content::Objective { words: words("Proteção social") });
        let made = does(&store, id, &entry("rosario", 2, Act::Stated { statement: 1, base: 0, content })).await.expect("stated");
        assert_eq!(store.exchange(id).await.expect("read"), Some(made.clone()));
        assert_eq!((made.stage, made.acts, store.acts(id).await.expect("acts").len()), (Stage::Discussion, 3, 3));
        assert_eq!(store.exchange(Uuid::nil()).await.expect("read"), None);
    });

    on_both!(lists_follow_the_acts, |store| {
        let id = begun(&store).await;
        let found = store.exchanges_of(&slug("rosario"), 9).await.expect("list");
        let parties = [(slug("maputo"), Role::Recipient, Standing::Joined), (slug("rosario"), Role::Provider, Standing::Invited)];
        assert_eq!((found[0].id, found[0].stage, &found[0].parties[..]), (id, Stage::Proposed, &parties[..]));
        does(&store, id, &entry("rosario", 1, Act::Declined { reason: "Agora não.".into() })).await.expect("declined");
        assert_eq!(store.exchanges_at(Stage::Proposed, 9).await.expect("list"), []);
        let declined = store.exchanges_at(Stage::Declined, 9).await.expect("list");
        assert_eq!((declined.len(), declined[0].parties[1].2), (1, Standing::Declined));
        assert_eq!(store.exchanges_for("practice/vendors").await.expect("list").len(), 1);
    });

    on_both!(what_the_rules_refuse_is_not_kept, |store| {
        let id = begun(&store).await;
        let refused = does(&store, id, &entry("ilo", 1, Act::Joined)).await;
        assert!(matches!(refused, Err(StoreError::Exchange(Refusal::NotIn))), "{refused:?}");
        assert_eq!(store.acts(id).await.expect("acts").len(), 1);
        assert!(matches!(does(&store, Uuid::nil(), &entry("ilo", 1, Act::Joined)).await, Err(StoreError::Missing("exchange", _))));
    });

    on_both!(of_two_acts_at_once_one_is_told_that_it_is_stale, |store| {
        let id = begun(&store).await;
        does(&store, id, &entry("rosario", 1, Act::Joined)).await.expect("joined");
        let tx = store.begin().await.expect("begin");
        let said = entry("rosario", 2, Act::Said { words: words("Bom dia.") });
        tx.add_act(id, 3, &said).await.expect("the first");
        assert!(matches!(tx.add_act(id, 3, &said).await, Err(StoreError::Stale("exchange"))));
    });
}
