//! The clients that meet the attacks.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::Duration;

use hexapla_client::{Client, Options, Source, Timestamp};
use serde_json::Value;

use crate::tree::files;
use crate::{Met, Row};

/// How long before an attack the client came to know what it knows, in seconds.
const BEFORE: i64 = 60;

fn moment(row: &Row) -> Timestamp {
    row.now.parse().expect("a time")
}

fn earlier(row: &Row) -> Timestamp {
    Timestamp::from_seconds(moment(row).as_seconds() - BEFORE)
}

/// A new folder below the attack's own.
fn fresh(row: &Row, name: &str) -> PathBuf {
    let folder = row.folder.join(name);
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

/// What time it is for the clients of this test, one after the other.
static CLOCK: Mutex<i64> = Mutex::new(0);

fn clock() -> Timestamp {
    Timestamp::from_seconds(*CLOCK.lock().expect("a clock"))
}

/// The Rust crate, with a cache: what it shows then is what another one reads of that.
pub(crate) fn crate_client(rows: &[Row]) -> Vec<Met> {
    rows.iter().map(meet_crate).collect()
}

fn meet_crate(row: &Row) -> Met {
    let cache = fresh(row, "cache");
    let open = |store: PathBuf, now: Timestamp| {
        *CLOCK.lock().expect("a clock") = now.as_seconds();
        let source = Source::open(&store.to_string_lossy(), Duration::from_secs(5));
        let root = std::fs::read(row.root()).expect("a root");
        let options = Options::new(source.expect("a store"), root);
        Client::open(Options { cache: Some(cache.clone()), now: clock, ..options }).expect("a root")
    };
    let before = open(row.state(), earlier(row));
    assert_eq!(before.update(), Ok(true), "{}", row.name);
    let greeting = before.text("es/ui.ftl").expect("a text");
    let client = open(row.store(), moment(row));
    let refusal = client.update().err();
    assert_eq!(client.status().error, refusal, "{}", row.name);
    assert_eq!(client.text("es/ui.ftl").as_ref(), Ok(&greeting), "{}", row.name);
    let again = open(row.folder.join("nowhere"), moment(row));
    assert_eq!(again.text("es/ui.ftl").as_ref(), Ok(&greeting), "{}", row.name);
    assert_eq!(again.status().version, client.status().version, "{}", row.name);
    (refusal.map_or("accepted".to_owned(), |it| it.name().to_owned()), client.status().version)
}

/// The binary: the folder stays as it was, byte by byte.
pub(crate) fn pull(rows: &[Row]) -> Vec<Met> {
    rows.iter().map(meet_pull).collect()
}

fn meet_pull(row: &Row) -> Met {
    let into = fresh(row, "site");
    let pull = |store: PathBuf, now: Timestamp| {
        let ran = Command::new(env!("CARGO_BIN_EXE_hexapla"))
            .arg("pull")
            .arg(store)
            .args(["--channel", "stable", "--json", "--into"])
            .arg(&into)
            .arg("--trust")
            .arg(row.root())
            .env("HEXAPLA_AS_OF", now.to_string())
            .stdin(Stdio::null())
            .output();
        let ran = ran.expect("it runs");
        let told: Value = serde_json::from_slice(&ran.stdout)
            .unwrap_or_else(|_| panic!("{}: {}", row.name, String::from_utf8_lossy(&ran.stderr)));
        (ran.status.code(), told)
    };
    let (code, told) = pull(row.state(), earlier(row));
    assert_eq!(code, Some(0), "{}: {told}", row.name);
    let before = contents(&into);
    let (code, told) = pull(row.store(), moment(row));
    if code == Some(0) {
        return ("accepted".to_owned(), told["version"].as_u64());
    }
    assert_eq!(code, Some(5), "{}: {told}", row.name);
    assert!(contents(&into) == before, "{} changed the folder", row.name);
    let name = told["refusal"].as_str().unwrap_or("none").to_owned();
    (name, told["held"]["version"].as_u64())
}

/// Every file below a folder, with its bytes.
fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let read = |path: String| {
        let bytes = std::fs::read(folder.join(&path)).expect("a file");
        (path, bytes)
    };
    files(folder).into_iter().map(read).collect()
}

/// The JavaScript client, on Node.
pub(crate) fn javascript(folder: &Path, rows: &[Row]) -> Vec<Met> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("clients/js/test/attacks.mjs");
    let ran = Command::new("node").arg(script).arg(folder).stdin(Stdio::null()).output();
    let ran = ran.expect("Node 20 is needed");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let text = String::from_utf8(ran.stdout).expect("text");
    let met = text.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    let met: Vec<Value> = met.collect();
    let names = met.iter().map(|it| it["name"].as_str().expect("a name"));
    assert!(names.eq(rows.iter().map(|it| it.name.as_str())));
    let refusal = |it: &Value| it["refusal"].as_str().unwrap_or("accepted").to_owned();
    met.iter().map(|it| (refusal(it), it["version"].as_u64())).collect()
}
