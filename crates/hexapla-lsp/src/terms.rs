//! The glossary while somebody writes: terms to insert, and what one means.

use hexapla_engine::{SpokenTerm, spoken_terms, term_at};
use hexapla_model::Locale;
use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionTextEdit, Documentation, MarkupContent,
    MarkupKind, TextEdit,
};

use crate::lines::Lines;
use crate::markup::plain;
use crate::view::{Standing, View};

/// The terms for what the source of a unit speaks of, those first that the target lacks. What is written
/// of a term already is replaced by it.
pub(crate) fn completions(
    standing: Standing<'_>,
    lines: &Lines<'_>,
    offset: usize,
) -> Vec<CompletionItem> {
    let Standing { resource, locale, .. } = standing;
    let (source, target) = (standing.source(), standing.target());
    let spoken = spoken_terms(&resource.collection, locale, source, target);
    let before = &lines.text()[..offset];
    let line = &before[before.rfind(['\n', '\r']).map_or(0, |at| at + 1)..];
    let each = spoken.iter().flat_map(|it| it.permitted.iter().map(move |term| (it, term)));
    let item = |(at, (spoken, term)): (usize, (&SpokenTerm, &String))| {
        let range = lines.range(&(offset - begun(line, term)..offset));
        let documentation = MarkupContent { kind: MarkupKind::Markdown, value: about(spoken) };
        CompletionItem {
            label: term.clone(),
            kind: Some(CompletionItemKind::TEXT),
            detail: Some(format!("for `{}`", spoken.found)),
            documentation: Some(documentation)
                .filter(|it| !it.value.is_empty())
                .map(Documentation::MarkupContent),
            // Behind the codes that the text lacks, before those that it has.
            sort_text: Some(format!("{}t{at:04}", u8::from(spoken.is_used))),
            filter_text: Some(term.clone()),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text: term.clone() })),
            ..CompletionItem::default()
        }
    };
    each.enumerate().map(item).collect()
}

/// How many bytes at the end of a line are the beginning of a term, else those of the word that is
/// being written: none where words are not told apart by spaces.
fn begun(line: &str, term: &str) -> usize {
    let term = term.to_lowercase();
    let starts = line.char_indices().rev().take(term.chars().count());
    let begins = |at: &usize| {
        let is_word = line[..*at].chars().next_back().is_none_or(|it| !it.is_alphanumeric());
        is_word && term.starts_with(&line[*at..].to_lowercase())
    };
    let longest = starts.map(|(at, _)| at).filter(begins).last();
    longest.map_or_else(|| word(line), |at| line.len() - at)
}

/// How many bytes of ASCII, Latin, Greek, Cyrillic and their like a line ends with, as a word.
fn word(line: &str) -> usize {
    let letters = line.chars().rev().take_while(|it| it.is_alphanumeric());
    let (all, is_spaced) = letters.fold((0, true), |(all, is_spaced), it| {
        (all + it.len_utf8(), is_spaced && u32::from(it) < 0x0e00)
    });
    if is_spaced { all } else { 0 }
}

/// What is said of the term that stands at a byte of a file; nothing where none does.
pub(crate) fn hover(view: &View, offset: usize) -> Option<String> {
    let (resource, locale) = (view.resource()?, view.place.locale.as_ref());
    let unit = view.document()?.units().get(view.unit_at(offset)?)?;
    let found = term_at(&resource.collection, locale, unit, offset)?;
    let headline = match locale {
        Some(_) => format!("**{}** · {}", plain(&found.found), plain(&found.entry.term)),
        None => format!("**{}**", plain(&found.entry.term)),
    };
    let targets = || {
        let locales = resource.collection.locales.iter();
        locales.filter_map(|it| Some(format!("{it}: {}", in_locale(&found, it)?)))
    };
    let rendered: Vec<String> = if locale.is_none() { targets().collect() } else { Vec::new() };
    let parts = [headline, about(&found), rendered.join("  \n")];
    Some(parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n\n"))
}

/// What may be used in a locale for an entry.
fn in_locale(found: &SpokenTerm, locale: &Locale) -> Option<String> {
    let terms = found.entry.target(locale)?.terms();
    let terms: Vec<String> =
        terms.filter(|(it, _)| it.is_permitted()).map(|(_, it)| plain(it)).collect();
    (!terms.is_empty()).then(|| terms.join(", "))
}

/// What an entry says: definition, notes, what may be used and what not.
fn about(it: &SpokenTerm) -> String {
    let listed = |head: &str, terms: &[String]| {
        let terms: Vec<String> = terms.iter().map(|it| plain(it)).collect();
        (!terms.is_empty()).then(|| format!("{head}: {}", terms.join(", ")))
    };
    let prose = [&it.entry.definition, &it.entry.note, &it.note].map(|it| it.as_deref().map(plain));
    let terms = [listed("use", &it.permitted), listed("do not use", &it.forbidden)];
    prose.into_iter().chain(terms).flatten().collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_begun_of_a_term_is_replaced() {
        for (line, term, begun_bytes) in [
            ("Ruf das Hilf", "Hilfetelefon", 4),
            ("Llama a la línea de a", "línea de ayuda", "línea de a".len()),
            ("Llama a la Lí", "línea de ayuda", 3),
            ("Llama a la ", "línea de ayuda", 0),
            ("Llama a xyz", "línea de ayuda", 3),
            ("โทร", "สายด่วน", 0),
            ("สาย", "สายด่วน", "สาย".len()),
            ("", "a", 0),
        ] {
            assert_eq!(begun(line, term), begun_bytes, "{line}");
        }
    }
}
