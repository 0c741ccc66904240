//! Which files of a store are given out, by their names alone: `docs/delivery-format.md`.

use hexapla_store::Name;
use hexapla_trust::{Channel, Locale, ReleasePath, Role};

/// A file of a store that clients read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    /// Where it lies below the store.
    pub(crate) name: Name,
    /// What it is.
    pub(crate) kind: Kind,
}

/// What a file of a store is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The pointer of a channel, the only file that is ever replaced.
    Pointer,
    /// Signed metadata, which has a version in its name.
    Metadata,
    /// Content, which has its SHA-256 in its name.
    Content,
}

impl Address {
    /// The file of this name; nothing where no such name is in the format, as of notes among
    /// publishers, hidden files, and whatever else lies in a folder.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let kind = Kind::of(name)?;
        Name::new(name).ok().map(|name| Self { name, kind })
    }
}

impl Kind {
    fn of(name: &str) -> Option<Self> {
        let (folder, rest) = name.split_once('/')?;
        if folder == "targets" {
            return is_content(rest).then_some(Self::Content);
        }
        folder.parse::<Channel>().ok()?;
        if rest == Role::Timestamp.file(0) {
            return Some(Self::Pointer);
        }
        is_metadata(rest).then_some(Self::Metadata)
    }
}

/// `7.snapshot.json`, `5.es-MX.json`
fn is_metadata(file: &str) -> bool {
    let parts = file.strip_suffix(".json").and_then(|it| it.split_once('.'));
    let Some((version, role)) = parts else { return false };
    let counts = version.parse::<u64>().is_ok_and(|it| it.to_string() == version);
    let fixed = [Role::Root, Role::Snapshot, Role::Targets].iter().any(|it| it.name() == role);
    counts && (fixed || role.parse::<Locale>().is_ok_and(|it| it.as_str() == role))
}

/// `es/pages/<sha256>.about.md`
fn is_content(path: &str) -> bool {
    let file = path.rsplit_once('/').and_then(|(folder, it)| Some((folder, it.split_once('.')?)));
    let Some((folder, (hash, name))) = file else { return false };
    let hexadecimal = |it: u8| it.is_ascii_digit() || (b'a'..=b'f').contains(&it);
    let hashed = hash.len() == 64 && hash.bytes().all(hexadecimal);
    hashed && format!("{folder}/{name}").parse::<ReleasePath>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_the_format_are_given_out() {
        let hash = "0123456789abcdef".repeat(4);
        let kind = |name: &str| Address::of(name).map(|it| it.kind);
        assert_eq!(kind("stable/timestamp.json"), Some(Kind::Pointer));
        for name in ["1.root.json", "7.snapshot.json", "7.targets.json", "12.es-MX.json"] {
            assert_eq!(kind(&format!("v2-beta/{name}")), Some(Kind::Metadata), "{name}");
        }
        for name in ["es/HASH.ui.ftl", "es/HASH.ui.ftl.br", "zh-Hant/a/b/HASH.página 1.md"] {
            let name = format!("targets/{}", name.replace("HASH", &hash));
            assert_eq!(kind(&name), Some(Kind::Content), "{name}");
        }
        for name in [
            "",
            "lease.json",
            "condemned.json",
            "probe-0123456789abcdef0123456789abcdef.json",
            ".lock",
            "stable",
            "stable/",
            "stable/lease.json",
            "stable/.timestamp.json",
            "stable/01.root.json",
            "stable/1.Root.json",
            "stable/-1.root.json",
            "stable/1.es-mx.json",
            "stable/1.root.json.gz",
            "stable/x/timestamp.json",
            "Stable/timestamp.json",
            "targets/timestamp.json",
            "targets/HASH.ui.ftl",
            "targets/es/HASH",
            "targets/es/HASH.",
            "targets/es/HASH..ftl",
            "targets/es/../HASH.ui.ftl",
            "targets/es/.git/HASH.ui.ftl",
            "targets/es\\HASH.ui.ftl",
            "targets/es/HASH.a\0b",
            "targets/es/ui.ftl",
            "targets//HASH.ui.ftl",
        ] {
            assert_eq!(kind(&name.replace("HASH", &hash)), None, "{name}");
        }
    }
}
