//! Fills a room with viewers whose names nobody could give themselves, for tests of what shows names:
//! `crowd FILE` puts an account into the file for each name that it is told, each ended by NUL. The file has to
//! hold an account already, whose password they get.

use std::io::Read as _;

use rusqlite::Connection;

const INSERT: &str = "INSERT INTO account (handle, look, name, roles, locales, password, created)
    SELECT ?1, ?1, ?2, 'viewer', '', password, 0 FROM account LIMIT 1";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("expected the file of a room")?;
    let mut names = String::new();
    std::io::stdin().read_to_string(&mut names)?;
    let mut file = Connection::open(path)?;
    let all = file.transaction()?;
    for (at, name) in names.split_terminator('\0').enumerate() {
        all.execute(INSERT, (format!("viewer{at}"), name))?;
    }
    Ok(all.commit()?)
}
