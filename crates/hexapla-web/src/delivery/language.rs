//! The language of a reader.

use headers::HeaderMap;
use hexapla_trust::{Locale, lookup};

use super::preference::preferences;

/// The languages that a reader asks for, dearest first.
///
/// `fluent-langneg` reads the header too, but passes over how much each is wanted, so that it gives
/// what a reader excludes; and it does not look up as the other clients do.
pub(crate) fn asked(headers: &HeaderMap) -> Vec<&str> {
    let mut asked: Vec<_> =
        preferences(headers, &headers::HeaderName::from_static("accept-language"))
            .filter(|it| it.weight > 0)
            .collect();
    asked.sort_by_key(|it| std::cmp::Reverse(it.weight));
    asked.into_iter().map(|it| it.of).collect()
}

/// The locale that fits best: each range in turn, by its lookup; `*` takes `any`.
pub(crate) fn best<'a>(
    asked: &[&str],
    available: &'a [&Locale],
    any: Option<&'a Locale>,
) -> Option<&'a Locale> {
    asked.iter().find_map(|range| match *range {
        "*" => any,
        range => lookup(range, available),
    })
}

#[cfg(test)]
mod tests {
    use headers::HeaderValue;

    use super::*;

    fn found(header: &str) -> Option<String> {
        let mut headers = HeaderMap::new();
        headers.insert("accept-language", HeaderValue::from_str(header).expect("a value"));
        let locales = ["ar", "en", "es", "es-MX", "zh-Hant"].map(|it| it.parse().expect("a tag"));
        let available: Vec<&Locale> = locales.iter().collect();
        best(&asked(&headers), &available, Some(&locales[1])).map(ToString::to_string)
    }

    #[test]
    fn the_dearest_that_there_is_is_taken() {
        for (header, expected) in [
            ("es", Some("es")),
            ("es-mx", Some("es-MX")),
            ("es-AR, en;q=0.9", Some("es")),
            ("en;q=0.1, ar", Some("ar")),
            ("ar;q=0, fr", None),
            ("fr, de", None),
            ("fr, *;q=0.1", Some("en")),
            ("zh-Hant-TW", Some("zh-Hant")),
            ("zh-Hans", None),
            ("zh", None),
            ("en-a-bbb-x-ccc", Some("en")),
            ("e-n", None),
            ("", None),
        ] {
            assert_eq!(found(header).as_deref(), expected, "{header}");
        }
    }
}
