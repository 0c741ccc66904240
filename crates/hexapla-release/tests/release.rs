//! Laws of releases.

use hexapla_model::{Freshness, State};
use hexapla_release::{
    Coverage, Header, Manifest, ManifestError, Release, ReleaseFile, SIDECAR, UnitEntry, build,
};
use proptest::prelude::*;

fn file(path: &str, bytes: &[u8]) -> ReleaseFile {
    let unit = UnitEntry {
        unit: "ui/main#hello".into(),
        language: "es".parse().expect("a tag"),
        freshness: Freshness::Stale,
        state: State::Reviewed,
        made_at: Some("2026-01-31T23:59:59Z".parse().expect("a time")),
        changed_at: Some("2026-03-12".parse().expect("a date")),
        changes: 2,
        lines: Some((1, 1)),
    };
    ReleaseFile {
        locale: "es".parse().expect("a tag"),
        collection: "ui".into(),
        path: path.into(),
        bytes: bytes.to_vec(),
        units: vec![unit],
    }
}

fn release(files: Vec<ReleaseFile>) -> Result<Release, ManifestError> {
    let as_of = "2026-11-24".parse().expect("a date");
    build(
        Header { name: "Example".into(), channels: vec!["stable".into()], as_of },
        files,
        Vec::new(),
    )
}

proptest! {
    #[test]
    fn same_files_in_any_order_give_the_same_bytes(
        contents in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..64), 1..8),
        seed in any::<prop::sample::Index>(),
    ) {
        let files: Vec<_> =
            contents.iter().enumerate().map(|(at, it)| file(&format!("es/{at}.md"), it)).collect();
        let mut turned = files.clone();
        turned.rotate_left(seed.index(files.len()));
        prop_assert_eq!(release(files), release(turned));
    }

    #[test]
    fn any_changed_byte_of_a_file_is_refused(
        content in prop::collection::vec(any::<u8>(), 1..256),
        at in any::<prop::sample::Index>(),
        flip in 1..=255_u8,
    ) {
        let built = release(vec![file("es/ui.ftl", &content)]).expect("a release");
        let path = "es/ui.ftl".parse().expect("a path");
        prop_assert!(built.manifest.check(&path, &content).is_ok());
        let mut changed = content.clone();
        changed[at.index(content.len())] ^= flip;
        prop_assert!(built.manifest.check(&path, &changed).is_err());
        prop_assert!(built.manifest.check(&path, &content[1..]).is_err());
    }

    #[test]
    fn what_is_built_reads_back_and_is_written_as_json_commonly_is(
        names in prop::collection::vec("[^\\p{Cc}]{0,12}", 0..4),
        channel in "[^\\p{Cc}]{0,8}",
    ) {
        let mut files: Vec<_> =
            names.iter().enumerate().map(|(at, _)| file(&format!("es/{at}.md"), b"x")).collect();
        for (file, name) in files.iter_mut().zip(&names) {
            file.collection.clone_from(name);
            file.units[0].unit = name.as_str().into();
        }
        files.extend(files.first().cloned().map(|it| {
            ReleaseFile { path: "es/none.md".into(), units: Vec::new(), ..it }
        }));
        let count = |name: &&str| ((*name).to_owned(), (1, 20));
        let coverage = |name: &String| Coverage {
            locale: "es".parse().expect("a tag"),
            collection: name.clone(),
            counts: ["current", Coverage::OUT_OF_ORDER].iter().map(count).collect(),
        };
        let coverage = names.iter().map(coverage).collect();
        let as_of = "2026-11-24".parse().expect("a date");
        let built = build(Header { name: channel.clone(), channels: vec![channel], as_of }, files, coverage);
        let built = built.expect("a release");
        prop_assert_eq!(Manifest::read(&built.manifest_bytes), Ok(built.manifest));
        let value: serde_json::Value =
            serde_json::from_slice(&built.manifest_bytes).expect("it is JSON");
        let common = serde_json::to_string_pretty(&value).expect("it can be written") + "\n";
        prop_assert_eq!(String::from_utf8_lossy(&built.manifest_bytes), common);
    }

    #[test]
    fn what_cannot_be_shown_is_not_built(name in "\\PC{0,3}\\p{Cc}\\PC{0,3}", at in 0..2_usize) {
        let mut bad = file("es/a.md", b"x");
        match at {
            0 => bad.collection = name,
            _ => bad.units[0].unit = name.into(),
        }
        prop_assert!(matches!(release(vec![bad]), Err(ManifestError::Damaged(_))));
    }

    #[test]
    fn reading_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..512)) {
        let _ = Manifest::read(&bytes);
    }
}

#[test]
fn manifests_read_back_and_name_their_release() {
    let built = release(vec![file("es/ui.ftl", b"a = b\n")]).expect("a release");
    let read = Manifest::read(&built.manifest_bytes).expect("a manifest");
    assert_eq!(read, built.manifest);
    assert_eq!(read.write(), built.manifest_bytes);
}

