//! What may deceive a reader or run code.

mod bidi;
mod invisible;
mod markup;
mod mixed_script;

pub(crate) use bidi::bidi;
pub(crate) use invisible::invisible;
pub(crate) use markup::links_and_tags;
pub(crate) use mixed_script::mixed_script;
