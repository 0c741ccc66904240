//! The files that were asked for lately, in memory.

use std::io;
use std::sync::Arc;

use hexapla_store::Name;
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use super::address::Address;
use super::folder::Folder;
use super::item::Item;

/// The files that were asked for lately. The disk is asked each time whether a file still looks the
/// same; what is in memory only saves reading it.
pub(crate) struct Shelf {
    folder: Folder,
    items: Cache<Name, Arc<Item>, Weight>,
}

#[derive(Clone)]
struct Weight;

impl Weighter<Name, Arc<Item>> for Weight {
    fn weight(&self, name: &Name, item: &Arc<Item>) -> u64 {
        item.weight() + name.as_str().len() as u64
    }
}

/// How many files are expected to be held: what has room for them is made at the beginning.
const EXPECTED: usize = 4096;

impl Shelf {
    /// A shelf that holds at most so many bytes.
    pub(crate) fn new(folder: Folder, capacity: u64) -> Self {
        Self { folder, items: Cache::with_weighter(EXPECTED, capacity, Weight) }
    }

    /// A file as it is now; nothing where there is none.
    pub(crate) async fn find(&self, address: &Address) -> io::Result<Option<Arc<Item>>> {
        let held = self.items.get(&address.name).filter(|it| it.settled);
        if let Some(item) = held
            && self.folder.look(&address.name) == Some(item.stamp)
        {
            return Ok(Some(item));
        }
        let (folder, wanted) = (self.folder.clone(), address.clone());
        let read = tokio::task::spawn_blocking(move || Item::read(&folder, &wanted));
        let item = read.await.map_err(io::Error::other)??.map(Arc::new);
        match &item {
            Some(item) => self.items.insert(address.name.clone(), Arc::clone(item)),
            None => drop(self.items.remove(&address.name)),
        }
        Ok(item)
    }
}
