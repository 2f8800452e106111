-- Times are milliseconds since 1970. The words of titles and messages are kept in two contentless
-- full-text tables; fold() is Parlance's own (SearchText.fold): it separates words, removes accents and case.

CREATE TABLE conversation (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    title            TEXT    NOT NULL DEFAULT '',
    titled_by_person INTEGER NOT NULL DEFAULT 0,
    pinned           INTEGER NOT NULL DEFAULT 0,
    created          INTEGER NOT NULL,
    updated          INTEGER NOT NULL,
    deleted          INTEGER,               -- when; NULL = not deleted
    leaf             INTEGER NOT NULL DEFAULT 0,
    model            TEXT    NOT NULL,
    system           TEXT    NOT NULL,
    temperature      REAL    NOT NULL,
    top_k            INTEGER NOT NULL,
    top_p            REAL    NOT NULL,
    min_p            REAL    NOT NULL,
    repeat_penalty   REAL    NOT NULL,
    seed             INTEGER NOT NULL,
    max_tokens       INTEGER NOT NULL,
    context_tokens   INTEGER NOT NULL
);

CREATE TABLE message (
    id                  INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation        INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
    parent              INTEGER,            -- NULL for a first message
    role                TEXT    NOT NULL,
    text                TEXT    NOT NULL,
    created             INTEGER NOT NULL,
    state               TEXT    NOT NULL,
    model               TEXT    NOT NULL DEFAULT '',
    writer              TEXT    NOT NULL DEFAULT '',  -- the process that writes an answer under way
    prompt_tokens       INTEGER,            -- the figures are all NULL or none
    completion_tokens   INTEGER,
    first_token_millis  REAL,
    millis_per_token    REAL,
    UNIQUE (conversation, id),
    FOREIGN KEY (conversation, parent) REFERENCES message(conversation, id) ON DELETE CASCADE
);
CREATE INDEX message_by_parent ON message(conversation, parent);
CREATE INDEX message_under_way ON message(state) WHERE state = 'STREAMING';

CREATE VIRTUAL TABLE message_words USING fts5(words, content='', tokenize='ascii', prefix='1 2 3');
CREATE VIRTUAL TABLE title_words USING fts5(words, content='', tokenize='ascii', prefix='1 2 3');

-- An answer under way is not in the index; it enters with its last state.
CREATE TRIGGER message_added AFTER INSERT ON message WHEN new.state <> 'STREAMING' BEGIN
    INSERT INTO message_words(rowid, words) VALUES (new.id, fold(new.text));
END;
CREATE TRIGGER message_changes BEFORE UPDATE OF text, state ON message WHEN old.state <> 'STREAMING' BEGIN
    INSERT INTO message_words(message_words, rowid, words) VALUES ('delete', old.id, fold(old.text));
END;
CREATE TRIGGER message_changed AFTER UPDATE OF text, state ON message WHEN new.state <> 'STREAMING' BEGIN
    INSERT INTO message_words(rowid, words) VALUES (new.id, fold(new.text));
END;
CREATE TRIGGER message_removed AFTER DELETE ON message WHEN old.state <> 'STREAMING' BEGIN
    INSERT INTO message_words(message_words, rowid, words) VALUES ('delete', old.id, fold(old.text));
END;

CREATE TRIGGER title_added AFTER INSERT ON conversation BEGIN
    INSERT INTO title_words(rowid, words) VALUES (new.id, fold(new.title));
END;
CREATE TRIGGER title_changes BEFORE UPDATE OF title ON conversation BEGIN
    INSERT INTO title_words(title_words, rowid, words) VALUES ('delete', old.id, fold(old.title));
END;
CREATE TRIGGER title_changed AFTER UPDATE OF title ON conversation BEGIN
    INSERT INTO title_words(rowid, words) VALUES (new.id, fold(new.title));
END;
CREATE TRIGGER title_removed AFTER DELETE ON conversation BEGIN
    INSERT INTO title_words(title_words, rowid, words) VALUES ('delete', old.id, fold(old.title));
END;
