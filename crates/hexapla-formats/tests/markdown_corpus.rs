//! Laws of the Markdown format over real pages.

mod common;

use std::time::Instant;

use common::{corpus, files, merge_law, put_get_law};
use hexapla_formats::{Edit, FieldRules, Format, Insertion, extract, insert, merge};
use hexapla_model::{Unit, UnitKind};

fn rules() -> FieldRules {
    let pattern = |text: &str| text.parse().expect("a pattern");
    let include = ["title", "linkTitle", "description"].map(pattern).to_vec();
    FieldRules { include, ..FieldRules::default() }
}

fn pages() -> Vec<(String, Vec<u8>)> {
    let folder = corpus("otel-docs");
    let read = |path: std::path::PathBuf| {
        (path.display().to_string(), std::fs::read(&path).expect("a file"))
    };
    let pages: Vec<_> = files(&folder, "md").into_iter().map(read).collect();
    assert_eq!(pages.len(), 1044);
    pages
}

/// The first word of a unit's text that can be changed without becoming markup, changed.
fn with_another_word(unit: &Unit) -> Option<String> {
    let text = &unit.text;
    if text.starts_with("{{") {
        return None;
    }
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let in_code = |at: usize| unit.codes.iter().any(|code| code.span.contains(&at));
    let word = text.split_whitespace().find(|word| {
        word.len() > 3 && word.bytes().all(|it| it.is_ascii_lowercase()) && !in_code(place(word))
    })?;
    let end = place(word) + word.len();
    Some(format!("{}changed{}", &text[..end], &text[end..]))
}

#[test]
#[ignore = "needs the corpora, see CONTRIBUTING.md"]
fn law_2_merge_and_put_get_on_every_page() {
    let pages = pages();
    let (mut units, mut put, mut refused) = (0, 0, 0);
    for (page, (path, bytes)) in pages.iter().enumerate() {
        units += merge_law(Format::Markdown, bytes, &rules());
        let found = extract(Format::Markdown, bytes, &rules()).units;
        for index in (page % 7..found.len()).step_by(7) {
            let Some(text) = with_another_word(&found[index]) else { continue };
            let edit = Edit { index, text: text.clone() };
            match merge(Format::Markdown, bytes, &[edit], &rules()) {
                Ok(_) => {
                    put_get_law(Format::Markdown, bytes, &rules(), index, &text);
                    put += 1;
                }
                Err(error) => {
                    refused += 1;
                    println!("{path}: {error}");
                }
            }
        }
    }
    println!("{} pages, {units} units, {put} edits, {refused} refused", pages.len());
    assert!(units > 38_000);
    assert!(put > 3_500);
    assert_eq!(refused, 0);
}

/// Bytes of a page that no reader sees as text, or that are marks of a block: front matter, the
/// marks that a line begins with (bullets, numbers, quote marks, heading marks, task boxes, labels
/// of footnotes), delimiter rows and underlines, fences with what they say, reference definitions,
/// ids and classes of headings.
fn is_layout(line: &str, at: usize) -> bool {
    let text = line.trim_start_matches([' ', '\t', '>']);
    let start = line.len() - text.len();
    let text = text.trim_end();
    let fence = ["```", "~~~"].iter().any(|fence| text.contains(fence));
    let definition = text.starts_with('[') && text.contains("]:");
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = number.len() < text.len() && number.starts_with(['.', ')']);
    let id = text.rfind('{').filter(|&at| text[at + 1..].trim_start().starts_with(['#', '.']));
    fence
        || definition
        || (numbered && at < start + text.len() - number.len())
        || (text.starts_with("- [") && at < start + 5)
        || id.is_some_and(|id| at >= start + id)
}

/// Whether a byte of a page is within a comment of HTML.
fn in_comment(text: &str, place: usize) -> bool {
    let start = text[..place].rfind("<!--");
    start.is_some_and(|start| text[start..].find("-->").is_some_and(|end| start + end > place))
}

