//! Words: what a text is made of, how alike two texts are, and what changed between them.
//!
//! ```
//! use hexapla_engine::text::{Diff, tokenize};
//!
//! let (old, new) = ("Call 116 000 at any time.", "Call 116 111 at any time.");
//! let diff = Diff::between(&tokenize(old, &[]), &tokenize(new, &[]));
//! assert_eq!(diff.marked(), "Call 116 [-000-]{+111+} at any time.");
//! ```

mod diff;
mod display;
mod figure;
mod profile;
mod token;

pub(crate) use diff::sentences;
pub use diff::{Change, Diff, Side};
pub use display::{isolate, shown, wrap};
pub use figure::Figure;
pub use profile::Profile;
pub(crate) use token::counts;
pub use token::{Token, TokenKind, tokenize, word_count};
