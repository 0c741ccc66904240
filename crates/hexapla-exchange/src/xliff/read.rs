//! Reading XLIFF 2.0 and 2.1.

use std::collections::HashMap;

use hexapla_model::{CodeKind, State};

use super::{OURS, PREVIOUS};
use crate::error::{Problem, spend};
use crate::escape::unescape;
use crate::exchange::{Collector, locale, resource};
use crate::limits;
use crate::record::{Record, Returned};
use crate::settle::Habit;
use crate::text::kind_of;
use crate::xml::{Document, Element, Node, Space, Step, root};
use crate::{Exchange, Text};

/// The exchange of a document.
pub(crate) fn read(text: &str) -> Result<Exchange, Problem> {
    let mut document = Document::open(text)?;
    let what = "`<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\">`";
    let root = root(&mut document, Space::Xliff, "xliff", what)?;
    let version = root.expect("version")?;
    if !matches!(version, "2.0" | "2.1") {
        let message = format!("XLIFF {version}, expected 2.0 or 2.1");
        return Err(Problem::new(root.at, message, "export as XLIFF 2.1, or as 1.2"));
    }
    let source = locale(root.expect("srcLang")?, root.at)?;
    let target = locale(root.expect("trgLang")?, root.at)?;
    let mut files = Collector::new();
    let mut left = limits::TEXT;
    while let Some(step) = document.next()? {
        match step {
            Step::Open(file) if file.is(Space::Xliff, "file") => {
                read_file(&mut document, &file, &mut files, &mut left)?;
            }
            Step::Open(_) => document.skip()?,
            Step::Close(..) | Step::Text(_) => {}
        }
    }
    Ok(files.done(source, target))
}

fn read_file(
    document: &mut Document,
    file: &Element,
    files: &mut Collector,
    left: &mut usize,
) -> Result<(), Problem> {
    let resource = resource(&unescape(file.expect("original")?), file.at)?;
    files.file(resource.clone());
    while let Some(step) = document.next()? {
        match step {
            Step::Open(unit) if unit.is(Space::Xliff, "unit") => {
                let unit = document.subtree(unit)?;
                files.add(unit.at, resource.clone(), read_unit(&unit, left)?.segment())?;
            }
            Step::Open(group) if group.is(Space::Xliff, "group") => {}
            Step::Open(_) => document.skip()?,
            Step::Close(Space::Xliff, name) if name == "file" => break,
            Step::Close(..) | Step::Text(_) => {}
        }
    }
    Ok(())
}

fn read_unit(unit: &Element, left: &mut usize) -> Result<Returned, Problem> {
    let parts = parts(unit, left)?;
    let mark = parts.iter().filter_map(|part| part.mark).min().ok_or_else(|| {
        Problem::new(unit.at, "expected a `<segment>`", "import a file that was exported")
    })?;
    let mut source = Text::default();
    parts.iter().for_each(|part| source.append(part.source.clone()));
    let half = parts.iter().any(Part::is_open);
    let target = target(parts);
    // Half a translation is one that somebody doubts.
    let (mark, habit) = match half && target.is_some() {
        true => (State::Initial, Habit::Unmark),
        false => (mark, Habit::Leave),
    };
    let (was, notes) = notes(unit);
    Ok(Returned {
        unit: unescape(unit.expect("name")?).into_owned(),
        source,
        target,
        was,
        notes,
        record: record(unit)?,
        mark: Some(mark),
        habit,
    })
}

/// A `<segment>` or `<ignorable>`. We write one segment; a tool may cut it.
struct Part {
    source: Text,
    target: Option<Text>,
    /// Where the target stands among those of the unit.
    order: usize,
    /// What a segment is marked as; what is ignorable has no mark.
    mark: Option<State>,
}

impl Part {
    /// Whether somebody has to translate it yet.
    fn is_open(&self) -> bool {
        self.mark.is_some() && self.target.is_none() && !self.source.as_str().is_empty()
    }
}

