//! The laws, as properties of projects in memory.

mod project;

use hexapla_engine::{Decision, KeepTargets, Memory, Status, earlier_targets, fill};
use hexapla_formats::Format;
use hexapla_ledger::Origin;
use hexapla_model::{Freshness, State};
use project::{Project, id, locale, translated};
use proptest::prelude::*;

use Freshness::{Current, Missing, Obsolete, Stale, Unverified};

/// Distinct blocks of several kinds; their words differ.
fn blocks(count: usize) -> Vec<String> {
    let word = |at: usize| {
        let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).expect("a letter"));
        format!("w{}{}{}", letter(at / 26), letter(at), letter(at * 7))
    };
    (0..count)
        .map(|at| {
            let text: Vec<String> = (0..6).map(|of| word(at * 6 + of)).collect();
            let text = text.join(" ");
            match at % 4 {
                0 => format!("## {text}"),
                1 => text,
                2 => format!("- {text}"),
                _ => format!("> {text}"),
            }
        })
        .collect()
}

fn join(blocks: &[String]) -> String {
    // A comment between blocks keeps neighbouring lists and quotes apart; it is the same in both.
    blocks.iter().map(|block| format!("{block}\n\n")).collect()
}

fn page(count: usize) -> (Vec<String>, Project) {
    let blocks = blocks(count);
    let source = join(&blocks);
    let mut project = Project::new(Format::Markdown, &source, &translated(&source));
    project.accept_all("mara", State::Translated);
    (blocks, project)
}

