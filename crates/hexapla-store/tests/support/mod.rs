//! What the tests of stores share: a small kind of release, and a reader of it.
#![allow(dead_code, reason = "each test uses a part")]

use std::collections::BTreeSet;

use hexapla_store::{Base, Error, File, Files, Name, Store};
use sha2::{Digest, Sha256};

pub(crate) mod faulty;
pub(crate) mod turns;

pub(crate) const CHANNEL: &str = "stable";

pub(crate) fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

/// A release of a few files that say `words`: the pointer names the snapshot by version and hash, the
/// snapshot names content, each a line.
pub(crate) fn release(words: &str, base: Base<'_>) -> Files {
    let number = base.pointer.map_or(0, pointer_number) + 1;
    let texts = [format!("title of {words}\n").repeat(20), "the same in all\n".to_owned()];
    let content: Vec<File> = texts.iter().map(|it| content(it)).collect();
    let snapshot_name = format!("{CHANNEL}/{}.snapshot.json", base.free);
    let names: Vec<&str> = content.iter().map(|it| it.name.as_str()).collect();
    let targets = File {
        name: name(&format!("{CHANNEL}/{}.targets.json", base.free)),
        bytes: format!("targets of {words}\n{}\n", names.join("\n")).into_bytes(),
    };
    let snapshot = format!("snapshot\n{} {}\n", targets.name, hex(&targets.bytes)).into_bytes();
    let pointer = format!("{number}\n{snapshot_name} {}\n", hex(&snapshot)).into_bytes();
    let snapshot = File { name: name(&snapshot_name), bytes: snapshot };
    Files { content, metadata: vec![targets, snapshot], pointer }
}

fn content(text: &str) -> File {
    File {
        name: name(&format!("targets/es/{}.ui.ftl", hex(text.as_bytes()))),
        bytes: text.as_bytes().to_vec(),
    }
}

pub(crate) fn pointer_number(pointer: &[u8]) -> u64 {
    let text = String::from_utf8_lossy(pointer);
    text.lines().next().and_then(|it| it.parse().ok()).unwrap_or_default()
}

/// The objects that a pointer or metadata names.
pub(crate) fn named(bytes: &[u8]) -> Vec<Name> {
    let text = String::from_utf8_lossy(bytes);
    let names = text.lines().skip(1).filter_map(|line| line.split(' ').next());
    names.map(name).collect()
}

/// What came of following a pointer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Seen {
    /// A whole release: its number, and the hash of all its bytes.
    Whole(u64, String),
    /// There is no pointer.
    Nothing,
    /// Something was not there, or did not answer: a client keeps what it has.
    Unavailable,
    /// Bytes that are not those that were named.
    Mixed,
}

/// Reads as a client does: pointer, metadata, content, each checked by its hash.
pub(crate) fn read(store: &dyn Store) -> Seen {
    let get = |name: &Name| store.get(name, 1 << 20);
    let seen = || -> Result<Seen, Error> {
        let Some(pointer) = get(&name("stable/timestamp.json"))? else { return Ok(Seen::Nothing) };
        let mut whole = pointer.bytes.clone();
        let mut open: Vec<String> =
            String::from_utf8_lossy(&pointer.bytes).lines().skip(1).map(str::to_owned).collect();
        while let Some(line) = open.pop() {
            let (path, hash) = expected(&line);
            let Some(found) = get(&name(path))? else { return Ok(Seen::Unavailable) };
            if hex(&found.bytes) != hash {
                return Ok(Seen::Mixed);
            }
            whole.extend_from_slice(&found.bytes);
            if path.ends_with(".json") {
                let text = String::from_utf8_lossy(&found.bytes).into_owned();
                open.extend(text.lines().skip(1).map(str::to_owned));
            }
        }
        Ok(Seen::Whole(pointer_number(&pointer.bytes), hex(&whole)))
    };
    seen().unwrap_or(Seen::Unavailable)
}

fn expected(line: &str) -> (&str, String) {
    match line.split_once(' ') {
        Some((path, hash)) => (path, hash.to_owned()),
        None => {
            let file = line.rsplit('/').next().unwrap_or_default();
            (line, file.split('.').next().unwrap_or_default().to_owned())
        }
    }
}

/// What a reader sees of these files once they are all there.
pub(crate) fn whole(files: &Files) -> Seen {
    let store = hexapla_store::Memory::new(|| 0);
    for file in files.content.iter().chain(&files.metadata) {
        store.put(&file.name, &file.bytes).unwrap();
    }
    store.put(&name("stable/timestamp.json"), &files.pointer).unwrap();
    read(&store)
}

/// All names in a store.
pub(crate) fn names(store: &dyn Store) -> BTreeSet<String> {
    store.list("").unwrap().iter().map(|it| it.name.to_string()).collect()
}
