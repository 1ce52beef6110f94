//! What a person did and was told, table by table: statements that find it, and the names under which it is handed out.

use ayni_domain::Person;
use jiff::Timestamp;
use sea_orm::ConnectionTrait;
use serde_json::{Map, Value};

use crate::StoreError;
use crate::sql::{self, Row};

/// How a table names a person.
#[derive(Clone, Copy)]
enum By {
    /// By the bare identifier.
    Id,
    /// As authors are named: `person/` and the identifier.
    Name,
    /// By the mail address.
    Address,
}

/// What a column holds.
#[derive(Clone, Copy)]
enum Cell {
    Text,
    Number,
    Time,
    Json,
}
use Cell::{Json, Number, Text, Time};

/// A part of what is handed out.
struct Part {
    name: &'static str,
    by: By,
    /// Finds the rows; `$1` names the person.
    sql: &'static str,
    columns: &'static [(&'static str, Cell)],
}

/// Of what others wrote only what they wrote to the person is here: notices.
const PARTS: [Part; 18] = [
    Part {
        name: "drafts",
        by: By::Id,
        sql: "SELECT id, kind, slug, organization, language, state, created_at, touched_at, submitted_at, body FROM draft WHERE author_id = $1 ORDER BY id",
        columns: &[
            ("id", Text),
            ("kind", Text),
            ("slug", Text),
            ("organization", Text),
            ("language", Text),
            ("state", Text),
            ("created_at", Time),
            ("touched_at", Time),
            ("submitted_at", Time),
            ("body", Json),
        ],
    },
    Part {
        name: "drafts_of_others_written_in",
        by: By::Id,
        sql: "SELECT draft_id AS draft FROM draft_editor WHERE person_id = $1 ORDER BY draft_id",
        columns: &[("draft", Text)],
    },
    Part {
        name: "steps_and_comments",
        by: By::Id,
        sql: "SELECT draft_id AS draft, step, at, field, words FROM draft_step WHERE person_id = $1 ORDER BY at, draft_id, seq",
        columns: &[("draft", Text), ("step", Text), ("at", Time), ("field", Text), ("words", Text)],
    },
    Part {
        name: "comments_settled",
        by: By::Id,
        sql: "SELECT draft_id AS draft, seq AS step, at FROM draft_resolution WHERE person_id = $1 ORDER BY at, draft_id, seq",
        columns: &[("draft", Text), ("step", Number), ("at", Time)],
    },
    Part {
        name: "checklist_answers",
        by: By::Id,
        sql: "SELECT draft_id AS draft, point, verdict, note, at FROM draft_answer WHERE person_id = $1 ORDER BY at, draft_id, point",
        columns: &[("draft", Text), ("point", Text), ("verdict", Text), ("note", Text), ("at", Time)],
    },
    Part {
        name: "requests_for_records",
        by: By::Id,
        sql: "SELECT r.kind, r.slug, a.organization, a.reason, a.state, a.asked_at, a.closed_at, a.answer FROM adoption a
              JOIN record r ON r.id = a.record_id WHERE a.person_id = $1 ORDER BY a.asked_at, a.id",
        columns: &[
            ("kind", Text),
            ("slug", Text),
            ("organization", Text),
            ("reason", Text),
            ("state", Text),
            ("asked_at", Time),
            ("closed_at", Time),
            ("answer", Text),
        ],
    },
    Part {
        name: "translations",
        by: By::Name,
        sql: "SELECT r.kind, r.slug, t.field, t.language, t.text, t.state, t.at FROM translation t JOIN record r ON r.id = t.record_id
              WHERE t.author = $1 ORDER BY t.at, t.id",
        columns: &[("kind", Text), ("slug", Text), ("field", Text), ("language", Text), ("text", Text), ("state", Text), ("at", Time)],
    },
    Part {
        name: "translations_let_through",
        by: By::Name,
        sql: "SELECT r.kind, r.slug, t.field, t.language, t.reviewed_at FROM translation t JOIN record r ON r.id = t.record_id
              WHERE t.reviewer = $1 ORDER BY t.reviewed_at, t.id",
        columns: &[("kind", Text), ("slug", Text), ("field", Text), ("language", Text), ("reviewed_at", Time)],
    },
    Part {
        name: "objections",
        by: By::Name,
        sql: "SELECT r.kind, r.slug, o.organization, o.ground, o.reason, o.at FROM objection o JOIN record r ON r.id = o.record_id
              WHERE o.raised_by = $1 ORDER BY o.at, o.id",
        columns: &[("kind", Text), ("slug", Text), ("organization", Text), ("ground", Text), ("reason", Text), ("at", Time)],
    },
    Part {
        name: "objections_answered",
        by: By::Name,
        sql: "SELECT r.kind, r.slug, o.outcome, o.answer, o.answered_at FROM objection o JOIN record r ON r.id = o.record_id
              WHERE o.answered_by = $1 ORDER BY o.answered_at, o.id",
        columns: &[("kind", Text), ("slug", Text), ("outcome", Text), ("answer", Text), ("answered_at", Time)],
    },
    Part {
        name: "acts_in_exchanges",
        by: By::Name,
        sql: "SELECT exchange_id AS exchange, number, act, at FROM exchange_act WHERE person = $1 ORDER BY at, exchange_id, number",
        columns: &[("exchange", Text), ("number", Number), ("act", Json), ("at", Time)],
    },
    Part {
        name: "problems_reported",
        by: By::Address,
        sql: "SELECT r.kind, r.slug, p.text, p.address, p.at FROM report p JOIN record r ON r.id = p.record_id WHERE lower(p.address) = $1 ORDER BY p.at, p.id",
        columns: &[("kind", Text), ("slug", Text), ("text", Text), ("address", Text), ("at", Time)],
    },
    Part {
        name: "records_in_your_care",
        by: By::Name,
        sql: "SELECT kind, slug FROM record WHERE steward = $1 ORDER BY kind, slug",
        columns: &[("kind", Text), ("slug", Text)],
    },
    Part {
        name: "changes_signed",
        by: By::Name,
        sql: "SELECT r.kind, r.slug, v.revision, v.change, v.at, CASE WHEN v.author = $1 THEN 'author' ELSE 'reviewer' END AS signed_as
              FROM revision v JOIN record r ON r.id = v.record_id WHERE v.author = $1 OR v.reviewer = $1 ORDER BY v.at, r.kind, r.slug",
        columns: &[("kind", Text), ("slug", Text), ("revision", Number), ("change", Text), ("at", Time), ("signed_as", Text)],
    },
    Part {
        name: "notices",
        by: By::Id,
        sql: "SELECT topic, message, arguments, path, at, read_at, mailed_at FROM notice WHERE person_id = $1 ORDER BY at, id",
        columns: &[("topic", Text), ("message", Text), ("arguments", Json), ("path", Text), ("at", Time), ("read_at", Time), ("mailed_at", Time)],
    },
    Part {
        name: "how_often_you_are_mailed",
        by: By::Id,
        sql: "SELECT topic, frequency FROM notice_preference WHERE person_id = $1 ORDER BY topic",
        columns: &[("topic", Text), ("frequency", Text)],
    },
    Part {
        name: "mails",
        by: By::Id,
        sql: "SELECT topic, recipient, subject, at, state FROM outbox WHERE person_id = $1 ORDER BY at, id",
        columns: &[("topic", Text), ("recipient", Text), ("subject", Text), ("at", Time), ("state", Text)],
    },
    Part {
        name: "audit_log",
        by: By::Name,
        sql: "SELECT at, action, CASE WHEN actor = $1 THEN 'by you' ELSE 'about you' END AS what FROM audit WHERE actor = $1 OR subject = $1 ORDER BY seq",
        columns: &[("at", Time), ("action", Text), ("what", Text)],
    },
];

