//! `hexapla check`: every kind of mistake, its place, and the formats for other tools.

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};
use support::Project;
use support::schema::problems;
use unicode_width::UnicodeWidthStr;

/// The project of the transcript, with mistakes of every kind.
fn mistakes() -> Project {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts/check");
    Project::copy_of(&folder)
}

/// The config of Fluent files that are translated into these locales, which are as in TOML.
fn config(locales: &str) -> String {
    format!(
        "version = 1\nname = \"x\"\nsource_locale = \"en\"\nlocales = {locales}\n\n\
         [collections.ui]\nformat = \"fluent\"\nsource = \"src/{{path}}.ftl\"\n\
         target = \"out/{{locale}}/{{path}}.ftl\"\n"
    )
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn every_kind_of_mistake_is_found_with_its_place_and_a_hint() {
    let project = mistakes();
    let ran = project.run(&["check", "--format", "json"]);
    assert_eq!(ran.code, 1);
    let found = parsed(&ran.out);
    let found = found.as_array().expect("findings");
    let kinds: BTreeSet<&str> = found.iter().filter_map(|it| it["check"].as_str()).collect();
    let expected = [
        "attribute-extra",
        "attribute-missing",
        "code-differs",
        "end-punctuation",
        "fluent-junk",
        "footnote-differs",
        "front-matter-extra",
        "front-matter-missing",
        "front-matter-unclosed",
        "heading-level",
        "link-differs",
        "placeable-extra",
        "placeable-missing",
        "plural-missing",
        "plural-unused",
        "reference-missing",
        "reference-unknown",
        "value-differs",
    ];
    assert_eq!(kinds, expected.into());
    for finding in found {
        let path = finding["path"].as_str().expect("a path");
        let text = project.read(path);
        let line = finding["line"].as_u64().expect("a line") as usize;
        let column = finding["column"].as_u64().expect("a column") as usize;
        let there = text.lines().nth(line - 1).unwrap_or_else(|| panic!("{path}:{line}"));
        assert!((1..=there.chars().count() + 1).contains(&column), "{path}:{line}:{column}");
        assert!(finding["hint"].is_string(), "{finding}");
    }
}

/// What the Fluent of JavaScript and that of Rust say otherwise is told before it is released;
/// `tests/formatting.rs` shows that they do.
#[test]
fn what_the_runtimes_say_otherwise_is_found() {
    let project = mistakes();
    let text = "post = { NUMBER($count, minimumFractionDigits: 200) ->\n    [one] One\n   \
        *[other] { DATETIME($day) } { PLATFORM() } { NUMBER($count, currency: \"EUR\") }\n}\n\
        rank = { NUMBER($place, type: \"ordinal\") ->\n    [two] nd\n   *[other] th\n}\n\
        long = { 12345678901234567890 }\n\
        swapped = { NUMBER($count, minimumFractionDigits: 2, maximumFractionDigits: 1) }\n";
    project.write("src/n.ftl", text);
    let found = parsed(&project.run(&["check", "ui/n", "--format", "json"]).out);
    let told = |it: &Value| {
        let text = |name: &str| it[name].as_str().expect(name).to_owned();
        (text("check"), text("severity"), it["line"].as_u64().expect("a line"))
    };
    let told: BTreeSet<_> = found.as_array().expect("findings").iter().map(told).collect();
    let line = |line: u64, check: &str, severity: &str| (check.into(), severity.into(), line);
    let expected = [
        line(1, "number-limit", "error"),
        line(3, "function-differs", "note"),
        line(3, "function-unknown", "warning"),
        line(3, "option-unknown", "warning"),
        line(5, "plural-differs", "warning"),
        line(9, "number-limit", "error"),
        line(10, "number-limit", "error"),
    ];
    let of_runtimes = told.into_iter().filter(|it| !it.0.starts_with("plural-mi"));
    let of_runtimes: BTreeSet<_> = of_runtimes.filter(|it| it.0 != "plural-unused").collect();
    assert_eq!(of_runtimes, expected.into());
}

/// A project of messages in German, whose translations are accepted as they are.
fn messages(source: &str, target: &str, more: &str) -> Project {
    let project = Project::of(&[("en/ui.ftl", source), ("de/ui.ftl", target)]);
    let config = "version = 1\nname = \"x\"\nsource_locale = \"en\"\nlocales = [\"de\", \"fr\"]\n\n\
        [collections.ui]\nformat = \"fluent\"\nsource = \"en/{path}.ftl\"\n\
        target = \"{locale}/{path}.ftl\"\n";
    project.write("hexapla.toml", format!("{config}{more}"));
    project.ok(&["accept", "--all", "--force"]);
    project
}

/// What a check tells, by unit.
fn told(project: &Project, check: &str) -> Vec<(String, String)> {
    let found = parsed(&project.run(&["check", "--notes", "--format", "json"]).out);
    let of = |it: &Value, name: &str| it[name].as_str().unwrap_or_default().to_owned();
    let all = found.as_array().expect("findings").iter().filter(|it| it["check"] == check);
    all.map(|it| (of(it, "unit"), of(it, "message"))).collect()
}

#[test]
fn texts_are_no_longer_than_the_config_and_their_comments_say() {
    let source = "# max-length: 4\nown = Go\nbutton-save = Save\nbutton-send = Send\nother = Text\n\
        many = { $n ->\n    [one] One\n   *[other] { $n } of them\n}\n";
    let target = "own = Los geht es\nbutton-save = Sichern\nbutton-send = Senden\nother = E\u{301}te\u{301}\n\
        many = { $n ->\n    [one] Eins\n   *[other] { $n } davon\n}\n";
    let project = messages(
        source,
        target,
        "max_length = 3\n\n[[max_length]]\nunit = \"ui/ui#button-*\"\ncharacters = 6\n\n\
         [[max_length]]\nunit = \"ui/ui#many\"\nlocales = [\"fr\"]\ncharacters = 99\n",
    );
    let expected = [
        ("ui/ui#own", "11 characters, 4 are the most"),
        ("ui/ui#button-save", "7 characters, 6 are the most"),
        ("ui/ui#many", "4 characters, 3 are the most"),
        ("ui/ui#many", "6 characters, 3 are the most"),
    ];
    let expected = expected.map(|(unit, text)| (unit.to_owned(), text.to_owned()));
    assert_eq!(told(&project, "length"), expected);
    // What is stale is no shorter.
    project.edit("en/ui.ftl", "Save", "Save it");
    assert_eq!(told(&project, "length"), expected);
    // Translators are told, but for a message of several texts.
    project.ok(&["export", "-l", "de", "--format", "xliff12", "-o", "out.xlf"]);
    let file = project.read("out.xlf");
    assert_eq!(file.matches("maxwidth=").count(), 4, "{file}");
    assert!(file.contains("resname=\"button-send\" maxwidth=\"6\" size-unit=\"char\""), "{file}");
}

#[test]
fn lengths_that_cannot_be_are_told_with_their_places() {
    let project = messages("a = A\n", "a = A\n", "");
    let config = project.read("hexapla.toml");
    for (more, place) in [
        ("max_length = 0\n", "hexapla.toml:10:14: no text has 0 characters"),
        ("\n[[max_length]]\nunit = \"x/*\"\ncharacters = 1\n", "hexapla.toml:12:8: `x/*` is in no"),
    ] {
        project.write("hexapla.toml", format!("{config}{more}"));
        let ran = project.run(&["check"]);
        assert!(ran.code != 0 && ran.err.contains(place), "{}", ran.err);
        assert!(ran.err.contains("hint:"), "{}", ran.err);
    }
}

/// A language that says a thing in one way whatever the number lacks no way to say it.
#[test]
fn plurals_whose_variants_say_the_same_lack_none() {
    let text = |one: &str, other: &str| {
        format!("a = {{ $n ->\n    [one] {one}\n   *[other] {other}\n}}\n")
    };
    let source = "a = { $n ->\n    [one] { $n } hit\n   *[other] { $n } hits\n}\n";
    let of = |one: &str, other: &str| {
        let project = messages(source, "", "");
        project.write("fr/ui.ftl", text(one, other));
        project.ok(&["accept", "--all", "--force"]);
        told(&project, "plural-missing").len()
    };
    assert_eq!(of("{ $n } pays", "{ $n } pays"), 0);
    assert_eq!(of("{ $n } ville", "{ $n } villes"), 1);
}

/// A reader sees a value or an attribute, never both in one place.
#[test]
fn what_a_value_refers_to_is_not_looked_for_in_an_attribute() {
    let source = "-brand = Lamp\nopen = Open { -brand }, { $name }\n    .title = Open it\n";
    let target = "-brand = Lampe\nopen = Das öffnen\n    .title = { -brand } öffnen, { $name }\n";
    let project = messages(source, target, "");
    let of = |check| told(&project, check).into_iter().map(|it| it.1).collect::<Vec<_>>();
    assert_eq!(of("reference-missing"), ["the source's reference to `-brand` is not there"]);
    assert_eq!(of("reference-extra"), ["the source does not refer to `-brand` in `.title`"]);
    assert_eq!(of("placeable-missing"), ["the source's variable `$name` is not used"]);
}

#[test]
fn a_source_is_checked_too() {
    let project = mistakes();
    project.write("src/n.ftl", "a = { b }\nc = { $n ->\n    [few] x\n   *[other] y\n}\n");
    let found = parsed(&project.run(&["check", "ui/n", "--format", "json"]).out);
    let told = |at: usize| (found[at]["check"].clone(), found[at]["line"].clone());
    assert_eq!(told(0), (json!("reference-unknown"), json!(1)));
    assert_eq!(found[0]["locale"], Value::Null);
    let kinds: Vec<&Value> =
        found.as_array().into_iter().flatten().map(|it| &it["check"]).collect();
    assert!(kinds.contains(&&json!("plural-unused")) && kinds.contains(&&json!("plural-missing")));
}

/// The first caret stands in the column of the terminal where the mistake begins, whatever the
/// width of the characters before it.
#[test]
fn carets_stand_below_what_they_are_about_in_every_script() {
    let out = mistakes().run(&["check", "--notes"]).out;
    let lines: Vec<&str> = out.lines().collect();
    let mut compared = BTreeSet::new();
    for window in lines.windows(4) {
        let Some((_, place)) = window[0].split_once("--> ") else { continue };
        let mut parts = place.rsplit(':');
        let column: usize = parts.next().and_then(|it| it.parse().ok()).expect("a column");
        let (gutter, source) = window[2].split_once("| ").expect("a line of the file");
        let before: String = source.chars().take(column - 1).collect();
        let carets = &window[3][gutter.len() + 2..];
        let indent = carets.find('^').expect("a caret");
        assert_eq!(indent, before.width(), "{}", window.join("\n"));
        if !before.is_ascii() {
            compared.insert(place.split('/').nth(1).expect("a locale").to_owned());
        }
    }
    assert_eq!(compared, ["ar", "th", "zh"].map(str::to_owned).into());
}

/// What SARIF 2.1.0 requires of a log, of the parts that are written.
fn sarif() -> Value {
    let text = json!({
        "type": "object", "required": ["text"], "additionalProperties": false,
        "properties": { "text": { "type": "string" } },
    });
    let region = json!({
        "type": "object", "required": ["startLine", "startColumn"], "additionalProperties": false,
        "properties": {
            "startLine": { "type": "integer", "minimum": 1 },
            "startColumn": { "type": "integer", "minimum": 1 },
        },
    });
    let location = json!({
        "type": "object", "required": ["artifactLocation", "region"],
        "additionalProperties": false,
        "properties": {
            "artifactLocation": {
                "type": "object", "required": ["uri"], "additionalProperties": false,
                "properties": { "uri": { "type": "string" } },
            },
            "region": region,
        },
    });
    let result = json!({
        "type": "object", "required": ["ruleId", "level", "message", "locations"],
        "additionalProperties": false,
        "properties": {
            "ruleId": { "type": "string" },
            "level": { "enum": ["none", "note", "warning", "error"] },
            "message": text,
            "locations": { "type": "array", "items": {
                "type": "object", "required": ["physicalLocation"], "additionalProperties": false,
                "properties": { "physicalLocation": location },
            }},
        },
    });
    let driver = json!({
        "type": "object", "required": ["name", "version", "rules"], "additionalProperties": false,
        "properties": {
            "name": { "type": "string" },
            "version": { "type": "string" },
            "rules": { "type": "array", "items": {
                "type": "object", "required": ["id"], "additionalProperties": false,
                "properties": { "id": { "type": "string" } },
            }},
        },
    });
    json!({
        "type": "object", "required": ["version", "runs"], "additionalProperties": false,
        "properties": {
            "$schema": { "type": "string" },
            "version": { "const": "2.1.0" },
            "runs": { "type": "array", "items": {
                "type": "object", "required": ["tool", "results"], "additionalProperties": false,
                "properties": {
                    "tool": {
                        "type": "object", "required": ["driver"], "additionalProperties": false,
                        "properties": { "driver": driver },
                    },
                    "columnKind": { "enum": ["utf16CodeUnits", "unicodeCodePoints"] },
                    "results": { "type": "array", "items": result },
                },
            }},
        },
    })
}

#[test]
fn sarif_is_as_version_2_1_0_wants_it() {
    let project = mistakes();
    project.write("src/ein Wort, 中文.ftl", "broken = { $\n");
    let log = parsed(&project.run(&["check", "--format", "sarif"]).out);
    assert_eq!(problems(&log, &sarif()), Vec::<String>::new());
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let rules: BTreeSet<&str> = rules.iter().filter_map(|rule| rule["id"].as_str()).collect();
    let results = run["results"].as_array().expect("results");
    assert!(results.len() > 20);
    for result in results {
        assert!(rules.contains(result["ruleId"].as_str().expect("a rule")), "{result}");
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().expect("a reference");
        let allowed = |it: char| it.is_ascii_alphanumeric() || "-._~/%".contains(it);
        assert!(uri.chars().all(allowed), "{uri}");
    }
    let encoded = "src/ein%20Wort%2C%20%E4%B8%AD%E6%96%87.ftl";
    assert!(log.to_string().contains(encoded));
}

#[test]
fn nothing_wrong_is_a_valid_log_too() {
    let project = Project::of(&[("src/a.md", "One.\n")]);
    let log = parsed(&project.ok(&["check", "--format", "sarif"]));
    assert_eq!(problems(&log, &sarif()), Vec::<String>::new());
    assert_eq!(log["runs"][0]["results"], json!([]));
    assert_eq!(project.ok(&["check", "--format", "json"]), "[]\n");
    assert_eq!(project.ok(&["check", "--format", "github"]), "");
}

#[test]
fn annotations_of_github_are_a_line_each() {
    let project = mistakes();
    let out = project.run(&["check", "--format", "github"]).out;
    for line in out.lines() {
        let (head, message) =
            line.strip_prefix("::").and_then(|it| it.split_once("::")).expect(line);
        let (kind, properties) = head.split_once(' ').expect(line);
        assert!(["error", "warning", "notice"].contains(&kind), "{line}");
        let names: Vec<&str> =
            properties.split(',').filter_map(|it| Some(it.split_once('=')?.0)).collect();
        assert_eq!(names, ["file", "line", "col", "title"], "{line}");
        assert!(!message.is_empty());
    }
    assert!(out.lines().count() > 20);
}

/// The findings of the project of the transcript once its config also says `more`.
fn judged(more: &str) -> (i32, Vec<Value>) {
    let project = mistakes();
    project.write("hexapla.toml", format!("{}\n{more}", project.read("hexapla.toml")));
    let ran = project.run(&["check", "--format", "json"]);
    let found = if ran.out.is_empty() { Value::Null } else { parsed(&ran.out) };
    (ran.code, found.as_array().cloned().unwrap_or_default())
}

fn of<'a>(found: &'a [Value], check: &str) -> Vec<&'a Value> {
    found.iter().filter(|it| it["check"] == check).collect()
}

