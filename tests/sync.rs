//! `hexapla sync`: what is settled reaches git, and what others settled comes from there.

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use support::{Project, Ran, ran};

const SOURCE: &str = "one = One\ntwo = Two\nthree = Three\nfour = Four\n";
const BASE: &str = "one = Uno\ntwo = Dos\nthree = Tres\nfour = Cuatro\n";
const TARGET: &str = "out/es/m.ftl";

/// A bare repository, with a project in it.
struct Hub {
    folder: tempfile::TempDir,
}

impl Hub {
    /// One whose project is settled by mara.
    fn new() -> Self {
        let hub = Self { folder: tempfile::tempdir().expect("a folder") };
        assert_eq!(git(hub.folder.path(), &["init", "-q", "--bare", "-b", "main", "hub"]).code, 0);
        let first = Project::of(&[("src/m.ftl", SOURCE), (TARGET, BASE)]);
        first.write("src/page.md", "# A page\n\nText.\n");
        first.write("out/es/page.md", "# Una página\n\nTexto.\n");
        first.write("notes.txt", "notes\n");
        first.ok(&["accept", "--all", "--force"]);
        hub.join(&first);
        for args in [&["add", "-A"][..], &["commit", "-qm", "base"]] {
            assert_eq!(first.git(args).code, 0);
        }
        assert_eq!(first.git(&["push", "-q", "origin", "HEAD:main"]).code, 0);
        hub
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("hub")
    }

    /// Makes a project a repository of which this is the origin.
    fn join(&self, project: &Project) {
        project.git(&["init", "-q", "-b", "main"]);
        project.git(&["config", "user.name", "Office"]);
        project.git(&["config", "user.email", "office@example.org"]);
        let hub = self.path();
        project.git(&["remote", "add", "origin", hub.to_str().expect("text")]);
    }

    /// A clone.
    fn clone(&self) -> Project {
        let project = Project::of(&[]);
        self.join(&project);
        for args in [
            &["fetch", "-q"][..],
            &["reset", "-q", "--hard", "origin/main"],
            &["branch", "-q", "-u", "origin/main"],
        ] {
            let ran = project.git(args);
            assert_eq!(ran.code, 0, "{}", ran.err);
        }
        project
    }

    fn git(&self, args: &[&str]) -> String {
        git(&self.path(), args).out
    }
}

fn git(folder: &Path, args: &[&str]) -> Ran {
    let mut command = Command::new("git");
    command.args(args).current_dir(folder);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    ran(command.output().expect("git runs"))
}

/// The command, which sees no config of git but that of the repository.
fn command(project: &Project, args: &[&str]) -> Command {
    let mut command = project.command(args);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    command
}

fn run(project: &Project, args: &[&str]) -> Ran {
    ran(command(project, args).output().expect("it runs"))
}

#[track_caller]
fn ok(project: &Project, args: &[&str]) -> String {
    let ran = run(project, args);
    assert_eq!(ran.code, 0, "{args:?}\n{}{}", ran.out, ran.err);
    ran.out
}

#[track_caller]
fn refused(ran: &Ran, code: i32, message: &str, hint: &str) {
    assert_eq!(ran.code, code, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains(message), "{}", ran.err);
    assert!(ran.err.contains("hint: ") && ran.err.contains(hint), "{}", ran.err);
}

/// Gives a unit another text in the name of somebody.
fn settle(project: &Project, by: &str, path: &str, from: &str, to: &str) {
    project.edit(path, from, to);
    let resource = if path.ends_with(".md") { "pages/page" } else { "ui/m" };
    project.ok(&["--handle", by, "accept", resource, "-l", "es"]);
}

fn log(project: &Project, format: &str) -> String {
    project.git(&["log", "-1", &format!("--format={format}")]).out.trim_end().to_owned()
}

