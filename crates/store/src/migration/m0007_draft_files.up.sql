-- People hand in files with their drafts; a file belongs to the draft until it is published, and then to the record.
CREATE TABLE draft_file (
    draft_id TEXT NOT NULL REFERENCES draft (id),
    hash TEXT NOT NULL, -- SHA-256 of the content
    removes INTEGER NOT NULL, -- 1 when the record's file is taken away, 0 when this one is added
    name TEXT NOT NULL,
    title TEXT,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    language TEXT,
    licence TEXT NOT NULL,
    person_id TEXT NOT NULL, -- who did it
    added_at BIGINT NOT NULL,
    PRIMARY KEY (draft_id, hash)
);
CREATE INDEX draft_file_hash ON draft_file (hash);
CREATE INDEX draft_file_person ON draft_file (person_id);

-- A name of a file seldom says what it is.
ALTER TABLE file ADD COLUMN title TEXT;

-- Contents that may belong to nothing: each one that comes is noted here first, and each one that is let go. What still belongs to nothing after a
-- day is forgotten, whatever went wrong in between.
CREATE TABLE loose_file (
    hash TEXT PRIMARY KEY,
    since BIGINT NOT NULL
);
