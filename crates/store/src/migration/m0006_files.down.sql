DROP TABLE file_text;
DROP INDEX file_picture;
DROP INDEX file_hash;
ALTER TABLE file DROP COLUMN damaged;
ALTER TABLE file DROP COLUMN checked_at;
ALTER TABLE file DROP COLUMN read_at;
ALTER TABLE file DROP COLUMN picture;
ALTER TABLE file DROP COLUMN pages;
ALTER TABLE file DROP COLUMN licence;
