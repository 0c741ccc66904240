//! The ledger: what each translation was made from.
//!
//! * a [`Fact`] is a thing that someone said, once and for all; it is never changed or taken back
//!   by deletion;
//! * an act is one or more facts, written as lines of new files ([`write()`]);
//! * a [`Ledger`] is the set of all facts, folded so that it can be asked ([`Ledger::read`]).
//!
//! Facts form a set: neither their order, nor the file they stand in, nor how often they stand
//! there, nor anyone's clock changes what the ledger answers. So any number of branches and clones
//! merge by putting their files together.
//!
//! ```
//! use hexapla_ledger::{Attested, Fact, Ledger, Origin, Pair, write};
//! use hexapla_model::{Meaning, State, Timestamp};
//!
//! let (source, target) = (Meaning::of("text", "Hello"), Meaning::of("text", "Hola"));
//! let fact = Fact::Attested(Attested {
//!     locale: "es".parse()?,
//!     resource: "ui/main".parse()?,
//!     by: "mara".parse()?,
//!     at: "2026-03-12".parse()?,
//!     state: State::Translated,
//!     origin: Origin::Human,
//!     confidence: None,
//!     answers: Vec::new(),
//!     pairs: vec![Pair::new(None, source, target)],
//! });
//! let files = write(&[fact]);
//! let read = Ledger::read(files.iter().map(|it| (it.name.as_str(), it.bytes.as_slice())));
//! let claims = read.ledger.claims(&"ui/main".parse()?, &"es".parse()?);
//! assert!(claims.find(None, &source.into(), &target.into()).is_some());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod audit;
mod ballast;
mod claim;
mod directory;
mod draft;
mod fact;
mod fold;
mod only;
mod pack;
mod read;
mod record;
mod seen;
mod sheet;
mod write;

pub use audit::Audit;
pub use claim::{Attestation, Claim, Claims, Doubt, Placement, Vouched};
pub use directory::Directory;
pub use fact::{
    Attested, Fact, FactId, KeptText, Origin, Pair, ParseOriginError, Placed, Proposed, Renamed,
    Reopened, Restated, Seen, SeenSource, StillValid,
};
pub use fold::Ledger;
pub use only::{BEGINNING, only};
pub use pack::{Packing, pack};
pub use read::{Problem, Read, facts};
pub use seen::Step;
pub use sheet::Sheet;
pub use write::{ActFile, hash, write};
