//! What the fingerprints of all formats share.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

/// The text in Unicode NFC with LF line ends and no byte order mark.
///
/// Canonically equivalent texts read the same, so they get one fingerprint: macOS stores what one
/// types in another form than other systems. Compatibility forms (`①`, `ﬁ`) stay apart.
pub(crate) fn canonical(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = lf(text);
    let normaliser = const { ComposingNormalizerBorrowed::new_nfc() };
    if normaliser.is_normalized(&text) {
        return text;
    }
    Cow::Owned(normaliser.normalize(&text).into_owned())
}

/// The text with LF line ends.
pub(crate) fn lf(text: &str) -> Cow<'_, str> {
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// The line end that a file uses most: what a new text is written with.
pub(crate) fn line_end(text: &str) -> &'static str {
    let crlf = text.matches("\r\n").count();
    let lf = text.matches('\n').count() - crlf;
    if crlf > lf { "\r\n" } else { "\n" }
}
