//! Stores, and how a release gets there whole or not at all.
//!
//! A [`Store`] holds named bytes: in a [`Folder`], a [`Bucket`], behind a URL ([`Http`], only to
//! read), in [`Memory`]; [`open`] finds the one that an address means. [`publish`] puts a release
//! there, [`prune`] removes what none names any more, and [`compress`] makes what is put beside content.
//! Nothing here knows what is in the files: who calls makes and verifies them.
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

mod bucket;
mod compress;
mod condemned;
mod error;
mod folder;
mod habits;
mod http;
mod layout;
mod lease;
mod memory;
mod name;
mod open;
mod patient;
mod probe;
mod prune;
mod publish;
mod send;
mod store;
mod world;

pub use bucket::Bucket;
pub use compress::{Compressed, compress};
pub use error::Error;
pub use folder::Folder;
pub use habits::Habits;
pub use http::{Fetched, Http};
pub use memory::Memory;
pub use name::Name;
pub use open::open;
pub use prune::{Names, Pruned, prune};
pub use publish::{Base, File, Files, Make, Published, publish};
pub use store::{Conditions, Entry, Object, Outcome, Store, Version};
pub use world::World;
