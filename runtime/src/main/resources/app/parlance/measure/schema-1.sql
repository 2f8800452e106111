-- What was measured. Times are milliseconds since 1970 (UTC); nothing that has its time is changed again.
CREATE TABLE bandwidth (
    id INTEGER PRIMARY KEY,
    machine TEXT NOT NULL,
    bytes_per_s REAL NOT NULL,
    measured INTEGER NOT NULL
);

CREATE TABLE speed (
    id INTEGER PRIMARY KEY,
    model TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    engine TEXT NOT NULL,
    cache TEXT NOT NULL,
    context INTEGER NOT NULL,
    threads INTEGER NOT NULL,
    prompt_tokens_per_s REAL NOT NULL,
    ms_per_token REAL NOT NULL,
    first_token_ms REAL NOT NULL,
    resident INTEGER NOT NULL,
    estimated INTEGER NOT NULL,
    limit_ms REAL NOT NULL,
    joules_per_token REAL,
    measured INTEGER NOT NULL
);

CREATE TABLE speed_at (
    speed INTEGER NOT NULL REFERENCES speed ON DELETE CASCADE,
    tokens INTEGER NOT NULL,
    prompt_tokens_per_s REAL NOT NULL,
    ms_per_token REAL NOT NULL,
    limit_ms REAL NOT NULL
);
CREATE INDEX speed_at_of ON speed_at (speed);

-- A run; while it is under way or stopped its results are null.
CREATE TABLE accuracy (
    id INTEGER PRIMARY KEY,
    model TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    engine TEXT NOT NULL,
    cache TEXT NOT NULL,
    context INTEGER NOT NULL,
    threads INTEGER NOT NULL,
    task TEXT NOT NULL,
    set_name TEXT NOT NULL,
    set_sha256 TEXT NOT NULL, -- of the rows: another file of this name is another set
    most INTEGER NOT NULL,
    n INTEGER,
    accuracy REAL,
    ms_per_item REAL,
    measured INTEGER
);

CREATE TABLE accuracy_metric (
    accuracy INTEGER NOT NULL REFERENCES accuracy ON DELETE CASCADE,
    name TEXT NOT NULL,
    value REAL NOT NULL,
    PRIMARY KEY (accuracy, name)
) WITHOUT ROWID;

CREATE TABLE accuracy_item (
    accuracy INTEGER NOT NULL REFERENCES accuracy ON DELETE CASCADE,
    item INTEGER NOT NULL,
    chosen INTEGER NOT NULL,
    correct INTEGER NOT NULL,
    ms REAL NOT NULL,
    prompt_tokens INTEGER NOT NULL,
    model TEXT NOT NULL,
    PRIMARY KEY (accuracy, item)
) WITHOUT ROWID;

CREATE TABLE tuning (
    id INTEGER PRIMARY KEY,
    machine TEXT NOT NULL,
    model TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    threads INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    cache TEXT NOT NULL,
    measured INTEGER NOT NULL
);

CREATE TABLE tuning_sample (
    tuning INTEGER NOT NULL REFERENCES tuning ON DELETE CASCADE,
    threads INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    cache TEXT NOT NULL,
    prompt_tokens_per_s REAL NOT NULL,
    ms_per_token REAL NOT NULL
);
CREATE INDEX tuning_sample_of ON tuning_sample (tuning);
