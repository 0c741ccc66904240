//! Placeholders that begin with a per cent sign: those of Ruby, and those of C and its kin.

use hexapla_model::CodeKind;

use super::Placeholders;

/// A placeholder.
pub(super) struct Found<'t> {
    pub(super) kind: CodeKind,
    /// What it asks for, where that has a name or number.
    pub(super) name: Option<&'t str>,
    pub(super) end: usize,
}

/// The placeholder that begins at `at`.
///
/// Where the way to write them is not known, a conversion must look like one: no space in it, no
/// digit before it, and one of the usual letters (`20%de réduction`, `100 % sûr` are text).
pub(super) fn read(text: &str, at: usize, way: Placeholders) -> Option<Found<'_>> {
    let rest = text.get(at + 1..)?;
    let ruby = way.has(Placeholders::Ruby);
    let of = |name, rest: &str| {
        Some(Found { kind: CodeKind::Variable, name, end: text.len() - rest.len() })
    };
    if let Some(name) = rest.strip_prefix('{').filter(|_| ruby) {
        let (name, rest) = named(name, '}')?;
        return of(Some(name), rest);
    }
    if let Some(name) = rest.strip_prefix('<').filter(|_| ruby) {
        let (name, rest) = named(name, '>')?;
        return of(Some(name), conversion(rest, way)?);
    }
    if !way.has(Placeholders::Printf) {
        return None;
    }
    if rest.starts_with('%') && way == Placeholders::Printf {
        return Some(Found { kind: CodeKind::Syntax, name: Some("%%"), end: at + 2 });
    }
    if let Some(name) = rest.strip_prefix('(') {
        let (name, rest) = named(name, ')')?;
        return of(Some(name), conversion(rest, way)?);
    }
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if let Some(rest) = rest[digits..].strip_prefix('$').filter(|_| digits > 0) {
        let name = text.get(at + 1..at + 1 + digits);
        return of(name, conversion(rest, way)?);
    }
    let in_prose = way == Placeholders::Any && text[..at].ends_with(char::is_numeric);
    if in_prose { None } else { of(None, conversion(rest, way)?) }
}

/// A name up to what closes it, and the rest behind that.
fn named(text: &str, close: char) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !(c.is_alphanumeric() || "_-.".contains(c)))?;
    let rest = text[end..].strip_prefix(close).filter(|_| end > 0)?;
    Some((&text[..end], rest))
}

/// Passes over flags, width, precision, length and the letter of a conversion.
fn conversion(text: &str, way: Placeholders) -> Option<&str> {
    let any = way == Placeholders::Any;
    let flags: &[char] = if any { &['-', '+', '0', '#'] } else { &['-', '+', '0', '#', ' ', '\''] };
    let letters = if any { "dsifuxX@" } else { "diouxXeEfFgGaAcCsSp@" };
    let rest = text.trim_start_matches(flags);
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == '*');
    let rest = rest.trim_start_matches(['h', 'l', 'L', 'q', 'j', 'z', 't']);
    rest.strip_prefix(|c: char| letters.contains(c))
}
