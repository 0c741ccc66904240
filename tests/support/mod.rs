//! A copy of the example, or a project of a few files, in a folder of its own.

#[cfg(target_os = "linux")]
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) mod saves;
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) mod schema;
#[cfg(target_os = "linux")]
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) mod terminal;
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) mod transcript;
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) mod tree;
#[cfg(target_os = "linux")]
#[allow(dead_code, reason = "not every test needs all of it")]
pub(crate) mod watching;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The moment that ages are counted to in tests.
pub(crate) const AS_OF: &str = "2026-11-24T12:00:00Z";

/// A project in a folder that is removed at the end.
pub(crate) struct Project {
    folder: tempfile::TempDir,
}

/// How a command ended.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

#[allow(dead_code, reason = "not every test needs all of it")]
impl Project {
    /// A copy of the example content, its translations, ledger and workflows.
    pub(crate) fn example() -> Self {
        let project = Self { folder: tempfile::tempdir().expect("a folder") };
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for name in ["hexapla.toml", "source-content", "translations", "workflows"] {
            copy(&root.join(name), &project.path(name));
        }
        project
    }

    /// A copy of a folder.
    pub(crate) fn copy_of(folder: &Path) -> Self {
        let project = Self { folder: tempfile::tempdir().expect("a folder") };
        copy(folder, project.root());
        project
    }

    /// A project of the given files, with pages in Markdown and strings in Fluent, en to es.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let project = Self { folder: tempfile::tempdir().expect("a folder") };
        project.write("hexapla.toml", CONFIG);
        project.write("workflows/standard.toml", WORKFLOW);
        for (path, text) in files {
            project.write(path, text);
        }
        project
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("created");
        std::fs::write(path, text).expect("written");
    }

    pub(crate) fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).expect("a file")
    }

    /// Replaces a text that a file must hold.
    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} holds no {from:?}");
        self.write(path, text.replacen(from, to, 1));
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hexapla"));
        command.args(args).current_dir(self.root()).stdin(Stdio::null());
        command.env_remove("HEXAPLA_AS_OF").env("NO_COLOR", "1").env("COLUMNS", "100");
        command.env("HEXAPLA_HANDLE", "mara");
        command.env_remove("HEXAPLA_KEYS").env_remove("HEXAPLA_PASSPHRASE");
        if !args.contains(&"--as-of") {
            command.env("HEXAPLA_AS_OF", AS_OF);
        }
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        ran(self.command(args).output().expect("it runs"))
    }

    /// Runs a command that has to end well; gives what it says.
    pub(crate) fn ok(&self, args: &[&str]) -> String {
        let ran = self.run(args);
        assert_eq!(ran.code, 0, "{args:?}\n{}{}", ran.out, ran.err);
        ran.out
    }

    /// Runs a command with the given answers on its standard input.
    pub(crate) fn answer(&self, args: &[&str], answers: &str) -> Ran {
        use std::io::Write;
        let mut command = self.command(args);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        child.stdin.take().expect("an input").write_all(answers.as_bytes()).expect("answered");
        ran(child.wait_with_output().expect("it ends"))
    }

    pub(crate) fn json(&self, args: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.ok(args)).expect("JSON")
    }

    /// The counts of a resource in a locale.
    pub(crate) fn counts(&self, resource: &str, locale: &str) -> serde_json::Value {
        let rows = self.json(&["status", "--by", "resource", "--format", "json"]);
        let rows = rows.as_array().expect("rows").clone();
        let wanted =
            |row: &serde_json::Value| row["resource"] == resource && row["locale"] == locale;
        rows.into_iter().find(wanted).unwrap_or_default()
    }

    pub(crate) fn git(&self, args: &[&str]) -> Ran {
        let mut command = Command::new("git");
        command.args(args).current_dir(self.root());
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
        for name in ["GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"] {
            command.env(name, "Test");
        }
        for name in ["GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"] {
            command.env(name, "test@example.org");
        }
        ran(command.output().expect("git runs"))
    }
}

pub(crate) fn ran(output: Output) -> Ran {
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    }
}

/// Copies a file or a folder.
#[allow(dead_code, reason = "not every test needs all of it")]
pub(crate) fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        std::fs::create_dir_all(to).expect("created");
        for entry in std::fs::read_dir(from).expect("a folder") {
            let entry = entry.expect("an entry");
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        std::fs::copy(from, to).expect("copied");
    }
}

const CONFIG: &str = r#"version = 1
name = "Test"
source_locale = "en"
locales = ["es"]
[collections.pages]
format = "markdown"
source = "src/{path}.md"
target = "out/{locale}/{path}.md"
fields = ["title"]
[collections.ui]
format = "fluent"
source = "src/{path}.ftl"
target = "out/{locale}/{path}.ftl"
"#;

const WORKFLOW: &str = r#"version = 1
[[states]]
name = "translated"
[[states]]
name = "reviewed"
[channels.stable]
checks = "error"
"#;
