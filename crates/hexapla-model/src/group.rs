//! A few fingerprints that belong together.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use crate::{Fingerprint, ParseFingerprintError};

/// One side of a pair: mostly a single fingerprint; several where one block was rendered by two,
/// or two by one (a *bead* in the words of text alignment).
///
/// Its text form joins the fingerprints with `+`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Group(Members);

/// Nearly all groups are of one, and there are millions: that one takes no memory of its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Members {
    One(Fingerprint),
    /// Two or more.
    Many(Box<[Fingerprint]>),
}

impl Group {
    /// A group of the given fingerprints, in document order; `None` where there are none.
    pub fn new(members: Vec<Fingerprint>) -> Option<Self> {
        match *members {
            [] => None,
            [only] => Some(only.into()),
            _ => Some(Self(Members::Many(members.into()))),
        }
    }

    /// The members, in document order; never empty.
    pub fn members(&self) -> &[Fingerprint] {
        match &self.0 {
            Members::One(only) => std::slice::from_ref(only),
            Members::Many(members) => members,
        }
    }

    /// The only member, where there is only one.
    pub fn single(&self) -> Option<Fingerprint> {
        match self.0 {
            Members::One(only) => Some(only),
            Members::Many(_) => None,
        }
    }
}

impl From<Fingerprint> for Group {
    fn from(only: Fingerprint) -> Self {
        Self(Members::One(only))
    }
}

impl Ord for Group {
    fn cmp(&self, other: &Self) -> Ordering {
        self.members().cmp(other.members())
    }
}

impl PartialOrd for Group {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, member) in self.members().iter().enumerate() {
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
        if !text.contains('+') {
            return text.parse::<Fingerprint>().map(Self::from);
        }
        let members = text.split('+').map(str::parse).collect::<Result<Vec<_>, _>>()?;
        Self::new(members).ok_or_else(|| ParseFingerprintError(text.to_owned()))
    }
}
