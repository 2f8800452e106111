-- How a person trades latency for accuracy: FAST, BALANCED, ACCURATE or AUTO. Of a conversation, empty = as chosen for
-- all; of an answer, the mode that it was written in, empty = none was.
ALTER TABLE conversation ADD COLUMN mode TEXT NOT NULL DEFAULT '';
ALTER TABLE message ADD COLUMN mode TEXT NOT NULL DEFAULT '';
