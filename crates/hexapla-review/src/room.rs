//! The room.

use std::collections::BTreeSet;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::available_parallelism;
use std::time::Duration;

use axum::Router;
use data_encoding::BASE64URL_NOPAD;
use hexapla_model::{Handle, Timestamp, phrase};
use hexapla_people::{Account, Accounts, ProgramToken, Secret};
use hexapla_workspace::{Ask, now};
use sha2::{Digest, Sha256};
use tokio::runtime::Handle as Runtime;
use tokio::sync::{Semaphore, watch};

use crate::answer::Answer;
use crate::asked::Asked;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::pace::Pace;
use crate::revision::Revisions;
use crate::routes::{Route, Verb};
use crate::settle::Acts;
use crate::sync::Syncs;
use crate::visitor::{Standing, Visitor};
use crate::{http, page, people};

/// How a room is opened.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Whom decisions are credited to where the visitor does not say.
    pub handle: Option<Handle>,
    /// What ages are counted to; now where it says nothing.
    pub as_of: Option<Timestamp>,
    /// Whether to look for changes again and again, for file systems that tell nothing.
    pub poll: bool,
    /// The file of accounts; none where whoever opens the room may do everything.
    pub accounts: Option<PathBuf>,
    /// The header by which a server in front of the room says who asks, by handle: nobody else may
    /// reach the room.
    pub proxy_header: Option<String>,
    /// Whether everybody asks over TLS, by a server in front of the room: then cookies are for TLS alone, as
    /// they are for whoever that server says so of by `X-Forwarded-Proto: https`.
    pub secure: bool,
    /// Whether badges, which tell only numbers, are for everybody.
    pub public_badges: bool,
    /// Where releases are published to; none where the room does not publish.
    pub publishing: Option<Publishing>,
    /// How often the project is brought up to date with its repository by itself, where it is: pages say
    /// so, and [`Room::keep_synced`] does it.
    pub sync_every: Option<Duration>,
}

/// Where releases are published to, and who signs.
#[derive(Clone, Debug)]
pub struct Publishing {
    /// The address of the store.
    pub store: String,
    /// The folder of the keys.
    pub keys: PathBuf,
    /// What gives the passphrases of keys that have one.
    pub ask: Ask,
}

