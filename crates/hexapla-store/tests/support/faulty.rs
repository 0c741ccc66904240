//! A store that fails as stores do.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use hexapla_store::{Conditions, Entry, Error, Memory, Name, Object, Outcome, Store, Version};

use super::turns::Turns;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    PartialUpload,
    TimeoutAfter,
    TimeoutBefore,
    /// HTTP 409: busy, though the condition holds.
    Conflict,
    /// HTTP 412 to the client's own second try, after the first went through.
    Precondition,
    /// HTTP 500, two in a row.
    Internal,
    StaleRead,
    StaleListing,
    IgnoredConditions,
    /// Also ignores conditions.
    Slow,
    ResetMidList,
    DuplicateDelivery,
}

pub(crate) const FAULTS: [Fault; 12] = [
    Fault::PartialUpload,
    Fault::TimeoutAfter,
    Fault::TimeoutBefore,
    Fault::Conflict,
    Fault::Precondition,
    Fault::Internal,
    Fault::StaleRead,
    Fault::StaleListing,
    Fault::IgnoredConditions,
    Fault::Slow,
    Fault::ResetMidList,
    Fault::DuplicateDelivery,
];

/// What all handles of one store share.
pub(crate) struct Shared {
    pub(crate) memory: Memory,
    pub(crate) fault: Fault,
    pub(crate) turns: Arc<Turns>,
    past: Mutex<Past>,
}

#[derive(Default)]
struct Past {
    /// What each object was before its last write.
    before: BTreeMap<Name, Option<Object>>,
    listings: Vec<Vec<Entry>>,
    /// Every state the pointer was in.
    pointers: Vec<Vec<u8>>,
    /// Writes that arrive once more, later.
    again: Vec<Write>,
    /// Requests that fail from now on.
    failing: u64,
    faults: u64,
}

#[derive(Clone)]
struct Write {
    name: Name,
    bytes: Vec<u8>,
    condition: Condition,
}

#[derive(Clone)]
enum Condition {
    None,
    Absent,
    Is(Version),
}

impl Shared {
    pub(crate) fn new(fault: Fault, turns: Arc<Turns>) -> Arc<Self> {
        let clock = turns.clone();
        let memory = Memory::new(move || clock.now());
        Arc::new(Self { memory, fault, turns, past: Mutex::default() })
    }

    /// Every state that the pointer was in, first to last.
    pub(crate) fn pointers(&self) -> Vec<Vec<u8>> {
        self.past.lock().unwrap().pointers.clone()
    }

    /// How many requests went wrong.
    pub(crate) fn faults(&self) -> u64 {
        self.past.lock().unwrap().faults
    }

    /// Makes the write, as the store does.
    fn apply(&self, write: &Write) -> Outcome {
        let Write { name, bytes, condition } = write;
        let before = self.memory.get(name, u64::MAX).unwrap();
        let ignored = matches!(self.fault, Fault::IgnoredConditions | Fault::Slow);
        let outcome = match condition {
            Condition::Absent if !ignored => self.memory.create(name, bytes).unwrap(),
            Condition::Is(read) if !ignored => self.memory.replace(name, bytes, read).unwrap(),
            _ => self.memory.put(name, bytes).map(|()| Outcome::Written).unwrap(),
        };
        if outcome == Outcome::Written {
            let mut past = self.past.lock().unwrap();
            past.before.insert(name.clone(), before);
            past.listings.push(self.memory.list("").unwrap());
            if name.as_str().ends_with("/timestamp.json") {
                past.pointers.push(bytes.clone());
            }
        }
        outcome
    }
}

/// The store as one actor sees it.
pub(crate) struct Faulty {
    pub(crate) shared: Arc<Shared>,
    pub(crate) actor: usize,
}

impl Faulty {
    /// One turn; whether the fault strikes in it.
    fn turn(&self, odds: u64) -> bool {
        let turns = &self.shared.turns;
        turns.take(self.actor, 0);
        let strikes = turns.roll(odds) == 0;
        if strikes {
            self.shared.past.lock().unwrap().faults += 1;
        }
        let late: Vec<Write> = std::mem::take(&mut self.shared.past.lock().unwrap().again);
        for write in late {
            if turns.roll(3) == 0 {
                self.shared.apply(&write);
            } else {
                self.shared.past.lock().unwrap().again.push(write);
            }
        }
        strikes
    }

    fn slow(&self, strikes: bool) {
        if strikes && self.shared.fault == Fault::Slow {
            self.shared.turns.take(self.actor, 1 + self.shared.turns.roll(50));
        }
    }

