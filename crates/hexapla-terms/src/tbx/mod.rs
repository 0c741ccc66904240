//! TBX: ISO 30042:2019, and its edition of 2008, which most tools still write.

mod concept;
mod element;
mod read;
mod write;

use std::collections::BTreeMap;

use hexapla_model::{Diagnostic, Locale};

use crate::Glossary;

/// What a TBX file held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The glossary.
    pub glossary: Glossary,
    /// What stood in the file and has no place in a glossary, by its name in TBX, with how often:
    /// data categories such as `context`; `conceptEntry` of entries without a usable term in the
    /// source locale, `id` of those whose term in the same sense another entry has; `term` of terms
    /// that stand twice or are none; `langSec` of sections without a known locale.
    pub left_out: BTreeMap<String, usize>,
}

/// Reads a TBX file as a glossary of terms in `source`: of the edition of 2019 in either style, with
/// data categories as attributes (DCA) or as tags (DCT), or of the edition of 2008 (`<martif>`), in any
/// dialect. What other dialects have beyond TBX-Basic is left out and counted.
///
/// Who wrote the file is not trusted: of a document type nothing but a name is read, entities are
/// XML's own, and [`limits`](crate::limits) bound time and memory.
///
/// # Errors
/// Where the file is not whole, not TBX, or larger than the limits. Nothing is given of it then.
pub fn read_tbx(bytes: &[u8], source: &Locale) -> Result<Imported, Diagnostic> {
    read::read(bytes, source)
}

/// Writes a glossary as TBX-Basic of the edition of 2019, with data categories as attributes (DCA).
/// [`read_tbx`] reads it back as it was.
///
/// That capitals count (`case_sensitive`) is no data category of TBX-Basic; it stands as the
/// `projectSubset` `case-sensitive` of the term.
pub fn write_tbx(glossary: &Glossary) -> String {
    write::write(glossary)
}

/// The value of `projectSubset` of terms of which capitals are a part.
const CASE_SENSITIVE: &str = "case-sensitive";
