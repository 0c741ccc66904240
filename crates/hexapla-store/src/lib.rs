//! Stores, and how a release gets there whole or not at all.
//!
//! A [`Store`] holds named bytes: in a [`Folder`], a [`Bucket`], behind a URL ([`Http`], only to
//! read), in [`Memory`]; [`open`] finds the one that an address means. [`publish`] puts a release
//! there, [`prune`] removes what none names any more, and [`compress`] makes what is put beside content.
//! Nothing here knows what is in the files: who calls makes and verifies them. A client that only reads
//! folders and URLs leaves out the features `bucket` and `publish`.
//!
//! ```
//! use hexapla_store::{Memory, Name, Outcome, Store};
//!
//! let store = Memory::new(|| 0);
//! let name = Name::new("stable/7.snapshot.json")?;
//! assert_eq!(store.create(&name, b"{}")?, Outcome::Written);
//! assert_eq!(store.create(&name, b"[]")?, Outcome::Kept);
//! # Ok::<(), hexapla_store::Error>(())
//! ```

#[cfg(feature = "bucket")]
mod bucket;
#[cfg(feature = "publish")]
mod compress;
#[cfg(feature = "publish")]
mod condemned;
mod error;
mod folder;
#[cfg(feature = "publish")]
mod habits;
mod http;
#[cfg(feature = "publish")]
mod layout;
#[cfg(feature = "publish")]
mod lease;
mod memory;
mod name;
mod open;
#[cfg(feature = "publish")]
mod patient;
#[cfg(feature = "publish")]
mod probe;
#[cfg(feature = "publish")]
mod prune;
#[cfg(feature = "publish")]
mod publish;
#[cfg(feature = "publish")]
mod send;
mod store;
#[cfg(feature = "publish")]
mod world;

#[cfg(feature = "bucket")]
pub use bucket::Bucket;
#[cfg(feature = "publish")]
pub use compress::{Compressed, compress};
pub use error::Error;
pub use folder::Folder;
#[cfg(feature = "publish")]
pub use habits::Habits;
pub use http::{Fetched, Http};
pub use memory::Memory;
pub use name::Name;
pub use open::{open, open_within};
#[cfg(feature = "publish")]
pub use prune::{Names, Pruned, prune};
#[cfg(feature = "publish")]
pub use publish::{Base, File, Files, Make, Published, publish};
pub use store::{Conditions, Entry, Object, Outcome, Store, Version};
#[cfg(feature = "publish")]
pub use world::World;
