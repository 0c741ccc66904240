//! `hexapla serve`: it says where it listens, gives out a published release or opens the review room,
//! and ends when asked to.
#![cfg(unix)]

mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;
use support::Project;

/// A server that runs; killed where a test fails before it ends.
struct Running {
    child: Child,
    /// What it said first.
    said: String,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Running {
    fn start(project: &Project, args: &[&str]) -> Self {
        Self::of(project.command(&[&["serve", "--port", "0"], args].concat()))
    }

    fn of(mut command: Command) -> Self {
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("runs");
        let mut said = String::new();
        let mut lines = BufReader::new(child.stdout.take().expect("an output"));
        lines.read_line(&mut said).expect("a line");
        Self { child, said }
    }

    fn get(&self, path: &str) -> String {
        fetch(host(&self.said), path)
    }

    /// Sends a signal; gives the exit code and what was said on standard error.
    fn end(mut self, signal: &str) -> (Option<i32>, String) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", signal, &id]).status().expect("kill runs");
        assert!(sent.success());
        let status = self.child.wait().expect("it ends");
        let mut said = String::new();
        let mut errors = self.child.stderr.take().expect("an output");
        errors.read_to_string(&mut said).expect("text");
        (status.code(), said)
    }
}

/// `127.0.0.1:40123` of what tells an address.
fn host(said: &str) -> &str {
    let rest = said.split("http://").nth(1).expect("an address");
    rest.split('/').next().expect("an address")
}

