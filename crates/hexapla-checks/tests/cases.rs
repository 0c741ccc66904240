//! Texts beside each other, and what is found: cases that once were told wrongly among them.

use hexapla_checks::{Profile, Profiles, alone, fix, pair, texts};
use hexapla_formats::{FieldRules, Format, extract};
use hexapla_model::Unit;

fn profile(tag: &str) -> Profile {
    Profile::of(&tag.parse().expect(tag))
}

fn units(format: Format, file: &str) -> Vec<Unit> {
    extract(format, file.as_bytes(), &FieldRules::default()).units
}

fn message(text: &str) -> Unit {
    units(Format::Fluent, &format!("key = {text}\n")).remove(0)
}

fn ids(source: &Unit, target: &Unit, tag: &str) -> Vec<&'static str> {
    let (en, own) = (profile("en"), profile(tag));
    let found = pair(source, target, Profiles { source: &en, target: &own });
    found.into_iter().map(|it| it.id).collect()
}

#[track_caller]
fn check(tag: &str, source: &str, target: &str, expected: &[&str]) {
    assert_eq!(ids(&message(source), &message(target), tag), expected, "{source} ⇒ {target}");
}

#[test]
fn numbers_may_be_said_otherwise() {
    for (tag, source, target) in [
        ("de", "1,234.5 km in 2024", "2024 waren es 1.234,5 km"),
        ("fr", "12,000 children", "12 000 enfants"),
        ("hi", "1,200,000 children", "12,00,000 बच्चे"),
        ("ar", "Open 24 hours on 15/08/2024", "مفتوح ٢٤ ساعة في ١٥/٨/٢٠٢٤"),
        ("th", "Since 2019", "ตั้งแต่ พ.ศ. 2562"),
        ("de", "From 8 pm", "Ab 20 Uhr"),
        ("es", "Ages 1 to 3 years", "De uno a tres años"),
        ("ja", "2.5 million children", "250万人の子ども"),
        ("fr", "Our 15th year", "Notre quinzième année"),
        ("it", "We are here 24/7", "Siamo sempre qui"),
        ("es", "It blocks 2000+ trackers", "Bloquea más de 2 mil rastreadores"),
        ("ko", "It blocks over 2000 trackers", "2천 개 이상의 추적기를 차단합니다"),
        ("ko", "It stops 3000 trackers", "추적기 3천개를 막습니다"),
        ("ja", "It stops 3000 trackers", "3千個のトラッカーを止めます"),
        ("ja", "Copy its hex code", "16 進数コードをコピー"),
        ("ko", "The hexadecimal value", "16진수 값"),
        ("zh-CN", "Now 20% off", "现享八折优惠"),
        ("zh-TW", "Now 30% off", "現正 7 折"),
        ("vi", "In the late ‘90s", "Cuối những năm 1990"),
        ("de", "In the late ‘90s", "In den späten Neunzigern"),
    ] {
        check(tag, source, target, &[]);
    }
}

#[test]
fn numbers_that_differ_are_found() {
    for (tag, source, target) in [
        ("de", "We answered 50 calls", "Wir haben 500 Anrufe beantwortet"),
        ("de", "It costs 1.5 euros", "Es kostet 15 Euro"),
        ("es", "Ages 3 to 5 years", "De 3 a 8 años"),
        ("fr", "The law of 1989", "La loi de 1998"),
        ("ko", "By 1995 there were more", "1195년 이후 더 많아졌다"),
        ("ar", "Call 116", "اتصل بـ ١١٧"),
        ("ko", "At 3 in the morning", "새벽 15시에"),
        ("ko", "It stops 2000 trackers", "추적기 3천개를 막습니다"),
        ("ja", "Copy its code", "16 進数コードをコピー"),
        ("zh-CN", "Open 20 hours", "八折优惠"),
        ("zh-TW", "Now 30% off", "現正 6 折"),
    ] {
        check(tag, source, target, &["number-differs"]);
    }
}

#[test]
fn words_may_stand_twice_for_the_grammar() {
    check("nl", "Those who need it most", "Wie het het meest nodig heeft", &[]);
    check("nl", "Those who need it most", "Wie het meest meest nodig heeft", &["word-doubled"]);
}

#[test]
fn ends_are_known_in_every_script() {
    for (tag, source, target) in [
        ("my", "You do not know?", "မသိဘူးလား။"),
        ("ja", "It helps as follows:", "次のように役立ちます。"),
        ("he", "“It helps.”", "״זה עוזר.״"),
        ("hy", "Here.", "Այստեղ։"),
        ("el", "Where are you?", "Πού είσαι;"),
        ("fa", "Where are you?", "کجا هستی؟"),
        ("et", "Hello,", "Tere!"),
    ] {
        check(tag, source, target, &[]);
    }
    check("de", "We help:", "Wir helfen", &["end-punctuation"]);
}

