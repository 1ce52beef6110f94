-- Why a translation was sent back to its author; reviewer and reviewed_at say by whom and when. Its state is draft, waiting, returned or reviewed.
ALTER TABLE translation ADD COLUMN reason TEXT;
