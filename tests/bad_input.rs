//! Bad input ends in a located error or a kept text: never in a panic, a hang or a lost byte.

mod support;

use std::os::unix::fs::symlink;
use std::process::{Command, Stdio};

use support::{Project, Ran};

/// Every command that reads or writes a whole project, safe to run in any order.
const COMMANDS: [&[&str]; 11] = [
    &["status", "--by", "unit"],
    &["diff"],
    &["explain", "pages/good"],
    &["check", "--notes"],
    &["check", "--format", "sarif"],
    &["impact"],
    &["fill", "-l", "es"],
    &["accept", "--all", "--force"],
    &["ledger", "verify"],
    &["ledger", "compact"],
    &["release", "build", "--dry-run"],
];

/// A project with a page that is well, and its translation.
fn with(files: &[(&str, &[u8])]) -> Project {
    let project = Project::of(&[("src/good.md", "Hello.\n"), ("out/es/good.md", "Hola.\n")]);
    for (path, bytes) in files {
        project.write(path, bytes);
    }
    project
}

/// Asserts that a command ended by its own will, and that what it says is for people.
#[track_caller]
fn ends_well(args: &[&str], ran: &Ran) {
    let said = format!("{args:?} ended with {}\n{}{}", ran.code, ran.out, ran.err);
    assert!((0..=6).contains(&ran.code), "{said}");
    assert!(!said.contains("panicked") && !said.contains("RUST_BACKTRACE"), "{said}");
    if ran.err.contains("error:") {
        assert!(ran.err.contains("hint:"), "an error without the next step: {said}");
    }
}

/// Runs every command, and asserts that the file stays byte for byte while the good page is seen.
#[track_caller]
fn survives(project: &Project, path: &str) {
    let before = std::fs::read(project.path(path)).expect("a file");
    for args in COMMANDS {
        ends_well(args, &project.run(args));
    }
    assert_eq!(std::fs::read(project.path(path)).expect("a file"), before, "{path} was changed");
    assert_eq!(project.counts("pages/good", "es")["current"], 1, "the rest is read");
}

/// What `check` finds, as `path:line:column id`.
fn found(project: &Project) -> Vec<String> {
    let ran = project.run(&["check", "--format", "json"]);
    ends_well(&["check"], &ran);
    let findings: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let findings = findings.as_array().expect("findings").iter();
    findings
        .map(|it| {
            assert!(it["hint"].is_string(), "no hint: {it}");
            let text = |name: &str| it[name].as_str().expect("text");
            format!("{}:{}:{} {}", text("path"), it["line"], it["column"], text("check"))
        })
        .collect()
}

