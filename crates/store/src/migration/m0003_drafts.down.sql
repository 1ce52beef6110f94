DROP TABLE draft_answer;
DROP TABLE draft_resolution;
DROP TABLE draft_step;
DROP TABLE draft_editor;
DROP TABLE draft_version;
DROP TABLE draft;
