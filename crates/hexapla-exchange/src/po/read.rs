//! Reading PO.

use hexapla_model::{Locale, State};

use super::entry::Entry;
use super::lines::entries;
use super::quote::whole;
use super::{RECORD, SOURCE};
use crate::error::Problem;
use crate::exchange::{Collector, address, locale};
use crate::record::{Record, Returned};
use crate::settle::{self, Habit};
use crate::{Exchange, Text, notes};

/// The exchange of a file.
pub(crate) fn read(text: &str) -> Result<Exchange, Problem> {
    let mut locales: Option<(Locale, Locale)> = None;
    let mut segments = Collector::new();
    entries(text, |entry| {
        if entry.context.is_none() && entry.id.as_deref() == Some("") {
            let header = entry.translation.as_deref().unwrap_or_default();
            let locale_of =
                |field: &str| locale(&header_field(header, field).replace('_', "-"), entry.at);
            locales.get_or_insert((locale_of(SOURCE)?, locale_of("Language")?));
            return Ok(());
        }
        let at = entry.at;
        match segment(entry)? {
            Some((context, returned)) => {
                let (resource, unit) = address(&context, at)?;
                segments.add(at, resource, Returned { unit, ..returned }.segment())
            }
            None => Ok(()),
        }
    })?;
    let (source, target) = locales.ok_or_else(|| {
        let message = format!("expected a header with `{SOURCE}` and `Language`");
        Problem::new(0, message, "import a file that was exported")
    })?;
    Ok(segments.done(source, target).flattened())
}

/// The value of a field of the header, in which tools may write `_` for `-`.
pub(super) fn header_field<'a>(header: &'a str, field: &str) -> &'a str {
    let mut fields = header.lines().filter_map(|line| line.split_once(':'));
    fields.find(|(name, _)| *name == field).map_or("", |(_, value)| value.trim())
}

/// The context of a message and what came back of it. Some tools drop the record of an obsolete
/// message; it says nothing of any unit then.
fn segment(entry: Entry) -> Result<Option<(String, Returned)>, Problem> {
    let is_record = |line: &String| line.starts_with(RECORD);
    let start = entry.extracted.iter().position(is_record).unwrap_or(entry.extracted.len());
    let (extracted, record) = entry.extracted.split_at(start);
    if record.is_empty() && entry.obsolete {
        return Ok(None);
    }
    // A tool may have wrapped the line.
    let line = record.join(" ");
    let line = whole(line.strip_prefix(RECORD).unwrap_or_default());
    let record = Record::of_line(&line, entry.at)?;
    let context = entry.context.ok_or_else(|| {
        let message = "expected `msgctxt` with the address of the unit";
        Problem::new(entry.at, message, "leave contexts as they were exported")
    })?;
    let translation = whole(&entry.translation.unwrap_or_default());
    let shown = settle::shown(record.state, record.freshness);
    let mark = match (entry.fuzzy, translation.is_empty()) {
        (true, _) | (_, true) => State::Initial,
        _ if entry.obsolete => shown,
        _ => shown.max(State::Translated),
    };
    let returned = Returned {
        unit: String::new(),
        source: Text::plain(whole(&entry.id.unwrap_or_default())),
        target: Some(Text::plain(translation)),
        was: entry.previous.map(|it| whole(&it)),
        notes: all_notes(extracted, &entry.comments),
        record,
        mark: Some(mark),
        habit: Habit::Unmark,
    };
    Ok(Some((whole(&context), returned)))
}

/// What the author says to the translator, then what the translator says.
fn all_notes(extracted: &[String], comments: &[String]) -> Vec<String> {
    let ours = extracted.iter().map(|it| whole(it)).collect::<Vec<_>>();
    let mut all = notes::of_lines(ours.iter().map(String::as_str));
    let theirs = comments.iter().filter(|it| !it.is_empty()).cloned().collect::<Vec<_>>();
    if !theirs.is_empty() {
        all.push(theirs.join("\n"));
    }
    all
}
