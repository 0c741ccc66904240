//! A call of git.

use std::ffi::OsStr;
use std::io::{ErrorKind, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::Error;

/// A call of git in a folder, which asks nobody anything and speaks English.
pub(crate) struct Call {
    command: Command,
    input: Vec<u8>,
    within: Duration,
    farewell: Duration,
}

/// How long a call may take that says nothing else: a hook of the repository may check much.
const PATIENCE: Duration = Duration::from_secs(600);

/// What git said to a call.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    /// The exit code; none where a signal ended it.
    pub(crate) code: Option<i32>,
    /// Its standard output.
    pub(crate) out: Vec<u8>,
    /// Its standard error, without names and passwords.
    pub(crate) told: String,
}

impl Said {
    /// Whether git did what it was asked for.
    pub(crate) fn is_ok(&self) -> bool {
        self.code == Some(0)
    }

    /// The standard output as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.out).into_owned()
    }

    /// The line that says why git failed: the first that calls itself an error, or else the first.
    pub(crate) fn why(&self) -> String {
        let out = self.text();
        let lines = || self.told.lines().chain(out.lines()).map(str::trim);
        let kinds = ["fatal: ", "error: ", "ERROR: "];
        let error = lines().find_map(|line| kinds.iter().find_map(|kind| line.strip_prefix(kind)));
        let first = || lines().find(|line| !line.is_empty() && !line.starts_with("hint:"));
        without_secrets(error.or_else(first).unwrap_or("git failed and did not say why"))
    }

    /// What git gave out, or why it failed.
    pub(crate) fn require(self) -> Result<Vec<u8>, Error> {
        if self.is_ok() { Ok(self.out) } else { Err(Error::Git { message: self.why() }) }
    }
}

/// How long what git said is waited for once it has ended: something that it started in the background
/// may hold its output open.
const GRACE: Duration = Duration::from_millis(500);

/// How long git may take to take back its locks once it is told to end.
const FAREWELL: Duration = Duration::from_secs(5);

/// How often it is looked at whether git has ended.
const LOOK: Duration = Duration::from_millis(20);

impl Call {
    /// The call with these arguments in the folder.
    pub(crate) fn of<A: AsRef<OsStr>>(root: &Path, args: impl IntoIterator<Item = A>) -> Self {
        let mut command = Command::new("git");
        command.arg("-C").arg(root).args(args);
        command.envs([
            ("GIT_TERMINAL_PROMPT", "0"),
            ("GIT_PAGER", "cat"),
            ("GIT_EDITOR", ":"),
            ("LC_ALL", "C"),
        ]);
        Self { command, input: Vec::new(), within: PATIENCE, farewell: FAREWELL }
    }

    /// The same with a variable of the environment.
    pub(crate) fn with(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// The same, telling git these bytes.
    pub(crate) fn telling(self, input: impl Into<Vec<u8>>) -> Self {
        Self { input: input.into(), ..self }
    }

    /// The same, ended where it takes longer; without this, after ten minutes.
    pub(crate) fn within(self, most: Duration) -> Self {
        Self { within: most, ..self }
    }

    /// The same, ended by force where it takes longer: it only looks, and has no lock to take back.
    pub(crate) fn at_once(self) -> Self {
        Self { farewell: Duration::ZERO, ..self }
    }

    /// Has git do it.
    ///
    /// # Errors
    /// Where git cannot be started, or does not end in time; that it fails is said in [`Said`].
    pub(crate) fn say(self) -> Result<Said, Error> {
        let Self { mut command, input, within, farewell } = self;
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| not_run(&error))?;
        let (send, heard) = channel();
        listen(child.stdout.take(), true, send.clone());
        listen(child.stderr.take(), false, send);
        if let Some(mut ask) = child.stdin.take() {
            // From beside, so that neither side waits for the other with a full pipe. Who does not
            // listen has said why on the other way.
            thread::spawn(move || drop(ask.write_all(&input)));
        }
        let (status, out, told) = hear(&mut child, &heard, (within, farewell))?;
        let told = without_secrets(&String::from_utf8_lossy(&told));
        Ok(Said { code: status.code(), out, told })
    }
}

/// Git cannot be started.
fn not_run(error: &std::io::Error) -> Error {
    match error.kind() {
        ErrorKind::NotFound => Error::NoGit,
        _ => Error::Git { message: format!("cannot run git: {error}") },
    }
}

/// Reads from beside what is said on one of two ways.
fn listen(from: Option<impl Read + Send + 'static>, is_out: bool, send: Sender<(bool, Vec<u8>)>) {
    thread::spawn(move || {
        let mut part = vec![0; 64 * 1024];
        if let Some(mut from) = from {
            while let Ok(length @ 1..) = from.read(&mut part) {
                if send.send((is_out, part[..length].to_vec())).is_err() {
                    return;
                }
            }
        }
    });
}

