//! The hash of what a text means.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use data_encoding::{Encoding, Specification};

/// Crockford's base 32 in lower case: no letter that a reader takes for a digit.
static BASE32: LazyLock<Encoding> = LazyLock::new(|| {
    let mut specification = Specification::new();
    specification.symbols.push_str("0123456789abcdefghjkmnpqrstvwxyz");
    specification.encoding().unwrap_or(data_encoding::BASE32HEX_NOPAD)
});

/// A hash of a unit's meaning-bearing text: 128 bits of BLAKE3.
///
/// Layout, wrapping, comments and quoting do not enter, so that two texts with one fingerprint
/// ask the same of a translator. Its text form is 26 characters of base 32.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint([u8; 16]);

impl Fingerprint {
    /// How many characters the text form has.
    pub const TEXT_LENGTH: usize = 26;

    /// The first eight characters of the text form: enough to name a block to a person.
    pub fn short(&self) -> String {
        let mut text = self.to_string();
        text.truncate(8);
        text
    }

    /// Wraps the given 16 bytes.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The first 128 bits of a hash.
    pub fn of_hash(hash: &blake3::Hash) -> Self {
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hash.as_bytes()[..16]);
        Self(bytes)
    }

    /// The 16 bytes.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&BASE32.encode(&self.0))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

/// The text is no fingerprint.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a fingerprint: expected 26 characters of 0-9 and a-z without i, l, o, u")]
pub struct ParseFingerprintError(pub(crate) String);

impl FromStr for Fingerprint {
    type Err = ParseFingerprintError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut bytes = [0; 16];
        let fits = text.len() == Self::TEXT_LENGTH
            && BASE32.decode_mut(text.as_bytes(), &mut bytes).is_ok();
        if fits { Ok(Self(bytes)) } else { Err(ParseFingerprintError(text.to_owned())) }
    }
}

/// Collects the meaning-bearing parts of a text, in order, into a [`Fingerprint`].
///
/// Each part is a tag and a value, both prefixed by their length, so that no two different
/// sequences of parts hash alike. Values are expected in Unicode NFC with LF line ends.
///
/// They are hashed at once: most texts are short, and a hasher that waits for more takes longer than
/// these do.
#[derive(Clone, Debug, Default)]
pub struct Meaning(Vec<u8>);

impl Meaning {
    /// Starts with no part.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a part: `tag` says what it is (`text`, `link`, …), `value` what it says.
    pub fn part(&mut self, tag: &str, value: &str) -> &mut Self {
        for bytes in [tag.as_bytes(), value.as_bytes()] {
            self.0.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
            self.0.extend_from_slice(bytes);
        }
        self
    }

    /// The fingerprint of the parts so far.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of_hash(&blake3::hash(&self.0))
    }

    /// The fingerprint of one part.
    pub fn of(tag: &str, value: &str) -> Fingerprint {
        Self::new().part(tag, value).fingerprint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn text_form_reads_back(bytes: [u8; 16]) {
            let fingerprint = Fingerprint::from_bytes(bytes);
            let text = fingerprint.to_string();
            prop_assert_eq!(text.len(), Fingerprint::TEXT_LENGTH);
            prop_assert_eq!(text.parse::<Fingerprint>(), Ok(fingerprint));
        }

        #[test]
        fn parts_do_not_run_together(a in ".{1,8}", b in ".{1,8}") {
            let joined = Meaning::of("text", &format!("{a}{b}"));
            let apart = Meaning::new().part("text", &a).part("text", &b).fingerprint();
            prop_assert_ne!(joined, apart);
        }
    }

    #[test]
    fn fingerprints_stay_what_they_were() {
        let fingerprint = Meaning::new().part("text", "Call").part("code", "19696").fingerprint();
        assert_eq!(fingerprint.to_string(), "xhhg8xtp300h0qp62hyfk6j6a4");
        let long = Meaning::of("text", &"Anyone can call. ".repeat(1_000));
        assert_eq!(long.to_string(), "0zxpry8ec2cfnbdex9vgrw6td0");
    }

    #[test]
    fn what_is_no_fingerprint_is_refused() {
        for text in ["", "abc", "ilou", &"z".repeat(27), "Ａ0000000000000000000000000"] {
            assert!(text.parse::<Fingerprint>().is_err(), "{text}");
        }
    }
}
