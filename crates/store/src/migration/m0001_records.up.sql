-- Records of every kind share one envelope; the body is JSON, as in the corpus files.
-- Times are microseconds since 1970 in UTC; days are ISO dates.
CREATE TABLE record (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    slug TEXT NOT NULL,
    revision INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT, -- why it was withdrawn
    steward TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    review_on TEXT NOT NULL,
    hash TEXT NOT NULL, -- SHA-256 of the body: an unchanged record makes no revision
    body TEXT NOT NULL
);
CREATE UNIQUE INDEX record_key ON record (kind, slug);
CREATE INDEX record_slug ON record (slug);

-- Every version of every record: who, when, why.
CREATE TABLE revision (
    record_id TEXT NOT NULL REFERENCES record (id),
    revision INTEGER NOT NULL,
    change TEXT NOT NULL,
    at BIGINT NOT NULL,
    author TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    note TEXT,
    body TEXT NOT NULL,
    PRIMARY KEY (record_id, revision)
);

-- The change log: append-only, in the order in which transactions took effect.
CREATE TABLE change (
    seq BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    change TEXT NOT NULL,
    kind TEXT NOT NULL, -- a kind of record, or `concept`
    slug TEXT NOT NULL,
    id TEXT NOT NULL,
    revision INTEGER NOT NULL
);

-- The last sequence number. Every writer locks this row first, so numbers take effect in order and without gaps.
CREATE TABLE log_position (
    id INTEGER PRIMARY KEY,
    seq BIGINT NOT NULL
);
INSERT INTO log_position (id, seq) VALUES (1, 0);

-- Lines of the concept table that an administrator added or changed; the others come with the program.
CREATE TABLE concept (
    id TEXT PRIMARY KEY,
    line TEXT NOT NULL,
    at BIGINT NOT NULL,
    author TEXT NOT NULL
);

-- Files of a record, kept under the SHA-256 of their content.
CREATE TABLE file (
    record_id TEXT NOT NULL REFERENCES record (id),
    hash TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    language TEXT,
    added_at BIGINT NOT NULL,
    PRIMARY KEY (record_id, hash)
);
