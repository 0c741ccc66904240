//! Every refusal by its name, each with the least that brings it about.

use std::collections::BTreeSet;

use hexapla_trust::sign;
use hexapla_trust::{Channel, Head, Refusal, ReleasePath, Role, Trusted, Update, Wanted};

use crate::store::{
    Draft, RELEASE, ROOT, Store, TIMESTAMP, authority, channel, key, locale, now, plain_root,
    resigned, time,
};

/// A store with release 1, a client that believes it, and release 2 as a draft.
fn next() -> (Store, Trusted, Draft) {
    let store = Store::released();
    let trusted = store.round(&store.first()).expect("a round").trusted;
    (store, trusted, Draft::new(2, &["es", "fr"]))
}

fn gone() -> Head {
    Head { version: 2, expires: now() }
}

/// Publishes release 2 with a change, and tells why a client refuses it.
fn refused(change: impl FnOnce(&mut Draft)) -> &'static str {
    let (mut store, trusted, mut draft) = next();
    change(&mut draft);
    draft.publish(&mut store);
    store.refusal(&trusted)
}

/// Replaces a text in a file of the store.
fn edit(store: &mut Store, name: &str, from: &str, to: &str) {
    let text = String::from_utf8(store.file(name).to_vec()).expect("text");
    assert!(text.contains(from), "{name} holds no {from}: {text}");
    store.put(name, text.replacen(from, to, 1).into_bytes());
}

#[test]
fn signature() {
    assert_eq!(refused(|it| it.timestamp_key = 77), "signature");
    assert_eq!(refused(|it| it.release_key = 77), "signature");
    let other = |it: &mut Draft| {
        for delegation in it.targets.locales.values_mut() {
            delegation.authority = authority(1, &[77]);
        }
    };
    assert_eq!(refused(other), "signature");
    let (mut store, trusted, _) = next();
    store.root(&plain_root(2), &[77]);
    assert_eq!(store.refusal(&trusted), "signature", "a root by itself");
    let mut root = plain_root(2);
    root.root = authority(1, &[77]);
    store.root(&root, &[77]);
    assert_eq!(store.refusal(&trusted), "signature", "a root that its predecessor does not know");
    store.root(&root, &[ROOT]);
    assert_eq!(store.refusal(&trusted), "signature", "a root that its own keys did not sign");
}

#[test]
fn a_key_counts_once() {
    let mut root = plain_root(1);
    root.timestamp = authority(2, &[TIMESTAMP, 33]);
    let mut store = Store::default();
    store.root(&root, &[ROOT]);
    Draft::new(1, &["es"]).publish(&mut store);
    assert_eq!(store.refusal(&store.first()), "signature");
    let text = String::from_utf8(store.file("timestamp.json").to_vec()).expect("text");
    let (_, signature) = text.split_once('[').expect("signatures");
    let (signature, _) = signature.split_once(']').expect("an end");
    edit(&mut store, "timestamp.json", signature, &format!("{signature},{signature}"));
    assert_eq!(store.refusal(&store.first()), "format");
}

#[test]
fn a_wrong_signature_is_refused_beside_a_right_one() {
    let mut root = plain_root(1);
    root.timestamp = authority(1, &[TIMESTAMP, 33]);
    let mut store = Store::default();
    store.root(&root, &[ROOT]);
    let draft = Draft::new(1, &["es"]);
    draft.publish(&mut store);
    let snapshot = store.file("1.snapshot.json").to_vec();
    let mut pointer = draft.pointer;
    pointer.snapshot = hexapla_trust::Entry::of(1, &snapshot);
    let signed = sign::pointer(&pointer, &[&key(TIMESTAMP), &key(33)]);
    store.put("timestamp.json", signed.clone());
    assert!(store.round(&store.first()).is_ok());
    let at = signed.windows(7).position(|it| it == b"\"sig\":\"").expect("a signature") + 7;
    let mut wrong = signed;
    wrong[at] = if wrong[at] == b'0' { b'1' } else { b'0' };
    store.put("timestamp.json", wrong);
    assert_eq!(store.refusal(&store.first()), "signature");
}

#[test]
fn revoked() {
    let (mut store, trusted, mut draft) = next();
    let mut root = plain_root(2);
    root.timestamp = authority(1, &[20]);
    store.root(&root, &[ROOT]);
    draft.publish(&mut store);
    assert_eq!(store.refusal(&trusted), "revoked");
    draft.timestamp_key = 20;
    draft.publish(&mut store);
    assert!(store.round(&trusted).is_ok());

    let mut root = plain_root(3);
    (root.timestamp, root.snapshot) = (authority(1, &[20]), authority(1, &[21]));
    (root.targets, root.root) = (authority(1, &[21]), authority(1, &[10]));
    store.root(&root, &[ROOT, 10]);
    assert_eq!(store.refusal(&trusted), "revoked", "the release key was withdrawn");
    let trusted = follow_roots(&store, &trusted);
    root.head.version = 4;
    store.root(&root, &[ROOT]);
    assert_eq!(store.refusal(&trusted), "revoked", "the root key was withdrawn");
}

