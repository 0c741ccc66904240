//! Who may enter, and what they may do here.

mod admin;
mod invited;
mod signing;

pub(crate) use admin::{change, invite, page};
pub(crate) use invited::{invite_page, redeem};
pub(crate) use signing::{ask_to_sign_in, sign_in, sign_in_page, sign_out};
