DROP TABLE job;
DROP TABLE setting;
DROP TABLE audit;
DROP TABLE outbox;
DROP TABLE notice_preference;
DROP TABLE notice;