fn unsettled(project: &Project) -> Vec<(usize, Freshness, bool)> {
    let standing = project.standing().into_iter().enumerate();
    standing
        .filter(|(_, (freshness, _, in_order))| *freshness != Current || !in_order)
        .map(|(at, (freshness, _, in_order))| (at, freshness, in_order))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn law_5_inserting_makes_only_the_new_block_missing(count in 2..24_usize, at in any::<prop::sample::Index>()) {
        let (mut blocks, mut project) = page(count);
        let at = at.index(count + 1);
        blocks.insert(at, "Quite another paragraph".to_owned());
        project.source = join(&blocks);
        prop_assert_eq!(unsettled(&project), [(at, Missing, true)]);
    }

    #[test]
    fn law_5_deleting_makes_only_its_target_obsolete(count in 2..24_usize, at in any::<prop::sample::Index>()) {
        let (mut blocks, mut project) = page(count);
        let at = at.index(count);
        blocks.remove(at);
        project.source = join(&blocks);
        prop_assert_eq!(unsettled(&project), [(at, Obsolete, true)]);
    }

    #[test]
    fn law_5_changing_makes_only_that_block_stale(count in 2..24_usize, at in any::<prop::sample::Index>()) {
        let (mut blocks, mut project) = page(count);
        let at = at.index(count);
        blocks[at].push_str(" changed");
        project.source = join(&blocks);
        prop_assert_eq!(unsettled(&project), [(at, Stale, true)]);
        prop_assert!(project.statuses()[at].made_from.is_some());
    }

    #[test]
    fn law_5_moving_makes_nothing_stale(count in 3..24_usize, from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
        let (mut blocks, mut project) = page(count);
        let (from, to) = (from.index(count), to.index(count));
        let block = blocks.remove(from);
        blocks.insert(to, block);
        project.source = join(&blocks);
        let found = unsettled(&project);
        prop_assert!(found.iter().all(|(_, freshness, in_order)| *freshness == Current && !in_order), "{found:?}");
        let moved = match from.abs_diff(to) {
            0 => 0,
            1 => 2,
            _ => 1,
        };
        prop_assert_eq!(found.len(), moved);
    }

    #[test]
    fn law_5_swapped_rows_are_never_current(count in 2..12_usize, a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>()) {
        let table = |rows: &[String]| format!("| country | number |\n|---|---|\n{}\n", rows.join("\n"));
        let mut rows: Vec<String> = (0..count).map(|at| format!("| land{} | {} |", char::from(b'a' + u8::try_from(at).expect("small")), 100 + at)).collect();
        let source = table(&rows);
        let mut project = Project::new(Format::Markdown, &source, &translated(&source));
        project.accept_all("mara", State::Translated);
        prop_assert_eq!(unsettled(&project), []);
        let (a, b) = (a.index(count), b.index(count));
        prop_assume!(a != b);
        rows.swap(a, b);
        project.source = table(&rows);
        let found: Vec<usize> = unsettled(&project).into_iter().map(|(at, ..)| at).collect();
        prop_assert!(found.contains(&(a + 1)) && found.contains(&(b + 1)), "{found:?} after {a} and {b}");
    }

    #[test]
    fn law_5_swapped_cells_are_never_current(count in 2..12_usize, a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>()) {
        let table = |numbers: &[usize]| {
            let rows: Vec<String> = numbers.iter().enumerate().map(|(at, number)| format!("| land{at} | {number} |")).collect();
            format!("| country | number |\n|---|---|\n{}\n", rows.join("\n"))
        };
        let mut numbers: Vec<usize> = (100..100 + count).collect();
        let source = table(&numbers);
        let mut project = Project::new(Format::Markdown, &source, &translated(&source));
        project.accept_all("mara", State::Translated);
        let (a, b) = (a.index(count), b.index(count));
        prop_assume!(a != b);
        numbers.swap(a, b);
        project.source = table(&numbers);
        let found: Vec<(usize, Freshness, bool)> = unsettled(&project);
        prop_assert_eq!(found.iter().map(|it| it.0).collect::<Vec<_>>(), [a.min(b) + 1, a.max(b) + 1]);
        prop_assert!(found.iter().all(|it| it.1 == Stale));
    }

    #[test]
    fn repeated_blocks_are_counted_exactly(before in 1..6_usize, after in 0..8_usize) {
        let source = |count: usize| format!("## start\n\n{}end here\n", "- same\n\n".repeat(count));
        let mut project = Project::new(Format::Markdown, &source(before), &translated(&source(before)));
        project.accept_all("mara", State::Translated);
        project.source = source(after);
        let freshness = project.freshness();
        let of = |wanted: Freshness| freshness.iter().filter(|it| **it == wanted).count();
        prop_assert_eq!(of(Missing), after.saturating_sub(before));
        prop_assert_eq!(of(Obsolete), before.saturating_sub(after));
        prop_assert_eq!(of(Current), 2 + before.min(after));
    }

    /// Random edits of the source, some of them settled, then back to any text that was attested.
    #[test]
    fn law_4_a_revert_restores_freshness_and_state(
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..3_u8, 0..3_u8), 1..12),
        back in any::<prop::sample::Index>(),
    ) {
        let keys = ["a", "b", "c"];
        let entry = |key: &str, version: u8| format!("{key} = Text {key} {version}\n");
        let mut versions = [0_u8; 3];
        let text = |versions: &[u8; 3]| -> String { keys.iter().zip(versions).map(|(key, version)| entry(key, *version)).collect() };
        let mut project = Project::new(Format::Fluent, &text(&versions), "a = A\nb = B\nc = C\n");
        project.accept_all("mara", State::Translated);
        project.accept_all("noor", State::Reviewed);
        // What was attested as it stood: source, target, and how it stood then.
        let mut attested = vec![(project.source.clone(), project.target.clone(), project.standing())];
        for (which, version, settle) in edits {
            project.day += 1;
            versions[which.index(3)] = version;
            project.source = text(&versions);
            project.see();
            match settle {
                0 => project.accept_all("mara", State::Translated),
                1 => project.decide("mara", |_, status| (status.freshness == Stale).then_some(Decision::Keep { all_locales: false })),
                _ => continue,
            }
            attested.push((project.source.clone(), project.target.clone(), project.standing()));
        }
        let (source, target, standing) = attested[back.index(attested.len())].clone();
        prop_assert_eq!(&project.target, &target, "no target was replaced");
        project.source = source;
        let now = project.standing();
        for (then, now) in standing.iter().zip(&now) {
            prop_assert_eq!(now.0, Current);
            prop_assert!(now.1 >= then.1, "{:?} was {:?}", now, then);
        }
    }

    #[test]
    fn law_3_freshness_is_total_and_blind_to_the_order_of_acts(
        source in "([ab]\n\n|# [ab]\n|- [ab]\n|\\| [ab] \\| c \\|\n\\|---\\|---\\|\n){0,8}",
        target in "([xy]\n\n|# [xy]\n|- [xy]\n|\\| [xy] \\| c \\|\n\\|---\\|---\\|\n){0,8}",
        other in "([xy]\n\n|# [ab]\n|- [xyab]\n){0,8}",
    ) {
        let mut project = Project::new(Format::Markdown, &source, &target);
        project.accept_all("mara", State::Translated);
        project.target = other;
        project.accept_all("noor", State::Reviewed);
        project.source.push_str("\n\nmore\n");
        let standing = project.standing();
        let sources = hexapla_formats::extract(Format::Markdown, project.source.as_bytes(), &Default::default()).units.len();
        let mut covered: Vec<usize> =
            project.statuses().into_iter().flat_map(|it| it.source).collect();
        covered.sort_unstable();
        prop_assert_eq!(covered, (0..sources).collect::<Vec<_>>());
        let mut turned = project.clone();
        turned.acts.reverse();
        prop_assert_eq!(turned.standing(), standing);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn law_3_a_status_that_is_brought_up_to_date_is_the_status_anew(
        steps in prop::collection::vec((0..6_u8, any::<prop::sample::Index>()), 1..12),
    ) {
        let (mut blocks, mut project) = page(8);
        let mut before = project.snapshot();
        let mut status = Status::of(&before);
        for (step, (what, at)) in steps.into_iter().enumerate() {
            project.day += 1;
            let at = at.index(blocks.len());
            match what {
                0 => blocks[at].push_str(&format!(" added{step}")),
                1 => blocks.swap(0, at),
                2 => project.target = project.target.replacen("w", &format!("v{step}"), 1),
                3 => project.accept_all("joaquin", State::Reviewed),
                4 => project.see(),
                _ => project.decide("mara", |place, status| {
                    (place == at && status.freshness == Stale).then_some(Decision::Keep { all_locales: false })
                }),
            }
            project.source = join(&blocks);
            let now = project.snapshot();
            status = status.again(&before, &now);
            prop_assert_eq!(&status, &Status::of(&now));
            before = now;
        }
    }
}

