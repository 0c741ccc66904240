//! What holds whatever comes.

use std::collections::BTreeSet;

use hexapla_trust::{Refusal, Role, Trusted, Wanted};
use proptest::prelude::*;

use crate::store::{Draft, ROOT, Store, locale, now, plain_root};

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
