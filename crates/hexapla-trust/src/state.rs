//! What a client believes, as one file.

use std::collections::BTreeMap;

use hexapla_model::Timestamp;
use serde_json::{Value, json};

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

    /// Reads what [`Self::write`] wrote, and verifies everything again. Nothing counts as expired:
    /// what was believed once is shown until there is something newer.
    ///
    /// # Errors
    /// [`Refusal::State`] where anything is wrong: damage is never taken for "nothing known".
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let state = |why: &dyn std::fmt::Display| Refusal::State(why.to_string());
        let text = std::str::from_utf8(bytes).map_err(|it| state(&it))?;
        let rest = text.strip_prefix(HEAD).ok_or_else(|| state(&"it does not begin as one"))?;
        let (hash, body) = rest.split_once('\n').ok_or_else(|| state(&"it was cut"))?;
        if hash != sha256(body.as_bytes()) {
            return Err(state(&"its SHA-256 differs"));
        }
        let json = Json::read(body.as_bytes()).map_err(|it| state(&it))?;
        replay(&Fields::of("state", &json).map_err(|it| state(&it))?).map_err(|it| state(&it))
    }
}

/// Believes everything again, in the order in which it came.
fn replay(state: &Fields<'_>) -> Result<Trusted, Refusal> {
    let now = Timestamp::from_seconds(BEFORE_ALL);
    let channel = state.parsed("channel", "the name of a channel")?;
    let roots = state.texts("roots")?;
    let (first, later) = roots.split_first().ok_or_else(|| state.wrong("roots", "a root"))?;
    let mut trusted = Trusted::new(channel, first.as_bytes())?;
    for root in later {
        trusted = trusted.take(&Role::Root, root.as_bytes(), now)?;
    }
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
