//! Texts, each kept once.

use std::hash::{BuildHasher, RandomState};
use std::num::NonZeroU32;

use hashbrown::HashTable;

/// A text in [`Texts`]. Equal texts of one memory have equal ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TextId(NonZeroU32);

/// Texts, one behind the other in one piece of memory: four bytes a text beyond its own.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    bytes: String,
    /// Where each text ends.
    ends: Vec<u32>,
}

impl Texts {
    /// The text with that id; empty where it is of another memory.
    pub(crate) fn get(&self, id: TextId) -> &str {
        let at = id.0.get() as usize - 1;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(at).copied().unwrap_or_default();
        self.bytes.get(start.unwrap_or_default() as usize..end as usize).unwrap_or_default()
    }

    /// Bytes of the texts themselves.
    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Bytes taken beyond the texts.
    pub(crate) fn overhead(&self) -> usize {
        self.bytes.capacity() - self.bytes.len() + self.ends.capacity() * size_of::<u32>()
    }

    /// Adds a text at the end; nothing where 4 GiB or 2³² texts would not hold it.
    fn push(&mut self, text: &str) -> Option<TextId> {
        let end = u32::try_from(self.bytes.len() + text.len()).ok()?;
        let id = u32::try_from(self.ends.len() + 1).ok().and_then(NonZeroU32::new)?;
        self.bytes.push_str(text);
        self.ends.push(end);
        Some(TextId(id))
    }
}

/// Puts texts together, each once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Interner {
    texts: Texts,
    /// Each text with a part of its hash, so that a table that grows need not read the texts again.
    table: HashTable<(u32, TextId)>,
    hasher: RandomState,
}

impl Interner {
    /// The id of a text, which is kept where it is new; nothing where there is no room for it.
    pub(crate) fn intern(&mut self, text: &str) -> Option<TextId> {
        let part = (self.hasher.hash_one(text) >> 32) as u32;
        let is_same = |(other, id): &(u32, TextId)| *other == part && self.texts.get(*id) == text;
        if let Some((_, id)) = self.table.find(spread(part), is_same) {
            return Some(*id);
        }
        let id = self.texts.push(text)?;
        self.table.insert_unique(spread(part), (part, id), |(part, _)| spread(*part));
        Some(id)
    }

    /// What was put together, in no more memory than it needs.
    pub(crate) fn finish(mut self) -> Texts {
        self.texts.bytes.shrink_to_fit();
        self.texts.ends.shrink_to_fit();
        self.texts
    }
}

/// A hash of all the bits that a table looks at, of a part of one.
fn spread(part: u32) -> u64 {
    u64::from(part) << 32 | u64::from(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_text_is_kept_once(texts in prop::collection::vec("[abé]{0,3}", 0..20)) {
            let mut interner = Interner::default();
            let ids: Vec<TextId> = texts.iter().filter_map(|it| interner.intern(it)).collect();
            let again: Vec<TextId> = texts.iter().filter_map(|it| interner.intern(it)).collect();
            prop_assert_eq!(&ids, &again);
            let kept = interner.finish();
            let read: Vec<&str> = ids.iter().map(|id| kept.get(*id)).collect();
            prop_assert_eq!(&read, &texts);
            let distinct: std::collections::BTreeSet<&String> = texts.iter().collect();
            prop_assert_eq!(kept.ends.len(), distinct.len());
        }
    }
}
