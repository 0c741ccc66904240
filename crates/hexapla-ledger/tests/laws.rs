//! The ledger is a set: neither order, nor files, nor clocks mean anything.

mod history;

use std::collections::BTreeSet;
use std::sync::Arc;

use hexapla_ledger::{ActFile, Audit, Directory, Fact, Ledger, Sheet, only, pack, write};
use hexapla_model::Progress;
use history::{Did, acts, did, key, locale, resource, source, target};
use proptest::prelude::*;

fn read(files: &[ActFile]) -> Ledger {
    let read = Ledger::read(files.iter().map(|it| (it.name.as_str(), it.bytes.as_slice())));
    assert_eq!(read.problems, []);
    read.ledger
}

fn audit(files: &[ActFile]) -> Audit {
    let of = |it: &ActFile| Audit::of_file(&it.name, &it.bytes, &Progress::default());
    files.iter().map(of).fold(Audit::default(), Audit::join)
}

fn files(acts: &[Vec<Fact>]) -> Vec<ActFile> {
    acts.iter().flat_map(|act| write(act)).collect()
}

/// Everything that the ledger says of translations, without anyone's clock.
fn said(ledger: &Ledger) -> Vec<String> {
    let mut said = Vec::new();
    for place in 0..6 {
        let claims = ledger.claims(&resource(place), &locale(place));
        for from in 0..6 {
            let from = source(from);
            for to in (0..4).map(target) {
                let key = key(place);
                let vouched = claims.vouched(key.as_ref(), &from, &to);
                let people: Vec<BTreeSet<_>> = vouched
                    .iter()
                    .map(|it| it.claim.attestations().map(|it| (&it.by, it.state)).collect())
                    .collect();
                let doubts =
                    claims.find(key.as_ref(), &from, &to).map(|it| it.open_doubts().count());
                said.push(format!("{people:?} {doubts:?}"));
            }
        }
    }
    said
}

fn history() -> impl Strategy<Value = Vec<Did>> {
    prop::collection::vec(did(), 0..24)
}

