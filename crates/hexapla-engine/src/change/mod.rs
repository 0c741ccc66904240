//! What changed, how grave that is, and what can be done about it without a person.
//!
//! * [`classify`] says of what class a change is, from what the texts are made of;
//!   `docs/changes.md` has the rules;
//! * [`Changed`] is what changed in the source of a unit since its target was made;
//! * [`patch`] makes the same mechanical change in the target, [`ready`] where the workflow lets
//!   it;
//! * [`affected`] guesses which part of the target is concerned, [`effort`] counts what is to be
//!   read again.
//!
//! ```
//! use hexapla_engine::change::{ChangeClass, Passage, Patch, classify, effort, patch};
//! use hexapla_model::UnitKind;
//!
//! let text = |text: &str| Passage::new(UnitKind::Paragraph, text, Vec::new());
//! let old = text("We are here. Call 116 000.");
//! let new = text("We are here. Call 116 111.");
//! assert_eq!(classify(&old, &new), Some(ChangeClass::Number));
//! assert_eq!(effort(&old, &new), 3);
//! let target = text("Estamos aquí. Llama al 116 000.");
//! let patched = "Estamos aquí. Llama al 116 111.".to_owned();
//! assert_eq!(patch(&old, &new, &target), Some(Patch::Changed(patched)));
//! ```

mod affected;
mod case;
mod changed;
mod class;
mod classify;
mod code;
mod effort;
mod kept;
mod mark;
mod number;
mod passage;
mod patch;
mod piece;
mod policy;
mod reader;
mod ready;
mod verbatim;

pub use affected::affected;
pub use changed::Changed;
pub use class::ChangeClass;
pub use classify::{classes, classify};
pub use effort::{changed_words, effort};
pub use passage::Passage;
pub use patch::{Patch, patch};
pub use policy::{ChangePolicy, ChangeRule};
pub use ready::{Ready, is_carried, ready};
