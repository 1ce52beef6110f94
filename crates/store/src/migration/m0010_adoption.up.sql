-- Somebody asks to become the steward of a record that nobody looks after.
-- There are no rows yet: until now the secretariat alone gave records to others.
CREATE TABLE adoption (
    id TEXT PRIMARY KEY,
    record_id TEXT NOT NULL REFERENCES record (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    organization TEXT, -- slug of the organization that would be steward; none: the person
    reason TEXT NOT NULL,
    state TEXT NOT NULL, -- requested, accepted, declined, passed
    asked_at BIGINT NOT NULL,
    decider_id TEXT REFERENCES person (id), -- none while it waits, and where somebody else took the record on
    closed_at BIGINT,
    answer TEXT NOT NULL
);
CREATE INDEX adoption_record ON adoption (record_id);
CREATE INDEX adoption_person ON adoption (person_id);
CREATE INDEX adoption_decider ON adoption (decider_id);
CREATE INDEX adoption_state ON adoption (state, asked_at);
CREATE UNIQUE INDEX adoption_open ON adoption (record_id, person_id) WHERE state = 'requested';
