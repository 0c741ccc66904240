//! A bucket behind the protocol of S3.
#![allow(clippy::unwrap_used, reason = "a test")]

#[path = "support/bucket.rs"]
mod server;
mod support;

use std::net::SocketAddr;
use std::time::Duration;

use hexapla_store::{Bucket, Conditions, Error, Habits, Outcome, Store, Version, World, publish};
use server::{KEY, SECRET, server, variables};
use support::{CHANNEL, Seen, name, names, read, release};

fn bucket(at: SocketAddr, address: &str, secret: &str) -> Result<Bucket, Error> {
    Bucket::open_with(address, variables(at, secret))
}

struct Now;

impl World for Now {
    fn now(&self) -> u64 {
        std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs()
    }

    fn random(&self) -> u128 {
        std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_nanos()
    }

    fn wait(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

fn root() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    std::fs::create_dir(root.path().join("site")).unwrap();
    root
}

#[test]
fn a_bucket_heeds_conditions() {
    let root = root();
    let store = bucket(server(root.path()), "s3://site/a/b", SECRET).unwrap();
    assert_eq!(store.conditions(), Conditions::Unknown);
    let pointer = name("stable/timestamp.json");
    assert_eq!(store.get(&pointer, 9).unwrap(), None);
    let nothing = Version("\"0\"".to_owned());
    assert_eq!(store.replace(&pointer, b"0", &nothing).unwrap(), Outcome::Kept);
    assert_eq!(store.create(&pointer, b"one").unwrap(), Outcome::Written);
    assert_eq!(store.create(&pointer, b"two").unwrap(), Outcome::Kept);
    let one = store.get(&pointer, 9).unwrap().unwrap();
    assert_eq!(store.replace(&pointer, b"three", &one.version).unwrap(), Outcome::Written);
    assert_eq!(store.replace(&pointer, b"four", &one.version).unwrap(), Outcome::Kept);
    let three = store.get(&pointer, 5).unwrap().unwrap();
    assert_eq!(three.bytes, b"three");
    assert!(matches!(store.get(&pointer, 4), Err(Error::Long { limit: 4, .. })));
    assert!(root.path().join("site/a/b/stable/timestamp.json").is_file());
}

#[test]
fn a_bucket_holds_any_name_and_lists_below_a_prefix() {
    let root = root();
    let store = bucket(server(root.path()), "s3://site/a", SECRET).unwrap();
    let all = ["targets/es/página 1 + 2.md", "targets/es/x%20y.md", "targetsx/z.md"];
    for text in all {
        store.put(&name(text), text.as_bytes()).unwrap();
        assert_eq!(store.get(&name(text), 99).unwrap().unwrap().bytes, text.as_bytes(), "{text}");
    }
    assert_eq!(names(&store).len(), 3);
    let below: Vec<String> =
        store.list("targets/").unwrap().iter().map(|it| it.name.to_string()).collect();
    assert_eq!(below, ["targets/es/página 1 + 2.md", "targets/es/x%20y.md"]);
    let entry = store.look(&name(all[2])).unwrap().unwrap();
    assert!(entry.length == 13 && Now.now().abs_diff(entry.modified) < 60);
    store.remove(&name(all[2])).unwrap();
    store.remove(&name(all[2])).unwrap();
    assert_eq!(store.look(&name(all[2])).unwrap(), None);
}

#[test]
fn publishers_at_the_same_time_come_one_after_another() {
    let root = root();
    let at = server(root.path());
    std::thread::scope(|scope| {
        for who in 0..2 {
            scope.spawn(move || {
                let store = bucket(at, "s3://site", SECRET).unwrap();
                for number in 0..3 {
                    let words = format!("{who}.{number}");
                    publish(&store, CHANNEL, &Now, &Habits::default(), &mut |base| {
                        Ok(release(&words, base))
                    })
                    .unwrap();
                }
            });
        }
    });
    let store = bucket(at, "s3://site", SECRET).unwrap();
    // This server compares and then writes, in two steps, so that a version may be lost; never a whole.
    assert!(matches!(read(&store), Seen::Whole(3..=6, _)), "{:?}", read(&store));
    assert!(!names(&store).iter().any(|it| it.starts_with("probe") || it == "lease.json"));
}

#[test]
fn no_message_shows_a_secret() {
    let root = root();
    let at = server(root.path());
    let store = bucket(at, "s3://site", "another-secret").unwrap();
    let error = store.get(&name("x"), 9).unwrap_err();
    let message = format!("{error} {error:?}");
    assert!(!message.contains("another-secret") && !message.contains(KEY), "{message}");
    let error = bucket(at, "s3://user:pass@site", SECRET).err().unwrap().to_string();
    assert!(!error.contains("pass"), "{error}");
}
