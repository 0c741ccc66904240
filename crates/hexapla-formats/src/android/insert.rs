//! New resources into a file.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use hexapla_model::{Phrase, Unit, phrase};

use super::document::{Document, Element, Resource};
use super::{category, extract, is_cdata, place, text, units};
use crate::normalise::line_end;
use crate::splice::splice;
use crate::{FieldRules, Insertion, MergeError, PLURAL_CATEGORIES, PluralForm};

/// The target with new texts: each resource that it lacks as the source has it, behind its nearest
/// present neighbour; items and quantities where they belong in one that is there. An array keeps
/// its order: before an item that is new, those that are missing have the text of the source.
///
/// An empty target becomes the source's root with the given resources alone.
pub(crate) fn insert(
    source: &str,
    target: &str,
    insertions: &[Insertion],
    rules: &FieldRules,
) -> Result<Vec<u8>, MergeError> {
    let from = Document::read(source).map_err(|_| refused("the source cannot be read"))?;
    let (found, _) = units(source, &from, rules);
    let mut wanted: BTreeMap<usize, Vec<New<'_>>> = BTreeMap::new();
    let mut expected = BTreeSet::new();
    for it in insertions {
        let of = found.get(it.source_index).ok_or(MergeError::NoUnit(it.source_index))?;
        let key = it.key(&of.unit).ok_or(MergeError::NoUnit(it.source_index))?;
        let category = PluralForm::of(&key).map(|form| form.category);
        let new = New { item: of.item, category, text: &it.text };
        wanted.entry(of.resource).or_default().push(new);
        expected.insert((Some(key), it.text.clone()));
    }
    let target = &with_root(source, &from, target);
    let to = Document::read(target).map_err(|_| refused("the file cannot be read"))?;
    let before = extract(target, rules).units;
    let mut adding = Adding::new(source, target, &to);
    for (at, resource) in from.resources.iter().enumerate() {
        adding.resource(resource, wanted.get(&at).map_or(&[], Vec::as_slice));
    }
    let written = adding.written();
    let there = |unit: &Unit| (unit.key.clone(), unit.text.clone());
    let after: BTreeSet<_> = extract(&written, rules).units.iter().map(there).collect();
    if expected.is_subset(&after) && before.iter().all(|it| after.contains(&there(it))) {
        return Ok(written.into_bytes());
    }
    Err(refused("it is empty, or something else stands in its place; copy it from the source"))
}

fn refused(reason: &str) -> MergeError {
    let (expected, reason) = (phrase!("string resource"), Phrase::in_english(reason));
    MergeError::NotOneUnit { expected, reason }
}

/// The target with a root to put resources into.
fn with_root(source: &str, from: &Document, target: &str) -> String {
    if !target.trim_start_matches('\u{feff}').trim().is_empty() {
        return target.to_owned();
    }
    let end = line_end(source);
    format!("{}{end}</resources>{end}", source.get(..from.root.start).unwrap_or_default())
}

/// A new text for a resource or its item.
struct New<'a> {
    item: Option<usize>,
    category: Option<&'static str>,
    text: &'a str,
}

struct Adding<'a> {
    source: &'a str,
    target: &'a str,
    to: &'a Document,
    end: &'a str,
    places: HashMap<(&'static str, Option<&'a str>, Option<&'a str>), usize>,
    behind: Option<usize>,
    spliced: BTreeMap<usize, (Range<usize>, String)>,
}

impl<'a> Adding<'a> {
    fn new(source: &'a str, target: &'a str, to: &'a Document) -> Self {
        let mut places = HashMap::new();
        for (at, resource) in to.resources.iter().enumerate() {
            places.entry(name(&resource.element)).or_insert(at);
        }
        let (behind, spliced) = (None, BTreeMap::new());
        Self { source, target, to, end: line_end(target), places, behind, spliced }
    }

