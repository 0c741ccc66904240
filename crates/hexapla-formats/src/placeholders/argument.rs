//! Arguments of ICU MessageFormat 1, read tolerantly.

/// What stands in braces.
pub(super) enum Argument<'t> {
    /// `{name}` or `{name, type, style}`.
    Simple { name: &'t str, end: usize },
    /// `{name, plural, one {`: up to the comma behind the name, and to the first branch.
    Choice { name: &'t str, comma: usize, end: usize, by: By },
}

/// What a choice goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    Name,
    Number,
    Ordinal,
}

/// The argument that opens at `at`; nothing where it is none.
pub(super) fn read(text: &str, at: usize) -> Option<Argument<'_>> {
    let inner = text.get(at + 1..)?;
    let body = inner.trim_start();
    let length = body.find(|c: char| !(c.is_alphanumeric() || "_-.".contains(c)))?;
    let name = Some(&body[..length]).filter(|name| !name.is_empty())?;
    let rest = body[length..].trim_start();
    let place = |rest: &str| text.len() - rest.len();
    if let Some(rest) = rest.strip_prefix('}') {
        return Some(Argument::Simple { name, end: place(rest) });
    }
    let comma = place(rest);
    let format = rest.strip_prefix(',')?.trim_start();
    let (by, branches) = match kind(format) {
        Some(found) => found,
        None => {
            let end = format.find(['{', '}']).filter(|&it| format[it..].starts_with('}'))?;
            return Some(Argument::Simple { name, end: place(&format[end + 1..]) });
        }
    };
    let branches = place(branches.trim_start().strip_prefix(',')?);
    let end = next_branch(text, after_offset(text, branches))?;
    Some(Argument::Choice { name, comma, end, by })
}

/// What a format chooses by, and what stands behind its name.
fn kind(format: &str) -> Option<(By, &str)> {
    let kinds = [("plural", By::Number), ("selectordinal", By::Ordinal), ("select", By::Name)];
    let ends = |rest: &&str| !rest.starts_with(|c: char| c.is_alphanumeric());
    let of = |(name, by)| Some((by, format.strip_prefix(name).filter(ends)?));
    kinds.into_iter().find_map(of)
}

/// Behind `offset:1`, where that stands at `at`.
fn after_offset(text: &str, at: usize) -> usize {
    let rest = text[at..].trim_start();
    let number = rest.strip_prefix("offset:").map(|it| it.trim_start());
    number.map_or(at, |it| text.len() - it.trim_start_matches(|c: char| c.is_ascii_digit()).len())
}

/// Behind the brace that opens the branch whose selector stands at `at`: `one {`, `=0 {`.
pub(super) fn next_branch(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?.trim_start();
    let selector = rest.strip_prefix('=').unwrap_or(rest);
    let length = selector.find(|c: char| !(c.is_alphanumeric() || "_-.".contains(c)))?;
    let brace = selector[length..].trim_start().strip_prefix('{').filter(|_| length > 0)?;
    Some(text.len() - brace.len())
}

/// Behind the brace that closes a choice, where that stands at `at`.
pub(super) fn closing(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?.trim_start().strip_prefix('}')?;
    Some(text.len() - rest.len())
}
