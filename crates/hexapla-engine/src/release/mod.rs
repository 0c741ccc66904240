//! What a release holds: which text of each unit ships, whether the gates are passed, and the
//! files that come of it.

mod available;
mod catalogues;
mod closure;
mod compose;
mod documents;
mod explain;
mod forms;
mod gates;
mod items;
mod judge;
mod messages;
mod rules;
mod share;
mod ship;
mod site;
mod texts;
mod told;

pub use compose::{Bundle, Composition, carry_alike, compose};
pub use explain::{Asked, Offered};
pub use gates::{Gate, GateFailure, gate};
pub use judge::Reason;
pub use rules::{BundleForm, BundleRules};
pub use ship::Shipping;
pub use site::{SiteFile, compose_site};
pub use told::UnitShipped;
