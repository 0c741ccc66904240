//! How much is read of what strangers send, and how long what stands in a glossary may be.
//!
//! Each is far above what glossaries hold, and low enough that no file takes more than some seconds
//! or a gigabyte. Those of XML are [`hexapla_xml::limits`].

/// The most bytes of a TBX file: 64 MiB.
pub const BYTES: usize = 64 * 1024 * 1024;
/// The most entries of a TBX file.
pub const ENTRIES: usize = 200_000;
/// The most characters of a term.
pub const TERM: usize = 200;
/// The most characters of an id.
pub const ID: usize = 100;
/// The most characters of a word that is reduced to its stem; longer ones are looked for as they are.
pub const WORD: usize = 64;
/// The most terms of one stem that are told apart: of more homographs, the first count.
pub const HOMOGRAPHS: usize = 16;
