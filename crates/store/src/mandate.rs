//! Mandates: ask, decide, renew, lapse, list. The steps themselves are functions of [`ayni_domain::mandate`]; here they are kept.

use ayni_domain::change::Change;
use ayni_domain::date::day_of;
use ayni_domain::mandate::{Capacity, Decision, Evidence, Mandate, MandateState, REMINDER_DAYS};
use ayni_domain::{Kind, PersonId, RecordKey, Slug};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryResult, Value};
use uuid::Uuid;

use crate::person::key;
use crate::record::PUBLISHED;
use crate::record::row::{Column, Entity};
use crate::sql::{self, Row, micros};
use crate::{Store, StoreError, Tx, change};

const SELECT: &str = "SELECT id, person_id, organization, capacity, state, evidence, evidence_file, mail_domain_fits, asked_at,
     decider_id, decided_at, note, renew_by, reminded_on, closed_at FROM mandate";

impl Store {
    /// The mandate with this identifier.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn mandate(&self, id: Uuid) -> Result<Option<Mandate>, StoreError> {
        Ok(list(&self.db, "WHERE id = $1", [id.to_string().into()]).await?.pop())
    }

    /// All mandates of a person, also those that are over, the newest first.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn mandates_of(&self, person: PersonId) -> Result<Vec<Mandate>, StoreError> {
        list(&self.db, "WHERE person_id = $1 ORDER BY asked_at DESC, id DESC", [key(person)]).await
    }

    /// All mandates for an organization, also those that are over, the newest first.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn mandates_for(&self, organization: &Slug) -> Result<Vec<Mandate>, StoreError> {
        list(&self.db, "WHERE organization = $1 ORDER BY asked_at DESC, id DESC", [organization.as_str().into()]).await
    }

    /// Requests that wait for a decision, the oldest first, at most `limit`.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn waiting_mandates(&self, limit: u32) -> Result<Vec<Mandate>, StoreError> {
        list(&self.db, &format!("WHERE state = 'requested' ORDER BY asked_at, id LIMIT {limit}"), []).await
    }

    /// Mandates in force whose holder is to be reminded, those that end soonest first, at most `limit`.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn mandates_to_remind(&self, today: Date, limit: u32) -> Result<Vec<Mandate>, StoreError> {
        let condition = "WHERE state = 'active' AND reminded_on IS NULL AND renew_by >= $1 AND renew_by <= $2 ORDER BY renew_by, id";
        let last = today.saturating_add(REMINDER_DAYS.days());
        list(&self.db, &format!("{condition} LIMIT {limit}"), [today.to_string().into(), last.to_string().into()]).await
    }

    /// The next published organizations after a slug that have no focal point today, in the order of their slugs, at most `limit`.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn orphaned_organizations(&self, today: Date, after: Option<&Slug>, limit: u32) -> Result<Vec<Slug>, StoreError> {
        let sql = format!(
            "SELECT slug FROM record WHERE kind = 'organization' AND state = 'published' AND slug > $1 AND NOT EXISTS
             (SELECT 1 FROM mandate WHERE mandate.organization = record.slug AND mandate.state = 'active'
              AND mandate.capacity = 'focal-point' AND mandate.renew_by >= $2) ORDER BY slug LIMIT {limit}"
        );
        let rows = sql::rows(&self.db, &sql, [after.map_or("", Slug::as_str).into(), today.to_string().into()]).await?;
        rows.iter().map(|row| Row::new("record", "slug", row).read("slug", Slug::parse)).collect()
    }
}

impl Tx {
    /// Keeps a request.
    ///
    /// # Errors
    /// `NoRecord` when no such organization is published, `Taken` when the person has or waits for this mandate already, `Database`.
    pub async fn add_mandate(&self, mandate: &Mandate) -> Result<(), StoreError> {
        let organization = mandate.organization.as_str();
        let known = "SELECT 1 FROM record WHERE kind = 'organization' AND slug = $1 AND state = 'published'";
        if sql::row(&self.db, known, [organization.into()]).await?.is_none() {
            return Err(StoreError::NoRecord(RecordKey { kind: Kind::Organization, slug: mandate.organization.clone() }));
        }
        let sql = "INSERT INTO mandate (id, person_id, organization, capacity, state, evidence, evidence_file, mail_domain_fits, asked_at, note)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '') ON CONFLICT DO NOTHING";
        let values = [
            mandate.id.to_string().into(),
            key(mandate.person),
            organization.into(),
            mandate.capacity.code().into(),
            mandate.state.code().into(),
            mandate.evidence.text.as_str().into(),
            mandate.evidence.file.clone().into(),
            i32::from(mandate.evidence.mail_domain_fits).into(),
            micros(mandate.asked_at),
        ];
        if sql::execute(&self.db, sql, values).await? == 1 { Ok(()) } else { Err(StoreError::Taken("mandate")) }
    }

