//! Paths within a release.

use std::fmt;
use std::str::FromStr;

/// The path of a file within a release: components separated by `/`, fit for every file system.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReleasePath(String);

/// The text is no path that a release may hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a path that a release may hold")]
pub struct PathError(String);

/// Names that mean a device on Windows, whatever their extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

impl ReleasePath {
    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path as a file system that does not tell case sees it.
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

impl FromStr for ReleasePath {
    type Err = PathError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const LONGEST: usize = 1024;
        if text.len() <= LONGEST && text.split('/').all(is_plain) {
            Ok(Self(text.to_owned()))
        } else {
            Err(PathError(text.to_owned()))
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
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let base = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    !name.is_empty()
        && name.len() <= 255
        && !name.starts_with('.')
        && !name.ends_with(['.', ' '])
        && !name.starts_with(' ')
        && !name.chars().any(hostile)
        && !DEVICES.contains(&base)
}

/// Characters that change how a name reads without being seen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_paths_are_taken() {
        for text in ["es/ui.ftl", "es-MX/pages/stories/one.md", "ar/files/مثال.html", "a"] {
            assert!(text.parse::<ReleasePath>().is_ok(), "{text}");
        }
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
