//! What a client believes, and how it comes to believe more.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hexapla_model::{Locale, Timestamp};

use crate::authority::Authority;
use crate::channel::Channel;
use crate::envelope::Envelope;
use crate::metadata::{
    Delegation, Entry, FileEntry, LocaleFiles, Metadata, Pointer, Root, Snapshot, Targets,
};
use crate::refusal::Refusal;
use crate::role::Role;
use crate::roots::Roots;
use crate::verified::Verified;

/// What a client believes of a channel: the last verified text of each role, and the roots that led
/// to the present one. A value that never changes: believing more gives a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trusted {
    pub(crate) channel: Channel,
    pub(crate) roots: Roots,
    pub(crate) pointer: Option<Arc<Verified<Pointer>>>,
    pub(crate) snapshot: Option<Arc<Verified<Snapshot>>>,
    pub(crate) targets: Option<Arc<Verified<Targets>>>,
    pub(crate) locales: BTreeMap<Locale, Arc<Verified<LocaleFiles>>>,
}

impl Trusted {
    /// Believes a root that came by a safe way; it has to be signed by its own keys.
    ///
    /// # Errors
    /// Where it is no such root.
    pub fn new(channel: Channel, root: &[u8]) -> Result<Self, Refusal> {
        let (roots, locales) = (Roots::new(root)?, BTreeMap::new());
        Ok(Self { channel, roots, pointer: None, snapshot: None, targets: None, locales })
    }

    /// The channel.
    pub fn channel(&self) -> &Channel {
        &self.channel
    }

    /// The present root.
    pub fn root(&self) -> &Root {
        self.roots.present()
    }

    /// What the pointer says, where one was verified.
    pub fn pointer(&self) -> Option<&Pointer> {
        self.pointer.as_ref().map(|it| &it.content)
    }

    /// The snapshot, where one was verified.
    pub fn snapshot(&self) -> Option<&Snapshot> {
        self.snapshot.as_ref().map(|it| &it.content)
    }

    /// What the release is, where that was verified.
    pub fn targets(&self) -> Option<&Targets> {
        self.targets.as_ref().map(|it| &it.content)
    }

    /// The files of a locale, where those were verified.
    pub fn locale(&self, locale: &Locale) -> Option<&LocaleFiles> {
        self.locales.get(locale).map(|it| &it.content)
    }

    /// Every file of every locale that is held.
    pub fn files(&self) -> impl Iterator<Item = &FileEntry> {
        self.locales.values().flat_map(|it| it.content.files.values())
    }

    /// The last verified text of a role, as it was signed.
    pub fn text(&self, role: &Role) -> Option<&str> {
        match role {
            Role::Root => Some(self.roots.present_text()),
            Role::Timestamp => self.pointer.as_ref().map(|it| it.text.as_str()),
            Role::Snapshot => self.snapshot.as_ref().map(|it| it.text.as_str()),
            Role::Targets => self.targets.as_ref().map(|it| it.text.as_str()),
            Role::Locale(locale) => self.locales.get(locale).map(|it| it.text.as_str()),
        }
    }

    /// Verifies the text of a role at the moment `now`, and believes it.
    ///
    /// The roles come in the order of [`Role`]: each root, the pointer, the snapshot that it names,
    /// what the release is, and the files of locales.
    ///
    /// # Errors
    /// Where it is not believed; what was believed before still is.
    pub fn take(&self, role: &Role, bytes: &[u8], now: Timestamp) -> Result<Self, Refusal> {
        match role {
            Role::Root => self.take_root(bytes),
            Role::Timestamp => self.take_pointer(bytes, now),
            Role::Snapshot => self.take_snapshot(bytes, now),
            Role::Targets => self.take_targets(bytes, now),
            Role::Locale(locale) => self.take_locale(locale, bytes, now),
        }
    }

    fn take_root(&self, bytes: &[u8]) -> Result<Self, Refusal> {
        let roots = self.roots.take(bytes)?;
        if roots.present().signs_like(self.root()) {
            return Ok(Self { roots, ..self.clone() });
        }
        // Whoever had the keys that were replaced may have run ahead.
        Ok(Self { roots, ..self.bare() })
    }

    fn take_pointer(&self, bytes: &[u8], now: Timestamp) -> Result<Self, Refusal> {
        self.root().head.require_fresh(&Role::Root.file(self.root().head.version), now)?;
        let file = Role::Timestamp.to_string();
        let envelope = Envelope::read(&file, &Role::Timestamp, bytes)?;
        envelope.verify(&self.root().timestamp, &self.roots.former_keys())?;
        let content: Pointer = envelope.content()?;
        self.require_channel(&file, &content.channel)?;
        if let Some(known) = &self.pointer {
            require_later(&file, &content, known, bytes)?;
            content.snapshot.require_after(&known.content.snapshot, &Role::Snapshot)?;
        }
        content.head.require_fresh(&file, now)?;
        require_small(&Role::Snapshot, &content.snapshot)?;
        let pointer = Some(Arc::new(Verified::new(content, bytes, &file)?));
        Ok(Self { pointer, ..self.clone() })
    }

