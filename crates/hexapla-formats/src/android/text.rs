//! What a string resource says.
//!
//! Tags stay as they are, and so do `&lt;` before what would else be a tag and references that
//! only the file itself explains; so that a text can be written again as it was read.

/// What encloses characters that are no markup.
pub(super) const CDATA: &str = "<![CDATA[";
pub(super) const CDATA_END: &str = "]]>";

/// The longest reference that is looked for, and the longest tag.
const LONGEST_REFERENCE: usize = 64;
const LONGEST_TAG: usize = 4096;

/// Whether a content names another resource (`@string/other`, `?attr/title`).
pub(super) fn is_reference(raw: &str) -> bool {
    let raw = raw.trim();
    raw.starts_with(['@', '?']) && raw.contains('/') && !raw.contains([' ', '<', '\n', '\t'])
}

/// What a content says, without the white space that Android takes for layout.
///
/// # Errors
/// Where it is broken, and how.
pub(super) fn read(raw: &str, cdata: bool) -> Result<String, (usize, &'static str)> {
    let mut reader = Reading { out: String::with_capacity(raw.len()), ..Reading::default() };
    let mut at = 0;
    while let Some(c) = raw[at..].chars().next() {
        let rest = &raw[at..];
        let length = match c {
            '\\' => {
                reader.escape(rest).ok_or((at, "expected four digits of base 16 behind `\\u`"))?
            }
            '<' if !cdata => reader.verbatim(rest, markup(rest).unwrap_or(1)),
            '&' if !cdata => reader.reference(rest),
            c => {
                reader.plain(c);
                c.len_utf8()
            }
        };
        at += length;
    }
    match reader.out.contains('\0') {
        true => Err((0, "a NUL character")),
        false => Ok(reader.out),
    }
}

#[derive(Default)]
struct Reading {
    out: String,
    quoted: bool,
    /// Whether white space stands before what comes next.
    space: bool,
}

impl Reading {
    /// A character without an escape.
    fn plain(&mut self, c: char) {
        match c {
            '"' => self.quoted = !self.quoted,
            ' ' | '\t' | '\n' | '\r' if !self.quoted => self.space = !self.out.is_empty(),
            c => self.push(c),
        }
    }

    fn push(&mut self, c: char) {
        if std::mem::take(&mut self.space) {
            self.out.push(' ');
        }
        self.out.push(c);
    }

    fn verbatim(&mut self, rest: &str, length: usize) -> usize {
        let mut chars = rest[..length].chars();
        chars.next().into_iter().for_each(|c| self.push(c));
        self.out.push_str(chars.as_str());
        length
    }

    /// What begins with a backslash; nothing where it is broken.
    fn escape(&mut self, rest: &str) -> Option<usize> {
        let escaped = rest[1..].chars().next();
        match escaped {
            Some('u') => {
                let (c, length) = unicode(rest)?;
                self.push(c);
                return Some(length);
            }
            Some('n') => self.push('\n'),
            Some('t') => self.push('\t'),
            // Of a reference only the character that it stands for is escaped.
            Some('&') => match character(rest.get(1..)?) {
                Some((c, length)) if !matches!(c, '<' | '&') => {
                    self.push(c);
                    return Some(1 + length);
                }
                _ => return Some(1),
            },
            Some('<') | None => return Some(1),
            Some(c) => self.push(c),
        }
        Some(1 + escaped.map_or(0, char::len_utf8))
    }

    fn reference(&mut self, rest: &str) -> usize {
        let Some((c, length)) = character(rest) else {
            return self.verbatim(rest, reference(rest).unwrap_or(1));
        };
        let next = &rest[length..];
        let kept = match c {
            '&' => names_something(next),
            '<' => begins_markup(next),
            _ => false,
        };
        match (kept, c) {
            (true, _) => return self.verbatim(rest, length),
            (false, '&' | '<' | '>') => self.push(c),
            (false, c) => self.plain(c),
        }
        length
    }
}

/// Whether behind an ampersand stands what makes it a reference.
fn names_something(rest: &str) -> bool {
    let name = |c: char| c.is_alphanumeric() || "#_.:-".contains(c);
    let length = rest.find(|c| !name(c)).unwrap_or(rest.len());
    (1..LONGEST_REFERENCE).contains(&length) && rest[length..].starts_with(';')
}

/// How long the reference is that begins here.
fn reference(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('&')?;
    if !names_something(inner) { None } else { Some(inner.find(';')? + 2) }
}