    fn resource(&mut self, resource: &Resource, new: &[New<'_>]) {
        let place = self.places.get(&name(&resource.element)).copied();
        self.behind = place.or(self.behind);
        let there = place.and_then(|at| self.to.resources.get(at));
        match (resource.element.tag, there) {
            _ if new.is_empty() => {}
            ("string", Some(there)) => self.replace(&there.element, &resource.element, new[0].text),
            ("plurals", Some(there)) => self.quantities(resource, there, new),
            (_, Some(there)) => self.items(resource, there, new),
            (tag, None) => {
                let written = match tag {
                    "string" => self.filled(&resource.element, new[0].text),
                    "plurals" => self.list(resource, &self.all_quantities(resource, new)),
                    _ => {
                        let all = |at| self.item(resource, at, new);
                        self.list(resource, &(0..resource.items.len()).map(all).collect::<Vec<_>>())
                    }
                };
                self.put(&written);
            }
        }
    }

    /// An element of the source with another text.
    fn filled(&self, element: &Element, new: &str) -> String {
        let Some(span) = place(self.source, element) else { return String::new() };
        let slice = |range: Range<usize>| self.source.get(range).unwrap_or_default();
        let text = text::write(slice(span.clone()), new, is_cdata(self.source, span.start));
        format!("{}{text}{}", slice(element.start..span.start), slice(span.end..element.end))
    }

    /// A text in an element of the target that says nothing.
    fn replace(&mut self, there: &Element, from: &Element, new: &str) {
        match place(self.target, there) {
            Some(span) => {
                let cdata = is_cdata(self.target, span.start);
                let raw = self.target.get(span.clone()).unwrap_or_default();
                self.spliced.insert(span.start, (span, text::write(raw, new, cdata)));
            }
            None => {
                let tag = self.target.get(there.start..there.end).unwrap_or_default();
                let head = tag.trim_end_matches("/>").trim_end();
                let text = format!("{head}>{}</{}>", text::write("", new, false), from.tag);
                self.spliced.insert(there.start, (there.start..there.end, text));
            }
        }
    }

    /// An item of an array, with a new text where there is one.
    fn item(&self, resource: &Resource, at: usize, new: &[New<'_>]) -> String {
        let Some(item) = resource.items.get(at) else { return String::new() };
        match new.iter().find(|it| it.item == Some(at)) {
            Some(new) => self.filled(item, new.text),
            None => self.source.get(item.start..item.end).unwrap_or_default().to_owned(),
        }
    }

    fn quantity(&self, resource: &Resource, category: &str, new: &New<'_>) -> String {
        let model = resource.items.iter().find(|it| self::category(it) == Some(category));
        let empty = || {
            let model = new.item.and_then(|at| resource.items.get(at));
            let span = model.and_then(|it| place(self.source, it)).unwrap_or_default();
            let raw = self.source.get(span).unwrap_or_default();
            let text = text::write(raw, new.text, false);
            format!("<item quantity=\"{category}\">{text}</item>")
        };
        model.map_or_else(empty, |model| self.filled(model, new.text))
    }

    fn all_quantities(&self, resource: &Resource, new: &[New<'_>]) -> Vec<String> {
        let of = |category: &'static str| {
            let new = new.iter().find(|it| it.category == Some(category))?;
            Some(self.quantity(resource, category, new))
        };
        PLURAL_CATEGORIES.into_iter().filter_map(of).collect()
    }

    /// A list as the source has it, with other items.
    fn list(&self, resource: &Resource, items: &[String]) -> String {
        let element = &resource.element;
        let slice = |range: Range<usize>| self.source.get(range).unwrap_or_default();
        let content = element.content.clone().unwrap_or(element.end..element.end);
        let (first, last) = (resource.items.first(), resource.items.last());
        let margin = first
            .map_or("", |it| slice(it.start - indentation(self.source, it.start).len()..it.start));
        let open = slice(element.start..content.start);
        let close = slice(last.map_or(content.end, |it| it.end)..element.end);
        let own_lines =
            slice(content.start..first.map_or(content.start, |it| it.start)).contains('\n');
        let end = if own_lines { self.end } else { "" };
        let items: String = items.iter().map(|it| format!("{end}{margin}{it}")).collect();
        let close = if own_lines { close.trim_start() } else { close };
        let margin = if own_lines { indentation(self.source, element.start) } else { "" };
        format!("{open}{items}{end}{margin}{close}")
    }

    /// Quantities into plurals that are there, in the order of CLDR.
    fn quantities(&mut self, resource: &Resource, there: &Resource, new: &[New<'_>]) {
        let order =
            |category: Option<&str>| PLURAL_CATEGORIES.iter().position(|it| Some(*it) == category);
        let mut new: Vec<&New<'_>> = new.iter().collect();
        new.sort_by_key(|it| order(it.category));
        for it in new {
            let Some(category) = it.category else { continue };
            if let Some(item) = there.items.iter().find(|it| self::category(it) == Some(category)) {
                self.replace(item, item, it.text);
                continue;
            }
            let text = self.quantity(resource, category, it);
            let before = |item: &&Element| order(self::category(item)) < order(Some(category));
            self.beside(
                &there.element,
                there.items.iter().rfind(before),
                there.items.first(),
                &text,
            );
        }
    }

    /// Items into an array that is there.
    fn items(&mut self, resource: &Resource, there: &Resource, new: &[New<'_>]) {
        let last = new.iter().filter_map(|it| it.item).max().unwrap_or_default();
        for new in new {
            if let Some((at, item)) = new.item.and_then(|at| Some((at, there.items.get(at)?))) {
                let _ = at;
                self.replace(item, item, new.text);
            }
        }
        for at in there.items.len()..=last {
            let text = self.item(resource, at, new);
            self.beside(&there.element, there.items.last(), None, &text);
        }
    }

    /// An item behind one that is there, before another, or alone in its list.
    fn beside(
        &mut self,
        list: &Element,
        behind: Option<&Element>,
        before: Option<&Element>,
        text: &str,
    ) {
        let end = self.end;
        let (at, text) = match (behind, before, &list.content) {
            (Some(it), _, _) => {
                (it.end, format!("{end}{}{text}", indentation(self.target, it.start)))
            }
            (None, Some(it), _) => {
                (it.start, format!("{text}{end}{}", indentation(self.target, it.start)))
            }
            (None, None, Some(content)) => (content.start, text.to_owned()),
            // One tag: what is read again will tell that nothing could be put in.
            (None, None, None) => return,
        };
        self.spliced.entry(at).or_insert((at..at, String::new())).1.push_str(&text);
    }

    /// A resource behind the one that the walk came by last.
    fn put(&mut self, text: &str) {
        let end = self.end;
        let behind = self.behind.and_then(|at| self.to.resources.get(at));
        let (at, text) = match (behind, self.to.resources.first()) {
            (Some(it), _) => {
                let it = &it.element;
                (it.end, format!("{end}{}{text}", indentation(self.target, it.start)))
            }
            (None, Some(first)) => {
                let first = &first.element;
                (first.above, format!("{text}{end}{}", indentation(self.target, first.above)))
            }
            (None, None) => {
                let inner = self.target.get(self.to.root.clone()).unwrap_or_default();
                let close = if inner.contains('\n') { "" } else { end };
                (self.to.root.start, format!("{end}    {text}{close}"))
            }
        };
        self.spliced.entry(at).or_insert((at..at, String::new())).1.push_str(&text);
    }

    fn written(&self) -> String {
        splice(self.target, self.spliced.values().map(|(span, new)| (span.clone(), new.as_str())))
    }
}

fn name(element: &Element) -> (&'static str, Option<&str>, Option<&str>) {
    (element.tag, element.name.as_deref(), element.product.as_deref())
}

/// The white space before `at` in its line, where nothing else stands before it.
fn indentation(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    if line.trim().is_empty() { line } else { "" }
}
