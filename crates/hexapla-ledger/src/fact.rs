//! Things that someone said.

use std::fmt;
use std::str::FromStr;

use hexapla_model::{Fingerprint, Group, Handle, Locale, ResourceId, State, Timestamp, UnitKey};

/// The identity of a fact: the hash of the line that holds it.
pub type FactId = Fingerprint;

/// A thing that someone said, once and for all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// These targets render these sources.
    Attested(Attested),
    /// This claim is doubted.
    Reopened(Reopened),
    /// A translation made from one source is as valid for another.
    StillValid(StillValid),
    /// These sources were there at that time.
    Seen(Seen),
    /// The words behind a fingerprint.
    Text(KeptText),
    /// A target that someone offers, beside the one that stands in the file.
    Proposed(Proposed),
    /// The blocks of a target stand where they should.
    Placed(Placed),
    /// A resource has a new name.
    Renamed(Renamed),
    /// A newer reading of files gives another group of fingerprints for the same text.
    Restated(Restated),
}

impl Fact {
    /// What kind of fact it is, as lines name it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Attested(_) => "attested",
            Self::Reopened(_) => "reopened",
            Self::StillValid(_) => "kept",
            Self::Seen(_) => "seen",
            Self::Text(_) => "text",
            Self::Proposed(_) => "proposed",
            Self::Placed(_) => "placed",
            Self::Renamed(_) => "renamed",
            Self::Restated(_) => "restated",
        }
    }

    /// The resource that it is about; none of what is about words or names.
    pub fn resource(&self) -> Option<&ResourceId> {
        match self {
            Self::Attested(it) => Some(&it.resource),
            Self::Reopened(it) => Some(&it.resource),
            Self::StillValid(it) => Some(&it.resource),
            Self::Seen(it) => Some(&it.resource),
            Self::Proposed(it) => Some(&it.resource),
            Self::Placed(it) => Some(&it.resource),
            Self::Text(_) | Self::Renamed(_) | Self::Restated(_) => None,
        }
    }

    /// Who says so; none of what nobody has to vouch for.
    pub fn by(&self) -> Option<&Handle> {
        match self {
            Self::Attested(it) => Some(&it.by),
            Self::Reopened(it) => Some(&it.by),
            Self::StillValid(it) => Some(&it.by),
            Self::Proposed(it) => Some(&it.by),
            Self::Placed(it) => Some(&it.by),
            Self::Seen(_) | Self::Text(_) | Self::Renamed(_) | Self::Restated(_) => None,
        }
    }

    /// The locale that it is about; none where it is about all.
    pub fn locale(&self) -> Option<&Locale> {
        match self {
            Self::Attested(it) => Some(&it.locale),
            Self::Reopened(it) => Some(&it.locale),
            Self::StillValid(it) => it.locale.as_ref(),
            Self::Proposed(it) => Some(&it.locale),
            Self::Placed(it) => Some(&it.locale),
            Self::Seen(_) | Self::Text(_) | Self::Renamed(_) | Self::Restated(_) => None,
        }
    }
}

/// "In this locale, target T renders source S", of one or many pairs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attested {
    /// The locale of the targets.
    pub locale: Locale,
    /// The resource they stand in.
    pub resource: ResourceId,
    /// Who says so.
    pub by: Handle,
    /// When, by that person's clock.
    pub at: Timestamp,
    /// The state that this person gives the translation.
    pub state: State,
    /// How the claim came about.
    pub origin: Origin,
    /// How sure that is, in percent, where it was inferred; nothing where somebody said it.
    pub confidence: Option<u8>,
    /// The doubts that this settles.
    pub answers: Vec<FactId>,
    /// What renders what.
    pub pairs: Vec<Pair>,
}

/// Source and target of one unit. A keyed unit's pair holds for its key alone, a pair of blocks
/// wherever in the resource both stand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    /// The unit's key, where its format gives it one.
    pub key: Option<UnitKey>,
    /// What was translated.
    pub source: Group,
    /// The translation.
    pub target: Group,
}

impl Pair {
    /// The pair of the given key, source and target.
    pub fn new(key: Option<UnitKey>, source: impl Into<Group>, target: impl Into<Group>) -> Self {
        Self { key, source: source.into(), target: target.into() }
    }
}