#[test]
fn a_check_can_be_turned_off_or_judged_otherwise() {
    let (_, before) = judged("");
    assert!(!of(&before, "placeable-missing").is_empty());
    assert!(of(&before, "placeable-missing").iter().all(|it| it["severity"] == "warning"));
    let (_, off) = judged("[checks]\nplaceable-missing = \"off\"\n");
    assert_eq!(off.len(), before.len() - of(&before, "placeable-missing").len());
    assert!(of(&off, "placeable-missing").is_empty());
    let (_, raised) = judged("[checks]\nplaceable-missing = \"error\"\n");
    assert!(of(&raised, "placeable-missing").iter().all(|it| it["severity"] == "error"));
    // What a collection says goes before what the project says.
    let both = "[checks]\nplaceable-missing = \"off\"\n\n[collections.ui.checks]\n\
                placeable-missing = \"note\"\n";
    let (_, lowered) = judged(both);
    let (lowered, all) = (of(&lowered, "placeable-missing"), of(&before, "placeable-missing"));
    let in_ui =
        all.iter().filter(|it| it["resource"].as_str().unwrap_or_default().starts_with("ui/"));
    assert_eq!(lowered.len(), in_ui.count());
    assert!(lowered.iter().all(|it| it["severity"] == "note"));
}

