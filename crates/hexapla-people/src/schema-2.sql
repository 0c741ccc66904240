-- What version 2 added: tokens of programs, which hold a hash like those of browsers and invites.

CREATE TABLE program (
    token BLOB PRIMARY KEY CHECK (length(token) = 32),
    handle TEXT NOT NULL REFERENCES account,
    name TEXT NOT NULL,
    -- Whether it only reads.
    reads INTEGER NOT NULL CHECK (reads IN (0, 1)),
    created INTEGER NOT NULL,
    -- Nothing where it does not end by itself.
    expires INTEGER,
    -- The day on which it was last shown.
    used INTEGER,
    UNIQUE (handle, name)
) STRICT;
