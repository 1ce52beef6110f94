-- What publications need of their files: terms of use, pages, a picture of the first page, and when each was read and checked.
ALTER TABLE file ADD COLUMN licence TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE file ADD COLUMN pages INTEGER;
ALTER TABLE file ADD COLUMN picture TEXT; -- SHA-256 of the picture of its first page
ALTER TABLE file ADD COLUMN read_at BIGINT; -- when text and picture were taken from it; until then they are to be taken
ALTER TABLE file ADD COLUMN checked_at BIGINT; -- when the content was last compared with its hash
ALTER TABLE file ADD COLUMN damaged INTEGER NOT NULL DEFAULT 0; -- 1 when it no longer fits, or is gone
CREATE INDEX file_hash ON file (hash);
CREATE INDEX file_picture ON file (picture);

-- The text of a content, apart from the files: lists of files stay light, and two records with one content share it.
CREATE TABLE file_text (
    hash TEXT PRIMARY KEY,
    language TEXT, -- as the content states it
    title TEXT,
    cut INTEGER NOT NULL, -- 1 when there was more than is kept
    text TEXT NOT NULL
);
