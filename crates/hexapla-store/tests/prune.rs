//! Pruning, alone and beside publishers.
#![allow(clippy::unwrap_used, reason = "a test")]

mod support;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use hexapla_store::{
    Conditions, Entry, Error, Habits, Memory, Name, Object, Outcome, Pruned, Store, Version, World,
    prune, publish,
};
use proptest::prelude::*;
use support::faulty::{Fault, Faulty, Shared};
use support::turns::{Actor, Turns};
use support::{CHANNEL, Seen, name, named, names, read, release, whole};

const DAY: u64 = 86_400;

/// A world whose clock stands until it is set.
struct Clock(Arc<AtomicU64>);

impl World for Clock {
    fn now(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    fn random(&self) -> u128 {
        7
    }

    fn wait(&self, _: Duration) {}
}

struct Place {
    clock: Clock,
    store: Memory,
}

impl Place {
    fn new() -> Self {
        let now = Arc::new(AtomicU64::new(100 * DAY));
        let clock = now.clone();
        Self { clock: Clock(now), store: Memory::new(move || clock.load(Ordering::Relaxed)) }
    }

    /// A store with two releases, and the list on which a prune put the first, with its bytes.
    fn marked() -> (Self, Name, Vec<u8>) {
        let place = Self::new();
        for words in ["one", "two"] {
            place.publish(words);
            place.later(2 * DAY);
        }
        place.prune(0);
        let list = name("condemned.json");
        let marked = place.store.get(&list, 9999).unwrap().unwrap().bytes;
        (place, list, marked)
    }

    fn later(&self, seconds: u64) {
        self.clock.0.fetch_add(seconds, Ordering::Relaxed);
    }

    fn publish(&self, words: &str) -> Seen {
        let mut made = Seen::Nothing;
        publish(&self.store, CHANNEL, &self.clock, &Habits::default(), &mut |base| {
            let files = release(words, base);
            made = whole(&files);
            Ok(files)
        })
        .unwrap();
        made
    }

    fn prune(&self, keep: usize) -> Pruned {
        prune(&self.store, &self.clock, &Habits::default(), keep, &names_of).unwrap()
    }
}

fn names_of(_: &Name, bytes: &[u8]) -> Result<Vec<Name>, Box<dyn std::error::Error + Send + Sync>> {
    Ok(named(bytes))
}

#[test]
fn only_what_no_kept_version_names_is_removed_and_after_two_runs() {
    let place = Place::new();
    for words in ["one", "two", "three", "four"] {
        place.publish(words);
        place.later(2 * DAY);
    }
    place.store.put(&name("index.html"), b"ours").unwrap();
    place.store.put(&name("stable/1.root.json"), b"{}").unwrap();
    let before = names(&place.store);
    // Two of four releases go: metadata of two files, one file of content with three smaller ones.
    assert_eq!(place.prune(2), Pruned { marked: 12, removed: 0 });
    place.later(DAY - 1);
    assert_eq!(place.prune(2), Pruned { marked: 12, removed: 0 });
    place.later(1);
    assert_eq!(place.prune(2), Pruned { marked: 0, removed: 12 });
    let after = names(&place.store);
    assert_eq!(before.difference(&after).count(), 12);
    assert!(after.contains("index.html") && after.contains("stable/1.root.json"));
    assert!(after.contains("stable/3.snapshot.json") && !after.contains("stable/2.snapshot.json"));
    assert!(matches!(read(&place.store), Seen::Whole(4, _)));
    assert_eq!(place.prune(2), Pruned::default());
}

#[test]
fn what_is_published_again_is_taken_off_the_list() {
    let place = Place::new();
    for words in ["one", "two"] {
        place.publish(words);
        place.later(2 * DAY);
    }
    assert_eq!(place.prune(0).marked, 6);
    place.later(2 * DAY);
    let made = place.publish("one");
    // The metadata of the first release goes, its content is in use again.
    assert_eq!(place.prune(0), Pruned { marked: 0, removed: 2 });
    assert_eq!(read(&place.store), made);
}

#[test]
fn what_is_named_again_is_not_removed() {
    let place = Place::new();
    let pointer = name("stable/timestamp.json");
    let first = place.publish("one");
    let bytes = place.store.get(&pointer, 9999).unwrap().unwrap().bytes;
    place.later(2 * DAY);
    place.publish("two");
    place.later(2 * DAY);
    assert_eq!(place.prune(0).marked, 6);
    // Somebody goes back by hand, past the list.
    place.store.put(&pointer, &bytes).unwrap();
    place.later(2 * DAY);
    assert_eq!(place.prune(0), Pruned::default());
    assert_eq!(read(&place.store), first);
}

#[test]
fn what_is_young_is_not_even_marked() {
    let place = Place::new();
    place.publish("one");
    let cut_off = format!("targets/es/{}.ui.ftl", "0".repeat(64));
    place.store.put(&name(&cut_off), b"half a release").unwrap();
    assert_eq!(place.prune(0), Pruned::default());
    place.later(DAY);
    assert_eq!(place.prune(0).marked, 1);
}

#[test]
fn a_list_that_shows_up_late_is_heeded_before_the_pointer() {
    let (place, list, marked) = Place::marked();
    place.store.remove(&list).unwrap();
    // It is there again once the content has been looked at: when metadata is put.
    let late = Late { store: &place.store, list: marked };
    let published = publish(&late, CHANNEL, &place.clock, &Habits::default(), &mut |base| {
        Ok(release("one", base))
    });
    assert_eq!(published.unwrap().rounds, 2);
    let kept = place.store.get(&list, 9999).unwrap().unwrap().bytes;
    assert!(!String::from_utf8(kept).unwrap().contains(".ftl"));
}

/// A store in which a list shows up when the first metadata is put.
struct Late<'a> {
    store: &'a Memory,
    list: Vec<u8>,
}

