//! New messages into a catalogue.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use hexapla_model::{Phrase, Unit, UnitKey, phrase};

use super::forms::{self, Forms};
use super::reader::{File, Message};
use super::{category, extract, header, key, string};
use crate::normalise::line_end;
use crate::splice::splice;
use crate::{FieldRules, Insertion, MergeError};

/// The target with new messages, each with the comments of its source, behind its nearest present
/// neighbour. Of a message that is there only the form is added, or put where it says nothing.
///
/// An empty target becomes the source's header, made that of the locale, with the given messages
/// alone; so does the header of a target that is still the source's.
pub(crate) fn insert(
    source: &str,
    target: &str,
    insertions: &[Insertion],
    rules: &FieldRules,
) -> Result<Vec<u8>, MergeError> {
    let units = extract(source, rules).units;
    let mut wanted: BTreeMap<UnitKey, (Option<&'static str>, &str)> = BTreeMap::new();
    for it in insertions {
        let unit = units.get(it.source_index).ok_or(MergeError::NoUnit(it.source_index))?;
        let key = it.key(unit).ok_or(MergeError::NoUnit(it.source_index))?;
        wanted.insert(key.clone(), (category(&key), &it.text));
    }
    let from = File::read(source);
    let target = &with_header(source, &from, target, rules);
    let before = extract(target, rules).units;
    let mut adding = Adding::new(target, source)?;
    for message in from.messages.iter().filter(|it| !it.is_header()) {
        adding.message(message, &mut wanted)?;
    }
    let written = adding.written();
    let after = extract(&written, rules).units;
    let there = |unit: &Unit| (unit.key.clone(), unit.text.clone());
    let after: BTreeSet<_> = after.iter().map(there).collect();
    let new: BTreeSet<_> = insertions
        .iter()
        .filter_map(|it| Some((it.key(units.get(it.source_index)?), it.text.clone())))
        .collect();
    let replaced: BTreeSet<_> = new.iter().map(|(key, _)| key).collect();
    let kept = before.iter().filter(|it| !replaced.contains(&it.key)).map(there);
    if wanted.is_empty() && new.is_subset(&after) && kept.into_iter().all(|it| after.contains(&it))
    {
        return Ok(written.into_bytes());
    }
    Err(refused("it has no place here, or says nothing; copy the message from the source"))
}

fn refused(reason: &str) -> MergeError {
    MergeError::NotOneUnit { expected: phrase!("message"), reason: Phrase::in_english(reason) }
}

/// The target, with a header of its own.
fn with_header(source: &str, from: &File, target: &str, rules: &FieldRules) -> String {
    let blank = target.trim_start_matches('\u{feff}').trim().is_empty();
    let its = File::read(target);
    let (theirs, ours) = (header::of(from), header::of(&its));
    let field = |of, name| header::field(of, name).unwrap_or_default();
    let alike = |name| field(theirs, name) == field(ours, name);
    let is_sources = blank || (!ours.is_empty() && alike("Language") && alike("Plural-Forms"));
    let end = line_end(if blank { source } else { target });
    let text = match (blank, from.header()) {
        (true, Some(it)) => format!("{}{end}", source.get(it.start..it.end()).unwrap_or_default()),
        (true, None) => String::new(),
        (false, _) => target.to_owned(),
    };
    let locale = rules.locale.as_ref().filter(|_| is_sources);
    // A target that is in the source's own language keeps its header.
    let own = |it: &&hexapla_model::Locale| {
        let language = field(theirs, "Language").split(['_', '-', '.', '@']).next();
        blank || language != Some(it.language())
    };
    match locale.filter(own) {
        Some(locale) => header::in_locale(&text, locale).replace('\n', end_of(&text, end)),
        None => text,
    }
}

/// What LF is to be in a text that was written anew: an empty one had no line ends to go by.
fn end_of<'e>(text: &str, end: &'e str) -> &'e str {
    if text.is_empty() { end } else { "\n" }
}

type Wanted<'a> = BTreeMap<UnitKey, (Option<&'static str>, &'a str)>;

struct Adding<'a> {
    target: &'a str,
    source: &'a str,
    end: &'a str,
    forms: Forms,
    its: File,
    /// The target's messages by context and id.
    places: HashMap<(Option<String>, Option<String>), usize>,
    /// The target's message that the walk came by last.
    behind: Option<usize>,
    /// What is put in the place of what, by place.
    spliced: BTreeMap<(usize, usize), String>,
}

