//! Values to write: any that may be, and one to look at.

#![allow(dead_code, reason = "each test needs a part of it")]

use hexapla_exchange::{Exchange, ExchangeFile, Segment, Text};
use hexapla_formats::{FieldRules, Format as Content, extract};
use hexapla_model::{
    CodeKind, Fingerprint, Freshness, InlineCode, Locale, ResourceId, State, UnitKey,
};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;

const KINDS: [CodeKind; 10] = [
    CodeKind::Variable,
    CodeKind::Reference,
    CodeKind::Function,
    CodeKind::Syntax,
    CodeKind::Link,
    CodeKind::Image,
    CodeKind::Code,
    CodeKind::Html,
    CodeKind::FootnoteReference,
    CodeKind::Emphasis,
];

/// Text as people and those who wish us ill write it.
pub(crate) fn words() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => "\\PC{0,8}",
        2 => "[a-z ]{0,12}",
        1 => "[\\x00-\\x1f\\x7f\\u{85}\\u{2028}\\u{feff}\\u{fffe}\\u{ffff}]{1,2}",
        2 => prop::sample::select(vec![
            "\n", "\t", "\r", "\r\n", "  ", "\"", "'", "\\", "\\n", "\\u{1}", "\\u{5c}", "\\u{d}",
            "_x000D_", "_x0041_", "_x", "&amp;", "&#1;", "<b>", "</b>", "]]>", "<!--", "--", ",",
            ";", "=1+1", "+", "-", "@", "'=", "#~ ", "#, fuzzy", "msgid \"", "{", "}", "\u{202e}",
            "\u{2067}", "\u{200f}", "e\u{301}", "👩‍👩‍👧", "- ", "[", "]", "=",
        ]).prop_map(str::to_owned),
    ];
    vec(part, 0..6).prop_map(|parts| parts.concat())
}

fn code() -> impl Strategy<Value = (CodeKind, String, String)> {
    prop_oneof![
        (prop::sample::select(KINDS.to_vec()), words(), words()),
        (prop::sample::select(KINDS.to_vec()), "[a-z]{0,2}", "[a*_]{1,2}"),
        prop::sample::select(vec![
            (CodeKind::Emphasis, "", "**"),
            (CodeKind::Emphasis, "strong", "**"),
            (CodeKind::Link, "", "["),
            (CodeKind::Link, "https://a.example", "](https://a.example)"),
            (CodeKind::Html, "<b>", "<b>"),
            (CodeKind::Html, "</b>", "</b>"),
            (CodeKind::Syntax, "key =", "key = "),
            (CodeKind::Syntax, "key =", "key ="),
            (CodeKind::Variable, "n", "{ $n }"),
        ])
        .prop_map(|(kind, value, raw)| (kind, value.to_owned(), raw.to_owned())),
    ]
}

/// A text with codes, built of parts.
pub(crate) fn text() -> impl Strategy<Value = Text> {
    vec((option::of(code()), words()), 0..6).prop_map(|parts| {
        let (mut text, mut codes) = (String::new(), Vec::new());
        for (code, words) in parts {
            if let Some((kind, value, raw)) = code {
                let span = text.len()..text.len() + raw.len();
                text.push_str(&raw);
                codes.push(InlineCode { kind, value, span });
            }
            text.push_str(&words);
        }
        Text::new(text, codes)
    })
}

fn segment() -> impl Strategy<Value = Segment> {
    let texts = (text(), option::of(text()), option::of(words()), any::<bool>());
    let facts = (
        any::<[u8; 16]>(),
        prop::sample::select(State::ALL.to_vec()),
        prop::sample::select(Freshness::ALL.to_vec()),
        vec(words(), 0..3),
        option::of(any::<u32>()),
    );
    (texts, facts).prop_map(|((source, target, was, alike), facts)| {
        let (fingerprint, state, freshness, notes, max_length) = facts;
        let was = was.filter(|it| !it.is_empty());
        let was = if alike { was.map(|it| format!("{}{it}", source.as_str())) } else { was };
        Segment {
            unit: String::new(),
            fingerprint: Fingerprint::from_bytes(fingerprint),
            source,
            target: target.filter(|it| !it.as_str().is_empty()),
            was,
            state,
            freshness,
            notes,
            max_length,
        }
    })
}

