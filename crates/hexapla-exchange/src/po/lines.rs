//! Lines of a PO file to entries.

use super::entry::{Entry, Field};
use super::quote::unquoted;
use crate::error::Problem;

/// Gives each entry of a file to `each`, in order.
///
/// # Errors
/// Those of `each`, and where the file is not well-formed.
pub(super) fn entries(
    text: &str,
    each: impl FnMut(Entry) -> Result<(), Problem>,
) -> Result<(), Problem> {
    walk(text, Reader::default(), each)
}

/// The same of a file of any origin: a message with plural forms is one without a translation.
///
/// # Errors
/// As of [`entries`].
pub(super) fn entries_of_any(
    text: &str,
    each: impl FnMut(Entry) -> Result<(), Problem>,
) -> Result<(), Problem> {
    walk(text, Reader { passes_plurals: true, ..Reader::default() }, each)
}

fn walk(
    text: &str,
    mut reader: Reader,
    mut each: impl FnMut(Entry) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\n', '\r']);
        if reader.ends(bare) {
            reader.finish(&mut each)?;
        }
        reader.line(bare, at)?;
        at += line.len();
    }
    reader.finish(&mut each)
}

#[derive(Default)]
struct Reader {
    entry: Option<Entry>,
    /// The field that strings on lines of their own belong to.
    open: Option<Field>,
    /// Whether plural forms are passed over, not refused.
    passes_plurals: bool,
}

impl Reader {
    /// Whether the line is the first of another entry.
    fn ends(&self, line: &str) -> bool {
        let Some(entry) = &self.entry else { return false };
        let line = line.trim_start();
        let goes_on = line.trim_start_matches(['#', '~', '|', ' ']);
        let more = goes_on.starts_with('"') || goes_on.starts_with("msgstr") || goes_on.is_empty();
        entry.translation.is_some() && !(more && (line.is_empty() || !is_comment(line)))
    }

    fn finish(
        &mut self,
        each: &mut impl FnMut(Entry) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        self.open = None;
        let Some(entry) = self.entry.take() else { return Ok(()) };
        if entry.translation.is_none() && (entry.id.is_some() || entry.context.is_some()) {
            let message = "a message without `msgstr`";
            return Err(Problem::new(entry.at, message, "was the file cut? export it again"));
        }
        if entry.id.is_some() { each(entry) } else { Ok(()) }
    }

    fn line(&mut self, line: &str, at: usize) -> Result<(), Problem> {
        let trimmed = line.trim_start();
        let at = at + line.len() - trimmed.len();
        if trimmed.is_empty() {
            self.open = None;
            return Ok(());
        }
        let entry = self.entry.get_or_insert_with(|| Entry { at, ..Entry::default() });
        let comment = |rest: &str| rest.strip_prefix(' ').unwrap_or(rest).to_owned();
        if let Some(rest) = trimmed.strip_prefix("#~|").or(trimmed.strip_prefix("#|")) {
            return self.string(rest, at + trimmed.len() - rest.len(), true);
        }
        if let Some(rest) = trimmed.strip_prefix("#~") {
            entry.obsolete = true;
            return self.string(rest, at + 2, false);
        }
        match trimmed.strip_prefix('#') {
            None => self.string(trimmed, at, false),
            Some(rest) => {
                self.open = None;
                match rest.chars().next() {
                    Some('.') => entry.extracted.push(comment(&rest[1..])),
                    Some(',') => entry.fuzzy |= rest[1..].split(',').any(|it| it.trim() == "fuzzy"),
                    Some(':' | '=') => {}
                    _ => entry.comments.push(comment(rest)),
                }
                Ok(())
            }
        }
    }

    /// A keyword with its string, or more of the last one.
    fn string(&mut self, line: &str, at: usize, previous: bool) -> Result<(), Problem> {
        let trimmed = line.trim_start();
        let at = at + line.len() - trimmed.len();
        let Some(entry) = &mut self.entry else { return Ok(()) };
        if trimmed.starts_with('"') {
            let open = self.open.ok_or_else(|| {
                Problem::new(at, "a string that belongs to nothing", "put `msgstr` before it")
            })?;
            let more = unquoted(trimmed, at)?;
            if let Some(Some(text)) = entry.field(open) {
                text.push_str(&more);
            }
            return Ok(());
        }
        let (keyword, rest) = trimmed.split_once([' ', '\t', '"']).unwrap_or((trimmed, ""));
        let rest = &trimmed[trimmed.len() - rest.len()..];
        let is_form = keyword.starts_with("msgstr[");
        let field = match self.passes_plurals && (is_form || keyword == "msgid_plural") {
            true => Field::Passed,
            false => field(keyword, previous, at)?,
        };
        if is_form {
            entry.translation.get_or_insert_default();
        }
        let string = rest.trim_start();
        let text = unquoted(string, at + trimmed.len() - string.len())?;
        self.open = Some(field);
        match entry.field(field) {
            Some(taken @ None) => *taken = Some(text),
            Some(Some(_)) => {
                let message = format!("a second `{keyword}` in one message");
                return Err(Problem::new(at, message, "put an empty line between messages"));
            }
            None => {}
        }
        Ok(())
    }
}

fn is_comment(line: &str) -> bool {
    line.starts_with('#') && !line.starts_with("#~")
}

fn field(keyword: &str, previous: bool, at: usize) -> Result<Field, Problem> {
    match (keyword, previous) {
        ("msgctxt", false) => Ok(Field::Context),
        ("msgid", false) => Ok(Field::Id),
        ("msgstr", false) => Ok(Field::Translation),
        ("msgid", true) => Ok(Field::Previous),
        ("msgctxt" | "msgid_plural", true) => Ok(Field::Passed),
        (keyword, _) if keyword.starts_with("msgid_plural") || keyword.starts_with("msgstr[") => {
            let message = "a message with plural forms";
            Err(Problem::new(at, message, "give each form a message of its own"))
        }
        _ => {
            let message = "expected `msgctxt`, `msgid`, `msgstr` or a comment";
            Err(Problem::new(at, message, "is this file PO?"))
        }
    }
}