/// What a client believes that has followed the roots only.
fn follow_roots(store: &Store, trusted: &Trusted) -> Trusted {
    let next = format!("stable/{}.root.json", trusted.root().head.version + 1);
    match store.0.get(&next) {
        Some(bytes) => {
            follow_roots(store, &trusted.take(&Role::Root, bytes, now()).expect("a root"))
        }
        None => trusted.clone(),
    }
}

#[test]
fn rollback() {
    assert_eq!(refused(|it| it.pointer.head.version = 1), "rollback", "other bytes");
    let lower = |it: &mut Draft| (it.snapshot.head.version = 1, it.pointer.head.version = 9).0;
    assert_eq!(refused(lower), "rollback", "the same snapshot with other bytes");
    let (mut store, _, draft) = next();
    draft.publish(&mut store);
    let trusted = store.round(&store.first()).expect("a round").trusted;
    let mut old = Draft::new(1, &["es", "fr"]);
    old.publish(&mut store);
    assert_eq!(store.refusal(&trusted), "rollback", "an old pointer");
    old.pointer.head.version = 3;
    old.publish(&mut store);
    assert_eq!(store.refusal(&trusted), "rollback", "an old snapshot");
    old.snapshot.head.version = 3;
    old.publish(&mut store);
    assert_eq!(store.refusal(&trusted), "rollback", "an old release");
    old.targets.head.version = 3;
    old.publish(&mut store);
    assert_eq!(store.refusal(&trusted), "rollback", "an old locale");
}

#[test]
fn expired() {
    assert_eq!(refused(|it| it.pointer.head = gone()), "expired");
    assert_eq!(refused(|it| it.snapshot.head = gone()), "expired");
    assert_eq!(refused(|it| it.targets.head = gone()), "expired");
    let list = |it: &mut Draft| it.locales.values_mut().for_each(|it| it.head = gone());
    assert_eq!(refused(list), "expired");
    let (mut store, trusted, _) = next();
    let mut root = plain_root(2);
    root.head.expires = now();
    store.root(&root, &[ROOT]);
    assert_eq!(store.refusal(&trusted), "expired", "the last root");
    store.root(&plain_root(3), &[ROOT]);
    assert!(store.round(&trusted).is_ok(), "only the last root counts");
}

/// The same pointer again and again keeps a client where it is: its time has to tell.
#[test]
fn a_store_that_stands_still_expires() {
    let (store, trusted, _) = next();
    let later = time("2099-01-01T00:00:00Z");
    let mut update = Update::new(trusted, Wanted::All, later);
    let roots = update.wants().remove(0);
    update.give(&roots, None).expect("no root");
    let pointer = update.wants().remove(0);
    let told = update.give(&pointer, Some(store.file("timestamp.json")));
    assert_eq!(told.map_err(|it| it.name()), Err("expired"));
    assert!(!update.end().changed);
}

/// What is held expires as well as what is fetched.
#[test]
fn an_unchanged_locale_expires() {
    let (mut store, _, _) = next();
    let mut draft = Draft::new(1, &["es"]);
    draft.locales.get_mut(&locale("es")).expect("es").head.expires = time("2026-11-25T00:00:00Z");
    draft.publish(&mut store);
    let trusted = store.round(&store.first()).expect("a round").trusted;
    let mut update = Update::new(trusted, Wanted::All, time("2026-11-26T00:00:00Z"));
    let roots = update.wants().remove(0);
    update.give(&roots, None).expect("no root");
    let pointer = update.wants().remove(0);
    let told = update.give(&pointer, Some(store.file("timestamp.json")));
    assert_eq!(told.map_err(|it| it.name()), Err("expired"));
}

#[test]
fn mix() {
    let (mut store, trusted, draft) = next();
    let mut snapshot = draft.sign_lists(&mut store);
    snapshot.targets.version = 3;
    store.put("3.targets.json", store.file("2.targets.json").to_vec());
    draft.sign_snapshot(&snapshot, &mut store);
    assert_eq!(store.refusal(&trusted), "mix", "another version than named");

    let mut snapshot = draft.sign_lists(&mut store);
    snapshot.targets = trusted.snapshot().expect("a snapshot").targets.clone();
    snapshot.locales.remove(&locale("fr"));
    draft.sign_snapshot(&snapshot, &mut store);
    assert_eq!(store.refusal(&trusted), "mix", "a locale is gone from the same release");

    let mut snapshot = draft.sign_lists(&mut store);
    snapshot.locales.remove(&locale("fr"));
    draft.sign_snapshot(&snapshot, &mut store);
    assert_eq!(store.refusal(&trusted), "mix", "a release with a locale that no snapshot names");
    let nobody = |it: &mut Draft| drop(it.targets.locales.remove(&locale("fr")));
    assert_eq!(refused(nobody), "mix", "a locale that nobody vouches for");
}

