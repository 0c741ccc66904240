-- The state of a review room. Times are seconds since 1970; roles and locales stand with spaces between.

CREATE TABLE server (
    secret BLOB NOT NULL CHECK (length(secret) = 32)
) STRICT;

CREATE TABLE account (
    handle TEXT PRIMARY KEY,
    -- The handle as it looks, whatever its letters: two accounts never look the same.
    look TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    roles TEXT NOT NULL,
    locales TEXT NOT NULL,
    password TEXT NOT NULL,
    created INTEGER NOT NULL,
    disabled INTEGER
) STRICT;

CREATE TABLE invite (
    token BLOB PRIMARY KEY CHECK (length(token) = 32),
    by TEXT NOT NULL REFERENCES account,
    handle TEXT,
    roles TEXT NOT NULL,
    locales TEXT NOT NULL,
    expires INTEGER NOT NULL
) STRICT;

CREATE TABLE sign_in (
    token BLOB PRIMARY KEY CHECK (length(token) = 32),
    handle TEXT NOT NULL REFERENCES account,
    since INTEGER NOT NULL,
    seen INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_in_of ON sign_in (handle);

CREATE TABLE claim (
    locale TEXT NOT NULL,
    unit TEXT NOT NULL,
    handle TEXT NOT NULL REFERENCES account,
    until INTEGER NOT NULL,
    PRIMARY KEY (locale, unit)
) STRICT;
CREATE INDEX claim_of ON claim (handle);

-- Of whom passwords were wrong: handles and callers, as hashes under the server's secret.
CREATE TABLE throttle (
    key BLOB PRIMARY KEY CHECK (length(key) = 32),
    failures INTEGER NOT NULL,
    last INTEGER NOT NULL
) STRICT;
