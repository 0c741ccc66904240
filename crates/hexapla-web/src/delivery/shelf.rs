//! The files that were asked for lately, in memory.

use std::io;
use std::sync::Arc;

use headers::HeaderMap;
use hexapla_store::Name;
use quick_cache::sync::{Cache, DefaultLifecycle};
use quick_cache::{DefaultHashBuilder, OptionsBuilder, Weighter};

use super::address::Address;
use super::folder::{Folder, TRIES};
use super::form::{Form, HELD};
use super::item::Item;
use super::stamp::Stamp;

/// The files that were asked for lately. The disk is asked each time whether a file still looks the
/// same; what is in memory only saves reading it. Of a file's forms only those are held that
/// somebody asked for.
pub(crate) struct Shelf {
    folder: Folder,
    items: Cache<Name, Arc<Item>>,
    forms: Cache<Name, Held, Weight>,
}

/// A form, and the stamp of the item that it is of.
#[derive(Clone)]
struct Held {
    of: Stamp,
    form: Arc<Form>,
}

#[derive(Clone)]
struct Weight;

impl Weighter<Name, Held> for Weight {
    fn weight(&self, name: &Name, held: &Held) -> u64 {
        held.form.weight() + name.as_str().len() as u64
    }
}

/// How many files are remembered, and expected to be held.
const FILES: usize = 4096;

impl Shelf {
    /// A shelf that holds at most so many bytes.
    pub(crate) fn new(folder: Folder, capacity: u64) -> Self {
        Self { folder, items: Cache::new(FILES), forms: forms(capacity) }
    }

    /// A file as it is now, in the form that a reader takes most gladly; nothing where there is none.
    pub(crate) async fn find(
        &self,
        address: &Address,
        headers: &HeaderMap,
    ) -> io::Result<Option<(Arc<Item>, Arc<Form>)>> {
        if let Some(found) = self.held(address, headers) {
            return Ok(Some(found));
        }
        let (folder, wanted, headers) = (self.folder.clone(), address.clone(), headers.clone());
        let read = tokio::task::spawn_blocking(move || read(&folder, &wanted, &headers));
        let found = read.await.map_err(io::Error::other)??;
        match &found {
            Some((item, form)) => {
                self.items.insert(address.name.clone(), Arc::clone(item));
                let held = Held { of: item.stamp, form: Arc::clone(form) };
                self.forms.insert(form.name.clone(), held);
            }
            None => drop(self.items.remove(&address.name)),
        }
        Ok(found)
    }

    /// What is in memory, where it looks the same on the disk.
    fn held(&self, address: &Address, headers: &HeaderMap) -> Option<(Arc<Item>, Arc<Form>)> {
        let item = self.items.get(&address.name).filter(|it| it.settled)?;
        let (_, name) = item.best(headers);
        let held = self.forms.get(name).filter(|it| it.of == item.stamp)?;
        (self.folder.look(&address.name) == Some(item.stamp)).then_some((item, held.form))
    }
}

/// Room for forms. A part of it that is locked alone must have room for several of the largest, since
/// one that fits no part is never held.
fn forms(capacity: u64) -> Cache<Name, Held, Weight> {
    let parts = usize::try_from(capacity / (8 * HELD)).unwrap_or(usize::MAX).clamp(1, 64);
    let options = OptionsBuilder::new()
        .estimated_items_capacity(FILES)
        .weight_capacity(capacity)
        .shards(parts)
        .build();
    match options {
        Ok(options) => Cache::with_options(
            options,
            Weight,
            DefaultHashBuilder::default(),
            DefaultLifecycle::default(),
        ),
        Err(_) => Cache::with_weighter(FILES, capacity, Weight),
    }
}

/// Reads a file in the form that a reader takes most gladly.
fn read(
    folder: &Folder,
    address: &Address,
    headers: &HeaderMap,
) -> io::Result<Option<(Arc<Item>, Arc<Form>)>> {
    for _ in 0..TRIES {
        let Some(item) = Item::look(folder, address)? else { return Ok(None) };
        if let Some(form) = item.read(item.best(headers), folder)? {
            return Ok(Some((item.into(), form.into())));
        }
    }
    Err(io::Error::other(format!("`{}` is replaced again and again", address.name)))
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use headers::HeaderValue;

    use super::*;

    const PLAIN: usize = 200_000;
    const PACKED: usize = 2_000;

    /// A store of one file that was written long ago, with a gzipped one beside it.
    fn store() -> (tempfile::TempDir, Address) {
        let folder = tempfile::tempdir().expect("a folder");
        let name = format!("targets/es/{}.ui.ftl", "0f".repeat(32));
        let address = Address::of(&name).expect("an address");
        std::fs::create_dir_all(folder.path().join("targets/es")).expect("a folder");
        for (ending, length) in [("", PLAIN), (".gz", PACKED)] {
            let path = folder.path().join(format!("{name}{ending}"));
            std::fs::write(path, vec![b'a'; length]).expect("written");
        }
        (folder, address)
    }

    fn takes(encoding: &'static str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert("accept-encoding", HeaderValue::from_static(encoding));
        headers
    }

    #[tokio::test]
    async fn only_the_forms_that_somebody_asked_for_are_held() {
        let (store, address) = store();
        let shelf = Shelf::new(Folder::new(store.path()), 1024 * 1024);
        let ask = async |encoding| {
            let found = shelf.find(&address, &takes(encoding)).await.expect("read");
            found.expect("it is there").1.length
        };
        assert_eq!(ask("gzip").await, PACKED as u64);
        let packed = shelf.forms.weight();
        assert!(packed > PACKED as u64 && packed < PLAIN as u64, "{packed}");
        assert_eq!(ask("identity").await, PLAIN as u64);
        assert!(shelf.forms.weight() > PLAIN as u64);
    }

    #[tokio::test]
    async fn what_was_read_once_is_read_no_more_until_the_file_changes() {
        let (store, address) = store();
        let shelf = Shelf::new(Folder::new(store.path()), 1024 * 1024);
        let headers = takes("gzip");
        let long_ago = SystemTime::now() - Duration::from_secs(60);
        let path = store.path().join(address.name.as_str());
        let file = std::fs::File::options().write(true).open(&path).expect("open");
        file.set_modified(long_ago).expect("set");
        // What tells when anything changed cannot be set, so it has to grow old.
        while !shelf.folder.find(&address.name).expect("seen").expect("there").1 {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let first = shelf.find(&address, &headers).await.expect("read").expect("there").1;
        let again = shelf.held(&address, &headers).expect("it is held").1;
        assert!(Arc::ptr_eq(&first, &again));
        std::fs::write(&path, b"mended").expect("written");
        assert!(shelf.held(&address, &headers).is_none());
    }
}
