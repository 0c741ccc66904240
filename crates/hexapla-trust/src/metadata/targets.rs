//! What a release is.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_model::{Locale, Timestamp};

use super::{Head, Metadata, OWN, channel};
use crate::authority::{Authority, Keys};
use crate::channel::Channel;
use crate::digest::is_sha256;
use crate::fields::Fields;
use crate::json::Json;
use crate::refusal::Refusal;
use crate::role::Role;

/// What `N.targets.json` says: what the release is, and who vouches for each locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Targets {
    /// Its version, and until when it is good.
    pub head: Head,
    /// The channel.
    pub channel: Channel,
    /// The name of the project.
    pub name: String,
    /// The id of the release: the SHA-256 of its manifest, in hexadecimal.
    pub release: String,
    /// The moment that ages were counted to.
    pub as_of: Timestamp,
    /// The channels whose gates were passed.
    pub channels: Vec<String>,
    /// Who vouches for each locale.
    pub locales: BTreeMap<Locale, Delegation>,
}

/// Who vouches for the files of a locale, and which those can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    /// Whose signatures count.
    pub authority: Authority,
    /// How many folders the files may lie in, the locale's own among them: 1 for `es/*`, 2 for
    /// `es/*/*`.
    pub depths: BTreeSet<usize>,
}

/// The most folders that a file may lie in.
const DEEPEST: usize = 64;

impl Delegation {
    fn json(&self, locale: &Locale) -> Json {
        let pattern = |depth: &usize| Json::text(format!("{locale}{}", "/*".repeat(*depth)));
        let [ids, threshold] = self.authority.entries();
        Json::object([
            ids,
            threshold,
            ("name", Json::text(locale.as_str())),
            ("paths", Json::Array(self.depths.iter().map(pattern).collect())),
            ("terminating", Json::Bool(true)),
        ])
    }

    fn read(fields: &Fields<'_>, keys: &Keys) -> Result<(Locale, Self), Refusal> {
        let locale: Locale = fields.parsed("name", "a locale")?;
        if !fields.flag("terminating")? {
            return Err(fields.wrong("terminating", "`true`"));
        }
        let depth = |pattern: &str| {
            let folders = pattern.strip_prefix(locale.as_str())?;
            let depth = folders.len() / 2;
            let fits = folders == "/*".repeat(depth) && (1..=DEEPEST).contains(&depth);
            fits.then_some(depth)
        };
        let depths: Option<BTreeSet<usize>> =
            fields.texts("paths")?.into_iter().map(depth).collect();
        let depths = depths.ok_or_else(|| fields.wrong("paths", &format!("`{locale}/*`")))?;
        Ok((locale, Self { authority: Authority::read(fields, keys)?, depths }))
    }
}

impl Metadata for Targets {
    fn role(&self) -> Role {
        Role::Targets
    }

    fn head(&self) -> Head {
        self.head
    }

    fn entries(&self) -> Vec<(&'static str, Json)> {
        let delegations = Json::object([
            ("keys", Keys::json(self.locales.values().map(|it| &it.authority))),
            ("roles", Json::Array(self.locales.iter().map(|(it, to)| to.json(it)).collect())),
        ]);
        let own = Json::object([
            ("as_of", Json::text(self.as_of.to_string())),
            ("channel", Json::text(self.channel.as_str())),
            ("channels", Json::Array(self.channels.iter().map(Json::text).collect())),
            ("name", Json::text(&self.name)),
            ("release", Json::text(&self.release)),
        ]);
        vec![("delegations", delegations), ("targets", Json::Object(BTreeMap::new())), (OWN, own)]
    }

    fn read(signed: &Fields<'_>, _: &Role, head: Head) -> Result<Self, Refusal> {
        if signed.object("targets")?.values().next().is_some() {
            return Err(signed.wrong("targets", "no file, since each belongs to a locale"));
        }
        let own = signed.object(OWN)?;
        let release = own.text("release")?;
        if !is_sha256(release) {
            return Err(own.wrong("release", "64 hexadecimal digits"));
        }
        Ok(Self {
            head,
            channel: channel(signed)?,
            name: own.text("name")?.to_owned(),
            release: release.to_owned(),
            as_of: own.parsed("as_of", "a time such as 2026-03-12T09:00:00Z")?,
            channels: own.texts("channels")?.into_iter().map(str::to_owned).collect(),
            locales: delegations(signed)?,
        })
    }
}

fn delegations(signed: &Fields<'_>) -> Result<BTreeMap<Locale, Delegation>, Refusal> {
    let delegations = signed.object("delegations")?;
    let keys = Keys::read(&delegations.object("keys")?)?;
    let mut found = BTreeMap::new();
    for fields in delegations.array_of_objects("roles")? {
        let (locale, delegation) = Delegation::read(&fields, &keys)?;
        if found.insert(locale, delegation).is_some() {
            return Err(delegations.wrong("roles", "each locale once"));
        }
    }
    Ok(found)
}
