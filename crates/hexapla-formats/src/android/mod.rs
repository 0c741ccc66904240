//! Android's string resources: `strings.xml`.
//!
//! The text of a string, of each item of an array and of each quantity of plurals is a unit, but
//! where it is not `translatable` or refers to another resource. Its text is what is shown, with
//! its tags: escapes and references of XML are read where it can be told from the text how
//! they are to be written. Everything around it is kept byte for byte.

mod document;
mod insert;
mod text;

use std::collections::HashSet;
use std::ops::Range;

use hexapla_model::{Diagnostic, Meaning, Phrase, Unit, UnitKey, UnitKind};

use crate::normalise::{canonical, lf};
use crate::{Extracted, FieldRules, PLURAL_CATEGORIES, placeholders};
use document::{Document, Element, Resource};

pub(crate) use insert::insert;

/// A unit, with the places of its resource and, within that, of its item.
struct Found {
    unit: Unit,
    resource: usize,
    item: Option<usize>,
}

/// The content of an element that says `text`.
pub(crate) fn escaped(text: &str) -> String {
    text::write("", text, false)
}

/// The tags and references of a text, which stand in a file as they are.
pub(crate) fn verbatim(text: &str) -> impl Iterator<Item = &str> {
    text::parts(text, false).filter(|it| it.verbatim).map(|it| it.text)
}

/// The character of a reference that XML itself knows, where the text begins with one.
pub(crate) fn character(text: &str) -> Option<char> {
    text::character(text).map(|it| it.0)
}

/// The texts of a file. Where it is not well-formed, nothing of it is read.
pub(crate) fn extract(text: &str, rules: &FieldRules) -> Extracted {
    match Document::read(text) {
        Ok(document) => {
            let (found, mut diagnostics) = units(text, &document, rules);
            diagnostics.extend(document.problems);
            diagnostics.sort_by_key(|it| it.span.start);
            Extracted { units: found.into_iter().map(|it| it.unit).collect(), diagnostics }
        }
        Err(problem) => Extracted { units: Vec::new(), diagnostics: vec![problem] },
    }
}

/// The bytes that stand for `new` in place of a unit.
pub(crate) fn render(file: &str, unit: &Unit, new: &str) -> String {
    let raw = file.get(unit.span.clone()).unwrap_or_default();
    text::write(raw, new, is_cdata(file, unit.span.start))
}

fn units(text: &str, document: &Document, rules: &FieldRules) -> (Vec<Found>, Vec<Diagnostic>) {
    let (seen, found, problems) = (HashSet::new(), Vec::new(), Vec::new());
    let mut finder = Finder { text, rules, seen, found, problems };
    for (at, resource) in document.resources.iter().enumerate() {
        finder.resource(at, resource);
    }
    (finder.found, finder.problems)
}

struct Finder<'a> {
    text: &'a str,
    rules: &'a FieldRules,
    seen: HashSet<UnitKey>,
    found: Vec<Found>,
    problems: Vec<Diagnostic>,
}

impl Finder<'_> {
    fn resource(&mut self, at: usize, resource: &Resource) {
        let element = &resource.element;
        let Some(name) = &element.name else {
            return self.tell("android-name", element, "a resource without a `name`".to_owned());
        };
        if !element.translatable {
            return;
        }
        let name = match &element.product {
            Some(product) => format!("{name}({product})"),
            None => name.clone(),
        };
        if element.tag == "string" {
            return self.unit(UnitKey::new(&name), (element, element), at, None);
        }
        for (index, item) in resource.items.iter().enumerate() {
            let key = match (element.tag, category(item)) {
                ("plurals", Some(category)) => format!("{name}[{category}]"),
                ("plurals", None) => {
                    let what = "expected a `quantity` of zero, one, two, few, many or other";
                    self.tell("android-quantity", item, what.to_owned());
                    continue;
                }
                _ => format!("{name}[{index}]"),
            };
            self.unit(UnitKey::new(key), (element, item), at, Some(index));
        }
    }

    fn tell(&mut self, id: &'static str, element: &Element, what: String) {
        let problem = Diagnostic::error(id, element.start..element.end, Phrase::in_english(what));
        let hint = "set it right, as Android's build tools ask; until then it is not read";
        self.problems.push(problem.with_hint(Phrase::in_english(hint)));
    }

    fn unit(
        &mut self,
        key: UnitKey,
        (of, element): (&Element, &Element),
        resource: usize,
        item: Option<usize>,
    ) {
        if !self.seen.insert(key.clone()) {
            return self.tell("duplicate-key", element, format!("a second resource `{key}`"));
        }
        let Some(span) = place(self.text, element) else { return };
        let raw = self.text.get(span.clone()).unwrap_or_default();
        if text::is_reference(raw) {
            return;
        }
        let text = match text::read(raw, is_cdata(self.text, span.start)) {
            Ok(text) => lf(&text).into_owned(),
            Err((at, what)) => {
                let start = span.start + at;
                let problem =
                    Diagnostic::error("android-escape", start..start + 1, Phrase::in_english(what));
                let hint = "write `\\\\` for a backslash; until then the text is not read";
                return self.problems.push(problem.with_hint(Phrase::in_english(hint)));
            }
        };
        if text.is_empty() {
            return;
        }
        let comment = element.comment.as_ref().or(of.comment.as_ref()).cloned();
        let unit = Unit {
            key: Some(key),
            kind: UnitKind::Field,
            fingerprint: Meaning::of("text", &canonical(&text)),
            codes: placeholders::codes(&text, self.rules.placeholders),
            text,
            span,
            comment,
            anchor: None,
        };
        self.found.push(Found { unit, resource, item });
    }
}

/// The category that an item of plurals is for.
fn category(item: &Element) -> Option<&'static str> {
    let quantity = item.quantity.as_deref()?;
    PLURAL_CATEGORIES.into_iter().find(|it| *it == quantity)
}

/// Where the text of an element stands: within its CDATA section, where that is all it has. Nothing
/// where it has no content.
fn place(text: &str, element: &Element) -> Option<Range<usize>> {
    let span = element.content.clone()?;
    let raw = text.get(span.clone())?;
    let (open, close) = (text::CDATA, text::CDATA_END);
    let inner = raw.trim().strip_prefix(open).and_then(|it| it.strip_suffix(close));
    match inner.filter(|it| !it.contains(close)) {
        Some(inner) => {
            let start = span.start + raw.find(open)? + open.len();
            Some(start..start + inner.len())
        }
        None => Some(span),
    }
}

fn is_cdata(text: &str, start: usize) -> bool {
    text.get(..start).is_some_and(|before| before.ends_with(text::CDATA))
}