impl<'a> Adding<'a> {
    fn new(target: &'a str, source: &'a str) -> Result<Self, MergeError> {
        let its = File::read(target);
        let forms = forms::of_header(header::of(&its));
        let forms = forms.map_err(|what| refused(&format!("the header cannot be read: {what}")))?;
        let mut places = HashMap::new();
        for (at, message) in its.messages.iter().enumerate() {
            places.entry((message.context.clone(), message.id.clone())).or_insert(at);
        }
        let (behind, spliced) = (its.messages.iter().position(Message::is_header), BTreeMap::new());
        let end = line_end(if target.is_empty() { source } else { target });
        Ok(Self { target, source, end, forms, its, places, behind, spliced })
    }

    /// Adds what is wanted of a message of the source.
    fn message(&mut self, message: &Message, wanted: &mut Wanted<'a>) -> Result<(), MergeError> {
        let mut texts = Vec::new();
        let categories = match message.plural {
            None => vec![None],
            Some(_) => crate::PLURAL_CATEGORIES.into_iter().map(Some).collect(),
        };
        for category in categories {
            texts.extend(wanted.remove(&key(message, category)));
        }
        let place = self.places.get(&(message.context.clone(), message.id.clone())).copied();
        if let Some(at) = place {
            self.behind = Some(at);
        }
        match place {
            _ if texts.is_empty() => Ok(()),
            Some(at) => self.forms(at, &texts),
            None => {
                let new = self.written_anew(message, &texts)?;
                self.put(&new);
                Ok(())
            }
        }
    }

    fn number(&self, category: Option<&'static str>) -> Result<usize, MergeError> {
        let Some(category) = category else { return Ok(0) };
        self.forms.iter().position(|it| *it == Some(category)).ok_or_else(|| {
            let reason = format!("`Plural-Forms` of the header has no form for `{category}`");
            refused(&reason)
        })
    }

    /// Adds forms to a message that is there.
    fn forms(
        &mut self,
        at: usize,
        texts: &[(Option<&'static str>, &str)],
    ) -> Result<(), MergeError> {
        for (category, text) in texts {
            let number = self.number(*category)?;
            let Some(message) = self.its.messages.get(at) else { return Ok(()) };
            if message.plural.is_some() != category.is_some() {
                return Err(refused("only one of source and target has plural forms"));
            }
            let string = string::write("", text, self.end);
            match message.forms.iter().find(|it| it.index == number) {
                Some(form) => {
                    let span = &form.string.span;
                    self.spliced.insert((span.start, span.end), string);
                }
                None => {
                    let line = format!("{}msgstr[{number}] {string}", self.end);
                    let before = message.forms.iter().rev().find(|it| it.index < number);
                    let end = before.map_or(message.end(), |it| it.string.span.end);
                    self.spliced.entry((end, end)).or_default().push_str(&line);
                }
            }
        }
        Ok(())
    }

    /// A message as the source has it, with new texts.
    fn written_anew(
        &self,
        message: &Message,
        texts: &[(Option<&'static str>, &str)],
    ) -> Result<String, MergeError> {
        let first = message.forms.first().map_or(message.end(), |it| it.start);
        let head = self.source.get(message.start..first).unwrap_or_default();
        let is_kept = |line: &&str| !line.trim_start().starts_with("#|");
        let mut out = String::new();
        for line in head.lines().filter(is_kept) {
            out.push_str(&format!("{}{}", line.trim_start(), self.end));
        }
        if message.plural.is_none() {
            let text = texts.first().map_or("", |it| it.1);
            out.push_str(&format!("msgstr {}", string::write("", text, self.end)));
            return Ok(out);
        }
        let mut lines = vec!["\"\"".to_owned(); self.forms.len()];
        for (category, text) in texts {
            lines[self.number(*category)?] = string::write("", text, self.end);
        }
        let line = |(number, line)| format!("msgstr[{number}] {line}");
        let lines: Vec<String> = lines.iter().enumerate().map(line).collect();
        out.push_str(&lines.join(self.end));
        Ok(out)
    }

    /// Puts a message behind the one that the walk came by last.
    fn put(&mut self, message: &str) {
        let end = self.end;
        let (at, text) =
            match (self.behind.and_then(|at| self.its.messages.get(at)), self.its.messages.first())
            {
                (Some(behind), _) => (behind.end(), format!("{end}{end}{message}")),
                (None, Some(first)) => (first.start, format!("{message}{end}{end}")),
                (None, None) => {
                    let open = if self.target.is_empty() || self.target.ends_with('\n') {
                        ""
                    } else {
                        end
                    };
                    (self.target.len(), format!("{open}{message}{end}"))
                }
            };
        self.spliced.entry((at, at)).or_default().push_str(&text);
    }

    fn written(&self) -> String {
        splice(self.target, self.spliced.iter().map(|((from, to), new)| (*from..*to, new.as_str())))
    }
}