fn parts(unit: &Element, left: &mut usize) -> Result<Vec<Part>, Problem> {
    let data = data(unit)?;
    let mut inline = Inline { data: &data, codes: HashMap::new(), left };
    let named = |it: &&Element| matches!(it.name.as_str(), "segment" | "ignorable");
    let mut parts = Vec::new();
    for part in unit.elements().filter(|it| it.space == Space::Xliff).filter(named) {
        let source = part.child("source").ok_or_else(|| {
            let expected = "expected `<source>` in `<segment>`";
            Problem::new(part.at, expected, "import a file that was exported")
        })?;
        let source = inline.text(source)?;
        let target = part.child("target");
        let order = target.and_then(|it| it.attribute("order")?.parse().ok());
        let target = target.map(|it| inline.text(it)).transpose()?;
        parts.push(Part {
            source,
            target: target.filter(|text| !text.as_str().is_empty()),
            order: order.unwrap_or(parts.len() + 1),
            mark: (part.name == "segment").then(|| state(part)).transpose()?,
        });
    }
    Ok(parts)
}

/// The target of a unit, if any of its segments has one. What is ignorable and has none stays as it
/// is in the source.
fn target(mut parts: Vec<Part>) -> Option<Text> {
    if !parts.iter().any(|part| part.mark.is_some() && part.target.is_some()) {
        return None;
    }
    parts.sort_by_key(|part| part.order);
    let mut target = Text::default();
    for part in parts {
        let ignorable = part.mark.is_none().then_some(part.source);
        target.append(part.target.or(ignorable).unwrap_or_default());
    }
    Some(target)
}

/// What a segment is marked as; a segment that says nothing is initial.
fn state(segment: &Element) -> Result<State, Problem> {
    let state = segment.attribute("state").map_or(Ok(State::Initial), str::parse);
    state.map_err(|error: hexapla_model::ParseStateError| {
        Problem::new(segment.at, error.to_string(), "use the states of XLIFF 2.1")
    })
}

fn record(unit: &Element) -> Result<Record, Problem> {
    let metadata = unit.elements().filter(|it| it.is(Space::Metadata, "metadata"));
    let groups = metadata.flat_map(Element::elements);
    let ours = groups.filter(|it| it.attribute("category") == Some(OURS));
    let metas = ours.flat_map(Element::elements).take(64);
    let field = |meta: &Element| {
        (meta.attribute("type").unwrap_or_default().to_owned(), unescape(&meta.text()).into_owned())
    };
    Record::of_fields(&metas.map(field).collect::<Vec<_>>(), unit.at)
}

/// The earlier source, and what else is said to the translator or by them.
fn notes(unit: &Element) -> (Option<String>, Vec<String>) {
    let all = unit.elements().filter(|it| it.is(Space::Xliff, "notes")).flat_map(Element::elements);
    let (was, notes): (Vec<_>, Vec<_>) =
        all.partition(|it| it.attribute("category") == Some(PREVIOUS));
    let text = |note: &&Element| unescape(&note.text()).into_owned();
    (was.first().map(text), notes.iter().map(text).collect())
}

/// The raw texts that codes stand for, by their identifiers.
fn data(unit: &Element) -> Result<HashMap<&str, String>, Problem> {
    let mut data = HashMap::new();
    let all = unit.elements().filter(|it| it.is(Space::Xliff, "originalData"));
    for element in all.flat_map(Element::elements) {
        data.insert(element.expect("id")?, raw(element)?);
    }
    Ok(data)
}

/// Text with `<cp>`.
fn raw(element: &Element) -> Result<String, Problem> {
    let mut text = String::new();
    for node in &element.children {
        match node {
            Node::Text(more) => text.push_str(more),
            Node::Element(cp) => text.push(character(cp)?),
        }
    }
    Ok(text)
}