#[test]
fn length_and_hash() {
    for name in ["2.snapshot.json", "2.targets.json", "2.es.json"] {
        let (mut store, trusted, draft) = next();
        draft.publish(&mut store);
        let good = store.file(name).to_vec();
        store.put(name, [good.as_slice(), b"\n"].concat());
        assert_eq!(store.refusal(&trusted), "length", "{name}");
        let other: Vec<u8> = good.iter().map(|it| if *it == b'\n' { b' ' } else { *it }).collect();
        store.put(name, other);
        assert_eq!(store.refusal(&trusted), "hash", "{name}");
        store.put(name, good);
        assert!(store.round(&trusted).is_ok());
    }
}

#[test]
fn more_bytes_than_any_may_have_are_refused_unread() {
    let (mut store, trusted, _) = next();
    let pad = |bytes: &[u8], length: usize| [bytes, &vec![b' '; length - bytes.len()]].concat();
    let good = store.file("timestamp.json").to_vec();
    store.put("timestamp.json", pad(&good, 16 * 1024 + 1));
    assert_eq!(store.refusal(&store.first()), "length");
    store.put("timestamp.json", pad(&good, 16 * 1024));
    assert!(store.round(&store.first()).is_ok());
    store.put("timestamp.json", good);
    store.root(&plain_root(2), &[ROOT]);
    let root = store.file("2.root.json").to_vec();
    store.put("2.root.json", pad(&root, 512 * 1024 + 1));
    assert_eq!(store.refusal(&trusted), "length");
    let huge = |it: &mut Draft| {
        let es = it.locales.get_mut(&locale("es")).expect("es");
        es.files.values_mut().for_each(|it| it.length = 1024 * 1024 * 1024 + 1);
    };
    assert_eq!(refused(huge), "length");
    let (mut store, trusted, draft) = next();
    let mut snapshot = draft.sign_lists(&mut store);
    snapshot.locales.get_mut(&locale("es")).expect("es").length = 64 * 1024 * 1024 + 1;
    draft.sign_snapshot(&snapshot, &mut store);
    assert_eq!(store.refusal(&trusted), "length");
}

/// Adds a file to the Spanish list.
fn with_file(path: &str) -> impl FnOnce(&mut Draft) {
    let path: ReleasePath = path.parse().expect("a path");
    move |draft| {
        let es = draft.locales.get_mut(&locale("es")).expect("es");
        let mut file = es.files.values().next().expect("a file").clone();
        file.path = path.clone();
        es.files.insert(path, file);
    }
}

#[test]
fn path() {
    assert_eq!(refused(with_file("fr/ui.ftl")), "path", "of another locale");
    assert_eq!(refused(with_file("es")), "path", "no folder");
    assert_eq!(refused(with_file("es/UI.ftl")), "path", "only in case");
    assert_eq!(refused(with_file("es/ui.ftl/a.md")), "path", "a folder in the place of a file");
    assert_eq!(refused(with_file("es/a/b/c.md")), "path", "deeper than vouched for");
    for name in ["es/../fr/ui.ftl", "es/nul", "es/a\\\\b", "es//a", "/etc/passwd"] {
        let (mut store, trusted, mut draft) = next();
        let es = draft.locales.get_mut(&locale("es")).expect("es");
        es.files.retain(|path, _| path.as_str() == "es/ui.ftl");
        let mut snapshot = draft.sign_lists(&mut store);
        let text = String::from_utf8(store.file("2.es.json").to_vec()).expect("text");
        let bytes = resigned(&text.replacen("es/ui.ftl", name, 1), RELEASE);
        snapshot.locales.insert(locale("es"), hexapla_trust::Entry::of(2, &bytes));
        store.put("2.es.json", bytes);
        draft.sign_snapshot(&snapshot, &mut store);
        assert_eq!(store.refusal(&trusted), "path", "{name}");
    }
}

#[test]
fn other_channel() {
    let preview: Channel = "preview".parse().expect("a channel");
    assert_eq!(refused(|it| it.pointer.channel = preview.clone()), "channel");
    assert_eq!(refused(|it| it.snapshot.channel = preview.clone()), "channel");
    assert_eq!(refused(|it| it.targets.channel = preview.clone()), "channel");
    let lists =
        |it: &mut Draft| it.locales.values_mut().for_each(|it| it.channel = preview.clone());
    assert_eq!(refused(lists), "channel");
}