/// Every line of the ledger.
fn ledger(project: &Project) -> String {
    let files = std::fs::read_dir(project.path("translations/ledger")).expect("a folder");
    let text = |it: std::io::Result<std::fs::DirEntry>| {
        std::fs::read_to_string(it.expect("a file").path()).expect("text")
    };
    files.map(text).collect()
}

fn changed(project: &Project) -> String {
    project.git(&["status", "--short", "-uall"]).out
}

#[test]
fn what_one_person_settled_is_committed_as_theirs_and_pushed() {
    let hub = Hub::new();
    let project = hub.clone();
    settle(&project, "mara", TARGET, "Uno", "Primero");
    let dry = ok(&project, &["sync", "--dry-run"]);
    assert!(dry.starts_with("would commit 2 files of mara: Settle 1 unit in es\n"), "{dry}");
    assert!(dry.contains("\n  out/es/m.ftl\n"), "{dry}");
    let said = ok(&project, &["sync"]);
    assert!(said.contains(" 2 files of mara: Settle 1 unit in es\n"), "{said}");
    assert!(said.ends_with("pushed 1 commit to origin/main\n"), "{said}");
    assert_eq!(
        log(&project, "%an <%ae> %cn: %s%b"),
        "mara <mara@users.invalid> Office: Settle 1 unit in es"
    );
    assert_eq!(changed(&project), "");
    assert!(hub.git(&["show", "main:out/es/m.ftl"]).contains("Primero"));
    // Once more changes nothing.
    let head = log(&project, "%H");
    assert_eq!(ok(&project, &["sync"]), "nothing to commit, merge or push\n");
    assert_eq!(log(&project, "%H"), head);
}

#[test]
fn people_are_credited_as_the_config_says() {
    let hub = Hub::new();
    let project = hub.clone();
    let config = project.read("hexapla.toml");
    project.write(
        "hexapla.toml",
        config
            + "[people.mara]\nroles = [\"translator\"]\ngit = \"Mara Ruiz <mara@example.org>\"\n",
    );
    settle(&project, "mara", TARGET, "Uno", "Primero");
    ok(&project, &["sync", "--no-push"]);
    assert_eq!(log(&project, "%an <%ae>"), "Mara Ruiz <mara@example.org>");
    assert_eq!(changed(&project), " M hexapla.toml\n");
    project.edit("hexapla.toml", "Mara Ruiz <", "Mara Ruiz ");
    refused(&run(&project, &["sync"]), 3, "is no name and address", "Mara Ruiz <mara@example.org>");
}

#[test]
fn several_people_have_commits_of_their_own_or_one_together() {
    let hub = Hub::new();
    let project = hub.clone();
    settle(&project, "mara", TARGET, "Uno", "Primero");
    settle(&project, "joaquin", "out/es/page.md", "Texto", "Un texto");
    let report = ok(&project, &["sync", "--json"]);
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    let people: Vec<&serde_json::Value> =
        report["committed"].as_array().expect("a list").iter().map(|it| &it["people"][0]).collect();
    assert_eq!(people, ["joaquin", "mara"]);
    assert_eq!(report["pushed"], 2);
    assert_eq!(project.git(&["log", "-2", "--format=%an"]).out, "mara\njoaquin\n");
    // The same file.
    settle(&project, "mara", TARGET, "Dos", "Par");
    settle(&project, "joaquin", TARGET, "Tres", "Trío");
    ok(&project, &["sync"]);
    assert_eq!(log(&project, "%an"), "Office");
    assert_eq!(log(&project, "%s"), "Settle 2 units in es");
    let body = log(&project, "%(trailers:key=Co-authored-by)");
    let thanks = "Co-authored-by: joaquin <joaquin@users.invalid>\nCo-authored-by: mara <mara@users.invalid>";
    assert_eq!(body.trim_end(), thanks);
}

