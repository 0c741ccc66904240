//! XLIFF 1.2 (OASIS standard of 2008).
//!
//! A segment is a `<trans-unit>` named by `resname`. Codes hold their raw text (`native.rs`). The
//! record stands in a `<context-group>`. What is not current has the state
//! `needs-review-translation`. The earlier source is a note, the last, since some tools show no
//! other: an `<alt-trans>` would be the place for it, but OmegaT takes its source for the unit's.
//!
//! Some tools show a `<target>` alone, as the text to translate. For them it is filled with the source
//! where there is none, and where there is one, the source is a note.

use hexapla_model::{Freshness, Locale, State};

use crate::error::Problem;
use crate::escape::unescape;
use crate::exchange::{Collector, locale, resource};
use crate::ids::Ids;
use crate::native::{self, Dialect};
use crate::record::{Record, Returned, Shown};
use crate::settle::Habit;
use crate::xml::{Document, Element, Space, Step, Writer, root};
use crate::{Exchange, ExchangeFile, Segment};

/// What names of our contexts begin with.
const OURS: &str = "x-hexapla-";
/// Who the note is from that holds the earlier source, and what its text begins with.
const PREVIOUS: &str = "previous source";
/// The same of the source, where tools do not show it.
const SOURCE: &str = "source";

/// Which of its texts a tool shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sight {
    /// Source and target.
    Both,
    /// The target, as what is to be translated.
    Target,
}

/// The document of an exchange.
pub(crate) fn write(exchange: &Exchange, sight: Sight) -> String {
    let mut out = Writer::new();
    let namespace = "urn:oasis:names:tc:xliff:document:1.2";
    out.open("xliff", &[("xmlns", Some(namespace)), ("version", Some("1.2"))]);
    for file in &exchange.files {
        write_file(&mut out, exchange, file, sight);
    }
    out.done()
}

fn write_file(out: &mut Writer, exchange: &Exchange, file: &ExchangeFile, sight: Sight) {
    out.open(
        "file",
        &[
            ("original", Some(file.resource.as_str())),
            ("source-language", Some(exchange.source.as_str())),
            ("target-language", Some(exchange.target.as_str())),
            ("datatype", Some("plaintext")),
            ("xml:space", Some("preserve")),
        ],
    );
    out.open("body", &[]);
    for (number, segment) in file.segments.iter().enumerate() {
        write_unit(out, number + 1, segment, sight);
    }
    out.close();
    out.close();
}

fn write_unit(out: &mut Writer, number: usize, segment: &Segment, sight: Sight) {
    let shown = Shown::of(segment);
    let mut ids = Ids::default();
    let length = segment.max_length.map(|it| it.to_string());
    out.open(
        "trans-unit",
        &[
            ("id", Some(&format!("u{number}"))),
            ("resname", Some(&segment.unit)),
            ("approved", (shown.mark >= State::Reviewed).then_some("yes")),
            ("maxwidth", length.as_deref()),
            ("size-unit", length.as_ref().map(|_| "char")),
            ("xml:space", Some("preserve")),
        ],
    );
    out.ready("source", &[], &native::inline(&shown.source, Dialect::Xliff12, &mut ids));
    let is_open = sight == Sight::Target && segment.freshness == Freshness::Missing;
    let filled = is_open.then_some((&shown.source, "new"));
    let target = shown.target.as_ref().map(|it| (it, state_name(shown.mark))).or(filled);
    if let Some((target, state)) = target {
        ids.of_target();
        let content = native::inline(target, Dialect::Xliff12, &mut ids);
        out.ready("target", &[("state", Some(state))], &content);
    }
    out.open("context-group", &[("purpose", Some("information"))]);
    for (name, value) in shown.record.fields() {
        out.text("context", &[("context-type", Some(&format!("{OURS}{name}")))], &value);
    }
    out.close();
    for note in &segment.notes {
        out.text("note", &[], note);
    }
    if sight == Sight::Target && shown.target.is_some() {
        let text = format!("{SOURCE}: {}", shown.source.as_str());
        out.text("note", &[("from", Some(SOURCE)), ("annotates", Some("target"))], &text);
    }
    if let Some(was) = &shown.was {
        let text = format!("{PREVIOUS}: {was}");
        out.text("note", &[("from", Some(PREVIOUS)), ("annotates", Some("source"))], &text);
    }
    out.close();
}

/// The state's name in XLIFF 1.2, of a target that is there.
fn state_name(mark: State) -> &'static str {
    match mark {
        State::Initial => "needs-review-translation",
        State::Translated => "translated",
        State::Reviewed => "signed-off",
        State::Final => "final",
    }
}

