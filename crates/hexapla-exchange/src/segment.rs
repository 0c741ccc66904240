//! A unit as a translator gets it.

use hexapla_model::{Fingerprint, Freshness, State};

use crate::Text;

/// One unit: its source, and how its translation stands.
///
/// A tool that is not ours says by its own marks what a translator did. What comes back is read so:
///
/// * neither text nor mark changed: `state` and `freshness` are those that were exported;
/// * marked as done, or edited and not marked as doubtful: `Current`, in the state of the mark, or
///   `Translated` where the format has none;
/// * marked as doubtful, as PO's `fuzzy`: `Unverified` and `Initial`;
/// * emptied, or the source filled in where nobody translated and nobody marked: `Missing` and
///   `Initial`;
/// * `Obsolete` stays so: its source is gone, whatever was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The part of the unit's address behind `#`: a key, or of a block its fingerprint.
    pub unit: String,
    /// The fingerprint of `source`: what an import attests the target to render.
    pub fingerprint: Fingerprint,
    /// The source text.
    pub source: Text,
    /// The translation; never an empty text.
    pub target: Option<Text>,
    /// The source text that the target was made from, where it is not `source`; never an empty one.
    pub was: Option<String>,
    /// What people said of the target.
    pub state: State,
    /// How the target stands to `source`.
    pub freshness: Freshness,
    /// What a translator should know: the author's comment, the change class, who it was.
    pub notes: Vec<String>,
    /// The most characters that the target may have.
    pub max_length: Option<u32>,
}