#[test]
fn a_sidecar_tells_what_does_not_go_without_saying() {
    let told = |units: Vec<UnitEntry>| {
        let built = release(vec![ReleaseFile { units, ..file("es/ui.ftl", b"a = b\n") }]);
        let path = format!("es/ui.ftl{SIDECAR}").parse().expect("a path");
        let built = built.expect("a release");
        built.files.get(&path).map(|it| String::from_utf8(it.clone()).expect("text"))
    };
    assert_eq!(told(Vec::new()), None);
    let stale = file("", b"").units.remove(0);
    let fallen = UnitEntry {
        unit: "ui/main#bye".into(),
        language: "en".parse().expect("a tag"),
        freshness: Freshness::Current,
        state: State::Final,
        made_at: None,
        changed_at: None,
        changes: 0,
        lines: None,
    };
    let text = r#"{"v":1,"units":[
{"unit":"ui/main#hello","freshness":"stale","state":"reviewed","made_from":"2026-01-31","changed_at":"2026-03-12","changes":2,"lines":[1,1]},
{"unit":"ui/main#bye","language":"en","state":"final"}
]}
"#;
    assert_eq!(told(vec![stale, fallen]).as_deref(), Some(text));
}

#[test]
fn hostile_manifests_are_refused() {
    let built = release(vec![file("es/ui.ftl", b"a = b\n")]).expect("a release");
    let good = String::from_utf8(built.manifest_bytes).expect("JSON is text");
    let cases = [
        ("es/ui.ftl", "../ui.ftl"),
        ("es/ui.ftl", "/etc/ui.ftl"),
        ("es/ui.ftl", ".git/config"),
        ("es/ui.ftl", "es\\\\ui.ftl"),
        ("\"version\": 2", "\"version\": 1"),
        ("\"version\": 2", "\"version\": 3"),
        ("\"version\": 2", "\"version\": 2, \"extra\": 1"),
        ("2026-11-24", "soon"),
    ];
    for (from, to) in cases {
        let bad = good.replace(from, to);
        assert_ne!(bad, good, "{from}");
        assert!(Manifest::read(bad.as_bytes()).is_err(), "{to}");
    }
    for (other, what) in [
        ("es/UI.ftl", "case"),
        ("es/ui.ftl/more.md", "a folder where a file is"),
        ("ES/UI.FTL/more.md", "the same in another case"),
        ("manifest.json", "the manifest"),
        ("Manifest.JSON", "the manifest"),
    ] {
        let both = release(vec![file("es/ui.ftl", b"a"), file(other, b"b")]);
        let refused = matches!(both, Err(ManifestError::Collision(_) | ManifestError::Covered(_)));
        assert!(refused, "{what}: {both:?}");
    }
    let accents = [file("es/caf\u{e9}.md", b"a"), file("es/cafe\u{301}.md", b"b")];
    assert!(matches!(release(accents.into()), Err(ManifestError::Collision(_))));
    let huge = good.replace("\"length\": 6", "\"length\": 18446744073709551615");
    let error = Manifest::read(huge.as_bytes()).expect_err("no such file");
    assert!(matches!(error, ManifestError::FileTooLarge { .. }), "{error}");
    let deep = "[".repeat(1_000_000);
    assert!(Manifest::read(deep.as_bytes()).is_err());
}

#[test]
fn there_is_one_way_to_write_a_manifest() {
    let built = release(vec![file("es/ui.ftl", b"a = b\n")]).expect("a release");
    let good = String::from_utf8(built.manifest_bytes).expect("JSON is text");
    let entry = good.find("\"es/ui.ftl\"").expect("a file");
    let entry = good[entry..].strip_suffix("\n  }\n}\n").expect("the last thing in it");
    let twice = good.replacen(entry, &format!("{entry},\n    {entry}"), 1);
    let cases = [
        ("a file twice, of which readers take the first or the last", twice),
        ("another layout", good.replace("\n", "\n ")),
        ("something behind it", format!("{good} ")),
        ("an escaped letter", good.replace("\"es/ui.ftl\"", "\"es/\\u0075i.ftl\"")),
        ("a tag in another case", good.replace("\"locale\": \"es\"", "\"locale\": \"ES\"")),
        ("a byte order mark", format!("\u{feff}{good}")),
    ];
    for (what, bad) in cases {
        assert_ne!(bad, good, "{what}");
        let read = Manifest::read(bad.as_bytes());
        assert!(matches!(read, Err(ManifestError::Damaged(_))), "{what}: {read:?}");
    }
}

#[test]
fn what_a_terminal_would_obey_is_refused_and_not_repeated() {
    let built = release(vec![file("es/ui.ftl", b"a = b\n")]).expect("a release");
    let good = String::from_utf8(built.manifest_bytes).expect("JSON is text");
    for (from, to) in [
        ("\"stable\"", "\"sta\\u001b[2Jble\""),
        ("\"Example\"", "\"Exa\\u0007mple\""),
        ("\"collection\": \"ui\"", "\"collection\": \"u\\u009bi\""),
        ("\"sha256\": \"", "\"sha256\": \"\\u001b]0;x"),
        ("\"version\": 2", "\"version\": 2, \"\\u001b[2J\": 1"),
    ] {
        let bad = good.replace(from, to);
        assert_ne!(bad, good, "{from}");
        let error = Manifest::read(bad.as_bytes()).expect_err(to).to_string();
        assert!(!error.contains(char::is_control), "{error:?}");
    }
    let long =
        good.replace("\"version\": 2", &format!("\"version\": 2, \"{}\": 1", "x".repeat(1 << 20)));
    assert!(Manifest::read(long.as_bytes()).expect_err("unknown").to_string().len() < 1_000);
}
