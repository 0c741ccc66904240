//! A disk that is full in the middle of a pull: a small file system of its own, where this machine lets
//! one be made; elsewhere the test counts as ignored.

#[cfg(target_os = "linux")]
#[allow(dead_code, reason = "the tests of attacks use the rest")]
#[path = "support/forge.rs"]
mod forge;

fn main() -> std::process::ExitCode {
    let arguments = libtest_mimic::Arguments::from_args();
    #[cfg(target_os = "linux")]
    let trials = vec![disk::trial()];
    #[cfg(not(target_os = "linux"))]
    let trials = Vec::new();
    libtest_mimic::run(&arguments, trials).exit_code()
}

#[cfg(target_os = "linux")]
mod disk {
    use std::process::{Command, Output};

    use libtest_mimic::{Completion, Trial};
    use serde_json::Value;
    use tempfile::TempDir;

    use crate::forge::{Forge, NOW, Wrong, texts, time};

    pub(crate) fn trial() -> Trial {
        Trial::ignorable_test("the_former_release_stays_where_there_is_no_room", || {
            match refusal() {
                Some(why) => Ok(Completion::ignored_with(why)),
                None => {
                    the_former_release_stays();
                    Ok(Completion::Completed)
                }
            }
        })
    }

    /// Runs a script in a namespace of its own, where it may mount.
    fn apart(folder: &TempDir, script: &str) -> std::io::Result<Output> {
        let mut command = Command::new("unshare");
        command.args(["-rm", "sh", "-c", script, "sh", env!("CARGO_BIN_EXE_hexapla")]);
        command.current_dir(folder).env("HEXAPLA_AS_OF", time(NOW)).output()
    }

    /// Why no small file system can be made here, if none can.
    fn refusal() -> Option<String> {
        let folder = TempDir::new().expect("a folder");
        match apart(&folder, "mkdir small && mount -t tmpfs -o size=64k tmpfs small") {
            Ok(ran) if ran.status.success() => None,
            Ok(ran) => Some(String::from_utf8_lossy(&ran.stderr).trim().to_owned()),
            Err(error) => Some(format!("`unshare` cannot be run: {error}")),
        }
    }

    /// Pulls a first release, then a second for which there is no room, and then the first again.
    const SCRIPT: &str = r#"
        mount -t tmpfs -o size=600k tmpfs small || exit 99
        "$1" pull first --into small/site --trust root.json || exit 98
        "$1" pull second --into small/site --trust root.json
        code=$?
        "$1" pull first --into small/site --trust root.json --json || exit 97
        exit $code
    "#;

    fn the_former_release_stays() {
        let folder = TempDir::new().expect("a folder");
        let mut forge = Forge::published();
        forge.save(&folder.path().join("first"));
        let root = &forge.store["stable/1.root.json"];
        std::fs::write(folder.path().join("root.json"), root).expect("written");
        let long = ("es/pages/long.md".to_owned(), "Una página larga\n".repeat(60_000));
        forge.release(texts().into_iter().chain([long]).collect(), &Wrong::default());
        forge.save(&folder.path().join("second"));
        std::fs::create_dir(folder.path().join("small")).expect("a folder");
        let ran = apart(&folder, SCRIPT).expect("it runs");
        let said = String::from_utf8_lossy(&ran.stderr);
        assert_eq!(ran.status.code(), Some(6), "{said}");
        assert!(said.contains("No space left on device"), "{said}");
        // What was there is believed and whole: the last pull had nothing to put right.
        let told = String::from_utf8_lossy(&ran.stdout);
        let told = &told[told.find('{').expect("JSON")..];
        let told: Value = serde_json::from_str(told).expect("JSON");
        assert_eq!((&told["version"], &told["changed"]), (&1.into(), &false.into()), "{told}");
    }
}