fn locale() -> impl Strategy<Value = Locale> {
    let tags = vec!["en", "de", "es-MX", "ar", "zh-Hant-TW", "pt-BR"];
    prop::sample::select(tags).prop_map(|tag| tag.parse().expect(tag))
}

/// An exchange of one to three resources, each with a segment or more.
pub(crate) fn exchange() -> impl Strategy<Value = Exchange> {
    let resource = ("[a-z]{1,6}", "[\\PC&&[^#\\\\/]]{1,8}")
        .prop_filter_map("a name", |(collection, path)| ResourceId::new(&collection, &path).ok());
    let file = btree_map(words(), segment(), 1..5).prop_map(|segments| {
        let named = |(unit, segment)| Segment { unit, ..segment };
        segments.into_iter().map(named).collect::<Vec<_>>()
    });
    let files = btree_map(resource, file, 1..4);
    (locale(), locale(), files).prop_filter("two locales", |(a, b, _)| a != b).prop_map(
        |(source, target, files)| Exchange {
            source,
            target,
            files: files
                .into_iter()
                .map(|(resource, segments)| ExchangeFile { resource, segments })
                .collect(),
        },
    )
}

const PAGE: &str = "# Get help\n\n**Is a child in danger?** Call [112](tel:112) at once.\n\n\
    | Italy | [19696](tel:19696) |\n| --- | --- |\n| Spain | `116 111` |\n";
const SEITE: &str = "# Pide ayuda\n\n**¿Un niño está en peligro?** Llama al [112](tel:112).\n\n\
    | Italia | [114](tel:114) |\n| --- | --- |\n| España | `116 111` |\n";
const MESSAGES: &str = "welcome = Welcome, { $name }!\ncalls = { $n ->\n    [one] One call\n   \
    *[other] { $n } calls\n}\nlong =\n    First line\n    second line\n";
const MENSAJES: &str = "welcome = ¡Hola, { $name }!\ncalls = { $n ->\n    [one] Una llamada\n   \
    *[other] { $n } llamadas\n}\n";

/// The units of two files, as a translator would get them.
fn file(name: &str, format: Content, source: &str, target: &str) -> ExchangeFile {
    let units = |text: &str| extract(format, text.as_bytes(), &FieldRules::default()).units;
    let (sources, targets) = (units(source), units(target));
    let segments = sources.iter().enumerate().map(|(number, unit)| {
        let target = targets.get(number);
        let freshness = if matches!(number, 1 | 2) { Freshness::Stale } else { Freshness::Current };
        Segment {
            unit: unit
                .key
                .as_ref()
                .map_or_else(|| unit.fingerprint.short(), |key: &UnitKey| key.to_string()),
            fingerprint: unit.fingerprint,
            source: Text::of(unit),
            target: target.map(Text::of),
            was: (freshness == Freshness::Stale && target.is_some())
                .then(|| unit.text.replace("19696", "114").replace("at once", "now")),
            state: if target.is_some() { State::Reviewed } else { State::Initial },
            freshness: if target.is_some() { freshness } else { Freshness::Missing },
            notes: vec!["number: two people look at it".to_owned()],
            max_length: (number == 0).then_some(40),
        }
    });
    ExchangeFile { resource: name.parse().expect("a name"), segments: segments.collect() }
}

/// A small exchange of a page and of messages.
pub(crate) fn example() -> Exchange {
    Exchange {
        source: "en".parse().expect("a tag"),
        target: "es".parse().expect("a tag"),
        files: vec![
            file("pages/get-help", Content::Markdown, PAGE, SEITE),
            file("ui/main", Content::Fluent, MESSAGES, MENSAJES),
        ],
    }
}
