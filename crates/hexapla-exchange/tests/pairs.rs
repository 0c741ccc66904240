//! Translations of other tools, read for a memory.

use hexapla_exchange::{Format, PairOfTexts, Pairs, limits, read_pairs};
use hexapla_model::Locale;
use proptest::prelude::*;

fn locale(tag: &str) -> Locale {
    tag.parse().expect("a tag")
}

fn read(text: &str, format: Format, target: &str) -> Pairs {
    read_pairs(text.as_bytes(), format, &locale("en"), &locale(target))
}

fn texts(pairs: &[PairOfTexts]) -> Vec<(&str, &str)> {
    pairs.iter().map(|it| (it.source.as_str(), it.target.as_str())).collect()
}

const TMX: &str = r#"<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="x" srclang="*all*"/><body>
<tu><note>old</note><tuv xml:lang="EN-US"><seg>Call <ph id="1" x="1">{n}</ph> now</seg></tuv>
<tuv xml:lang="es-MX"><seg>Llame a {n}</seg></tuv><tuv xml:lang="es"><seg>Llama a {n}</seg></tuv></tu>
<tu><tuv lang="en"><seg>Help</seg></tuv><tuv lang="fr"><seg>Aide</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Odd <blink>thing</blink></seg></tuv><tuv xml:lang="es"><seg>Raro</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Bye</seg></tuv><tuv xml:lang="es_ES"><seg>Adiós</seg></tuv></tu>
</body></tmx>
"#;

const PO: &str = r#"# A compendium.
msgid ""
msgstr ""
"Language: es\n"

msgctxt "menu"
msgid "Call "
"us"
msgstr "Llámenos"

#, fuzzy
msgid "Almost"
msgstr "Casi"

msgid "one file"
msgid_plural "%d files"
msgstr[0] "un archivo"
msgstr[1] "%d archivos"

msgid "Nothing yet"
msgstr ""

#~ msgid "Old"
#~ msgstr "Viejo"
"#;

#[test]
fn tmx_of_other_tools_is_read() {
    let found = read(TMX, Format::Tmx, "es");
    assert_eq!(found.problem, None);
    assert_eq!(texts(&found.pairs), [("Call {n} now", "Llama a {n}"), ("Bye", "Adiós")]);
    assert_eq!(found.pairs[0].source.codes()[0].span, 5..8);
    assert_eq!(texts(&read(TMX, Format::Tmx, "es-MX").pairs)[0].1, "Llame a {n}");
    assert_eq!(texts(&read(TMX, Format::Tmx, "fr").pairs), [("Help", "Aide")]);
    assert_eq!(read(TMX, Format::Tmx, "th"), Pairs::default());
}

#[test]
fn a_compendium_is_read_without_what_is_doubtful() {
    let found = read(PO, Format::Po, "es-MX");
    assert_eq!(found.problem, None);
    assert_eq!(texts(&found.pairs), [("Call us", "Llámenos"), ("Old", "Viejo")]);
    assert_eq!(read(PO, Format::Po, "fr"), Pairs::default());
    let other = PO.replace("Language: es", "X-Source-Language: de\\n\"\n\"Language: es");
    assert_eq!(read(&other, Format::Po, "es"), Pairs::default());
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    for (text, format, place) in [
        (&TMX[..TMX.find("Adi").expect("a place")], Format::Tmx, "8:"),
        (&TMX.replace("\"tmx14.dtd\"", "\"a\" [<!ENTITY b \"c\">]"), Format::Tmx, "2:"),
        (&PO.replace("msgid \"Almost\"", "msgid Almost"), Format::Po, "12:"),
        (&PO.replace("Language", "Speech"), Format::Po, "1:"),
        ("<xliff/>", Format::Tmx, "1:"),
    ] {
        let problem = read(text, format, "es").problem.expect("a problem");
        assert!(problem.place.to_string().starts_with(place), "{problem}");
        assert!(!problem.hint.is_empty(), "{problem}");
    }
    let cut = read(&TMX[..TMX.find("Adi").expect("a place")], Format::Tmx, "es");
    assert_eq!(texts(&cut.pairs), [("Call {n} now", "Llama a {n}")]);
    let large = vec![b' '; limits::BYTES + 1];
    let large = read_pairs(&large, Format::Po, &locale("en"), &locale("es"));
    assert!(large.pairs.is_empty() && large.problem.is_some());
}

proptest! {
    #[test]
    fn of_a_damaged_file_no_more_is_read_than_stood_there(
        is_tmx in any::<bool>(),
        cut in any::<prop::sample::Index>(),
        other in prop::sample::select(vec!["", "<", "&", "\"", "</tu>", "msgid ", "<!DOCTYPE tmx>", "\u{1}", "\n\n"]),
    ) {
        let (text, format) = if is_tmx { (TMX, Format::Tmx) } else { (PO, Format::Po) };
        let all = read(text, format, "es").pairs;
        let chars: Vec<char> = text.chars().collect();
        let at = cut.index(chars.len());
        let begun: String = chars[..at].iter().collect();
        let found = read(&begun, format, "es").pairs;
        prop_assert!(found.len() <= all.len());
        // The last text of a PO file may be cut where it goes on in the next line.
        let whole = found.len().saturating_sub(usize::from(!is_tmx));
        prop_assert_eq!(&found[..whole], &all[..whole]);
        let rest: String = chars[(at + 2).min(chars.len())..].iter().collect();
        let damaged = read(&format!("{begun}{other}{rest}"), format, "es");
        if let Some(problem) = damaged.problem {
            prop_assert!(!problem.hint.is_empty());
        }
    }

    #[test]
    fn reading_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..200), is_tmx in any::<bool>()) {
        let format = if is_tmx { Format::Tmx } else { Format::Po };
        let _ = read_pairs(&bytes, format, &locale("en"), &locale("es"));
    }
}
