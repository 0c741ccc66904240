//! JSON strings that say a text.

use super::toml_string::escaped;

/// A string that says `text`, in ASCII alone where `raw` has escapes for other letters.
pub(super) fn write(raw: &str, text: &str) -> String {
    let written = format!("\"{}\"", escaped(text, false));
    if !raw.is_ascii() || !raw.contains("\\u") || written.is_ascii() {
        return written;
    }
    let mut out = String::with_capacity(written.len() * 2);
    for c in written.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    out
}
