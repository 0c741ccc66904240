//! What holds whatever comes.

use std::collections::BTreeSet;

use hexapla_trust::{Refusal, Role, Trusted, Wanted};
use proptest::prelude::*;

use serde_json::{Value, json};

use crate::store::{Draft, RELEASE, ROOT, Store, TIMESTAMP, locale, now, plain_root, resigned};

/// Values that stand where another is expected.
fn nonsense() -> impl Strategy<Value = Value> {
    let largest = 9_007_199_254_740_991_i64;
    prop::sample::select(vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(-1),
        json!(largest),
        json!(""),
        json!("../es"),
        json!("9999-12-31T23:59:59Z"),
        json!("0".repeat(64)),
        json!([]),
        json!([[]]),
        json!([{}]),
        json!({}),
        json!({"a": {"b": 1}}),
    ])
}

/// Every place in a value.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    let escaped = |name: &str| name.replace('~', "~0").replace('/', "~1");
    match value {
        Value::Object(entries) => entries
            .iter()
            .for_each(|(name, value)| places(value, &format!("{at}/{}", escaped(name)), found)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, value)| places(value, &format!("{at}/{index}"), found)),
        _ => {}
    }
}

fn roles() -> impl Strategy<Value = Role> {
    prop_oneof![
        Just(Role::Root),
        Just(Role::Timestamp),
        Just(Role::Snapshot),
        Just(Role::Targets),
        Just(Role::Locale(locale("es"))),
    ]
}

/// A store with two releases after one another and a second root, and who believes the first.
fn two_releases() -> (Store, Trusted) {
    let mut store = Store::released();
    let trusted = store.round(&store.first()).expect("a round").trusted;
    store.root(&plain_root(2), &[ROOT]);
    Draft::new(2, &["es", "fr"]).publish(&mut store);
    (store, trusted)
}

proptest! {
    #[test]
    fn law_10_a_changed_byte_of_any_metadata_is_refused(
        at in any::<prop::sample::Index>(),
        file in any::<prop::sample::Index>(),
        change in 1_u8..=255,
    ) {
        let (store, trusted) = two_releases();
        let read: Vec<&String> =
            store.0.keys().filter(|it| it.contains("/2.") || it.contains("timestamp")).collect();
        let name = (*file.get(&read)).clone();
        let mut changed = store.clone();
        let bytes = changed.0.get_mut(&name).expect("a file");
        let at = at.index(bytes.len());
        bytes[at] ^= change;
        // Space after the end says nothing.
        let says_the_same = bytes.trim_ascii_end() == store.0[&name].trim_ascii_end();
        prop_assert!(says_the_same || changed.round(&trusted).is_err(), "{name} at {at}");
    }

    #[test]
    fn law_10_a_changed_byte_of_the_state_is_refused(
        at in any::<prop::sample::Index>(),
        change in 1_u8..=255,
    ) {
        let (store, trusted) = two_releases();
        let mut bytes = store.round(&trusted).expect("a round").trusted.write();
        let at = at.index(bytes.len());
        bytes[at] ^= change;
        prop_assert!(matches!(Trusted::read(&bytes), Err(Refusal::State(_))), "at {at}");
    }

    #[test]
    fn any_bytes_are_taken_without_a_panic(
        role in roles(),
        bytes in prop_oneof![
            proptest::collection::vec(any::<u8>(), 0..200),
            "[\\[\\]{}\",:0-9a-z.]{0,80}".prop_map(String::into_bytes),
        ],
    ) {
        let (_, trusted) = two_releases();
        prop_assert!(trusted.take(&role, &bytes, now()).is_err());
        prop_assert!(Trusted::read(&bytes).is_err());
        prop_assert!(Trusted::new(trusted.channel().clone(), &bytes).is_err());
    }

    /// Whoever has the keys may sign anything.
    #[test]
    fn nonsense_that_is_signed_is_taken_or_refused_without_a_panic(
        which in 0_usize..5,
        place in any::<prop::sample::Index>(),
        other in nonsense(),
    ) {
        let mut draft = Draft::new(1, &["es"]);
        // The text of JSON and the canonical one are the same without control characters.
        draft.targets.name = "Example".to_owned();
        let mut store = Store::new();
        draft.publish(&mut store);
        store.root(&plain_root(2), &[ROOT]);
        let steps = [
            (Role::Root, "2.root", ROOT),
            (Role::Timestamp, "timestamp", TIMESTAMP),
            (Role::Snapshot, "1.snapshot", RELEASE),
            (Role::Targets, "1.targets", RELEASE),
            (Role::Locale(locale("es")), "1.es", RELEASE),
        ];
        let (role, name, key) = steps[which].clone();
        let mut file: Value =
            serde_json::from_slice(store.file(&format!("{name}.json"))).expect("JSON");
        prop_assert_eq!(resigned(&file.to_string(), key), store.file(&format!("{name}.json")));
        let mut all = Vec::new();
        places(&file["signed"], "", &mut all);
        let place = place.get(&all);
        *file["signed"].pointer_mut(place).expect("a place") = other;
        let bytes = resigned(&file.to_string(), key);
        let mut trusted = store.first();
        for (role, name, _) in &steps[..which] {
            let bytes = store.file(&format!("{name}.json"));
            trusted = trusted.take(role, bytes, now()).expect("the way there");
        }
        // What names it would tell that the bytes are others: it is taken in another order.
        let told = match role {
            Role::Root | Role::Timestamp => trusted.take(&role, &bytes, now()).map(drop),
            _ => Store::renamed(&draft, &mut store, &role, bytes).round(&trusted).map(drop),
        };
        if let Err(refusal) = told {
            prop_assert!(!["state", "unavailable", "hash"].contains(&refusal.name()), "{refusal}");
            prop_assert_ne!(refusal.to_string(), "");
        }
    }

    #[test]
    fn a_file_of_another_role_is_never_taken(
        role in roles(),
        file in any::<prop::sample::Index>(),
    ) {
        let (store, trusted) = two_releases();
        let names: Vec<&String> = store.0.keys().collect();
        let name = *file.get(&names);
        let kind = name.rsplit('.').nth(1).unwrap_or_default();
        let of_role = kind.trim_start_matches("stable/") == role.name();
        prop_assert!(of_role || trusted.take(&role, &store.0[name], now()).is_err(), "{name}");
    }

    #[test]
    fn whoever_wants_more_in_two_rounds_has_the_same_as_in_one(first in 0_usize..4) {
        let (store, trusted) = two_releases();
        let named = ["es", "fr"].into_iter().enumerate().filter(|(at, _)| first >> at & 1 == 1);
        let named = Wanted::Named(named.map(|(_, it)| locale(it)).collect::<BTreeSet<_>>());
        let part = store.round_of(&trusted, named, &mut Vec::new()).expect("a round");
        let whole = store.round(&part.trusted).expect("a round");
        prop_assert_eq!(whole.trusted, store.round(&trusted).expect("a round").trusted);
    }

    #[test]
    fn a_state_of_any_round_is_read_as_it_was_written(versions in proptest::collection::vec(1_u64..4, 1..4)) {
        let mut store = Store::new();
        let (mut trusted, mut version) = (store.first(), 0);
        for step in versions {
            version += step;
            Draft::new(version, &["es", "fr"][..(version as usize % 2) + 1]).publish(&mut store);
            trusted = store.round(&trusted).expect("a round").trusted;
            prop_assert_eq!(Trusted::read(&trusted.write()), Ok(trusted.clone()));
        }
    }
}
