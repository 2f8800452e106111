-- The key of the file in which an engine keeps what it computed of a conversation. It goes with the conversation,
-- and without it that file is noise.
CREATE TABLE cache_key (
    conversation INTEGER PRIMARY KEY REFERENCES conversation(id) ON DELETE CASCADE,
    key          BLOB    NOT NULL
);