#[test]
fn what_nobody_settled_is_nobodys() {
    let hub = Hub::new();
    let project = hub.clone();
    project.edit(TARGET, "Uno", "Primero");
    settle(&project, "mara", "out/es/page.md", "Texto", "Un texto");
    ok(&project, &["sync"]);
    let all = project.git(&["log", "-2", "--format=%an: %s"]).out;
    assert_eq!(
        all,
        "mara: Settle 1 unit in es\nOffice: Take over 1 translation that nobody settled yet\n"
    );
}

#[test]
fn sources_other_files_and_the_index_of_a_person_stay_as_they_are() {
    let hub = Hub::new();
    let project = hub.clone();
    settle(&project, "mara", TARGET, "Uno", "Primero");
    project.edit("src/m.ftl", "Four", "Fourth");
    project.write("notes.txt", "staged\n");
    project.write("new.txt", "staged\n");
    assert_eq!(project.git(&["add", "notes.txt", "new.txt"]).code, 0);
    project.write("notes.txt", "dirty\n");
    project.write("left.txt", "left\n");
    project.write("out/es/readme.txt", "no target\n");
    let staged = project.git(&["diff", "--cached"]).out;
    ok(&project, &["sync"]);
    let files = project.git(&["show", "--name-only", "--format=", "HEAD"]).out;
    assert!(
        files.lines().all(|it| it == TARGET || it.starts_with("translations/ledger/")),
        "{files}"
    );
    assert_eq!(project.git(&["diff", "--cached"]).out, staged);
    assert_eq!(
        changed(&project),
        "A  new.txt\nMM notes.txt\n M src/m.ftl\n?? left.txt\n?? out/es/readme.txt\n"
    );
    assert_eq!(project.read("notes.txt"), "dirty\n");
    // The same with what others did in between.
    let other = hub.clone();
    settle(&other, "ana", TARGET, "Dos", "Par");
    ok(&other, &["sync"]);
    settle(&project, "mara", TARGET, "Cuatro", "El cuarto");
    ok(&project, &["sync"]);
    assert_eq!(project.git(&["diff", "--cached"]).out, staged);
    assert_eq!(project.read(TARGET), "one = Primero\ntwo = Par\nthree = Tres\nfour = El cuarto\n");
}

#[test]
fn a_packed_ledger_is_committed_whole_and_one_that_lost_facts_is_not() {
    let hub = Hub::new();
    let project = hub.clone();
    for (from, to) in [("Uno", "A"), ("Dos", "B"), ("Tres", "C")] {
        settle(&project, "mara", TARGET, from, to);
        ok(&project, &["sync"]);
    }
    settle(&project, "joaquin", TARGET, "Cuatro", "D");
    project.ok(&["ledger", "compact"]);
    ok(&project, &["sync"]);
    assert_eq!(log(&project, "%an: %s"), "joaquin: Settle 1 unit in es");
    assert_eq!(changed(&project), "");
    let facts = ok(&hub.clone(), &["ledger", "verify"]);
    assert_eq!(facts, ok(&project, &["ledger", "verify"]));
    let ledger = project.path("translations/ledger");
    let file = std::fs::read_dir(&ledger).expect("a folder").next().expect("a file").expect("one");
    std::fs::remove_file(file.path()).expect("removed");
    refused(&run(&project, &["sync"]), 5, "is gone", "git checkout -- translations/ledger/");
    assert_eq!(project.git(&["checkout", "--", "."]).code, 0);
    assert_eq!(ok(&project, &["sync"]), "nothing to commit, merge or push\n");
}

