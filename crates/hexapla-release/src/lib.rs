//! Releases: what downstream sites get, and how it is verified.
//!
//! A release is a set of files and a [`Manifest`] that names each with its length and SHA-256.
//! The manifest's own hash is the release's [`ReleaseId`]: same content, same id, same bytes.
//!
//! [`build`] makes a release of files; [`Manifest::read`] and [`Manifest::check`] are the
//! verifying half. All are pure functions.

mod build;
mod difference;
mod manifest;
mod publication;
mod record;
mod sidecar;

pub use build::{Header, Release, ReleaseFile, build};
pub use difference::{Change, Files, UnitChange};
pub use hexapla_trust::{PathError, ReleasePath};
pub use manifest::{Coverage, FileEntry, Manifest, ManifestError, ReleaseId, VerifyError};
pub use publication::{Lifetimes, Publication, Signers};
pub use sidecar::{SIDECAR, UnitEntry};

/// The name of the manifest's file in a release.
pub const MANIFEST: &str = "manifest.json";
