//! What the roles of an account count for in the ledger.

use hexapla_engine::People;
use hexapla_model::{Handle, Phrase, phrase};
use hexapla_people::{Rights, Role};

use crate::routes::named;

/// What is to be said where roles about texts count for less in the ledger than in the room, since `hexapla.toml`
/// names people; nothing where they count as they are.
pub fn counts_for_less(people: &People, handle: &Handle, rights: &Rights) -> Option<Phrase> {
    let mut rights = rights.clone();
    rights.roles.retain(|role: &Role| role.is_of_locales());
    if people.0.is_empty() || rights.roles.is_empty() {
        return None;
    }
    let person = people.0.get(handle).cloned().unwrap_or_default();
    let counts = rights.within(&person.roles, &person.locales);
    let handle = handle.as_str();
    match () {
        () if counts.roles.is_empty() => Some(phrase!(
            "hexapla.toml names people and gives `{handle}` none of that: no state that they give counts",
            handle,
        )),
        () if counts != rights => Some(phrase!(
            "hexapla.toml gives `{handle}` less: only {rights} counts",
            handle,
            rights = told(&counts),
        )),
        () => None,
    }
}

/// Rights in one line, such as `translator, reviewer in es, es-MX`.
fn told(rights: &Rights) -> Phrase {
    let roles: Vec<Role> = rights.roles.iter().copied().collect();
    let locales: Vec<String> = rights.locales.iter().map(ToString::to_string).collect();
    match locales.is_empty() {
        true => named(&roles),
        false => {
            phrase!("{roles} in {locales}", roles = named(&roles), locales = locales.join(", "))
        }
    }
}
