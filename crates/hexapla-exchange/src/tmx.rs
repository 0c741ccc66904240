//! TMX 1.4b (LISA, 2005): pairs for a translation memory.
//!
//! A segment is a `<tu>` named by its address. A memory proposes what it holds, so a target stands
//! only beside the source that it renders: of a stale segment that is the earlier one, and the
//! present one is a `<prop>`. A target of which nobody knows what it renders is a `<prop>` itself.
//!
//! Codes hold their raw text (`native.rs`) and are read as a part of it. The record stands in
//! `<prop>`s. TMX has no states.

mod pairs;

use hexapla_model::{Freshness, Locale};

use crate::error::Problem;
use crate::escape::unescape;
use crate::exchange::{Collector, address, locale};
use crate::ids::Ids;
use crate::native::{self, Dialect};
use crate::record::{Record, Returned, Shown};
use crate::settle::Habit;
use crate::xml::{Document, Element, Space, Step, Writer, root};
use crate::{Exchange, Segment, Text};

pub(crate) use pairs::pairs;

/// What names of our properties begin with.
const OURS: &str = "x-hexapla-";
/// The property of the header that names the target's locale.
const LOCALE: &str = "x-hexapla-target-locale";
/// The property that holds the earlier source where no target stands beside it.
const PREVIOUS: &str = "x-hexapla-previous-source";
/// The property that holds the present source where the target renders an earlier one.
const PRESENT: &str = "x-hexapla-present-source";
/// The property that holds a target that is known to render neither.
const UNPAIRED: &str = "x-hexapla-unpaired-target";

/// The document of an exchange.
pub(crate) fn write(exchange: &Exchange) -> String {
    let mut out = Writer::new();
    let [source, target] = [&exchange.source, &exchange.target].map(|it| Some(it.as_str()));
    out.open("tmx", &[("version", Some("1.4"))]);
    out.open(
        "header",
        &[
            ("creationtool", Some("hexapla")),
            ("creationtoolversion", Some("1")),
            ("segtype", Some("block")),
            ("o-tmf", Some("hexapla")),
            ("adminlang", Some("en")),
            ("srclang", source),
            ("datatype", Some("plaintext")),
        ],
    );
    out.text("prop", &[("type", Some(LOCALE))], target.unwrap_or_default());
    out.close();
    out.open("body", &[]);
    for (address, segment) in exchange.addressed() {
        write_unit(&mut out, &address, segment, [source, target]);
    }
    out.done()
}

fn write_unit(out: &mut Writer, address: &str, segment: &Segment, locales: [Option<&str>; 2]) {
    let shown = Shown::of(segment);
    out.open("tu", &[("tuid", Some(address))]);
    for note in &segment.notes {
        out.text("note", &[], note);
    }
    for (name, value) in shown.record.fields() {
        out.text("prop", &[("type", Some(&format!("{OURS}{name}")))], &value);
    }
    let (properties, source, target) = pair(segment.freshness, shown);
    for (name, text) in properties {
        out.text("prop", &[("type", Some(name))], &text);
    }
    let mut ids = Ids::default();
    write_variant(out, locales[0], &source, &mut ids);
    if let Some(target) = &target {
        ids.of_target();
        write_variant(out, locales[1], target, &mut ids);
    }
    out.close();
}

/// What is left of a segment by its properties, and the pair that a memory may hold.
fn pair(freshness: Freshness, shown: Shown) -> (Vec<Property>, Text, Option<Text>) {
    let Shown { source, target, was, .. } = shown;
    match (freshness, target, was) {
        (Freshness::Stale, Some(target), Some(was)) => {
            (vec![(PRESENT, source.as_str().to_owned())], Text::plain(was), Some(target))
        }
        (freshness, target, was) => {
            let renders = matches!(freshness, Freshness::Current | Freshness::Obsolete);
            let (paired, unpaired) = if renders { (target, None) } else { (None, target) };
            let unpaired = unpaired.map(|text| (UNPAIRED, text.as_str().to_owned()));
            let previous = was.map(|was| (PREVIOUS, was));
            (previous.into_iter().chain(unpaired).collect(), source, paired)
        }
    }
}

