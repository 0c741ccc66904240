//! The one room with disk and clock.
//!
//! A [`Session`] is an opened project: it reads everything into a snapshot, and commits plans.
//! What it writes is written whole or not at all, behind a lock, and only where every file that a
//! plan was made from is still as it was.

mod clock;
mod config;
mod config_file;
mod error;
mod init;
mod layout;
mod lock;
mod pull;
mod releases;
mod save;
mod scan;
mod session;
mod watch;

pub use clock::now;
pub use config::{CollectionConfig, Config};
pub use config_file::schema;
pub use error::{ConfigProblem, Error};
pub use init::{Initialised, init};
pub use layout::{Layout, LayoutError};
pub use pull::{Pulled, pull};
pub use releases::verify_release;
pub use scan::Problem;
pub use session::{Loaded, Session};
pub use watch::{Batch, Watcher};
