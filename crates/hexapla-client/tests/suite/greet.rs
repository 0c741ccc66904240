//! The example program runs, against a store in a folder.

use std::path::PathBuf;
use std::process::{Command, Output};

use crate::forge::{NOW, Wrong, greeting};
use crate::site::Site;

/// The example, which cargo builds beside the tests; where only these were asked for, it is built.
fn program() -> PathBuf {
    let tests = std::env::current_exe().expect("a program");
    let folder = tests.parent().and_then(|it| it.parent()).expect("a folder");
    let program = folder.join("examples").join(format!("greet{}", std::env::consts::EXE_SUFFIX));
    if !program.exists() {
        let args = ["build", "--profile", "test", "-p", "hexapla-client", "--example", "greet"];
        let built = Command::new(env!("CARGO")).args(args).status().expect("cargo runs");
        assert!(built.success());
    }
    program
}

fn greet(site: &Site, wishes: &[&str]) -> Output {
    let mut command = Command::new(program());
    command.arg(site.store()).arg(site.store().join("stable/1.root.json")).arg(site.cache());
    command.args(["ui", "bye"]).args(wishes).output().expect("it runs")
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn the_example_greets() {
    let mut site = Site::new();
    // The example goes by the real clock.
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now = i64::try_from(now.expect("after 1970").as_secs()).expect("a moment");
    let root = |years: i64| {
        move |it: &mut serde_json::Value| {
            it["expires"] =
                crate::forge::time(now.max(NOW) + years * 365 * crate::forge::DAY).into();
        }
    };
    let keys = site.forge.root_keys.clone();
    site.forge.root_by(&keys, root(1));
    site.forge.now = now;
    site.forge.release(greeting("Buenas"), &Wrong::default().edit("ar", root(1)));
    site.save();
    let ran = greet(&site, &["fr", "es-MX"]);
    assert!(ran.status.success(), "{}", said(&ran.stderr));
    assert_eq!((said(&ran.stdout).as_str(), ran.stderr.len()), ("es: Adiós\n", 0));
    // Without a store it greets from what it keeps, and tells.
    std::fs::remove_file(site.store().join("stable/timestamp.json")).expect("removed");
    let ran = greet(&site, &["es"]);
    assert!(ran.status.success(), "{}", said(&ran.stderr));
    assert_eq!(said(&ran.stdout), "es: Adiós\n");
    assert!(said(&ran.stderr).contains("not updated (missing)"), "{}", said(&ran.stderr));
    let ran = greet(&site, &["fr"]);
    assert!(!ran.status.success() && said(&ran.stderr).contains("no locale fits"));
}
