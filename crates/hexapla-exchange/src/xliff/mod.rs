//! XLIFF 2.1 (OASIS standard of 2018).
//!
//! A resource is a `<file>`, a segment a `<unit>` of one `<segment>`. Codes are `<pc>` where they
//! come in pairs and `<ph>` else, with their raw text in `<originalData>`, so that a translator can
//! move but not break them. The record stands in the metadata module, the earlier source in a note
//! of category `previous-source`. What is not current has the state `initial` and, for tools that
//! know it, the sub-state `hexapla:stale` and so on; the recorded state is in the metadata.

mod read;
mod write;

pub(crate) use read::read;
pub(crate) use write::write;

/// The category of our metadata and the prefix of our sub-states.
const OURS: &str = "hexapla";
/// The category of the note that holds the earlier source.
const PREVIOUS: &str = "previous-source";