/// Why a room is not opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The project cannot be read.
    #[error(transparent)]
    Project(#[from] hexapla_workspace::Error),
    /// The accounts cannot be read.
    #[error(transparent)]
    People(#[from] hexapla_people::Error),
    /// The system gives no random bytes.
    #[error("the system gives no random bytes: {0}")]
    Randomness(String),
}

/// How many pages may take long without holding up the others.
const LONG: usize = 2;

/// Where translators and editors work on a project.
pub struct Room {
    pub(crate) desk: Arc<Desk>,
    pub(crate) settings: Settings,
    pub(crate) acts: Acts,
    /// The places for those who look: as many as get something done at the same time, and some more,
    /// since a few pages take long.
    pub(crate) places: Arc<Semaphore>,
    pub(crate) syncs: Syncs,
    /// Who made the revisions that were shown.
    pub(crate) revisions: Revisions,
    accounts: Option<Accounts>,
    pace: Pace,
    /// How many passwords are tried at once: each takes much memory and time, on purpose.
    trying: Mutex<()>,
    /// How often a claim was made, released or ended.
    claims: Arc<watch::Sender<u64>>,
    /// The moments at which it will be told that a claim has ended.
    ends: Arc<Mutex<BTreeSet<Timestamp>>>,
    secret: [u8; 32],
}

impl Room {
    /// Opens the room of the project that `start` is in.
    ///
    /// # Errors
    /// Where there is none, its config is broken, or its ledger cannot be read.
    pub fn open(start: &Path, settings: Settings) -> Result<Self, OpenError> {
        let mut secret = [0; 32];
        getrandom::fill(&mut secret).map_err(|error| OpenError::Randomness(error.to_string()))?;
        let accounts = settings.accounts.as_deref().map(Accounts::open).transpose()?;
        let desk = Arc::new(Desk::open(start, settings.as_of)?);
        let (acts, syncs, trying) = (Acts::default(), Syncs::default(), Mutex::default());
        let (pace, claims) = (Pace::default(), Arc::new(watch::Sender::new(0)));
        let cores = available_parallelism().map_or(1, NonZero::get);
        let places = Arc::new(Semaphore::new(cores + LONG));
        let ends = Arc::default();
        Ok(Self {
            desk,
            settings,
            acts,
            syncs,
            revisions: Revisions::default(),
            places,
            accounts,
            pace,
            trying,
            claims,
            ends,
            secret,
        })
    }

    /// The name of the project.
    pub fn project(&self) -> String {
        self.desk.standing().session.name().to_owned()
    }

    /// Follows what changes on disk, until the system does not tell any more.
    ///
    /// # Errors
    /// Where the system refuses.
    pub fn follow(&self) -> Result<(), hexapla_workspace::Error> {
        Desk::follow(&self.desk, self.settings.poll)
    }

    /// What answers over HTTP.
    pub fn router(self: Arc<Self>) -> Router {
        http::router(self)
    }

    /// Whether one has to sign in.
    pub(crate) fn has_accounts(&self) -> bool {
        self.accounts.is_some()
    }

    /// The accounts.
    ///
    /// # Errors
    /// Where the room has none.
    pub(crate) fn accounts(&self) -> Result<&Accounts, Failure> {
        self.accounts.as_ref().ok_or_else(|| {
            Failure::not_found(phrase!("this room has no accounts"))
                .with_hint(phrase!("`hexapla people add HANDLE --role admin` makes the first"))
        })
    }

    /// Whether programs may show tokens: not where a server in front says who asks, which then has the last
    /// word on who is let in.
    pub(crate) fn takes_tokens(&self) -> bool {
        self.accounts.is_some() && self.settings.proxy_header.is_none()
    }

    /// The accounts, which may have tokens.
    ///
    /// # Errors
    /// Where the room takes none.
    pub(crate) fn token_holders(&self) -> Result<&Accounts, Failure> {
        if self.accounts.is_some() && !self.takes_tokens() {
            return Err(Failure::not_found("this room takes no tokens")
                .with_hint("a server in front of it says who asks: make one there"));
        }
        self.accounts()
    }

    /// Tells of every claim that is made, released or ended from now on.
    pub(crate) fn claims(&self) -> watch::Receiver<u64> {
        self.await_ends();
        self.claims.subscribe()
    }

    /// A claim was made or released.
    pub(crate) fn tell_claims(&self) {
        self.claims.send_modify(|it| *it += 1);
        self.await_ends();
    }

    /// Tells of each claim that holds once it has ended, as long as anybody answers here. A claim that was
    /// released or renewed meanwhile is told of once more than it had to be.
    fn await_ends(&self) {
        let (Some(accounts), Ok(runtime)) = (&self.accounts, Runtime::try_current()) else {
            return;
        };
        let now = now();
        // Who asks for a page is told what is wrong with the file.
        for end in accounts.claims_end(now).unwrap_or_default() {
            if !self.ends.lock().unwrap_or_else(PoisonError::into_inner).insert(end) {
                continue;
            }
            let (claims, ends) = (Arc::clone(&self.claims), Arc::clone(&self.ends));
            let seconds = u64::try_from(end.as_seconds() - now.as_seconds()).unwrap_or(0);
            runtime.spawn(async move {
                // One more, since the clock was at some part of a second.
                tokio::time::sleep(Duration::from_secs(seconds + 1)).await;
                ends.lock().unwrap_or_else(PoisonError::into_inner).remove(&end);
                claims.send_modify(|it| *it += 1);
            });
        }
    }

    /// Does something with a password, one after the other.
    pub(crate) fn trying<T>(&self, what: impl FnOnce() -> T) -> T {
        let _one = self.trying.lock().unwrap_or_else(PoisonError::into_inner);
        what()
    }

    /// The answer to what was asked: to whom it is for, where it was sent by their own form.
    pub(crate) fn answer(&self, route: &Route, mut asked: Asked, is_form: bool) -> Answer {
        let given = self.recognise(route, &mut asked).and_then(|()| {
            self.admit(&asked)?;
            // No page of another site makes a browser show a token.
            let is_form = is_form && !asked.visitor.is_program;
            if is_form && asked.bearer.is_none() && route.is_shut(&asked) {
                return people::ask_to_sign_in(&asked, true);
            }
            if is_form && asked.form.get("csrf") != Some(&asked.csrf) {
                let hint = phrase!("reload the page and send it again: what you typed is kept");
                let message = phrase!("this form was made for another visit");
                return route.not_ours(self, &asked, Failure::forbidden(message).with_hint(hint));
            }
            route.answer(self, &asked)
        });
        given.unwrap_or_else(|failure| page::refusal(self, &asked, &failure))
    }

    /// Lets somebody ask who does not ask too often. Whoever sits at the machine may; who is not signed in is
    /// told from others by where they ask from, unless that is a server in front, which sees to it.
    fn admit(&self, asked: &Asked) -> Result<(), Failure> {
        match (&asked.visitor.standing, &asked.visitor.handle, asked.peer) {
            (Standing::Member(_), Some(handle), _) => self.pace.admit(handle.as_str()),
            (Standing::Stranger, _, Some(peer)) if !peer.is_loopback() => {
                self.pace.admit(&peer.to_string())
            }
            _ => Ok(()),
        }
    }

    /// Finds out who asks.
    fn recognise(&self, route: &Route, asked: &mut Asked) -> Result<(), Failure> {
        let Some(accounts) = &self.accounts else {
            let chosen = asked.chosen.as_deref().and_then(|it| it.parse().ok());
            let handle = chosen.or_else(|| self.settings.handle.clone());
            asked.visitor = Visitor { handle, standing: Standing::Owner, is_program: false };
            return Ok(());
        };
        if let Some((shown, is_in_address)) = route.token(asked) {
            asked.is_api = true;
            let (account, token) =
                self.program(accounts, &shown, is_in_address, route.verb, asked)?;
            // What it did is its own to take back, whatever it keeps of a visit.
            asked.session = format!("{} {}", token.handle, token.name);
            let standing = Standing::Member(account.rights);
            asked.visitor = Visitor { handle: Some(account.handle), standing, is_program: true };
            return Ok(());
        }
        let account = if self.settings.proxy_header.is_some() {
            let named: Option<Handle> = asked.proxied.as_deref().and_then(|it| it.parse().ok());
            let found = named.map(|it| accounts.find(&it)).transpose()?.flatten();
            found.filter(|it| it.disabled.is_none())
        } else {
            let token = asked.sign_in.as_deref().and_then(|it| it.parse().ok());
            let found = token.map(|it| accounts.signed_in(&it, now())).transpose()?.flatten();
            found.map(|it| {
                asked.csrf = it.csrf.reveal().to_owned();
                it.account
            })
        };
        if let Some(account) = account {
            let standing = Standing::Member(account.rights);
            asked.visitor = Visitor { handle: Some(account.handle), standing, is_program: false };
        }
        Ok(())
    }

    /// Whose token a program shows, where that does for how it asks.
    fn program(
        &self,
        accounts: &Accounts,
        shown: &Secret,
        is_in_address: bool,
        verb: Verb,
        asked: &Asked,
    ) -> Result<(Account, ProgramToken), Failure> {
        if !self.takes_tokens() {
            return Err(Failure::new(401, "this room takes no tokens")
                .with_hint("a server in front of it says who asks"));
        }
        // All who come by a server in front have one address.
        let peer = asked.peer.filter(|it| !it.is_loopback());
        let caller = peer.map_or_else(|| "in front".to_owned(), |it| it.to_string());
        let (account, token) = match accounts.by_token(shown.reveal(), &caller, now()) {
            Ok(known) => known,
            Err(error) => {
                self.admit(asked)?;
                return Err(error.into());
            }
        };
        if !token.reads_only && is_in_address {
            return Err(Failure::forbidden(
                "this token may do more than read, so it stands in no address",
            )
            .with_hint(
                "make one that only reads, and remove this one where others may have seen it",
            ));
        }
        if token.reads_only && verb != Verb::Get {
            return Err(Failure::forbidden("this token only reads")
                .with_hint("make one that may do all that its account may"));
        }
        Ok((account, token))
    }

    /// What proves that a form was made for the visitor with this session.
    pub(crate) fn csrf(&self, session: &str) -> String {
        let mut hash = Sha256::new();
        hash.update(self.secret);
        hash.update(session.as_bytes());
        BASE64URL_NOPAD.encode(&hash.finalize())
    }
}