#[test]
fn of_a_unit_that_two_clones_changed_both_texts_are_kept() {
    let hub = Hub::new();
    let (project, other) = (hub.clone(), hub.clone());
    settle(&other, "ana", TARGET, "Dos", "Pareja");
    settle(&other, "ana", TARGET, "Tres", "Trío");
    ok(&other, &["sync"]);
    settle(&project, "mara", TARGET, "Dos", "Par");
    settle(&project, "mara", TARGET, "Uno", "Primero");
    let said = ok(&project, &["sync"]);
    assert!(said.contains("merged 1 commit of origin/main\n"), "{said}");
    assert!(said.contains("out/es/m.ftl: 1 unit taken, 1 text kept as a proposal\n"), "{said}");
    let merged = "one = Primero\ntwo = Par\nthree = Trío\nfour = Cuatro\n";
    for clone in [&project, &other] {
        ok(clone, &["sync"]);
        assert_eq!(clone.read(TARGET), merged);
        assert_eq!(changed(clone), "");
    }
    let pending = project.json(&["explain", "ui/m#two", "-l", "es", "--json"]);
    assert!(pending.to_string().contains("translated"), "{pending}");
    project.ok(&["reopen", "ui/m#two", "-l", "es"]);
    let pending = project.json(&["review", "ui/m#two", "--json"]);
    let offers = pending[0]["offers"].as_array().expect("offers").clone();
    assert!(offers.iter().any(|it| it["text"] == "two = Pareja"), "{pending}");
    // The proposal is credited to who translated it.
    let facts = ledger(&project);
    let proposed: Vec<&str> = facts.lines().filter(|it| it.contains("\"proposed\"")).collect();
    assert!(matches!(proposed[..], [one] if one.contains("\"ana\"")), "{proposed:?}");
}

#[test]
fn a_translation_that_one_side_removed_is_as_the_other_has_it() {
    let hub = Hub::new();
    let (project, other) = (hub.clone(), hub.clone());
    std::fs::remove_file(other.path(TARGET)).expect("removed");
    ok(&other, &["sync"]);
    settle(&project, "mara", TARGET, "Uno", "Primero");
    ok(&project, &["sync"]);
    assert!(project.read(TARGET).contains("Primero"));
    ok(&other, &["sync"]);
    assert!(other.read(TARGET).contains("Primero"));
}

#[test]
fn two_sources_that_differ_are_left_to_people() {
    let hub = Hub::new();
    let (project, other) = (hub.clone(), hub.clone());
    for (clone, text) in [(&project, "Ours"), (&other, "Theirs")] {
        clone.edit("src/m.ftl", "Four", text);
        assert_eq!(clone.git(&["commit", "-qam", "source"]).code, 0);
    }
    assert_eq!(other.git(&["push", "-q", "origin", "main"]).code, 0);
    settle(&project, "mara", TARGET, "Uno", "Primero");
    let ran = run(&project, &["sync"]);
    refused(&ran, 4, "other things were done to `src/m.ftl`", "git merge");
    assert!(ran.out.contains("committed "), "{}", ran.out);
    assert_eq!(changed(&project), "");
    assert!(project.read("src/m.ftl").contains("Ours"));
    assert!(!project.path(".git/MERGE_HEAD").exists());
}

#[test]
fn a_dirty_file_that_a_merge_would_overwrite_is_left() {
    let hub = Hub::new();
    let (project, other) = (hub.clone(), hub.clone());
    other.edit("src/m.ftl", "Four", "Theirs");
    assert_eq!(other.git(&["commit", "-qam", "source"]).code, 0);
    assert_eq!(other.git(&["push", "-q", "origin", "main"]).code, 0);
    settle(&project, "mara", TARGET, "Uno", "Primero");
    project.edit("src/m.ftl", "Four", "Dirty");
    refused(
        &run(&project, &["sync"]),
        4,
        "it would overwrite `src/m.ftl`, which nobody committed",
        "stash",
    );
    assert!(project.read("src/m.ftl").contains("Dirty"));
    assert_eq!(log(&project, "%an"), "mara");
    project.edit("src/m.ftl", "Dirty", "Four");
    ok(&project, &["sync"]);
    assert!(project.read("src/m.ftl").contains("Theirs"));
}

