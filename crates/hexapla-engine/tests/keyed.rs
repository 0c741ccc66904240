//! Law 5 for units that have names, as a property of projects in memory: Fluent and TOML.

#[allow(dead_code, reason = "the other laws need the rest")]
mod project;

use std::collections::BTreeMap;

use hexapla_formats::Format;
use hexapla_model::{Freshness, State};
use project::Project;
use proptest::prelude::*;
use proptest::sample::Index;

use Format::{Fluent, Toml};
use Freshness::{Missing, Obsolete, Stale};

/// The entry of this number with a text: a message, or a table with a field.
fn entry(format: Format, at: usize, text: &str) -> String {
    match format {
        Fluent => format!("m{at} = {text}\n    .title = {text}\n"),
        _ => format!("[t{at}]\na = \"{text}\"\n"),
    }
}

fn name(format: Format, at: usize) -> String {
    if format == Fluent { format!("m{at}") } else { format!("t{at}.a") }
}

fn source(format: Format, numbers: impl IntoIterator<Item = usize>) -> Vec<String> {
    let text = |at: usize| format!("word {}", "x".repeat(at + 1));
    numbers.into_iter().map(|at| entry(format, at, &text(at))).collect()
}

/// So many entries, all translated and vouched for.
fn project(format: Format, count: usize) -> (Vec<String>, Project) {
    let source = source(format, 0..count);
    let target: String = (0..count)
        .map(|at| entry(format, at, &format!("palabra {}", "y".repeat(at + 1))))
        .collect();
    let mut project = Project::new(format, &source.concat(), &target);
    project.accept_all("mara", State::Translated);
    (source, project)
}

/// Everything that is not current, by name.
fn unsettled(project: &Project) -> BTreeMap<String, Freshness> {
    let statuses = project.statuses().into_iter().filter(|it| !it.is_settled());
    let name = |it: &hexapla_engine::UnitStatus| it.key.as_ref().map(ToString::to_string);
    statuses.map(|it| (name(&it).expect("a name"), it.freshness)).collect()
}

fn format() -> impl Strategy<Value = Format> {
    prop_oneof![Just(Fluent), Just(Toml)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn law_5_a_new_entry_is_all_that_is_missing(format in format(), count in 2..12_usize, at in any::<Index>()) {
        let (mut entries, mut project) = project(format, count);
        entries.insert(at.index(count + 1), entry(format, count, "quite new"));
        project.source = entries.concat();
        prop_assert_eq!(unsettled(&project), BTreeMap::from([(name(format, count), Missing)]));
    }

    #[test]
    fn law_5_a_removed_entry_is_all_that_is_obsolete(format in format(), count in 2..12_usize, at in any::<Index>()) {
        let (mut entries, mut project) = project(format, count);
        let at = at.index(count);
        entries.remove(at);
        project.source = entries.concat();
        prop_assert_eq!(unsettled(&project), BTreeMap::from([(name(format, at), Obsolete)]));
    }

    #[test]
    fn law_5_a_changed_entry_is_all_that_is_stale(format in format(), count in 2..12_usize, at in any::<Index>()) {
        let (mut entries, mut project) = project(format, count);
        let at = at.index(count);
        entries[at] = entry(format, at, "changed");
        project.source = entries.concat();
        prop_assert_eq!(unsettled(&project), BTreeMap::from([(name(format, at), Stale)]));
    }

    #[test]
    fn law_5_entries_moved_commented_and_laid_out_anew_stay_current(format in format(), count in 2..12_usize, by in any::<Index>()) {
        let (mut entries, mut project) = project(format, count);
        entries.rotate_left(by.index(count));
        let commented: Vec<String> = entries.iter().map(|it| format!("# A comment\n{it}\n")).collect();
        let text = commented.concat().replace(" = ", "   =   ").replace('\n', "\r\n");
        project.source = format!("\u{feff}{text}");
        prop_assert_eq!(unsettled(&project), BTreeMap::new());
    }
}
