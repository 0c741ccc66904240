//! Text to units.

use std::fmt::Write as _;
use std::hint::black_box;

use hexapla_formats::{FieldRules, Format};

use crate::inner_loop::Turn;
use crate::language::{SOURCE, Said};
use crate::page::Page;
use crate::random::Random;

const ENTRIES: usize = 2_000;
const BLOCKS: usize = 1_000;

/// Messages with what such files hold: comments, attributes, placeables and plurals.
pub(crate) fn fluent() -> Turn {
    let mut random = Random::new();
    let mut text = String::new();
    for at in 0..ENTRIES {
        let said = Said::made(&mut random, 3).text(&SOURCE);
        let _ = match at % 8 {
            0 => write!(text, "# {said}\nentry-{at} = {said}\n\n"),
            1 => write!(text, "entry-{at} = {said}\n    .label = {said}\n\n"),
            2 => write!(text, "entry-{at} = {said} {{ $name }}\n\n"),
            3 => write!(
                text,
                "entry-{at} =\n    {{ $count ->\n        [one] {said}\n       *[other] {said} {{ $count }}\n    }}\n\n"
            ),
            4 => write!(text, "-term-{at} = {said}\n\n"),
            5 => write!(text, "entry-{at} =\n    {said}\n    {{ -term-{} }}\n\n", at - 1),
            _ => write!(text, "entry-{at} = {said}\n\n"),
        };
    }
    turn(Format::Fluent, text)
}

/// A nested catalogue.
pub(crate) fn json() -> Turn {
    let mut random = Random::new();
    let entry = |at: usize| {
        let said = Said::made(&mut random, 3).text(&SOURCE);
        format!("\"entry-{at}\": {{ \"title\": \"{said}\", \"body\": \"{said} {{name}}\" }}")
    };
    let entries: Vec<String> = (0..ENTRIES).map(entry).collect();
    turn(Format::Json, format!("{{\n  {}\n}}\n", entries.join(",\n  ")))
}

/// A long page.
pub(crate) fn markdown() -> Turn {
    turn(Format::Markdown, Page::made(&mut Random::new(), BLOCKS).markdown(&SOURCE))
}

fn turn(format: Format, text: String) -> Turn {
    let rules = FieldRules::default();
    let extract =
        move || hexapla_formats::extract(format, black_box(text.as_bytes()), black_box(&rules));
    let read = extract();
    assert!(read.units.len() >= BLOCKS && read.diagnostics.is_empty(), "{:?}", read.diagnostics);
    Box::new(move || drop(black_box(extract())))
}