#[test]
fn marks_of_other_uses_are_no_quotation() {
    check("he", "In the USA", "בארה\"ב", &[]);
    check("de", "A screen of 5\"", "Ein Bildschirm mit 5\"", &[]);
    check("lt", "The page “About Firefox”", "Puslapis „Apie „Firefox““", &[]);
    check("es", "He said \"yes, it is 'good'\"", "Dijo «sí, es \"bueno\"»", &[]);
    check("fr", "A & B; C", "A &gt; B", &[]);
}

#[test]
fn names_in_latin_letters_are_no_wrong_script() {
    check(
        "zh-TW",
        "It works on Windows, macOS and Linux systems",
        "支援 Windows、macOS 以及 Linux 作業系統",
        &[],
    );
    check(
        "ru",
        "Questions: help-us-please@children.test",
        "Вопросы: help-us-please@children.test",
        &[],
    );
    check("zh-TW", "Write to help@children.test", "請來信：help@children.test", &[]);
}

#[test]
fn each_variant_is_a_text_of_its_own() {
    let source = units(
        Format::Fluent,
        "calls = { $n ->\n    [one] One call.\n   *[other] { $n } calls.\n}\n    .title = Calls (all)\n",
    );
    let names: Vec<_> = texts(&source[0]).into_iter().map(|run| (run.name, run.text)).collect();
    let expected = [
        ("[one]", "One call."),
        ("[other]", "\u{fffc} calls."),
        ("", "\u{fffc}"),
        (".title", "Calls (all)"),
    ];
    assert_eq!(names, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    let target = units(
        Format::Fluent,
        "calls = { $n ->\n    [one] Jedno volání.\n    [few] { $n } volání.\n   *[other] { $n } volání\n}\n    .title = Volání (vše\n",
    );
    assert_eq!(ids(&source[0], &target[0], "cs"), ["end-punctuation", "brackets-unbalanced"]);
}

#[test]
fn documents_are_read_without_their_marks() {
    let source = units(
        Format::Markdown,
        "Call **now** [116 111](tel:116111).\n\n| Help | 112 |\n|---|---|\n| Police | 110 |\n",
    );
    let target = units(
        Format::Markdown,
        "Ruf **jetzt** [116 111](tel:116111) an.\n\n| Hilfe | 112 |\n|---|---|\n| Polizei | 111 |\n",
    );
    let found: Vec<_> = source.iter().zip(&target).map(|(a, b)| ids(a, b, "de")).collect();
    assert_eq!(found, [vec![], vec![], vec!["number-differs"]]);
}

#[test]
fn what_runs_code_is_found_wherever_it_hides() {
    for target in [
        "Hallo <a href=\"{ $x }\" ONCLICK=x()>du</a>",
        "Hallo <img src=x onerror=x()",
        "Hallo <a href=\"{ $n ->\n    [one] x\n   *[other] y\n }\" onclick=\"x()\">du</a>",
        "<SCRIPT>x()</SCRIPT> Hallo",
    ] {
        let found = ids(&message("Hello"), &message(target), "de");
        assert!(found.contains(&"html-stripped"), "{target}: {found:?}");
        assert!(!found.contains(&"quotation-marks"), "{target}: {found:?}");
    }
    let page = |text: &str| units(Format::Markdown, text).remove(0);
    let (given, other) = ("<script src=\"/a.js\"></script>\n", "<script src=\"/b.js\"></script>\n");
    assert_eq!(ids(&page(given), &page(given), "de"), [""; 0]);
    assert_eq!(ids(&page(given), &page(other), "de"), ["html-stripped"]);
    let link = |address: &str| page(&format!("[a]({address})\n"));
    assert_eq!(ids(&link("https://a.test"), &link("JavaScript:x()"), "de"), ["unsafe-link"]);
}

#[test]
fn places_are_those_of_the_file() {
    let file = "# Titel\n\nDas ist Firef\u{43e}x  hier (dort.\n";
    let target = units(Format::Markdown, file).remove(1);
    let found = alone(&target, &profile("de"));
    let marked: Vec<_> = found.iter().map(|it| (it.id, &file[it.span.clone()])).collect();
    assert_eq!(marked, [("mixed-script", "Firef\u{43e}x"), ("brackets-unbalanced", "(")]);
}

#[test]
fn what_is_certain_is_mended() {
    let en = profile("en");
    for (tag, source, target, expected) in [
        ("fr", "Who are you?", "Qui  êtes-vous ?", Some("Qui êtes-vous\u{a0}?")),
        ("es", "Can we help?", "Podemos ayudar?", Some("¿Podemos ayudar?")),
        ("es", "Hi. Can we help?", "Hola. Podemos ayudar?", None),
        ("de", "Wait…", "Warte...", Some("Warte…")),
        ("de", "Wait...", "Warte...", None),
        ("de", "Wait", "War\u{200b}te", Some("Warte")),
    ] {
        let (source, target, own) = (message(source), message(target), profile(tag));
        let fixed = fix(&source, &target, Profiles { source: &en, target: &own });
        let expected = expected.map(|it| format!("key = {it}"));
        assert_eq!(fixed.map(|it| it.text), expected, "{}", target.text);
    }
}
