//! Shows the translations of a store: pulls a release, verifies it whole, and only then shows it.
//! Whatever fails, the last verified release stays.
//!
//! * A [`Source`] is where releases come from: a folder or a URL, none of whose answers is believed.
//! * A [`Client`] keeps the last verified release, gives out its texts, and [asks](Client::update) for
//!   a newer one when it is told to. It may be shared between threads.
//! * A [`Refusal`] says why something is not believed, by the same names in every client; see
//!   `docs/delivery-format.md`.
//!
//! ```no_run
//! use std::time::Duration;
//! use hexapla_client::{Client, Options, Source};
//!
//! let source = Source::open("https://l10n.example.org", Duration::from_secs(15))?;
//! let options = Options {
//!     cache: Some("/var/lib/site/l10n".into()),
//!     ..Options::new(source, std::fs::read("1.root.json")?)
//! };
//! let client = Client::open(options)?;
//! // Where it is refused, the release that was shown before still is, and `status` tells its age.
//! let refused = client.update().err().map(|refusal| refusal.name());
//! let locale = client.negotiate(&["es-MX", "en"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod cache;
mod client;
mod copy;
mod each;
mod lock;
mod negotiate;
mod number;
mod options;
mod release;
mod resource;
mod source;
mod status;

pub use client::Client;
pub use hexapla_trust::{Channel, FileEntry, Locale, Refusal, Timestamp, Wanted};
pub use negotiate::negotiate;
pub use number::add_numbers;
pub use options::Options;
pub use source::Source;
pub use status::Status;

/// The examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