fn fetch(host: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(host).expect("it listens");
    stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a socket");
    write!(stream, "GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n")
        .expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

/// A project in a repository whose title changed in a commit that was seen; with the commit's name.
fn changed() -> (Project, String) {
    let project = Project::of(&[
        ("hexapla.toml", CONFIG),
        ("workflows/standard.toml", "version = 1\n[[states]]\nname = \"translated\"\n"),
        ("src/a.ftl", "m = One\n"),
        ("out/es/a.ftl", "m = Uno\n"),
    ]);
    project.ok(&["accept", "--all", "--force"]);
    for args in [
        &["init", "-q", "."][..],
        &["config", "user.name", "Office"],
        &["config", "user.email", "office@example.org"],
        &["add", "-A"],
        &["commit", "-qm", "Begin"],
    ] {
        assert_eq!(project.git(args).code, 0, "{args:?}");
    }
    project.write("src/a.ftl", "m = One more\n");
    let author = "--author=Lena Ōta <lena@example.org>";
    assert_eq!(project.git(&["commit", "-qam", "Say it better", author]).code, 0);
    let revision = project.git(&["rev-parse", "HEAD"]).out.trim().to_owned();
    project.ok(&["impact", "--record", "--revision", &revision]);
    (project, revision)
}

const CONFIG: &str = "version = 1\nname = \"Test\"\nsource_locale = \"en\"\nlocales = [\"es\"]\n\
    ledger = \"ledger\"\nworkflows = \"workflows\"\n[collections.ui]\nformat = \"fluent\"\n\
    source = \"src/{path}.ftl\"\ntarget = \"out/{locale}/{path}.ftl\"\n";

/// The room of a project, in which git is asked who made commits by way of a script; `$asked` is a file.
fn with_git(project: &Project, script: &str) -> (Running, std::path::PathBuf) {
    use std::os::unix::fs::PermissionsExt;
    let (bin, asked) = (project.path("bin"), project.path("bin/asked"));
    let git = bin.join("git");
    let script = format!(
        "#!/bin/sh\nasked='{}'\ncase \"$*\" in *rev-list*) {script};; esac\nPATH=${{PATH#*:}} exec git \"$@\"\n",
        asked.display()
    );
    std::fs::create_dir(&bin).expect("made");
    std::fs::write(&git, script).expect("written");
    std::fs::set_permissions(&git, std::fs::Permissions::from_mode(0o755)).expect("set");
    let mut command = project.command(&["serve", "--port", "0"]);
    let path = std::env::var("PATH").expect("a path");
    command.env("PATH", format!("{}:{path}", bin.display()));
    (Running::of(command), asked)
}

/// How often git was asked.
fn times(asked: &std::path::Path) -> usize {
    std::fs::read_to_string(asked).unwrap_or_default().lines().count()
}

const UNIT: &str = "/unit/es?unit=ui%2Fa%23m";

#[test]
fn git_is_asked_once_who_made_a_commit_and_only_for_pages_that_show_one() {
    let (project, revision) = changed();
    let (room, asked) = with_git(&project, "echo once >> \"$asked\"");
    for path in [
        "/",
        "/queue/es",
        "/document/es?resource=ui%2Fa",
        "/library/ui",
        "/api/unit/es/offers?unit=ui%2Fa%23m",
    ] {
        assert!(room.get(path).starts_with("HTTP/1.1 200"), "{path}");
    }
    assert_eq!(times(&asked), 0);
    for path in
        [UNIT, UNIT, "/activity", "/api/activity", "/activity.atom", "/api/unit/es?unit=ui%2Fa%23m"]
    {
        let page = room.get(path);
        assert!(page.contains("Lena Ōta") && page.contains("Say it better"), "{path}: {page}");
        assert!(path == "/activity.atom" || page.contains(&revision), "{path}: {page}");
        assert_eq!(times(&asked), 1, "{path}");
    }
}

/// A git that hangs keeps no page from being shown, and is left alone after that.
#[test]
fn a_git_that_hangs_is_not_waited_for() {
    let (project, revision) = changed();
    let (room, asked) = with_git(&project, "echo once >> \"$asked\"; exec sleep 600");
    for path in [UNIT, "/activity", "/api/unit/es?unit=ui%2Fa%23m"] {
        let page = room.get(path);
        assert!(page.starts_with("HTTP/1.1 200") && page.contains(&revision), "{path}: {page}");
        assert!(!page.contains("Lena"), "{path}: {page}");
        assert_eq!(times(&asked), 1, "{path}");
    }
}

#[test]
fn diff_and_explain_tell_who_changed_a_source() {
    let (project, revision) = changed();
    let told = format!("by Lena Ōta in {revision} “Say it better”");
    let lines = |args: &[&str]| project.ok(args).split_whitespace().collect::<Vec<_>>().join(" ");
    for args in [&["diff"][..], &["explain", "ui/a#m"]] {
        assert!(lines(args).contains(&told), "{args:?}: {}", lines(args));
    }
    for args in [&["diff", "--json"][..], &["explain", "ui/a#m", "--json"], &["review", "--json"]] {
        let step = &project.json(args)[0]["steps"][0];
        assert_eq!(
            (&step["revision"], &step["author"], &step["subject"]),
            (&revision.as_str().into(), &"Lena Ōta".into(), &"Say it better".into()),
            "{args:?}"
        );
    }
    // Without a history everything else is told all the same.
    std::fs::remove_dir_all(project.path(".git")).expect("removed");
    let without = lines(&["diff"]);
    assert!(without.contains(&format!("in {revision}")) && !without.contains("Lena"), "{without}");
}

/// A project whose release is published to `store`.
fn published() -> Project {
    let project = Project::example();
    project.ok(&["keys", "init"]);
    project.ok(&["release", "build", "--channel", "preview"]);
    project.ok(&["release", "publish", "--channel", "preview", "--to", "store"]);
    project
}

#[test]
fn one_process_opens_the_room_and_serves_what_is_published_from_it() {
    let project = Project::example();
    project.ok(&["keys", "init"]);
    let args = ["--publish-to", "store", "--delivery-port", "0", "--handle", "ines", "--json"];
    let mut command = project.command(&[&["serve", "--port", "0"], &args[..]].concat());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("runs");
    let mut lines = BufReader::new(child.stdout.take().expect("an output"));
    let mut address = || {
        let mut line = String::new();
        lines.read_line(&mut line).expect("a line");
        let said: Value = serde_json::from_str(&line).expect("JSON");
        said["address"].as_str().expect("an address").to_owned()
    };
    let (said, store) = (address(), address());
    let room = Running { child, said };
    let store = |path: &str| fetch(host(&store), path);
    assert!(store("/preview/timestamp.json").starts_with("HTTP/1.1 404"), "not published yet");
    project.ok(&["release", "build", "--channel", "preview"]);
    project.ok(&["release", "publish", "--channel", "preview", "--to", "store"]);
    let pointer = store("/preview/timestamp.json");
    assert!(pointer.starts_with("HTTP/1.1 200"), "{pointer}");
    assert!(store("/queue/es").starts_with("HTTP/1.1 404"), "that is the room's");
    assert!(room.get("/queue/es").starts_with("HTTP/1.1 200"));
    assert!(room.get("/preview/timestamp.json").starts_with("HTTP/1.1 404"));
    let (code, said) = room.end("TERM");
    assert_eq!((code, said.as_str()), (Some(0), ""));
}

#[test]
fn a_published_release_is_served_until_a_signal() {
    let project = published();
    let running = Running::start(&project, &["--store", "store", "--max-age", "5"]);
    assert!(running.said.starts_with("serving store at http://127.0.0.1:"), "{}", running.said);
    let pointer = running.get("/preview/timestamp.json");
    assert!(pointer.starts_with("HTTP/1.1 200 OK\r\n"), "{pointer}");
    assert!(pointer.contains("\r\ncache-control: public, max-age=5\r\n"), "{pointer}");
    let (_, body) = pointer.split_once("\r\n\r\n").expect("a body");
    assert_eq!(body, project.read("store/preview/timestamp.json"));
    let index = running.get("/index.json");
    let index: Value =
        serde_json::from_str(index.split_once("\r\n\r\n").expect("a body").1).expect("JSON");
    assert_eq!(index["channels"][0]["channel"], "preview");
    assert!(index["channels"][0]["locales"].get("es-MX").is_some(), "{index}");
    assert_eq!(running.end("INT"), (Some(0), String::new()));
}

#[test]
fn sigterm_ends_it_too_and_the_address_is_there_for_programs() {
    let project = published();
    let running =
        Running::start(&project, &["--store", "store", "--default-locale", "en", "--json"]);
    let said: Value = serde_json::from_str(&running.said).expect("JSON");
    assert_eq!(said["event"], "listening");
    let led = running.get("/preview/latest/pages/about.md");
    assert!(led.starts_with("HTTP/1.1 302 Found\r\n"), "{led}");
    assert!(led.contains("\r\ncontent-language: en\r\n"), "{led}");
    assert!(led.contains("\r\nlocation: ../../../targets/en/pages/"), "{led}");
    assert_eq!(running.end("TERM"), (Some(0), String::new()));
}

#[test]
fn without_a_store_the_review_room_of_the_project_is_opened() {
    let project = Project::example();
    let running = Running::start(&project, &[]);
    let said = "serving Safer Online Network at http://127.0.0.1:";
    assert!(running.said.starts_with(said), "{}", running.said);
    let page = running.get("/");
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n") && page.contains("<html"), "{page}");
    assert_eq!(running.end("TERM").0, Some(0));
}

/// Makes the first account of a project's room.
fn add_admin(project: &Project) {
    project.write("word", "correct horse battery\n");
    project.ok(&["people", "add", "ines", "--role", "admin", "--password-file", "word"]);
}

#[test]
fn without_accounts_the_room_is_opened_to_nobody_but_this_machine() {
    let project = Project::of(&[]);
    let refused = |args: &[&str], why: &str| {
        let ran = project.run(&[&["serve", "--port", "0"], args].concat());
        assert_eq!((ran.code, &*ran.out), (2, ""), "{args:?} {}", ran.err);
        assert!(ran.err.contains(why), "{args:?} {}", ran.err);
        let hint =
            "hint: `hexapla people add HANDLE --role admin` makes accounts; without `--bind`";
        assert!(ran.err.contains(hint), "{args:?} {}", ran.err);
    };
    let nobody = "the review room has no accounts, so it is not opened at ";
    let anywhere = ["0.0.0.0", "::", "192.0.2.1", "::ffff:127.0.0.1"];
    for address in anywhere {
        refused(&["--bind", address], &format!("{nobody}{address}"));
        let header = ["--bind", address, "--proxy-header", "X-Remote-User"];
        refused(&header, &format!("{nobody}{address}"));
    }
    refused(&["--proxy-header", "X-Remote-User"], "names accounts, and there are none");
    // A room that was made and holds nobody has no accounts either.
    assert_ne!(project.run(&["people", "disable", "ines"]).code, 0);
    refused(&["--bind", "0.0.0.0"], nobody);
    add_admin(&project);
    for address in anywhere {
        let header = ["--bind", address, "--proxy-header", "X-Remote-User"];
        refused(&header, "with `--proxy-header` whoever reaches the room may be anybody");
    }
}

#[test]
fn with_accounts_the_room_is_opened_to_others_who_have_to_sign_in() {
    let project = Project::of(&[]);
    add_admin(&project);
    let running = Running::start(&project, &["--bind", "0.0.0.0", "--secure"]);
    let port = host(&running.said).rsplit(':').next().expect("a port").to_owned();
    let door = fetch(&format!("127.0.0.1:{port}"), "/people");
    assert!(door.starts_with("HTTP/1.1 303 See Other\r\n"), "{door}");
    assert!(door.contains("\r\nlocation: /sign-in?back=%2Fpeople\r\n"), "{door}");
    let cookie = door.lines().find(|it| it.starts_with("set-cookie: ")).expect("a cookie");
    assert!(cookie.starts_with("set-cookie: __Host-hexapla-session="), "{cookie}");
    assert!(cookie.contains("; Secure"), "{cookie}");
    assert_eq!(running.end("TERM").0, Some(0));
    // By a server in front, on this machine alone.
    let running = Running::start(&project, &["--proxy-header", "X-Remote-User"]);
    assert!(running.get("/people").starts_with("HTTP/1.1 303 "));
    assert_eq!(running.end("TERM").0, Some(0));
}

#[test]
fn what_cannot_be_served_is_told_with_the_next_step() {
    let project = Project::of(&[]);
    std::fs::remove_file(project.path("hexapla.toml")).expect("removed");
    project.write("store/stable/timestamp.json", "{}");
    let running = Running::start(&project, &["--store", "store"]);
    let port = host(&running.said).rsplit(':').next().expect("a port").to_owned();
    for (args, code, why, hint) in [
        (&["serve", "--port", "0", "-C", "store"][..], 2, "no hexapla.toml", "`hexapla init`"),
        (&["serve", "--store", "none"], 2, "`none` is no folder", "release publish --to"),
        (&["serve", "--store", "s3://a/b"], 2, "`s3://a/b` is no folder", "a bucket is given out"),
        (
            &["serve", "--store", "store", "--port", &port],
            6,
            "cannot listen on 127.0.0.1:",
            "--port",
        ),
        (&["serve", "--store", "store", "--bind", "192.0.2.1"], 6, "192.0.2.1:8080", "--bind"),
    ] {
        let ran = project.run(args);
        assert_eq!((ran.code, &*ran.out), (code, ""), "{args:?} {}", ran.err);
        assert!(ran.err.contains(why), "{}", ran.err);
        let told = ran.err.lines().find(|it| it.starts_with("hint: ")).unwrap_or_default();
        assert!(told.contains(hint), "{}", ran.err);
    }
    assert_eq!(running.end("INT").0, Some(0));
}