/// "This translation needs another look": lowers a claim until an attestation answers it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reopened {
    /// The locale of the target.
    pub locale: Locale,
    /// The resource it stands in.
    pub resource: ResourceId,
    /// Who doubts it.
    pub by: Handle,
    /// When, by that person's clock.
    pub at: Timestamp,
    /// The reason given.
    pub why: Option<String>,
    /// The claim in doubt.
    pub pair: Pair,
}

/// "What was made from `from` is as valid for `to`", for one locale or for all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StillValid {
    /// The locale it holds for; for all where there is none (said by the source's author).
    pub locale: Option<Locale>,
    /// The resource.
    pub resource: ResourceId,
    /// Who says so.
    pub by: Handle,
    /// When, by that person's clock.
    pub at: Timestamp,
    /// The unit's key, where its format gives it one.
    pub key: Option<UnitKey>,
    /// The earlier source.
    pub from: Group,
    /// The later source.
    pub to: Group,
}

/// "These sources were there at that time": what ages are counted from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seen {
    /// The resource.
    pub resource: ResourceId,
    /// When, by the clock of whoever looked.
    pub at: Timestamp,
    /// The revision it was seen in, where there is one.
    pub revision: Option<String>,
    /// Why the source changed, where someone said so.
    pub reason: Option<String>,
    /// What was seen.
    pub sources: Vec<SeenSource>,
}

/// A source text that was seen, and the one that it took the place of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeenSource {
    /// The unit's key, where its format gives it one.
    pub key: Option<UnitKey>,
    /// The text that stood there before, where it is known.
    pub before: Option<Group>,
    /// The text that stood there now.
    pub now: Group,
}

/// The words behind a fingerprint, kept for diffs, memory and restoring.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeptText {
    /// The fingerprint of the text.
    pub fingerprint: Fingerprint,
    /// The text as a translator edits it.
    pub text: String,
}

/// A target that someone offers for a source, not (or no longer) in the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Proposed {
    /// The locale of the target.
    pub locale: Locale,
    /// The resource.
    pub resource: ResourceId,
    /// Who offers it.
    pub by: Handle,
    /// When, by that person's clock.
    pub at: Timestamp,
    /// The source it is for, and the target; its text is kept beside this fact.
    pub pair: Pair,
}

/// "While the sources stand in this order, the targets may stand in the order that they have": of
/// a glossary, say, that is sorted anew in each language. It vouches for no translation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Placed {
    /// The locale of the targets.
    pub locale: Locale,
    /// The resource they stand in.
    pub resource: ResourceId,
    /// Who says so.
    pub by: Handle,
    /// When, by that person's clock.
    pub at: Timestamp,
    /// The pairs of the resource, in the order of their sources.
    pub pairs: Vec<Pair>,
}

/// "What was said of resource `from` holds of resource `to`."
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Renamed {
    /// The earlier name.
    pub from: ResourceId,
    /// The later name.
    pub to: ResourceId,
}

/// "A newer scheme reads the text of group `from` as group `to`."
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Restated {
    /// The fingerprints under the earlier scheme.
    pub from: Group,
    /// The fingerprints under the later scheme.
    pub to: Group,
}

/// How a claim came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A person looked at source and target.
    Human,
    /// Taken over with the files, on someone's word.
    Imported,
    /// Concluded from history or from marks in the files.
    Inferred,
    /// A mechanical change applied by rule.
    Carried,
    /// Filled in from an earlier translation of the same source.
    Memory,
    /// Made by a machine.
    Machine,
}

impl Origin {
    /// Every origin.
    pub const ALL: [Self; 6] =
        [Self::Human, Self::Imported, Self::Inferred, Self::Carried, Self::Memory, Self::Machine];

    /// The name used on screen and in records.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Imported => "imported",
            Self::Inferred => "inferred",
            Self::Carried => "carried",
            Self::Memory => "memory",
            Self::Machine => "machine",
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The text names no origin.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an origin: expected human, imported, inferred, carried, memory or machine")]
pub struct ParseOriginError(String);

impl FromStr for Origin {
    type Err = ParseOriginError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let named = Self::ALL.into_iter().find(|origin| origin.as_str() == text);
        named.ok_or_else(|| ParseOriginError(text.to_owned()))
    }
}
