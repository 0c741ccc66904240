//! A store behind a URL, which can only be read.

use std::time::Duration;

use ureq::http::{HeaderMap, StatusCode};
use ureq::{Agent, Error as Cause};

use crate::error::Error;
use crate::name::Name;
use crate::open::PATIENCE;
use crate::store::{Conditions, Entry, Object, Outcome, Store, Version};

/// A store that a web server gives out.
#[derive(Debug, Clone)]
pub struct Http {
    agent: Agent,
    base: String,
}

/// What came of asking for an object that may be known already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    /// There is none.
    Missing,
    /// It is in the state that is known.
    Unchanged,
    /// It is in another.
    Object(Object),
}

impl Http {
    /// The store below `http://…` or `https://…`, without user, password, `?` and `#`.
    pub fn open(address: &str) -> Result<Self, Error> {
        let scheme = ["http://", "https://"].iter().find_map(|it| address.strip_prefix(it));
        if !scheme.is_some_and(|rest| !rest.is_empty() && !rest.contains(['@', '?', '#'])) {
            return Err(Error::address(address, "it needs the form `https://host/path`"));
        }
        Ok(Self { agent: agent(PATIENCE), base: address.trim_end_matches('/').to_owned() })
    }

    /// The same store, of which no request may take longer, body and all.
    pub fn within(self, patience: Duration) -> Self {
        Self { agent: agent(patience), ..self }
    }

    /// The bytes of an object, at most `limit`, unless it still is in the state `known`.
    pub fn fetch(
        &self,
        name: &Name,
        limit: u64,
        known: Option<&Version>,
    ) -> Result<Fetched, Error> {
        let mut request = self.agent.get(self.url(name));
        if let Some(known) = known.filter(|it| !it.0.is_empty()) {
            request = request.header("If-None-Match", &known.0);
        }
        let answer = request.call().map_err(|cause| failure("read", name, &cause))?;
        match answer.status() {
            StatusCode::NOT_FOUND | StatusCode::GONE => return Ok(Fetched::Missing),
            StatusCode::NOT_MODIFIED => return Ok(Fetched::Unchanged),
            StatusCode::OK => {}
            other => return Err(refused(name, other)),
        }
        let version = Version(header(answer.headers(), "etag").unwrap_or_default().to_owned());
        let mut body = answer.into_body();
        // The reader fails where it meets its limit, so one byte more is let through.
        let read = body.with_config().limit(limit.saturating_add(1)).read_to_vec();
        match read {
            Ok(bytes) if bytes.len() as u64 <= limit => {
                Ok(Fetched::Object(Object { bytes, version }))
            }
            Ok(_) | Err(Cause::BodyExceedsLimit(_)) => {
                Err(Error::Long { name: name.to_string(), limit })
            }
            Err(cause) => Err(failure("read", name, &cause)),
        }
    }

    fn url(&self, name: &Name) -> String {
        format!("{}/{}", self.base, name.in_url())
    }

    fn read_only<T>(&self) -> Result<T, Error> {
        Err(Error::ReadOnly(self.base.clone()))
    }
}

impl Store for Http {
    fn get(&self, name: &Name, limit: u64) -> Result<Option<Object>, Error> {
        match self.fetch(name, limit, None)? {
            Fetched::Object(object) => Ok(Some(object)),
            Fetched::Missing | Fetched::Unchanged => Ok(None),
        }
    }

    /// The moment of the last write is not known here, and 0.
    fn look(&self, name: &Name) -> Result<Option<Entry>, Error> {
        let answer = self.agent.head(self.url(name)).call();
        let answer = answer.map_err(|cause| failure("read", name, &cause))?;
        match answer.status() {
            StatusCode::OK => {
                let length =
                    header(answer.headers(), "content-length").and_then(|it| it.parse().ok());
                let length = length.unwrap_or_default();
                Ok(Some(Entry { name: name.clone(), length, modified: 0 }))
            }
            StatusCode::NOT_FOUND | StatusCode::GONE => Ok(None),
            other => Err(refused(name, other)),
        }
    }

    fn put(&self, _: &Name, _: &[u8]) -> Result<(), Error> {
        self.read_only()
    }

    fn create(&self, _: &Name, _: &[u8]) -> Result<Outcome, Error> {
        self.read_only()
    }

    fn replace(&self, _: &Name, _: &[u8], _: &Version) -> Result<Outcome, Error> {
        self.read_only()
    }

    fn list(&self, _: &str) -> Result<Vec<Entry>, Error> {
        self.read_only()
    }

    fn remove(&self, _: &Name) -> Result<(), Error> {
        self.read_only()
    }

    fn conditions(&self) -> Conditions {
        Conditions::Ignored
    }
}

fn agent(patience: Duration) -> Agent {
    let config = Agent::config_builder().timeout_global(Some(patience));
    config.max_redirects(4).http_status_as_error(false).build().into()
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

fn refused(name: &Name, status: StatusCode) -> Error {
    let (name, why) = (name.to_string(), format!("the server says {status}"));
    if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS {
        return Error::Unanswered { act: "read", name, why };
    }
    Error::Refused { act: "read", name, why }
}

fn failure(act: &'static str, name: &Name, cause: &Cause) -> Error {
    Error::Unanswered { act, name: name.to_string(), why: cause.to_string() }
}
