//! Readers see whole releases, whatever is published meanwhile.

use std::sync::atomic::{AtomicU64, Ordering};

use hexapla_store::{Fetched, Http, Name, Store, Version};
use hexapla_trust::{Refusal, Trusted, Updated};
use hexapla_web::Limits;

use crate::support::{Press, round, serve};

const RELEASES: u64 = 20;
const PULLS: u64 = 10_000;
const READERS: u64 = 4;

/// What all readers saw.
#[derive(Default)]
struct Seen {
    pulls: AtomicU64,
    unchanged: AtomicU64,
    updates: AtomicU64,
    mixed: AtomicU64,
    errors: AtomicU64,
}

/// Publishes a release all of whose files say its number.
fn publish(press: &Press, number: u64) {
    let text = |locale: &str| format!("number = {number}\nlocale = {locale}\n").into_bytes();
    let locales = ["ar", "de", "es"].map(|it| (format!("{it}/ui.ftl"), text(it)));
    let files: Vec<(&str, &[u8])> = locales.iter().map(|(path, it)| (&**path, &**it)).collect();
    assert_eq!(press.publish("stable", &files), number);
}

/// The number that every file of a release says; nothing where they differ.
fn number(store: &dyn Store, updated: &Updated) -> Option<u64> {
    let one = |file: &hexapla_trust::FileEntry| {
        let object = store.get(&Name::new(&file.place()).ok()?, file.length).ok()??;
        let text = String::from_utf8(object.bytes).ok()?;
        text.lines().next()?.strip_prefix("number = ")?.parse::<u64>().ok()
    };
    let mut numbers = updated.files.iter().map(one);
    let first = numbers.next()??;
    (numbers.all(|it| it == Some(first)) && updated.files.len() == 3).then_some(first)
}

/// Pulls again and again, asking for the pointer only if it changed.
fn pull(store: &Http, mut trusted: Trusted, seen: &Seen) {
    let count = |counter: &AtomicU64| {
        counter.fetch_add(1, Ordering::Relaxed);
    };
    let pointer = Name::new("stable/timestamp.json").unwrap();
    let mut known: Option<Version> = None;
    let mut last = 0;
    while seen.pulls.fetch_add(1, Ordering::Relaxed) < PULLS {
        match store.fetch(&pointer, 1 << 14, known.as_ref()) {
            Ok(Fetched::Unchanged) => count(&seen.unchanged),
            Ok(Fetched::Object(object)) => match round(store, trusted.clone()) {
                Ok(updated) => {
                    let version = updated.trusted.targets().unwrap().head.version;
                    let whole = number(store, &updated) == Some(version) && version >= last;
                    seen.mixed.fetch_add(u64::from(!whole), Ordering::Relaxed);
                    count(&seen.updates);
                    (trusted, known, last) = (updated.trusted, Some(object.version), version);
                }
                Err(Refusal::Unavailable(_)) => count(&seen.errors),
                Err(_) => count(&seen.mixed),
            },
            Ok(Fetched::Missing) | Err(_) => count(&seen.errors),
        }
    }
}

#[test]
fn ten_thousand_conditional_pulls_over_twenty_releases_see_whole_releases() {
    let press = Press::new();
    publish(&press, 1);
    let address = serve(press.router(), Limits::default());
    let seen = Seen::default();
    std::thread::scope(|scope| {
        for _ in 0..READERS {
            let store = Http::open(&format!("http://{address}")).unwrap();
            let (trusted, seen) = (press.trusted("stable"), &seen);
            scope.spawn(move || pull(&store, trusted, seen));
        }
        // A release for every share of the pulls, so that none is published before or after all.
        for release in 2..=RELEASES {
            while seen.pulls.load(Ordering::Relaxed) < (release - 1) * (PULLS / RELEASES) {
                std::thread::yield_now();
            }
            publish(&press, release);
        }
    });
    let count = |it: &AtomicU64| it.load(Ordering::Relaxed);
    let (unchanged, updates) = (count(&seen.unchanged), count(&seen.updates));
    let (mixed, errors) = (count(&seen.mixed), count(&seen.errors));
    println!(
        "{} pulls over {RELEASES} releases: {unchanged} unchanged, {updates} updates, {mixed} mixed, \
         {errors} errors",
        unchanged + updates + mixed + errors
    );
    assert_eq!((mixed, errors), (0, 0));
    assert_eq!(unchanged + updates, PULLS);
    assert!(updates >= RELEASES, "readers followed");
    let at_end = round(&press.store(), press.trusted("stable")).unwrap();
    assert_eq!(at_end.trusted.targets().unwrap().head.version, RELEASES);
}