impl Store for Late<'_> {
    fn get(&self, name: &Name, limit: u64) -> Result<Option<Object>, Error> {
        self.store.get(name, limit)
    }

    fn look(&self, name: &Name) -> Result<Option<Entry>, Error> {
        self.store.look(name)
    }

    fn put(&self, name: &Name, bytes: &[u8]) -> Result<(), Error> {
        self.store.put(name, bytes)
    }

    fn create(&self, name: &Name, bytes: &[u8]) -> Result<Outcome, Error> {
        if name.as_str() == "stable/3.targets.json" {
            self.store.create(&Name::new("condemned.json")?, &self.list)?;
        }
        self.store.create(name, bytes)
    }

    fn replace(&self, name: &Name, bytes: &[u8], read: &Version) -> Result<Outcome, Error> {
        self.store.replace(name, bytes, read)
    }

    fn list(&self, prefix: &str) -> Result<Vec<Entry>, Error> {
        self.store.list(prefix)
    }

    fn remove(&self, name: &Name) -> Result<(), Error> {
        self.store.remove(name)
    }

    fn conditions(&self) -> Conditions {
        Conditions::Heeded
    }
}

#[test]
fn while_content_is_swept_its_publisher_waits_and_after_a_lease_it_goes_on() {
    let (place, list, marked) = Place::marked();
    let now = place.clock.now();
    let sweeping: String = String::from_utf8(marked).unwrap();
    let since = format!("\"since\":{now}");
    let sweeping = sweeping.replace("\"marked\"", "\"sweeping\"");
    assert!(sweeping.contains(&since));
    // As if the process that swept had died.
    place.store.put(&list, sweeping.as_bytes()).unwrap();
    let again = publish(&place.store, CHANNEL, &place.clock, &Habits::default(), &mut |base| {
        Ok(release("one", base))
    });
    assert_eq!(
        again.unwrap_err().to_string().lines().next(),
        Some("others keep publishing to `stable`")
    );
    place.later(Habits::default().lease.as_secs());
    let made = place.publish("one");
    assert_eq!(place.prune(0).removed, 2);
    assert_eq!(read(&place.store), made);
}

#[test]
fn a_pointer_that_leads_nowhere_stops_a_prune() {
    let place = Place::new();
    place.publish("one");
    place.later(2 * DAY);
    place.store.remove(&name("stable/1.targets.json")).unwrap();
    let pruned = prune(&place.store, &place.clock, &Habits::default(), 1, &names_of);
    let error = pruned.unwrap_err().to_string();
    assert_eq!(error, "cannot read `stable/1.targets.json`: it is named, and not there");
    assert!(!names(&place.store).contains("condemned.json"));
}

#[derive(Debug, Clone)]
enum Step {
    Publish(u8),
    Prune,
    Later(u64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0u8..4).prop_map(Step::Publish),
        3 => Just(Step::Prune),
        2 => prop_oneof![Just(DAY / 3), Just(2 * DAY)].prop_map(Step::Later),
    ]
}

