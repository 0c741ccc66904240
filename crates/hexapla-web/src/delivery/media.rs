//! Kinds of files, as browsers are told them.

use headers::HeaderValue;
use hexapla_store::Name;

use super::encoding::Encoding;

/// What a page or picture of the store may do where somebody opens it by itself: be shown.
const SHOWN: &str = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; sandbox";

/// The content type of a file by its name as it was released, and the policy of what a browser
/// would run.
pub(crate) fn media(name: &Name, encoding: Option<Encoding>) -> (HeaderValue, Option<HeaderValue>) {
    let name = name.as_str();
    let plain = encoding.and_then(|it| name.strip_suffix(it.ending())).unwrap_or(name);
    let ending = plain.rsplit_once('.').map_or("", |(_, ending)| ending);
    let text = content_type(ending);
    let runs = ["html", "svg", "xml"].iter().any(|it| text.contains(it));
    let policy = runs.then(|| HeaderValue::from_static(SHOWN));
    let value = HeaderValue::try_from(text);
    (value.unwrap_or(HeaderValue::from_static("application/octet-stream")), policy)
}

/// Fluent has no registered type; as plain text it is shown by browsers and compressed by caches.
fn content_type(ending: &str) -> String {
    let guessed = match ending {
        "ftl" => "text/plain",
        "md" => "text/markdown",
        ending => mime_guess::from_ext(ending).first_raw().unwrap_or("application/octet-stream"),
    };
    match guessed.starts_with("text/") && !guessed.contains("charset") {
        true => format!("{guessed}; charset=utf-8"),
        false => guessed.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_utf_8_and_what_could_run_is_shut_in() {
        for (file, encoding, expected, shut) in [
            ("a.ftl", None, "text/plain; charset=utf-8", false),
            ("a.md", None, "text/markdown; charset=utf-8", false),
            ("a.html", None, "text/html; charset=utf-8", true),
            ("a.html.br", Some(Encoding::Brotli), "text/html; charset=utf-8", true),
            ("a.vtt", None, "text/vtt; charset=utf-8", false),
            ("a.json", None, "application/json", false),
            ("a.svg", None, "image/svg+xml", true),
            ("a.XHTML", None, "application/xhtml+xml", true),
            ("a.png", None, "image/png", false),
            ("a.ftl.gz", None, "application/gzip", false),
            ("a.odd", None, "application/octet-stream", false),
        ] {
            let (found, policy) = media(&Name::new(file).expect("a name"), encoding);
            assert_eq!(
                (found.to_str().expect("text"), policy.is_some()),
                (expected, shut),
                "{file}"
            );
        }
    }
}