/// How git ended, and what it said on both ways.
fn hear(
    child: &mut Child,
    heard: &Receiver<(bool, Vec<u8>)>,
    (within, farewell): (Duration, Duration),
) -> Result<(ExitStatus, Vec<u8>, Vec<u8>), Error> {
    let fail = |error: std::io::Error| Error::Git { message: error.to_string() };
    let (started, mut ended) = (Instant::now(), None);
    let (mut out, mut told) = (Vec::new(), Vec::new());
    loop {
        match heard.recv_timeout(LOOK) {
            Ok((true, part)) => out.extend(part),
            Ok((false, part)) => told.extend(part),
            Err(RecvTimeoutError::Disconnected) => {
                return Ok((child.wait().map_err(fail)?, out, told));
            }
            Err(RecvTimeoutError::Timeout) => {
                if let Some(status) = child.try_wait().map_err(fail)?
                    && ended.get_or_insert_with(Instant::now).elapsed() >= GRACE
                {
                    return Ok((status, out, told));
                }
            }
        }
        if ended.is_none() && started.elapsed() >= within {
            end(child, farewell);
            let message = format!("it did not end within {} seconds", within.as_secs());
            return Err(Error::Git { message });
        }
    }
}

/// Ends git: by a signal that it answers by taking back its locks, and by force where it does not. What it
/// started ends with it, as nobody listens any more.
fn end(child: &mut Child, farewell: Duration) {
    let ask = || {
        let mut kill = Command::new("kill");
        kill.arg(child.id().to_string()).stderr(Stdio::null()).status()
    };
    let asked = !farewell.is_zero() && ask().is_ok_and(|it| it.success());
    let started = Instant::now();
    while asked && started.elapsed() < farewell && matches!(child.try_wait(), Ok(None)) {
        thread::sleep(LOOK);
    }
    let _ = child.kill();
    let _ = child.wait();
}

/// The text with `https://name:password@host/` as `https://host/`.
pub(crate) fn without_secrets(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("://") {
        shown.push_str(before);
        shown.push_str("://");
        let ends = |c: char| c == '/' || c.is_whitespace() || matches!(c, '\'' | '"' | '>');
        let end = after.find(ends).unwrap_or(after.len());
        let host = after[..end].rfind('@').map_or(0, |at| at + 1);
        shown.push_str(&after[host..end]);
        rest = &after[end..];
    }
    shown.push_str(rest);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_shown_a_password() {
        for (text, shown) in [
            ("https://mara:s3cret@git.example/x.git/: 403", "https://git.example/x.git/: 403"),
            (
                "'https://t0ken@git.example' and ssh://git@h/x",
                "'https://git.example' and ssh://h/x",
            ),
            ("https://a:b@c@h.example", "https://h.example"),
            ("mara@example.org", "mara@example.org"),
        ] {
            assert_eq!(without_secrets(text), shown);
        }
    }

    #[test]
    fn what_does_not_end_is_ended() {
        let folder = std::env::temp_dir();
        let alias = "alias.wait=!exec sleep 20";
        let call = Call::of(&folder, ["-c", alias, "wait"]).within(Duration::from_millis(100));
        let started = Instant::now();
        let error = call.say().expect_err("it does not end");
        assert!(error.to_string().contains("did not end"), "{error}");
        assert!(started.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn what_is_ended_leaves_no_lock() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        let git = |args: &[&str]| Call::of(root, args).say().expect("it runs");
        git(&["init", "-q", "."]).require().expect("a repository");
        std::fs::write(root.join("a"), "a").expect("written");
        git(&["add", "a"]).require().expect("added");
        let hook = root.join(".git/hooks/pre-commit");
        std::fs::create_dir_all(root.join(".git/hooks")).expect("a folder");
        std::fs::write(&hook, "#!/bin/sh\nsleep 20\n").expect("written");
        make_executable(&hook);
        let who = ["-c", "user.name=Mara", "-c", "user.email=mara@example.org"];
        let commit = [&who[..], &["commit", "--quiet", "--only", "--message=A", "a"]].concat();
        let error = Call::of(root, commit).within(Duration::from_secs(2)).say().expect_err("late");
        assert!(error.to_string().contains("did not end"), "{error}");
        assert!(!root.join(".git/index.lock").exists());
    }

    #[cfg(unix)]
    fn make_executable(path: &Path) {
        use std::os::unix::fs::PermissionsExt;
        let all = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(path, all).expect("set");
    }

    #[cfg(not(unix))]
    fn make_executable(_: &Path) {}

    #[test]
    fn much_is_asked_and_much_is_said() {
        let (folder, input) = (std::env::temp_dir(), vec![b'x'; 3 * 1024 * 1024]);
        let call = Call::of(&folder, ["-c", "alias.same=!cat", "same"]).telling(input.clone());
        let said = call.say().expect("it runs");
        assert!(said.is_ok() && said.out == input, "{}", said.told);
    }
}
