//! The name of an object: a path below the root of its store.

use std::fmt;

use crate::error::Error;

/// A path of plain parts, `/` between them, which means the same in a folder, a bucket and a URL.
///
/// In folders and buckets it stands as it is; in a URL as [`Name::in_url`] writes it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(String);

/// The longest name in bytes, as of S3.
const LONGEST: usize = 1024;

impl Name {
    /// Takes a name that every store can hold: no empty part, none that is `.` or `..`, no `\`, no
    /// control characters, at most 1,024 bytes. The last part does not begin with a dot, as the
    /// files do that a folder needs for itself.
    pub fn new(name: &str) -> Result<Self, Error> {
        let plain = |part: &str| !matches!(part, "" | "." | "..");
        let sound = |letter: char| letter != '\\' && !letter.is_control();
        let last = name.rsplit('/').next().unwrap_or_default();
        let holds = name.len() <= LONGEST && name.split('/').all(plain);
        if holds && name.chars().all(sound) && !last.starts_with('.') {
            return Ok(Self(name.to_owned()));
        }
        Err(Error::Name(name.escape_debug().to_string()))
    }

    /// The name as it was given.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name in a URL: of all bytes but `A–Z a–z 0–9 - . _ ~ /` the percent-encoding (RFC 3986).
    pub fn in_url(&self) -> String {
        let mut url = String::with_capacity(self.0.len());
        for byte in self.0.bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                    url.push(char::from(byte));
                }
                _ => url.push_str(&format!("%{byte:02X}")),
            }
        }
        url
    }

    /// The name with an ending put after it.
    #[cfg(feature = "publish")]
    pub(crate) fn with_ending(&self, ending: &str) -> Result<Self, Error> {
        Self::new(&format!("{}{ending}", self.0))
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Name;

    #[test]
    fn names_that_lead_elsewhere_are_refused() {
        for name in ["", "/a", "a/", "a//b", "..", "a/../b", ".", "a\\b", "a\0", ".lock", "a/.b"] {
            assert!(Name::new(name).is_err(), "{name:?}");
        }
        assert_eq!(Name::new("es/página 1.md").expect("a name").in_url(), "es/p%C3%A1gina%201.md");
    }

    proptest! {
        #[test]
        fn a_name_in_a_url_is_ascii_and_no_other_has_the_same(a in "\\PC{1,12}", b in "\\PC{1,12}") {
            let (Ok(a), Ok(b)) = (Name::new(&a), Name::new(&b)) else { return Ok(()) };
            prop_assert!(a.in_url().is_ascii());
            prop_assert_eq!(a == b, a.in_url() == b.in_url());
        }
    }
}
