//! Where a translation comes from.

use hexapla_model::{Handle, Locale, ResourceId, State, Timestamp};
use indexmap::IndexSet;

use crate::texts::{Interner, TextId, Texts};

/// Where a translation comes from. Sorted by trust: the ledger first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin<'a> {
    /// The project's own ledger.
    Ledger {
        /// The resource.
        resource: &'a ResourceId,
        /// The unit's key; blocks of documents have none.
        key: Option<&'a str>,
        /// The state that people gave the translation.
        state: State,
        /// When they did.
        when: Timestamp,
        /// Who did.
        who: &'a Handle,
    },
    /// A file of another tool.
    Imported {
        /// Its name, as people know it.
        file: &'a str,
    },
    /// The same project in a related locale, such as es for es-MX.
    Related {
        /// The locale that the translation is in.
        locale: &'a Locale,
    },
}

impl Origin<'_> {
    /// The recorded state, where the ledger knows one.
    pub fn state(&self) -> Option<State> {
        if let Self::Ledger { state, .. } = self { Some(*state) } else { None }
    }

    /// When it was recorded, where the ledger knows that.
    pub fn when(&self) -> Option<Timestamp> {
        if let Self::Ledger { when, .. } = self { Some(*when) } else { None }
    }

    /// 0 for the ledger, 1 for what was imported, 2 for a related locale.
    pub(crate) fn distance(&self) -> u8 {
        match self {
            Self::Ledger { .. } => 0,
            Self::Imported { .. } => 1,
            Self::Related { .. } => 2,
        }
    }
}

/// An [`Origin`] by numbers, in 24 bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kept {
    Ledger { resource: u32, key: Option<TextId>, state: State, when: Timestamp, who: u32 },
    Imported { file: TextId },
    Related { locale: u32 },
}

/// The names that origins share.
#[derive(Clone, Debug, Default)]
pub(crate) struct Origins {
    resources: IndexSet<ResourceId>,
    handles: IndexSet<Handle>,
    locales: IndexSet<Locale>,
}

impl Origins {
    /// The origin by numbers; nothing where there is no room for its names.
    pub(crate) fn keep(&mut self, origin: &Origin<'_>, texts: &mut Interner) -> Option<Kept> {
        Some(match *origin {
            Origin::Ledger { resource, key, state, when, who } => Kept::Ledger {
                resource: number(&mut self.resources, resource)?,
                key: match key {
                    Some(key) => Some(texts.intern(key)?),
                    None => None,
                },
                state,
                when,
                who: number(&mut self.handles, who)?,
            },
            Origin::Imported { file } => Kept::Imported { file: texts.intern(file)? },
            Origin::Related { locale } => {
                Kept::Related { locale: number(&mut self.locales, locale)? }
            }
        })
    }

    /// The origin with its names; nothing where it is of another memory.
    pub(crate) fn origin<'a>(&'a self, kept: &Kept, texts: &'a Texts) -> Option<Origin<'a>> {
        Some(match *kept {
            Kept::Ledger { resource, key, state, when, who } => Origin::Ledger {
                resource: self.resources.get_index(resource as usize)?,
                key: key.map(|key| texts.get(key)),
                state,
                when,
                who: self.handles.get_index(who as usize)?,
            },
            Kept::Imported { file } => Origin::Imported { file: texts.get(file) },
            Kept::Related { locale } => {
                Origin::Related { locale: self.locales.get_index(locale as usize)? }
            }
        })
    }
}

/// The number of a name in a set, to which it is added where it is new.
fn number<T: Clone + Eq + std::hash::Hash>(names: &mut IndexSet<T>, name: &T) -> Option<u32> {
    let at = names.get_index_of(name).unwrap_or_else(|| names.insert_full(name.clone()).0);
    u32::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_takes_24_bytes() {
        assert_eq!(size_of::<Kept>(), 24);
    }
}