    /// Keeps a step of a mandate that was in the state `was` when it was read.
    ///
    /// Where its organization has a focal point more or less by it, that is an entry `mandated` of the change log: its page says so.
    ///
    /// # Errors
    /// `Stale` when another step came in between, `Database`.
    pub async fn save_mandate(&self, mandate: &Mandate, was: MandateState) -> Result<(), StoreError> {
        let sql = "UPDATE mandate SET state = $1, decider_id = $2, decided_at = $3, note = $4, renew_by = $5, reminded_on = $6, closed_at = $7
             WHERE id = $8 AND state = $9";
        let decision = mandate.decision.as_ref();
        let day = |date: Option<Date>| -> Value { date.map(|date| date.to_string()).into() };
        let time = |at: Option<Timestamp>| -> Value { at.map(Timestamp::as_microsecond).into() };
        let values = [
            mandate.state.code().into(),
            decision.map(|decision| decision.by.0.to_string()).into(),
            time(decision.map(|decision| decision.at)),
            decision.map_or("", |decision| &decision.note).into(),
            day(mandate.renew_by),
            day(mandate.reminded_on),
            time(mandate.closed_at),
            mandate.id.to_string().into(),
            was.code().into(),
        ];
        if sql::execute(&self.db, sql, values).await? != 1 {
            return Err(StoreError::Stale("mandate"));
        }
        let was_active = Mandate { state: was, ..mandate.clone() }.is_of_active_focal_point();
        if was_active != mandate.is_of_active_focal_point() {
            let at = mandate.closed_at.or(decision.map(|decision| decision.at)).unwrap_or(mandate.asked_at);
            self.note_mandated(mandate.organization.as_str(), at).await?;
        }
        Ok(())
    }

    /// Notes that an organization has a focal point more or less, if it is published; who it is is no matter of the change log.
    pub(crate) async fn note_mandated(&self, organization: &str, at: Timestamp) -> Result<(), StoreError> {
        let kind = Kind::Organization.code();
        let named = Entity::find().filter(Column::Kind.eq(kind)).filter(Column::Slug.eq(organization)).filter(Column::State.eq(PUBLISHED));
        let Some(record) = named.one(&self.db).await? else { return Ok(()) };
        let entry = change::entry(Change::Mandated, at.as_microsecond(), (kind, organization), (&record.id, record.revision));
        change::append(&self.db, vec![entry]).await
    }

    /// Lets all mandates lapse whose term is over, and returns them.
    ///
    /// # Errors
    /// `Corrupt`, `Database`.
    pub async fn lapse_mandates(&self, now: Timestamp) -> Result<Vec<Mandate>, StoreError> {
        let overdue = list(&self.db, "WHERE state = 'active' AND renew_by < $1 ORDER BY renew_by, id", [day_of(now).to_string().into()]).await?;
        let lapsed: Vec<Mandate> = overdue.into_iter().filter_map(|mandate| mandate.lapse(now).ok()).collect();
        for mandate in &lapsed {
            self.save_mandate(mandate, MandateState::Active).await?;
        }
        Ok(lapsed)
    }
}

async fn list<const N: usize>(db: &impl ConnectionTrait, condition: &str, values: [Value; N]) -> Result<Vec<Mandate>, StoreError> {
    sql::rows(db, &format!("{SELECT} {condition}"), values).await?.iter().map(read).collect()
}

