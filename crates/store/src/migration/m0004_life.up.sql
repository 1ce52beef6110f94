-- The life of a published record: how fresh it is, who translates its texts, who objects to it, what visitors report about it.
-- Existing records begin green and uncontested; the first run of the daily job notes the light that their day of review gives.
ALTER TABLE record ADD COLUMN light TEXT NOT NULL DEFAULT 'green';
ALTER TABLE record ADD COLUMN contested INTEGER NOT NULL DEFAULT 0; -- 1 while an objection is open
CREATE INDEX record_light ON record (light, review_on);
CREATE INDEX record_steward ON record (steward, review_on);

-- Translations of single texts. A reviewed one was let through by another than its author, and stands in the record.
CREATE TABLE translation (
    id TEXT PRIMARY KEY,
    record_id TEXT NOT NULL REFERENCES record (id),
    field TEXT NOT NULL, -- path of the text in the record
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL, -- draft, reviewed
    by_machine INTEGER NOT NULL, -- 1 when a machine made it
    author TEXT NOT NULL,
    revision INTEGER NOT NULL, -- the revision whose original it translates
    at BIGINT NOT NULL,
    reviewer TEXT,
    reviewed_at BIGINT
);
CREATE INDEX translation_record ON translation (record_id, field);
CREATE INDEX translation_state ON translation (state, at);
CREATE INDEX translation_author ON translation (author);
CREATE INDEX translation_reviewer ON translation (reviewer);

-- Objections of organizations, with their answers. Both texts are public, the persons are not.
CREATE TABLE objection (
    id TEXT PRIMARY KEY,
    record_id TEXT NOT NULL REFERENCES record (id),
    organization TEXT NOT NULL, -- its slug
    ground TEXT NOT NULL,
    reason TEXT NOT NULL,
    raised_by TEXT NOT NULL,
    at BIGINT NOT NULL,
    outcome TEXT, -- none while it is open
    answer TEXT,
    answered_by TEXT,
    answered_at BIGINT
);
CREATE INDEX objection_record ON objection (record_id);
CREATE INDEX objection_organization ON objection (organization);
CREATE INDEX objection_open ON objection (outcome, at);
CREATE INDEX objection_raised_by ON objection (raised_by);
CREATE INDEX objection_answered_by ON objection (answered_by);

-- What visitors report, for the secretariat alone.
CREATE TABLE report (
    id TEXT PRIMARY KEY,
    record_id TEXT NOT NULL REFERENCES record (id),
    text TEXT NOT NULL,
    address TEXT, -- a mail address, forgotten some time after the report was closed
    at BIGINT NOT NULL,
    closed_by TEXT,
    closed_at BIGINT
);
CREATE INDEX report_record ON report (record_id);
CREATE INDEX report_closed ON report (closed_at, at);
CREATE INDEX report_closed_by ON report (closed_by);