proptest! {
    #[test]
    fn law_10_whatever_is_published_and_pruned_the_release_is_whole(steps in proptest::collection::vec(step(), 1..40)) {
        let place = Place::new();
        let mut last = Seen::Nothing;
        for step in steps {
            match step {
                Step::Publish(words) => last = place.publish(&words.to_string()),
                Step::Prune => drop(place.prune(1)),
                Step::Later(seconds) => place.later(seconds),
            }
            prop_assert_eq!(&read(&place.store), &last);
        }
        // At rest, only what the pointer leads to stays.
        for _ in 0..3 {
            place.later(2 * DAY);
            place.prune(1);
        }
        prop_assert_eq!(&read(&place.store), &last);
        let numbered = names(&place.store).iter().filter(|it| it.ends_with(".snapshot.json")).count();
        prop_assert_eq!(numbered, usize::from(last != Seen::Nothing));
        let content = names(&place.store).iter().filter(|it| it.ends_with(".ftl")).count();
        prop_assert_eq!(content, if last == Seen::Nothing { 0 } else { 2 });
    }
}

/// Two publishers with few texts, so that they need again what is condemned, and one that prunes.
fn beside(seed: u64, fault: Fault) -> (usize, usize) {
    let habits = Habits {
        tries: 6,
        rounds: 60,
        at_once: 1,
        lease: Duration::from_secs(200),
        settle: Duration::from_secs(60),
        grace: Duration::from_secs(400),
    };
    let turns = Turns::new(4, seed);
    let shared = Shared::new(fault, turns.clone());
    let (made, removed, seen) =
        (Mutex::new(BTreeSet::new()), Mutex::new(0), Mutex::new(Vec::new()));
    let store = |actor| Faulty { shared: shared.clone(), actor };
    let world = |number| Actor { turns: turns.clone(), number };
    std::thread::scope(|scope| {
        for number in 0..2 {
            let (store, world, turns) = (store(number), world(number), turns.clone());
            let (made, habits) = (&made, &habits);
            scope.spawn(move || {
                turns.take(number, 0);
                for _ in 0..12 {
                    let words = turns.roll(3).to_string();
                    // Where one gives up, the next release comes all the same.
                    let _ = publish(&store, CHANNEL, &world, habits, &mut |base| {
                        let files = release(&words, base);
                        made.lock().unwrap().insert(format!("{:?}", whole(&files)));
                        Ok(files)
                    });
                    world.wait(Duration::from_secs(turns.roll(500)));
                }
                turns.end(number);
            });
        }
        let (pruner, world, turns2) = (store(2), world(2), turns.clone());
        let (removed, habits) = (&removed, &habits);
        scope.spawn(move || {
            turns2.take(2, 0);
            for _ in 0..30 {
                let pruned = prune(&pruner, &world, habits, 1, &names_of);
                *removed.lock().unwrap() += pruned.map_or(0, |it| it.removed);
                world.wait(Duration::from_secs(150));
            }
            turns2.end(2);
        });
        let (reader, turns3, seen) = (store(3), turns.clone(), &seen);
        scope.spawn(move || {
            turns3.take(3, 0);
            for _ in 0..200 {
                seen.lock().unwrap().push(read(&reader));
            }
            turns3.end(3);
        });
    });
    let made = made.into_inner().unwrap();
    let is_made = |it: &Seen| made.contains(&format!("{it:?}"));
    for seen in seen.into_inner().unwrap() {
        assert!(
            matches!(seen, Seen::Nothing | Seen::Unavailable) || is_made(&seen),
            "{seed}: {seen:?}"
        );
    }
    let end = read(&shared.memory);
    assert!(is_made(&end), "{fault:?} {seed}: {end:?}");
    (shared.pointers().len(), removed.into_inner().unwrap())
}

#[test]
fn law_10_holds_beside_a_prune() {
    let (mut published, mut removed) = (0, 0);
    for fault in [Fault::ResetMidList, Fault::TimeoutAfter, Fault::Conflict, Fault::StaleListing] {
        for seed in 0..20 {
            let (releases, objects) = beside(seed, fault);
            (published, removed) = (published + releases, removed + objects);
        }
    }
    println!("80 runs, {published} releases published, {removed} objects removed");
    assert!(published > 1000 && removed > 1000, "{published} {removed}");
}
