//! Laws of subtitles.

mod common;

use common::{merge_law, put_get_law};
use hexapla_formats::{Edit, FieldRules, Format, Insertion, MergeError, extract, insert, merge};
use hexapla_model::{Fingerprint, Unit, UnitKind};
use proptest::prelude::*;

const VTT: &str = include_str!("subtitles/talk.vtt");
const SRT: &str = include_str!("subtitles/talk.srt");

fn rules() -> FieldRules {
    FieldRules::default()
}

fn units(format: Format, text: &str) -> Vec<Unit> {
    let found = extract(format, text.as_bytes(), &rules());
    assert!(found.diagnostics.is_empty(), "{:?}", found.diagnostics);
    found.units
}

fn anchored(units: &[Unit]) -> Vec<(&str, &str)> {
    units.iter().map(|it| (it.anchor.as_deref().unwrap_or("-"), it.text.as_str())).collect()
}

#[test]
fn the_text_of_a_cue_is_a_unit() {
    let found = units(Format::Vtt, VTT);
    assert_eq!(
        anchored(&found),
        [
            ("00:00:01.000", "<v Esme>Nobody has to\nbear this alone.</v>"),
            ("00:00:04.000", "<v Noor><i>Who</i> can I call &amp; when?"),
            ("00:00:07.000", "- Any day.\n- Any <00:00:08.000>hour."),
            ("00:00:12.000", "<c.calm>Any day.</c>"),
        ]
    );
    assert!(found.iter().all(|it| it.key.is_none() && it.kind == UnitKind::Cue));
    assert_eq!(found[0].comment.as_deref(), Some("Esme speaks slowly"));
    let values: Vec<&str> = found[1].codes.iter().map(|it| it.value.as_str()).collect();
    assert_eq!(values, ["<v>", "<i>", "</i>"]);
    assert_eq!(
        anchored(&units(Format::Srt, SRT)),
        [
            ("00:00:01.000", "Nobody has to\nbear this alone."),
            ("00:00:04.000", "{\\an8}<i>Who</i> can I call?"),
            ("00:00:07.000", "- Any day.\n- Any hour."),
        ]
    );
}

