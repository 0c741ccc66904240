//! What a release holds: which text of each unit ships, whether the gates are passed, and the
//! files that come of it.

mod closure;
mod compose;
mod entries;
mod forms;
mod gates;
mod share;
mod ship;
mod texts;

pub use compose::{Bundle, Composition, UnitShipped, compose};
pub use gates::{Gate, GateFailure, gate};
pub use ship::Shipping;
