//! Law 5 over real files: layout, insertions, deletions and moves change no other unit.

mod common;

use common::{corpus, files};
use hexapla_formats::{Edit, FieldRules, Format, extract, merge};
use hexapla_model::{Fingerprint, Unit, UnitKind};

fn rules() -> FieldRules {
    let pattern = |text: &str| text.parse().expect("a pattern");
    let include = ["title", "linkTitle", "description"].map(pattern).to_vec();
    FieldRules { include, ..FieldRules::default() }
}

fn units(format: Format, text: &str) -> Vec<Unit> {
    extract(format, text.as_bytes(), &rules()).units
}

/// What each unit is called and means.
fn meanings(format: Format, text: &str) -> Vec<(Option<String>, Fingerprint)> {
    let meaning = |unit: Unit| (unit.key.map(|key| key.to_string()), unit.fingerprint);
    units(format, text).into_iter().map(meaning).collect()
}

fn sorted<T: Ord>(mut items: Vec<T>) -> Vec<T> {
    items.sort();
    items
}

/// Every file of a corpus with its text.
fn texts(name: &str, extension: &str) -> impl Iterator<Item = (String, String)> {
    files(&corpus(name), extension).into_iter().filter_map(|path| {
        let bytes = std::fs::read(&path).expect("a file");
        Some((path.display().to_string(), String::from_utf8(bytes).ok()?))
    })
}

/// The same file with another line end, and with a byte order mark.
fn layout_makes_no_difference(format: Format, path: &str, text: &str) {
    let before = meanings(format, text);
    let crlf = text.replace("\r\n", "\n").replace('\n', "\r\n");
    assert!(before == meanings(format, &crlf), "{path}: CR LF");
    if !text.starts_with('\u{feff}') {
        assert!(before == meanings(format, &format!("\u{feff}{text}")), "{path}: BOM");
    }
}

/// An entry with the rest of its last line.
fn lines_of(text: &str, unit: &Unit) -> std::ops::Range<usize> {
    let end = text[unit.span.end..].find('\n').map_or(text.len(), |at| unit.span.end + at + 1);
    unit.span.start..end
}

#[test]
#[ignore = "needs the corpora, see CONTRIBUTING.md"]
fn law_5_every_fluent_file_of_the_corpora() {
    let (mut count, mut moved) = (0, 0);
    let all = texts("www-l10n", "ftl").chain(texts("fluent-fixtures", "ftl"));
    for (at, (path, text)) in all.enumerate() {
        count += 1;
        // A lone CR is text in Fluent: with CR LF for LF it would become a part of a line end.
        if !text.replace("\r\n", "").contains('\r') {
            layout_makes_no_difference(Format::Fluent, &path, &text);
        }
        let found = units(Format::Fluent, &text);
        let told = extract(Format::Fluent, text.as_bytes(), &rules()).diagnostics;
        // Around junk an entry that is taken out may be what ended it.
        if found.is_empty() || !told.is_empty() {
            continue;
        }
        let chosen = at % found.len();
        let place = lines_of(&text, &found[chosen]);
        let mut others = meanings(Format::Fluent, &text);
        let own = others.remove(chosen);

        let without = format!("{}{}", &text[..place.start], &text[place.end..]);
        assert!(others == meanings(Format::Fluent, &without), "{path}: taken out");
        let behind = format!("{without}\n{}", &text[place.clone()]);
        let mut with = others.clone();
        with.push(own);
        assert!(with == meanings(Format::Fluent, &behind), "{path}: moved");
        let new = format!("{}zz-new = New\n{}", &text[..place.start], &text[place.start..]);
        let found = meanings(Format::Fluent, &new);
        let old = found.into_iter().filter(|(key, _)| key.as_deref() != Some("zz-new"));
        assert!(old.eq(meanings(Format::Fluent, &text)), "{path}: put in");
        moved += 1;
    }
    println!("{count} files, {moved} of them with an entry put in, taken out and moved");
    assert_eq!(count, 4882 + 39);
    assert!(moved > 4_500, "{moved}");
}

/// Where the headings at the left margin begin, outside of code.
fn headings(text: &str) -> Vec<usize> {
    let found = units(Format::Markdown, text).into_iter();
    let found = found.filter(|unit| matches!(unit.kind, UnitKind::Heading(_)));
    let line = |unit: Unit| text[..unit.span.start].rfind('\n').map_or(0, |at| at + 1);
    let mut starts: Vec<usize> =
        found.map(line).filter(|&at| text[at..].starts_with('#')).collect();
    starts.dedup();
    starts
}

/// The words of a block on one line; nothing where a line end says something.
fn joined(unit: &Unit) -> Option<String> {
    let running = matches!(unit.kind, UnitKind::Paragraph | UnitKind::ListItem);
    let kept = ["  \n", "\\\n", "{{", "<", "`", "|"].iter().any(|it| unit.text.contains(it));
    (running && unit.text.contains('\n') && !kept).then(|| unit.text.replace('\n', " "))
}

#[test]
#[ignore = "needs the corpora, see CONTRIBUTING.md"]
fn law_5_every_page_of_the_corpora() {
    let (mut pages, mut sections, mut reflowed) = (0, 0, 0);
    for (at, (path, text)) in texts("otel-docs", "md").enumerate() {
        pages += 1;
        layout_makes_no_difference(Format::Markdown, &path, &text);
        let before = meanings(Format::Markdown, &text);

        let starts = headings(&text);
        if let Some(&start) = starts.get(at % starts.len().max(1)) {
            let new = format!("{}Quite new words.\n\n{}", &text[..start], &text[start..]);
            let mut found = meanings(Format::Markdown, &new);
            let place = found.iter().zip(&before).position(|(new, old)| new != old);
            found.remove(place.unwrap_or(before.len()));
            assert!(found == before, "{path}: put in");
            let end = starts.iter().copied().find(|&end| end > start).unwrap_or(text.len());
            let moved =
                format!("{}{}\n\n{}", &text[..start], text[end..].trim_end(), &text[start..end]);
            let found = sorted(meanings(Format::Markdown, &moved));
            assert!(found == sorted(before.clone()), "{path}: moved");
            sections += 1;
        }

        let found = units(Format::Markdown, &text);
        let edits: Vec<Edit> = found
            .iter()
            .enumerate()
            .filter_map(|(index, unit)| Some(Edit { index, text: joined(unit)? }))
            .collect();
        if !edits.is_empty() {
            let merged = merge(Format::Markdown, text.as_bytes(), &edits, &rules());
            let merged = merged.unwrap_or_else(|error| panic!("{path}: {error}"));
            let merged = String::from_utf8(merged).expect("text");
            assert!(before == meanings(Format::Markdown, &merged), "{path}: reflowed");
            reflowed += edits.len();
        }
    }
    println!("{pages} pages, {sections} sections moved, {reflowed} blocks reflowed");
    assert_eq!(pages, 1044);
    assert!(sections > 650 && reflowed > 9_000, "{sections} {reflowed}");
}
