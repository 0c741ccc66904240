//! Who meets the outages.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::Duration;

use hexapla_client::{Client, Options, Source, Timestamp};
use serde_json::Value;
use tempfile::TempDir;

use crate::forge::{Forge, NOW, time};
use crate::server::{Answer, serve};
use crate::{Having, Met, Outage, WORDS, history};

/// What time it is for the clients of the crate, one after the other.
static CLOCK: Mutex<i64> = Mutex::new(0);

fn clock() -> Timestamp {
    Timestamp::from_seconds(*CLOCK.lock().expect("a clock"))
}

fn set_clock(seconds: i64) {
    *CLOCK.lock().expect("a clock") = seconds;
}

/// Where the newest release is, in an outage.
fn address(outage: Outage, newest: &Forge) -> String {
    match outage {
        // The port of the discard protocol, where nobody listens.
        Outage::Refused => "http://127.0.0.1:9".to_owned(),
        outage => serve(newest.store.clone(), outage.answer()),
    }
}

/// The version whose greeting a text has.
fn version(text: &str) -> Option<u64> {
    let of = |word: &&str| text.starts_with(&format!("hello = {word} "));
    WORDS.iter().position(of).map(|at| at as u64 + 1)
}

/// A client of the crate.
fn open(address: &str, forge: &Forge, cache: Option<&Path>, built_in: Option<&str>) -> Client {
    let source = Source::open(address, Duration::from_millis(400)).expect("an address");
    let root = forge.store["stable/1.root.json"].clone();
    let options = Options {
        cache: cache.map(Path::to_owned),
        built_in: built_in.map(|it| it.as_bytes().to_vec()),
        now: clock,
        ..Options::new(source, root)
    };
    Client::open(options).expect("a root")
}

pub(crate) fn meet_crate(outage: Outage, having: Having) -> Met {
    let [first, second, third] = history();
    let folder = TempDir::new().expect("a folder");
    let cache = folder.path().join("cache");
    set_clock(NOW - 60);
    if having != Having::Fresh {
        let client = open(&serve(first.store.clone(), Answer::Plain), &first, Some(&cache), None);
        assert_eq!(client.update(), Ok(true));
        assert_eq!(client.status().cache, None);
    }
    let builder = open(&serve(second.store.clone(), Answer::Plain), &second, None, None);
    assert_eq!(builder.update(), Ok(true));
    let copy = builder.snapshot().filter(|_| having == Having::Newer);
    damage_cache(outage, &cache);
    set_clock(outage.clock());
    let client = open(&address(outage, &third), &third, Some(&cache), copy.as_deref());
    let why = client.update().err();
    let status = client.status();
    assert_eq!(status.error, why);
    assert_eq!(status.cache.is_some(), matches!(outage, Outage::Gone | Outage::Full), "{status:?}");
    let text = client.text("es/ui.ftl").ok();
    assert_eq!(text.as_deref().and_then(version), status.version);
    assert_eq!(status.age.is_some(), status.version.is_some());
    require_recovery(outage, client, &third, &cache, copy.as_deref());
    Met { why: why.map(|it| it.name().to_owned()), shown: status.version }
}

/// Once the outage is over, the newest release is shown.
fn require_recovery(
    outage: Outage,
    client: Client,
    third: &Forge,
    cache: &Path,
    copy: Option<&str>,
) {
    set_clock(NOW);
    let later = match outage {
        Outage::Poisoned => {
            client.reset();
            client
        }
        _ => open(&serve(third.store.clone(), Answer::Plain), third, Some(cache), copy),
    };
    later.update().expect("the outage is over");
    assert_eq!(later.status().version, Some(3));
}

fn damage_cache(outage: Outage, cache: &Path) {
    match outage {
        Outage::Gone => {
            let _ = std::fs::remove_dir_all(cache);
            std::fs::write(cache, "a file where the folder was").expect("written");
        }
        Outage::Poisoned => {
            std::fs::create_dir_all(cache).expect("a folder");
            for entry in std::fs::read_dir(cache).expect("a folder") {
                std::fs::write(entry.expect("an entry").path(), "poison").expect("written");
            }
            std::fs::write(cache.join("state"), "poison").expect("written");
        }
        Outage::Full => {
            // Nothing is written without the lock.
            let _ = std::fs::remove_file(cache.join(".lock"));
            std::fs::create_dir_all(cache.join(".lock")).expect("a folder");
        }
        _ => {}
    }
}

pub(crate) fn meet_pull(outage: Outage, having: Having) -> Met {
    let [first, second, third] = history();
    let folder = TempDir::new().expect("a folder");
    let root = folder.path().join("1.root.json");
    std::fs::write(&root, &first.store["stable/1.root.json"]).expect("written");
    let pull = |address: &str, into: &str, now: i64, full: bool| {
        pull(folder.path(), (address, into), now, full)
    };
    if having != Having::Fresh {
        let (code, told) = pull(&serve(first.store, Answer::Plain), "site", NOW - 60, false);
        assert_eq!(code, Some(0), "{told}");
    }
    let site = folder.path().join("site");
    if having == Having::Newer {
        let (code, told) = pull(&serve(second.store, Answer::Plain), "copy", NOW - 60, false);
        assert_eq!(code, Some(0), "{told}");
        std::fs::remove_dir_all(&site).expect("removed");
        std::fs::rename(folder.path().join("copy"), &site).expect("moved");
    }
    match outage {
        Outage::Gone => drop(std::fs::remove_dir_all(&site)),
        Outage::Poisoned if site.exists() => {
            std::fs::write(site.join(".hexapla-trust"), "poison").expect("written");
        }
        _ => {}
    }
    let address = address(outage, &third);
    let (code, told) = pull(&address, "site", outage.clock(), outage == Outage::Full);
    let refusal = told["refusal"].as_str().map(str::to_owned);
    let why = match code {
        Some(0) => None,
        Some(6) if refusal.is_none() => Some("the disk said no".to_owned()),
        Some(5 | 6) => refusal,
        other => panic!("{other:?}: {told}"),
    };
    let shown = std::fs::read_to_string(site.join("es/ui.ftl")).ok();
    let shown = shown.as_deref().and_then(version);
    if why.is_some() && outage != Outage::Poisoned {
        assert_eq!(told["held"]["version"].as_u64(), shown, "{told}");
        assert_eq!(told["held"]["age"].is_i64(), shown.is_some(), "{told}");
    }
    let (code, told) = pull(&serve(third.store, Answer::Plain), "site", NOW, false);
    let damaged = why.is_some() && outage == Outage::Poisoned;
    assert_eq!(code, Some(if damaged { 5 } else { 0 }), "{told}");
    Met { why, shown }
}

/// Pulls from an address into a folder below `folder`; on a `full` disk no file can grow.
fn pull(
    folder: &Path,
    (address, into): (&str, &str),
    now: i64,
    full: bool,
) -> (Option<i32>, Value) {
    let limit = if full { "trap '' XFSZ; ulimit -f 0; " } else { "" };
    let ran = Command::new("sh")
        .args(["-c", &format!("{limit}exec \"$@\""), "sh"])
        .arg(env!("CARGO_BIN_EXE_hexapla"))
        .args(["pull", address, "--into", into, "--trust", "1.root.json"])
        .args(["--timeout", "1", "--json"])
        .current_dir(folder)
        .env("HEXAPLA_AS_OF", time(now))
        .stdin(Stdio::null())
        .output()
        .expect("it runs");
    let told = serde_json::from_slice(&ran.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&ran.stderr)));
    (ran.status.code(), told)
}
