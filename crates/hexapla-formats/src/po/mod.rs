//! PO of GNU gettext.
//!
//! A message is a unit whose key is its `msgid`, behind its `msgctxt`; each of its plural forms is
//! a unit of its own, by the category of CLDR that it is for. The text is `msgstr`, or `msgid` where
//! that is empty: it is what programs show then, and what a template asks to be translated. So
//! an untranslated message reads as its source does. Comments, flags, obsolete messages and how
//! strings are broken into lines are kept byte for byte.
//!
//! The reader is our own: those at hand give no places, and one panics on files that were cut.

mod forms;
mod formula;
mod header;
mod insert;
mod mo;
mod reader;
mod string;

use std::collections::HashSet;

use hexapla_model::{Diagnostic, Locale, Meaning, Phrase, Unit, UnitKey, UnitKind};

use crate::normalise::{canonical, lf, line_end};
use crate::{Extracted, FieldRules, PLURAL_CATEGORIES, PluralForm, placeholders};
use forms::Forms;
use reader::{File, Form, Message};

pub(crate) use insert::insert;
pub(crate) use mo::to_mo;

/// The messages of a file. One that is broken is told of and is no unit.
pub(crate) fn extract(text: &str, rules: &FieldRules) -> Extracted {
    let file = File::read(text);
    let mut reader = Units::new(&file, rules);
    file.messages.iter().filter(|it| !it.is_header()).for_each(|it| reader.message(it));
    let mut found = reader.found;
    found.diagnostics.extend(file.problems);
    found.diagnostics.sort_by_key(|problem| problem.span.start);
    found
}

/// The bytes of a translation that says `new`. That of a message which is `fuzzy` begins with its
/// flags, and is so no longer.
pub(crate) fn render(file: &str, unit: &Unit, new: &str) -> String {
    let raw = file.get(unit.span.clone()).unwrap_or_default();
    let end = line_end(file);
    if !raw.starts_with('#') {
        return string::write(raw, new, end);
    }
    let (flags, rest) = raw.split_once('\n').unwrap_or((raw, ""));
    let kept: Vec<&str> =
        flags[1..].split(',').map(str::trim).filter(|it| !matches!(*it, "" | "fuzzy")).collect();
    let flags = match kept.is_empty() {
        true => String::new(),
        false => format!("#, {}{end}", kept.join(", ")),
    };
    let message = File::read(rest).messages.pop();
    let place = message.and_then(|it| Some(it.forms.first()?.string.span.clone()));
    let place = place.unwrap_or(rest.len()..rest.len());
    let string = string::write(rest.get(place.clone()).unwrap_or_default(), new, end);
    format!("{flags}{}{string}", rest.get(..place.start).unwrap_or_default())
}

/// The catalogue as one of `locale`; see [`header::in_locale`].
pub(crate) fn in_locale(text: &str, locale: &Locale) -> String {
    header::in_locale(text, locale)
}

/// The categories of the forms that a catalogue of `locale` has, where they are known.
pub(crate) fn plurals_of(locale: &Locale) -> Option<Forms> {
    let plurals = forms::of_locale(locale)?;
    let language = locale.as_str().replace('-', "_");
    forms::of_header(&format!("Language: {language}\nPlural-Forms: {plurals}\n")).ok()
}

/// A string that says `text`.
pub(crate) fn quoted(text: &str) -> String {
    string::write("", text, "\n")
}

/// Makes units of messages.
struct Units<'a> {
    rules: &'a FieldRules,
    forms: Result<Forms, String>,
    /// Whether it was told why forms cannot be read.
    told: bool,
    seen: HashSet<UnitKey>,
    header: std::ops::Range<usize>,
    found: Extracted,
}

impl<'a> Units<'a> {
    fn new(file: &File, rules: &'a FieldRules) -> Self {
        let forms = forms::of_header(header::of(file));
        let header = file.header().map_or(0..0, |it| it.keywords..it.end());
        let (seen, found) = (HashSet::new(), Extracted::default());
        Self { rules, forms, told: false, seen, header, found }
    }