    fn take_snapshot(&self, bytes: &[u8], now: Timestamp) -> Result<Self, Refusal> {
        let pointer = self.pointer().ok_or_else(|| missing(&Role::Timestamp))?;
        let file = Role::Snapshot.file(pointer.snapshot.version);
        let authority = &self.root().snapshot;
        let content: Snapshot =
            self.named(&Role::Snapshot, &file, &pointer.snapshot, bytes, authority)?;
        self.require_channel(&file, &content.channel)?;
        if let Some(known) = self.snapshot() {
            content.require_after(known, &file)?;
        }
        for (locale, entry) in &content.locales {
            require_small(&Role::Locale(locale.clone()), entry)?;
        }
        require_small(&Role::Targets, &content.targets)?;
        content.head.require_fresh(&file, now)?;
        let mut next = self.clone();
        next.locales
            .retain(|locale, it| content.locales.get(locale).is_some_and(|entry| it.is(entry)));
        next.snapshot = Some(Arc::new(Verified::new(content, bytes, &file)?));
        Ok(next)
    }

    fn take_targets(&self, bytes: &[u8], now: Timestamp) -> Result<Self, Refusal> {
        let snapshot = self.snapshot().ok_or_else(|| missing(&Role::Snapshot))?;
        let file = Role::Targets.file(snapshot.targets.version);
        let authority = &self.root().targets;
        let content: Targets =
            self.named(&Role::Targets, &file, &snapshot.targets, bytes, authority)?;
        self.require_channel(&file, &content.channel)?;
        let named: BTreeSet<&Locale> = snapshot.locales.keys().collect();
        if let Some(locale) = content.locales.keys().find(|it| !named.contains(it)) {
            return Err(Refusal::mix(&file, format!("no snapshot names its `{locale}.json`")));
        }
        if let Some(locale) = named.iter().find(|it| !content.locales.contains_key(**it)) {
            return Err(Refusal::mix(&file, format!("nobody vouches for `{locale}`")));
        }
        content.head.require_fresh(&file, now)?;
        let mut next = self.clone();
        // Where others vouch for a locale now, its files are verified anew.
        let before = self.targets().map(|it| &it.locales);
        let same =
            |locale: &Locale| before.and_then(|it| it.get(locale)) == content.locales.get(locale);
        next.locales.retain(|locale, _| same(locale));
        next.targets = Some(Arc::new(Verified::new(content, bytes, &file)?));
        Ok(next)
    }

    fn take_locale(&self, locale: &Locale, bytes: &[u8], now: Timestamp) -> Result<Self, Refusal> {
        let role = Role::Locale(locale.clone());
        let entry = self.snapshot().and_then(|it| it.locales.get(locale));
        let delegation = self.targets().and_then(|it| it.locales.get(locale));
        let (Some(entry), Some(delegation)) = (entry, delegation) else {
            return Err(missing(&role));
        };
        let file = role.file(entry.version);
        let content: LocaleFiles = self.named(&role, &file, entry, bytes, &delegation.authority)?;
        self.require_channel(&file, &content.channel)?;
        require_within(&content, delegation)?;
        content.head.require_fresh(&file, now)?;
        let mut next = self.clone();
        next.locales.insert(locale.clone(), Arc::new(Verified::new(content, bytes, &file)?));
        Ok(next)
    }

    /// Metadata that other metadata names: exactly those bytes, signed, of that version.
    fn named<T: Metadata>(
        &self,
        role: &Role,
        file: &str,
        entry: &Entry,
        bytes: &[u8],
        authority: &Authority,
    ) -> Result<T, Refusal> {
        entry.check(file, bytes)?;
        let envelope = Envelope::read(file, role, bytes)?;
        envelope.verify(authority, &self.roots.former_keys())?;
        let content: T = envelope.content()?;
        match content.head().version == entry.version {
            true => Ok(content),
            false => {
                let why = format!("it is of version {}", content.head().version);
                Err(Refusal::mix(file, why))
            }
        }
    }

    pub(crate) fn require_channel(&self, file: &str, found: &Channel) -> Result<(), Refusal> {
        if *found == self.channel {
            return Ok(());
        }
        let (found, expected) = (found.to_string(), self.channel.to_string());
        Err(Refusal::Channel { file: file.to_owned(), found, expected })
    }
}

fn missing(role: &Role) -> Refusal {
    Refusal::Missing(role.to_string())
}

/// Refuses a version that is lower than the one known, or the same with other bytes.
fn require_later<T: Metadata>(
    file: &str,
    content: &T,
    known: &Verified<T>,
    bytes: &[u8],
) -> Result<(), Refusal> {
    let (found, before) = (content.head().version, known.content.head().version);
    if found < before || found == before && known.text.as_bytes() != bytes {
        return Err(Refusal::Rollback { file: file.to_owned(), found, known: before });
    }
    Ok(())
}

/// Refuses an entry that names more bytes than any such file may have.
fn require_small(role: &Role, entry: &Entry) -> Result<(), Refusal> {
    let (found, expected) = (entry.length, role.most());
    match found > expected {
        true => Err(Refusal::Length { file: role.to_string(), found, expected }),
        false => Ok(()),
    }
}

/// Refuses files for which the locale's keys do not vouch.
fn require_within(content: &LocaleFiles, delegation: &Delegation) -> Result<(), Refusal> {
    let strayed = content.files.keys().find(|it| !delegation.depths.contains(&it.depth()));
    match strayed {
        Some(path) => Err(Refusal::Path(format!(
            "`{path}` lies deeper than where the keys of `{}` vouch for files",
            content.locale
        ))),
        None => Ok(()),
    }
}