#[test]
fn times_lines_and_escapes_do_not_enter() {
    let of = |text: &str| -> Fingerprint {
        units(Format::Vtt, &format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{text}\n"))[0].fingerprint
    };
    for (one, other) in [
        ("one two", "one\ntwo"),
        ("- One.\n- Two.", "- One. - Two."),
        ("今日は\n雨", "今日は雨"),
        ("a &amp; b", "a & b"),
        ("a <00:00:01.500>b", "a b"),
        ("<v Esme>a</v>", "<v Esme>a"),
        ("e\u{301}", "\u{e9}"),
    ] {
        assert_eq!(of(one), of(other), "{one:?} {other:?}");
    }
    for (one, other) in [
        ("one two", "onetwo"),
        ("a", "<i>a</i>"),
        ("<i>a</i> b", "<i>a b</i>"),
        ("<v Esme>a", "<v Noor>a"),
        ("a", "b"),
    ] {
        assert_ne!(of(one), of(other), "{one:?} {other:?}");
    }
    let moved = VTT.replace("00:00:04.000 -->", "00:00:03.900 -->").replace("\n2\n", "\n7\n");
    let prints = |text: &str| -> Vec<Fingerprint> {
        units(Format::Vtt, text).iter().map(|it| it.fingerprint).collect()
    };
    assert_eq!(prints(&moved), prints(VTT));
    assert_eq!(prints(&VTT.replace('\n', "\r\n")), prints(VTT));
    let srt = |text: &str| units(Format::Srt, text)[1].fingerprint;
    assert_eq!(srt(SRT), srt(&SRT.replace("{\\an8}", "")));
}

#[test]
fn law_2_merge_the_talks() {
    for (format, text) in [(Format::Vtt, VTT), (Format::Srt, SRT)] {
        for text in [
            text.to_owned(),
            text.replace('\n', "\r\n"),
            format!("\u{feff}{text}"),
            text.trim_end().to_owned(),
        ] {
            let count = merge_law(format, text.as_bytes(), &rules());
            assert!(count >= 3);
            for index in 0..count {
                put_get_law(
                    format,
                    text.as_bytes(),
                    &rules(),
                    index,
                    "Something\n- <i>new</i> {x}",
                );
            }
        }
    }
}

#[test]
fn a_text_that_would_break_the_file_is_refused() {
    for (format, text) in [(Format::Vtt, VTT), (Format::Srt, SRT)] {
        for new in ["a\n\nb", "", "a\n", "\na", "a\n00:00:05.000 --> 00:00:06.000\nb", "a --> b"] {
            let edit = Edit { index: 1, text: new.to_owned() };
            let merged = merge(format, text.as_bytes(), &[edit], &rules());
            assert!(matches!(merged, Err(MergeError::NotOneUnit { .. })), "{new:?}");
        }
    }
}

fn filled(
    format: Format,
    source: &str,
    target: &str,
    new: &[(usize, &str)],
    pairs: &[(usize, usize)],
) -> String {
    let new: Vec<Insertion> = new
        .iter()
        .map(|(at, text)| Insertion { source_index: *at, text: (*text).to_owned(), form: None })
        .collect();
    let bytes = insert(format, source.as_bytes(), target.as_bytes(), pairs, &new, &rules());
    String::from_utf8(bytes.expect("filled")).expect("text")
}

#[test]
fn new_cues_go_behind_their_neighbours_with_their_times() {
    let one = filled(Format::Srt, SRT, "", &[(1, "¿A quién?")], &[]);
    assert_eq!(one, "2\n00:00:04,000 --> 00:00:06,250 X1:40 X2:600\n¿A quién?\n\n");
    let two = filled(Format::Srt, SRT, &one, &[(0, "Nadie"), (2, "Siempre")], &[(1, 0)]);
    assert_eq!(
        anchored(&units(Format::Srt, &two)),
        [("00:00:01.000", "Nadie"), ("00:00:04.000", "¿A quién?"), ("00:00:07.000", "Siempre")]
    );
    let all: Vec<(usize, &str)> = vec![(0, "A"), (1, "B"), (2, "C"), (3, "D")];
    let whole = filled(Format::Vtt, VTT, "", &all, &[]);
    assert!(whole.starts_with("WEBVTT - A talk about safe homes\nKind: captions\n\nSTYLE\n"));
    assert!(whole.contains("intro\n00:00:01.000 --> 00:00:03.500 line:0 align:start\nA\n\n"));
    assert_eq!(units(Format::Vtt, &whole).len(), 4);
    let header = filled(Format::Vtt, VTT, "WEBVTT\n", &[(3, "D")], &[]);
    assert_eq!(header, "WEBVTT\n\n00:00:12.000 --> 00:00:14.000\nD\n");
}

#[test]
fn long_files_are_read_in_linear_time() {
    let mut text = String::from("WEBVTT\n\n");
    for at in 0..50_000 {
        let (h, m, s) = (at / 3_600, at / 60 % 60, at % 60);
        text.push_str(&format!(
            "{h:02}:{m:02}:{s:02}.000 --> {h:02}:{m:02}:{s:02}.900\n<i>a</i> < {{\n\n"
        ));
    }
    assert_eq!(units(Format::Vtt, &text).len(), 50_000);
    let open = format!("WEBVTT\n\n00:00.000 --> 00:01.000\n{}\n", "<i {\\".repeat(200_000));
    assert_eq!(units(Format::Vtt, &open).len(), 1);
    let broken = format!("WEBVTT\n\n{}", "00:00.000 --> 00:01.000\n".repeat(200_000));
    assert_eq!(extract(Format::Vtt, broken.as_bytes(), &rules()).diagnostics.len(), 1);
}

proptest! {
    #[test]
    fn law_2_merge_any_subtitles(text in "(a|WEBVTT|NOTE|STYLE|00:01.000 --> 00:02.000|00:00:01,000 --> 00:00:02,000|-->|<i>|<|>|\\{\\\\an8\\}|&amp;|1|\n|\n\n|\r\n| |é){0,30}") {
        for format in [Format::Vtt, Format::Srt] {
            merge_law(format, text.as_bytes(), &rules());
            merge_law(format, format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{text}").as_bytes(), &rules());
        }
    }

    #[test]
    fn any_text_is_put_in_whole_or_refused(text in "\\PC{0,20}(\n\\PC{0,10}){0,2}") {
        for (format, file) in [(Format::Vtt, VTT), (Format::Srt, SRT)] {
            let edit = Edit { index: 0, text: text.clone() };
            if let Ok(merged) = merge(format, file.as_bytes(), &[edit], &rules()) {
                let after = extract(format, &merged, &rules()).units;
                prop_assert_eq!(&after[0].text, &text);
                prop_assert_eq!(after[1].fingerprint, units(format, file)[1].fingerprint);
            }
        }
    }
}
