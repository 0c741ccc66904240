//! A store whose silence is borne: requests are repeated, and what happened unheard is read back.

use std::time::Duration;

use crate::error::Error;
use crate::habits::Habits;
use crate::name::Name;
use crate::store::{Entry, Object, Outcome, Store, Version};
use crate::world::World;

/// The most that the small objects of the protocol may hold, in bytes: of the pointer, a lease, what
/// is condemned.
pub(crate) const SMALL: u64 = 16 * 1024 * 1024;

/// A store, and the patience to use it.
#[derive(Clone, Copy)]
pub(crate) struct Patient<'a> {
    pub(crate) store: &'a dyn Store,
    pub(crate) world: &'a dyn World,
    pub(crate) habits: &'a Habits,
    /// Whether the store heeds conditions; if not, a lease has to be held for writes under one.
    pub(crate) heeds: bool,
}

impl Patient<'_> {
    /// Asks until there is an answer, a few times.
    pub(crate) fn ask<T>(&self, mut ask: impl FnMut() -> Result<T, Error>) -> Result<T, Error> {
        let mut tried = 1;
        loop {
            match ask() {
                Err(error) if error.may_pass() && tried < self.habits.tries => self.pause(tried),
                answer => return answer,
            }
            tried += 1;
        }
    }

    /// Waits longer each time, and never as long as another publisher that waits too.
    pub(crate) fn pause(&self, round: u32) {
        let most = 250 << round.min(6);
        let share = u64::try_from(self.world.random() % 1000).unwrap_or_default();
        self.world.wait(Duration::from_millis(most / 2 + most * share / 2000));
    }

    pub(crate) fn get(&self, name: &Name) -> Result<Option<Object>, Error> {
        self.ask(|| self.store.get(name, SMALL))
    }

    pub(crate) fn look(&self, name: &Name) -> Result<Option<Entry>, Error> {
        self.ask(|| self.store.look(name))
    }

    pub(crate) fn put(&self, name: &Name, bytes: &[u8]) -> Result<(), Error> {
        self.ask(|| self.store.put(name, bytes))
    }

    pub(crate) fn list(&self, prefix: &str) -> Result<Vec<Entry>, Error> {
        self.ask(|| self.store.list(prefix))
    }

    pub(crate) fn remove(&self, name: &Name) -> Result<(), Error> {
        self.ask(|| self.store.remove(name))
    }

    /// Writes an object where none is. That it was there with the same bytes is as good.
    pub(crate) fn create(&self, name: &Name, bytes: &[u8]) -> Result<Outcome, Error> {
        self.swap(name, bytes, None)
    }

    /// Writes an object where it is as it was read, or where none is and none was read. That it has
    /// the same bytes is as good: an earlier try was made, and its answer was lost.
    pub(crate) fn swap(
        &self,
        name: &Name,
        bytes: &[u8],
        read: Option<&Version>,
    ) -> Result<Outcome, Error> {
        for tried in 1..=self.habits.tries {
            if self.ask(|| self.write_if(name, bytes, read))? == Outcome::Written {
                return Ok(Outcome::Written);
            }
            let found = self.get(name)?;
            if found.as_ref().is_some_and(|found| found.bytes == bytes) {
                return Ok(Outcome::Written);
            }
            // Where the condition still holds, the store was busy (HTTP 409) and wants to be asked again.
            if found.as_ref().map(|found| &found.version) != read {
                return Ok(Outcome::Kept);
            }
            self.pause(tried);
        }
        Ok(Outcome::Kept)
    }

    fn write_if(
        &self,
        name: &Name,
        bytes: &[u8],
        read: Option<&Version>,
    ) -> Result<Outcome, Error> {
        match read {
            _ if !self.heeds => self.put_if(name, bytes, read),
            None => self.store.create(name, bytes),
            Some(read) => self.store.replace(name, bytes, read),
        }
    }

    /// Looks whether a condition holds, and writes: enough while nobody else does.
    fn put_if(&self, name: &Name, bytes: &[u8], read: Option<&Version>) -> Result<Outcome, Error> {
        if self.store.get(name, SMALL)?.as_ref().map(|found| &found.version) != read {
            return Ok(Outcome::Kept);
        }
        self.store.put(name, bytes).map(|()| Outcome::Written)
    }
}
