//! What every format carries of a segment beside its texts, for the way back.

use hexapla_model::{Fingerprint, Freshness, Meaning, State};

use crate::error::Problem;
use crate::settle::{self, Came, Habit};
use crate::{Segment, Text, lead};

/// The facts of a segment as it was exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) fingerprint: Fingerprint,
    pub(crate) state: State,
    pub(crate) freshness: Freshness,
    /// The seal of the target, where there was one.
    pub(crate) target: Option<String>,
    pub(crate) max_length: Option<u32>,
    /// What stands before the source, and before the target and the earlier source too where
    /// nothing else is said.
    pub(crate) lead: String,
    pub(crate) target_lead: Option<String>,
    /// Whether the earlier source is there whole, since it begins otherwise.
    pub(crate) was_whole: bool,
}

/// What a translator sees of a segment, and its record.
pub(crate) struct Shown {
    pub(crate) source: Text,
    pub(crate) target: Option<Text>,
    pub(crate) was: Option<String>,
    pub(crate) mark: State,
    pub(crate) record: Record,
}

/// What a format gave back of a segment.
pub(crate) struct Returned {
    pub(crate) unit: String,
    pub(crate) source: Text,
    pub(crate) target: Option<Text>,
    pub(crate) was: Option<String>,
    pub(crate) notes: Vec<String>,
    pub(crate) record: Record,
    /// What the tool says of the target; nothing where the format has no marks.
    pub(crate) mark: Option<State>,
    /// What tools do with such marks.
    pub(crate) habit: Habit,
}

/// A short hash of a target, by which an edit is seen. White space does not enter: tools change line
/// ends, and nobody looked at a text for that.
pub(crate) fn seal(target: &str) -> String {
    let words = target.split_whitespace().collect::<Vec<_>>();
    Meaning::of("target", &words.join(" ")).short()
}

impl Shown {
    pub(crate) fn of(segment: &Segment) -> Self {
        let (lead, source) = lead::split(&segment.source);
        let whole = segment.target.as_ref().filter(|text| !text.as_str().is_empty());
        let (target_lead, target) = whole.map(lead::split).unzip();
        let was = segment.was.as_deref().filter(|was| !was.is_empty());
        let cut = was.and_then(|was| was.strip_prefix(&lead)).filter(|was| !was.is_empty());
        Self {
            source,
            target,
            was: cut.or(was).map(str::to_owned),
            mark: settle::shown(segment.state, segment.freshness),
            record: Record {
                fingerprint: segment.fingerprint,
                state: segment.state,
                freshness: segment.freshness,
                target: whole.map(|text| seal(text.as_str())),
                max_length: segment.max_length,
                target_lead: target_lead.filter(|it| *it != lead),
                was_whole: was.is_some() && cut.is_none(),
                lead,
            },
        }
    }
}

impl Returned {
    /// The segment as the translator meant it.
    pub(crate) fn segment(self) -> Segment {
        let record = self.record;
        let target_lead = record.target_lead.as_deref().unwrap_or(&record.lead);
        let filled = self.target.filter(|text| !text.as_str().is_empty());
        let target = filled.map(|text| lead::join(target_lead, text));
        let mark = self.mark.unwrap_or(settle::shown(record.state, record.freshness));
        let source = lead::join(&record.lead, self.source);
        let came = Came {
            mark,
            target: target.as_ref().map(Text::as_str),
            source: source.as_str(),
            habit: self.habit,
        };
        let (state, freshness) = settle::settled(&record, &came);
        let was_lead = if record.was_whole { "" } else { &record.lead };
        Segment {
            unit: self.unit,
            fingerprint: record.fingerprint,
            source,
            target,
            was: self.was.map(|was| format!("{was_lead}{was}")),
            state,
            freshness,
            notes: self.notes,
            max_length: record.max_length,
        }
    }
}

