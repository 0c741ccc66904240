//! Transcripts: Markdown files whose `console` blocks show commands and what they print.

use std::path::Path;
use std::process::Command;

use super::{AS_OF, Project};

/// A command, what it is said to print, and how it is said to end (`? 1`; without: 0).
pub(crate) struct Step {
    pub(crate) command: String,
    pub(crate) expected: String,
    pub(crate) code: i32,
    /// The lines of the file that hold what it prints, and its code.
    lines: std::ops::Range<usize>,
}

/// The commands of a transcript, in order. Lines with `> ` go on with the command above.
pub(crate) fn steps(transcript: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut within = false;
    for (at, line) in transcript.lines().enumerate() {
        if line.starts_with("```") {
            within = line == "```console";
            continue;
        }
        if !within {
            continue;
        }
        if let Some(command) = line.strip_prefix("$ ") {
            let (command, expected) = (command.to_owned(), String::new());
            steps.push(Step { command, expected, code: 0, lines: at + 1..at + 1 });
            continue;
        }
        let step = steps.last_mut().expect("a block begins with a command");
        if let Some(more) = line.strip_prefix("> ").filter(|_| step.lines.is_empty()) {
            step.command = format!("{}\n{more}", step.command);
            step.lines = at + 1..at + 1;
            continue;
        }
        step.lines.end = at + 1;
        match line.strip_prefix("? ") {
            Some(code) => step.code = code.parse().expect("a code"),
            None => step.expected.push_str(&format!("{line}\n")),
        }
    }
    steps
}

impl Step {
    /// Runs the command in the shell, in the project; what it says, and its code.
    pub(crate) fn run(&self, project: &Project) -> (String, i32) {
        let folder = Path::new(env!("CARGO_BIN_EXE_hexapla")).parent().expect("a folder");
        let path = std::env::var("PATH").expect("a path");
        let output = Command::new("sh")
            .args(["-c", &self.command])
            .current_dir(project.root())
            .env("PATH", format!("{}:{path}", folder.display()))
            .env("HEXAPLA_AS_OF", AS_OF)
            .env("NO_COLOR", "1")
            .env("COLUMNS", "100")
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env_remove("HEXAPLA_HANDLE")
            .env_remove("HEXAPLA_KEYS")
            .env_remove("HEXAPLA_PASSPHRASE")
            .env_remove("CLICOLOR_FORCE")
            .output()
            .expect("it runs");
        let said = String::from_utf8_lossy(&output.stdout).into_owned()
            + &String::from_utf8_lossy(&output.stderr);
        (visible(&said), output.status.code().unwrap_or(-1))
    }

    /// Whether what was said is what is expected; `[..]` stands for anything in a line.
    pub(crate) fn fits(&self, said: &str, code: i32) -> Result<(), String> {
        if code != self.code {
            return Err(format!(
                "$ {}\nended with {code}, not {}\n{said}",
                self.command, self.code
            ));
        }
        snapbox::Assert::new()
            .action(snapbox::assert::Action::Verify)
            .normalize_paths(false)
            .try_eq(
                Some(&self.command),
                said.trim_end().into(),
                snapbox::Data::from(self.expected.trim_end().to_owned()),
            )
            .map_err(|error| format!("$ {}\n{error}", self.command))
    }
}

/// The transcript with what its commands really print, where that is not what it says.
pub(crate) fn rewritten(transcript: &str, said: &[(String, i32)]) -> String {
    let mut lines: Vec<String> = transcript.lines().map(str::to_owned).collect();
    for (step, (said, code)) in steps(transcript).iter().zip(said).rev() {
        if step.fits(said, *code).is_ok() {
            continue;
        }
        let mut new: Vec<String> = said.trim_end().lines().map(str::to_owned).collect();
        if *code != 0 {
            new.push(format!("? {code}"));
        }
        let next_follows = lines.get(step.lines.end).is_some_and(|line| line.starts_with("$ "));
        if next_follows && new.len() > 3 {
            new.push(String::new());
        }
        lines.splice(step.lines.clone(), new);
    }
    lines.join("\n") + "\n"
}

/// What a terminal would act upon or not show, as text: colours and the marks of direction.
fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{1b}' => out.push('␛'),
            '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{2066}'..='\u{2069}' => {
                out.push_str(&format!("\\u{{{:x}}}", u32::from(c)));
            }
            _ => out.push(c),
        }
    }
    out
}