fn read(row: &QueryResult) -> Result<Mandate, StoreError> {
    let row = Row::new("mandate", "id", row);
    let day = |column| -> Result<Option<Date>, StoreError> {
        let text: Option<String> = row.get(column)?;
        text.as_deref().map(str::parse).transpose().map_err(|error: jiff::Error| row.corrupt(column, error))
    };
    let decided_at = row.time_or_none("decided_at")?;
    let decision = decided_at.map(|at| Ok::<_, StoreError>(Decision { by: PersonId(row.uuid("decider_id")?), at, note: row.get("note")? }));
    Ok(Mandate {
        id: row.uuid("id")?,
        person: PersonId(row.uuid("person_id")?),
        organization: row.read("organization", Slug::parse)?,
        capacity: row.code("capacity", Capacity::parse)?,
        state: row.code("state", MandateState::parse)?,
        evidence: Evidence {
            text: row.get("evidence")?,
            file: row.get("evidence_file")?,
            mail_domain_fits: row.get::<i32>("mail_domain_fits")? != 0,
        },
        asked_at: row.time("asked_at")?,
        decision: decision.transpose()?,
        renew_by: day("renew_by")?,
        reminded_on: day("reminded_on")?,
        closed_at: row.time_or_none("closed_at")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{add_person, ask, on_both, organization, signature};
    use ayni_domain::permission::Standing;
    use ayni_domain::role::Roles;
    use jiff::SignedDuration;

    fn slug(text: &str) -> Slug {
        Slug::parse(text).expect("a slug")
    }

    fn after(days: i64) -> Timestamp {
        signature().at.checked_add(SignedDuration::from_hours(24 * days)).expect("a time")
    }

    /// A store with two organizations.
    async fn organizations(store: &Store) {
        let tx = store.begin().await.expect("begin");
        tx.save_all(&[organization("cplp", "CPLP"), organization("g7", "g7+")], &signature()).await.expect("save");
        tx.commit().await.expect("commit");
    }

    async fn add(store: &Store, mandate: &Mandate) {
        let tx = store.begin().await.expect("begin");
        tx.add_mandate(mandate).await.expect("add");
        tx.commit().await.expect("commit");
    }

    async fn save(store: &Store, mandate: &Mandate, was: MandateState) -> Result<(), StoreError> {
        let tx = store.begin().await?;
        tx.save_mandate(mandate, was).await?;
        tx.commit().await
    }

    on_both!(a_mandate_is_asked_for_decided_and_gives_rights, |store| {
        organizations(&store).await;
        let position = store.position().await.expect("position");
        let (amina, bruno) = (add_person(&store, "amina").await.id, add_person(&store, "bruno").await.id);
        let asked = ask(amina, "cplp", Capacity::FocalPoint, after(0));
        add(&store, &asked).await;
        assert_eq!(store.mandate(asked.id).await.expect("find"), Some(asked.clone()));
        let today = day_of(after(1));
        let nothing = Standing { person: amina, roles: Roles::NONE, mandates: Vec::new() };
        assert_eq!(store.standing(amina, today).await.expect("standing"), Some(nothing.clone()), "a request gives no rights");

        let accepted = asked.clone().accept(bruno, "Welcome.", after(1)).expect("accepted");
        save(&store, &accepted, MandateState::Requested).await.expect("save");
        assert_eq!(store.mandate(asked.id).await.expect("find"), Some(accepted.clone()));
        let refused = asked.refuse(bruno, "No.", after(1)).expect("refused");
        assert!(matches!(save(&store, &refused, MandateState::Requested).await, Err(StoreError::Stale("mandate"))), "decided already");

        let contributor = ask(amina, "g7", Capacity::Contributor, after(2));
        add(&store, &contributor).await;
        save(&store, &contributor.accept(bruno, "", after(2)).expect("accepted"), MandateState::Requested).await.expect("save");
        let mandates = vec![(slug("cplp"), Capacity::FocalPoint), (slug("g7"), Capacity::Contributor)];
        assert_eq!(store.standing(amina, today).await.expect("standing"), Some(Standing { mandates, ..nothing.clone() }));
        let late = day_of(after(400));
        assert_eq!(store.standing(amina, late).await.expect("standing"), Some(nothing), "even when the daily job did not come by");
        let nobody = crate::testing::person("nobody").id;
        assert_eq!(store.standing(nobody, today).await.expect("standing"), None);
        let log = store.changes_since(position, 9).await.expect("log");
        let said: Vec<_> = log.into_iter().map(|entry| (entry.change, entry.subject)).collect();
        let cplp = store.find(&organization("cplp", "CPLP").0).await.expect("find").expect("there").envelope.clone();
        let of_cplp = change::Subject::Record { kind: Kind::Organization, slug: "cplp".into(), id: cplp.id, revision: 1 };
        assert_eq!(said, [(Change::Mandated, of_cplp)], "one for the focal point, none for a request, its decision twice, or a contributor");
        assert_eq!(cplp.revision, 1);
    });

    on_both!(an_organization_that_gains_or_loses_a_focal_point_is_in_the_change_log, |store| {
        organizations(&store).await;
        let (amina, bruno) = (add_person(&store, "amina").await.id, add_person(&store, "bruno").await.id);
        let entries = async || store.position().await.expect("position") - 2;
        let asked = ask(amina, "cplp", Capacity::FocalPoint, after(0));
        add(&store, &asked).await;
        assert_eq!(entries().await, 0);
        let active = asked.accept(bruno, "", after(0)).expect("accepted");
        save(&store, &active, MandateState::Requested).await.expect("save");
        assert_eq!(entries().await, 1);
        let renewed = active.remind(day_of(after(340))).renew(after(345)).expect("renewed");
        save(&store, &renewed, MandateState::Active).await.expect("save");
        assert_eq!(entries().await, 1, "a renewal changes nothing that is public");
        save(&store, &renewed.end_by(bruno, "She left.", after(350)).expect("ended"), MandateState::Active).await.expect("save");
        assert_eq!(entries().await, 2);
        let theirs = ask(bruno, "g7", Capacity::FocalPoint, after(0));
        add(&store, &theirs).await;
        save(&store, &theirs.accept(amina, "", after(0)).expect("accepted"), MandateState::Requested).await.expect("save");
        let tx = store.begin().await.expect("begin");
        assert_eq!(tx.lapse_mandates(after(400)).await.expect("lapse").len(), 1);
        tx.commit().await.expect("commit");
        assert_eq!(entries().await, 4);
    });

    on_both!(a_person_asks_for_a_mandate_once, |store| {
        organizations(&store).await;
        let (amina, bruno) = (add_person(&store, "amina").await.id, add_person(&store, "bruno").await.id);
        let first = ask(amina, "cplp", Capacity::Contributor, after(0));
        add(&store, &first).await;
        add(&store, &ask(bruno, "cplp", Capacity::Contributor, after(1))).await;
        add(&store, &ask(amina, "cplp", Capacity::FocalPoint, after(2))).await;
        add(&store, &ask(amina, "g7", Capacity::Contributor, after(3))).await;
        let again = ask(amina, "cplp", Capacity::Contributor, after(4));
        let tx = store.begin().await.expect("begin");
        assert!(matches!(tx.add_mandate(&again).await, Err(StoreError::Taken("mandate"))));
        let unknown = ask(amina, "absent", Capacity::Contributor, after(4));
        assert!(matches!(tx.add_mandate(&unknown).await, Err(StoreError::NoRecord(key)) if key.slug == slug("absent")));
        drop(tx);
        save(&store, &first.end(after(4)).expect("ended"), MandateState::Requested).await.expect("save");
        add(&store, &again).await;
        let waiting: Vec<_> = store.waiting_mandates(9).await.expect("list").into_iter().map(|mandate| mandate.asked_at).collect();
        assert_eq!(waiting, [after(1), after(2), after(3), after(4)], "oldest first");
        assert_eq!(store.waiting_mandates(2).await.expect("list").len(), 2);
        let of_amina: Vec<_> = store.mandates_of(amina).await.expect("list").into_iter().map(|mandate| mandate.asked_at).collect();
        assert_eq!(of_amina, [after(4), after(3), after(2), after(0)], "newest first");
        assert_eq!(store.mandates_for(&slug("cplp")).await.expect("list").len(), 4);
    });

    on_both!(a_mandate_that_nobody_renews_lapses_and_leaves_its_organization_orphaned, |store| {
        organizations(&store).await;
        let (amina, bruno) = (add_person(&store, "amina").await.id, add_person(&store, "bruno").await.id);
        let orphaned = async |days| store.orphaned_organizations(day_of(after(days)), None, 9).await.expect("list");
        assert_eq!(orphaned(0).await, [slug("cplp"), slug("g7")]);
        assert_eq!(store.orphaned_organizations(day_of(after(0)), Some(&slug("cplp")), 9).await.expect("list"), [slug("g7")]);
        for (person, organization, decider) in [(amina, "cplp", bruno), (bruno, "g7", amina)] {
            let asked = ask(person, organization, Capacity::FocalPoint, after(0));
            add(&store, &asked).await;
            save(&store, &asked.accept(decider, "", after(0)).expect("accepted"), MandateState::Requested).await.expect("save");
        }
        assert_eq!(orphaned(1).await, []);
        let due = async |days| store.mandates_to_remind(day_of(after(days)), 9).await.expect("list");
        assert_eq!((due(330).await.len(), due(340).await.len(), due(400).await.len()), (0, 2, 0));
        let mut mandates = due(340).await;
        for mandate in &mandates {
            assert!(mandate.is_reminder_due(day_of(after(340))), "list and rule agree");
            save(&store, &mandate.clone().remind(day_of(after(340))), MandateState::Active).await.expect("save");
        }
        assert_eq!(due(341).await, []);
        let renewed = mandates.remove(0).renew(after(345)).expect("renewed");
        save(&store, &renewed, MandateState::Active).await.expect("save");

        let tx = store.begin().await.expect("begin");
        assert_eq!(tx.lapse_mandates(after(366)).await.expect("lapse"), [], "the last day of the term");
        let lapsed = tx.lapse_mandates(after(367)).await.expect("lapse");
        tx.commit().await.expect("commit");
        assert_eq!(lapsed.iter().map(|mandate| mandate.id).collect::<Vec<_>>(), [mandates[0].id]);
        assert_eq!(orphaned(367).await, [lapsed[0].organization.clone()]);
        assert_eq!(store.mandate(lapsed[0].id).await.expect("find"), Some(lapsed[0].clone()));
    });
}
