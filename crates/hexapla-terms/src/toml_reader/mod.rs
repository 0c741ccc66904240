//! From the text of `glossary.toml` to a [`Glossary`].

mod entry;
mod fields;

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use hexapla_model::{Diagnostic, Locale, Phrase};
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use crate::glossary::{Same, duplicate};
use crate::rules::Refusal;
use crate::{Entry, Glossary};

/// How many syntax errors are worth telling.
const ERRORS: usize = 20;
/// The keys of a file.
const FILE: [&str; 3] = ["version", "source_locale", "terms"];
type Table<'a> = DeTable<'a>;
type Field<'a> = Spanned<DeValue<'a>>;
type Key<'a> = Spanned<Cow<'a, str>>;
type Terms = Vec<Spanned<String>>;

/// Reads files as one glossary.
///
/// # Errors
/// Every mistake, beside the number of its file.
pub(crate) fn read(texts: &[&str]) -> Result<Glossary, Vec<(usize, Diagnostic)>> {
    let mut all = Joined::default();
    for (number, text) in texts.iter().enumerate() {
        let mut reader = Reader::default();
        reader.file(text, &mut all);
        reader.problems.sort_by_key(|it| it.span.start);
        all.problems.extend(reader.problems.into_iter().map(|it| (number, it)));
    }
    match all.source {
        Some(source) if all.problems.is_empty() => Ok(Glossary::sorted(source, all.entries)),
        Some(_) => Err(all.problems),
        None => {
            if all.problems.is_empty() {
                all.problems.push((0, problem(0..0, "expected a file", "write `glossary.toml`")));
            }
            Err(all.problems)
        }
    }
}

/// What was read of all files so far.
#[derive(Default)]
struct Joined {
    source: Option<Locale>,
    entries: Vec<Entry>,
    ids: HashSet<String>,
    same: Same,
    problems: Vec<(usize, Diagnostic)>,
}

/// Reads one file, notes what is wrong and reads on.
#[derive(Default)]
struct Reader {
    problems: Vec<Diagnostic>,
}

fn problem(span: Range<usize>, message: impl Into<String>, hint: impl Into<String>) -> Diagnostic {
    Diagnostic::error("glossary", span, Phrase::in_english(message))
        .with_hint(Phrase::in_english(hint))
}

fn syntax(error: &Error) -> Diagnostic {
    let span = error.span().unwrap_or(0..0);
    let message = error.message().trim().replace('\n', ", ");
    Diagnostic::error("glossary-syntax", span, Phrase::in_english(message))
        .with_hint(Phrase::in_english("see docs/glossary.md"))
}

impl Reader {
    fn tell(&mut self, span: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        self.problems.push(problem(span, message, hint));
    }

    fn refused(&mut self, span: Range<usize>, refusal: Refusal) {
        self.tell(span, refusal.message, refusal.hint);
    }

    fn file(&mut self, text: &str, all: &mut Joined) {
        let (table, errors) = DeTable::parse_recoverable(text);
        if !errors.is_empty() {
            self.problems.extend(errors.iter().take(ERRORS).map(syntax));
            return;
        }
        let table = table.get_ref();
        if !self.version(table) {
            return;
        }
        self.known_keys(table, &FILE);
        self.source(table, all);
        for (id, field) in self.table_in(table, "terms").into_iter().flat_map(DeTable::iter) {
            let Some(fields) = self.as_table(field) else { continue };
            if let Some(entry) = self.entry(id, fields) {
                self.add(id, fields, entry, all);
            }
        }
    }

    /// What a later version writes cannot be judged key by key.
    fn version(&mut self, table: &Table<'_>) -> bool {
        match table.get("version").map(|it| (it.span(), it.get_ref())) {
            Some((_, DeValue::Integer(number))) if number.as_str() == "1" => return true,
            Some((span, _)) => self.tell(span, "expected `version = 1`", "update hexapla"),
            None => self.tell(0..0, "expected `version = 1`", "write it at the top"),
        }
        false
    }

    fn source(&mut self, table: &Table<'_>, all: &mut Joined) {
        let hint = "write the locale of the terms at the top: `source_locale = \"en\"`";
        let Some(field) = table.get("source_locale") else {
            self.tell(0..0, "expected `source_locale`", hint);
            return;
        };
        let Some(text) = self.as_str(field) else { return };
        let Some(locale) = self.locale(text, field.span()) else { return };
        match &all.source {
            Some(first) if *first != locale => {
                let message = format!("`{locale}`, expected `{first}` as in the first file");
                self.tell(field.span(), message, "keep files of another source apart");
            }
            _ => all.source = Some(locale),
        }
    }

    /// Adds an entry to those of all files.
    fn add(&mut self, id: &Key<'_>, fields: &Table<'_>, entry: Entry, all: &mut Joined) {
        if !all.ids.insert(entry.id.clone()) {
            let message = format!("`{}` stands in an earlier file too", entry.id);
            self.tell(id.span(), message, "keep one of them");
        }
        if let Some(other) = all.same.add(&entry) {
            let span = fields.get("term").map_or(id.span(), Spanned::span);
            let hint = "keep one of them, or tell them apart by `part_of_speech` or `domain`";
            self.tell(span, duplicate(&entry.term, &other), hint);
        }
        self.not_the_source(fields, &entry, all.source.as_ref());
        all.entries.push(entry);
    }

    fn not_the_source(&mut self, fields: &Table<'_>, entry: &Entry, source: Option<&Locale>) {
        let Some(source) = source.filter(|it| entry.targets.contains_key(it)) else { return };
        let targets = fields.get("targets").and_then(|it| it.get_ref().as_table());
        let mut tags = targets.into_iter().flat_map(DeTable::keys);
        if let Some(tag) = tags.find(|it| it.get_ref().parse().ok().as_ref() == Some(source)) {
            let message = format!("`{source}` is the locale of the sources");
            self.tell(tag.span(), message, "write its terms as `term`, `admitted` and `forbidden`");
        }
    }
}
