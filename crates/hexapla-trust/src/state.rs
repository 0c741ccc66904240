//! What a client believes, as one file.

use std::collections::BTreeMap;

use hexapla_model::Timestamp;
use serde_json::{Value, json};

use crate::channel::Channel;
use crate::digest::sha256;
use crate::fields::Fields;
use crate::json::Json;
use crate::refusal::Refusal;
use crate::role::Role;
use crate::trusted::Trusted;

/// What the first line of the file begins with; then comes the SHA-256 of the rest.
const HEAD: &str = "hexapla-trust 1 ";

/// A moment at which nothing has expired yet.
const BEFORE_ALL: i64 = i64::MIN;

impl Trusted {
    /// The text of everything that is believed, as one file to keep. It is written after a whole
    /// round, as an [`Update`](crate::Update) ends: what is between two releases is not read again.
    pub fn write(&self) -> Vec<u8> {
        let roots: Vec<&str> = self.roots.texts().collect();
        let locales: BTreeMap<&str, &str> =
            self.locales.iter().map(|(it, files)| (it.as_str(), files.text.as_str())).collect();
        let online = [Role::Timestamp, Role::Snapshot, Role::Targets];
        let held = |role: &Role| self.text(role).map(|it| (role.name().to_owned(), it.into()));
        let online: serde_json::Map<String, Value> = online.iter().filter_map(held).collect();
        let channel = self.channel.as_str();
        let body =
            json!({ "channel": channel, "roots": roots, "online": online, "locales": locales });
        let body = format!("{body}\n");
        format!("{HEAD}{}\n{body}", sha256(body.as_bytes())).into_bytes()
    }

    /// Reads what [`Self::write`] wrote, and verifies everything again, from the first root that
    /// stands there. Nothing counts as expired: what was believed once is shown until there is
    /// something newer.
    ///
    /// # Errors
    /// [`Refusal::State`] where anything is wrong: damage is never taken for "nothing known".
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        read_body(bytes)
            .and_then(|body| {
                let state = Fields::of(FILE, &body)?;
                let roots = state.texts("roots")?;
                let first = roots.first().ok_or_else(|| state.wrong("roots", "a root"))?;
                let channel = state.parsed("channel", "the name of a channel")?;
                replay(&state, &Self::new(channel, first.as_bytes())?)
            })
            .map_err(unbelievable)
    }

    /// The same for whoever was given a root by a safe way, and believes nothing but that yet: the
    /// chain of roots has to lead through that one. Where the given root is later than all that
    /// stand there, and names other keys, nothing is known but the given root.
    ///
    /// # Errors
    /// [`Refusal::State`] where anything is wrong, or the state is of another channel or root.
    pub fn resume(&self, bytes: &[u8]) -> Result<Self, Refusal> {
        read_body(bytes)
            .and_then(|body| replay(&Fields::of(FILE, &body)?, self))
            .map_err(unbelievable)
    }

    /// Of two states of one channel the one of the later release; `self` where both are of one.
    #[must_use]
    pub fn later(self, other: Self) -> Self {
        let version = |it: &Self| it.pointer().map_or(0, |it| it.head.version);
        let root = |it: &Self| it.root().head.version;
        if root(&self) == root(&other) {
            return if version(&other) > version(&self) { other } else { self };
        }
        let (long, short) = if root(&self) > root(&other) { (self, other) } else { (other, self) };
        if version(&short) <= version(&long) {
            return long;
        }
        // Versions tell what is later only while the longer chain of roots still has the same keys.
        match long.bare().resume(&short.write()) {
            Ok(again) if version(&again) > version(&long) => again,
            _ => long,
        }
    }

    /// What is known when nothing but the roots is.
    pub(crate) fn bare(&self) -> Self {
        let (channel, roots) = (self.channel.clone(), self.roots.clone());
        let locales = BTreeMap::new();
        Self { channel, roots, pointer: None, snapshot: None, targets: None, locales }
    }
}

/// What the state is called in refusals.
const FILE: &str = "state";

/// Why a state is not believed, whatever is wrong with it.
fn unbelievable(why: Refusal) -> Refusal {
    match why {
        Refusal::State(_) => why,
        why => Refusal::State(why.to_string()),
    }
}

fn read_body(bytes: &[u8]) -> Result<Json, Refusal> {
    let state = |why: &dyn std::fmt::Display| Refusal::State(why.to_string());
    let text = std::str::from_utf8(bytes).map_err(|it| state(&it))?;
    let rest = text.strip_prefix(HEAD).ok_or_else(|| state(&"it does not begin as one"))?;
    let (hash, body) = rest.split_once('\n').ok_or_else(|| state(&"it was cut"))?;
    if hash != sha256(body.as_bytes()) {
        return Err(state(&"its SHA-256 differs"));
    }
    Json::read(body.as_bytes()).map_err(|it| state(&it))
}

/// Believes everything again, in the order in which it came, from the root that is given.
fn replay(state: &Fields<'_>, given: &Trusted) -> Result<Trusted, Refusal> {
    let channel: Channel = state.parsed("channel", "the name of a channel")?;
    given.require_channel(FILE, &channel)?;
    let mut trusted = given.clone();
    let mut last = 0;
    for root in state.texts("roots")? {
        (trusted.roots, last) = trusted.roots.follow(root.as_bytes())?;
    }
    if last == 0 {
        return Err(state.wrong("roots", "a root"));
    }
    match replay_online(state, trusted) {
        Err(_) if last < given.root().head.version => Ok(given.clone()),
        replayed => replayed,
    }
}

fn replay_online(state: &Fields<'_>, mut trusted: Trusted) -> Result<Trusted, Refusal> {
    let now = Timestamp::from_seconds(BEFORE_ALL);
    let online = state.object("online")?;
    for role in [Role::Timestamp, Role::Snapshot, Role::Targets] {
        if online.has(role.name()) {
            trusted = trusted.take(&role, online.text(role.name())?.as_bytes(), now)?;
        }
    }
    let locales = state.object("locales")?;
    for (name, _) in locales.values() {
        let locale = name.parse().map_err(|_| locales.wrong(name, "a locale"))?;
        let text = locales.text(name)?;
        trusted = trusted.take(&Role::Locale(locale), text.as_bytes(), now)?;
    }
    Ok(trusted)
}
