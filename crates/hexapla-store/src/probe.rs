//! Finding out whether a store heeds conditions.

use crate::error::Error;
use crate::name::Name;
use crate::patient::Patient;
use crate::store::{Conditions, Outcome, Version};

/// Whether writes under a condition can be relied upon: `create` where there is something, and
/// `replace` of a state that is over, must both leave it.
///
/// Some stores take every write, some know one of the two; so both are tried, on an object of a name
/// of its own, which is removed.
pub(crate) fn heeds_conditions(desk: Patient<'_>) -> Result<bool, Error> {
    match desk.store.conditions() {
        Conditions::Heeded => return Ok(true),
        Conditions::Ignored => return Ok(false),
        Conditions::Unknown => {}
    }
    let name = Name::new(&format!("probe-{:032x}.json", desk.world.random()))?;
    let heeded = probe(desk, &name);
    // What is left behind is `prune`'s to remove.
    let _ = desk.remove(&name);
    heeded
}

fn probe(desk: Patient<'_>, name: &Name) -> Result<bool, Error> {
    desk.put(name, b"1")?;
    if desk.ask(|| desk.store.create(name, b"2"))? == Outcome::Written {
        return Ok(false);
    }
    let over = Version("\"00000000000000000000000000000000\"".to_owned());
    Ok(desk.ask(|| desk.store.replace(name, b"3", &over))? == Outcome::Kept)
}