/// The character of a `<cp>`.
fn character(cp: &Element) -> Result<char, Problem> {
    let hex = cp.attribute("hex").and_then(|hex| u32::from_str_radix(hex, 16).ok());
    hex.and_then(char::from_u32).filter(|_| cp.is(Space::Xliff, "cp")).ok_or_else(|| {
        let message = format!("`<{}>`, expected text or `<cp hex=\"…\"/>`", cp.name);
        Problem::new(cp.at, message, "remove it")
    })
}

/// Reads texts with codes. A code of the target that names no data stands for what the source's
/// code of that identifier does.
struct Inline<'a> {
    data: &'a HashMap<&'a str, String>,
    codes: HashMap<String, (CodeKind, String, String)>,
    /// How many bytes of text may yet be read.
    left: &'a mut usize,
}

impl Inline<'_> {
    fn text(&mut self, element: &Element) -> Result<Text, Problem> {
        let mut text = Text::default();
        self.content(element, &mut text)?;
        Ok(text)
    }

    fn content(&mut self, element: &Element, text: &mut Text) -> Result<(), Problem> {
        for node in &element.children {
            match node {
                Node::Text(words) => text.push_str(words),
                Node::Element(inline) if inline.space == Space::Xliff => {
                    self.inline(inline, text)?;
                }
                Node::Element(_) => {}
            }
        }
        Ok(())
    }

    fn inline(&mut self, inline: &Element, text: &mut Text) -> Result<(), Problem> {
        match inline.name.as_str() {
            "cp" => text.push_str(character(inline)?.encode_utf8(&mut [0; 4])),
            "mrk" => self.content(inline, text)?,
            "sm" | "em" => {}
            "pc" => {
                self.code(inline, ["dataRefStart", "dispStart", "start"], text)?;
                self.content(inline, text)?;
                self.code(inline, ["dataRefEnd", "dispEnd", "end"], text)?;
            }
            "ph" | "sc" | "ec" => self.code(inline, ["dataRef", "disp", ""], text)?,
            name => {
                let message = format!("`<{name}>` within text");
                return Err(Problem::new(inline.at, message, "remove it, and keep its text"));
            }
        }
        Ok(())
    }

    fn code(&mut self, inline: &Element, names: [&str; 3], text: &mut Text) -> Result<(), Problem> {
        let [reference, shown, part] = names;
        let id = inline.attribute("id").or(inline.attribute("startRef")).unwrap_or_default();
        let key = format!("{part}#{id}");
        let copied = inline.attribute("copyOf").map(|it| format!("{part}#{it}"));
        let (kind, value, raw) = match inline.attribute(reference) {
            Some(id) => (kind(inline), shown_value(inline, shown), self.raw(inline, id)?),
            None => self.known(inline, copied.as_ref().unwrap_or(&key))?,
        };
        spend(self.left, raw.len(), inline.at)?;
        text.push_code(kind, value.clone(), &raw);
        self.codes.insert(key, (kind, value, raw));
        Ok(())
    }

    fn raw(&self, inline: &Element, id: &str) -> Result<String, Problem> {
        self.data.get(id).cloned().ok_or_else(|| {
            let message = format!("no `<data id=\"{id}\">` in this unit");
            Problem::new(inline.at, message, "keep `<originalData>` as it was exported")
        })
    }

    fn known(&self, inline: &Element, key: &str) -> Result<(CodeKind, String, String), Problem> {
        self.codes.get(key).cloned().ok_or_else(|| {
            let message = format!("`<{}>` that stands for nothing of the source", inline.name);
            Problem::new(inline.at, message, "use the source's codes, or write the text itself")
        })
    }
}

fn kind(inline: &Element) -> CodeKind {
    let name = inline.attribute("subType").and_then(|it| it.strip_prefix("hexapla:"));
    kind_of(name.unwrap_or_default())
}

fn shown_value(inline: &Element, name: &str) -> String {
    unescape(inline.attribute(name).unwrap_or_default()).into_owned()
}
