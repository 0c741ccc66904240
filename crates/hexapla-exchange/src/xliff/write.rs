//! Writing XLIFF 2.1.

use std::collections::HashMap;

use hexapla_model::{CodeKind, Freshness, InlineCode};

use super::{OURS, PREVIOUS};
use crate::escape::is_xml;
use crate::ids::Ids;
use crate::record::Shown;
use crate::text::{Piece, kind_name};
use crate::xml::{Writer, markup, tag};
use crate::{Exchange, ExchangeFile, Segment, Text};

/// The document of an exchange.
pub(crate) fn write(exchange: &Exchange) -> String {
    let mut out = Writer::new();
    out.open(
        "xliff",
        &[
            ("xmlns", Some("urn:oasis:names:tc:xliff:document:2.0")),
            ("xmlns:mda", Some("urn:oasis:names:tc:xliff:metadata:2.0")),
            ("xmlns:slr", Some("urn:oasis:names:tc:xliff:sizerestriction:2.0")),
            ("version", Some("2.1")),
            ("srcLang", Some(exchange.source.as_str())),
            ("trgLang", Some(exchange.target.as_str())),
        ],
    );
    for (number, file) in exchange.files.iter().enumerate() {
        write_file(&mut out, number + 1, file);
    }
    out.done()
}

fn write_file(out: &mut Writer, number: usize, file: &ExchangeFile) {
    out.open(
        "file",
        &[
            ("id", Some(&format!("f{number}"))),
            ("original", Some(file.resource.as_str())),
            ("canResegment", Some("no")),
            ("xml:space", Some("preserve")),
        ],
    );
    if file.segments.iter().any(|it| it.max_length.is_some()) {
        out.ready("slr:profiles", &[("generalProfile", Some("xliff:codepoints"))], "");
    }
    for (number, segment) in file.segments.iter().enumerate() {
        write_unit(out, number + 1, segment);
    }
    out.close();
}

fn write_unit(out: &mut Writer, number: usize, segment: &Segment) {
    let shown = Shown::of(segment);
    let mut codes = Codes::default();
    let source = codes.inline(&shown.source);
    let target = shown.target.as_ref().map(|text| codes.of_target().inline(text));
    let length = segment.max_length.map(|it| it.to_string());
    out.open(
        "unit",
        &[
            ("id", Some(&format!("u{number}"))),
            ("name", Some(&segment.unit)),
            ("slr:sizeRestriction", length.as_deref()),
        ],
    );
    write_record(out, &shown);
    write_notes(out, &shown, &segment.notes);
    codes.write_data(out);
    let freshness = segment.freshness;
    let sub = (freshness != Freshness::Current).then(|| format!("{OURS}:{freshness}"));
    out.open("segment", &[("state", Some(shown.mark.as_str())), ("subState", sub.as_deref())]);
    out.ready("source", &[], &source);
    if let Some(target) = target {
        out.ready("target", &[], &target);
    }
    out.close();
    out.close();
}

fn write_record(out: &mut Writer, shown: &Shown) {
    out.open("mda:metadata", &[]);
    out.open("mda:metaGroup", &[("category", Some(OURS))]);
    for (name, value) in shown.record.fields() {
        out.text("mda:meta", &[("type", Some(name))], &value);
    }
    out.close();
    out.close();
}

fn write_notes(out: &mut Writer, shown: &Shown, notes: &[String]) {
    if shown.was.is_none() && notes.is_empty() {
        return;
    }
    out.open("notes", &[]);
    if let Some(was) = &shown.was {
        let attributes = [
            // Some tools show the identifier, none the category.
            ("id", Some(PREVIOUS)),
            ("appliesTo", Some("source")),
            ("category", Some(PREVIOUS)),
        ];
        out.text("note", &attributes, was);
    }
    for note in notes {
        out.text("note", &[], note);
    }
    out.close();
}

/// The codes of a unit: the raw texts that they stand for, and the identifiers that they have.
#[derive(Default)]
struct Codes {
    data: Vec<String>,
    by_raw: HashMap<String, usize>,
    ids: Ids,
}

impl Codes {
    /// From now on codes are the source's again where they are the same.
    fn of_target(&mut self) -> &mut Self {
        self.ids.of_target();
        self
    }

    /// A text as markup.
    fn inline(&mut self, text: &Text) -> String {
        let mut out = String::with_capacity(text.as_str().len());
        for piece in text.pieces() {
            match piece {
                Piece::Words(range) => out.push_str(&words(&text.as_str()[range])),
                Piece::Code(number) => out.push_str(&self.single(text, &text.codes()[number])),
                Piece::Open(first, last) => out.push_str(&self.pair(text, first, last)),
                Piece::Close(..) => out.push_str("</pc>"),
            }
        }
        out
    }

    fn single(&mut self, text: &Text, code: &InlineCode) -> String {
        let raw = text.raw(code);
        let (id, data) = (self.ids.next(raw), self.data(raw));
        let kind = format!("{OURS}:{}", kind_name(code.kind));
        tag(
            "ph",
            &[
                ("id", Some(&id)),
                ("dataRef", Some(&data)),
                ("type", Some(type_of(code.kind))),
                ("subType", Some(&kind)),
                ("disp", some(&code.value)),
            ],
            "/",
        )
    }

    fn pair(&mut self, text: &Text, first: usize, last: usize) -> String {
        let (first, last) = (&text.codes()[first], &text.codes()[last]);
        let (open, close) = (text.raw(first), text.raw(last));
        let (id, start, end) =
            (self.ids.next(&format!("{open}\0{close}")), self.data(open), self.data(close));
        let kind = format!("{OURS}:{}", kind_name(first.kind));
        tag(
            "pc",
            &[
                ("id", Some(&id)),
                ("dataRefStart", Some(&start)),
                ("dataRefEnd", Some(&end)),
                ("type", Some(type_of(first.kind))),
                ("subType", Some(&kind)),
                ("dispStart", some(&first.value)),
                ("dispEnd", some(&last.value)),
            ],
            "",
        )
    }

    fn data(&mut self, raw: &str) -> String {
        let number = *self.by_raw.entry(raw.to_owned()).or_insert_with(|| {
            self.data.push(raw.to_owned());
            self.data.len()
        });
        format!("d{number}")
    }

    fn write_data(&self, out: &mut Writer) {
        if self.data.is_empty() {
            return;
        }
        out.open("originalData", &[]);
        for (number, raw) in self.data.iter().enumerate() {
            let id = format!("d{}", number + 1);
            out.ready("data", &[("id", Some(&id))], &words(raw));
        }
        out.close();
    }
}

/// Words as markup, with `<cp>` for what XML does not hold.
fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for part in text.split_inclusive(|c| !is_xml(c)) {
        match part.char_indices().next_back().filter(|(_, c)| !is_xml(*c)) {
            Some((at, c)) => {
                let code = format!("<cp hex=\"{:04X}\"/>", u32::from(c));
                out.push_str(&(markup(&part[..at], false) + &code));
            }
            None => out.push_str(&markup(part, false)),
        }
    }
    out
}

fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// The type that XLIFF has for a kind of code.
fn type_of(kind: CodeKind) -> &'static str {
    match kind {
        CodeKind::Emphasis | CodeKind::Html => "fmt",
        CodeKind::Link => "link",
        CodeKind::Image => "image",
        _ => "other",
    }
}
