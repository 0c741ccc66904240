//! Rounds that end well.

use std::collections::BTreeSet;

use hexapla_trust::{Refusal, Role, Root, Trusted, Wanted};

use crate::store::{Draft, ROOT, Store, authority, channel, content, locale, plain_root};

#[test]
fn a_first_round_ends_with_every_file() {
    let store = Store::released();
    let mut asked = Vec::new();
    let updated = store.round_of(&store.first(), Wanted::All, &mut asked).expect("a round");
    assert!(updated.changed);
    let places: Vec<String> = updated.files.iter().map(|it| it.place()).collect();
    let hash = hexapla_trust::sha256(&content(&locale("es"), 1));
    assert_eq!(updated.files.len(), 4);
    assert!(places.contains(&format!("targets/es/{hash}.ui.ftl")), "{places:?}");
    assert!(places.contains(&format!("targets/es/pages/{hash}.campaign.md")), "{places:?}");
    assert!(updated.files.iter().all(|it| it.check(&content(&it.locale, 1)).is_ok()));
    assert!(updated.files.iter().all(|it| it.check(&content(&it.locale, 2)).is_err()));
    let wanted = ["2.root", "timestamp", "1.snapshot", "1.targets", "1.es", "1.fr"];
    assert_eq!(asked, wanted.map(|it| format!("stable/{it}.json")));
}

#[test]
fn what_was_signed_is_what_is_believed() {
    let mut store = Store::new();
    let draft = Draft::new(7, &["es", "zh-Hant"]);
    let snapshot = draft.sign_lists(&mut store);
    draft.sign_snapshot(&snapshot, &mut store);
    let trusted = store.round(&store.first()).expect("a round").trusted;
    assert_eq!(trusted.root(), &plain_root(1));
    assert_eq!(trusted.pointer().map(|it| it.head), Some(draft.pointer.head));
    assert_eq!(trusted.snapshot(), Some(&snapshot));
    assert_eq!(trusted.targets(), Some(&draft.targets));
    for (locale, files) in &draft.locales {
        assert_eq!(trusted.locale(locale), Some(files));
    }
}

#[test]
fn the_same_pointer_ends_a_round_at_once() {
    let store = Store::released();
    let first = store.round(&store.first()).expect("a round");
    let mut asked = Vec::new();
    let again = store.round_of(&first.trusted, Wanted::All, &mut asked).expect("a round");
    assert_eq!(asked, ["stable/2.root.json", "stable/timestamp.json"]);
    assert!(!again.changed);
    assert_eq!((again.files, again.trusted), (first.files, first.trusted));
}

#[test]
fn only_what_is_new_and_wanted_is_fetched() {
    let mut store = Store::released();
    let first = store.round(&store.first()).expect("a round").trusted;
    let (old, new) = (Draft::new(1, &["es", "fr"]), Draft::new(2, &["es", "fr"]));
    new.with_locale(&old, "es").publish(&mut store);
    let mut asked = Vec::new();
    let all = store.round_of(&first, Wanted::All, &mut asked).expect("a round");
    let wanted = ["2.root", "timestamp", "2.snapshot", "2.targets", "2.fr"];
    assert_eq!(asked, wanted.map(|it| format!("stable/{it}.json")));
    assert_eq!(all.files.len(), 4);

    let named = Wanted::Named(BTreeSet::from([locale("fr"), locale("pt")]));
    let some = store.round_of(&store.first(), named, &mut asked).expect("a round");
    assert_eq!((some.files.len(), some.absent), (2, vec![locale("pt")]));
    assert!(some.trusted.locale(&locale("es")).is_none());
    asked.clear();
    let more = store.round_of(&some.trusted, Wanted::All, &mut asked).expect("a round");
    assert_eq!(asked.last().map(String::as_str), Some("stable/1.es.json"), "it was not held");
    assert_eq!(more.files.len(), 4);
}

#[test]
fn a_locale_may_go_with_a_new_release() {
    let mut store = Store::released();
    let first = store.round(&store.first()).expect("a round").trusted;
    Draft::new(2, &["es"]).publish(&mut store);
    let next = store.round(&first).expect("a round");
    assert!(next.trusted.locale(&locale("fr")).is_none());
    assert_eq!(next.files.len(), 2);
}

#[test]
fn roots_are_followed_by_thresholds() {
    let mut store = Store::new();
    let mut two_of_three = plain_root(2);
    two_of_three.root = authority(2, &[10, 11, 12]);
    store.root(&two_of_three, &[ROOT, 10, 11]);
    let mut one_replaced = plain_root(3);
    one_replaced.root = authority(2, &[10, 12, 13]);
    store.root(&one_replaced, &[10, 12]);
    Draft::new(1, &["es"]).publish(&mut store);
    let trusted = store.round(&store.first()).expect("a round").trusted;
    assert_eq!(trusted.root().head.version, 3);
    for signed_by in [&[10][..], &[10, 13], &[13, 11], &[]] {
        store.root(&one_replaced, signed_by);
        assert_eq!(store.refusal(&store.first()), "signature", "{signed_by:?}");
    }
}

