//! The nouns of Hexapla.
//!
//! * a [`Locale`] is a BCP 47 tag;
//! * a [`Unit`] is a piece of text with a status of its own, in a resource named by a [`ResourceId`];
//! * a [`Fingerprint`] is a hash of a unit's meaning-bearing text, and a [`Group`] a few of them
//!   that belong together;
//! * [`State`] is what people said of a translation, [`Freshness`] what is computed from it;
//! * a [`Diagnostic`] is anything found in a file that a person should know, with its place;
//! * a [`Phrase`] is what is said to people, in English and by its parts.
//!
//! Nothing here knows files, serialisation or terminals.

mod diagnostic;
mod fingerprint;
mod freshness;
mod group;
mod handle;
mod locale;
mod lookup;
mod phrase;
mod position;
mod progress;
mod resource;
mod state;
mod timestamp;
mod unit;

pub use diagnostic::{Diagnostic, Severity};
pub use fingerprint::{Fingerprint, Meaning, ParseFingerprintError};
pub use freshness::Freshness;
pub use group::Group;
pub use handle::{Handle, ParseHandleError};
pub use locale::{Direction, Locale, ParseLocaleError};
pub use lookup::lookup;
pub use phrase::{Phrase, PhrasePart, PhraseValue};
pub use position::{LineIndex, Position};
pub use progress::{Progress, Stage};
pub use resource::{ParseResourceError, ResourceId};
pub use state::{ParseStateError, State};
pub use timestamp::{ParseTimestampError, Timestamp};
pub use unit::{CodeKind, InlineCode, Unit, UnitKey, UnitKind};