#[test]
#[ignore = "needs the corpora, see CONTRIBUTING.md"]
fn every_text_that_a_reader_sees_is_in_one_unit() {
    let pages = pages();
    let (mut covered, mut layout) = (0, 0);
    let mut definition = false;
    for (path, bytes) in &pages {
        let text = std::str::from_utf8(bytes).expect("text");
        let units = extract(Format::Markdown, bytes, &rules()).units;
        let mut body = 0;
        if let Some(rest) = text.strip_prefix("---\n") {
            body = rest.find("\n---\n").map_or(0, |end| 4 + end + 5);
        }
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let starts = line.trim_start().starts_with('[') && line.contains("]:");
            // A definition may go on in the lines behind it.
            definition = starts || (definition && line.starts_with(' '));
            for (offset, c) in line.char_indices() {
                let place = at + offset;
                if place < body || !c.is_alphanumeric() {
                    continue;
                }
                let index = units.partition_point(|unit| unit.span.end <= place);
                if units.get(index).is_some_and(|unit| unit.span.contains(&place)) {
                    covered += 1;
                } else if definition || is_layout(line, offset) || in_comment(text, place) {
                    layout += 1;
                } else {
                    panic!("{path}: `{c}` of {line:?} is in no unit");
                }
            }
            at += line.len();
        }
    }
    println!("{covered} characters in units, {layout} of layout");
    assert!(covered > 20 * layout);
}

#[test]
#[ignore = "needs the corpora, see CONTRIBUTING.md"]
fn a_page_is_filled_in_the_frame_of_its_source() {
    let pages = pages();
    let (mut whole, mut sparse, mut refused) = (0, 0, 0);
    for (path, bytes) in pages.iter().step_by(3) {
        let units = extract(Format::Markdown, bytes, &rules()).units;
        let insertion = |(source_index, unit): (usize, &Unit)| Insertion {
            source_index,
            text: unit.text.clone(),
            form: None,
        };
        let all: Vec<Insertion> = units.iter().enumerate().map(insertion).collect();
        let filled = insert(Format::Markdown, bytes, b"", &[], &all, &rules());
        assert!(filled.as_deref() == Ok(bytes), "{path}");
        whole += 1;
        let some: Vec<Insertion> = all.into_iter().filter(|it| it.source_index % 3 != 1).collect();
        match insert(Format::Markdown, bytes, b"", &[], &some, &rules()) {
            Ok(_) => sparse += 1,
            Err(error) => {
                refused += 1;
                println!("{path}: {error}");
            }
        }
    }
    println!("{whole} filled whole, {sparse} in part, {refused} refused");
    assert!(refused * 50 <= sparse, "{refused} of {sparse}");
}

/// A block is taken out of a page and put in again where it stood.
#[test]
#[ignore = "needs the corpora, see CONTRIBUTING.md"]
fn a_block_is_put_back_where_it_stood() {
    let pages = pages();
    let (mut done, mut refused) = (0, 0);
    for (page, (path, bytes)) in pages.iter().enumerate().step_by(4) {
        let units = extract(Format::Markdown, bytes, &rules()).units;
        let Some(first) = units.iter().position(|unit| unit.kind != UnitKind::Field) else {
            continue;
        };
        let missing = first + page * 31 % (units.len() - first);
        let insertion = |source_index: usize| Insertion {
            source_index,
            text: units[source_index].text.clone(),
            form: None,
        };
        let others: Vec<Insertion> =
            (0..units.len()).filter(|&index| index != missing).map(insertion).collect();
        let Ok(target) = insert(Format::Markdown, bytes, b"", &[], &others, &rules()) else {
            continue;
        };
        let without = extract(Format::Markdown, &target, &rules()).units;
        if without.len() + 1 != units.len() {
            continue;
        }
        let pairs: Vec<(usize, usize)> = (0..units.len())
            .filter(|&index| index != missing)
            .map(|index| (index, index - usize::from(index > missing)))
            .collect();
        let new = [insertion(missing)];
        match insert(Format::Markdown, bytes, &target, &pairs, &new, &rules()) {
            Ok(full) => {
                let found = extract(Format::Markdown, &full, &rules()).units;
                let texts =
                    |units: &[Unit]| units.iter().map(|it| it.text.clone()).collect::<Vec<_>>();
                assert_eq!(texts(&found), texts(&units), "{path}");
                done += 1;
            }
            Err(error) => {
                refused += 1;
                println!("{path}: {:?}: {error}", units[missing].kind);
            }
        }
    }
    println!("{done} put back, {refused} refused");
    assert!(done > 150 && refused * 20 <= done, "{refused} of {done}");
}

#[test]
#[ignore = "needs the corpora, see CONTRIBUTING.md"]
fn reading_is_fast_enough() {
    let pages = pages();
    let bytes: usize = pages.iter().map(|(_, bytes)| bytes.len()).sum();
    let started = Instant::now();
    let units: usize =
        pages.iter().map(|(_, it)| extract(Format::Markdown, it, &rules()).units.len()).sum();
    let seconds = started.elapsed().as_secs_f64();
    println!("{bytes} bytes, {units} units, {:.1} MB/s", bytes as f64 / 1e6 / seconds);
    assert!(seconds < 20.0);
}
