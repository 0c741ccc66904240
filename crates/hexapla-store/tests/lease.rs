//! Turns by lease, where a store ignores conditions.
#![allow(clippy::unwrap_used, reason = "a test")]

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use hexapla_store::{
    Conditions, Entry, Error, Habits, Memory, Name, Object, Outcome, Store, Version, World, publish,
};
use support::{CHANNEL, Seen, name, names, read, release};

/// A store that takes every write, and whose writes of a lease take as long as is said.
struct Heedless {
    memory: Memory,
    now: Arc<AtomicU64>,
    slow: u64,
}

impl Store for Heedless {
    fn get(&self, name: &Name, limit: u64) -> Result<Option<Object>, Error> {
        self.memory.get(name, limit)
    }

    fn look(&self, name: &Name) -> Result<Option<Entry>, Error> {
        self.memory.look(name)
    }

    fn put(&self, name: &Name, bytes: &[u8]) -> Result<(), Error> {
        if name.as_str() == "lease.json" {
            self.now.fetch_add(self.slow, Ordering::Relaxed);
        }
        self.memory.put(name, bytes)
    }

    fn create(&self, name: &Name, bytes: &[u8]) -> Result<Outcome, Error> {
        self.put(name, bytes).map(|()| Outcome::Written)
    }

    fn replace(&self, name: &Name, bytes: &[u8], _: &Version) -> Result<Outcome, Error> {
        self.put(name, bytes).map(|()| Outcome::Written)
    }

    fn list(&self, prefix: &str) -> Result<Vec<Entry>, Error> {
        self.memory.list(prefix)
    }

    fn remove(&self, name: &Name) -> Result<(), Error> {
        self.memory.remove(name)
    }

    fn conditions(&self) -> Conditions {
        Conditions::Unknown
    }
}

impl Heedless {
    fn new(slow: u64) -> Self {
        let now = Arc::new(AtomicU64::new(1_000));
        let clock = now.clone();
        Self { memory: Memory::new(move || clock.load(Ordering::Relaxed)), now, slow }
    }

    fn lease(&self, until: u64) {
        let other = format!("{{\"owner\":\"other\",\"until\":{until}}}\n");
        self.memory.put(&name("lease.json"), other.as_bytes()).unwrap();
    }

    /// Publishes in one round; `meanwhile` happens while the lease settles, `making` while the release is made.
    fn publish(&self, meanwhile: &(dyn Fn() + Sync), making: &dyn Fn()) -> Result<(), Error> {
        let habits = Habits { rounds: 1, ..Habits::default() };
        let world = Meanwhile { now: &self.now, meanwhile };
        let published = publish(self, CHANNEL, &world, &habits, &mut |base| {
            making();
            Ok(release("one", base))
        });
        published.map(drop)
    }
}

struct Meanwhile<'a> {
    now: &'a AtomicU64,
    meanwhile: &'a (dyn Fn() + Sync),
}

impl World for Meanwhile<'_> {
    fn now(&self) -> u64 {
        self.now.load(Ordering::Relaxed)
    }

    fn random(&self) -> u128 {
        7
    }

    fn wait(&self, time: Duration) {
        self.now.fetch_add(time.as_secs(), Ordering::Relaxed);
        (self.meanwhile)();
    }
}

const NOTHING: &(dyn Fn() + Sync) = &|| ();

#[test]
fn a_lease_is_given_back_and_nothing_else_left() {
    let store = Heedless::new(0);
    store.publish(NOTHING, &|| assert!(names(&store).contains("lease.json"))).unwrap();
    assert!(matches!(read(&store), Seen::Whole(1, _)));
    let left: Vec<String> = names(&store).into_iter().filter(|it| !it.contains('/')).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_lease_is_taken_over_only_when_it_has_run_out() {
    let store = Heedless::new(0);
    store.lease(1_100);
    assert!(matches!(store.publish(NOTHING, &|| ()), Err(Error::Busy(_))));
    assert_eq!(read(&store), Seen::Nothing);
    store.now.store(1_100, Ordering::Relaxed);
    store.publish(NOTHING, &|| ()).unwrap();
    assert!(matches!(read(&store), Seen::Whole(1, _)));
}

#[test]
fn a_lease_that_another_wrote_over_is_lost() {
    let store = Heedless::new(0);
    assert!(matches!(
        store.publish(&|| store.lease(2_000), &|| panic!("made")),
        Err(Error::Busy(_))
    ));
    assert_eq!(read(&store), Seen::Nothing);
    let store = Heedless::new(0);
    assert!(matches!(store.publish(NOTHING, &|| store.lease(2_000)), Err(Error::Busy(_))));
    assert_eq!(read(&store), Seen::Nothing);
    assert!(names(&store).contains("lease.json"), "the other's lease stays");
}

#[test]
fn who_wrote_its_lease_late_leaves_it_to_run_out() {
    let store = Heedless::new(Habits::default().settle.as_secs() + 1);
    assert!(matches!(store.publish(NOTHING, &|| ()), Err(Error::Busy(_))));
    assert_eq!(read(&store), Seen::Nothing);
    assert!(names(&store).contains("lease.json"));
}

#[test]
fn who_works_too_long_under_a_lease_stops_before_it_runs_out() {
    let store = Heedless::new(0);
    let long = Habits::default().lease.as_secs() / 2 + 1;
    let making = || {
        store.now.fetch_add(long, Ordering::Relaxed);
    };
    assert!(matches!(store.publish(NOTHING, &making), Err(Error::Busy(_))));
    assert_eq!(read(&store), Seen::Nothing);
}
