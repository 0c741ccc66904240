//! The one room with disk and clock.
//!
//! A [`Session`] is an opened project: it reads everything into a snapshot, and commits plans.
//! What it writes is written whole or not at all, behind a lock, and only where every file that a
//! plan was made from is still as it was.

mod again;
mod assemble;
mod audit;
mod clock;
mod collection_reader;
mod config;
mod config_file;
mod config_keys;
mod config_reader;
mod conflict;
mod credit;
mod desk;
mod detect;
mod editor;
mod error;
mod fallbacks;
mod git;
mod history;
mod identity;
mod index;
mod init;
mod keys;
mod layout;
mod ledger_folder;
mod lock;
mod part;
mod pivots;
mod places;
mod publisher;
mod pull;
mod reading;
mod releases;
mod renamed;
mod save;
mod scan;
mod seen;
mod session;
mod shelf;
mod suggestion;
mod survey;
mod sync;
mod text_file;
mod walk;
mod watch;
mod workflows;

pub use audit::Audited;
pub use clock::now;
pub use config::{CollectionConfig, Config};
pub use config_file::schema;
pub use conflict::{Conflict, ResolveError};
pub use credit::{Credit, ParseCreditError};
pub use error::{ConfigProblem, Error};
pub use git::{Range, Version};
pub use history::{Store, history};
pub use init::{Initialised, init};
pub use keys::{Ask, HeldKey, KeyPlan, KeyRole, Keys, KeysError, Purpose, Rotation};
pub use layout::{Layout, LayoutError};
pub use part::Part;
pub use publisher::{PublishError, Published, Publisher, Version as ChannelVersion, prune};
pub use pull::{Delivered, Held, PullError, Pulled, Subscription, pull};
pub use releases::{BuiltRelease, verify_release};
pub use scan::Problem;
pub use seen::Seen;
pub use session::{Loaded, Session};
pub use survey::{Look, Survey};
pub use sync::{Batch as SyncBatch, Committed, Joined, SyncError, SyncWish, Synced};
pub use watch::{Batch, Watcher};
