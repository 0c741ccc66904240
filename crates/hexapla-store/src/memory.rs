//! A store in memory.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::error::Error;
use crate::name::Name;
use crate::store::{Conditions, Entry, Object, Outcome, Store, Version};

/// A store that is gone when the process ends.
pub struct Memory {
    clock: Box<dyn Fn() -> u64 + Send + Sync>,
    held: Mutex<Held>,
}

#[derive(Default)]
struct Held {
    writes: u64,
    objects: BTreeMap<Name, Written>,
}

struct Written {
    bytes: Vec<u8>,
    number: u64,
    modified: u64,
}

impl Memory {
    /// An empty store whose objects are as old as `clock` says, in seconds since 1970.
    pub fn new(clock: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        Self { clock: Box::new(clock), held: Mutex::default() }
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write_if(
        &self,
        name: &Name,
        bytes: &[u8],
        may: impl Fn(Option<&Written>) -> bool,
    ) -> Outcome {
        let mut held = self.held();
        if !may(held.objects.get(name)) {
            return Outcome::Kept;
        }
        held.writes += 1;
        let written =
            Written { bytes: bytes.to_vec(), number: held.writes, modified: (self.clock)() };
        held.objects.insert(name.clone(), written);
        Outcome::Written
    }
}

impl Store for Memory {
    fn get(&self, name: &Name, limit: u64) -> Result<Option<Object>, Error> {
        let held = self.held();
        let Some(found) = held.objects.get(name) else { return Ok(None) };
        if found.bytes.len() as u64 > limit {
            return Err(Error::Long { name: name.to_string(), limit });
        }
        let version = Version(found.number.to_string());
        Ok(Some(Object { bytes: found.bytes.clone(), version }))
    }

    fn look(&self, name: &Name) -> Result<Option<Entry>, Error> {
        Ok(self.held().objects.get(name).map(|it| entry(name, it)))
    }

    fn put(&self, name: &Name, bytes: &[u8]) -> Result<(), Error> {
        self.write_if(name, bytes, |_| true);
        Ok(())
    }

    fn create(&self, name: &Name, bytes: &[u8]) -> Result<Outcome, Error> {
        Ok(self.write_if(name, bytes, |found| found.is_none()))
    }

    fn replace(&self, name: &Name, bytes: &[u8], read: &Version) -> Result<Outcome, Error> {
        let same = |found: &Written| found.number.to_string() == read.0;
        Ok(self.write_if(name, bytes, |found| found.is_some_and(same)))
    }

    fn list(&self, prefix: &str) -> Result<Vec<Entry>, Error> {
        let held = self.held();
        let below = held.objects.iter().filter(|(name, _)| name.as_str().starts_with(prefix));
        Ok(below.map(|(name, it)| entry(name, it)).collect())
    }

    fn remove(&self, name: &Name) -> Result<(), Error> {
        self.held().objects.remove(name);
        Ok(())
    }

    fn conditions(&self) -> Conditions {
        Conditions::Heeded
    }
}

fn entry(name: &Name, it: &Written) -> Entry {
    Entry { name: name.clone(), length: it.bytes.len() as u64, modified: it.modified }
}
