//! Strings of PO, which are those of C.

use std::ops::Range;

/// A string, in one line or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    /// From its first quote to its last.
    pub(super) span: Range<usize>,
    /// What it says.
    pub(super) text: String,
}

/// What one quoted string says, with its length in bytes.
///
/// # Errors
/// Where in `rest` it is broken, and how.
pub(super) fn read(rest: &str) -> Result<(String, usize), (usize, &'static str)> {
    let bytes = rest.as_bytes();
    if bytes.first() != Some(&b'"') {
        return Err((0, "expected a string in quotes"));
    }
    let (mut out, mut at) = (Vec::with_capacity(rest.len()), 1);
    loop {
        match bytes.get(at) {
            None => return Err((0, "a string that does not end in a quote")),
            Some(b'"') => break,
            Some(b'\\') => {
                let wrong = (at, "a backslash before no character that it is for");
                let (byte, length) = escape(&bytes[at + 1..]).ok_or(wrong)?;
                out.push(byte);
                at += 1 + length;
            }
            Some(byte) => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    let text = String::from_utf8(out).map_err(|_| (0, "escapes that are not UTF-8"))?;
    if text.contains('\0') {
        return Err((0, "a NUL character"));
    }
    Ok((text, at + 1))
}

/// The byte that an escape stands for, and how long it is behind its backslash.
fn escape(bytes: &[u8]) -> Option<(u8, usize)> {
    let byte = match bytes.first()? {
        b'n' => b'\n',
        b't' => b'\t',
        b'r' => b'\r',
        b'a' => 0x07,
        b'b' => 0x08,
        b'f' => 0x0c,
        b'v' => 0x0b,
        it @ (b'"' | b'\\' | b'\'' | b'?') => *it,
        b'0'..=b'7' => return number(bytes, 3, 8),
        b'x' => {
            let (byte, length) = number(&bytes[1..], 2, 16)?;
            return Some((byte, length + 1));
        }
        _ => return None,
    };
    Some((byte, 1))
}

fn number(bytes: &[u8], most: usize, radix: u32) -> Option<(u8, usize)> {
    let is_digit = |byte: &&u8| char::from(**byte).is_digit(radix);
    let length = bytes.iter().take(most).take_while(is_digit).count();
    let digits = std::str::from_utf8(&bytes[..length]).ok()?;
    Some((u8::from_str_radix(digits, radix).ok()?, length))
}

/// Strings that say `text`, in lines as `raw` or as the text has them.
pub(super) fn write(raw: &str, text: &str, end: &str) -> String {
    let line_end = if raw.contains("\\r\\n") { "\\r\\n" } else { "\\n" };
    let lines: Vec<String> =
        text.split_inclusive('\n').map(|line| format!("\"{}\"", escaped(line, line_end))).collect();
    let wrapped = lines.len() > 1 || (raw.starts_with("\"\"") && raw.contains('\n'));
    match lines.len() {
        0 => "\"\"".to_owned(),
        _ if wrapped => format!("\"\"{end}{}", lines.join(end)),
        _ => lines.concat(),
    }
}

fn escaped(text: &str, line_end: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' => out.push_str(line_end),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c.is_ascii_control() => out.push_str(&format!("\\{:03o}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}