#[test]
fn what_is_meant_so_is_silenced_and_told_once_it_silences_nothing() {
    let (_, before) = judged("");
    let one = of(&before, "placeable-missing")[0].clone();
    let unit = one["unit"].as_str().expect("a unit");
    let silence = |check: &str, unit: &str, locales: &str| {
        format!(
            "[[silence]]\ncheck = \"{check}\"\nunit = \"{unit}\"\nlocales = [{locales}]\nwhy = \"it is so\"\n\n"
        )
    };
    let locale = one["locale"].as_str().expect("a locale");
    let (_, silenced) = judged(&silence("placeable-missing", unit, &format!("\"{locale}\"")));
    assert_eq!(silenced.len() + 1, before.len());
    assert!(!silenced.contains(&one));
    let star = format!("{}*", &unit[..unit.len() - 2]);
    assert!(!judged(&silence("placeable-missing", &star, "")).1.contains(&one));
    // Another check, and a unit that there is not.
    let idle = silence("heading-level", unit, "") + &silence("placeable-missing", "ui/none#x", "");
    let (_, found) = judged(&idle);
    let told = of(&found, "silence-idle");
    assert_eq!(told.len(), 2);
    assert!(told.iter().all(|it| it["path"] == "hexapla.toml" && it["severity"] == "warning"));
    assert!(told[0]["line"].as_u64() < told[1]["line"].as_u64());
    assert_eq!(found.len(), before.len() + 2);
}

