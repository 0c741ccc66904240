//! Law 1: parsing never fails. What is not understood is kept byte for byte and told of.

mod common;

use common::{corpus, files, merge_law};
use hexapla_formats::{Edit, FieldRules, Format, MergeError, extract, merge};
use proptest::prelude::*;

const FORMATS: [Format; 4] = [Format::Fluent, Format::Markdown, Format::Toml, Format::Asset];

fn rules() -> FieldRules {
    FieldRules { include: vec!["*".parse().expect("a pattern")], ..FieldRules::default() }
}

/// Reads bytes in every format; whatever is told lies within them, on whole characters of text.
fn read(bytes: &[u8]) {
    for format in FORMATS {
        let text = std::str::from_utf8(bytes);
        for told in extract(format, bytes, &rules()).diagnostics {
            let span = told.span.clone();
            assert!(span.start <= span.end && span.end <= bytes.len(), "{told:?}");
            let whole = text.is_err() || text.is_ok_and(|text| text.get(span).is_some());
            assert!(whole, "{format:?}: {told:?} in {bytes:?}");
        }
        merge_law(format, bytes, &rules());
    }
}

proptest! {
    #[test]
    fn law_1_any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        read(&bytes);
    }

    #[test]
    fn law_1_any_text_is_read(text in "\\PC{0,60}") {
        read(text.as_bytes());
    }

    #[test]
    fn law_1_broken_syntax_is_read(text in "(ą|é|語| |=|\\{|\\}|\\$|\"|'|\\[|\\]|\\*|->|\\.|\n|\r|#|-|>|\\||`|a|<!--|-->|---\n|\\+\\+\\+\n){0,50}") {
        read(text.as_bytes());
    }
}

/// The one text that can be put into a whole file is its own, whatever bytes it has.
#[test]
fn law_2_merge_any_asset() {
    let asset = |bytes: &[u8], text: &str| {
        let edit = Edit { index: 0, text: text.to_owned() };
        merge(Format::Asset, bytes, &[edit], &rules())
    };
    for bytes in [b"%PDF-1.7".as_slice(), b"\xff\xfe\0", b"", "\u{feff}é\r\n".as_bytes()] {
        let own = extract(Format::Asset, bytes, &rules()).units[0].text.clone();
        assert_eq!(asset(bytes, &own).as_deref(), Ok(bytes));
        assert_eq!(asset(bytes, "sha256:0"), Err(MergeError::Asset));
    }
}

/// Real files, cut off at three places: in the middle of whatever stands there.
#[test]
#[ignore = "needs the corpora, see CONTRIBUTING.md"]
fn law_1_every_file_cut_short_is_read() {
    let mut cuts = 0;
    for (name, extension, format) in [
        ("www-l10n", "ftl", Format::Fluent),
        ("otel-docs", "md", Format::Markdown),
        ("fluent-fixtures", "ftl", Format::Fluent),
    ] {
        for path in files(&corpus(name), extension) {
            let bytes = std::fs::read(&path).expect("a file");
            for part in 1..=3 {
                // Not the same parts in every file; they may divide a character.
                let end = bytes.len() * part / 4 + cuts % 5;
                merge_law(format, &bytes[..end.min(bytes.len())], &rules());
                cuts += 1;
            }
        }
    }
    println!("{cuts} cuts");
    assert_eq!(cuts, 3 * (4882 + 1044 + 39));
}