#[test]
fn new_keys_for_releases_forget_the_versions_known() {
    let mut store = Store::released();
    Draft::new(9_000_000, &["es", "fr"]).publish(&mut store);
    let ran_ahead = store.round(&store.first()).expect("a round").trusted;
    let mut root = plain_root(2);
    (root.timestamp, root.snapshot) = (authority(1, &[20]), authority(1, &[21]));
    root.targets = authority(1, &[21]);
    store.root(&root, &[ROOT]);
    let mut draft = Draft::new(2, &["es"]);
    (draft.timestamp_key, draft.release_key) = (20, 21);
    for delegation in draft.targets.locales.values_mut() {
        delegation.authority = authority(1, &[21]);
    }
    draft.publish(&mut store);
    let next = store.round(&ran_ahead).expect("it came back");
    assert_eq!(next.trusted.pointer().map(|it| it.head.version), Some(2));

    let unchanged = plain_root(2);
    store.root(&unchanged, &[ROOT]);
    Draft::new(2, &["es"]).publish(&mut store);
    assert_eq!(store.refusal(&ran_ahead), "rollback", "the keys are the same");
}

#[test]
fn no_more_than_64_roots_are_followed_at_once() {
    let mut store = Store::released();
    for version in 2..=80 {
        store.root(&plain_root(version), &[ROOT]);
    }
    let trusted = store.round(&store.first()).expect("a round").trusted;
    assert_eq!(trusted.root().head.version, 65);
    let trusted = store.round(&trusted).expect("a round").trusted;
    assert_eq!(trusted.root().head.version, 80);
}

#[test]
fn the_state_is_read_as_it_was_written() {
    let mut store = Store::released();
    store.root(&plain_root(2), &[ROOT]);
    let fresh = store.first();
    let trusted = store.round(&fresh).expect("a round").trusted;
    for state in [&fresh, &trusted] {
        assert_eq!(Trusted::read(&state.write()).as_ref(), Ok(state));
    }
    assert_eq!(
        trusted.text(&Role::Timestamp).map(str::as_bytes),
        Some(store.file("timestamp.json"))
    );
    assert_eq!(trusted.channel(), &channel());
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(Store::released(), Store::released());
    let root = String::from_utf8(Store::new().file("1.root.json").to_vec()).expect("text");
    assert!(root.starts_with(r#"{"signatures":[{"keyid":""#) && root.ends_with("}\n"), "{root}");
}

#[test]
fn a_state_goes_on_from_the_root_that_is_given() {
    let mut store = Store::released();
    let first = store.first();
    store.root(&plain_root(2), &[ROOT]);
    let trusted = store.round(&first).expect("a round").trusted;
    let state = trusted.write();
    assert_eq!(first.resume(&state).as_ref(), Ok(&trusted));
    // A later root of the same keys goes on from there, though it does not know the first.
    let second = Trusted::new(channel(), store.file("2.root.json")).expect("a root");
    let resumed = second.resume(&state).expect("the same keys");
    assert_eq!(resumed.pointer(), trusted.pointer());
    // One of other keys knows nothing that those before signed.
    let other = Root { timestamp: authority(1, &[9]), ..plain_root(3) };
    store.root(&other, &[ROOT]);
    let third = Trusted::new(channel(), store.file("3.root.json")).expect("a root");
    assert_eq!(third.resume(&state).as_ref(), Ok(&third));
    // Another chain, and another channel, are no chain of this one.
    let mut strange = Store::default();
    strange.root(&Root { root: authority(1, &[7]), ..plain_root(1) }, &[7]);
    let refusal = strange.first().resume(&state).expect_err("another root");
    assert!(refusal.to_string().contains("another than the one that is given"), "{refusal}");
    let preview = "preview".parse().expect("a channel");
    let preview = Trusted::new(preview, store.file("1.root.json")).expect("a root");
    assert!(matches!(preview.resume(&state), Err(Refusal::State(_))));
}

#[test]
fn of_two_states_that_of_the_later_release_is_taken() {
    let mut store = Store::released();
    let first = store.first();
    let earlier = store.round(&first).expect("a round").trusted;
    Draft::new(2, &["es", "fr"]).publish(&mut store);
    let later = store.round(&first).expect("a round").trusted;
    let both = |a: &Trusted, b: &Trusted| {
        let found = a.clone().later(b.clone());
        assert_eq!(found, b.clone().later(a.clone()));
        found
    };
    assert_eq!(both(&earlier, &later), later);
    assert_eq!(both(&first, &earlier), earlier);
    // Whoever knows another root of the same keys goes on from the later release.
    let mut other = Store::released();
    other.root(&plain_root(2), &[ROOT]);
    let rooted = other.round(&first).expect("a round").trusted;
    let found = both(&rooted, &later);
    assert_eq!((found.root(), found.pointer()), (rooted.root(), later.pointer()));
    // Where a key was withdrawn, what it signed is not later, whatever version it has.
    let mut other = Store::released();
    other.root(&Root { timestamp: authority(1, &[9]), ..plain_root(2) }, &[ROOT]);
    Draft { timestamp_key: 9, ..Draft::new(1, &["es", "fr"]) }.publish(&mut other);
    let rotated = other.round(&first).expect("a round").trusted;
    assert_eq!(both(&rotated, &later), rotated);
}