#[test]
fn a_comment_silences_what_is_found_about_its_unit() {
    let message = |comment: &str| comment.to_owned() + "quiet = { $b } { $a }\n";
    let project = |comment: &str| {
        let project = mistakes();
        let source = message(comment);
        project.write("src/quiet.ftl", &source);
        project.write("out/pl/quiet.ftl", "quiet = Cicho { $a }\n");
        let ran = project.run(&["check", "--format", "json"]);
        let found = parsed(&ran.out).as_array().cloned().unwrap_or_default();
        let about = |it: &Value| it["resource"] == "ui/quiet";
        found.into_iter().filter(about).map(|it| it["check"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(project(""), ["placeable-missing"]);
    assert_eq!(project("# Who wrote.\n# hexapla-silence: placeable-missing\n"), [Value::Null; 0]);
    assert_eq!(
        project("# hexapla-silence: heading-level\n"),
        ["silence-idle", "placeable-missing"]
    );
}

/// What never ships is mended, not silenced.
#[test]
fn errors_stay_errors() {
    for more in [
        "[checks]\nplaceable-extra = \"off\"\n",
        "[collections.ui.checks]\nreference-unknown = \"warning\"\n",
        "[[silence]]\ncheck = \"placeable-extra\"\nunit = \"ui/*\"\nwhy = \"no\"\n",
        "[checks]\nno-such-check = \"off\"\n",
        "[checks]\nplaceable-missing = \"loud\"\n",
        "[[silence]]\ncheck = \"placeable-missing\"\nunit = \"nowhere/x#y\"\nwhy = \"no\"\n",
    ] {
        let project = mistakes();
        project.write("hexapla.toml", format!("{}\n{more}", project.read("hexapla.toml")));
        let ran = project.run(&["check"]);
        assert_eq!(ran.code, 3, "{more}");
        assert!(ran.err.contains("hexapla.toml:") && ran.err.contains("hint"), "{}", ran.err);
    }
}

#[test]
fn junit_has_a_suite_a_file() {
    let project = mistakes();
    let ran = project.run(&["check", "--format", "junit"]);
    let found = parsed(&project.run(&["check", "--format", "json"]).out);
    let found = found.as_array().expect("findings");
    let fails = found.iter().filter(|it| it["severity"] != "note").count();
    assert!(ran.out.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites "));
    assert!(ran.out.contains(&format!("failures=\"{fails}\"")), "{}", ran.out);
    assert_eq!(ran.out.matches("<failure ").count(), fails);
    assert_eq!(
        ran.out.matches("<testcase ").count(),
        ran.out.matches("</testcase>").count() + ran.out.matches("name=\"no findings\"").count()
    );
    let files = ran.out.matches("<testsuite ").count();
    assert!(files > found.iter().map(|it| it["path"].to_string()).collect::<BTreeSet<_>>().len());
}

/// Two messages in French with spaces that break, one of them left to people by its comment.
fn french(workflow: &str) -> Project {
    let source = "ask = Ready?\nsay = Two: one\n# hexapla-silence: french-spacing\nown = Sure?\n";
    let target = "ask = C’est prêt ?\nsay = Deux : un\nown = Sûr ?\n";
    let project = Project::of(&[("src/m.ftl", source), ("out/fr/m.ftl", target)]);
    let config = config("[\"fr\"]");
    project.write("hexapla.toml", format!("{config}{workflow}"));
    let rules = "version = 1\npriority = 10\n\n[[states]]\nname = \"translated\"\nroles = []\n\n\
                 [channels.stable]\n";
    project.write("workflows/helplines.toml", rules);
    project.ok(&["accept", "--all"]);
    project
}

#[test]
fn what_is_certain_is_mended_and_stays_attested() {
    let project = french("");
    let ran = project.run(&["check", "--fix", "--notes"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("mended 2 units: french-spacing 2"), "{}", ran.err);
    let spaced = |c: char| c == '\u{a0}' || c == '\u{202f}';
    let text = project.read("out/fr/m.ftl");
    assert_eq!(text.chars().filter(|c| spaced(*c)).count(), 2, "{text:?}");
    assert!(text.contains("own = Sûr ?"), "{text:?}");
    assert!(!ran.out.contains("french-spacing"), "{}", ran.out);
    assert_eq!(project.counts("ui/m", "fr")["current"], 3);
    let why = project.json(&["explain", "ui/m#ask", "-l", "fr", "--json"]);
    assert_eq!(why[0]["carried"], true, "{why}");
    // Once more changes nothing.
    assert!(project.run(&["check", "--fix"]).err.contains("mended 0 units"));
    assert_eq!(project.read("out/fr/m.ftl"), text);
}

#[test]
fn critical_texts_are_not_mended_by_rule() {
    let project = french("workflow = \"helplines\"\n");
    let before = project.read("out/fr/m.ftl");
    let ran = project.run(&["check", "--fix"]);
    assert!(ran.err.contains("mended 0 units"), "{}", ran.err);
    assert_eq!(project.read("out/fr/m.ftl"), before);
}

#[test]
fn numbers_of_critical_texts_need_a_second_person() {
    let project = Project::of(&[
        ("src/m.ftl", "call = Call 0800 123 456 now\n"),
        ("out/ar/m.ftl", "call = اتصل بالرقم ٠٨٠٠ ١٢٣ ٤٥٦ الآن\n"),
        ("out/es/m.ftl", "call = Llame al 0800 123 465 ahora\n"),
    ]);
    let config = config("[\"ar\", \"es\"]") + "workflow = \"helplines\"\n";
    project.write("hexapla.toml", config);
    let rules = "version = 1\npriority = 10\n\n[[states]]\nname = \"translated\"\nroles = []\n\n\
                 [[states]]\nname = \"reviewed\"\nroles = []\npeople = 2\n\n[channels.stable]\n";
    project.write("workflows/helplines.toml", rules);
    project.ok(&["accept", "--all"]);
    let found = || {
        let found = parsed(&project.run(&["check", "--format", "json"]).out);
        let found = found.as_array().cloned().unwrap_or_default();
        critical_of(&found, "es") + &critical_of(&found, "ar")
    };
    let first = found();
    assert!(first.contains("es:error") && !first.contains("ar:"), "{first}");
    for handle in ["mara", "joaquin"] {
        project.ok(&["--handle", handle, "accept", "ui/m#call", "-l", "es", "--state", "reviewed"]);
    }
    let second = found();
    assert!(second.contains("es:note") && !second.contains("es:error"), "{second}");
}

/// `es:error` where something critical was found so.
fn critical_of(found: &[Value], locale: &str) -> String {
    let of = found.iter().filter(|it| it["check"] == "critical-differs" && it["locale"] == locale);
    of.map(|it| format!(" {locale}:{}", it["severity"].as_str().unwrap_or_default())).collect()
}

#[test]
fn one_source_that_is_said_in_two_ways_is_noted_once() {
    let project = Project::of(&[
        ("src/a.ftl", "a = Look for help\nb = Something else\n"),
        ("src/b.ftl", "c = Look for help\n"),
        ("out/es/a.ftl", "a = Buscar ayuda\nb = Otra cosa\n"),
        ("out/es/b.ftl", "c = Pedir ayuda\n"),
    ]);
    project.write("hexapla.toml", config("[\"es\"]"));
    project.ok(&["accept", "--all"]);
    let found = parsed(&project.run(&["check", "--format", "json"]).out);
    let found = of(found.as_array().expect("findings"), "inconsistent-target").len();
    assert_eq!(found, 1);
    let said = project.ok(&["check", "--notes"]);
    assert!(said.contains("otherwise in `ui/b#c`"), "{said}");
}

/// What `check` finds of one message in German, beside a brand and its source.
fn of_german(source: &str, target: &str) -> Vec<String> {
    let project = Project::of(&[("src/m.ftl", source), ("out/de/m.ftl", target)]);
    project.write("hexapla.toml", config("[\"de\"]"));
    project.ok(&["accept", "--all"]);
    let found = parsed(&project.run(&["check", "--format", "json"]).out);
    let found = found.as_array().expect("findings").iter();
    found.filter_map(|it| it["check"].as_str().map(str::to_owned)).collect()
}

#[test]
fn what_a_term_asks_for_is_the_translators_own_affair() {
    let source = "-brand = Lantern\nhello = Welcome to { -brand }\n";
    let target = "-brand =\n    { $case ->\n        [genitive] der Laterne\n       *[nominative] die \
                  Laterne\n    }\nhello = Der Weg { -brand(case: \"genitive\") }\n";
    assert_eq!(of_german(source, target), Vec::<String>::new());
}

#[test]
fn a_reference_that_the_source_has_not_is_found() {
    let source = "-brand = Lantern\nhello = Welcome to the team\n";
    let target = "-brand = Laterne\nhello = Das Team von { -brand }\n";
    assert_eq!(of_german(source, target), ["reference-extra"]);
}

#[test]
fn a_default_variant_stands_for_other_numbers() {
    let source = "a = { $n ->\n    [one] One letter\n   *[other] { $n } letters\n}\n";
    let found = |locale: &str, variants: &str| {
        let project = Project::of(&[
            ("src/m.ftl", source),
            (&format!("out/{locale}/m.ftl"), &format!("a = {{ $n ->\n{variants}}}\n")),
        ]);
        let config = format!(
            "version = 1\nname = \"x\"\nsource_locale = \"en\"\nlocales = [\"{locale}\"]\n\n\
             [collections.ui]\nformat = \"fluent\"\nsource = \"src/{{path}}.ftl\"\n\
             target = \"out/{{locale}}/{{path}}.ftl\"\n"
        );
        project.write("hexapla.toml", config);
        project.ok(&["accept", "--all"]);
        let found = parsed(&project.run(&["check", "--format", "json"]).out);
        of(found.as_array().expect("findings"), "plural-missing").len()
    };
    let (one, few, many) = ("    [one] x\n", "    [few] y\n", "   *[many] z\n");
    assert_eq!(found("pl", &format!("{one}{few}{many}")), 0);
    assert_eq!(found("pl", &format!("{one}{many}")), 1);
}

#[test]
fn attributes_and_variants_that_stand_twice_are_found() {
    let source =
        "a = { $n ->\n    [one] One letter\n   *[other] { $n } letters\n}\n    .title = All\n";
    let target = "a = { $n ->\n    [one] Ein Brief\n    [one] Der Brief\n   *[other] { $n } Briefe\n}\n    \
                  .title = Alle\n    .title = Alles\n";
    let found: BTreeSet<String> = of_german(source, target).into_iter().collect();
    let expected = ["attribute-doubled", "variant-doubled"].map(str::to_owned);
    assert_eq!(found, expected.into());
}

#[test]
fn the_same_words_about_other_things_are_another_sentence() {
    let source = "-one = Lantern\n-two = Harbour\na = Get { -one } now\nb = Get { -two } now\nc = Get { -two } now\n";
    let target = "-one = Laterne\n-two = Hafen\na = Hol dir { -one }\nb = Besuch { -two } bald\nc = Komm zu { -two }\n";
    let found = of_german(source, target);
    assert_eq!(found, ["inconsistent-target"]);
}

/// GFM shows no cell of a row that the head of its table has none for: what stands there is lost to readers.
#[test]
fn a_row_with_other_cells_than_its_source_is_found() {
    let config = "version = 1\nname = \"x\"\nsource_locale = \"en\"\nlocales = [\"de\"]\n\n\
        [collections.pages]\nformat = \"markdown\"\nsource = \"src/{path}.md\"\n\
        target = \"out/{locale}/{path}.md\"\n";
    let table = |row: &str| format!("| A | B |\n| --- | --- |\n| {row}\n");
    let project = Project::of(&[("hexapla.toml", config), ("src/t.md", &table("one | two |"))]);
    for (row, finds) in [("eins | zwei |", false), ("eins | zwei | drei", true), ("eins", true)] {
        project.write("out/de/t.md", table(row));
        let found = project.run(&["check", "pages/t"]).out;
        assert_eq!(found.contains("table-cells"), finds, "{row}: {found}");
    }
}
