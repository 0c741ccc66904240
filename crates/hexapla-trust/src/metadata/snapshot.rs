//! A snapshot: which versions belong together.

use std::collections::BTreeMap;

use hexapla_model::Locale;

use super::{Entry, Head, Metadata, OWN, channel, own};
use crate::channel::Channel;
use crate::fields::Fields;
use crate::json::Json;
use crate::refusal::Refusal;
use crate::role::Role;

/// What `N.snapshot.json` says: which versions belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Its version, and until when it is good.
    pub head: Head,
    /// The channel.
    pub channel: Channel,
    /// What the release is.
    pub targets: Entry,
    /// The files of each locale.
    pub locales: BTreeMap<Locale, Entry>,
}

impl Snapshot {
    /// What it says of a role that it names.
    pub fn entry(&self, role: &Role) -> Option<&Entry> {
        match role {
            Role::Targets => Some(&self.targets),
            Role::Locale(locale) => self.locales.get(locale),
            Role::Root | Role::Timestamp | Role::Snapshot => None,
        }
    }

    /// Refuses it where something that `known` names is gone or of a lower version. Locales may go
    /// with a new version of `targets.json`.
    pub(crate) fn require_after(&self, known: &Self, file: &str) -> Result<(), Refusal> {
        self.targets.require_after(&known.targets, &Role::Targets)?;
        for (locale, before) in &known.locales {
            let role = Role::Locale(locale.clone());
            match self.locales.get(locale) {
                Some(entry) => entry.require_after(before, &role)?,
                None if self.targets.version > known.targets.version => {}
                None => return Err(Refusal::mix(file, format!("`{role}` is gone"))),
            }
        }
        Ok(())
    }
}

impl Metadata for Snapshot {
    fn role(&self) -> Role {
        Role::Snapshot
    }

    fn head(&self) -> Head {
        self.head
    }

    fn entries(&self) -> Vec<(&'static str, Json)> {
        let locale = |(locale, entry): (&Locale, &Entry)| {
            (Role::Locale(locale.clone()).to_string(), entry.json())
        };
        let targets = (Role::Targets.to_string(), self.targets.json());
        let meta = self.locales.iter().map(locale).chain([targets]).collect();
        vec![("meta", Json::Object(meta)), (OWN, own(&self.channel))]
    }

    fn read(signed: &Fields<'_>, _: &Role, head: Head) -> Result<Self, Refusal> {
        let meta = signed.object("meta")?;
        let targets = Entry::read(&meta.object(&Role::Targets.to_string())?)?;
        let mut locales = BTreeMap::new();
        for named in meta.objects() {
            let (name, entry) = named?;
            if name == Role::Targets.to_string() {
                continue;
            }
            let locale = name.strip_suffix(".json").and_then(|it| it.parse::<Locale>().ok());
            let locale = locale.filter(|it| name.strip_suffix(".json") == Some(it.as_str()));
            let locale = locale.ok_or_else(|| meta.wrong(name, "the file of a locale"))?;
            locales.insert(locale, Entry::read(&entry)?);
        }
        Ok(Self { head, channel: channel(signed)?, targets, locales })
    }
}