proptest! {
    #[test]
    fn what_is_counted_depends_neither_on_order_nor_on_files_nor_on_cores(
        history in history(),
        shuffle in any::<u64>(),
    ) {
        let acts = acts(&history, |at| at as i64 * 1_000);
        let apart = files(&acts);
        let ledger = read(&apart);
        let audited = audit(&apart);
        prop_assert_eq!(audited.facts().values().sum::<usize>(), ledger.len());
        prop_assert_eq!(audited.problems(), []);
        // The same facts, twice: in one file more, and in another order.
        let all: Vec<Fact> = acts.iter().flatten().cloned().collect();
        let mut again = [files(&[all]), apart].concat();
        let at = shuffle as usize % again.len().max(1);
        again.rotate_left(at);
        let twice = audit(&again);
        prop_assert_eq!(twice.facts(), audited.facts());
        prop_assert_eq!(twice.pairs(), audited.pairs());
        let said = |it: &Audit| {
            let places: Vec<_> = it.places().map(|(id, at)| (id.clone(), at.clone())).collect();
            let wordless: Vec<_> = it.wordless().map(|(one, id)| (*one, id.clone())).collect();
            (places, wordless)
        };
        prop_assert_eq!(said(&twice), said(&audited));
    }

    #[test]
    fn law_7_the_answer_depends_neither_on_order_nor_on_files(
        history in history(),
        split in prop::collection::vec(any::<u8>(), 24),
        shuffle in any::<u64>(),
        twice in any::<bool>(),
        crlf in any::<bool>(),
    ) {
        let acts = acts(&history, |at| at as i64 * 1_000);
        let expected = read(&files(&acts));
        // The same facts in other files: thrown together as chance has it, in any order.
        let mut parts: Vec<Vec<Fact>> = vec![Vec::new(); 5];
        for (fact, part) in acts.iter().flatten().zip(split.iter().cycle()) {
            parts[usize::from(part % 5)].push(fact.clone());
            if twice {
                parts[usize::from(part / 52)].push(fact.clone());
            }
        }
        let mut files = files(&parts);
        let turn = (shuffle % 5) as usize;
        let len = files.len();
        if len > 0 {
            files.rotate_left(turn % len);
        }
        if shuffle % 2 == 0 {
            files.reverse();
        }
        if crlf {
            for file in &mut files {
                file.bytes = String::from_utf8_lossy(&file.bytes).replace('\n', "\r\n").into_bytes();
            }
        }
        prop_assert_eq!(read(&files), expected);
    }

    #[test]
    fn one_resource_read_alone_says_what_all_files_say_of_it(
        history in history(),
        split in prop::collection::vec(any::<u8>(), 24),
        damage in prop::option::of((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>())),
        spelled in any::<bool>(),
        astray in any::<bool>(),
    ) {
        let mut parts: Vec<Vec<Fact>> = vec![Vec::new(); 3];
        for (fact, part) in acts(&history, |at| at as i64).iter().flatten().zip(split.iter().cycle()) {
            parts[usize::from(part % 3)].push(fact.clone());
            parts[usize::from(part / 86)].push(fact.clone());
        }
        let mut files = files(&parts);
        if spelled {
            // Lines as other programs may write them.
            let text = String::from_utf8(files.first().map_or(Vec::new(), |it| it.bytes.clone())).expect("text");
            let bytes = text.replace("{\"v\":1,", "{ \"v\":1,").replace("pages/a", "pages\\/a").into_bytes();
            files.push(ActFile { name: "other.jsonl".to_owned(), bytes });
        }
        files.retain(|it| !it.bytes.is_empty());
        if let (true, Some(file)) = (astray, files.first_mut()) {
            file.bytes.splice(..0, *b"{\"v\":1,\"only\":\"es\"}\n");
        }
        if let Some((file, at, byte)) = damage && !files.is_empty() {
            let file = file.index(files.len());
            let at = at.index(files[file].bytes.len());
            files[file].bytes[at] = byte;
        }
        let whole = Ledger::read(files.iter().map(|it| (it.name.as_str(), it.bytes.as_slice())));
        let sheet = |it: &ActFile| Arc::new(Sheet::of(it.name.clone(), it.bytes.clone()));
        let directory = Directory::of(files.iter().map(sheet).collect());
        let ids: BTreeSet<_> = (0..3).map(resource).collect();
        let mut found = Vec::new();
        for id in &ids {
            let one = directory.read(id);
            prop_assert!(one.ledger.agrees(&whole.ledger, id) && whole.ledger.agrees(&one.ledger, id));
            prop_assert!(one.ledger.still_valid(id).eq(whole.ledger.still_valid(id)));
            prop_assert!(one.ledger.sightings(id).eq(whole.ledger.sightings(id)));
            prop_assert!(one.ledger.earlier_names(id).eq(whole.ledger.earlier_names(id)));
            for place in 0..2 {
                prop_assert_eq!(one.ledger.claims(id, &locale(place)), whole.ledger.claims(id, &locale(place)));
                let proposals = [&one.ledger, &whole.ledger].map(|it| it.proposals(id, &locale(place)).collect::<Vec<_>>());
                prop_assert_eq!(&proposals[0], &proposals[1]);
            }
            for text in (0..6).flat_map(|it| [source(it), target(it)]) {
                let kept = one.ledger.group_text(&text);
                prop_assert!(kept.is_none() || kept == whole.ledger.group_text(&text));
            }
            prop_assert!(one.ledger.resources().all(|(other, _)| other == id));
            found.extend(one.problems);
        }
        found.extend(directory.unread_problems(&ids, None));
        prop_assert_eq!(directory.problems(found), whole.problems);
    }

    #[test]
    fn law_7_the_answer_does_not_depend_on_clocks(
        history in history(),
        clocks in prop::collection::vec(0..4_000_000_000_i64, 24),
    ) {
        let right = read(&files(&acts(&history, |at| 1_700_000_000 + at as i64)));
        let wrong = read(&files(&acts(&history, |at| clocks[at])));
        prop_assert_eq!(said(&right), said(&wrong));
    }

    #[test]
    fn more_people_never_take_a_voucher_away(history in history(), more in did()) {
        prop_assume!(matches!(more, Did::Attest { .. } | Did::Answer { .. } | Did::Keep { .. }));
        let mut longer = history.clone();
        longer.push(more);
        let facts = acts(&longer, |at| at as i64);
        let before = read(&files(&facts[..history.len()]));
        let after = read(&files(&facts));
        for place in 0..6 {
            let (id, locale, key) = (resource(place), locale(place), key(place));
            for (from, to) in (0..6).flat_map(|a| (0..4).map(move |b| (source(a), target(b)))) {
                let count = |ledger: &Ledger| ledger.claims(&id, &locale).vouched(key.as_ref(), &from, &to).len();
                prop_assert!(count(&before) <= count(&after));
            }
        }
    }

    #[test]
    fn packing_loses_nothing_and_comes_to_rest(history in history(), rounds in 1..4_usize) {
        let acts = acts(&history, |at| at as i64);
        let mut files = files(&acts);
        let expected = read(&files);
        for _ in 0..rounds {
            let given: Vec<_> = files.iter().map(|it| (it.name.clone(), it.bytes.clone())).collect();
            let packing = pack(&given);
            let before = files.len();
            files.retain(|it| !packing.remove.contains(&it.name));
            files.extend(packing.write.iter().cloned());
            files.sort_by(|a, b| a.name.cmp(&b.name));
            files.dedup_by(|a, b| a.name == b.name);
            prop_assert!(files.len() <= before);
            prop_assert_eq!(read(&files), expected.clone());
        }
        let mut last = files.len() + 1;
        while files.len() < last {
            last = files.len();
            let given: Vec<_> = files.iter().map(|it| (it.name.clone(), it.bytes.clone())).collect();
            let packing = pack(&given);
            files.retain(|it| !packing.remove.contains(&it.name));
            files.extend(packing.write);
        }
        let given: Vec<_> = files.iter().map(|it| (it.name.clone(), it.bytes.clone())).collect();
        prop_assert_eq!(pack(&given).write.len(), 0);
    }

    #[test]
    fn a_half_cut_file_loses_only_the_cut_line(history in history(), at in any::<prop::sample::Index>()) {
        let facts: Vec<Fact> = acts(&history, |at| at as i64).concat();
        prop_assume!(!facts.is_empty());
        let [ActFile { bytes: whole, .. }] = &write(&facts)[..] else { panic!("one file") };
        let cut = &whole[..at.index(whole.len() + 1)];
        let read = Ledger::read([("cut.jsonl", cut)]);
        let lines = cut.iter().filter(|&&byte| byte == b'\n').count();
        prop_assert!(read.problems.len() <= 1);
        for problem in &read.problems {
            prop_assert_eq!((problem.line, problem.too_new), (lines + 1, false));
            prop_assert!(problem.hint().contains("git checkout"));
        }
        let kept = &cut[..cut.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1)];
        let complete = Ledger::read([("kept.jsonl", kept)]).ledger;
        prop_assert!(read.ledger == complete || read.problems.is_empty());
    }

    #[test]
    fn any_bytes_can_be_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let read = Ledger::read([("x", bytes.as_slice())]);
        prop_assert!(read.ledger.is_empty() || read.problems.is_empty());
    }
}

