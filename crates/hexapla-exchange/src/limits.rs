//! How much is read of what strangers send.
//!
//! Each is far above what people translate in one go, and low enough that no file takes more than
//! some seconds or a gigabyte. Those of XML are [`hexapla_xml::limits`].

/// The most bytes of a file, packed or not: 64 MiB.
pub const BYTES: usize = 64 * 1024 * 1024;
/// The most segments of one file.
pub const SEGMENTS: usize = 1_000_000;
/// The most files within a spreadsheet.
pub const MEMBERS: usize = 1_000;
/// The most bytes that the files within a spreadsheet unpack to, together: 256 MiB.
pub const UNPACKED: u64 = 256 * 1024 * 1024;
/// The most bytes of all texts together where a file may name one text several times, as cells of
/// spreadsheets and codes of XLIFF do: 256 MiB.
pub const TEXT: usize = 256 * 1024 * 1024;
/// How many times its packed size a file within a spreadsheet may unpack to, once it is larger
/// than 1 MiB. Deflate reaches 1,032; spreadsheets of text come to 20.
pub const RATIO: u64 = 200;
/// The most characters of a cell, in UTF-16 code units, as spreadsheets have it.
pub const CELL: usize = 32_767;