/// A property's name and text.
type Property = (&'static str, String);

fn write_variant(out: &mut Writer, locale: Option<&str>, text: &Text, ids: &mut Ids) {
    out.open("tuv", &[("xml:lang", locale)]);
    out.ready("seg", &[], &native::inline(text, Dialect::Tmx, ids));
    out.close();
}

/// The exchange of a document.
pub(crate) fn read(text: &str) -> Result<Exchange, Problem> {
    let mut document = Document::open(text)?;
    let root = root(&mut document, Space::None, "tmx", "`<tmx version=\"1.4\">`")?;
    let version = root.expect("version")?;
    if version != "1.4" {
        let message = format!("TMX {version}, expected 1.4");
        return Err(Problem::new(root.at, message, "export as TMX 1.4b"));
    }
    let missing = |what: &str| {
        Problem::new(root.at, format!("expected {what}"), "import a file that was exported")
    };
    let mut locales = None;
    let mut files = Collector::new();
    while let Some(step) = document.next()? {
        match step {
            Step::Open(header) if header.is(Space::None, "header") => {
                locales = Some(header_locales(&document.subtree(header)?)?);
            }
            Step::Open(body) if body.is(Space::None, "body") => {}
            Step::Open(unit) if unit.is(Space::None, "tu") => {
                let locales = locales.as_ref().ok_or_else(|| missing("a `<header>` first"))?;
                let unit = document.subtree(unit)?;
                let (resource, name) = address(&unescape(unit.expect("tuid")?), unit.at)?;
                files.add(unit.at, resource, read_unit(&unit, name, locales)?.segment())?;
            }
            Step::Open(_) => document.skip()?,
            Step::Close(..) | Step::Text(_) => {}
        }
    }
    let (source, target) = locales.ok_or_else(|| missing("a `<header>`"))?;
    Ok(files.done(source, target).flattened())
}

type Locales = (Locale, Locale);

fn header_locales(header: &Element) -> Result<Locales, Problem> {
    let target = header.elements().find(|it| it.attribute("type") == Some(LOCALE));
    let target = target.ok_or_else(|| {
        let message = format!("expected the property `{LOCALE}`");
        Problem::new(header.at, message, "import a file that was exported")
    })?;
    Ok((locale(header.expect("srclang")?, header.at)?, locale(&target.text(), target.at)?))
}

fn read_unit(unit: &Element, name: String, locales: &Locales) -> Result<Returned, Problem> {
    let [source, target] = variants(unit, locales)?;
    let source = source.ok_or_else(|| {
        Problem::new(unit.at, "expected the source text", "import a file that was exported")
    })?;
    let property = |it: &Element| {
        (it.attribute("type").unwrap_or_default().to_owned(), unescape(&it.text()).into_owned())
    };
    let properties = unit.elements().filter(|it| it.name == "prop").take(64).map(property);
    let mut fields: Vec<(String, String)> = properties.collect();
    let mut take =
        |name: &str| fields.iter().position(|(it, _)| it == name).map(|at| fields.remove(at).1);
    let (present, previous, unpaired) = (take(PRESENT), take(PREVIOUS), take(UNPAIRED));
    fields.iter_mut().for_each(|(name, _)| *name = name.replacen(OURS, "", 1));
    // A target that was edited beside the earlier source says nothing of the present one.
    let habit = if present.is_some() { Habit::Unmark } else { Habit::Leave };
    let (source, was) = match present {
        Some(present) => (Text::plain(present), Some(source.as_str().to_owned())),
        None => (source, previous),
    };
    let notes = unit.elements().filter(|it| it.name == "note");
    Ok(Returned {
        unit: name,
        source,
        target: target.or(unpaired.map(Text::plain)),
        was,
        notes: notes.map(|it| unescape(&it.text()).into_owned()).collect(),
        record: Record::of_fields(&fields, unit.at)?,
        mark: None,
        habit,
    })
}

/// The source and the target of a unit; other languages are passed over.
fn variants(unit: &Element, locales: &Locales) -> Result<[Option<Text>; 2], Problem> {
    let mut texts = [None, None];
    for variant in unit.elements().filter(|it| it.name == "tuv") {
        let own = locale(variant.expect("xml:lang")?, variant.at)?;
        let Some(place) = [&locales.0, &locales.1].into_iter().position(|it| *it == own) else {
            continue;
        };
        let segment = variant.child("seg").ok_or_else(|| {
            Problem::new(variant.at, "expected `<seg>`", "import a file that was exported")
        })?;
        texts[place] = Some(native::read(segment)?);
    }
    Ok(texts)
}
