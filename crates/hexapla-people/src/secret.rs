//! Texts that nobody may see in passing.

use std::fmt;

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// A text that neither `Debug` nor an error shows, and that is wiped from memory at its end.
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// The text itself.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether it is this text; how long that takes does not tell where they differ.
    pub fn fits(&self, text: &str) -> bool {
        self.0.as_bytes().ct_eq(text.as_bytes()).into()
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_fits_only_itself() {
        let secret = Secret::from("tell nobody".to_owned());
        assert!(secret.fits("tell nobody"));
        for other in ["", "tell nobodx", "tell nobody ", "tell"] {
            assert!(!secret.fits(other), "{other}");
        }
        assert_eq!(format!("{secret:?}"), "Secret(…)");
    }
}
