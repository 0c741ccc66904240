//! Laws of releases.

use hexapla_model::{Freshness, State};
use hexapla_release::{Header, Manifest, ManifestError, Release, ReleaseFile, UnitEntry, build};
use proptest::prelude::*;

fn file(path: &str, bytes: &[u8]) -> ReleaseFile {
    let unit = UnitEntry {
        unit: "ui/main#hello".into(),
        language: "es".parse().expect("a tag"),
        freshness: Freshness::Stale,
        state: State::Reviewed,
        changed_at: Some("2026-03-12".parse().expect("a date")),
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
    build(Header { name: "Example".into(), channel: "stable".into(), as_of }, files, Vec::new())
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
fn hostile_manifests_are_refused() {
    let built = release(vec![file("es/ui.ftl", b"a = b\n")]).expect("a release");
    let good = String::from_utf8(built.manifest_bytes).expect("JSON is text");
    let cases = [
        ("es/ui.ftl", "../ui.ftl"),
        ("es/ui.ftl", "/etc/ui.ftl"),
        ("es/ui.ftl", ".git/config"),
        ("es/ui.ftl", "es\\\\ui.ftl"),
        ("\"version\": 1", "\"version\": 2"),
        ("\"version\": 1", "\"version\": 1, \"extra\": 1"),
        ("\"freshness\": \"stale\"", "\"freshness\": \"fresh\""),
        ("2026-03-12", "soon"),
    ];
    for (from, to) in cases {
        let bad = good.replace(from, to);
        assert_ne!(bad, good, "{from}");
        assert!(Manifest::read(bad.as_bytes()).is_err(), "{to}");
    }
    let both = release(vec![file("es/ui.ftl", b"a"), file("es/UI.ftl", b"b")]);
    assert!(matches!(both, Err(ManifestError::Collision(_))));
    let deep = "[".repeat(1_000_000);
    assert!(Manifest::read(deep.as_bytes()).is_err());
}