#[test]
fn what_did_not_change_is_not_assessed_again() {
    let (_, mut project) = page(4);
    let before = project.snapshot();
    let mut known = Status::of(&before);
    known.resources.values_mut().for_each(std::collections::BTreeMap::clear);
    assert_eq!(known.again(&before, &project.snapshot()), known);
    project.source.push_str("One more.\n");
    let now = project.snapshot();
    assert_eq!(known.again(&before, &now), Status::of(&now));
}

#[test]
fn law_9_repeating_a_decision_changes_nothing() {
    let (_, mut project) = page(6);
    let acts = project.acts.len();
    project.accept_all("mara", State::Translated);
    project.see();
    assert_eq!(project.acts.len(), acts);
}

#[test]
fn law_4_where_the_target_moved_on_the_earlier_one_is_offered() {
    let mut project = Project::new(Format::Fluent, "a = One\n", "a = Uno\n");
    project.accept_all("mara", State::Translated);
    project.accept_all("noor", State::Reviewed);
    project.source = "a = Two\n".into();
    project.decide("mara", |_, _| {
        let text = Some("a = Dos".to_owned());
        Some(Decision::Accept { text, state: State::Translated, origin: Origin::Human })
    });
    assert_eq!(project.target, "a = Dos\n");
    project.source = "a = One\n".into();
    assert_eq!(project.standing(), [(Stale, State::Translated, true)]);
    let snapshot = project.snapshot();
    let status = &project.statuses()[0];
    let offers = earlier_targets(&snapshot, &id(), &snapshot.resources[&id()], &locale(), status);
    assert_eq!(offers.len(), 1);
    assert!(offers[0].is_vouched());
    let text = offers[0].text.clone();
    project.decide("amal", |_, _| {
        Some(Decision::Accept {
            text: Some(text.clone()),
            state: State::Translated,
            origin: Origin::Memory,
        })
    });
    assert_eq!(project.target, "a = Uno\n");
    assert_eq!(project.standing(), [(Current, State::Reviewed, true)]);
}

#[test]
fn law_6_a_target_that_is_replaced_is_kept() {
    let mut project = Project::new(Format::Fluent, "a = One\n", "a = Por mano\n");
    project.decide("mara", |_, _| {
        Some(Decision::Accept {
            text: Some("a = Uno".into()),
            state: State::Translated,
            origin: Origin::Human,
        })
    });
    let snapshot = project.snapshot();
    let status = &project.statuses()[0];
    let offers = earlier_targets(&snapshot, &id(), &snapshot.resources[&id()], &locale(), status);
    assert_eq!(offers.iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["a = Por mano"]);
}

#[test]
fn law_6_kept_targets_outlive_other_tools() {
    let mut project = Project::new(Format::Fluent, "a = One\n", "a = Uno\n");
    project.keep_targets = KeepTargets::Always;
    project.accept_all("mara", State::Translated);
    project.target = "a = Overwritten by another tool\n".into();
    assert_eq!(project.freshness(), [Unverified]);
    let snapshot = project.snapshot();
    let status = &project.statuses()[0];
    let offers = earlier_targets(&snapshot, &id(), &snapshot.resources[&id()], &locale(), status);
    assert_eq!(offers[0].text, "a = Uno");
}

#[test]
fn a_doubt_holds_through_reverts_until_it_is_answered() {
    let mut project = Project::new(Format::Fluent, "a = One\n", "a = Uno\n");
    project.accept_all("mara", State::Translated);
    project.accept_all("noor", State::Reviewed);
    assert_eq!(project.standing(), [(Current, State::Reviewed, true)]);
    project.decide("noor", |_, _| Some(Decision::Reopen { why: Some("wrong word".into()) }));
    assert_eq!(project.freshness(), [Unverified]);
    project.source = "a = Two\n".into();
    project.source = "a = One\n".into();
    assert_eq!(project.freshness(), [Unverified]);
    project.accept_all("mara", State::Translated);
    assert_eq!(project.standing(), [(Current, State::Reviewed, true)]);
}