impl Record {
    /// The record as names and values.
    pub(crate) fn fields(&self) -> Vec<(&'static str, String)> {
        let mut fields = vec![
            ("source", self.fingerprint.to_string()),
            ("state", self.state.to_string()),
            ("freshness", self.freshness.to_string()),
        ];
        let text = |it: &str| (!it.is_empty()).then(|| it.to_owned());
        let more = [
            ("target", self.target.clone()),
            ("max-length", self.max_length.map(|it| it.to_string())),
            ("lead", text(&self.lead)),
            ("target-lead", self.target_lead.clone()),
            ("previous", self.was_whole.then(|| "whole".to_owned())),
        ];
        fields.extend(more.into_iter().filter_map(|(name, value)| Some((name, value?))));
        fields
    }

    /// The record of names and values that were read at byte `at`; names it does not know are
    /// passed over.
    pub(crate) fn of_fields(fields: &[(String, String)], at: usize) -> Result<Self, Problem> {
        let value =
            |name: &str| fields.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str());
        let expected = |what: &str| {
            let message = format!("expected the {what} of the segment as it was exported");
            Problem::new(at, message, "import a file that was exported, with its metadata kept")
        };
        let freshness = value("freshness");
        Ok(Self {
            fingerprint: value("source")
                .and_then(|it| it.parse().ok())
                .ok_or_else(|| expected("source fingerprint"))?,
            state: value("state")
                .and_then(|it| it.parse().ok())
                .ok_or_else(|| expected("state"))?,
            freshness: Freshness::ALL
                .into_iter()
                .find(|it| freshness == Some(it.as_str()))
                .ok_or_else(|| expected("freshness"))?,
            target: value("target").map(str::to_owned),
            max_length: value("max-length")
                .map(|it| it.parse().map_err(|_| expected("greatest length")))
                .transpose()?,
            lead: value("lead").unwrap_or_default().to_owned(),
            target_lead: value("target-lead").map(str::to_owned),
            was_whole: value("previous") == Some("whole"),
        })
    }

    /// The record in one line: `source=… state=reviewed lead="title\s=\s"`.
    pub(crate) fn to_line(&self) -> String {
        let fields = self.fields();
        let words = fields.iter().map(|(name, value)| format!("{name}={}", quoted(value)));
        words.collect::<Vec<_>>().join(" ")
    }

    /// The record of such a line, which was read at byte `at`.
    pub(crate) fn of_line(line: &str, at: usize) -> Result<Self, Problem> {
        Self::of_fields(&line_fields(line), at)
    }
}

/// A value that has other characters than those of names stands in quotes, without white space: a
/// tool may wrap the line.
fn quoted(value: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if !value.is_empty() && value.chars().all(plain) {
        return value.to_owned();
    }
    let escaped = value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{}\"", escaped.replace('\r', "\\r").replace('\t', "\\t").replace(' ', "\\s"))
}

fn line_fields(line: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let mut rest = line.trim_start();
    while let Some((name, after)) = rest.split_once('=') {
        let (value, left) = match after.strip_prefix('"') {
            Some(inside) => unquoted(inside),
            None => {
                let end = after.find(' ').unwrap_or(after.len());
                (after[..end].to_owned(), &after[end..])
            }
        };
        fields.push((name.to_owned(), value));
        rest = left.trim_start();
        if fields.len() > 32 {
            break;
        }
    }
    fields
}

/// A value up to its closing quote, and what is behind that.
fn unquoted(inside: &str) -> (String, &str) {
    let mut value = String::new();
    let mut chars = inside.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return (value, &inside[at + 1..]),
            '\\' => match chars.next() {
                Some((_, 'n')) => value.push('\n'),
                Some((_, 'r')) => value.push('\r'),
                Some((_, 't')) => value.push('\t'),
                Some((_, 's')) => value.push(' '),
                Some((_, other)) => value.push(other),
                None => {}
            },
            c => value.push(c),
        }
    }
    (value, "")
}
