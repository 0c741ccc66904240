//! Publishers at the same time on a store that fails, and a reader that may only see whole releases.
#![allow(clippy::unwrap_used, reason = "a test")]

mod support;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use hexapla_store::{Error, Habits, World, publish};
use support::faulty::{FAULTS, Fault, Faulty, Shared};
use support::turns::{Actor, Turns};
use support::{CHANNEL, Seen, pointer_number, read, release, whole};

const PUBLISHERS: usize = 3;
const RELEASES: usize = 2;
const SEEDS: u64 = 20;

fn habits() -> Habits {
    Habits {
        tries: 6,
        rounds: 40,
        at_once: 1,
        lease: Duration::from_secs(2000),
        settle: Duration::from_secs(60),
        grace: Duration::from_secs(1_000_000),
    }
}

/// What one run came to.
struct Run {
    shared: Arc<Shared>,
    /// All releases that anybody made, whether or not their pointer won.
    made: BTreeSet<(u64, String)>,
    seen: Vec<Seen>,
    published: usize,
    rounds: u32,
}

fn run(fault: Fault, seed: u64) -> Run {
    let turns = Turns::new(PUBLISHERS + 1, seed);
    let shared = Shared::new(fault, turns.clone());
    let (made, seen) = (Mutex::new(BTreeSet::new()), Mutex::new(Vec::new()));
    let published = Mutex::new((0, 0));
    std::thread::scope(|scope| {
        for number in 0..PUBLISHERS {
            let (turns, shared, made, published) =
                (turns.clone(), shared.clone(), &made, &published);
            scope.spawn(move || {
                turns.take(number, 0);
                let store = Faulty { shared, actor: number };
                let world = Actor { turns: turns.clone(), number };
                for release in 0..RELEASES {
                    let rounds = publish_one(&store, &world, &format!("{number}.{release}"), made);
                    let mut published = published.lock().unwrap();
                    published.0 += usize::from(rounds.is_some());
                    published.1 += rounds.unwrap_or_default();
                }
                turns.end(number);
            });
        }
        let (turns, shared, seen) = (turns.clone(), shared.clone(), &seen);
        scope.spawn(move || {
            turns.take(PUBLISHERS, 0);
            let store = Faulty { shared, actor: PUBLISHERS };
            for _ in 0..30 {
                seen.lock().unwrap().push(read(&store));
            }
            turns.end(PUBLISHERS);
        });
    });
    let (published, rounds) = published.into_inner().unwrap();
    let (made, seen) = (made.into_inner().unwrap(), seen.into_inner().unwrap());
    Run { shared, made, seen, published, rounds }
}

/// Publishes, and again where it failed, as a person or a timer would.
fn publish_one(
    store: &Faulty,
    world: &Actor,
    words: &str,
    made: &Mutex<BTreeSet<(u64, String)>>,
) -> Option<u32> {
    for _ in 0..10 {
        let published = publish(store, CHANNEL, world, &habits(), &mut |base| {
            let files = release(words, base);
            if let Seen::Whole(number, hash) = whole(&files) {
                made.lock().unwrap().insert((number, hash));
            }
            Ok(files)
        });
        match published {
            Ok(published) => return Some(published.rounds),
            Err(Error::Busy(_) | Error::Unanswered { .. }) => world.wait(Duration::from_secs(2000)),
            Err(error) => panic!("{error}"),
        }
    }
    None
}

fn check(run: &Run, what: &str) -> (usize, usize) {
    let mut mixed = 0;
    let mut whole = 0;
    for seen in &run.seen {
        match seen {
            Seen::Whole(number, hash) if run.made.contains(&(*number, hash.clone())) => whole += 1,
            Seen::Whole(..) | Seen::Mixed => mixed += 1,
            Seen::Nothing | Seen::Unavailable => {}
        }
    }
    let numbers: Vec<u64> = run.shared.pointers().iter().map(|it| pointer_number(it)).collect();
    assert!(numbers.is_sorted_by(|a, b| a < b), "{what}: the pointer was {numbers:?}");
    assert!(numbers.len() >= PUBLISHERS * RELEASES, "{what}: {numbers:?}");
    let Seen::Whole(number, hash) = read(&run.shared.memory) else {
        panic!("{what}: no whole release at the end");
    };
    assert!(run.made.contains(&(number, hash)) && Some(&number) == numbers.last(), "{what}");
    // A read that is not stale never shows a lower version than one before.
    if run.shared.fault != Fault::StaleRead {
        let versions = run.seen.iter().filter_map(|it| match it {
            Seen::Whole(number, _) => Some(*number),
            _ => None,
        });
        assert!(versions.is_sorted(), "{what}: versions fell: {:?}", run.seen);
    }
    (whole, mixed)
}

#[test]
fn law_10_readers_see_whole_releases_whatever_fails() {
    let (mut runs, mut wholes, mut mixed, mut published, mut rounds) = (0, 0, 0, 0, 0);
    for fault in FAULTS {
        let mut faults = 0;
        for seed in 0..SEEDS {
            let what = format!("{fault:?} {seed}");
            let run = run(fault, seed);
            let (whole, wrong) = check(&run, &what);
            assert_eq!(run.published, PUBLISHERS * RELEASES, "{what}");
            (runs, wholes, mixed) = (runs + 1, wholes + whole, mixed + wrong);
            (published, rounds) = (published + run.published, rounds + run.rounds);
            faults += run.shared.faults();
        }
        assert!(faults > SEEDS, "{fault:?} struck {faults} times");
        println!("{fault:?}: struck {faults} times in {SEEDS} runs");
    }
    println!(
        "{runs} runs, {published} published in {rounds} rounds, {wholes} read whole, {mixed} mixed"
    );
    assert_eq!((runs, published, mixed), (240, 240 * PUBLISHERS * RELEASES, 0));
    assert!(wholes > 1000);
}

#[test]
fn the_same_seed_gives_the_same_run() {
    for fault in [Fault::Slow, Fault::DuplicateDelivery, Fault::StaleRead] {
        let (a, b) = (run(fault, 7), run(fault, 7));
        assert_eq!((a.seen, a.made, a.shared.pointers()), (b.seen, b.made, b.shared.pointers()));
    }
}
