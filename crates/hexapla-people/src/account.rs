//! A person whom the room knows.

use hexapla_model::{Handle, Timestamp};
use rusqlite::Row;

use crate::Rights;
use crate::column::{parsed, several, time};

/// A person whom the room knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// By what name they are credited, for ever: the `by` of their facts.
    pub handle: Handle,
    /// What others call them; may be changed, and is in no fact.
    pub name: String,
    /// What they may do.
    pub rights: Rights,
    /// Since when the account is disabled, where it is.
    pub disabled: Option<Timestamp>,
    /// When it was made.
    pub created: Timestamp,
}

impl Account {
    pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let rights = Rights { roles: several(row, "roles")?, locales: several(row, "locales")? };
        Ok(Self {
            handle: parsed(row, "handle")?,
            name: row.get("name")?,
            rights,
            disabled: row.get::<_, Option<i64>>("disabled")?.map(Timestamp::from_seconds),
            created: time(row, "created")?,
        })
    }
}
