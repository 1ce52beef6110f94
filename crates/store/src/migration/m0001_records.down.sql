DROP TABLE file;
DROP TABLE concept;
DROP TABLE log_position;
DROP TABLE change;
DROP TABLE revision;
DROP TABLE record;