#[test]
fn a_later_version_is_refused_and_the_rest_is_read() {
    let act = &acts(&[Did::Attest { place: 0, pairs: vec![(0, 0)], by: 0, state: 1 }], |_| 0)[0];
    let [known] = &write(act)[..] else { panic!("one file") };
    let mut bytes = known.bytes.clone();
    bytes.extend_from_slice(b"{\"v\":2,\"signed\":{\"by\":\"x\"}}\n{\"v\":0}\n{\"v\":1}\n[]\n");
    let read = Ledger::read([("f", bytes.as_slice())]);
    let told: Vec<(usize, bool)> = read.problems.iter().map(|it| (it.line, it.too_new)).collect();
    let first = known.bytes.iter().filter(|&&byte| byte == b'\n').count() + 1;
    assert_eq!(told, [(first, true), (first + 1, false), (first + 2, false), (first + 3, false)]);
    assert_eq!(read.problems[0].hint(), "update hexapla; nothing was changed");
    assert_eq!(read.ledger, Ledger::read([("f", known.bytes.as_slice())]).ledger);
}

#[test]
fn still_valid_chains_until_somebody_doubts_the_target() {
    let mut history = vec![
        Did::Attest { place: 0, pairs: vec![(0, 0)], by: 0, state: 1 },
        Did::Keep { place: 0, from: 0, to: 1, everywhere: true },
        Did::Keep { place: 0, from: 1, to: 2, everywhere: false },
    ];
    let vouched = |history: &[Did], from: u8| {
        let ledger = read(&files(&acts(history, |at| at as i64)));
        ledger.claims(&resource(0), &locale(0)).vouched(None, &source(from), &target(0)).len()
    };
    assert_eq!((vouched(&history, 1), vouched(&history, 2)), (1, 1));
    assert_eq!(vouched(&history, 3), 0);
    history.push(Did::Reopen { place: 0, pair: (1, 0), by: 1 });
    assert_eq!((vouched(&history, 0), vouched(&history, 1), vouched(&history, 2)), (1, 0, 0));
    history.push(Did::Answer { doubt: 0, by: 1, state: 2 });
    assert_eq!((vouched(&history, 1), vouched(&history, 2)), (2, 2));
}

