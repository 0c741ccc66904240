//! The reference implementation, python-tuf, reads what we write, and we read what it writes.
//!
//! It is installed from PyPI into a folder below `target` when the test first runs. Where there is
//! no Python, or no network for that, the tests count as ignored.

#[allow(dead_code, reason = "these tests need a part of it")]
#[path = "../suite/store.rs"]
mod store;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::LazyLock;

use hexapla_trust::{Refusal, Role, sha256};
use libtest_mimic::{Arguments, Completion, Trial};

use store::{Draft, ROOT, Store, authority, channel, content, locale, plain_root};

const PACKAGES: [&str; 2] = ["tuf==7.0.1", "securesystemslib[crypto]==1.6.0"];

/// A Python that has python-tuf, or why there is none.
static PYTHON: LazyLock<Result<PathBuf, String>> = LazyLock::new(python);

/// What a test does with that Python.
type Test = fn(&Path);

fn main() -> ExitCode {
    let tests: [(&str, Test); 3] = [
        ("python_tuf_pulls_what_we_publish", python_tuf_pulls_what_we_publish),
        ("python_tuf_refuses_what_we_refuse", python_tuf_refuses_what_we_refuse),
        ("we_pull_what_python_tuf_publishes", we_pull_what_python_tuf_publishes),
    ];
    let trial = |(name, test): (&str, Test)| {
        Trial::ignorable_test(name, move || match &*PYTHON {
            Ok(python) => {
                test(python);
                Ok(Completion::Completed)
            }
            Err(why) => Ok(Completion::ignored_with(why)),
        })
    };
    let trials = tests.into_iter().map(trial).collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// Installs python-tuf where it is not installed yet.
fn python() -> Result<PathBuf, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("python-tuf");
    let (python, done) = (folder.join("bin/python"), folder.join("installed"));
    let versions = PACKAGES.join(" ");
    if std::fs::read_to_string(&done).is_ok_and(|it| it == versions) {
        return Ok(python);
    }
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(PACKAGES))?;
    std::fs::write(&done, versions).map_err(|it| it.to_string())?;
    Ok(python)
}

/// What a command prints, or why it failed.
fn run(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|it| format!("{command:?}: {it}"))?;
    if !output.status.success() {
        return Err(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn script(python: &Path, name: &str, args: &[&str]) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle").join(name);
    run(Command::new(python).arg(script).args(args)).expect("it ran")
}

/// A folder with the metadata of a store and the content of its files.
fn on_disk(store: &Store) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let put = |path: &str, bytes: &[u8]| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("created");
        std::fs::write(path, bytes).expect("written");
    };
    store.0.iter().for_each(|(path, bytes)| put(path, bytes));
    let files = store.round(&store.first()).map(|it| it.files).unwrap_or_default();
    for file in files {
        let bytes = (1..9).map(|it| content(&file.locale, it)).find(|it| file.check(it).is_ok());
        put(&file.place(), &bytes.expect("content of some version"));
    }
    folder
}

fn pull(python: &Path, store: &Path, state: &Path, paths: &[&str]) -> String {
    let [store, state] = [store, state].map(|it| it.to_str().expect("text"));
    script(python, "pull.py", &[&[store, "stable", state][..], paths].concat())
}

fn python_tuf_pulls_what_we_publish(python: &Path) {
    let mut store = Store::new();
    let mut two_of_three = plain_root(2);
    two_of_three.root = authority(2, &[10, 11, 12]);
    store.root(&two_of_three, &[ROOT, 10, 11]);
    let (first, second) = (Draft::new(1, &["es", "pt-BR"]), Draft::new(2, &["es", "pt-BR"]));
    first.publish(&mut store);
    second.with_locale(&first, "pt-BR").publish(&mut store);
    let (folder, state) = (on_disk(&store), tempfile::tempdir().expect("a folder"));
    let paths = ["es/ui.ftl", "es/pages/campaign.md", "pt-BR/ui.ftl", "fr/ui.ftl"];
    let said = pull(python, folder.path(), state.path(), &paths);
    let [es, pt] = [("es", 2), ("pt-BR", 1)].map(|(it, at)| sha256(&content(&locale(it), at)));
    let expected = format!(
        "es/ui.ftl {es}\nes/pages/campaign.md {es}\npt-BR/ui.ftl {pt}\nfr/ui.ftl unknown\n"
    );
    assert_eq!(said, expected);
}

/// A flipped digit of a signature, an older release, a release by other keys.
fn python_tuf_refuses_what_we_refuse(python: &Path) {
    let mut store = Store::released();
    let trusted = store.round(&store.first()).expect("a round").trusted;
    let state = tempfile::tempdir().expect("a folder");
    let said = pull(python, on_disk(&store).path(), state.path(), &["es/ui.ftl"]);
    assert!(said.starts_with("es/ui.ftl "), "{said}");
    let mut next = Draft::new(2, &["es", "fr"]);
    next.release_key = 77;
    next.publish(&mut store);
    let refused = |store: &Store, ours: &str, theirs: &str| {
        assert_eq!(store.refusal(&trusted), ours);
        let said = pull(python, on_disk(store).path(), state.path(), &["es/ui.ftl"]);
        assert_eq!(said, format!("refused {theirs}\n"));
    };
    refused(&store, "signature", "UnsignedMetadataError");
    let mut expired = Draft::new(3, &["es", "fr"]);
    expired.snapshot.head.expires = store::time("2020-01-01T00:00:00Z");
    expired.publish(&mut store);
    refused(&store, "expired", "ExpiredMetadataError");
    let mut longer = store.file("3.snapshot.json").to_vec();
    longer.push(b'\n');
    store.put("3.snapshot.json", longer);
    refused(&store, "length", "DownloadLengthMismatchError");
    Draft::new(1, &["es"]).publish(&mut store);
    assert_eq!(store.refusal(&trusted), "rollback");
}

fn we_pull_what_python_tuf_publishes(python: &Path) {
    let folder = tempfile::tempdir().expect("a folder");
    script(python, "publish.py", &[folder.path().to_str().expect("text")]);
    let mut store = Store::default();
    for entry in std::fs::read_dir(folder.path().join("stable")).expect("a channel") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("text");
        store.put(&name, std::fs::read(entry.path()).expect("a file"));
    }
    let updated = store.round(&store.first()).expect("a round");
    assert_eq!(updated.trusted.channel(), &channel());
    assert_eq!(updated.trusted.root().head.version, 2);
    assert_eq!(updated.trusted.targets().map(|it| it.name.as_str()), Some("An \"Example\""));
    let paths: Vec<&str> = updated.files.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(paths, ["es/pages/campáign.md", "es/ui.ftl"]);
    for file in &updated.files {
        let bytes = std::fs::read(folder.path().join(file.place())).expect("where it has to lie");
        assert_eq!(file.check(&bytes), Ok(()));
    }
    // The first release is signed by keys that the second root withdrew.
    let old = store.file("first.json").to_vec();
    let told = updated.trusted.take(&Role::Timestamp, &old, store::now());
    assert!(matches!(told, Err(Refusal::Revoked(_))), "{told:?}");
}