    fn message(&mut self, message: &Message) {
        if message.plural.is_none() {
            if let Some(span) = &message.fuzzy {
                self.fuzzy(span.clone(), "a new text takes the mark away");
            }
            let Some(form) = message.forms.first() else { return };
            let text = text(form, message.id.as_deref());
            self.unit(message, form, None, text);
            return;
        }
        if let Some(span) = &message.fuzzy {
            self.fuzzy(span.clone(), "take the mark away when all forms are right");
        }
        for form in &message.forms {
            if let Some(category) = self.category(form) {
                let id = if category == "one" { &message.id } else { &message.plural };
                self.unit(message, form, Some(category), text(form, id.as_deref()));
            }
        }
    }

    fn fuzzy(&mut self, span: std::ops::Range<usize>, hint: &str) {
        let message = "marked `fuzzy`: programs show the source instead";
        let problem = Diagnostic::warning("po-fuzzy", span, Phrase::in_english(message));
        self.found.diagnostics.push(problem.with_hint(Phrase::in_english(hint)));
    }

    fn category(&mut self, form: &Form) -> Option<&'static str> {
        match &self.forms {
            Ok(forms) => {
                let category = forms.get(form.index).copied().flatten();
                if category.is_none() {
                    let message = format!("no number takes form {}, by CLDR", form.index);
                    let span = form.start..form.string.span.start;
                    let problem =
                        Diagnostic::warning("po-plural", span, Phrase::in_english(message));
                    let hint = "set `Plural-Forms` and `Language` of the header right";
                    self.found.diagnostics.push(problem.with_hint(Phrase::in_english(hint)));
                }
                category
            }
            Err(what) => {
                if !std::mem::replace(&mut self.told, true) {
                    let problem = Diagnostic::error(
                        "po-plural",
                        self.header.clone(),
                        Phrase::in_english(what.clone()),
                    );
                    let hint = "set the header right; until then no plural form is read";
                    self.found.diagnostics.push(problem.with_hint(Phrase::in_english(hint)));
                }
                None
            }
        }
    }

    fn unit(&mut self, message: &Message, form: &Form, category: Option<&str>, text: String) {
        let key = key(message, category);
        if !self.seen.insert(key.clone()) {
            let what = format!("a second message `{key}`");
            let problem = Diagnostic::error(
                "duplicate-key",
                message.keywords..form.start,
                Phrase::in_english(what),
            );
            let hint = "only the first is read: remove this one, or give it another `msgctxt`";
            self.found.diagnostics.push(problem.with_hint(Phrase::in_english(hint)));
            return;
        }
        if text.is_empty() {
            return;
        }
        let start = message.fuzzy.as_ref().filter(|_| category.is_none()).map(|it| it.start);
        let comment = message.extracted.join("\n");
        self.found.units.push(Unit {
            key: Some(key),
            kind: UnitKind::Field,
            fingerprint: Meaning::of("text", &canonical(&text)),
            codes: placeholders::codes(&text, self.rules.placeholders),
            text,
            span: start.unwrap_or(form.string.span.start)..form.string.span.end,
            comment: (!comment.is_empty()).then_some(comment),
            anchor: None,
        });
    }
}

/// What a form says, or what it is to be made from.
fn text(form: &Form, id: Option<&str>) -> String {
    let own = Some(form.string.text.as_str()).filter(|text| !text.is_empty());
    lf(own.or(id).unwrap_or_default()).into_owned()
}

/// The key of a message, or of its form in a category: `Open`, `menu|Open`, `%d files[one]`.
fn key(message: &Message, category: Option<&str>) -> UnitKey {
    let mut key = String::new();
    if let Some(context) = &message.context {
        escape(context, &mut key);
        key.push('|');
    }
    escape(message.id.as_deref().unwrap_or_default(), &mut key);
    match category {
        Some(category) => key.push_str(&format!("[{category}]")),
        None if names_a_form(&key) => key.insert(key.len() - 1, '\\'),
        None => {}
    }
    UnitKey::new(key)
}

/// Whether a key would read as that of a plural form.
fn names_a_form(key: &str) -> bool {
    let ends = |category: &&str| key.ends_with(&format!("[{category}]"));
    PLURAL_CATEGORIES.iter().any(ends)
}

/// A part of a key on one line, its bars told from the one between two parts.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '\\' | '|' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push_str(&format!("\\{{{:x}}}", u32::from(c))),
            c => out.push(c),
        }
    }
}

/// The category that a key names a form of, in brackets.
fn category(key: &UnitKey) -> Option<&'static str> {
    PluralForm::of(key).filter(PluralForm::is_in_brackets).map(|form| form.category)
}
