//! Paths within a release.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use icu_normalizer::ComposingNormalizerBorrowed;

/// The path of a file within a release: components separated by `/`, fit for every file system.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReleasePath(String);

/// The text is no path that a release may hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a path that a release may hold")]
pub struct PathError(String);

/// Two paths of one release that cannot both be on some file system.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Collision {
    /// Two files would be one.
    #[error("`{0}` and another file differ only in case or the encoding of accents")]
    Alike(ReleasePath),
    /// A file would lie where a folder, or something reserved, has to be.
    #[error("`{0}` lies where a folder or the manifest has to be")]
    Covered(ReleasePath),
}

/// The first of the paths that collides with another, or with a `reserved` name.
pub fn collision<'a>(
    paths: impl Iterator<Item = &'a ReleasePath>,
    reserved: &[&str],
) -> Option<Collision> {
    let folded: Vec<(&ReleasePath, String)> = paths.map(|it| (it, it.folded())).collect();
    let mut files = BTreeSet::new();
    if let Some((path, _)) = folded.iter().find(|(_, folded)| !files.insert(folded.as_str())) {
        return Some(Collision::Alike((*path).clone()));
    }
    let folders = folded.iter().flat_map(|(_, it)| it.match_indices('/').map(|(at, _)| &it[..at]));
    let taken: BTreeSet<&str> = folders.chain(reserved.iter().copied()).collect();
    let covered = folded.iter().find(|(_, folded)| taken.contains(folded.as_str()));
    covered.map(|(path, _)| Collision::Covered((*path).clone()))
}

/// Names that mean a device on Windows, whatever their extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Names that mean a device on Windows together with a digit.
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

impl ReleasePath {
    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path as a file system sees it that tells neither case nor the encoding of accents.
    pub fn folded(&self) -> String {
        let nfc = ComposingNormalizerBorrowed::new_nfc();
        let upper = nfc.normalize(&self.0).to_uppercase();
        nfc.normalize(&upper.to_lowercase()).into_owned()
    }

    /// How many folders it lies in.
    pub fn depth(&self) -> usize {
        self.0.matches('/').count()
    }
}

impl FromStr for ReleasePath {
    type Err = PathError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const LONGEST: usize = 1024;
        const SHOWN: usize = 200;
        if text.len() <= LONGEST && text.split('/').all(is_plain) {
            Ok(Self(text.to_owned()))
        } else {
            Err(PathError(text.chars().take(SHOWN).collect()))
        }
    }
}

impl fmt::Display for ReleasePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Whether a component is a plain file name everywhere.
fn is_plain(name: &str) -> bool {
    let hostile = |c: char| c.is_control() || "\\:*?\"<>|".contains(c) || is_invisible(c);
    !name.is_empty()
        && name.len() <= 255
        && !name.starts_with('.')
        && !name.ends_with(['.', ' '])
        && !name.starts_with(' ')
        && !name.chars().any(hostile)
        && !is_device(name)
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = |device: &str| {
        let number = stem.strip_prefix(device).map(|rest| rest.chars().collect::<Vec<_>>());
        matches!(number.as_deref(), Some(['0'..='9' | '¹' | '²' | '³']))
    };
    DEVICES.contains(&stem.as_str()) || NUMBERED_DEVICES.into_iter().any(numbered)
}

/// Characters that change how a name reads without being seen.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_paths_are_taken() {
        for text in [
            "es/ui.ftl",
            "es-MX/pages/stories/one.md",
            "ar/files/مثال.html",
            "a",
            "com.md",
            "com10",
            "council.md",
            "auxiliary",
        ] {
            assert!(text.parse::<ReleasePath>().is_ok(), "{text}");
        }
    }

    #[test]
    fn paths_that_some_file_system_takes_for_one_fold_alike() {
        let folded = |text: &str| text.parse::<ReleasePath>().expect("a path").folded();
        for (a, b) in [
            ("es/UI.ftl", "es/ui.ftl"),
            ("es/caf\u{e9}.md", "es/cafe\u{301}.md"),
            ("es/CAF\u{c9}.md", "es/cafe\u{301}.md"),
            ("es/\u{17f}.md", "es/s.md"),
            ("es/\u{212a}.md", "es/k.md"),
            ("es/\u{130}.md", "es/i\u{307}.md"),
        ] {
            assert_eq!(folded(a), folded(b), "{a} {b}");
        }
        assert_ne!(folded("es/a.md"), folded("es/b.md"));
        assert_ne!(folded("es/cafe.md"), folded("es/caf\u{e9}.md"));
    }

    #[test]
    fn what_is_refused_is_shown_in_part_only() {
        let error = "../".repeat(1_000_000).parse::<ReleasePath>().expect_err("it leaves");
        assert!(error.to_string().len() < 300);
    }

    #[test]
    fn paths_that_leave_or_trick_are_refused() {
        for text in [
            "",
            "/",
            "/etc/passwd",
            "..",
            "a/../b",
            "a//b",
            "./a",
            "a/.",
            "a\\b",
            "C:/a",
            "a\0b",
            "a\nb",
            ".git/config",
            "con",
            "NUL.txt",
            "com1",
            "a/lpt9.md",
            "COM¹.txt",
            "aux .md",
            "conin$",
            "a\u{2028}b",
            "a\u{ad}b",
            "a\u{e0041}b",
            "a.",
            "a ",
            "a/ b",
            "x\u{202e}fdp.exe",
            "a\u{200b}b",
            "a*b",
            "a|b",
        ] {
            assert!(text.parse::<ReleasePath>().is_err(), "{text:?}");
        }
        assert!("a/".repeat(600).parse::<ReleasePath>().is_err());
    }
}
