//! Taking turns where a store ignores conditions.

use serde::Deserialize;

use crate::error::Error;
use crate::name::Name;
use crate::patient::Patient;

/// The right to publish to a store for a while, as an object `lease.json` at its root.
///
/// What it promises: of publishers whose clocks differ by less than half a lease, and whose writes
/// arrive within the settle time, one publishes at a time. What it cannot: a write that hangs
/// in the network for longer than the lease may arrive beside another's. Only a store that heeds
/// conditions can refuse that.
pub(crate) struct Lease {
    owner: String,
    until: u64,
}

/// As much of the object as anybody else needs.
#[derive(Deserialize)]
struct Record {
    until: u64,
}

impl Lease {
    /// Takes the lease; nothing where another has it.
    ///
    /// Two that write at the same time both read it back after the settle time, when only the later
    /// write is left. Who was slow between looking and writing cannot know what it overwrote, and
    /// leaves its lease to run out: then nobody works under a wrong one.
    pub(crate) fn take(desk: Patient<'_>) -> Result<Option<Self>, Error> {
        let name = name()?;
        let looked = desk.world.now();
        if desk.get(&name)?.is_some_and(|found| !is_over(&found.bytes, looked, desk)) {
            return Ok(None);
        }
        let owner = format!("{:032x}", desk.world.random());
        let lease = Self { owner, until: looked + desk.habits.lease.as_secs() };
        desk.put(&name, &lease.bytes())?;
        let slow = desk.world.now() > looked + desk.habits.settle.as_secs();
        desk.world.wait(desk.habits.settle);
        Ok(if !slow && lease.holds(desk)? { Some(lease) } else { None })
    }

    /// Whether it still is ours, and more than half of it is left.
    pub(crate) fn holds(&self, desk: Patient<'_>) -> Result<bool, Error> {
        let ours = desk.get(&name()?)?.is_some_and(|found| found.bytes == self.bytes());
        Ok(ours && desk.world.now() + desk.habits.lease.as_secs() / 2 < self.until)
    }

    /// Gives it back, if it still is ours.
    pub(crate) fn give_back(self, desk: Patient<'_>) {
        // Where that fails it runs out.
        if self.holds(desk).is_ok_and(|holds| holds)
            && let Ok(name) = name()
        {
            let _ = desk.remove(&name);
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let Self { owner, until } = self;
        format!("{{\"owner\":\"{owner}\",\"until\":{until}}}\n").into_bytes()
    }
}

/// Whether a lease has run out; one that cannot be read, or lies further ahead than any is taken for,
/// counts as over.
fn is_over(bytes: &[u8], now: u64, desk: Patient<'_>) -> bool {
    match serde_json::from_slice::<Record>(bytes) {
        Ok(found) => found.until <= now || found.until > now + 2 * desk.habits.lease.as_secs(),
        Err(_) => true,
    }
}

fn name() -> Result<Name, Error> {
    Name::new("lease.json")
}
