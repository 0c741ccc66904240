//! How the units of a resource stood in a locale, in little memory.

use std::hash::{DefaultHasher, Hash, Hasher};

use hexapla_engine::{Tally, UnitStatus, name};
use hexapla_workspace::Look;

use super::standing::Standing;

/// How the units of a resource stood in a locale when it was looked at.
pub(super) struct Stood {
    pub(super) tally: Tally,
    /// Whether a source has to be recorded as seen.
    pub(super) is_unseen: bool,
    /// The hash of the statuses: equal ones are of equal statuses.
    pub(super) digest: u64,
    /// The names of the units, one behind the other.
    names: Box<str>,
    units: Box<[Packed]>,
}

/// A unit as it stood.
#[derive(Clone, Copy)]
pub(super) struct Unit<'a> {
    /// The part of its address behind `#`.
    pub(super) name: &'a str,
    pub(super) words: usize,
    pub(super) standing: Standing,
    /// Whether it is called by its key.
    pub(super) is_keyed: bool,
    pub(super) is_inherited: bool,
}

/// The same without its name. No file of more than 16 MiB is read, so that small numbers do.
struct Packed {
    name_len: u32,
    words: u32,
    standing: Standing,
    is_keyed: bool,
    is_inherited: bool,
}

impl Stood {
    pub(super) fn of(look: &Look<'_>) -> Self {
        let mut names = String::new();
        let pack = |status: &UnitStatus| {
            let name = name(look.resource, look.locale, status);
            names.push_str(&name);
            Packed {
                name_len: small(name.len()),
                words: small(status.words),
                standing: Standing::of(status),
                is_keyed: status.key.is_some(),
                is_inherited: status.inherited.is_some(),
            }
        };
        let units = look.units.iter().map(pack).collect();
        let mut hasher = DefaultHasher::new();
        look.units.hash(&mut hasher);
        Self {
            tally: look.tally(),
            is_unseen: look.is_unseen(),
            digest: hasher.finish(),
            names: names.into(),
            units,
        }
    }

    /// The units, in order.
    pub(super) fn units(&self) -> impl ExactSizeIterator<Item = Unit<'_>> {
        let mut rest = &*self.names;
        self.units.iter().map(move |packed| {
            let (name, others) =
                rest.split_at_checked(packed.name_len as usize).unwrap_or((rest, ""));
            rest = others;
            Unit {
                name,
                words: packed.words as usize,
                standing: packed.standing,
                is_keyed: packed.is_keyed,
                is_inherited: packed.is_inherited,
            }
        })
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