/// The exchange of a document.
pub(crate) fn read(text: &str) -> Result<Exchange, Problem> {
    let mut document = Document::open(text)?;
    let what = "`<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">`";
    let root = root(&mut document, Space::Xliff12, "xliff", what)?;
    let version = root.expect("version")?;
    if version != "1.2" {
        let message = format!("XLIFF {version}, expected 1.2");
        return Err(Problem::new(root.at, message, "export as XLIFF 1.2, or as 2.1"));
    }
    let mut files = Collector::new();
    let mut locales: Option<(Locale, Locale)> = None;
    while let Some(step) = document.next()? {
        match step {
            Step::Open(file) if file.is(Space::Xliff12, "file") => {
                let own = file_locales(&file)?;
                if locales.get_or_insert_with(|| own.clone()) != &own {
                    let message = "a file of other locales than the first";
                    return Err(Problem::new(file.at, message, "import one locale at a time"));
                }
                read_file(&mut document, &file, &mut files)?;
            }
            Step::Open(_) => document.skip()?,
            Step::Close(..) | Step::Text(_) => {}
        }
    }
    let (source, target) = locales.ok_or_else(|| {
        Problem::new(root.at, "expected a `<file>`", "import a file that was exported")
    })?;
    Ok(files.done(source, target))
}

fn file_locales(file: &Element) -> Result<(Locale, Locale), Problem> {
    let named = |attribute| locale(file.expect(attribute)?, file.at);
    Ok((named("source-language")?, named("target-language")?))
}

fn read_file(
    document: &mut Document,
    file: &Element,
    files: &mut Collector,
) -> Result<(), Problem> {
    let resource = resource(&unescape(file.expect("original")?), file.at)?;
    files.file(resource.clone());
    while let Some(step) = document.next()? {
        match step {
            Step::Open(unit) if unit.is(Space::Xliff12, "trans-unit") => {
                let unit = document.subtree(unit)?;
                files.add(unit.at, resource.clone(), read_unit(&unit)?.segment())?;
            }
            Step::Open(part) if part.is(Space::Xliff12, "body") => {}
            Step::Open(part) if part.is(Space::Xliff12, "group") => {}
            Step::Open(_) => document.skip()?,
            Step::Close(Space::Xliff12, name) if name == "file" => break,
            Step::Close(..) | Step::Text(_) => {}
        }
    }
    Ok(())
}

fn read_unit(unit: &Element) -> Result<Returned, Problem> {
    let source = unit.child("source").ok_or_else(|| {
        Problem::new(unit.at, "expected `<source>`", "import a file that was exported")
    })?;
    let target = unit.child("target");
    let (was, notes) = notes(unit);
    let approved = unit.attribute("approved") == Some("yes");
    Ok(Returned {
        unit: unescape(unit.expect("resname")?).into_owned(),
        source: native::read(source)?,
        target: target.map(native::read).transpose()?,
        was,
        notes,
        record: record(unit)?,
        mark: target.and_then(|it| mark(it.attribute("state"), approved)),
        habit: Habit::MarkAll,
    })
}

/// The earlier source, and what else is said to the translator or by them.
fn notes(unit: &Element) -> (Option<String>, Vec<String>) {
    let all = unit.elements().filter(|it| it.is(Space::Xliff12, "note"));
    let all = all.filter(|it| it.attribute("from") != Some(SOURCE));
    let (was, notes): (Vec<_>, Vec<_>) = all.partition(|it| it.attribute("from") == Some(PREVIOUS));
    let text = |note: &&Element| unescape(&note.text()).into_owned();
    let was = was.first().map(text);
    let bare = was.map(|it| {
        let rest = it.strip_prefix(PREVIOUS).and_then(|rest| rest.strip_prefix(": "));
        rest.map(str::to_owned).unwrap_or(it)
    });
    (bare, notes.iter().map(text).collect())
}

/// What a target is marked as, if it is.
fn mark(state: Option<&str>, approved: bool) -> Option<State> {
    match state {
        Some("translated") if approved => Some(State::Reviewed),
        Some("translated") => Some(State::Translated),
        Some("signed-off") => Some(State::Reviewed),
        Some("final") => Some(State::Final),
        Some(name) if name == "new" || name.starts_with("needs-") => Some(State::Initial),
        _ => approved.then_some(State::Reviewed),
    }
}

fn record(unit: &Element) -> Result<Record, Problem> {
    let groups = unit.elements().filter(|it| it.is(Space::Xliff12, "context-group"));
    let field = |context: &Element| {
        let name = context.attribute("context-type")?.strip_prefix(OURS)?;
        Some((name.to_owned(), unescape(&context.text()).into_owned()))
    };
    let fields = groups.flat_map(Element::elements).filter_map(field).take(64);
    Record::of_fields(&fields.collect::<Vec<_>>(), unit.at)
}
