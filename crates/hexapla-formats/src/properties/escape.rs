//! Characters of names and values.

/// What a name or value says.
///
/// # Errors
/// Where it is broken, and how.
pub(super) fn read(raw: &str) -> Result<String, (usize, &'static str)> {
    let mut out = String::with_capacity(raw.len());
    // The first half of a character that takes two.
    let mut half: Option<(usize, u16)> = None;
    let mut at = 0;
    while let Some(c) = raw[at..].chars().next() {
        if let Some(digits) = raw[at..].strip_prefix("\\u") {
            let unit = digits.get(..4).filter(|it| it.bytes().all(|byte| byte.is_ascii_hexdigit()));
            let unit = unit.and_then(|it| u16::from_str_radix(it, 16).ok());
            let unit = unit.ok_or((at, "expected four digits of base 16 behind `\\u`"))?;
            half = character(half, at, unit, &mut out)?;
            at += "\\u0000".len();
            continue;
        }
        whole(half)?;
        let escaped = raw[at + c.len_utf8()..].chars().next();
        at += c.len_utf8();
        match (c, escaped) {
            ('\\', Some('\r' | '\n')) => at += line_break(&raw[at..]),
            ('\\', Some(escaped)) => {
                out.push(control(escaped));
                at += escaped.len_utf8();
            }
            ('\\', None) => {}
            (c, _) => out.push(c),
        }
    }
    whole(half)?;
    match out.find('\0') {
        Some(_) => Err((0, "a NUL character")),
        None => Ok(out),
    }
}

fn whole(half: Option<(usize, u16)>) -> Result<(), (usize, &'static str)> {
    half.map_or(Ok(()), |(at, _)| Err((at, "half of a character that takes two escapes")))
}

/// Adds the character of a code unit of UTF-16; gives the unit back where another has to follow.
fn character(
    half: Option<(usize, u16)>,
    at: usize,
    unit: u16,
    out: &mut String,
) -> Result<Option<(usize, u16)>, (usize, &'static str)> {
    let units: Vec<u16> = half.into_iter().map(|(_, first)| first).chain([unit]).collect();
    match String::from_utf16(&units) {
        Ok(text) => out.push_str(&text),
        Err(_) if half.is_none() && (0xd800..0xdc00).contains(&unit) => {
            return Ok(Some((at, unit)));
        }
        Err(_) => return Err((at, "half of a character that takes two escapes")),
    }
    Ok(None)
}

/// How long a line end is, with the white space that the next line begins with.
fn line_break(rest: &str) -> usize {
    let next = rest.strip_prefix("\r\n").unwrap_or(&rest[1..]);
    rest.len() - next.trim_start_matches([' ', '\t', '\u{c}']).len()
}

fn control(escaped: char) -> char {
    match escaped {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'f' => '\u{c}',
        other => other,
    }
}

/// A value that says `text`, its lines on lines of their own where those of `raw` were.
pub(super) fn write(raw: &str, text: &str, ascii: bool, end: &str) -> String {
    let newline = if raw.contains("\\r\\n") { "\\r\\n" } else { "\\n" };
    let margin = margin(raw);
    let mut out = String::with_capacity(text.len());
    let mut begins = true;
    for c in text.chars() {
        match c {
            '\n' => {
                out.push_str(newline);
                if let Some(margin) = margin {
                    out.push_str(&format!("\\{end}{margin}"));
                }
                begins = true;
                continue;
            }
            ' ' | '=' | ':' if begins => out.extend(['\\', c]),
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\u{c}' => out.push_str("\\f"),
            c if c.is_control() || (ascii && !c.is_ascii()) => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
            c => out.push(c),
        }
        begins = false;
    }
    out
}

/// What stands before the second line of a value, where it has one.
fn margin(raw: &str) -> Option<&str> {
    let (_, line) = raw.split_once('\n')?;
    Some(&line[..line.len() - line.trim_start_matches([' ', '\t']).len()])
}
