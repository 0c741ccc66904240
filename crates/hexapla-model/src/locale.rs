//! BCP 47 language tags.

use std::fmt;
use std::str::FromStr;

use icu_locale::{LanguageIdentifier, LocaleDirectionality};

/// A BCP 47 tag of language, script, region and variants, in canonical letter case (`es-MX`,
/// `zh-Hant`).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locale(String);

/// The direction in which a locale's text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    pub fn as_html(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// The text is no BCP 47 tag.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a BCP 47 language tag such as `es`, `pt-BR` or `zh-Hant`")]
pub struct ParseLocaleError(String);

impl Locale {
    /// The tag in canonical form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The primary language subtag: `es` of `es-MX`.
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// Whether both tags are of one language, whatever their script and region.
    pub fn same_language(&self, other: &Self) -> bool {
        self.language() == other.language()
    }

    /// The tag without its last subtag: `es` of `es-MX`, nothing of `es`.
    pub fn truncated(&self) -> Option<Self> {
        self.0.rsplit_once('-').map(|(parent, _)| Self(parent.to_owned()))
    }

    /// The direction in which text of this locale runs, by CLDR's script data.
    pub fn direction(&self) -> Direction {
        let rtl = self
            .0
            .parse::<LanguageIdentifier>()
            .is_ok_and(|tag| LocaleDirectionality::new_common().is_right_to_left(&tag));
        if rtl { Direction::RightToLeft } else { Direction::LeftToRight }
    }
}

impl FromStr for Locale {
    type Err = ParseLocaleError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse::<LanguageIdentifier>()
            .ok()
            .filter(|tag| !tag.language.is_unknown())
            .map(|tag| Self(tag.to_string()))
            .ok_or_else(|| ParseLocaleError(text.to_owned()))
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(text: &str) -> Locale {
        text.parse().expect(text)
    }

    #[test]
    fn tags_are_canonical() {
        assert_eq!(locale("ES-mx").as_str(), "es-MX");
        assert_eq!(locale("zh-hant-tw").as_str(), "zh-Hant-TW");
        assert!("".parse::<Locale>().is_err());
        assert!("not a tag".parse::<Locale>().is_err());
        assert!("und".parse::<Locale>().is_err());
    }

    /// The files of a locale are called after it, beside those of the roles of a release.
    #[test]
    fn no_locale_is_called_like_a_role() {
        for name in ["root", "timestamp", "snapshot", "targets"] {
            assert!(name.parse::<Locale>().is_err(), "{name}");
        }
    }

    #[test]
    fn direction_follows_the_script() {
        assert_eq!(locale("ar").direction(), Direction::RightToLeft);
        assert_eq!(locale("he").direction(), Direction::RightToLeft);
        assert_eq!(locale("th").direction(), Direction::LeftToRight);
        assert_eq!(locale("es-MX").direction(), Direction::LeftToRight);
    }

    #[test]
    fn regions_share_a_language() {
        assert!(locale("es-MX").same_language(&locale("es")));
        assert_eq!(locale("es-MX").truncated(), Some(locale("es")));
        assert_eq!(locale("es").truncated(), None);
    }
}
