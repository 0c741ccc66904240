//! How deep a TOML document nests, before it is parsed.
//!
//! The parser bounds brackets and the parts of a dotted name each, but not their product: a few
//! kilobytes of `{a.a.a = {a.a.a = …` would need more stack than there is.

use super::node::DEEPEST;

/// Where more brackets and parts of dotted names stand within each other than may be.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut open = Vec::new();
    let (mut depth, mut dots, mut at) = (0, 0, 0);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'#' => {
                at = end_of_line(bytes, at);
                continue;
            }
            b'"' | b'\'' => {
                at = end_of_string(bytes, at, byte);
                continue;
            }
            b'[' | b'{' => {
                open.push(dots);
                depth += dots + 1;
                dots = 0;
            }
            b']' | b'}' => {
                dots = open.pop().inspect(|dots| depth -= dots + 1).unwrap_or(0);
            }
            b'.' => dots += 1,
            b',' | b'\n' => dots = 0,
            _ => {}
        }
        if depth + dots > DEEPEST {
            return Some(at);
        }
        at += 1;
    }
    None
}

fn end_of_line(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    rest.iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |length| from + length)
}

/// Behind the string that opens at `from`; a string of one line ends with it.
fn end_of_string(bytes: &[u8], from: usize, quote: u8) -> usize {
    let is_triple = |at: usize| bytes.get(at..at + 3) == Some(&[quote; 3]);
    let triple = is_triple(from);
    let mut at = from + if triple { 3 } else { 1 };
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' if quote == b'"' && bytes.get(at + 1) != Some(&b'\n') => at += 1,
            b'\n' if !triple => return at,
            byte if byte == quote && !triple => return at + 1,
            byte if byte == quote && is_triple(at) => {
                let more = (3..5).take_while(|&more| bytes.get(at + more) == Some(&quote)).count();
                return at + 3 + more;
            }
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}
