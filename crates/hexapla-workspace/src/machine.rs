//! Commands that translate: JSON in, JSON out.

use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// Why a command gave no answer.
#[derive(Debug, thiserror::Error)]
pub enum MachineError {
    /// There is no command.
    #[error("no command is named")]
    NoCommand,
    /// It cannot be run.
    #[error("`{program}` cannot be run: {source}")]
    Start {
        /// The program.
        program: String,
        /// Why.
        source: std::io::Error,
    },
    /// It did not answer in time, and was ended.
    #[error("`{}` gave no answer within {} seconds", .0, .1.as_secs())]
    Late(String, Duration),
    /// It answered more than is read.
    #[error("`{}` answered more than {} MiB", .0, MOST_BYTES >> 20)]
    TooLong(String),
    /// It ended badly; with the end of what it said of that.
    #[error("`{program}` ended with {status}{}", said(.told))]
    Failed {
        /// The program.
        program: String,
        /// How it ended.
        status: std::process::ExitStatus,
        /// The last line that it wrote to standard error.
        told: String,
    },
}

/// The most that is read of an answer.
const MOST_BYTES: u64 = 64 << 20;

fn said(told: &str) -> String {
    if told.is_empty() { String::new() } else { format!(": {told}") }
}

/// Runs a command, words with spaces between, gives it `asked` on standard input, and what it writes to
/// standard output. No shell reads the command.
///
/// # Errors
/// Where it cannot be run, ends badly, or says too much or nothing in time.
pub fn ask_machine(
    command: &str,
    asked: &[u8],
    patience: Duration,
) -> Result<Vec<u8>, MachineError> {
    let mut words = command.split_whitespace();
    let program = words.next().ok_or(MachineError::NoCommand)?.to_owned();
    let mut child = Command::new(&program)
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|source| MachineError::Start { program: program.clone(), source })?;
    let (asked, input) = (asked.to_vec(), child.stdin.take());
    // Who does not read to the end is judged by the answer.
    let writing = thread::spawn(move || input.map(|mut input| input.write_all(&asked)));
    let (answered, answer) = mpsc::channel();
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let telling = thread::spawn(move || read(err, MOST_BYTES >> 6));
    thread::spawn(move || answered.send(read(out, MOST_BYTES + 1)));
    let Ok(answer) = answer.recv_timeout(patience) else {
        let _ = child.kill();
        let _ = child.wait();
        return Err(MachineError::Late(program, patience));
    };
    if answer.len() as u64 > MOST_BYTES {
        let _ = child.kill();
        let _ = child.wait();
        return Err(MachineError::TooLong(program));
    }
    let status =
        child.wait().map_err(|source| MachineError::Start { program: program.clone(), source })?;
    let _ = writing.join();
    if status.success() {
        return Ok(answer);
    }
    let told = String::from_utf8_lossy(&telling.join().unwrap_or_default()).trim().to_owned();
    let told = told.lines().last().unwrap_or_default().to_owned();
    Err(MachineError::Failed { program, status, told })
}

fn read(from: Option<impl Read>, most: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(from) = from {
        let _ = from.take(most).read_to_end(&mut bytes);
    }
    bytes
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn ask(command: &str, asked: &[u8]) -> Result<Vec<u8>, MachineError> {
        ask_machine(command, asked, Duration::from_secs(20))
    }

    #[test]
    fn what_is_asked_is_answered() {
        let long = vec![b'a'; 1 << 20];
        assert_eq!(ask("cat", &long).expect("an answer"), long);
        assert_eq!(ask("echo one  two", &long).expect("an answer"), b"one two\n");
    }

    #[test]
    fn no_answer_is_told() {
        assert!(matches!(ask(" ", b""), Err(MachineError::NoCommand)));
        assert!(matches!(ask("no-such-program", b""), Err(MachineError::Start { .. })));
        let failed = ask("ls /no/such/folder", b"").expect_err("a failure").to_string();
        assert!(failed.contains("ended with") && failed.contains("/no/such/folder"), "{failed}");
        let late = ask_machine("sleep 60", b"", Duration::from_millis(50));
        assert!(matches!(late, Err(MachineError::Late(..))));
    }
}
