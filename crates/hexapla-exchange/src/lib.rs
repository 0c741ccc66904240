//! Units for the tools that translators work in, and back.
//!
//! An [`Exchange`] is what goes out and comes in: of one source and one target [locale], the
//! segments of some resources, each with the source text it is a translation of, that text's
//! fingerprint, and how it stands. [`write()`] makes bytes of it in a [`Format`], [`read`] makes it
//! of bytes.
//!
//! * What was written reads back as it was: `read(write(x)) == x` for the formats that carry
//!   [inline codes](Format::carries_codes), and `x.flattened()` for the others.
//! * Writing is a function of the value alone.
//! * Reading trusts nothing: it gives the whole value or a [`ReadError`] with the place, what was
//!   expected there and a hint. It never panics, and its [`limits`] bound time and memory.
//! * [`read_pairs`] reads TMX and PO of any origin, for a translation memory.
//! * A segment that a tool marked or edited reads as the translator meant it: see [`Segment`].
//!
//! ```
//! use hexapla_exchange::{Exchange, ExchangeFile, Format, Segment, Text, read, write};
//! use hexapla_model::{Freshness, Meaning, State};
//!
//! let call = Segment {
//!     unit: "call".to_owned(),
//!     fingerprint: Meaning::of("text", "Call 19696"),
//!     source: Text::plain("Call 19696"),
//!     target: Some(Text::plain("Llama al 114")),
//!     was: Some("Call 114".to_owned()),
//!     state: State::Reviewed,
//!     freshness: Freshness::Stale,
//!     notes: vec!["the number changed".to_owned()],
//!     max_length: None,
//! };
//! let file = ExchangeFile { resource: "ui/help".parse()?, segments: vec![call] };
//! let sent = Exchange { source: "en".parse()?, target: "es".parse()?, files: vec![file] };
//! let po = String::from_utf8(write(&sent, Format::Po)?)?;
//! assert!(po.contains("#, fuzzy\n#| msgid \"Call 114\"\n"));
//!
//! // The translator corrects the number, and the mark goes.
//! let done = po.replace("114\"\n", "19696\"\n").replace("#, fuzzy\n", "");
//! let back = read(done.as_bytes(), None)?;
//! let call = &back.files[0].segments[0];
//! assert_eq!((call.state, call.freshness), (State::Translated, Freshness::Current));
//! assert_eq!(call.fingerprint, sent.files[0].segments[0].fingerprint);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Nothing here knows disks, clocks or the ledger.
//!
//! [locale]: hexapla_model::Locale

mod csv;
mod error;
mod escape;
mod exchange;
mod format;
mod ids;
mod lead;
pub mod limits;
mod machine;
mod native;
mod notes;
mod pairs;
mod po;
mod record;
mod segment;
mod settle;
mod table;
mod text;
mod tmx;
mod xliff;
mod xliff12;
mod xlsx;
mod xml;

pub use error::{Place, ReadError, WriteError};
pub use exchange::{Exchange, ExchangeFile};
pub use format::{Format, ParseFormatError};
pub use machine::{Damage, for_machine, from_machine};
pub use pairs::{PairOfTexts, Pairs, read_pairs};
pub use segment::Segment;
pub use text::Text;

use xliff12::Sight;

/// The bytes of `exchange` in `format`.
///
/// # Errors
/// Where a text is longer than a cell of a spreadsheet may be; other formats hold any value.
pub fn write(exchange: &Exchange, format: Format) -> Result<Vec<u8>, WriteError> {
    match format {
        Format::Xliff => Ok(xliff::write(exchange).into_bytes()),
        Format::Xliff12 => Ok(xliff12::write(exchange, Sight::Both).into_bytes()),
        Format::Po => Ok(po::write(exchange).into_bytes()),
        Format::Tmx => Ok(tmx::write(exchange).into_bytes()),
        Format::Csv => csv::write(exchange),
        Format::Xlsx => xlsx::write(exchange),
    }
}

/// XLIFF 1.2 of `exchange` for tools that show a `<target>` alone, as the text to translate: where there is
/// no translation, it holds the source.
pub fn write_filled(exchange: &Exchange) -> Vec<u8> {
    xliff12::write(exchange, Sight::Target).into_bytes()
}

/// What `bytes` hold, in the given format or the one that they look like.
///
/// # Errors
/// Where the bytes are not whole, not of the format, larger than the [`limits`], or say of a
/// segment less than is needed to record its translation. Nothing is given of a file that cannot
/// all be read.
pub fn read(bytes: &[u8], format: Option<Format>) -> Result<Exchange, ReadError> {
    let format = match format.or_else(|| Format::guess(bytes)) {
        Some(format) => format,
        None => return Err(error::unknown_format()),
    };
    if bytes.len() > limits::BYTES {
        return Err(error::too_large(bytes.len()));
    }
    if format == Format::Xlsx {
        return xlsx::read(bytes);
    }
    let text = error::utf8(bytes)?;
    let read = match format {
        Format::Xliff => xliff::read(text),
        Format::Xliff12 => xliff12::read(text),
        Format::Po => po::read(text),
        Format::Tmx => tmx::read(text),
        Format::Csv | Format::Xlsx => csv::read(text),
    };
    read.map_err(|problem| problem.located(text))
}
