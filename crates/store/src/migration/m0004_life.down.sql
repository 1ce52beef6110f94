DROP TABLE report;
DROP TABLE objection;
DROP TABLE translation;
DROP INDEX record_steward;
DROP INDEX record_light;
ALTER TABLE record DROP COLUMN contested;
ALTER TABLE record DROP COLUMN light;
