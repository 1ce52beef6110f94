-- What people write goes through drafts and the review of another person; nothing of it is public before.
-- Times are microseconds since 1970 in UTC. Persons are named by their identifier, not by a foreign key: it stays when they are erased.
CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    slug TEXT, -- of the record; a new one gets it when it is submitted
    record_id TEXT REFERENCES record (id), -- the record that it changes, or became
    base_revision INTEGER, -- the revision that it changes; none for a new record
    revision INTEGER, -- the revision that it became
    author_id TEXT NOT NULL,
    organization TEXT, -- slug of the organization that it is written for
    language TEXT NOT NULL, -- in which it is written
    body TEXT NOT NULL, -- JSON as typed, without kind and slug
    version INTEGER NOT NULL, -- grows with each save
    saved_by_id TEXT NOT NULL,
    state TEXT NOT NULL,
    since BIGINT NOT NULL, -- in this state
    touched_at BIGINT NOT NULL, -- last save or step
    reminded INTEGER NOT NULL, -- number of reminders to who holds the next step
    created_at BIGINT NOT NULL,
    submitted_at BIGINT -- last time
);
CREATE INDEX draft_record ON draft (record_id);
CREATE INDEX draft_author ON draft (author_id);
CREATE INDEX draft_organization ON draft (organization);
CREATE INDEX draft_state ON draft (state, since);
CREATE INDEX draft_key ON draft (kind, slug);

-- The last versions of a draft that is not published: what two people changed at once is merged from the one that both began with.
CREATE TABLE draft_version (
    draft_id TEXT NOT NULL REFERENCES draft (id),
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (draft_id, version)
);

-- Who wrote in a draft besides its author: none of them reviews it.
CREATE TABLE draft_editor (
    draft_id TEXT NOT NULL REFERENCES draft (id),
    person_id TEXT NOT NULL,
    PRIMARY KEY (draft_id, person_id)
);
CREATE INDEX draft_editor_person ON draft_editor (person_id);

-- What happened to a draft, append-only; comments are steps too.
CREATE TABLE draft_step (
    draft_id TEXT NOT NULL REFERENCES draft (id),
    seq INTEGER NOT NULL,
    step TEXT NOT NULL,
    person_id TEXT, -- none where time did it
    at BIGINT NOT NULL,
    version INTEGER NOT NULL, -- of the draft
    words TEXT, -- reason, note or comment
    field TEXT, -- path of the field that a comment is about
    PRIMARY KEY (draft_id, seq)
);
CREATE INDEX draft_step_person ON draft_step (person_id);

-- Comments that are settled.
CREATE TABLE draft_resolution (
    draft_id TEXT NOT NULL REFERENCES draft (id),
    seq INTEGER NOT NULL,
    person_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (draft_id, seq)
);
CREATE INDEX draft_resolution_person ON draft_resolution (person_id);

-- What reviewers answered to the points of the checklist; the last answer counts.
CREATE TABLE draft_answer (
    draft_id TEXT NOT NULL REFERENCES draft (id),
    point TEXT NOT NULL,
    verdict TEXT NOT NULL,
    note TEXT,
    person_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    version INTEGER NOT NULL, -- of the draft
    PRIMARY KEY (draft_id, point)
);
CREATE INDEX draft_answer_person ON draft_answer (person_id);
