//! Who may enter the review room of a project, and what they may do there.
//!
//! * an [`Account`] is a person whom the room knows by a [`Handle`]: the `by` of what they attest;
//! * its [`Rights`] are [`Role`]s, called as workflows call them, and the locales they hold in;
//! * an [`Invite`] lets one person make an account;
//! * a [`SignIn`] is one browser that somebody has shown a [`Password`] on; it is known by a [`Token`];
//! * a [`ProgramToken`] lets a program in without a password;
//! * a [`ClaimOnUnit`] tells the others that somebody is working there.
//!
//! [`Accounts`] holds all of that in one SQLite file, which several processes may have open at once.
//! Time is an input; chance is drawn inside. What is secret is a [`Secret`], which shows itself to
//! nobody who does not say [`Secret::reveal`], and the file holds only hashes of it.
//!
//! ```
//! use hexapla_people::{Accounts, Password, Rights, Role, Timestamp};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! let accounts = Accounts::open(&folder.path().join("room.sqlite"))?;
//! let (handle, now) = ("mara".parse()?, Timestamp::from_seconds(0));
//! let password = Password::new("correct horse battery", &handle)?;
//! let rights = Rights { roles: [Role::Translator].into(), locales: ["es".parse()?].into() };
//! accounts.create(&handle, "Mara", &rights, &password, now)?;
//!
//! let mara = accounts.verify(&handle, "correct horse battery", "192.0.2.7", now)?;
//! let token = accounts.sign_in(&mara.handle, now)?;
//! let signed_in = accounts.signed_in(&token, now)?.expect("a browser that is known");
//! assert!(signed_in.account.rights.may(Role::Translator, &"es".parse()?));
//! # Ok(())
//! # }
//! ```

mod account;
mod accounts;
mod claim;
mod column;
mod cost;
mod error;
mod fault;
mod file;
mod invite;
mod password;
mod program;
mod rights;
mod role;
mod secret;
mod sign_in;
mod throttle;
mod token;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod sample;

pub use account::Account;
pub use accounts::Accounts;
pub use claim::ClaimOnUnit;
pub use error::Error;
pub use hexapla_model::{Handle, Locale, Timestamp};
pub use invite::Invite;
pub use password::{Password, PasswordError};
pub use program::ProgramToken;
pub use rights::Rights;
pub use role::{ParseRoleError, Role};
pub use secret::Secret;
pub use sign_in::SignIn;
pub use token::{ParseTokenError, Token};
