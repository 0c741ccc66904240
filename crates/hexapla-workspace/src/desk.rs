//! What was read of the resources that were looked at last.

use std::sync::Arc;

use hexapla_engine::Resource;
use hexapla_ledger::Ledger;
use hexapla_model::ResourceId;

/// The resources that were looked at last, newest first: who edits a file saves it again and again.
///
/// They were read from no more than [`Desk::ROOM`] bytes of files, however large the project is.
/// What the ledger says of each is what it said to the survey that the desk is of.
#[derive(Debug, Default)]
pub(crate) struct Desk(Vec<Opened>);

/// A resource that was read.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) id: ResourceId,
    /// With the documents that were needed.
    pub(crate) resource: Resource,
    /// What was said of it.
    pub(crate) ledger: Arc<Ledger>,
}

impl Desk {
    /// How many bytes of files lie on it.
    pub(crate) const ROOM: u64 = 8 << 20;

    /// The resources, as they were read.
    pub(crate) fn resources(&self) -> impl Iterator<Item = &Resource> {
        self.0.iter().map(|it| &it.resource)
    }

    /// What was said of a resource.
    pub(crate) fn ledger(&self, id: &ResourceId) -> Option<&Arc<Ledger>> {
        self.0.iter().find(|it| it.id == *id).map(|it| &it.ledger)
    }

    /// The desk after `opened` were put on it; of the others those stay that there is room for, and
    /// that `stays` says may.
    pub(crate) fn with(
        mut self,
        mut opened: Vec<Opened>,
        stays: impl Fn(&ResourceId) -> bool,
    ) -> Self {
        for new in &mut opened {
            let before = self.0.iter().position(|it| it.id == new.id).map(|at| self.0.remove(at));
            // What was not needed this time may be the next.
            for (locale, document) in before.into_iter().flat_map(|it| it.resource.targets) {
                new.resource.targets.entry(locale).or_insert(document);
            }
        }
        opened.extend(self.0.into_iter().filter(|it| stays(&it.id)));
        let mut room = Self::ROOM;
        opened.retain(|it| {
            let left = room.checked_sub(it.bytes());
            room = left.unwrap_or(0);
            left.is_some()
        });
        Self(opened)
    }
}

impl Opened {
    fn bytes(&self) -> u64 {
        let documents = self.resource.source.iter().chain(self.resource.targets.values());
        documents.map(|it| it.bytes.len() as u64).sum()
    }
}