/// The character of a reference that XML itself knows, and its length.
pub(super) fn character(rest: &str) -> Option<(char, usize)> {
    let length = reference(rest)?;
    let name = &rest[1..length - 1];
    let number = |digits, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => match (name.strip_prefix("#x"), name.strip_prefix('#')) {
            (Some(digits), _) => number(digits, 16)?,
            (None, Some(digits)) => number(digits, 10)?,
            (None, None) => return None,
        },
    };
    Some((c, length))
}

/// The character of `\u0000`, or of two such that make one.
fn unicode(rest: &str) -> Option<(char, usize)> {
    let unit = |text: &str| {
        let digits = text.strip_prefix("\\u")?.get(..4)?;
        digits.bytes().all(|it| it.is_ascii_hexdigit()).then_some(())?;
        u16::from_str_radix(digits, 16).ok()
    };
    let first = unit(rest)?;
    if let Some(c) = char::from_u32(first.into()) {
        return Some((c, 6));
    }
    let units = [first, unit(rest.get(6..)?)?];
    let text = String::from_utf16(&units).ok()?;
    Some((text.chars().next()?, 12))
}

/// Whether behind a `<` stands what makes it a tag, a comment or the like.
fn begins_markup(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_alphabetic() || "/!?_:".contains(c))
}

/// How long the tag, comment or section is that begins here.
fn markup(rest: &str) -> Option<usize> {
    begins_markup(rest.strip_prefix('<')?).then_some(())?;
    let until = |close: &str| rest.find(close).map(|at| at + close.len());
    if rest.starts_with("<!--") {
        return until("-->");
    }
    if rest.starts_with(CDATA) {
        return until(CDATA_END);
    }
    let mut quote = None;
    let end = rest.bytes().take(LONGEST_TAG).position(|byte| {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            (None, b'>') => return true,
            _ => {}
        }
        false
    })?;
    Some(end + 1)
}

/// A part of a text.
pub(super) struct Part<'t> {
    pub(super) at: usize,
    pub(super) text: &'t str,
    /// Whether it stands in a file as it is, as markup and references do; else it is one character.
    pub(super) verbatim: bool,
}

/// The parts of a text, from its beginning to its end.
pub(super) fn parts(text: &str, cdata: bool) -> impl Iterator<Item = Part<'_>> {
    // Behind these no comment or section is closed any more.
    let ends = ["-->", CDATA_END].map(|end| text.rfind(end).unwrap_or(0));
    let closes = move |rest: &str, at: usize| match rest.strip_prefix("<!") {
        Some(inner) => at < ends[usize::from(!inner.starts_with("--"))],
        None => true,
    };
    let mut next = 0;
    std::iter::from_fn(move || {
        let (at, rest) = (next, &text[next..]);
        let c = rest.chars().next()?;
        let verbatim = match c {
            '<' if !cdata && closes(rest, at) => markup(rest),
            '&' if !cdata => reference(rest),
            _ => None,
        };
        let length = verbatim.unwrap_or(c.len_utf8());
        next += length;
        Some(Part { at, text: &rest[..length], verbatim: verbatim.is_some() })
    })
}

/// A content that says `text`, in quotes where `raw` is.
pub(super) fn write(raw: &str, text: &str, cdata: bool) -> String {
    let raw = raw.trim();
    let quoted =
        raw.len() > 1 && raw.starts_with('"') && raw.ends_with('"') && !raw.ends_with("\\\"");
    let mut out = String::with_capacity(text.len() + 2);
    for Part { at, text: part, verbatim } in parts(text, cdata) {
        if verbatim {
            out.push_str(part);
            continue;
        }
        let is_edge = at == 0 || at + 1 == text.len() || text[..at].ends_with(' ');
        for c in part.chars() {
            character_of(c, &mut out, (at == 0, is_edge), (quoted, cdata));
        }
    }
    if quoted { format!("\"{out}\"") } else { out }
}

/// Writes a character that is no markup.
fn character_of(
    c: char,
    out: &mut String,
    (is_first, is_edge): (bool, bool),
    (quoted, cdata): (bool, bool),
) {
    match c {
        '\\' => out.push_str("\\\\"),
        '"' => out.push_str("\\\""),
        '\'' if !quoted => out.push_str("\\'"),
        '\n' => out.push_str("\\n"),
        '\t' => out.push_str("\\t"),
        '@' | '?' if is_first => out.extend(['\\', c]),
        ' ' if is_edge && !quoted => out.push_str("\\u0020"),
        '<' if !cdata => out.push_str("&lt;"),
        '&' if !cdata => out.push_str("&amp;"),
        '>' if !cdata && out.ends_with("]]") => out.push_str("&gt;"),
        c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {
            out.push_str(&format!("\\u{:04x}", u32::from(c)));
        }
        c => out.push(c),
    }
}
