//! Which locale fits a reader.

use hexapla_trust::{Locale, lookup};

/// The first of the locales that fits, by the lookup of RFC 4647, 3.4: each wish in turn, ever
/// shorter.
pub fn negotiate<'a>(requested: &[impl AsRef<str>], available: &'a [Locale]) -> Option<&'a Locale> {
    requested.iter().find_map(|range| lookup(range.as_ref(), available))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wish_is_tried_ever_shorter() {
        let available: Vec<Locale> =
            ["ar", "en", "es", "es-MX", "zh-Hant"].map(|it| it.parse().expect("a locale")).into();
        for (requested, expected) in [
            (&["es-MX"][..], Some("es-MX")),
            (&["ES-mx"], Some("es-MX")),
            (&["es-AR"], Some("es")),
            (&["es-AR-x-old", "en"], Some("es")),
            (&["fr", "en-GB"], Some("en")),
            (&["zh-Hant-TW"], Some("zh-Hant")),
            (&["zh-TW"], None),
            (&["fr"], None),
            (&["", "-", "*", "a-b-c-"], None),
            (&[], None),
        ] {
            let found = negotiate(requested, &available).map(Locale::as_str);
            assert_eq!(found, expected, "{requested:?}");
        }
    }
}
