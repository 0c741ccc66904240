//! A publish that is cut off at any write, and run again.
#![allow(clippy::unwrap_used, reason = "a test")]

mod support;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use hexapla_store::{
    Conditions, Entry, Error, Folder, Habits, Memory, Name, Object, Outcome, Store, Version, World,
    publish,
};
use support::{CHANNEL, Seen, read, release, whole};

/// What is left of the write in which the process dies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Left {
    Nothing,
    Half,
    All,
}

/// A store that a process uses which dies at its `last`-th write.
struct Dying<'a> {
    store: &'a dyn Store,
    writes: AtomicUsize,
    last: usize,
    left: Left,
}

impl Dying<'_> {
    fn write(
        &self,
        name: &Name,
        bytes: &[u8],
        write: impl Fn(&[u8]) -> Result<Outcome, Error>,
    ) -> Result<Outcome, Error> {
        let number = self.writes.fetch_add(1, Ordering::Relaxed) + 1;
        if number < self.last {
            return write(bytes);
        }
        if number == self.last {
            match self.left {
                Left::Half if !name.as_str().ends_with("/timestamp.json") => {
                    write(&bytes[..bytes.len() / 2])?;
                }
                Left::All => drop(write(bytes)?),
                Left::Half | Left::Nothing => {}
            }
        }
        Err(Error::Refused { act: "write", name: name.to_string(), why: "dead".to_owned() })
    }

    fn alive(&self) -> bool {
        self.writes.load(Ordering::Relaxed) < self.last
    }
}

impl Store for Dying<'_> {
    fn get(&self, name: &Name, limit: u64) -> Result<Option<Object>, Error> {
        self.store.get(name, limit)
    }

    fn look(&self, name: &Name) -> Result<Option<Entry>, Error> {
        self.store.look(name)
    }

    fn put(&self, name: &Name, bytes: &[u8]) -> Result<(), Error> {
        let put = |bytes: &[u8]| self.store.put(name, bytes).map(|()| Outcome::Written);
        self.write(name, bytes, put).map(drop)
    }

    fn create(&self, name: &Name, bytes: &[u8]) -> Result<Outcome, Error> {
        self.write(name, bytes, |bytes| self.store.create(name, bytes))
    }

    fn replace(&self, name: &Name, bytes: &[u8], read: &Version) -> Result<Outcome, Error> {
        self.write(name, bytes, |bytes| self.store.replace(name, bytes, read))
    }

    fn list(&self, prefix: &str) -> Result<Vec<Entry>, Error> {
        self.store.list(prefix)
    }

    fn remove(&self, name: &Name) -> Result<(), Error> {
        if self.alive() { self.store.remove(name) } else { Ok(()) }
    }

    fn conditions(&self) -> Conditions {
        self.store.conditions()
    }
}

/// A world in which nothing takes time.
struct Still;

impl World for Still {
    fn now(&self) -> u64 {
        1_000
    }

    fn random(&self) -> u128 {
        7
    }

    fn wait(&self, _: Duration) {}
}

fn put(store: &dyn Store, words: &str) -> (Seen, Result<(), Error>) {
    let mut made = Seen::Nothing;
    let published = publish(store, CHANNEL, &Still, &Habits::default(), &mut |base| {
        let files = release(words, base);
        made = whole(&files);
        Ok(files)
    });
    (made, published.map(drop))
}

/// Cuts the publish of a second release off at every write, and runs it again: the number of writes.
fn cut_everywhere(new_store: &dyn Fn() -> Box<dyn Store>, left: Left) -> usize {
    for last in 1.. {
        let store = new_store();
        let (first, published) = put(store.as_ref(), "one");
        published.unwrap();
        let dying = Dying { store: store.as_ref(), writes: AtomicUsize::new(0), last, left };
        let (second, published) = put(&dying, "two");
        let seen = read(store.as_ref());
        if published.is_ok() {
            assert_eq!(seen, second);
            return last - 1;
        }
        let last_write_was_the_pointer = seen == second && left == Left::All;
        assert!(seen == first || last_write_was_the_pointer, "cut at {last}: {seen:?}");
        let (again, published) = put(store.as_ref(), "two");
        published.unwrap();
        assert_eq!(read(store.as_ref()), again, "cut at {last}");
    }
    unreachable!("a publish ends")
}

#[test]
fn law_9_a_publish_that_was_cut_off_leaves_the_former_release_and_runs_again() {
    for left in [Left::Nothing, Left::Half, Left::All] {
        let writes = cut_everywhere(&|| Box::new(Memory::new(|| 0)), left);
        // One new file with three smaller ones, targets, snapshot, pointer.
        assert_eq!(writes, 7, "{left:?}");
    }
}

#[test]
fn law_9_holds_in_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let number = AtomicUsize::new(0);
    let new_store = || -> Box<dyn Store> {
        let number = number.fetch_add(1, Ordering::Relaxed);
        Box::new(Folder::new(folder.path().join(number.to_string())))
    };
    assert_eq!(cut_everywhere(&new_store, Left::Half), 7);
    assert_eq!(cut_everywhere(&new_store, Left::All), 7);
}
