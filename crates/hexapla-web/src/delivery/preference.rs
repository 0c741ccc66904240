//! What a reader would like, and how much.

use headers::{HeaderMap, HeaderName};

/// One thing that a reader would like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Preference<'a> {
    /// A language range, the name of an encoding, or `*`.
    pub(crate) of: &'a str,
    /// How much, in thousandths; 0 is "not at all".
    pub(crate) weight: u16,
}

/// How many are looked at: nobody speaks more languages.
const MOST: usize = 64;

/// What a header lists (RFC 9110, 12.4.2), in its order. What is none is passed over.
pub(crate) fn preferences<'a>(
    headers: &'a HeaderMap,
    name: &HeaderName,
) -> impl Iterator<Item = Preference<'a>> + use<'a> {
    let texts = headers.get_all(name).into_iter().filter_map(|it| it.to_str().ok());
    texts.flat_map(|it| it.split(',')).filter_map(preference).take(MOST)
}

fn preference(text: &str) -> Option<Preference<'_>> {
    let (of, rest) = text.split_once(';').map_or((text, None), |(of, rest)| (of, Some(rest)));
    let weight = rest.map_or(Some(1000), |it| {
        let (name, value) = it.trim().split_once('=')?;
        name.trim().eq_ignore_ascii_case("q").then(|| weight(value.trim()))?
    })?;
    Some(Preference { of: of.trim(), weight }).filter(|it| !it.of.is_empty())
}

/// `0.5` is 500: one digit, and at most three after a point.
fn weight(text: &str) -> Option<u16> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = part.len() <= 3 && part.bytes().all(|it| it.is_ascii_digit());
    let thousandths: u16 = format!("{part:0<3}").parse().ok().filter(|_| digits)?;
    match (whole, thousandths) {
        ("0", it) => Some(it),
        ("1", 0) => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use headers::HeaderValue;

    use super::*;

    #[test]
    fn weights_are_thousandths() {
        let texts = [
            ("0", Some(0)),
            ("1", Some(1000)),
            ("1.", Some(1000)),
            ("0.5", Some(500)),
            ("0.007", Some(7)),
            ("1.001", None),
            ("2", None),
            ("-1", None),
            ("0.+5", None),
            ("0.1234", None),
            ("", None),
            ("é", None),
        ];
        for (text, expected) in texts {
            assert_eq!(weight(text), expected, "{text}");
        }
    }

    #[test]
    fn a_list_is_read_and_what_is_none_passed_over() {
        let mut headers = HeaderMap::new();
        let name = HeaderName::from_static("accept-language");
        headers.append(&name, HeaderValue::from_static("es-MX, es;q=0.8 ,,;q=1,fr;Q=0"));
        headers.append(&name, HeaderValue::from_static("de;level=1, *;q=0.1"));
        headers.append(&name, HeaderValue::from_bytes(b"\xff").expect("a value"));
        let found: Vec<_> = preferences(&headers, &name).map(|it| (it.of, it.weight)).collect();
        assert_eq!(found, [("es-MX", 1000), ("es", 800), ("fr", 0), ("*", 100)]);
    }
}
