//! What is done about a change.

use super::class::ChangeClass;

/// What is done about a change of the source, from the least to the most that people have to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangePolicy {
    /// `hexapla carry` makes it in the translation by itself.
    Carry,
    /// What it would make of the translation is offered; a person takes it or not.
    Propose,
    /// A person looks at it.
    Review,
}

impl ChangePolicy {
    /// What is done where no rule fits.
    pub fn default_of(class: ChangeClass) -> Self {
        match class {
            ChangeClass::Layout => Self::Carry,
            ChangeClass::Link | ChangeClass::Placeable | ChangeClass::Number => Self::Propose,
            _ => Self::Review,
        }
    }

    /// Whether changes of the class may ever be carried: not where they say something else.
    pub fn may_carry(class: ChangeClass) -> bool {
        class.is_small() || class == ChangeClass::Link
    }
}

/// What to do about the changes that fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeRule {
    /// The classes it is for.
    pub classes: Vec<ChangeClass>,
    /// The units it is for, as patterns on their address with `*`; any where empty.
    pub units: Vec<String>,
    /// What is done.
    pub policy: ChangePolicy,
}

impl ChangeRule {
    /// Whether it fits every change that `other` fits.
    pub(crate) fn covers(&self, other: &Self) -> bool {
        let classes = other.classes.iter().all(|class| self.classes.contains(class));
        let units = self.units.is_empty()
            || (!other.units.is_empty() && other.units.iter().all(|it| self.units.contains(it)));
        classes && units
    }

    /// Whether it is for changes of the class to the unit at `address`.
    pub(crate) fn fits(&self, class: ChangeClass, address: &str) -> bool {
        let here = |pattern: &String| crate::address::fits(pattern, address);
        self.classes.contains(&class) && (self.units.is_empty() || self.units.iter().any(here))
    }
}
