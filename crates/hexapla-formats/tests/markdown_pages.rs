//! Laws 1 and 2 over the pages of whole sites, whichever dialects they are written in.
//!
//! `HEXAPLA_PAGES` names a folder, without it the corpus is taken; every `.md` and `.mdx` file below it is read. `HEXAPLA_DIALECT`
//! says which dialect its `.md` files are in.

mod common;

use std::collections::BTreeMap;
use std::path::PathBuf;

use common::{corpus, files, merge_law, put_get_law};
use hexapla_formats::{Dialect, Edit, FieldRules, Format, extract, merge};
use hexapla_model::{Unit, UnitKind};

fn rules(path: &str) -> FieldRules {
    let pattern = |text: &str| text.parse().expect("a pattern");
    let include = ["title", "sidebar_label", "description"].map(pattern).to_vec();
    let dialect = match (Dialect::of_path(path), std::env::var("HEXAPLA_DIALECT")) {
        (Dialect::Auto, Ok(name)) => name.parse().expect("a dialect"),
        (dialect, _) => dialect,
    };
    FieldRules { include, dialect, ..FieldRules::default() }
}

/// The first word of a unit's text that is no code and can be changed without becoming markup,
/// changed.
fn with_another_word(unit: &Unit) -> Option<String> {
    let text = &unit.text;
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let in_code = |at: usize| unit.codes.iter().any(|code| code.span.contains(&at));
    let in_comment = |at: usize| text[..at].rfind("<!--") > text[..at].rfind("-->");
    let word = text.split_whitespace().find(|word| {
        word.len() > 3
            && word.bytes().all(|it| it.is_ascii_lowercase())
            && !in_code(place(word))
            && !in_comment(place(word))
    })?;
    let end = place(word) + word.len();
    Some(format!("{}changed{}", &text[..end], &text[end..]))
}

#[test]
#[ignore = "needs the pages of a site, see docs/markdown.md"]
fn laws_1_and_2_over_every_page() {
    let root = std::env::var_os("HEXAPLA_PAGES").map_or_else(|| corpus("otel-docs"), PathBuf::from);
    let paths = files(&root, "md").into_iter().chain(files(&root, "mdx"));
    let (mut pages, mut units, mut put, mut refused) = (0, 0, 0, 0);
    let mut kinds: BTreeMap<UnitKind, usize> = BTreeMap::new();
    let mut told: BTreeMap<&str, usize> = BTreeMap::new();
    for path in paths.filter(|path| path.is_file()) {
        let name = path.display().to_string();
        let (bytes, rules) = (std::fs::read(&path).expect("a file"), rules(&name));
        units += merge_law(Format::Markdown, &bytes, &rules);
        let found = extract(Format::Markdown, &bytes, &rules);
        for it in &found.diagnostics {
            *told.entry(it.id).or_default() += 1;
            let line = bytes[..it.span.start].iter().filter(|&&byte| byte == b'\n').count() + 1;
            println!("{name}:{line}: {}", it.message);
        }
        for unit in &found.units {
            *kinds.entry(unit.kind).or_default() += 1;
        }
        for index in (pages % 7..found.units.len()).step_by(7) {
            let Some(text) = with_another_word(&found.units[index]) else { continue };
            let edit = Edit { index, text: text.clone() };
            match merge(Format::Markdown, &bytes, &[edit], &rules) {
                Ok(_) => {
                    put_get_law(Format::Markdown, &bytes, &rules, index, &text);
                    put += 1;
                }
                Err(error) => {
                    refused += 1;
                    println!("{name}: {error}");
                }
            }
        }
        pages += 1;
    }
    println!("{pages} pages, {units} units, {put} edits, {refused} refused");
    println!("{kinds:?}\n{told:?}");
    assert!(pages > 0 && refused * 1_000 <= put, "{refused} of {put} refused");
}
