-- People take part: who they are, how they sign in, for which organizations they speak.
-- What they do is signed with their identifier. Of who is erased the row stays, with nothing personal in it.
CREATE TABLE person (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL, -- active, erased
    handle TEXT, -- none once erased
    email TEXT, -- in lower case
    locale TEXT NOT NULL,
    roles TEXT NOT NULL, -- codes with spaces between them
    profile TEXT NOT NULL, -- JSON: value and visibility of each field
    created_at BIGINT NOT NULL,
    last_seen_on TEXT NOT NULL -- once erased: the day of it
);
CREATE UNIQUE INDEX person_handle ON person (handle);
CREATE UNIQUE INDEX person_email ON person (email);

-- Who is signed in where. Of the secret that a browser holds only the SHA-256 is kept.
CREATE TABLE session (
    id TEXT PRIMARY KEY, -- names the session in the person's list
    secret TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    proof TEXT NOT NULL, -- how they showed who they are
    label TEXT NOT NULL, -- the device, in words
    begun_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX session_secret ON session (secret);
CREATE INDEX session_person ON session (person_id);

-- Secrets that work once: links in mails, steps of signing in.
CREATE TABLE token (
    secret TEXT PRIMARY KEY, -- SHA-256
    purpose TEXT NOT NULL,
    subject TEXT NOT NULL, -- JSON: what it is about
    person_id TEXT REFERENCES person (id), -- none when they have no account yet
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    taken_at BIGINT
);
CREATE INDEX token_person ON token (person_id);

-- How often something was tried, per window of time; buckets are hashes of what was limited.
CREATE TABLE attempt (
    bucket TEXT NOT NULL,
    ends_at BIGINT NOT NULL,
    tries INTEGER NOT NULL,
    PRIMARY KEY (bucket, ends_at)
);

CREATE TABLE password (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    hash TEXT NOT NULL, -- with its parameters, in PHC form
    changed_at BIGINT NOT NULL
);

CREATE TABLE totp (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    secret TEXT NOT NULL,
    last_step BIGINT NOT NULL, -- a code works once: steps up to this one are used
    added_at BIGINT NOT NULL
);

CREATE TABLE recovery_code (
    person_id TEXT NOT NULL REFERENCES person (id),
    hash TEXT NOT NULL,
    PRIMARY KEY (person_id, hash)
);

CREATE TABLE passkey (
    id TEXT PRIMARY KEY, -- identifier of the credential
    person_id TEXT NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    credential TEXT NOT NULL, -- JSON, public key included
    counter BIGINT NOT NULL,
    added_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX passkey_person ON passkey (person_id);

-- Who somebody is for another provider (OpenID Connect).
CREATE TABLE identity (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    added_at BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX identity_person ON identity (person_id);

-- Who may speak for an organization; the organization is named by the slug of its record.
CREATE TABLE mandate (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    organization TEXT NOT NULL,
    capacity TEXT NOT NULL,
    state TEXT NOT NULL,
    evidence TEXT NOT NULL,
    evidence_file TEXT, -- SHA-256 of a letter
    mail_domain_fits INTEGER NOT NULL, -- 0 or 1
    asked_at BIGINT NOT NULL,
    decider_id TEXT REFERENCES person (id),
    decided_at BIGINT,
    note TEXT NOT NULL,
    renew_by TEXT,
    reminded_on TEXT,
    closed_at BIGINT
);
CREATE INDEX mandate_person ON mandate (person_id);
CREATE INDEX mandate_decider ON mandate (decider_id);
CREATE INDEX mandate_organization ON mandate (organization, state);
CREATE INDEX mandate_state ON mandate (state, asked_at);
CREATE UNIQUE INDEX mandate_open ON mandate (person_id, organization, capacity) WHERE state IN ('requested', 'active');