#[test]
fn what_was_said_of_an_earlier_name_or_reading_holds_of_the_later() {
    let history = [
        Did::Attest { place: 0, pairs: vec![(0, 0)], by: 0, state: 1 },
        Did::Rename { from: 0, to: 1 },
        Did::Restate { from: 0, to: 5 },
    ];
    let ledger = read(&files(&acts(&history, |at| at as i64)));
    for place in [0, 1] {
        let claims = ledger.claims(&resource(place), &locale(0));
        assert_eq!(claims.vouched(None, &source(5), &target(0)).len(), 1);
    }
}

/// An order counts once, whoever accepted it; who did is known of each, under every name of the resource.
#[test]
fn whoever_accepted_an_order_is_on_record() {
    let place = |by: u8| Did::Place { place: 0, pairs: vec![(0, 0), (1, 1)], by };
    let history = [place(0), place(1), place(0), Did::Rename { from: 0, to: 1 }];
    let ledger = read(&files(&acts(&history, |at| at as i64)));
    for place in [0, 1] {
        let claims = ledger.claims(&resource(place), &locale(0));
        assert_eq!(claims.placed().count(), 1);
        let mut people: Vec<(&str, i64)> =
            claims.placements().map(|(_, it)| (it.by.as_str(), it.at.as_seconds())).collect();
        people.sort_unstable_by_key(|it| it.1);
        assert_eq!(people, [("mara", 0), ("lena", 1), ("mara", 2)]);
    }
    assert_eq!(ledger.earlier_names(&resource(1)).collect::<Vec<_>>(), [&resource(0)]);
    assert_eq!(ledger.earlier_names(&resource(0)).count(), 0);
}

/// An act about Spanish and German, of so many pairs each, and its sources' words.
fn large_act(pairs: u32) -> Vec<Fact> {
    let meaning = |text: &str| hexapla_model::Meaning::of("t", text);
    let attested = |place: u8| {
        let did = Did::Attest { place, pairs: vec![(0, 0)], by: 0, state: 1 };
        let Fact::Attested(mut fact) = acts(&[did], |_| 0).remove(0).remove(0) else {
            panic!("an attestation");
        };
        let pair = |number: u32| {
            let unit = hexapla_model::UnitKey::new(format!("unit-{number}"));
            let target = meaning(&format!("{place} {number}"));
            hexapla_ledger::Pair::new(Some(unit), meaning(&number.to_string()), target)
        };
        fact.pairs = (0..pairs).map(pair).collect();
        Fact::Attested(fact)
    };
    let text = |number: u32| {
        let (fingerprint, text) = (meaning(&number.to_string()), number.to_string());
        Fact::Text(hexapla_ledger::KeptText { fingerprint, text })
    };
    [attested(0), attested(1)].into_iter().chain((0..pairs).map(text)).collect()
}

