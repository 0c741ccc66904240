//! Who may decide in a locale, told to those who may not.

use hexapla_model::Locale;
use hexapla_people::Account;

use crate::access::Access;
use crate::failure::Failure;
use crate::room::Room;
use crate::words::Words;

/// Who may decide in a locale.
pub(crate) struct Deciders {
    /// The roles that it takes one of.
    pub(crate) roles: String,
    /// The people who have one, by handle; none where nobody has.
    pub(crate) people: String,
}

/// The most people who are named.
const NAMED: usize = 12;

impl Deciders {
    /// Those of a locale, in a language of the room.
    ///
    /// # Errors
    /// Where the accounts cannot be read.
    pub(crate) fn of(room: &Room, t: &Words, locale: &Locale) -> Result<Self, Failure> {
        let asked = Access::Settle.roles();
        let may = |it: &Account| {
            it.disabled.is_none() && asked.iter().any(|role| it.rights.may(*role, locale))
        };
        let accounts = if room.has_accounts() { room.accounts()?.list()? } else { Vec::new() };
        let people: Vec<&str> =
            accounts.iter().filter(|it| may(it)).map(|it| it.handle.as_str()).collect();
        let more = if people.len() > NAMED { ", …" } else { "" };
        let named = people.into_iter().take(NAMED).collect::<Vec<_>>().join(", ");
        Ok(Self { roles: t.roles(asked), people: format!("{named}{more}") })
    }
}
