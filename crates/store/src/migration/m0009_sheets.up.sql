-- Who brings a spreadsheet sees what it would change before anything happens; until then it is kept, so that what is done is what was shown.
-- Times are microseconds since 1970 in UTC. The table begins empty; its contents are files that nobody else sees.
CREATE TABLE sheet_upload (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    kind TEXT, -- what the person said that it holds; none where the file says it
    name TEXT NOT NULL, -- of the file
    hash TEXT NOT NULL, -- SHA-256 of the content
    at BIGINT NOT NULL
);
CREATE INDEX sheet_upload_person ON sheet_upload (person_id, at);
CREATE INDEX sheet_upload_hash ON sheet_upload (hash);
CREATE INDEX sheet_upload_at ON sheet_upload (at);
