//! The table of attacks, against every client: the Rust crate, `hexapla pull`, and the JavaScript
//! client, each of which has to refuse by the same name and to keep showing what it knew.
//!
//! An attack is a folder: the store as the client knew it, the store as it is then, and a row of
//! `index.json` that says the rest. `clients/js/test/attacks.mjs` reads the same.

#[path = "../support/forge.rs"]
mod forge;
mod list;
mod players;
#[path = "../support/tree.rs"]
mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use forge::{Forge, time};
use list::Attack;
use serde_json::{Value, json};

/// How many attacks there are.
const ATTACKS: usize = 158;

/// An attack as it lies on disk.
struct Row {
    name: String,
    refusal: String,
    folder: PathBuf,
    now: String,
    /// The version of the pointer that the client knew, which stays.
    version: u64,
}

impl Row {
    fn store(&self) -> PathBuf {
        self.folder.join("store")
    }

    fn state(&self) -> PathBuf {
        self.folder.join("state")
    }

    fn root(&self) -> PathBuf {
        self.state().join("stable/1.root.json")
    }

    fn json(&self) -> Value {
        let below = |path: &str| {
            let folder = self.folder.file_name().expect("a name").to_string_lossy();
            format!("{folder}/{path}")
        };
        json!({
            "name": self.name,
            "refusal": self.refusal,
            "store": below("store"),
            "root": below("state/stable/1.root.json"),
            "state": below("state"),
            "now": self.now,
            "channel": "stable",
        })
    }
}

/// What a client met: the refusal, and the version that it shows then.
type Met = (String, Option<u64>);

#[test]
fn every_client_refuses_every_attack_by_the_same_name() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("attacks");
    let rows = write(&list::attacks(), &folder);
    let mut table: BTreeMap<&str, Vec<Met>> = BTreeMap::new();
    let players = [
        ("Rust client", players::crate_client(&rows)),
        ("hexapla pull", players::pull(&rows)),
        ("JavaScript client", players::javascript(&folder, &rows)),
    ];
    for (_, met) in &players {
        assert_eq!(met.len(), rows.len());
        for (row, met) in rows.iter().zip(met) {
            table.entry(&row.name).or_default().push(met.clone());
        }
    }
    let mut wrong = Vec::new();
    for row in &rows {
        let met = &table[row.name.as_str()];
        let expected = (row.refusal.clone(), Some(row.version));
        println!("{:<46} {:<12} version {}", row.name, row.refusal, row.version);
        for ((client, _), met) in players.iter().zip(met).filter(|(_, met)| **met != expected) {
            wrong.push(format!("{}: {client} met {met:?}, expected {expected:?}", row.name));
        }
    }
    let refusals: BTreeSet<&str> = rows.iter().map(|it| it.refusal.as_str()).collect();
    println!("{} attacks × {} clients, {} refusals", rows.len(), players.len(), refusals.len());
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(table.len(), rows.len(), "each attack has a name of its own");
    assert_eq!((rows.len(), players.len()), (ATTACKS, 3));
    assert_eq!(refusals.len(), 13, "all but `state` and `unavailable`: {refusals:?}");
}

/// Writes every attack into a folder of its own, and the index.
fn write(attacks: &[Attack], folder: &Path) -> Vec<Row> {
    let _ = std::fs::remove_dir_all(folder);
    let rows: Vec<Row> = attacks.iter().enumerate().map(|it| write_one(it, folder)).collect();
    let index: Vec<Value> = rows.iter().map(Row::json).collect();
    std::fs::write(folder.join("index.json"), Value::Array(index).to_string()).expect("written");
    rows
}

fn write_one((at, attack): (usize, &Attack), folder: &Path) -> Row {
    let mut forge = Forge::published();
    for before in &attack.before {
        before(&mut forge);
    }
    let row = Row {
        name: attack.name.clone(),
        refusal: attack.refusal.to_owned(),
        folder: folder.join(format!("{at:03}")),
        now: time(attack.now),
        version: forge.versions["timestamp"],
    };
    forge.save(&row.state());
    (attack.act)(&mut forge);
    forge.save(&row.store());
    row
}