#[test]
fn a_locale_of_which_there_is_much_has_a_file_of_its_own() {
    let files = write(&large_act(1_000));
    let of: Vec<_> = files.iter().map(|it| only(&it.bytes)).collect();
    assert_eq!(of, [None, Some(locale(1)), Some(locale(0))]);
    let whole = read(&files);
    let sheet = |it: &ActFile| Arc::new(Sheet::of(it.name.clone(), it.bytes.clone()));
    for of in [locale(0), locale(1)] {
        let concerned = files.iter().filter(|it| only(&it.bytes).is_none_or(|it| it == of));
        let directory = Directory::of(concerned.map(sheet).collect());
        for id in (0..2).map(resource) {
            let read = directory.read(&id);
            assert_eq!(directory.problems(read.problems), []);
            assert_eq!(read.ledger.claims(&id, &of), whole.claims(&id, &of));
            assert_eq!(read.ledger.wordless(), BTreeSet::new());
        }
    }
    assert_eq!(write(&large_act(10)).len(), 1);
}

#[test]
fn what_is_about_another_locale_than_its_file_is_no_fact() {
    let files = write(&large_act(1_000));
    let mut mixed = files[1].bytes.clone();
    mixed.extend(&files[2].bytes);
    let read = Ledger::read([("mixed.jsonl", mixed.as_slice())]);
    assert_eq!(read.ledger, Ledger::read([("", files[1].bytes.as_slice())]).ledger);
    let message = "the line is not about `de`, and the first line says that all of the file is";
    assert!(!read.problems.is_empty());
    assert!(read.problems.iter().all(|it| it.message == message), "{:?}", read.problems);
    assert_eq!(pack(&[("mixed.jsonl".to_owned(), mixed)]).write, []);
}

#[test]
fn packs_of_a_locale_say_so() {
    let one = |at: u32| {
        let mut act = large_act(60);
        for fact in &mut act {
            let Fact::Attested(fact) = fact else { continue };
            fact.at = hexapla_model::Timestamp::from_seconds(i64::from(at));
        }
        act
    };
    let acts: Vec<ActFile> = (0..12).flat_map(|at| write(&one(at))).collect();
    assert_eq!(acts.len(), 12);
    let given: Vec<_> = acts.iter().map(|it| (it.name.clone(), it.bytes.clone())).collect();
    let packing = pack(&given);
    let of: Vec<_> = packing.write.iter().map(|it| only(&it.bytes)).collect();
    assert_eq!(of, [None, Some(locale(1)), Some(locale(0))]);
    assert_eq!(read(&packing.write), read(&acts));
}

#[test]
fn an_act_of_many_pairs_is_split_into_lines_that_say_the_same() {
    let pairs: Vec<(u8, u8)> = vec![(0, 0)];
    let mut act = acts(&[Did::Attest { place: 0, pairs, by: 0, state: 1 }], |_| 0)[0].clone();
    let Fact::Attested(attested) = &mut act[0] else { panic!("an attestation") };
    attested.pairs = (0..5_000)
        .map(|number: u32| {
            let unit = hexapla_model::UnitKey::new(format!("unit-{number}"));
            let text = hexapla_model::Meaning::of("t", &number.to_string());
            hexapla_ledger::Pair::new(Some(unit), text, text)
        })
        .collect();
    let files = write(&act);
    let mut lines = files.iter().flat_map(|it| it.bytes.split(|&byte| byte == b'\n'));
    assert!(lines.all(|line| line.len() <= 64 * 1024));
    let ledger = read(&files);
    assert_eq!(ledger.claims(&resource(0), &locale(0)).iter().count(), 5_000);
}
