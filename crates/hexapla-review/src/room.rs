//! The room.

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use data_encoding::BASE64URL_NOPAD;
use hexapla_model::{Handle, Timestamp};
use hexapla_workspace::Error;
use sha2::{Digest, Sha256};

use crate::access::Role;
use crate::desk::Desk;
use crate::http;
use crate::settle::Acts;
use crate::visitor::Visitor;

/// How a room is opened.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Whom decisions are credited to where the visitor does not say.
    pub handle: Option<Handle>,
    /// What ages are counted to; now where it says nothing.
    pub as_of: Option<Timestamp>,
    /// Whether to look for changes again and again, for file systems that tell nothing.
    pub poll: bool,
}

/// Where translators and editors work on a project.
pub struct Room {
    pub(crate) desk: Arc<Desk>,
    pub(crate) settings: Settings,
    pub(crate) acts: Acts,
    secret: [u8; 32],
}

impl Room {
    /// Opens the room of the project that `start` is in.
    ///
    /// # Errors
    /// Where there is none, its config is broken, or its ledger cannot be read.
    pub fn open(start: &Path, settings: Settings) -> Result<Self, Error> {
        let mut secret = [0; 32];
        getrandom::fill(&mut secret).map_err(|error| Error::Io {
            action: "draw",
            path: "random bytes".into(),
            source: std::io::Error::other(error),
        })?;
        let desk = Arc::new(Desk::open(start, settings.as_of)?);
        Ok(Self { desk, settings, acts: Acts::default(), secret })
    }

    /// The name of the project.
    pub fn project(&self) -> String {
        self.desk.standing().session.name().to_owned()
    }

    /// Follows what changes on disk, until the system does not tell any more.
    ///
    /// # Errors
    /// Where the system refuses.
    pub fn follow(&self) -> Result<(), Error> {
        Desk::follow(&self.desk, self.settings.poll)
    }

    /// What answers over HTTP.
    pub fn router(self: Arc<Self>) -> Router {
        http::router(self)
    }

    /// The one visitor of a room without accounts: may do everything, by the handle that they chose.
    pub(crate) fn only_visitor(&self, chosen: Option<&str>) -> Visitor {
        let chosen = chosen.and_then(|it| it.parse().ok());
        Visitor {
            handle: chosen.or_else(|| self.settings.handle.clone()),
            roles: Role::ALL.into_iter().map(|role| (role, Vec::new())).collect(),
        }
    }

    /// What proves that a form was made for the visitor with this session.
    pub(crate) fn csrf(&self, session: &str) -> String {
        let mut hash = Sha256::new();
        hash.update(self.secret);
        hash.update(session.as_bytes());
        BASE64URL_NOPAD.encode(&hash.finalize())
    }
}
