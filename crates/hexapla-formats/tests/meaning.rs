//! What enters a fingerprint and what does not, format by format, as ARCHITECTURE.md tells.

use hexapla_formats::{FieldRules, Format, extract};
use hexapla_model::Fingerprint;
use proptest::prelude::*;

use Format::{Asset, Fluent, Markdown, Toml};

fn of(format: Format, text: &str) -> Vec<Fingerprint> {
    let rules =
        FieldRules { include: vec!["*".parse().expect("a pattern")], ..FieldRules::default() };
    let found = extract(format, text.as_bytes(), &rules);
    assert!(found.diagnostics.is_empty(), "{text:?}: {:?}", found.diagnostics);
    assert!(!found.units.is_empty(), "{text:?}");
    found.units.iter().map(|unit| unit.fingerprint).collect()
}

fn alike(format: Format, one: &str, other: &str) {
    assert_ne!(one, other);
    assert_eq!(of(format, one), of(format, other), "{one:?} and {other:?}");
}

fn apart(format: Format, one: &str, other: &str) {
    assert_ne!(of(format, one), of(format, other), "{one:?} and {other:?}");
}

/// Words that no syntax takes for anything else, some of them with an accent.
fn words() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("w[a-zéü]{1,6}", 2..8)
}

/// A file with something of each kind, its lines ended with LF, its letters composed.
fn file(format: Format, words: &[String]) -> String {
    let (all, lines) = (words.join(" "), words.join("\n"));
    let indented = words.join("\n    ");
    match format {
        Fluent => format!(
            "# {all}\nm =\n    {indented}\n    .title = \u{e9} {all}\n\n-t = {{ $n ->\n    [one] {all}\n   *[other] {{ \"\u{e9}\" }}\n }}\n"
        ),
        Markdown => format!(
            "---\ntitle: \u{e9} {all}\nlong: >\n    {indented}\nlines: |\n    {indented}\n---\n\n# {all}\n\n{lines}\n\n- {all}\n- \u{e9}\n\n> {all}\n\n| {all} | b |\n|---|---|\n| 1 | 2 |\n\n```sh\n{lines}\n```\n\n<div>\n{lines}\n</div>\n"
        ),
        Toml => format!(
            "a = \"\u{e9} {all}\"\nb = \"\"\"\n{lines}\"\"\"\nc = '''\n{lines}\n'''\nd = [\"{all}\"]\n\n[t]\ne = '{all}'\n"
        ),
        Format::Json => {
            format!("{{\n  \"a\": \"\u{e9} {all}\",\n  \"b\": {{ \"c\": [\"{all}\"] }}\n}}\n")
        }
        Format::Yaml => {
            format!("a: \u{e9} {all}\nb: >\n    {indented}\nc:\n  d: '{all}'\n")
        }
        Format::Vtt => format!("WEBVTT\n\n00:01.000 --> 00:02.000\n\u{e9} {lines}\n"),
        Format::Srt => format!("1\n00:00:01,000 --> 00:00:02,000\n\u{e9} {lines}\n"),
        Format::Po => {
            let lines = lines.replace('\n', "\\n\"\n\"");
            format!(
                "#. {all}\nmsgid \"a\"\nmsgstr \"\"\n\"\u{e9} {lines}\"\n\nmsgid \"\u{e9} {all}\"\nmsgstr \"\"\n"
            )
        }
        Format::Properties => {
            let lines = words.join("\\n\\\n    ");
            format!("# {all}\na = \u{e9} {all}\nb: {lines}\n")
        }
        Format::Android => format!(
            "<resources>\n<!-- {all} -->\n<string name=\"a\">\u{e9} {lines}</string>\n<string-array name=\"b\">\n<item>{all}</item>\n</string-array>\n</resources>\n"
        ),
        Format::Arb => format!(
            "{{\n  \"a\": \"\u{e9} {all}\",\n  \"@a\": {{ \"description\": \"{all}\" }}\n}}\n"
        ),
        Format::FormatJs => format!(
            "{{\n  \"a\": {{\n    \"defaultMessage\": \"\u{e9} {all}\"\n  }},\n  \"b\": \"{all}\"\n}}\n"
        ),
        Asset => all,
    }
}

fn with_crlf(text: &str) -> String {
    text.replace('\n', "\r\n")
}

fn with_bom(text: &str) -> String {
    format!("\u{feff}{text}")
}

