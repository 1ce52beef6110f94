DROP TABLE sheet_upload;