#[test]
fn keeping_carries_the_state_but_no_approval_of_two() {
    let mut project = Project::new(Format::Fluent, "a = One\n", "a = Uno\n");
    project.accept_all("mara", State::Translated);
    project.accept_all("noor", State::Reviewed);
    project.source = "a = One!\n".into();
    assert_eq!(project.standing(), [(Stale, State::Reviewed, true)]);
    project.decide("mara", |_, _| Some(Decision::Keep { all_locales: true }));
    assert_eq!(project.standing(), [(Current, State::Translated, true)]);
    project.decide("mara", |_, _| Some(Decision::Reopen { why: None }));
    assert_eq!(project.freshness(), [Unverified]);
}

#[test]
fn a_copy_of_the_source_is_missing_until_somebody_says_so() {
    let mut project = Project::new(Format::Fluent, "a = Taxi\n", "a = Taxi\n");
    assert_eq!(project.freshness(), [Missing]);
    project.accept_all("mara", State::Translated);
    assert_eq!(project.freshness(), [Current]);
}

#[test]
fn a_target_changed_by_hand_is_unverified_and_keeps_its_base() {
    let (_, mut project) = page(8);
    project.target = project.target.replacen('z', "zz", 1);
    let statuses = project.statuses();
    let open: Vec<_> = statuses.iter().filter(|it| it.freshness != Current).collect();
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].freshness, Unverified);
    assert!(open[0].made_from.is_some());
}

#[test]
fn pages_are_filled_and_earlier_translations_come_back() {
    let (_, mut project) = page(5);
    let full = project.target.clone();
    project.keep_targets = KeepTargets::Always;
    project.accept_all("noor", State::Reviewed);
    project.target = String::new();
    assert_eq!(project.freshness(), [Missing; 5]);
    let plan =
        fill(&project.snapshot(), &project.who("mara"), &Memory::default(), &id(), &locale())
            .expect("a plan");
    project.commit(plan);
    assert_eq!(project.target.trim(), full.trim());
    assert!(project.standing().iter().all(|it| *it == (Current, State::Reviewed, true)));
}

#[test]
fn long_pages_are_paired_without_quadratic_time() {
    let lines: Vec<String> =
        (0..20_000).map(|at| format!("paragraph number {at} of many")).collect();
    let source = join(&lines);
    let mut project = Project::new(Format::Markdown, &source, &translated(&source));
    project.accept_all("mara", State::Translated);
    let mut turned = lines.clone();
    turned.rotate_left(7_000);
    project.source = join(&turned);
    assert_eq!(project.standing().iter().filter(|it| it.0 == Current).count(), 20_000);
    let same = "- the same item\n".repeat(20_000);
    let mut project = Project::new(Format::Markdown, &same, &translated(&same));
    project.accept_all("mara", State::Translated);
    project.source = "- the same item\n".repeat(19_000);
    assert_eq!(project.freshness().iter().filter(|it| **it == Current).count(), 19_000);
}

#[test]
fn an_order_that_was_accepted_is_in_order_until_a_block_moves() {
    let words = ["abuse", "child", "helpline", "parent", "witness"];
    let entry = |name: &str| format!("{name} is {name} of {name}a {name}b\n\n");
    let page = |names: &[&str]| -> String { names.iter().map(|name| entry(name)).collect() };
    let mut project = Project::new(Format::Markdown, &page(&words), &translated(&page(&words)));
    project.accept_all("mara", State::Translated);
    // The target is sorted anew.
    project.target = translated(&page(&["witness", "abuse", "parent", "child", "helpline"]));
    assert_ne!(unsettled(&project), []);
    project.accept_all("mara", State::Translated);
    assert_eq!(unsettled(&project), []);
    let acts = project.acts.len();
    project.accept_all("mara", State::Translated);
    assert_eq!(project.acts.len(), acts, "repeating it changes nothing");
    // An entry of the source moves: only that one is told, until it is accepted there too.
    project.source = page(&["child", "helpline", "parent", "witness", "abuse"]);
    assert_eq!(unsettled(&project), [(4, Current, false)]);
    project.accept_all("mara", State::Translated);
    assert_eq!(unsettled(&project), []);
    project.source = page(&words);
    assert_eq!(unsettled(&project), [], "each accepted order holds for good");
    // An entry whose words are all new is known by its place.
    project.source = page(&["abuse", "child", "lifeline", "parent", "witness"]);
    assert_eq!(unsettled(&project), [(2, Stale, true)]);
}
