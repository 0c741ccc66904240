//! Freshness, alignment, diffs, checks and decisions: pure functions of a [`Snapshot`].
//!
//! * [`assess`] says how each unit of a resource stands in each locale, [`Status`] of the whole
//!   project;
//! * [`text`] finds what changed between two texts, [`change`] how grave that is;
//! * [`decide`] turns what a person decides into a [`Plan`] of facts and files, which somebody
//!   else commits;
//! * a [`Workflow`] says which states, gates and serving a collection asks for.
//!
//! Nothing here reads a disk, a clock or a terminal.

mod address;
pub mod align;
mod assess;
pub mod bootstrap;
pub mod change;
mod checks;
mod claims_about;
mod decide;
mod finding;
mod impact;
mod imported;
mod infer;
mod memory;
mod offers;
mod order;
mod pairing;
mod pinned;
mod pivot;
mod plural_categories;
mod plural_forms;
mod recall;
mod release;
mod rename;
mod resolve;
mod returned;
mod runtime_plurals;
mod said;
mod snapshot;
mod status;
pub mod text;
mod trend;
mod unit_texts;
mod workflow;
mod workflow_file;

pub use address::{address, fits, name};
pub use assess::{UnitStatus, assess, assess_in, group};
pub use checks::{
    Check, Checked, Drafted, Known, Limit, Mending, Silence, SpokenTerm, Tuning, check,
    check_draft, check_for_release, check_one, checks, max_length, mendings, spoken_terms, term_at,
};
pub use claims_about::claims_about;
pub use decide::{
    DecideError, Decision, Item, Move, Plan, Who, Write, decide, decide_at, fill, is_unseen,
    record_seen,
};
pub use finding::Finding;
pub use impact::{Affected, Impact, LocaleImpact, impact, unseen_impact};
pub use imported::{Imported, ImportedPair, own_first};
pub use infer::{Inferred, infer};
pub use memory::Memory;
pub use offers::{Offer, OfferKind, earlier_targets, offers};
pub use pairing::{Basis, Bead, pair};
pub use pivot::Pivot;
pub use plural_categories::plural_samples;
pub use recall::{Recall, Recalled};
pub use release::{
    Asked, Bundle, BundleForm, BundleRules, Composition, Gate, GateFailure, Offered, Reason,
    Shipping, SiteFile, UnitShipped, carry_alike, compose, compose_site, gate,
};
pub use rename::{Rename, RenameError, plan_rename, renamed_to, renames};
pub use resolve::{Resolved, Sides, resolve};
pub use returned::{Outcome, Returned, outcomes};
pub use said::{Said, said_of};
pub use snapshot::{Collection, Document, KeepTargets, Resource, Snapshot};
pub use status::{Count, Status, Tally};
pub use trend::{Turn, turns};
pub use unit_texts::{UnitTexts, joined};
pub use workflow::{
    Coverage, Gates, Measure, People, Person, ServePolicy, ServeRule, StateRule, Workflow,
};
