//! A release that is built into a program is one text, whichever client made it: what the Rust crate
//! makes is read by the JavaScript client, and the other way round.

#[allow(dead_code, reason = "the tests of attacks use the rest")]
#[path = "support/forge.rs"]
mod forge;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use forge::{Forge, NOW};
use hexapla_client::{Client, Options, Source, Timestamp};
use serde_json::Value;

/// Opens a copy without a store; tells what is shown, and makes a copy of that.
const SCRIPT: &str = r#"
    import { readFile } from "node:fs/promises";
    import { pathToFileURL } from "node:url";
    const [client, root, copy] = process.argv.slice(2);
    const { HexaplaClient, serialise } = await import(pathToFileURL(client));
    const fetch = () => Promise.reject(new Error("there is no store"));
    const builtIn = JSON.parse(await readFile(copy, "utf8"));
    const opened = await HexaplaClient.open({ store: "https://store.example", root: await readFile(root), builtIn, fetch });
    const { version, release, error } = opened.status;
    const text = await opened.text("es/ui.ftl");
    console.log(JSON.stringify({ version, release, text, error: error && String(error), copy: serialise(await opened.snapshot()) }));
"#;

/// A client of a store that need not be there.
fn open(store: &Path, root: &[u8], built_in: Option<&str>) -> Client {
    let source = Source::open(&store.to_string_lossy(), Duration::from_secs(5)).expect("a store");
    let options = Options {
        built_in: built_in.map(|it| it.as_bytes().to_vec()),
        now: || Timestamp::from_seconds(NOW),
        ..Options::new(source, root.to_vec())
    };
    Client::open(options).expect("a root")
}

#[test]
fn a_copy_is_the_same_for_every_client() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let forge = Forge::published();
    forge.save(&path("store"));
    let root = &forge.store["stable/1.root.json"];
    let builder = open(&path("store"), root, None);
    builder.update().expect("a release");
    let copy = builder.snapshot().expect("a copy");
    std::fs::write(path("copy.json"), &copy).expect("written");
    std::fs::write(path("show.mjs"), SCRIPT).expect("written");
    let client = Path::new(env!("CARGO_MANIFEST_DIR")).join("clients/js/src/index.js");
    let mut node = Command::new("node");
    node.arg(path("show.mjs")).arg(client).arg(path("store/stable/1.root.json"));
    let ran = node.arg(path("copy.json")).stdin(Stdio::null()).output().expect("Node 20 is needed");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let shown: Value = serde_json::from_slice(&ran.stdout).expect("JSON");
    let (status, text) = (builder.status(), builder.text("es/ui.ftl").expect("a text"));
    assert_eq!(shown["version"].as_u64(), status.version);
    assert_eq!(shown["release"].as_str(), status.release.as_deref());
    assert_eq!(shown["text"].as_str(), Some(text.as_str()));
    assert_eq!(shown["error"], Value::Null);
    let again = open(&path("nowhere"), root, shown["copy"].as_str());
    assert_eq!(again.status().error, None);
    assert_eq!((again.status().version, again.text("es/ui.ftl")), (status.version, Ok(text)));
}