#[test]
fn without_upstream_it_is_committed_only() {
    let project = Project::of(&[("src/m.ftl", SOURCE), (TARGET, BASE)]);
    refused(&run(&project, &["sync"]), 2, "is not in a git repository", "`sync`");
    project.git(&["init", "-q", "-b", "main"]);
    project.ok(&["accept", "--all", "--force"]);
    refused(
        &run(&project, &["sync"]),
        2,
        "no name and address to commit with",
        "git config user.name",
    );
    project.git(&["config", "user.name", "Office"]);
    project.git(&["config", "user.email", "office@example.org"]);
    // The first commit of all; the source is the author's to commit.
    let ran = run(&project, &["sync"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("Settle 4 units in es"), "{}", ran.out);
    assert!(ran.err.contains("nothing was pushed\nhint: `git push -u"), "{}", ran.err);
    let files = project.git(&["ls-files"]).out;
    assert!(files.contains(TARGET) && !files.contains("src/m.ftl"), "{files}");
    assert!(project.git(&["status", "--short"]).out.contains("?? src/"));
}

#[test]
fn an_empty_origin_gets_its_first_branch() {
    let folder = tempfile::tempdir().expect("a folder");
    git(folder.path(), &["init", "-q", "--bare", "-b", "main", "hub"]);
    let hub = Hub { folder };
    let project = Project::of(&[("src/m.ftl", SOURCE), (TARGET, BASE)]);
    hub.join(&project);
    project.git(&["config", "branch.main.remote", "origin"]);
    project.git(&["config", "branch.main.merge", "refs/heads/main"]);
    project.ok(&["accept", "--all", "--force"]);
    let said = ok(&project, &["sync"]);
    assert!(said.ends_with("pushed 1 commit to origin/main\n"), "{said}");
}

#[test]
fn who_is_in_the_middle_of_something_is_let_end_it() {
    let hub = Hub::new();
    let project = hub.clone();
    settle(&project, "mara", TARGET, "Uno", "Primero");
    let before = changed(&project);
    project.git(&["checkout", "-q", "--detach"]);
    refused(&run(&project, &["sync"]), 2, "HEAD is detached", "git switch");
    project.git(&["checkout", "-q", "main"]);
    for (name, what) in [("MERGE_HEAD", "a merge"), ("CHERRY_PICK_HEAD", "a cherry-pick")] {
        let path = format!(".git/{name}");
        project.write(&path, project.git(&["rev-parse", "HEAD"]).out);
        refused(&run(&project, &["sync"]), 2, &format!("{what} is under way"), "git status");
        std::fs::remove_file(project.path(&path)).expect("removed");
    }
    std::fs::create_dir(project.path(".git/rebase-merge")).expect("made");
    refused(&run(&project, &["sync"]), 2, "a rebase is under way", "git status");
    std::fs::remove_dir(project.path(".git/rebase-merge")).expect("removed");
    assert_eq!(changed(&project), before);
    ok(&project, &["sync"]);
}

#[test]
fn without_git_it_says_so() {
    let hub = Hub::new();
    let project = hub.clone();
    let ran = ran(command(&project, &["sync"]).env("PATH", "/nowhere").output().expect("it runs"));
    refused(&ran, 6, "git is not installed", "install git");
}

#[cfg(unix)]
#[test]
fn a_git_that_is_too_old_is_told() {
    let hub = Hub::new();
    let (project, other) = (hub.clone(), hub.clone());
    settle(&other, "ana", TARGET, "Dos", "Par");
    ok(&other, &["sync"]);
    settle(&project, "mara", TARGET, "Uno", "Primero");
    let path = std::env::var("PATH").expect("a path");
    let old = "case \"$*\" in *merge-tree*) exit 129;; esac\nPATH=${PATH#*:} exec git \"$@\"";
    let folder = tempfile::tempdir().expect("a folder");
    hook(folder.path(), "git", old);
    let with_old = format!("{}:{path}", folder.path().join("hooks").display());
    let mut command = command(&project, &["sync"]);
    let ran = ran(command.env("PATH", with_old).output().expect("it runs"));
    refused(&ran, 2, "cannot merge without touching files", "git 2.38");
    ok(&project, &["sync"]);
}

#[cfg(unix)]
fn hook(folder: &Path, name: &str, script: &str) {
    use std::os::unix::fs::PermissionsExt;
    let path = folder.join("hooks").join(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("written");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("set");
}

#[cfg(unix)]
#[test]
fn a_hook_that_says_no_is_heard() {
    let hub = Hub::new();
    let project = hub.clone();
    settle(&project, "mara", TARGET, "Uno", "Primero");
    let before = changed(&project);
    hook(&project.path(".git"), "pre-commit", "echo 'texts need a review' >&2; exit 1");
    refused(&run(&project, &["sync"]), 6, "git did not commit: texts need a review", "hook");
    assert_eq!(changed(&project), before);
    hook(&project.path(".git"), "pre-commit", "exit 0");
    hook(&hub.path(), "pre-receive", "echo 'main is protected' >&2; exit 1");
    let ran = run(&project, &["sync"]);
    refused(
        &ran,
        6,
        "origin/main did not take it: main is protected",
        "what was committed here stays",
    );
    assert!(ran.out.contains("committed "), "{}", ran.out);
    hook(&hub.path(), "pre-receive", "exit 0");
    assert_eq!(ok(&project, &["sync"]), "pushed 1 commit to origin/main\n");
}

#[test]
fn where_nobody_answers_it_is_committed_and_pushed_later() {
    let hub = Hub::new();
    let project = hub.clone();
    settle(&project, "mara", TARGET, "Uno", "Primero");
    let address = project.git(&["remote", "get-url", "origin"]).out;
    let nowhere = "http://mara:s3cret@127.0.0.1:1/hub.git";
    project.git(&["remote", "set-url", "origin", nowhere]);
    let ran = run(&project, &["sync"]);
    refused(&ran, 6, "cannot reach origin/main", "is pushed next time");
    assert!(!ran.err.contains("s3cret"), "{}", ran.err);
    assert_eq!(log(&project, "%an"), "mara");
    project.git(&["remote", "set-url", "origin", address.trim_end()]);
    assert_eq!(ok(&project, &["sync"]), "pushed 1 commit to origin/main\n");
}

/// A project that is a folder of a repository, with names that git would quote or take for patterns.
#[test]
fn a_project_below_the_root_of_its_repository() {
    let hub = Hub::new();
    let (project, other) = (hub.clone(), hub.clone());
    let set = |clone: &Project| {
        for path in ["hexapla.toml", "workflows/standard.toml"] {
            clone.write(&format!("site/{path}"), clone.read(path));
        }
    };
    set(&project);
    let target = "site/out/es/página [1]*.ftl";
    project.write("site/src/página [1]*.ftl", SOURCE);
    project.write("site/src/other.ftl", SOURCE);
    project.write(target, BASE);
    assert_eq!(project.git(&["add", "-A"]).code, 0);
    assert_eq!(project.git(&["commit", "-qm", "site"]).code, 0);
    ok(&project, &["-C", "site", "accept", "--all", "--force"]);
    ok(&project, &["-C", "site", "sync"]);
    assert_eq!(changed(&project), "");
    ok(&other, &["sync"]);
    for (clone, by, text) in [(&project, "mara", "Par"), (&other, "ana", "Pareja")] {
        clone.edit(target, "Dos", text);
        ok(clone, &["-C", "site", "--handle", by, "accept", "--all", "--force"]);
        let said = ok(clone, &["-C", "site", "sync"]);
        assert!(said.contains("2 files of"), "{said}");
    }
    assert!(other.read(target).contains("Pareja"));
    ok(&project, &["-C", "site", "sync"]);
    assert_eq!(project.read(target), other.read(target));
}

/// Every text that somebody settled, and every fact, is in both clones in the end.
#[test]
fn two_clones_that_push_at_once_lose_nothing() {
    let hub = Hub::new();
    let clones = [hub.clone(), hub.clone()];
    let (source, target) = ("src/race.ftl", "out/es/race.ftl");
    let lines = |word: &str| (0..40).map(|it| format!("k{it} = {word} {it}\n")).collect::<String>();
    clones[0].write(source, lines("Text"));
    clones[0].write(target, lines("Texto"));
    assert_eq!(clones[0].git(&["add", "-A"]).code, 0);
    assert_eq!(clones[0].git(&["commit", "-qm", "race"]).code, 0);
    ok(&clones[0], &["--handle", "mara", "accept", "--all", "--force"]);
    ok(&clones[0], &["sync"]);
    ok(&clones[1], &["sync"]);
    // In turn the same unit, and neighbours; each is changed in one round only.
    let unit = |round: usize, at: usize| round * 2 + (round % 2) * at;
    for round in 0..20 {
        std::thread::scope(|scope| {
            for (at, clone) in clones.iter().enumerate() {
                scope.spawn(move || {
                    let who = ["mara", "ana"][at];
                    let unit = unit(round, at);
                    let text = clone.read(target);
                    let old = text
                        .lines()
                        .find(|it| it.starts_with(&format!("k{unit} =")))
                        .expect("a unit");
                    clone.edit(target, &format!("{old}\n"), &format!("k{unit} = {who} {round}\n"));
                    ok(clone, &["--handle", who, "accept", "ui/race", "-l", "es"]);
                    ok(clone, &["sync"]);
                });
            }
        });
    }
    for clone in &clones {
        ok(clone, &["sync"]);
    }
    ok(&clones[0], &["sync"]);
    assert_eq!(clones[0].read(target), clones[1].read(target));
    let facts = |clone: &Project| ok(clone, &["ledger", "verify", "--json"]);
    assert_eq!(facts(&clones[0]), facts(&clones[1]));
    let (text, facts) = (clones[0].read(target), ledger(&clones[0]));
    for round in 0..20 {
        for (at, who) in ["mara", "ana"].into_iter().enumerate() {
            let line = format!("k{} = {who} {round}", unit(round, at));
            let kept = text.lines().any(|it| it == line) || facts.contains(&format!("\"{line}\""));
            assert!(kept, "lost: {line}");
        }
    }
    for clone in &clones {
        assert_eq!(changed(clone), "");
    }
}

/// Killed at any moment, it is done by the next time.
#[test]
fn whenever_it_is_killed_the_next_time_goes_on() {
    let hub = Hub::new();
    let (project, other) = (hub.clone(), hub.clone());
    let words = ["Uno", "Dos", "Tres", "Cuatro"];
    for round in 0..24_u32 {
        let unit = ["one", "two", "three", "four"][round as usize % 4];
        for (clone, who) in [(&project, "mara"), (&other, "ana")] {
            let text = clone.read(TARGET);
            let old = text.lines().find(|it| it.starts_with(unit)).expect("a unit").to_owned();
            clone.edit(TARGET, &old, &format!("{unit} = {who} {round}"));
            ok(clone, &["--handle", who, "accept", "ui/m", "-l", "es"]);
        }
        ok(&other, &["sync"]);
        let mut child = command(&project, &["sync"])
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("it runs");
        std::thread::sleep(Duration::from_millis(u64::from(round) * 8));
        let _ = child.kill();
        let _ = child.wait();
        ok(&project, &["sync"]);
        assert_eq!(changed(&project), "", "{round}");
        ok(&other, &["sync"]);
        assert_eq!(project.read(TARGET), other.read(TARGET));
        assert!(project.read(TARGET).contains(&format!("{unit} = mara {round}")));
    }
    assert!(!words.iter().any(|it| project.read(TARGET).contains(it)));
    assert!(hub.git(&["fsck"]).is_empty());
}