#[test]
fn format() {
    let (store, trusted, _) = next();
    let take = |role: &Role, bytes: &[u8]| match trusted.take(role, bytes, now()) {
        Ok(_) => "believed",
        Err(refusal) => refusal.name(),
    };
    let pointer = store.file("timestamp.json");
    assert_eq!(take(&Role::Timestamp, pointer), "believed");
    for bytes in [&b""[..], b"{}", b"[]", b"<html>", b"\xff", &pointer[..pointer.len() / 2]] {
        assert_eq!(take(&Role::Timestamp, bytes), "format");
        assert_eq!(take(&Role::Root, bytes), "format");
    }
    assert_eq!(take(&Role::Timestamp, store.file("1.root.json")), "format", "another role");
    assert_eq!(take(&Role::Root, pointer), "format", "another role");
    let text = String::from_utf8(pointer.to_vec()).expect("text");
    for (from, to) in [
        ("\"version\":1", "\"version\":1,\"version\":1"),
        ("\"version\":1", "\"version\":1.0"),
        (
            "\"expires\"",
            "\"deep\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]],\"expires\"",
        ),
        ("2099-01-01T00:00:00Z", "2099-01-01T00:00:00.5Z"),
        ("2099-01-01T00:00:00Z", "2099-01-01"),
        ("\"1.0.33\"", "\"0.9\""),
        ("\"signed\"", "\"singed\""),
    ] {
        let other = text.replacen(from, to, 1);
        assert_ne!(other, text);
        assert_eq!(take(&Role::Timestamp, other.as_bytes()), "format", "{to}");
    }
    let mut foreign = Draft::new(2, &["es"]).targets;
    foreign.channels.clear();
    foreign.locales.get_mut(&locale("es")).expect("es").depths = BTreeSet::from([0]);
    let bytes = sign::targets(&foreign, &[&key(RELEASE)]);
    let (mut store, trusted, draft) = next();
    let mut snapshot = draft.sign_lists(&mut store);
    snapshot.targets = hexapla_trust::Entry::of(2, &bytes);
    store.put("2.targets.json", bytes);
    draft.sign_snapshot(&snapshot, &mut store);
    assert_eq!(store.refusal(&trusted), "format", "a pattern that is none of ours");
}

#[test]
fn version() {
    let (mut store, trusted, _) = next();
    edit(&mut store, "timestamp.json", "\"1.0.33\"", "\"2.0.0\"");
    assert_eq!(store.refusal(&trusted), "version");
}

#[test]
fn root_version() {
    let (mut store, trusted, _) = next();
    for version in [1, 3, 9_000_000] {
        let root = sign::root(&plain_root(version), &[&key(ROOT)]);
        store.put("2.root.json", root);
        assert_eq!(store.refusal(&trusted), "root-version", "{version}");
    }
}

#[test]
fn missing() {
    for name in ["timestamp.json", "2.snapshot.json", "2.targets.json", "2.fr.json"] {
        let (mut store, trusted, draft) = next();
        draft.publish(&mut store);
        store.0.remove(&format!("stable/{name}"));
        assert_eq!(store.refusal(&trusted), "missing", "{name}");
    }
    let fresh = Store::new().first();
    for role in [Role::Snapshot, Role::Targets, Role::Locale(locale("es"))] {
        let told = fresh.take(&role, b"{}", now()).map_err(|it| it.name());
        assert_eq!(told, Err("missing"), "{role} before what names it");
    }
}

#[test]
fn state() {
    let (_, trusted, _) = next();
    let good = trusted.write();
    for bytes in
        [&b""[..], b"{}", &good[..good.len() - 1], &good[..100], &[&good[..], b"\n"].concat()]
    {
        assert!(matches!(Trusted::read(bytes), Err(Refusal::State(_))));
    }
    assert_eq!(Refusal::State(String::new()).name(), "state");
    assert_eq!(Refusal::Unavailable(String::new()).name(), "unavailable");
}

/// The hash alone would not tell what somebody wrote who can hash.
#[test]
fn a_state_that_was_written_by_another_is_verified() {
    let (store, trusted, _) = next();
    let text = String::from_utf8(trusted.write()).expect("text");
    let (_, body) = text.split_once('\n').expect("a head");
    let forged = body.replace("2099-01-01", "2100-01-01");
    let forged = format!("hexapla-trust 1 {}\n{forged}", hexapla_trust::sha256(forged.as_bytes()));
    assert!(matches!(Trusted::read(forged.as_bytes()), Err(Refusal::State(_))));
    assert!(Trusted::new(channel(), store.file("timestamp.json")).is_err());
}
