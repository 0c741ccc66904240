//! How far long work is stands in a line on a terminal, and nowhere else.
#![cfg(target_os = "linux")]

mod support;

use std::fs::File;
use std::os::unix::process::ExitStatusExt;
use std::process::Command;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use support::Project;
use support::terminal::{OnTerminal, screen};

const ACCEPT: [&str; 3] = ["accept", "--all", "--force"];
const WAITS: &str = "waiting for another writer";

fn project() -> Project {
    Project::of(&[("src/a.ftl", "one = One\n"), ("out/es/a.ftl", "one = Uno\n")])
}

/// Keeps a command waiting that writes, for as long as a test likes.
fn keep_waiting(project: &Project) -> File {
    std::fs::create_dir_all(project.path(".hexapla")).expect("created");
    let file = File::create(project.path(".hexapla/lock")).expect("a lock");
    file.lock().expect("locked");
    file
}

#[test]
fn a_terminal_shows_what_takes_long_and_clears_it_before_anything_else_is_said() {
    for columns in [12, 80] {
        let project = project();
        let lock = keep_waiting(&project);
        let mut command = project.command(&ACCEPT);
        let running = OnTerminal::start(command.env("TERM", "xterm"), columns);
        let shown: String = WAITS.chars().take(usize::from(columns)).collect();
        running.wait_for(&shown);
        drop(lock);
        let (status, said) = running.end();
        assert!(status.success(), "{said}");
        assert!(!said.contains("\u{1b}[?25l"), "the cursor is never hidden: {said:?}");
        assert_eq!(screen(&said).trim_end(), "accepted 1 unit", "{said:?}");
        let lines = said.split(['\r', '\n']).filter(|it| it.contains(&shown));
        for line in lines.map(|it| it.replace("\u{1b}[2K", "")) {
            assert!(line.chars().count() <= usize::from(columns), "{line:?} is too long");
        }
    }
}

#[test]
fn what_is_quick_is_not_shown() {
    let project = project();
    let mut command = project.command(&["completions", "bash"]);
    let (status, said) = OnTerminal::start(command.env("TERM", "xterm"), 80).end();
    assert!(status.success(), "{said}");
    assert!(!said.contains('\u{1b}'), "{said:?}");
}

#[test]
fn no_pipe_and_no_simple_terminal_shows_anything() {
    let project = project();
    let lock = keep_waiting(&project);
    let mut command = project.command(&ACCEPT);
    let (out, err) = (std::process::Stdio::piped(), std::process::Stdio::piped());
    let piped = command.env("TERM", "xterm").stdout(out).stderr(err).spawn().expect("it runs");
    let mut command = project.command(&ACCEPT);
    let simple = OnTerminal::start(command.env("TERM", "dumb"), 80);
    std::thread::sleep(Duration::from_secs(2));
    drop(lock);
    let piped = support::ran(piped.wait_with_output().expect("it ends"));
    assert_eq!((piped.code, piped.err.as_str()), (0, ""));
    let (status, said) = simple.end();
    assert!(status.success(), "{said}");
    assert!(!said.contains(WAITS) && !said.contains('\u{1b}'), "{said:?}");
}

/// The same command, even where whoever runs the tests ignores signals, as a shell does for what
/// runs in its background.
fn heeding_signals(command: &Command) -> Command {
    let mut heeding = Command::new("env");
    heeding.arg("--default-signal=INT,TERM").arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => heeding.env(name, value),
            None => heeding.env_remove(name),
        };
    }
    heeding.current_dir(command.get_current_dir().expect("a project"));
    heeding
}

/// Shells show it as 130 or 143, and stop a script there.
#[test]
fn a_signal_ends_a_command_as_shells_expect_and_leaves_no_lock() {
    for signal in [Signal::INT, Signal::TERM] {
        let project = project();
        let lock = keep_waiting(&project);
        let mut command = heeding_signals(&project.command(&ACCEPT));
        let running = OnTerminal::start(command.env("TERM", "xterm"), 80);
        running.wait_for(WAITS);
        let id = i32::try_from(running.id()).ok().and_then(Pid::from_raw).expect("a process");
        kill_process(id, signal).expect("sent");
        let (status, said) = running.end();
        assert_eq!(status.signal(), Some(signal.as_raw()), "{said:?}");
        drop(lock);
        assert_eq!(project.ok(&ACCEPT), "accepted 1 unit\n");
    }
}
