//! People who work at once lose nothing, and nobody attests against a source they were not shown.

mod support;

use std::process::{Child, Stdio};

use support::{Project, Ran};

const MANY: usize = 8;

fn messages(word: &str) -> String {
    (0..MANY).map(|number| format!("m{number} = {word} {number}\n")).collect()
}

fn project() -> Project {
    Project::of(&[("src/a.ftl", &messages("one")), ("out/es/a.ftl", &messages("uno"))])
}

/// Runs commands at once; gives how each ended.
fn at_once(project: &Project, commands: &[Vec<String>]) -> Vec<Ran> {
    let start = |args: &Vec<String>| {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let mut command = project.command(&args);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs")
    };
    let started: Vec<Child> = commands.iter().map(start).collect();
    let end = |child: Child| support::ran(child.wait_with_output().expect("it ends"));
    started.into_iter().map(end).collect()
}

fn args(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

#[test]
fn eight_who_accept_at_once_are_all_on_record() {
    let project = project();
    let accept = |number| args(&format!("accept ui/a#m{number} -l es --handle h{number}"));
    let mut commands: Vec<Vec<String>> = (0..MANY).map(accept).collect();
    // One packs what the others record.
    commands.insert(4, args("ledger compact"));
    for ran in at_once(&project, &commands) {
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    }
    let counts = project.counts("ui/a", "es");
    assert_eq!(counts["current"], MANY, "{counts}");
    let explained = project.ok(&["explain", "ui/a", "-l", "es", "--json"]);
    for number in 0..MANY {
        assert!(explained.contains(&format!("\"h{number}\"")), "h{number} is lost");
    }
    project.ok(&["ledger", "verify"]);
}

#[test]
fn eight_who_write_one_file_at_once_overwrite_nobody() {
    let project = project();
    let write = |number| {
        let mut command = args(&format!("accept ui/a#m{number} -l es --text"));
        command.push(format!("m{number} = nuevo {number}"));
        command
    };
    let mut left: Vec<usize> = (0..MANY).collect();
    while !left.is_empty() {
        let commands: Vec<Vec<String>> = left.iter().map(|number| write(*number)).collect();
        let ended = at_once(&project, &commands);
        let before = left.len();
        left =
            left.into_iter().zip(&ended).filter(|(_, ran)| ran.code != 0).map(|it| it.0).collect();
        assert!(left.len() < before, "of those who write at once, one gets through");
        for ran in ended.iter().filter(|ran| ran.code != 0) {
            assert_eq!(ran.code, 4, "{}{}", ran.out, ran.err);
            assert!(ran.err.contains("`out/es/a.ftl` is no longer as it was shown"), "{}", ran.err);
            assert!(ran.err.contains("hint: look at it again and repeat the command"));
        }
    }
    assert_eq!(project.read("out/es/a.ftl"), messages("nuevo"));
    assert_eq!(project.counts("ui/a", "es")["current"], MANY);
}

#[test]
fn a_source_that_moved_on_is_not_attested() {
    let project = project();
    project.ok(&["accept", "--all", "--force"]);
    project.edit("src/a.ftl", "m3 = one 3", "m3 = three");
    let shown = project.json(&["diff", "ui/a#m3", "-l", "es", "--json"]);
    let shown = shown[0]["source_fingerprint"].as_str().expect("a fingerprint");
    let accept = ["accept", "ui/a#m3", "-l", "es", "--expect", shown];
    let ledger = || std::fs::read_dir(project.path("translations/ledger")).expect("acts").count();
    let acts = ledger();
    project.edit("src/a.ftl", "m3 = three", "m3 = not three");
    let ran = project.run(&accept);
    assert_eq!((ran.code, ran.out.as_str()), (4, ""), "{}", ran.err);
    assert_eq!(
        ran.err,
        "error: the source of `ui/a#m3` is no longer the one shown\n\
         hint: look at it again with `hexapla diff`; nothing was recorded\n"
    );
    let write = [&accept[..], &["--text", "m3 = tres"]].concat();
    assert_eq!(project.run(&write).code, 4);
    assert_eq!((ledger(), project.read("out/es/a.ftl")), (acts, messages("uno")));
    assert_eq!(project.counts("ui/a", "es")["stale"], 1);
    project.edit("src/a.ftl", "m3 = not three", "m3 = three");
    project.ok(&accept);
    assert_eq!(project.counts("ui/a", "es")["current"], MANY);
}
