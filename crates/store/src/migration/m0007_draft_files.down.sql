DROP TABLE loose_file;
ALTER TABLE file DROP COLUMN title;
DROP TABLE draft_file;
