//! The languages that the room itself speaks.

use hexapla_model::Locale;

/// A language of the room, with its strings as they were released.
#[derive(Debug)]
pub(crate) struct Language {
    /// Its tag.
    pub(crate) tag: &'static str,
    /// What it calls itself.
    pub(crate) name: &'static str,
    /// Its strings, as Fluent.
    pub(crate) strings: [&'static str; 3],
    /// What it says where the checks find something, and where it refuses, as Fluent.
    pub(crate) phrases: [&'static str; 2],
}

macro_rules! language {
    ($tag:literal, $name:literal) => {
        Language {
            tag: $tag,
            name: $name,
            strings: [
                include_str!(concat!("../strings/", $tag, "/brand.ftl")),
                include_str!(concat!("../strings/", $tag, "/review.ftl")),
                include_str!(concat!("../strings/", $tag, "/room.ftl")),
            ],
            phrases: [
                include_str!(concat!("../strings/", $tag, "/findings.ftl")),
                include_str!(concat!("../strings/", $tag, "/refusals.ftl")),
            ],
        }
    };
}

/// Every language of the room, the one its strings are written in first.
pub(crate) static LANGUAGES: [Language; 5] = [
    language!("en", "English"),
    language!("ar", "العربية"),
    language!("de", "Deutsch"),
    language!("es", "Español"),
    language!("fr", "Français"),
];

/// The language that a visitor chose, or that their browser asks for first of those that there are
/// (`Accept-Language`, RFC 9110); English where there is none.
pub(crate) fn negotiate(chosen: Option<&str>, accepted: Option<&str>) -> &'static Language {
    let find = |tag: &str| LANGUAGES.iter().find(|it| it.tag == tag);
    if let Some(found) = chosen.and_then(find) {
        return found;
    }
    let mut wished: Vec<(f32, &str)> =
        accepted.unwrap_or_default().split(',').filter_map(weighed).collect();
    wished.sort_by(|a, b| b.0.total_cmp(&a.0));
    let found = wished.iter().find_map(|(_, tag)| {
        let locale: Locale = tag.parse().ok()?;
        find(locale.as_str()).or_else(|| find(locale.language()))
    });
    found.unwrap_or(&LANGUAGES[0])
}

/// A tag and how much it is wanted; nothing where it is not.
fn weighed(part: &str) -> Option<(f32, &str)> {
    let mut parts = part.split(';');
    let tag = parts.next()?.trim();
    let weight = parts.find_map(|it| it.trim().strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
    (weight > 0.0).then_some((weight, tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visitor_is_spoken_to_in_their_language() {
        for (chosen, accepted, tag) in [
            (None, None, "en"),
            (Some("ar"), Some("de"), "ar"),
            (Some("xx"), Some("de"), "de"),
            (None, Some("pt, es-MX;q=0.8, fr;q=0.9"), "fr"),
            (None, Some("es-MX"), "es"),
            (None, Some("de;q=0, ar;q=0.1"), "ar"),
            (None, Some(";;,q=,*"), "en"),
        ] {
            assert_eq!(negotiate(chosen, accepted).tag, tag, "{chosen:?} {accepted:?}");
        }
    }
}
