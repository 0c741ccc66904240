//! Who may enter, and what they may do here.

mod admin;
mod invited;
mod signing;
mod tokens;
mod weight;

pub(crate) use admin::{change, invite, page};
pub(crate) use invited::{invite_page, redeem};
pub(crate) use signing::{ask_to_sign_in, door, sign_in, sign_in_page, sign_out};
pub(crate) use tokens::{change_tokens, tokens};
pub use weight::counts_for_less;
