-- People are told what waits for them, on their pages and by mail; administrators see and set how the instance does.
-- Times are microseconds since 1970 in UTC. Nothing of records changes; all tables begin empty.

CREATE TABLE notice (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL,
    topic TEXT NOT NULL,
    message TEXT NOT NULL, -- key of the words, which the reader's language has
    arguments TEXT NOT NULL, -- JSON object
    path TEXT NOT NULL,
    at BIGINT NOT NULL,
    read_at BIGINT,
    mailed_at BIGINT
);
CREATE INDEX notice_person ON notice (person_id, at);
CREATE INDEX notice_unmailed ON notice (mailed_at, at);

-- What a person chose; a topic without a row has its usual frequency.
CREATE TABLE notice_preference (
    person_id TEXT NOT NULL,
    topic TEXT NOT NULL,
    frequency TEXT NOT NULL,
    PRIMARY KEY (person_id, topic)
);

-- Mails, written in the transaction of the change that causes them, so that a crash loses none.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY, -- in the Message-ID too: a mail sent twice is recognisable
    person_id TEXT, -- none where the address is nobody's yet
    topic TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    locale TEXT NOT NULL,
    content TEXT NOT NULL, -- JSON with links that let somebody in: emptied when the mail has left
    unsubscribe_hash TEXT, -- SHA-256 of the secret in the link that ends such mails
    at BIGINT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at BIGINT NOT NULL, -- not to be claimed before: the end of a pause, or of the lease of who claimed it
    problem TEXT,
    finished_at BIGINT
);
CREATE INDEX outbox_state ON outbox (state, next_at);
CREATE INDEX outbox_person ON outbox (person_id);
CREATE INDEX outbox_at ON outbox (at);
CREATE UNIQUE INDEX outbox_unsubscribe ON outbox (unsubscribe_hash);

-- Who did what, append-only.
CREATE TABLE audit (
    seq BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT NOT NULL -- JSON, nothing personal
);

-- What administrators set; a key without a row is as usual.
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL -- JSON
);

-- Work that is done again and again, by one node at a time.
CREATE TABLE job (
    name TEXT PRIMARY KEY,
    planned_at BIGINT NOT NULL, -- when it is, or was, due
    lease_until BIGINT, -- while a node runs it
    started_at BIGINT NOT NULL,
    finished_at BIGINT,
    outcome TEXT,
    note TEXT
);
