//! What can be written next: the codes of the source, the names of its messages, and terms.

use std::collections::BTreeSet;

use hexapla_formats::Format;
use hexapla_model::{CodeKind, Freshness, InlineCode, Unit, UnitKind};
use lsp_types::{CompletionItem, CompletionItemKind, CompletionTextEdit, TextEdit};

use crate::lines::Lines;
use crate::terms;
use crate::view::View;

/// The characters behind which a client asks by itself.
pub(crate) const TRIGGERS: [&str; 5] = ["{", "$", "-", "(", "`"];

/// What can be written at a byte of a target: in a unit the codes of its source, those first that it lacks,
/// and the terms of the glossary for what its source speaks of; at the beginning of a line of Fluent the messages that are missing.
pub(crate) fn completions(view: &View, lines: &Lines<'_>, offset: usize) -> Vec<CompletionItem> {
    let text = lines.text();
    let Some(resource) = view.resource() else { return Vec::new() };
    let line = &text[text[..offset].rfind(['\n', '\r']).map_or(0, |at| at + 1)..offset];
    let is_fluent = resource.collection.format == Format::Fluent;
    if is_fluent && line.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)) {
        return entries(view, lines, offset - line.len()..offset);
    }
    let Some(standing) = view.target_at(offset) else { return Vec::new() };
    let mut codes: Vec<Written<'_>> = standing.source().iter().flat_map(written).collect();
    if is_fluent {
        codes.extend(references(view));
    }
    let has: BTreeSet<(CodeKind, &str)> = standing
        .target()
        .iter()
        .flat_map(|unit| &unit.codes)
        .map(|it| (it.kind, it.value.as_str()))
        .collect();
    let start = offset - opened(line);
    let mut seen = BTreeSet::new();
    codes.retain(|it| seen.insert(it.text.clone()));
    let range = lines.range(&(start..offset));
    let item = |(at, code): (usize, Written<'_>)| {
        let lacks = code.given && !has.contains(&(code.kind, code.value));
        CompletionItem {
            label: code.text.clone(),
            kind: Some(kind(code.kind)),
            detail: lacks.then(|| "in the source, not yet here".to_owned()),
            sort_text: Some(format!("{}{at:04}", u8::from(!lacks) + u8::from(!code.given))),
            filter_text: Some(code.text.clone()),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text: code.text })),
            ..CompletionItem::default()
        }
    };
    let codes = codes.into_iter().enumerate().map(item);
    // Within a code no words are written.
    let terms =
        if start == offset { terms::completions(standing, lines, offset) } else { Vec::new() };
    codes.chain(terms).collect()
}

/// A code as it is written.
struct Written<'a> {
    text: String,
    kind: CodeKind,
    value: &'a str,
    /// Whether the source of the unit has it.
    given: bool,
}

/// The codes of a unit of the source as they stand there.
fn written(unit: &Unit) -> impl Iterator<Item = Written<'_>> {
    let stands = |it: &&InlineCode| {
        !matches!(it.kind, CodeKind::Syntax | CodeKind::Emphasis) && !it.value.is_empty()
    };
    unit.codes.iter().filter(stands).filter_map(|code| {
        let text = unit.text.get(code.span.clone())?;
        let one_line = !text.contains('\n') && !text.is_empty();
        one_line.then(|| Written {
            text: text.to_owned(),
            kind: code.kind,
            value: &code.value,
            given: true,
        })
    })
}

/// References to what a collection of Fluent has: its terms, then its messages.
fn references(view: &View) -> impl Iterator<Item = Written<'_>> {
    let units = || view.snapshot.resources.values().flat_map(|it| it.source_units());
    let of = move |kind: UnitKind| units().filter(move |unit| unit.kind == kind);
    of(UnitKind::Term).chain(of(UnitKind::Message)).filter_map(|unit| {
        let value = unit.key.as_ref()?.as_str();
        Some(Written {
            text: format!("{{ {value} }}"),
            kind: CodeKind::Reference,
            value,
            given: false,
        })
    })
}

/// How many bytes before the cursor belong to a code that is begun.
fn opened(line: &str) -> usize {
    let begins = line.rfind(['{', '`', '(']).filter(|at| !line[*at..].contains(['}', ')']));
    let begins =
        begins.filter(|at| line[*at..].bytes().all(|it| it.is_ascii_graphic() || it == b' '));
    begins.map_or(0, |at| line.len() - at)
}

fn kind(kind: CodeKind) -> CompletionItemKind {
    match kind {
        CodeKind::Variable => CompletionItemKind::VARIABLE,
        CodeKind::Reference | CodeKind::FootnoteReference => CompletionItemKind::REFERENCE,
        CodeKind::Function => CompletionItemKind::FUNCTION,
        CodeKind::Link | CodeKind::Image => CompletionItemKind::FILE,
        _ => CompletionItemKind::SNIPPET,
    }
}

/// The entries of the source that the target lacks.
fn entries(view: &View, lines: &Lines<'_>, span: std::ops::Range<usize>) -> Vec<CompletionItem> {
    let (Some(locale), Some(resource)) = (&view.place.locale, view.resource()) else {
        return Vec::new();
    };
    let range = lines.range(&span);
    let lacks = view.statuses(locale).iter().filter(|it| {
        it.freshness == Freshness::Missing && it.target.is_empty() && it.inherited.is_none()
    });
    let units = lacks.flat_map(|it| it.given(resource));
    let item = |unit: &Unit| {
        let key = unit.key.as_ref()?.to_string();
        Some(CompletionItem {
            label: key.clone(),
            kind: Some(CompletionItemKind::PROPERTY),
            detail: Some("has no translation here".to_owned()),
            documentation: unit.comment.clone().map(lsp_types::Documentation::String),
            filter_text: Some(key),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit {
                range,
                new_text: unit.text.clone(),
            })),
            ..CompletionItem::default()
        })
    };
    units.filter_map(item).collect()
}