    /// Fails where the store is down.
    fn down(&self, strikes: bool, act: &'static str, name: &str) -> Result<(), Error> {
        let mut past = self.shared.past.lock().unwrap();
        if self.shared.fault != Fault::Internal || (!strikes && past.failing == 0) {
            return Ok(());
        }
        past.failing = if past.failing == 0 { 1 } else { past.failing - 1 };
        Err(unanswered(act, name, "500 Internal Server Error"))
    }

    fn write(&self, write: &Write) -> Result<Outcome, Error> {
        let strikes = self.turn(4);
        let name = write.name.as_str();
        self.down(strikes, "write", name)?;
        self.slow(strikes);
        let conditional = !matches!(write.condition, Condition::None);
        let outcome = match self.shared.fault {
            Fault::TimeoutBefore if strikes => return Err(unanswered("write", name, "timed out")),
            Fault::TimeoutAfter if strikes => {
                self.shared.apply(write);
                return Err(unanswered("write", name, "timed out"));
            }
            Fault::PartialUpload if strikes => {
                if !name.ends_with("/timestamp.json") {
                    let bytes = write.bytes[..write.bytes.len() / 2].to_vec();
                    self.shared.apply(&Write { bytes, ..write.clone() });
                }
                return Err(unanswered("write", name, "connection closed"));
            }
            Fault::Conflict if strikes && conditional => Outcome::Kept,
            Fault::Precondition if strikes && conditional => {
                self.shared.apply(write);
                Outcome::Kept
            }
            Fault::DuplicateDelivery if strikes => {
                self.shared.past.lock().unwrap().again.push(write.clone());
                self.shared.apply(write)
            }
            _ => self.shared.apply(write),
        };
        self.slow(strikes);
        Ok(outcome)
    }
}

fn unanswered(act: &'static str, name: &str, why: &str) -> Error {
    Error::Unanswered { act, name: name.to_owned(), why: why.to_owned() }
}

impl Store for Faulty {
    fn get(&self, name: &Name, limit: u64) -> Result<Option<Object>, Error> {
        let strikes = self.turn(4);
        self.down(strikes, "read", name.as_str())?;
        self.slow(strikes);
        if strikes && self.shared.fault == Fault::StaleRead {
            let before = self.shared.past.lock().unwrap().before.get(name).cloned();
            return Ok(before.flatten());
        }
        self.shared.memory.get(name, limit)
    }

    fn look(&self, name: &Name) -> Result<Option<Entry>, Error> {
        let strikes = self.turn(4);
        self.down(strikes, "read", name.as_str())?;
        self.slow(strikes);
        self.shared.memory.look(name)
    }

    fn put(&self, name: &Name, bytes: &[u8]) -> Result<(), Error> {
        let write = Write { name: name.clone(), bytes: bytes.to_vec(), condition: Condition::None };
        self.write(&write).map(drop)
    }

    fn create(&self, name: &Name, bytes: &[u8]) -> Result<Outcome, Error> {
        let condition = Condition::Absent;
        self.write(&Write { name: name.clone(), bytes: bytes.to_vec(), condition })
    }

    fn replace(&self, name: &Name, bytes: &[u8], read: &Version) -> Result<Outcome, Error> {
        let condition = Condition::Is(read.clone());
        self.write(&Write { name: name.clone(), bytes: bytes.to_vec(), condition })
    }

    fn list(&self, prefix: &str) -> Result<Vec<Entry>, Error> {
        let strikes = self.turn(2);
        self.down(strikes, "list", prefix)?;
        self.slow(strikes);
        if strikes && self.shared.fault == Fault::ResetMidList {
            return Err(unanswered("list", prefix, "connection reset"));
        }
        let mut found = self.shared.memory.list(prefix)?;
        if strikes && self.shared.fault == Fault::StaleListing {
            let past = self.shared.past.lock().unwrap();
            let back = 1 + self.shared.turns.roll(12) as usize;
            let listing = past.listings.len().checked_sub(back).map(|at| past.listings[at].clone());
            found = listing.unwrap_or_default();
            found.retain(|it| it.name.as_str().starts_with(prefix));
        }
        Ok(found)
    }

    fn remove(&self, name: &Name) -> Result<(), Error> {
        let strikes = self.turn(4);
        self.down(strikes, "remove", name.as_str())?;
        self.slow(strikes);
        self.shared.memory.remove(name)
    }

    fn conditions(&self) -> Conditions {
        Conditions::Unknown
    }
}
