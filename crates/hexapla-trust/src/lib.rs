//! Who may say what is released: signed metadata, verified and written.
//!
//! The metadata is that of [The Update Framework](https://theupdateframework.io) (TUF 1.0), as
//! `docs/delivery-format.md` fixes it.
//!
//! * [`Trusted`] is what a client believes, a value: [`Trusted::take`] verifies one more text, and
//!   gives a new value or a [`Refusal`].
//! * [`Update`] is one round of a client: it says what to fetch next, and ends in a new `Trusted`
//!   and the verified list of files.
//! * [`sign`] writes the metadata; a [`sign::SecretKey`] signs it. A client that signs
//!   nothing leaves out what keys in files need, by `default-features = false`.
//!
//! Nothing here knows a disk, a clock or a network.

mod authority;
mod channel;
mod digest;
mod envelope;
mod fields;
mod json;
mod key;
mod metadata;
mod names;
mod path;
mod refusal;
mod role;
mod roots;
pub mod sign;
mod state;
mod trusted;
mod update;
mod verified;

pub use authority::Authority;
pub use channel::{Channel, ParseChannelError};
pub use digest::sha256;
pub use hexapla_model::{Locale, Timestamp, lookup};
pub use key::{KeyId, PublicKey};
pub use metadata::{
    Count, Coverage, Delegation, Entry, FileEntry, Head, LocaleFiles, Pointer, Root, Snapshot,
    Targets,
};
pub use names::names;
pub use path::{Collision, PathError, ReleasePath, collision};
pub use refusal::Refusal;
pub use role::Role;
pub use roots::Roots;
pub use trusted::Trusted;
pub use update::{Update, Updated, Want, Wanted};
