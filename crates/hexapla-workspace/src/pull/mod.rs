//! Releases to a downstream folder.
//!
//! A release is [copied](pull) from a folder of releases, or [pulled](Subscription) from a channel of a
//! store, where every signature is verified. Either way it takes its [place](place::Place) in one step.

mod copied;
mod error;
mod place;
mod subscription;
mod tree;

pub use copied::{Pulled, pull};
pub use error::PullError;
pub use subscription::{Delivered, Held, Subscription};

/// The file of a pulled release that holds what is believed. It lies within the folder, so that both
/// change in one step; no file of a release begins with a dot.
pub(crate) const STATE: &str = ".hexapla-trust";