fn decomposed(text: &str) -> String {
    text.replace('\u{e9}', "e\u{301}").replace('\u{fc}', "u\u{308}")
}

proptest! {
    // Fluent

    /// A line end within a pattern is text: whoever formats the message gets it. Where the pattern
    /// begins is layout.
    #[test]
    fn fluent_wrapping_enters(words in words()) {
        let (all, lines) = (words.join(" "), words.join("\n    "));
        apart(Fluent, &format!("m = {all}\n"), &format!("m = {lines}\n"));
        alike(Fluent, &format!("m = {lines}\n"), &format!("m =\n    {lines}\n"));
    }

    /// What all lines share is layout; what one line has beyond that is text, as Fluent says.
    #[test]
    fn law_5_fluent_indentation_does_not_enter(words in words(), indent in 2..9_usize) {
        let margin = " ".repeat(indent);
        let one = format!("m =\n {}\n .a = x\n", words.join("\n "));
        let other = format!("m =\n{margin}{}\n{margin}.a = x\n", words.join(&format!("\n{margin}")));
        alike(Fluent, &one, &other);
        apart(Fluent, &one, &one.replacen(&words[1], &format!("   {}", words[1]), 1));
    }

    /// Escapes are ways to write a character. Whether text stands in a literal enters: there it
    /// is kept from direction marks and from trimming.
    #[test]
    fn law_5_fluent_quoting_does_not_enter(words in words()) {
        let all = words.join(" ");
        let escaped: String = all.chars().map(|c| format!("\\U{:06x}", u32::from(c))).collect();
        alike(Fluent, &format!("m = {{ \"{all}\" }}\n"), &format!("m = {{\"{escaped}\"}}\n"));
        apart(Fluent, &format!("m = {{ \"{all}\" }}\n"), &format!("m = {all}\n"));
    }

    /// A comment speaks to the translator; a changed one is shown and makes nothing stale.
    #[test]
    fn law_5_fluent_comments_do_not_enter(words in words()) {
        let all = words.join(" ");
        alike(Fluent, "m = x\n", &format!("# {all}\nm = x\n\n## {all}\n\n### {all}\n"));
    }

    #[test]
    fn law_5_fluent_crlf_does_not_enter(words in words()) {
        alike(Fluent, &file(Fluent, &words), &with_crlf(&file(Fluent, &words)));
    }

    #[test]
    fn law_5_fluent_bom_does_not_enter(words in words()) {
        alike(Fluent, &file(Fluent, &words), &with_bom(&file(Fluent, &words)));
    }

    #[test]
    fn law_5_fluent_nfc_and_nfd_are_one_text(words in words()) {
        alike(Fluent, &file(Fluent, &words), &decomposed(&file(Fluent, &words)));
    }

    // Markdown

    /// A line end is a space to the reader, but in code, and where it is a line break.
    #[test]
    fn law_5_markdown_wrapping_does_not_enter(words in words()) {
        let (all, lines) = (words.join(" "), words.join("\n"));
        for before in ["", "> ", "- ", "1. ", "[^1]: ", "# x\n\n"] {
            alike(Markdown, &format!("{before}{all}\n"), &format!("{before}{lines}\n"));
        }
        apart(Markdown, &format!("```\n{all}\n```\n"), &format!("```\n{lines}\n```\n"));
        apart(Markdown, &format!("{lines}\n"), &format!("{}\n", words.join("\\\n")));
    }

    /// The margin of what a block stands in is layout; within code every space counts.
    #[test]
    fn law_5_markdown_indentation_does_not_enter(words in words(), indent in 1..4_usize) {
        let (margin, lines) = (" ".repeat(indent), words.join("\n"));
        let spaced = words.join(&format!("\n{margin}"));
        alike(Markdown, &format!("{lines}\n"), &format!("{margin}{spaced}\n"));
        let item = format!("- {}\n", words.join("\n  "));
        alike(Markdown, &item, &format!("-{margin} {}\n", words.join(&format!("\n {margin} "))));
        let fence = |margin: &str| format!("{margin}```\n{margin}{}\n{margin}```\n", words.join(&format!("\n{margin}")));
        alike(Markdown, &fence(""), &fence(&margin));
        apart(Markdown, &format!("```\n{lines}\n```\n"), &format!("```\n{margin}{lines}\n```\n"));
    }

    /// Which of several marks is written says nothing: bullets, fences, stars and underscores,
    /// escapes and character references.
    #[test]
    fn law_5_markdown_quoting_does_not_enter(words in words()) {
        let all = words.join(" ");
        for (one, other) in [
            (format!("- {all}"), format!("* {all}")),
            (format!("1. {all}"), format!("7) {all}")),
            (format!("# {all}"), format!("{all}\n===")),
            (format!("*{all}* **{all}**"), format!("_{all}_ __{all}__")),
            (format!("```\n{all}\n```"), format!("~~~~\n{all}\n~~~~")),
            (format!("`{all}`"), format!("`` {all} ``")),
            (format!("{all} \\* &amp; x"), format!("{all} &#42; & x")),
            (format!("[{all}](/u)"), format!("[{all}][r]\n\n[r]: /u")),
        ] {
            alike(Markdown, &one, &other);
        }
    }

    /// No reader gets a comment, wherever it stands; one that is a whole block is no unit.
    #[test]
    fn law_5_markdown_comments_do_not_enter(words in words()) {
        let all = words.join(" ");
        for (one, other) in [
            ("x y", format!("x <!-- {all} --> y")),
            ("x y", format!("x y <!-- {all} -->")),
            ("x\n\ny", format!("x\n\n<!-- {all}\n\n{all} -->\n\ny")),
            ("# x", format!("# x <!-- {all} -->\n\n<!-- {all} -->")),
            ("<div>\nx\n</div>", format!("<div>\n<!-- {all} -->\nx\n</div>\n<!-- {all} -->")),
            ("- x", format!("- x\n\n  <!-- {all} -->\n")),
            ("x", format!("x\n\n[//]: # ({all})\n")),
        ] {
            alike(Markdown, one, &other);
        }
    }

    #[test]
    fn law_5_markdown_crlf_does_not_enter(words in words()) {
        alike(Markdown, &file(Markdown, &words), &with_crlf(&file(Markdown, &words)));
    }

    #[test]
    fn law_5_markdown_bom_does_not_enter(words in words()) {
        alike(Markdown, &file(Markdown, &words), &with_bom(&file(Markdown, &words)));
    }

    #[test]
    fn law_5_markdown_nfc_and_nfd_are_one_text(words in words()) {
        alike(Markdown, &file(Markdown, &words), &decomposed(&file(Markdown, &words)));
    }

    // Front matter in YAML

    /// Folded lines are one; those of a literal block are the author's.
    #[test]
    fn law_5_yaml_wrapping_does_not_enter(words in words()) {
        let (all, lines) = (words.join(" "), words.join("\n  "));
        for (one, other) in [
            (format!("a: {all}"), format!("a: {lines}")),
            (format!("a: {all}"), format!("a: >-\n  {lines}")),
            (format!("a: \"{all}\""), format!("a: \"{lines}\"")),
            (format!("a: '{all}'"), format!("a: '{lines}'")),
        ] {
            alike(Markdown, &front(&one), &front(&other));
        }
        apart(Markdown, &front(&format!("a: {all}")), &front(&format!("a: |-\n  {lines}")));
    }

    #[test]
    fn law_5_yaml_indentation_does_not_enter(words in words(), indent in 2..9_usize) {
        let margin = " ".repeat(indent);
        let at = |margin: &str| format!("a:\n{margin}b: |\n{margin}{margin}{}\n{margin}c: x", words.join(&format!("\n{margin}{margin}")));
        alike(Markdown, &front(&at(" ")), &front(&at(&margin)));
    }

    #[test]
    fn law_5_yaml_quoting_does_not_enter(words in words()) {
        let all = words.join(" ");
        for other in [format!("a: \"{all}\""), format!("a: '{all}'"), format!("a: |-\n  {all}"), format!("\"a\": >-\n  {all}"), format!("{{a: {all}}}")] {
            alike(Markdown, &front(&format!("a: {all}")), &front(&other));
        }
    }

    #[test]
    fn law_5_yaml_comments_do_not_enter(words in words()) {
        let all = words.join(" ");
        alike(Markdown, &front("a: x\nb: y"), &front(&format!("# {all}\na: x # {all}\n# {all}\nb: y")));
    }

    // TOML

    /// A backslash at a line's end folds; a line end that is written is text.
    #[test]
    fn law_5_toml_wrapping_does_not_enter(words in words()) {
        let folded = words.join(" \\\n    ");
        alike(Toml, &format!("a = \"{}\"\n", words.join(" ")), &format!("a = \"\"\"\\\n  {folded}\"\"\"\n"));
        apart(Toml, &format!("a = \"{}\"\n", words.join(" ")), &format!("a = \"\"\"{}\"\"\"\n", words.join("\n")));
    }

    /// Before a key it is layout; within a string of several lines it is text.
    #[test]
    fn law_5_toml_indentation_does_not_enter(words in words(), indent in 1..9_usize) {
        let (margin, lines) = (" ".repeat(indent), words.join("\n"));
        let text = format!("a = \"\"\"\n{lines}\"\"\"\n[t]\nb = 'x'\nc = [\"y\",\"z\"]\n");
        alike(Toml, &text, &format!("{margin}a   =   \"\"\"\n{lines}\"\"\"\n{margin}[ t ]\n{margin}b = 'x'\nc = [\n{margin}\"y\",\n{margin}\"z\",\n]\n"));
        apart(Toml, &text, &text.replacen(&lines, &format!("{margin}{lines}"), 1));
    }

    /// The four kinds of string, escapes, bare and quoted keys, dotted keys and tables.
    #[test]
    fn law_5_toml_quoting_does_not_enter(words in words()) {
        let all = words.join(" ");
        let escaped: String = all.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect();
        for other in [format!("a = '{all}'"), format!("a = \"\"\"\n{all}\"\"\""), format!("a = '''\n{all}'''"), format!("\"a\" = \"{escaped}\"")] {
            alike(Toml, &format!("a = \"{all}\"\n"), &other);
        }
        alike(Toml, &format!("[t]\na = \"{all}\"\n"), &format!("t.a = '{all}'\n"));
        alike(Toml, &format!("[t]\na = \"{all}\"\n"), &format!("t = {{ a = '{all}' }}\n"));
    }

    #[test]
    fn law_5_toml_comments_do_not_enter(words in words()) {
        let all = words.join(" ");
        alike(Toml, "a = \"x\"\nb = [\"y\"]\n", &format!("# {all}\na = \"x\" # {all}\n# {all}\nb = [ # {all}\n  \"y\", # {all}\n]\n"));
    }

    #[test]
    fn law_5_toml_crlf_does_not_enter(words in words()) {
        alike(Toml, &file(Toml, &words), &with_crlf(&file(Toml, &words)));
    }

    #[test]
    fn law_5_toml_bom_does_not_enter(words in words()) {
        alike(Toml, &file(Toml, &words), &with_bom(&file(Toml, &words)));
    }

    #[test]
    fn law_5_toml_nfc_and_nfd_are_one_text(words in words()) {
        alike(Toml, &file(Toml, &words), &decomposed(&file(Toml, &words)));
    }

    // Catalogues and subtitles

    #[test]
    fn law_5_catalogues_and_subtitles_pay_no_heed_to_bytes(words in words()) {
        use Format::{Android, Arb, FormatJs, Json, Po, Properties, Srt, Vtt, Yaml};
        for format in [Json, Yaml, Vtt, Srt, Po, Properties, Android, Arb, FormatJs] {
            let text = file(format, &words);
            for other in [with_crlf(&text), with_bom(&text), decomposed(&text)] {
                alike(format, &text, &other);
            }
        }
    }

    // Assets

    /// A file that is not read means its bytes.
    #[test]
    fn asset_every_byte_enters(words in words()) {
        let text = format!("\u{e9} {}\n", words.join("\n"));
        for other in [with_crlf(&text), with_bom(&text), decomposed(&text), format!("{text} ")] {
            apart(Asset, &text, &other);
        }
    }

    // All

    /// Compatibility forms read otherwise, and stay apart in every format.
    #[test]
    fn compatibility_forms_enter(words in words()) {
        let all = words.join(" ");
        for format in [Fluent, Markdown, Toml] {
            let with = |sign: &str| match format {
                Fluent => format!("m = {sign} {all}\n"),
                Toml => format!("m = \"{sign} {all}\"\n"),
                _ => format!("{sign} {all}\n"),
            };
            apart(format, &with("\u{2460}"), &with("1"));
            apart(format, &with("\u{fb01}"), &with("fi"));
        }
    }
}

fn front(fields: &str) -> String {
    format!("---\n{fields}\n---\n")
}
