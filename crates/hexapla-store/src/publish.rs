//! Publishing: content, then metadata, then the pointer, so that readers see one whole release or the
//! next.

use std::collections::BTreeSet;

use crate::condemned;
use crate::error::Error;
use crate::habits::Habits;
use crate::layout;
use crate::lease::Lease;
use crate::name::Name;
use crate::patient::Patient;
use crate::probe::heeds_conditions;
use crate::send;
use crate::store::{Object, Outcome, Store};
use crate::world::World;

/// What a release is made on top of.
#[derive(Debug, Clone, Copy)]
pub struct Base<'a> {
    /// The bytes of the pointer as it is; nothing where nothing was published yet.
    pub pointer: Option<&'a [u8]>,
    /// A version that no metadata of the channel has, nor any higher one; roots do not count.
    pub free: u64,
}

/// One object to put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// From the root of the store.
    pub name: Name,
    /// All of its bytes.
    pub bytes: Vec<u8>,
}

/// A release as it lies in a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Files {
    /// Named by their hashes, in any order.
    pub content: Vec<File>,
    /// Put in this order, each only where nothing else has its name. The first should be one that
    /// every release has, since publishers at the same time compete for that.
    pub metadata: Vec<File>,
    /// What the pointer becomes.
    pub pointer: Vec<u8>,
}

/// How a publish went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// How often the release was made; more than once where others published too.
    pub rounds: u32,
    /// Files of content that were sent.
    pub sent: usize,
    /// Files of content that were there already.
    pub there: usize,
}

/// Makes a release: called again, on top of what is there then, where somebody else was faster.
pub type Make<'a> =
    &'a mut dyn FnMut(Base<'_>) -> Result<Files, Box<dyn std::error::Error + Send + Sync>>;

/// Publishes to a channel what `make` gives.
///
/// Cut off at any moment it leaves readers with the release they had, and run again it goes through.
/// Of several publishers at the same time each comes after another: by the conditions of the store
/// where it heeds them, under a lease (`lease.json`) where it does not.
pub fn publish(
    store: &dyn Store,
    channel: &str,
    world: &dyn World,
    habits: &Habits,
    make: Make<'_>,
) -> Result<Published, Error> {
    let pointer = layout::pointer(channel)?;
    let desk = Patient { store, world, habits, heeds: true };
    let desk = Patient { heeds: heeds_conditions(desk)?, ..desk };
    let lease = if desk.heeds { None } else { Some(wait_for_lease(desk, channel)?) };
    let mut publisher =
        Publisher { desk, pointer, lease: lease.as_ref(), tried: Vec::new(), floor: 1 };
    let published = publisher.run(channel, make);
    if let Some(lease) = lease {
        lease.give_back(desk);
    }
    published
}

/// Waits until nobody else has the lease.
fn wait_for_lease(desk: Patient<'_>, channel: &str) -> Result<Lease, Error> {
    for round in 1..=desk.habits.rounds {
        if let Some(lease) = Lease::take(desk)? {
            return Ok(lease);
        }
        desk.pause(round);
    }
    Err(Error::Busy(channel.to_owned()))
}

struct Publisher<'a> {
    desk: Patient<'a>,
    pointer: Name,
    lease: Option<&'a Lease>,
    /// Pointers that were written, perhaps.
    tried: Vec<Vec<u8>>,
    /// The lowest version that may be free.
    floor: u64,
}

impl Publisher<'_> {
    fn run(&mut self, channel: &str, make: Make<'_>) -> Result<Published, Error> {
        let mut sent = 0;
        for round in 1..=self.desk.habits.rounds {
            let began = self.desk.world.now();
            let found = self.desk.get(&self.pointer)?;
            if found.as_ref().is_some_and(|found| self.tried.contains(&found.bytes)) {
                return Ok(Published { rounds: round - 1, sent, there: 0 });
            }
            let free = self.free(channel)?;
            let base = Base { pointer: found.as_ref().map(|it| it.bytes.as_slice()), free };
            let files = make(base).map_err(Error::Caller)?;
            if self.put(&files, found.as_ref(), began, &mut sent)? == Outcome::Written {
                let there = files.content.len().saturating_sub(sent);
                return Ok(Published { rounds: round, sent, there });
            }
            self.desk.pause(round);
        }
        Err(Error::Busy(channel.to_owned()))
    }

    /// The lowest version that no numbered metadata has or had; a listing that lags behind is made
    /// good where creating finds something.
    fn free(&mut self, channel: &str) -> Result<u64, Error> {
        let listed = self.desk.list(&format!("{channel}/"))?;
        let numbers = listed.iter().filter_map(|it| layout::numbered(&it.name));
        let highest = numbers.filter(|(_, role)| *role != "root").map(|(number, _)| number).max();
        self.floor = self.floor.max(highest.unwrap_or_default().saturating_add(1));
        Ok(self.floor)
    }

    /// Puts a release; `Kept` where it has to be made anew.
    fn put(
        &mut self,
        files: &Files,
        read: Option<&Object>,
        began: u64,
        sent: &mut usize,
    ) -> Result<Outcome, Error> {
        let needed: BTreeSet<String> = files.content.iter().flat_map(send::names).collect();
        if !condemned::rescue(self.desk, &needed)? {
            return Ok(Outcome::Kept);
        }
        *sent += send::send(self.desk, &files.content)?;
        if self.put_metadata(&files.metadata, began)? == Outcome::Kept {
            return Ok(Outcome::Kept);
        }
        // Where a read lagged behind, the list may show up only now.
        if condemned::any(self.desk, &needed)? || !self.may_go_on(began)? {
            return Ok(Outcome::Kept);
        }
        self.tried.push(files.pointer.clone());
        self.desk.swap(&self.pointer, &files.pointer, read.map(|it| &it.version))
    }

    /// Puts metadata where none is; where something else is, other versions are the free ones.
    fn put_metadata(&mut self, files: &[File], began: u64) -> Result<Outcome, Error> {
        for file in files {
            if !self.may_go_on(began)? {
                return Ok(Outcome::Kept);
            }
            if self.desk.create(&file.name, &file.bytes)? == Outcome::Kept {
                let taken = layout::numbered(&file.name).map_or(0, |(number, _)| number);
                self.floor = self.floor.max(taken.saturating_add(1));
                return Ok(Outcome::Kept);
            }
        }
        Ok(Outcome::Written)
    }

    /// Whether what was found at the beginning still can be relied upon: nothing was swept since, and
    /// the lease is ours.
    fn may_go_on(&self, began: u64) -> Result<bool, Error> {
        let swift = self.desk.world.now() <= began + self.desk.habits.grace.as_secs() / 2;
        match self.lease {
            Some(lease) if !lease.holds(self.desk)? => Err(Error::Busy(self.pointer.to_string())),
            _ => Ok(swift),
        }
    }
}