#[test]
fn what_is_no_text_is_located_and_kept() {
    let cases: [(&str, &[u8], &str); 9] = [
        ("src/a.md", b"# T\n\nab\xff cd\n", "src/a.md:3:3 invalid-utf-8"),
        ("src/a.ftl", b"a = b\nb = \xe9\n", "src/a.ftl:2:5 invalid-utf-8"),
        ("src/a.md", b"\xff\xfea\0b\0", "src/a.md:1:1 invalid-utf-8"),
        ("src/a.md", b"ab\r\ncd\0\n", "src/a.md:2:3 nul-character"),
        ("src/a.ftl", b"a = b\rc\nb = \0\n", "src/a.ftl:3:5 nul-character"),
        ("src/a.md", b"a\n<<<<<<< x\nb\n=======\nc\n>>>>>>> y\n", "src/a.md:2:1 conflict-marker"),
        ("src/a.md", b"+++\ntitle = \"x\n+++\nText.\n", "src/a.md:2:11 toml-syntax"),
        ("src/a.md", b"---\ntitle: [x\n---\nText.\n", "src/a.md:2:8 yaml-syntax"),
        ("src/a.md", b"+++\ntitle = \"x\"\nText.\n", "src/a.md:1:1 front-matter-unclosed"),
    ];
    for (source, bytes, expected) in cases {
        let target = source.replace("src/", "out/es/");
        for path in [source, &target] {
            let project = with(&[(path, bytes)]);
            if path == target {
                let text = if source.ends_with("md") { "Text.\n" } else { "a = b\n" };
                project.write(source, text);
            }
            survives(&project, path);
            let expected = expected.replace(source, path);
            assert!(found(&project).contains(&expected), "{expected}: {:?}", found(&project));
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_is_told_by_every_report_and_never_released() {
    let project = with(&[("src/a.md", b"one\xff\n"), ("out/es/a.md", b"uno\n")]);
    project.edit("workflows/standard.toml", "checks = \"error\"", "");
    let ran = project.run(&["status"]);
    assert!(
        ran.err.contains("src/a.md:1:4: expected UTF-8 text (hint: save the file"),
        "{}",
        ran.err
    );
    let why = project.ok(&["explain", "pages/a"]);
    assert!(why.contains("the source cannot be read"), "{why}");
    let closed = project.run(&["release", "build"]);
    assert_eq!(closed.code, 1, "no channel may ship what nobody can read: {}", closed.out);
    assert!(closed.out.contains("pages/a") && closed.out.contains("invalid-utf-8"));
    assert!(!project.path(".hexapla/releases").exists());
    project.write("src/a.md", "one\n");
    project.ok(&["release", "build"]);
}

#[test]
fn nothing_is_filled_into_a_file_that_cannot_be_read_and_the_rest_is_filled() {
    let project =
        with(&[("src/a.md", b"one\n"), ("out/es/a.md", b"\xff\n"), ("src/b.md", b"two\n")]);
    let ran = project.run(&["fill", "-l", "es"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("error: out/es/a.md:1:1: expected UTF-8 text\nhint: save"),
        "{}",
        ran.err
    );
    assert_eq!(ran.out, "wrote out/es/b.md\n1 file\n");
    assert_eq!(std::fs::read(project.path("out/es/a.md")).expect("a file"), b"\xff\n");
}

#[test]
fn marks_line_ends_and_empty_files_are_no_mistakes() {
    let texts: [&[u8]; 8] = [
        b"",
        b"\n\n\n",
        b"\xef\xbb\xbf",
        b"\xef\xbb\xbfone = 1\r\ntwo = 2\r\n",
        b"one = 1\rtwo = 2\r",
        b"one = 1\r\ntwo = 2\nthree = 3\r",
        b"\xef\xbb\xbf\r\none = 1",
        b"     ",
    ];
    for text in texts {
        for path in ["src/a.md", "src/a.ftl", "out/es/a.md", "out/es/a.ftl"] {
            let project = with(&[(path, text)]);
            survives(&project, path);
            let errors = found(&project);
            // A lone CR ends no line of Fluent, and is told where it makes a text of two.
            assert!(errors.is_empty() || text.contains(&b'\r'), "{path} {text:?}: {errors:?}");
        }
    }
    // A target keeps its own line ends and mark where a unit of it is edited.
    let project = with(&[
        ("src/a.ftl", b"one = 1\ntwo = 2\n"),
        ("out/es/a.ftl", b"\xef\xbb\xbfone = uno\r\ntwo = dos\r\n"),
    ]);
    project.ok(&["accept", "ui/a#two", "-l", "es", "--text", "two = zwei"]);
    let bytes = std::fs::read(project.path("out/es/a.ftl")).expect("a file");
    assert_eq!(bytes, b"\xef\xbb\xbfone = uno\r\ntwo = zwei\r\n");
}

#[test]
fn deep_nesting_is_told_or_read() {
    let deep = |open: &str, close: &str| {
        format!("a = b\ndeep = {{ {}1{} }}\nz = y\n", open.repeat(5_000), close.repeat(5_000))
    };
    for text in [deep("{", "}"), deep("A(", ")"), deep("{ $x ->\n *[a] \"", "\n }")] {
        let project = with(&[("src/a.ftl", text.as_bytes()), ("out/es/a.ftl", text.as_bytes())]);
        survives(&project, "src/a.ftl");
        survives(&project, "out/es/a.ftl");
        let (expected, counts) = (["out/es", "src"], project.counts("ui/a", "es"));
        for path in expected.map(|it| format!("{it}/a.ftl:2:1 fluent-too-deep")) {
            assert!(found(&project).contains(&path), "{:?}", found(&project));
        }
        assert_eq!(counts["units"], 2, "its neighbours are read: {counts}");
    }
    let lists: String = (0..500).map(|at| format!("{}- x\n", "  ".repeat(at))).collect();
    let quotes: String = (0..500).map(|at| format!("{}x\n\n", "> ".repeat(at))).collect();
    for text in [
        "> ".repeat(5_000) + "x\n",
        "- ".repeat(5_000) + "x\n",
        "1. > ".repeat(5_000) + "x\n",
        format!("{}x{}\n", "[".repeat(5_000), "](y)".repeat(5_000)),
        "*a **b ".repeat(5_000),
        "<div>\n".repeat(5_000),
        "{{< a ".repeat(5_000),
        "[^1]: ".repeat(5_000),
        format!("---\ntitle: {}\n---\n", "[".repeat(5_000)),
        format!("+++\ntitle = {}\n+++\n", "[".repeat(5_000)),
        format!("+++\n{}\n+++\n", "[a]\nb.".repeat(5_000)),
        lists,
        quotes,
    ] {
        survives(&with(&[("src/a.md", text.as_bytes())]), "src/a.md");
    }
}

#[test]
fn a_hundred_megabytes_are_told_and_an_asset_of_them_is_carried() {
    let project = with(&[]);
    let config = project.read("hexapla.toml")
        + "[collections.files]\nformat = \"asset\"\nsource = \"src/{path}.bin\"\n\
           target = \"out/{locale}/{path}.bin\"\n";
    project.write("hexapla.toml", config);
    let large = |path: &str, size| {
        let file = std::fs::File::create(project.path(path)).expect("a file");
        file.set_len(size).expect("room");
    };
    for path in ["src/a.md", "src/a.ftl", "out/es/b.ftl", "out/es/a.bin"] {
        large(path, 100_000_000);
    }
    large("src/a.bin", 100_000_001);
    project.write("src/b.ftl", "a = b\n");
    let told = ["out/es/b.ftl", "src/a.ftl", "src/a.md"];
    let told = told.map(|path| format!("{path}:1:1 file-too-large"));
    let mut found = found(&project);
    found.sort();
    assert_eq!(found, told);
    project.ok(&["accept", "files/a", "-l", "es"]);
    assert_eq!(project.counts("files/a", "es")["current"], 1);
    for name in ["src/a.md", "src/a.ftl", "out/es/b.ftl"] {
        std::fs::remove_file(project.path(name)).expect("removed");
    }
    project.ok(&["release", "build", "--into", "store"]);
    project.ok(&["pull", "store", "--into", "site"]);
    let released = std::fs::read(project.path("site/es/files/a.bin")).expect("a file");
    assert!(released == vec![0; 100_000_000]);
}

#[test]
fn the_largest_text_is_read_and_a_file_of_nothing_but_mistakes_is_told_in_part() {
    let words = "word ".repeat(3_000_000);
    let project = with(&[("src/a.md", words.as_bytes())]);
    assert_eq!(project.counts("pages/a", "es")["missing"], 1);
    let junk = "junk\n".repeat(1_000_000);
    let project = with(&[("src/a.ftl", junk.as_bytes())]);
    let found = found(&project);
    assert_eq!(found.len(), 1_001);
    assert!(found[1_000].ends_with("many-problems"), "{}", found[1_000]);
}

#[test]
fn a_message_that_stands_twice_is_located_and_released_once() {
    let project = with(&[
        ("src/a.ftl", b"one = 1\ntwo = 2\none = again\n"),
        ("out/es/a.ftl", b"one = uno\ntwo = dos\n\ntwo = otra\n"),
    ]);
    survives(&project, "src/a.ftl");
    survives(&project, "out/es/a.ftl");
    let expected = ["src/a.ftl:3:1 fluent-duplicate-id", "out/es/a.ftl:4:1 fluent-duplicate-id"];
    assert_eq!(found(&project), expected);
    assert_eq!(project.counts("ui/a", "es")["units"], 2);
    project.edit("workflows/standard.toml", "checks = \"error\"", "");
    project.ok(&["release", "build", "--into", "store"]);
    project.ok(&["pull", "store", "--into", "site"]);
    let released = project.read("site/es/ui.ftl");
    assert_eq!(released.matches("two = ").count(), 1, "{released}");
    assert!(released.contains("two = dos"), "{released}");
}

#[test]
fn configs_that_leave_the_project_or_share_files_are_located() {
    let cases = [
        ("src/{path}.md", "../{path}.md", "hexapla.toml:7:10: `../{path}.md` is not a path within"),
        ("src/{path}.md", "/etc/{path}.md", "hexapla.toml:7:10: `/etc/{path}.md` is not a path"),
        ("out/{locale}/{path}.md", "a/../../{locale}/{path}", "hexapla.toml:8:10: "),
        ("out/{locale}/{path}.md", "C:\\\\{locale}{path}", "hexapla.toml:8:10: "),
        (
            "name = \"Test\"",
            "name = \"Test\"\nledger = \"../x\"",
            "hexapla.toml:3:10: `../x` is not a",
        ),
        ("name = \"Test\"", "name = \"Test\"\nworkflows = \"/etc\"", "hexapla.toml:3:13: `/etc`"),
        (
            "[collections.pages]",
            "[collections.\"../up\"]",
            "hexapla.toml:5:14: `../up` is not a name",
        ),
        ("locales = [\"es\"]", "locales = [\"../es\"]", "hexapla.toml:4:12: "),
        (
            "fields = [",
            "workflow = \"../x\"\nfields = [",
            "hexapla.toml:9:12: `../x` is not a folder",
        ),
        ("src/{path}.ftl", "src/{path}.md", ""),
        ("version = 1", "version = 7", "hexapla.toml:1:11: version 7 is not known"),
    ];
    for (from, to, expected) in cases {
        let project = with(&[]);
        project.edit("hexapla.toml", from, to);
        if expected.is_empty() {
            project.edit("hexapla.toml", "out/{locale}/{path}.ftl", "out/{locale}/{path}.md");
        }
        for args in COMMANDS {
            let ran = project.run(args);
            assert_eq!((ran.code, ran.out.as_str()), (3, ""), "{to}: {}", ran.err);
            assert!(ran.err.contains(expected) && ran.err.contains("hint: "), "{}", ran.err);
            assert!(ran.err.contains("error: hexapla.toml:"), "{}", ran.err);
        }
    }
    let project = with(&[("workflows/standard.toml", b"version = 2\nnew = 1\n")]);
    let ran = project.run(&["status"]);
    let expected = "error: workflows/standard.toml:1:11: version 2 is not known, only version 1";
    assert!(ran.code == 3 && ran.err.starts_with(expected), "{}", ran.err);
}

#[test]
fn links_lead_nowhere_else_and_never_round() {
    let project = with(&[]);
    let elsewhere = with(&[("secret.md", b"Secret.\n"), ("ledger/a.txt", b"")]);
    let link = |to: &std::path::Path, from: &str| symlink(to, project.path(from)).expect("a link");
    link(&project.path("src"), "src/round");
    link(&elsewhere.path("secret.md"), "src/secret.md");
    link(&elsewhere.path("src"), "src/other");
    link(&project.path("nowhere.md"), "src/nowhere.md");
    survives(&project, "src/good.md");
    let told = project.run(&["status"]).err;
    for (path, why) in [
        ("src/round", "leads back to `src`"),
        ("src/secret.md", "leads out of the project"),
        ("src/other", "leads out of the project"),
        ("src/nowhere.md", "leads nowhere"),
    ] {
        let line = told.lines().find(|line| line.contains(&format!("{path}: "))).expect(path);
        assert!(line.contains(why) && line.contains("(hint: "), "{line}");
    }
    let units = project.ok(&["status", "--by", "unit"]);
    assert!(!units.contains("secret") && !units.contains("other"), "{units}");
    // Neither is a target written through a link, nor the ledger.
    project.write("src/new/a.md", "New.\n");
    link(&elsewhere.root().join("src"), "out/es/new");
    let ran = project.run(&["fill", "pages/new/a", "-l", "es"]);
    assert!(ran.code == 2 && ran.err.contains("leads out of the project"), "{}", ran.err);
    assert!(!elsewhere.path("src/a.md").exists());
    std::fs::remove_dir_all(project.path("translations")).expect("a ledger");
    std::fs::create_dir(project.path("translations")).expect("a folder");
    link(&elsewhere.path("ledger"), "translations/ledger");
    for args in [&["status"][..], &["accept", "--all", "--force"], &["ledger", "compact"]] {
        let ran = project.run(args);
        assert!(ran.code == 2 && ran.err.contains("leads out of the project"), "{}", ran.err);
    }
    assert_eq!(std::fs::read_dir(elsewhere.path("ledger")).expect("a folder").count(), 1);
}

#[test]
fn names_that_are_one_elsewhere_are_told_and_never_released_together() {
    let project = with(&[("src/Good.md", b"Other.\n"), ("src/a#b.md", b"No name.\n")]);
    survives(&project, "src/Good.md");
    let told = project.run(&["status"]).err;
    assert!(
        told.contains("src/good.md: differs from `src/Good.md` only in case (hint: "),
        "{told}"
    );
    assert!(told.contains("src/a#b.md: ") && told.contains("not a resource name"), "{told}");
    let ran = project.run(&["release", "build"]);
    assert!(ran.code == 1 && ran.err.contains("hint: rename the source"), "{}", ran.err);
    assert!(!project.path(".hexapla/releases").exists());
    std::fs::remove_file(project.path("src/Good.md")).expect("removed");
    project.write("src/con.md", "A device on Windows.\n");
    let ran = project.run(&["release", "build"]);
    assert!(ran.code == 1 && ran.err.contains("pages/con."), "{}", ran.err);
}

#[test]
fn a_resource_in_two_collections_is_told_and_counted_once() {
    let project = with(&[]);
    let config = project.read("hexapla.toml");
    let again = "[collections.special]\nformat = \"markdown\"\nsource = \"src/{path}.md\"\n\
                 target = \"out/{locale}/{path}.md\"\ninclude = [\"go*\"]\n";
    project.write("hexapla.toml", config + again);
    survives(&project, "out/es/good.md");
    let told = project.run(&["status"]).err;
    for what in ["src/good.md: is a source", "out/es/good.md: is a target"] {
        let line = told.lines().find(|line| line.contains(what)).expect(what);
        assert!(
            line.contains("two collections, `pages` and `special` (hint: set `include`"),
            "{line}"
        );
    }
    assert_eq!(project.ok(&["status", "--by", "unit"]).matches("pages/good#").count(), 1);
}

#[test]
fn what_stands_in_the_place_of_a_file_or_folder_is_told() {
    let io = |project: &Project, args: &[&str], path: &str| {
        let ran = project.run(args);
        assert_eq!(ran.code, 6, "{args:?} {}{}", ran.out, ran.err);
        assert!(ran.err.contains(path) && ran.err.contains("hint: "), "{}", ran.err);
    };
    let project = with(&[("src/a.md", b"one\n")]);
    std::fs::create_dir_all(project.path("out/es/a.md")).expect("a folder");
    io(&project, &["fill", "-l", "es"], "out/es/a.md");
    std::fs::remove_dir(project.path("out/es/a.md")).expect("removed");
    // Nobody ever writes into this pipe.
    let made = Command::new("mkfifo").arg(project.path("out/es/a.md")).status();
    assert!(made.expect("mkfifo runs").success());
    io(&project, &["fill", "-l", "es"], "out/es/a.md");
    std::fs::remove_file(project.path("out/es/a.md")).expect("removed");
    project.write("translations/ledger", "no folder");
    io(&project, &["status"], "translations/ledger");
    io(&project, &["accept", "--all", "--force"], "translations/ledger");
    assert_eq!(project.read("translations/ledger"), "no folder");
    std::fs::remove_file(project.path("translations/ledger")).expect("removed");
    std::fs::remove_dir_all(project.path(".hexapla")).expect("a lock");
    project.write(".hexapla", "no folder");
    io(&project, &["accept", "--all", "--force"], ".hexapla");
    io(&project, &["release", "build"], ".hexapla");
    project.ok(&["status"]);
    std::fs::remove_file(project.path(".hexapla")).expect("removed");
    project.ok(&["release", "build", "--into", "store"]);
    project.write("site", "no folder");
    io(&project, &["pull", "store", "--into", "site"], "site");
    assert_eq!(project.read("site"), "no folder");
}

/// A command whom permissions bind, though the tests may run as the one user whom they do not.
fn bound(project: &Project, args: &[&str]) -> Option<Command> {
    let plain = project.command(args);
    project.write("probe", "");
    forbid(project, "probe");
    let probe = project.path("probe");
    if std::fs::read(&probe).is_err() {
        return Some(plain);
    }
    let without = ["--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"];
    let read = Command::new("setpriv").args(without).arg("cat").arg(probe).output();
    if read.is_ok_and(|it| it.status.success()) || Command::new("setpriv").output().is_err() {
        println!("skipped: no permission stops this user");
        return None;
    }
    let mut command = Command::new("setpriv");
    command
        .args(without)
        .arg(plain.get_program())
        .args(plain.get_args())
        .current_dir(project.root());
    for (name, value) in plain.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    Some(command)
}

fn forbid(project: &Project, path: &str) {
    set_mode(project, path, 0o0);
}

fn set_mode(project: &Project, path: &str, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::Permissions::from_mode(mode);
    std::fs::set_permissions(project.path(path), mode).expect("to be the owner");
}

#[test]
fn what_may_not_be_read_is_told_and_never_released() {
    let project =
        with(&[("src/a.md", b"one\n"), ("out/es/a.md", b"uno\n"), ("src/sub/b.md", b"x\n")]);
    project.ok(&["accept", "--all", "--force"]);
    forbid(&project, "out/es/a.md");
    forbid(&project, "src/sub");
    for args in [&["status"][..], &["check"], &["diff"], &["release", "build"]] {
        let Some(mut command) = bound(&project, args) else { return };
        let ran = support::ran(command.output().expect("it runs"));
        assert_eq!(ran.code, 6, "{args:?} {}{}", ran.out, ran.err);
        for path in ["out/es/a.md", "src/sub"] {
            let told = format!("error: {path}: cannot be read: permission denied");
            assert!(
                ran.err.to_lowercase().contains(&told) && ran.err.contains("hint: "),
                "{}",
                ran.err
            );
        }
        assert_eq!(args == ["status"], ran.out.contains("1 current"), "the rest is read");
    }
    assert!(!project.path(".hexapla/releases").exists());
    set_mode(&project, "out/es/a.md", 0o644);
    set_mode(&project, "src/sub", 0o755);
    let ledger = project.path("translations/ledger");
    let act = std::fs::read_dir(&ledger).expect("a ledger").next().expect("an act").expect("read");
    let act = format!("translations/ledger/{}", act.file_name().to_string_lossy());
    forbid(&project, &act);
    let Some(mut command) = bound(&project, &["status"]) else { return };
    let ran = support::ran(command.output().expect("it runs"));
    assert!(ran.code == 6 && ran.err.contains(&act), "facts may be missing: {}", ran.err);
}

#[test]
fn what_may_not_be_written_is_left_alone() {
    let project = with(&[("src/a.ftl", b"one = 1\n"), ("out/es/a.ftl", b"one = uno\n")]);
    let text = ["accept", "ui/a#one", "-l", "es", "--text", "one = eins"];
    for (path, mode, back) in [("out/es/a.ftl", 0o444, 0o644), ("out/es", 0o555, 0o755)] {
        set_mode(&project, path, mode);
        let Some(mut command) = bound(&project, &text) else { return };
        let ran = support::ran(command.output().expect("it runs"));
        assert_eq!(ran.code, 6, "{}{}", ran.out, ran.err);
        assert!(ran.err.contains("out/es/a.ftl") && ran.err.contains("as it was"), "{}", ran.err);
        assert_eq!(project.read("out/es/a.ftl"), "one = uno\n");
        set_mode(&project, path, back);
    }
    project.ok(&text);
    assert_eq!(project.read("out/es/a.ftl"), "one = eins\n");
}

/// Runs a script in a copy of the project on a disk of 512 KiB that is gone afterwards; nothing
/// where the system lets nobody mount one.
fn on_tiny_disk(project: &Project, script: &str) -> Option<Ran> {
    let disk = tempfile::tempdir().expect("a folder");
    let mount = "mount -t tmpfs -o size=512k tmpfs \"$0\"";
    let run = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--mount", "--map-root-user", "sh", "-c", script]).arg(disk.path());
        command.arg(project.root()).env("PATH_OF_HEXAPLA", env!("CARGO_BIN_EXE_hexapla"));
        for (name, value) in project.command(&["status"]).get_envs() {
            value.map(|value| command.env(name, value));
        }
        command.stdin(Stdio::null()).output()
    };
    if !run(mount).is_ok_and(|output| output.status.success()) {
        println!("skipped: this system lets nobody mount a tiny disk");
        return None;
    }
    let hexapla = "hexapla() { \"$PATH_OF_HEXAPLA\" \"$@\" 2>&1; echo \"code $?\"; }";
    let script = format!("{mount} && cp -r \"$1\"/. \"$0\" && cd \"$0\" && {hexapla}\n{script}");
    Some(support::ran(run(&script).expect("it runs")))
}

#[test]
fn a_full_disk_keeps_the_old_bytes_and_says_so() {
    let project = with(&[("src/a.ftl", b"one = 1\n"), ("out/es/a.ftl", b"one = uno\n")]);
    project.ok(&["accept", "--all", "--force"]);
    project.ok(&["release", "build", "--into", "store"]);
    project.ok(&["pull", "store", "--into", "site"]);
    let script = "mkdir -p .hexapla && : > .hexapla/lock && printf '*\n' > .hexapla/.gitignore
        sums() { find . -type f ! -name filler ! -name '*lock' ! -path './.hexapla/*' -exec sha256sum {} + | sort; }
        before=$(sums)
        cat /dev/zero > filler 2>/dev/null
        hexapla status | tail -1
        hexapla status > report; cat report; rm -f report
        hexapla accept ui/a#one -l es --text 'one = eins'
        hexapla release build --into store
        hexapla release build --into other
        [ \"$before\" = \"$(sums)\" ] && echo same bytes
        rm filler
        hexapla ledger verify
        hexapla release verify site
        hexapla accept ui/a#one -l es --text 'one = eins'
        cat out/es/a.ftl";
    let Some(ran) = on_tiny_disk(&project, script) else { return };
    println!("{}", ran.out);
    assert!(ran.out.starts_with("code 0\n"), "reading needs no room");
    assert_eq!(ran.out.matches("No space left on device").count(), 2, "{}", ran.out);
    assert_eq!(ran.out.matches("hint: free some space; the file is as it was").count(), 2);
    assert!(ran.out.contains("same bytes"), "{}", ran.out);
    assert!(ran.out.ends_with("code 0\none = eins\n"), "{}", ran.out);
}

#[test]
fn a_report_that_cannot_be_written_is_an_error_and_no_crash() {
    let full = std::path::Path::new("/dev/full");
    if !full.exists() {
        println!("skipped: this system has no `/dev/full`");
        return;
    }
    let project = with(&[]);
    let reports = [&["release", "list"][..], &["completions", "bash"], &["explain", "pages/good"]];
    for args in COMMANDS.into_iter().chain(reports) {
        let full = || std::fs::File::options().write(true).open(full).expect("a device");
        let mut command = project.command(args);
        let ran = support::ran(command.stdout(full()).output().expect("it runs"));
        assert_eq!(ran.code, 6, "{args:?}: {}", ran.err);
        assert!(ran.err.contains("cannot write to standard output") && ran.err.contains("hint: "));
        let silent = project.command(args).stderr(full()).output().expect("it runs");
        assert!(matches!(silent.status.code(), Some(0 | 1)), "{args:?}");
        // A reader that has had enough is no error.
        let mut command = project.command(args);
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let ran = support::ran(command.stdout(writer).output().expect("it runs"));
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}");
    }
    assert_eq!(project.counts("pages/good", "es")["current"], 1, "what was accepted stands");
}

/// The one act of a ledger: its path and text.
fn act(project: &Project) -> (String, String) {
    let folder = std::fs::read_dir(project.path("translations/ledger")).expect("a ledger");
    let acts: Vec<_> = folder.map(|it| it.expect("an act").file_name()).collect();
    assert_eq!(acts.len(), 1);
    let path = format!("translations/ledger/{}", acts[0].to_string_lossy());
    (path.clone(), project.read(&path))
}

#[test]
fn a_ledger_that_was_cut_is_located_and_nothing_rests_on_it() {
    let project = with(&[("src/b.md", b"Two.\n"), ("out/es/b.md", b"Dos.\n")]);
    project.ok(&["accept", "--all", "--force"]);
    let (path, text) = act(&project);
    let first = text.lines().next().expect("a line").len();
    let cases = [
        (text[..first / 2].to_owned(), "1:"),
        (text[..first + 1].to_owned(), "1:1: the file is not the one it is named after"),
        (text.replacen('}', "", 1), "1:"),
        (format!("garbage\n{text}"), "1:1: the line is cut or damaged"),
        (format!("{}\n{text}", "[".repeat(100_000)), "1:"),
        (text.replacen("\"v\":1", "\"v\":0", 1), "1:1: the line is cut or damaged: there is no"),
        (text.replacen("\"v\":1", "\"v\":1,\"fork\":1", 1), "1:"),
    ];
    for (damaged, place) in cases {
        project.write(&path, &damaged);
        for args in [&["status"][..], &["check"], &["ledger", "verify"], &["ledger", "compact"]] {
            let ran = project.run(args);
            assert_eq!(ran.code, 5, "{args:?} {}", ran.err);
            assert!(ran.err.contains(&format!("error: {path}:{place}")), "{}", ran.err);
            assert!(ran.err.contains("hint: restore the file from git"), "{}", ran.err);
        }
        for args in [&["accept", "pages"][..], &["fill", "-l", "es"], &["release", "build"]] {
            project.write("src/new.md", "New.\n");
            let ran = project.run(args);
            ends_well(args, &ran);
            let writes = args[0] != "accept" || ran.out.contains("accepted");
            assert!(!writes || ran.code == 5 || ran.out.contains("accepted 0"), "{}", ran.out);
        }
        assert_eq!(project.read(&path), damaged, "it is left as it is");
        assert!(!project.path("out/es/new.md").exists());
        std::fs::remove_file(project.path("src/new.md")).expect("removed");
    }
    project.write(&path, text.replace('\n', "\r\n"));
    project.ok(&["ledger", "verify"]);
    project.write(&path, text.replacen("\"v\":1", "\"v\":2", 1));
    for args in COMMANDS {
        let ran = project.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (5, ""), "{args:?} {}", ran.err);
        assert!(ran.err.contains(&format!("{path}:1:1: written in version 2 of the ledger")));
        assert!(ran.err.contains("hint: update hexapla; nothing was changed"), "{}", ran.err);
    }
    project.write(&path, &text);
    assert_eq!(project.counts("pages/b", "es")["current"], 1);
}

#[test]
fn two_ledgers_that_disagree_are_both_heard_in_any_order() {
    let ours = with(&[]);
    ours.ok(&["accept", "--all", "--force"]);
    let theirs = with(&[]);
    support::copy(&ours.path("translations"), &theirs.path("translations"));
    // The same unit: another text and a doubt here, another text and a higher state there.
    let unit = {
        let rows = ours.json(&["status", "--by", "unit", "--format", "json"]);
        rows[0]["unit"].as_str().expect("a unit").to_owned()
    };
    ours.ok(&["reopen", &unit, "-l", "es", "--handle", "ada"]);
    ours.ok(&["accept", &unit, "-l", "es", "--text", "Buenas.", "--handle", "ada"]);
    theirs.ok(&["accept", &unit, "-l", "es", "--state", "reviewed", "--handle", "eva"]);
    theirs.ok(&["accept", &unit, "-l", "es", "--text", "Saludos.", "--handle", "eva"]);
    let both = |from: &Project, to: &Project| {
        let merged = with(&[]);
        for project in [from, to] {
            support::copy(&project.path("translations"), &merged.path("translations"));
        }
        merged
    };
    let (one, other) = (both(&ours, &theirs), both(&theirs, &ours));
    let states = [
        ("Hola.\n", "unverified", "", "the first text is doubted"),
        ("Buenas.\n", "current", "translated", "ours is vouched for"),
        ("Saludos.\n", "current", "translated", "theirs is too"),
        ("Algo.\n", "unverified", "", "nobody vouched for this"),
    ];
    for (text, freshness, state, why) in states {
        let answers = [&one, &other].map(|project| {
            project.write("out/es/good.md", text);
            project.ok(&["ledger", "compact"]);
            project.ok(&["ledger", "verify"]);
            project.ok(&["explain", "pages/good", "--json"])
                + &project.counts("pages/good", "es").to_string()
        });
        assert_eq!(answers[0], answers[1], "the order tells nothing");
        let counts = one.counts("pages/good", "es");
        assert_eq!(counts[freshness], 1, "{why}: {counts}");
        assert!(state.is_empty() || counts["states"][state] == 1, "{why}: {counts}");
    }
    // Neither text that was replaced is lost.
    let explained = one.ok(&["explain", "pages/good", "--json"]);
    for by in ["ada", "eva", "mara"] {
        assert!(explained.contains(by), "{explained}");
    }
}
