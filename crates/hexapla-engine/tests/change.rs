//! What kind of change made a unit stale, told from the texts on record.

#[allow(dead_code, reason = "the laws need the rest")]
mod project;

use hexapla_engine::change::{ChangeClass, Changed};
use hexapla_formats::Format;
use hexapla_model::{Freshness, State};
use project::{Project, id};

/// The class of the only change between two sources.
fn class(format: Format, old: &str, new: &str, target: &str) -> Option<ChangeClass> {
    let mut project = Project::new(format, old, target);
    project.accept_all("mara", State::Translated);
    project.source = new.to_owned();
    let statuses = project.statuses();
    let stale: Vec<_> = statuses.iter().filter(|it| it.freshness == Freshness::Stale).collect();
    assert_eq!(stale.len(), 1, "{old:?} → {new:?}");
    let snapshot = project.snapshot();
    Changed::of(&snapshot, &snapshot.resources[&id()], stale[0]).map(|it| it.class())
}

#[test]
fn every_class_of_change_is_told_apart() {
    use ChangeClass::{Case, Link, Markup, Number, Placeable, Punctuation, Wording};
    for (old, new, expected) in [
        ("Start early, and repeat.", "Start early and repeat.", Punctuation),
        ("Talk To Your Officer", "Talk to your officer", Case),
        ("Do not answer at all", "**Do not answer** at all", Markup),
        ("See the [text](/a) here", "See the [text](/b) here", Link),
        ("Open `a.txt` now", "Open `b.txt` now", Placeable),
        ("Call [114](tel:114) now", "Call [116](tel:116) now", Number),
        ("See the [text](/a) here", "See the [page](/b) here", Wording),
    ] {
        let found = class(Format::Markdown, old, new, "Algo de verdad distinto");
        assert_eq!(found, Some(expected), "{old:?} → {new:?}");
    }
    for (old, new, expected) in [
        ("m = Call { $name } now\n", "m = Call { $number } now\n", Placeable),
        ("m = Call { $name } now\n", "m = Phone { $name } now\n", Wording),
    ] {
        assert_eq!(class(Format::Fluent, old, new, "m = Llama\n"), Some(expected), "{new:?}");
    }
    let toml = |text: &str| format!("a = \"{text}\"\n");
    let found = class(Format::Toml, &toml("In 2023"), &toml("In 2024"), &toml("x"));
    assert_eq!(found, Some(Number));
}

#[test]
fn where_only_the_target_changed_there_is_no_class() {
    let mut project = Project::new(Format::Markdown, "One and two", "Uno y dos");
    project.accept_all("mara", State::Translated);
    project.target = "Uno con dos".to_owned();
    let statuses = project.statuses();
    assert_eq!(statuses[0].freshness, Freshness::Unverified);
    let snapshot = project.snapshot();
    assert_eq!(Changed::of(&snapshot, &snapshot.resources[&id()], &statuses[0]), None);
}
