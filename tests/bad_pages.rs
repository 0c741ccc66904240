//! Pages that nobody should have written: everything ends, nothing is lost, nothing that is not
//! known becomes current.

mod support;

use std::fmt::Write;
use std::time::{Duration, Instant};

use serde_json::Value;
use support::Project;

/// Far more than any of these takes, far less than anything that grows with the square.
const PATIENCE: Duration = Duration::from_secs(60);

#[track_caller]
fn soon<T>(what: &str, run: impl FnOnce() -> T) -> T {
    let started = Instant::now();
    let done = run();
    assert!(started.elapsed() < PATIENCE, "{what} took {:?}", started.elapsed());
    done
}

fn status(project: &Project, args: &[&str]) -> Value {
    let rows = project.json(&[&["status", "--format", "json"], args].concat());
    rows[0].clone()
}

/// A page about anchors, and one about bread, in another language or in the same.
#[test]
fn a_target_that_has_nothing_to_do_with_its_source_is_never_current_by_itself() {
    let source = "# Harbours\n\nThe lighthouse at Cape Green was lit in 1871 and stands 40 metres tall.\n\n- Buoys are checked each spring.\n- The pier is closed when the wind is high.\n\nCall [the harbour master](https://example.org/harbour) before you enter.\n";
    for target in [
        "Mehl, Wasser und Salz.\n\nDer Teig ruht zwei Stunden. Danach wird er noch einmal geknetet, geformt und in den Ofen geschoben, der vorher gut geheizt sein muss.\n\n## Zutaten\n\n500 g Mehl\n",
        "Bread needs time.\n\nKnead it twice.\n\nUse the oven of your neighbours, [if they let you](https://example.org/oven), and bring them a loaf for their kindness when you are done with it.\n",
        "```\nfn main() {}\n```\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
    ] {
        let project = Project::of(&[("src/a.md", source), ("out/es/a.md", target)]);
        let ran = project.run(&["accept", "--all"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let row = status(&project, &[]);
        assert_eq!(row["current"], 0, "{target}\n{row:#}");
        for args in [
            &["diff"][..],
            &["check", "--format", "json"],
            &["review", "--json"],
            &["explain", "pages/a"],
        ] {
            assert!(project.run(args).code < 2, "{args:?}");
        }
        assert_eq!(project.read("out/es/a.md"), target);
    }
}

/// A copy of the source is no translation, and neither is an older copy of it.
#[test]
fn a_target_in_the_language_of_the_source_is_not_current() {
    let source = "# Harbours\n\nThe lighthouse was lit in 1871.\n\nThe pier is closed when the wind is high.\n";
    let project = Project::of(&[("src/a.md", source), ("out/es/a.md", source)]);
    assert_eq!(status(&project, &[])["missing"], 3);
    project.ok(&["accept", "--all", "--force"]);
    assert_eq!(status(&project, &[])["missing"], 3, "in bulk no copy is accepted");
    project.edit("src/a.md", "1871", "1872");
    let row = status(&project, &[]);
    assert_eq!(
        (&row["current"], &row["missing"], &row["unverified"]),
        (&0.into(), &2.into(), &1.into())
    );
}

#[test]
fn what_is_not_closed_is_kept_and_told_of() {
    let source = "# One\n\nTwo words.\n\nThree more words.\n";
    for (target, kept) in [
        ("# Uno\n\nDos palabras.\n\n```sh\nTres palabras más.\n", "```sh\nTres palabras más.\n"),
        ("# Uno\n\n<div>\nDos palabras.\n\nTres palabras más.\n", "<div>\nDos palabras.\n"),
        (
            "# Uno\n\n<!-- Dos palabras.\n\nTres palabras más.\n",
            "<!-- Dos palabras.\n\nTres palabras más.\n",
        ),
        ("---\ntitle: Uno\n\nDos palabras.\n\nTres palabras más.\n", "---\ntitle: Uno\n"),
        ("+++\ntitle = \"Uno\n\nDos palabras.\n", "+++\ntitle = \"Uno\n"),
        ("# Uno\n\n{{< note >}}\nDos palabras.\n\nTres.\n", "{{< note >}}\n"),
        ("# Uno\n\n[dos](<palabras\n\n**tres\n", "[dos](<palabras\n\n**tres\n"),
    ] {
        let project = Project::of(&[("src/a.md", source), ("out/es/a.md", target)]);
        let ran = project.run(&["accept", "--all"]);
        assert_eq!(ran.code, 0, "{target}\n{}", ran.err);
        for args in [&["status"][..], &["diff"], &["review", "--json"], &["impact"]] {
            assert_eq!(project.run(args).code, 0, "{args:?} of {target}");
        }
        assert!(project.run(&["check"]).code < 2, "{target}");
        let before = project.read("out/es/a.md");
        assert_eq!(before, target);
        // A later edit of a unit that is well leaves the broken part as it is.
        project.edit("src/a.md", "# One", "# The one");
        let pending = project.json(&["review", "--json"]);
        let heading = pending.as_array().expect("a list").iter().find(|it| it["target"] == "Uno");
        if let Some(unit) = heading.and_then(|it| it["unit"].as_str()) {
            project.ok(&["accept", unit, "-l", "es", "--text", "El uno"]);
            assert!(project.read("out/es/a.md").contains(kept), "{target}");
        }
        // The other side as well.
        let project = Project::of(&[("src/a.md", target), ("out/es/a.md", "# Uno\n\nDos.\n")]);
        for args in [&["status"][..], &["diff"], &["review", "--json"], &["fill", "pages/a"]] {
            assert!(project.run(args).code < 3, "{args:?} of {target}");
        }
    }
}

/// Distinct words, so that every block is another one.
fn words(at: usize) -> String {
    format!("item{at} says {} and {}", at * 7, at * 13)
}

/// A page and its translation, accepted; then one block of the source is changed.
fn accepted_then_changed(page: &str, change: (&str, &str)) -> Value {
    let target = page.replace("says", "dice").replace(" and ", " y ");
    let project = Project::of(&[("src/a.md", page), ("out/es/a.md", &target)]);
    soon("accept", || project.ok(&["accept", "--all", "--force"]));
    project.edit("src/a.md", change.0, change.1);
    soon("status", || status(&project, &[]))
}

#[test]
fn a_hundred_thousand_list_items() {
    let page = (0..100_000).fold(String::new(), |mut page, at| {
        let _ = writeln!(page, "- {}", words(at));
        page
    });
    let row = accepted_then_changed(&page, ("item50000 says", "item50000 never says"));
    assert_eq!((&row["current"], &row["stale"]), (&99_999.into(), &1.into()));
}

#[test]
fn a_table_of_ten_thousand_cells() {
    let mut page = String::from(
        "| a | b | c | d | e | f | g | h | i | j |\n|---|---|---|---|---|---|---|---|---|---|\n",
    );
    for row in 0..1000 {
        let cells: Vec<String> = (0..10).map(|column| words(row * 10 + column)).collect();
        let _ = writeln!(page, "| {} |", cells.join(" | "));
    }
    let row = accepted_then_changed(&page, ("item5000 says", "item5000 never says"));
    assert_eq!(
        (&row["current"], &row["stale"]),
        (&999.into(), &1.into()),
        "its head equals the source's"
    );
}

#[test]
fn a_page_of_fifteen_megabytes() {
    let paragraph = |at: usize| format!("{} {}\n\n", words(at), "so it goes on ".repeat(215));
    let page: String = (0..5000).map(paragraph).collect();
    assert!(page.len() > 15_000_000);
    let row = accepted_then_changed(&page, ("item2500 says", "item2500 never says"));
    assert_eq!((&row["current"], &row["stale"]), (&4999.into(), &1.into()));
}

#[test]
fn deep_nesting_ends_and_is_kept() {
    let deep = 10_000;
    for page in [
        format!("{} deep\n", ">".repeat(deep)),
        (0..300).map(|at| format!("{}- item {at}\n", "  ".repeat(at))).collect(),
        format!("{}deep{}\n", "[".repeat(deep), "](x)".repeat(deep)),
        format!("{}deep{}\n", "*a ".repeat(deep), " b*".repeat(deep)),
        format!("{}deep{}\n", "<div>".repeat(deep), "</div>".repeat(deep)),
        format!("---\ntitle: {}1{}\n---\n\ndeep\n", "[".repeat(deep), "]".repeat(deep)),
    ] {
        let project =
            Project::of(&[("src/a.md", &page), ("out/es/a.md", &page.replace("deep", "hondo"))]);
        let ran = soon("status", || project.run(&["status"]));
        assert_eq!(ran.code, 0, "{} {}", &page[..20], ran.err);
        assert_eq!(soon("accept", || project.run(&["accept", "--all", "--force"])).code, 0);
        assert!(soon("check", || project.run(&["check"])).code < 2);
        assert_eq!(project.read("src/a.md"), page);
    }
    let deep = "{ ".repeat(1000) + "$x" + &" }".repeat(1000);
    let project = Project::of(&[
        ("src/m.ftl", &format!("a = {deep}\nb = B\n")),
        ("out/es/m.ftl", "b = Be\n"),
    ]);
    assert_eq!(project.run(&["status"]).code, 0);
    assert_eq!(project.ok(&["accept", "ui/m#b", "-l", "es"]), "accepted 1 unit\n");
}
