//! `hexapla resolve`: what git cannot merge is merged unit by unit.

mod support;

use support::Project;

const SOURCE: &str = "one = One\ntwo = Two\nthree = Three\nfour = Four\n";
const BASE: &str = "one = Uno\ntwo = Dos\nthree = Tres\nfour = Cuatro\n";

/// A merge in which both sides changed neighbouring units, and one unit in two ways.
fn conflicting() -> Project {
    let project = Project::of(&[("src/m.ftl", SOURCE), ("out/es/m.ftl", BASE)]);
    project.ok(&["accept", "--all", "--force"]);
    let commit = |message: &str| {
        assert_eq!(project.git(&["add", "-A"]).code, 0);
        assert_eq!(project.git(&["commit", "-qm", message]).code, 0);
    };
    assert_eq!(project.git(&["init", "-q", "-b", "main"]).code, 0);
    commit("base");
    project.git(&["checkout", "-qb", "theirs"]);
    project.write("out/es/m.ftl", BASE.replace("Tres", "Trío").replace("Dos", "Pareja"));
    commit("theirs");
    project.git(&["checkout", "-q", "main"]);
    project.write("out/es/m.ftl", BASE.replace("Uno", "Primero").replace("Dos", "Par"));
    commit("ours");
    assert_ne!(project.git(&["merge", "theirs"]).code, 0, "git merges it by itself");
    project
}

#[test]
fn units_that_one_side_changed_are_taken_and_nothing_is_lost() {
    let project = conflicting();
    assert!(project.read("out/es/m.ftl").contains("<<<<<<<"));
    let said = project.ok(&["resolve"]);
    assert_eq!(said, "out/es/m.ftl: 1 unit taken, 1 text kept as a proposal\n");
    let merged = "one = Primero\ntwo = Par\nthree = Trío\nfour = Cuatro\n";
    assert_eq!(project.read("out/es/m.ftl"), merged);
    assert_eq!(project.git(&["ls-files", "--unmerged"]).out, "");
    let pending = project.json(&["review", "ui/m#two", "--json"]);
    assert_eq!(pending[0]["offers"][0]["text"], "two = Pareja");
    assert_eq!(pending[0]["offers"][0]["by"], "mara");
    // The proposal can be taken by one key.
    project.answer(&["review", "ui/m#two"], "r\n");
    assert!(project.read("out/es/m.ftl").contains("two = Pareja"));
    assert_eq!(project.ok(&["resolve"]), "git reports no conflict there\n");
}

/// Markers that nobody resolved are a located error, never text.
#[test]
fn markers_are_found_by_check() {
    let project = conflicting();
    let ran = project.run(&["check", "--format", "github"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.starts_with("::error file=out/es/m.ftl,line=1,col=1,"), "{}", ran.out);
}

#[test]
fn without_git_there_is_nothing_to_resolve() {
    let project = Project::of(&[("src/m.ftl", SOURCE)]);
    let ran = project.run(&["resolve"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("not in a git repository"), "{}", ran.err);
}
