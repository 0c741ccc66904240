//! What a metadata file leads to.

use crate::envelope::Envelope;
use crate::metadata::{Entry, FileEntry, LocaleFiles, Pointer, Snapshot};
use crate::refusal::Refusal;
use crate::role::Role;

/// The files that a metadata file of a channel leads to: metadata by its name below the channel,
/// content by its place below the store. Nothing is verified: this is for those who keep a store, and
/// never for a client.
///
/// # Errors
/// `format` where `file` is no name of metadata, or the bytes are none.
pub fn names(file: &str, bytes: &[u8]) -> Result<Vec<String>, Refusal> {
    let role = role(file).ok_or_else(|| Refusal::format(file, "it is no metadata"))?;
    let envelope = Envelope::read(file, &role, bytes)?;
    let named = |role: &Role, entry: &Entry| role.file(entry.version);
    match role {
        Role::Root | Role::Targets => Ok(Vec::new()),
        Role::Timestamp => {
            let pointer: Pointer = envelope.content()?;
            Ok(vec![named(&Role::Snapshot, &pointer.snapshot)])
        }
        Role::Snapshot => {
            let snapshot: Snapshot = envelope.content()?;
            let locales = snapshot.locales.iter();
            let locales = locales.map(|(it, entry)| named(&Role::Locale(it.clone()), entry));
            Ok(locales.chain([named(&Role::Targets, &snapshot.targets)]).collect())
        }
        Role::Locale(_) => {
            let locale: LocaleFiles = envelope.content()?;
            Ok(locale.files.values().map(FileEntry::place).collect())
        }
    }
}

/// The role of a file, by its name below the channel.
fn role(file: &str) -> Option<Role> {
    let stem = file.strip_suffix(".json")?;
    if stem == Role::Timestamp.name() {
        return Some(Role::Timestamp);
    }
    let (version, name) = stem.split_once('.')?;
    version.parse::<u64>().ok()?;
    let fixed = [Role::Root, Role::Snapshot, Role::Targets];
    let found = fixed.into_iter().find(|it| it.name() == name);
    found.or_else(|| name.parse().ok().map(Role::Locale))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_told_by_names() {
        assert_eq!(role("timestamp.json"), Some(Role::Timestamp));
        assert_eq!(role("7.snapshot.json"), Some(Role::Snapshot));
        assert_eq!(role("5.es-MX.json").map(|it| it.name().to_owned()), Some("es-MX".to_owned()));
        for file in ["", "timestamp", "snapshot.json", "x.snapshot.json", "7.json", "7..json"] {
            assert_eq!(role(file), None, "{file}");
        }
    }
}
