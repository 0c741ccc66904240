//! A disk that is full in the middle of a pull: a small file system of its own, where this machine lets
//! one be made; elsewhere the test counts as ignored.

#[cfg(target_os = "linux")]
#[allow(dead_code, reason = "the tests of attacks use the rest")]
#[path = "support/forge.rs"]
mod forge;

use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial};

fn main() -> ExitCode {
    let args = Arguments::from_args();
    let why = why_not();
    if let Some(why) = &why {
        eprintln!("left out: {why}");
    }
    let trial = Trial::test("the_former_release_stays", pull_into_a_small_disk);
    libtest_mimic::run(&args, vec![trial.with_ignored_flag(why.is_some())]).exit_code()
}

/// Why no small file system can be made here.
fn why_not() -> Option<String> {
    if !cfg!(target_os = "linux") {
        return Some("it takes the namespaces of Linux".to_owned());
    }
    let folder = tempfile::tempdir().expect("a folder");
    let script = ["-rm", "sh", "-c", "mount -t tmpfs -o size=64k tmpfs ."];
    let ran = std::process::Command::new("unshare").args(script).current_dir(&folder).output();
    match ran {
        Ok(ran) if ran.status.success() => None,
        Ok(ran) => Some(String::from_utf8_lossy(&ran.stderr).trim().to_owned()),
        Err(error) => Some(format!("`unshare` cannot be run: {error}")),
    }
}

#[cfg(not(target_os = "linux"))]
fn pull_into_a_small_disk() -> Result<(), libtest_mimic::Failed> {
    Err("it takes the namespaces of Linux".into())
}

/// Pulls a first release, and then a second for which there is no room.
#[cfg(target_os = "linux")]
const SCRIPT: &str = r#"
    mount -t tmpfs -o size=600k tmpfs small || exit 99
    "$1" pull first --into small/site --trust root.json || exit 98
    "$1" pull second --into small/site --trust root.json
    code=$?
    "$1" pull first --into small/site --trust root.json --json || exit 97
    exit $code
"#;

#[cfg(target_os = "linux")]
fn pull_into_a_small_disk() -> Result<(), libtest_mimic::Failed> {
    let folder = tempfile::tempdir()?;
    let mut forge = forge::Forge::published();
    forge.save(&folder.path().join("first"));
    std::fs::write(folder.path().join("root.json"), &forge.store["stable/1.root.json"])?;
    let long = ("es/pages/long.md".to_owned(), "Una página larga\n".repeat(60_000));
    forge.release(forge::texts().into_iter().chain([long]).collect(), &forge::Wrong::default());
    forge.save(&folder.path().join("second"));
    std::fs::create_dir(folder.path().join("small"))?;
    let ran = std::process::Command::new("unshare")
        .args(["-rm", "sh", "-c", SCRIPT, "sh", env!("CARGO_BIN_EXE_hexapla")])
        .current_dir(folder.path())
        .env("HEXAPLA_AS_OF", forge::time(forge::NOW))
        .output()?;
    let said = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(6), "{said}");
    assert!(said.contains("No space left on device"), "{said}");
    // What was there is believed and whole: the last pull had nothing to put right.
    let told = String::from_utf8_lossy(&ran.stdout);
    let told = &told[told.find('{').expect("JSON")..];
    let told: serde_json::Value = serde_json::from_str(told)?;
    assert_eq!((&told["version"], &told["changed"]), (&1.into(), &false.into()), "{told}");
    Ok(())
}
