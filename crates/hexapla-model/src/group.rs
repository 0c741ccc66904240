//! A few fingerprints that belong together.

use std::fmt;
use std::str::FromStr;

use crate::{Fingerprint, ParseFingerprintError};

/// One side of a pair: mostly a single fingerprint; several where one block was rendered by two,
/// or two by one (a *bead* in the words of text alignment).
///
/// Its text form joins the fingerprints with `+`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Group(Vec<Fingerprint>);

impl Group {
    /// A group of the given fingerprints, in document order; `None` where there are none.
    pub fn new(members: Vec<Fingerprint>) -> Option<Self> {
        (!members.is_empty()).then_some(Self(members))
    }

    /// The members, in document order; never empty.
    pub fn members(&self) -> &[Fingerprint] {
        &self.0
    }

    /// The only member, where there is only one.
    pub fn single(&self) -> Option<Fingerprint> {
        match self.0.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }
}

impl From<Fingerprint> for Group {
    fn from(only: Fingerprint) -> Self {
        Self(vec![only])
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, member) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("+")?;
            }
            write!(f, "{member}")?;
        }
        Ok(())
    }
}

impl FromStr for Group {
    type Err = ParseFingerprintError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.split('+').map(str::parse).collect::<Result<_, _>>().map(Self)
    }
}