/// All parts, by name.
pub(super) async fn all(db: &impl ConnectionTrait, person: &Person) -> Result<Map<String, Value>, StoreError> {
    let mut parts = Map::new();
    for part in &PARTS {
        let key = match part.by {
            By::Id => person.id.0.to_string(),
            By::Name => person.id.to_string(),
            By::Address => person.email.as_ref().map(ToString::to_string).unwrap_or_default(),
        };
        let rows = sql::rows(db, part.sql, [key.into()]).await?;
        let entries = rows.iter().map(|row| entry(&Row::new(part.name, part.columns[0].0, row), part.columns));
        parts.insert(part.name.to_owned(), entries.collect::<Result<Value, StoreError>>()?);
    }
    Ok(parts)
}

/// A row as an object; what is not there is left out.
fn entry(row: &Row<'_>, columns: &[(&'static str, Cell)]) -> Result<Value, StoreError> {
    let mut entry = Map::new();
    for &(name, cell) in columns {
        let value = match cell {
            Text => row.get::<Option<String>>(name)?.map(Value::from),
            Number => row.get::<Option<i32>>(name)?.map(Value::from),
            Time => row.time_or_none(name)?.as_ref().map(Timestamp::to_string).map(Value::from),
            Json => Some(row.json(name)?),
        };
        entry.extend(value.map(|value| (name.to_owned(), value)));
    }
    Ok(entry.into())
}
