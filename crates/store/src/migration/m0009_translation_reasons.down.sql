ALTER TABLE translation DROP COLUMN reason;
