//! Translation memory: the translations of texts that are the same as a text, or nearly.
//!
//! * an [`Entry`] is a translation with the text that it translates and its [`Origin`];
//! * a [`Builder`] makes a [`Memory`] of entries, which does not change afterwards;
//! * a [`Query`] asks it for a text, and gets each [`Match`] with a score in percent, its [`Kind`] and the
//!   [`Difference`] of the two texts.
//!
//! A memory is of one target locale and those related to it; which that is only the caller knows. Texts
//! are to come with their inline codes told ([`Coded`]) in the same way on both sides: a code is compared as
//! one character, and so is a number.
//!
//! ```
//! use hexapla_memory::{Builder, Coded, Entry, Kind, Origin, Query};
//!
//! let mut builder = Builder::default();
//! builder.add(&Entry {
//!     source: Coded::plain("You can call us any day."),
//!     target: "Sie können uns jeden Tag anrufen.",
//!     origin: Origin::Imported { file: "old.tmx" },
//!     previous: None,
//!     next: None,
//! })?;
//! let memory = builder.build();
//!
//! let text = Coded::plain("You can call us every day.");
//! let matches = memory.matches(&Query { text, context: None, limit: 5, at_least: 70 });
//! assert_eq!(matches[0].target, "Sie können uns jeden Tag anrufen.");
//! assert_eq!((matches[0].kind, matches[0].score), (Kind::Fuzzy, 85));
//! assert_eq!(
//!     matches[0].difference.marked(text.text, matches[0].source),
//!     "You can call us [-any-]{+every+} day.",
//! );
//! # Ok::<(), hexapla_memory::Full>(())
//! ```

mod alphabet;
mod asked;
mod bag;
mod best;
mod builder;
mod coded;
mod difference;
mod entry;
mod index;
#[cfg(test)]
mod laws;
mod matched;
mod memory;
mod number;
mod origin;
mod penalty;
mod query;
mod score;
mod shape;
mod texts;
mod token;

pub use builder::{Builder, Full};
pub use coded::Coded;
pub use difference::{Difference, Part, PartSort};
pub use entry::Entry;
pub use matched::{Kind, Match};
pub use memory::Memory;
pub use origin::Origin;
pub use query::{Context, Query};
