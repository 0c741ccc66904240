//! The arrows between rooms, and what must not be where.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Which rooms a room may depend on.
const MAY_DEPEND_ON: [(&str, &[&str]); 20] = [
    ("hexapla-allocator", &[]),
    ("hexapla-model", &[]),
    ("hexapla-xml", &[]),
    ("hexapla-formats", &["hexapla-model", "hexapla-xml"]),
    ("hexapla-ledger", &["hexapla-model"]),
    ("hexapla-checks", &["hexapla-model", "hexapla-formats"]),
    (
        "hexapla-engine",
        &[
            "hexapla-checks",
            "hexapla-model",
            "hexapla-formats",
            "hexapla-ledger",
            "hexapla-memory",
            "hexapla-terms",
        ],
    ),
    ("hexapla-exchange", &["hexapla-model", "hexapla-xml"]),
    ("hexapla-memory", &["hexapla-model"]),
    ("hexapla-terms", &["hexapla-model", "hexapla-xml"]),
    ("hexapla-trust", &["hexapla-model"]),
    ("hexapla-release", &["hexapla-model", "hexapla-trust"]),
    ("hexapla-store", &[]),
    ("hexapla-web", &["hexapla-store", "hexapla-trust"]),
    ("hexapla-people", &["hexapla-model"]),
    ("hexapla-client", &["hexapla-store", "hexapla-trust"]),
    (
        "hexapla-workspace",
        &[
            "hexapla-client",
            "hexapla-model",
            "hexapla-formats",
            "hexapla-ledger",
            "hexapla-exchange",
            "hexapla-engine",
            "hexapla-release",
            "hexapla-store",
            "hexapla-terms",
            "hexapla-trust",
        ],
    ),
    (
        "hexapla-review",
        &[
            "hexapla-client",
            "hexapla-model",
            "hexapla-people",
            "hexapla-formats",
            "hexapla-ledger",
            "hexapla-engine",
            "hexapla-release",
            "hexapla-store",
            "hexapla-trust",
            "hexapla-workspace",
            "hexapla-xml",
        ],
    ),
    (
        "hexapla-lsp",
        &[
            "hexapla-model",
            "hexapla-formats",
            "hexapla-ledger",
            "hexapla-engine",
            "hexapla-workspace",
        ],
    ),
    (
        "hexapla",
        &[
            "hexapla-allocator",
            "hexapla-exchange",
            "hexapla-lsp",
            "hexapla-review",
            "hexapla-model",
            "hexapla-formats",
            "hexapla-ledger",
            "hexapla-engine",
            "hexapla-people",
            "hexapla-release",
            "hexapla-store",
            "hexapla-terms",
            "hexapla-trust",
            "hexapla-web",
            "hexapla-workspace",
        ],
    ),
];

#[test]
fn arrows_go_one_way() {
    let metadata = cargo_metadata::MetadataCommand::new()
        .manifest_path(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .no_deps()
        .other_options(vec!["--offline".to_owned()])
        .exec()
        .expect("cargo metadata");
    let allowed: BTreeMap<&str, &[&str]> = MAY_DEPEND_ON.into_iter().collect();
    let mut seen = BTreeSet::new();
    for package in &metadata.packages {
        let name = package.name.as_str();
        let allowed = allowed.get(name).unwrap_or_else(|| panic!("no rule for {name}"));
        seen.insert(name.to_owned());
        let normal =
            |it: &&cargo_metadata::Dependency| it.kind == cargo_metadata::DependencyKind::Normal;
        for dependency in package.dependencies.iter().filter(normal) {
            let other = dependency.name.as_str();
            assert!(!other.starts_with("hexapla") || allowed.contains(&other), "{name} on {other}");
        }
    }
    assert_eq!(seen.len(), MAY_DEPEND_ON.len());
}

/// What the compiler cannot prove to be safe is in the room of the allocator alone.
#[test]
fn one_room_has_lints_of_its_own() {
    let rooms = MAY_DEPEND_ON.into_iter().map(|(room, _)| room);
    let own = rooms.filter(|room| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        // The binary's package is that of the root.
        let folder =
            if *room == "hexapla" { folder.into() } else { folder.join("crates").join(room) };
        let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
        !manifest.contains("[lints]\nworkspace = true")
    });
    assert_eq!(own.collect::<Vec<_>>(), ["hexapla-allocator"]);
}

fn sources(room: &str) -> Vec<PathBuf> {
    let mut open =
        vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("crates").join(room).join("src")];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty());
    found
}

#[test]
fn law_12_only_one_room_touches_disk_and_clock() {
    for room in [
        "hexapla-model",
        "hexapla-formats",
        "hexapla-checks",
        "hexapla-ledger",
        "hexapla-engine",
        "hexapla-exchange",
        "hexapla-memory",
        "hexapla-release",
        "hexapla-terms",
        "hexapla-trust",
        "hexapla-xml",
        "hexapla-lsp",
    ] {
        for path in sources(room) {
            let text = std::fs::read_to_string(&path).expect("a source");
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            for word in [
                "std::fs",
                "std::net",
                "std::process",
                "std::env",
                "SystemTime",
                "Timestamp::now",
                "Instant::now",
                "println!",
            ] {
                assert!(!text.contains(word), "{} in {}", word, path.display());
            }
        }
    }
}

#[test]
fn law_12_the_store_reads_no_clock_and_only_its_folders_the_disk() {
    for path in sources("hexapla-store") {
        let text = std::fs::read_to_string(&path).expect("a source");
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for word in ["SystemTime", "Instant::now", "std::process", "thread::sleep"] {
            assert!(!text.contains(word), "{} in {}", word, path.display());
        }
        let folder = path.file_name().is_some_and(|name| name == "folder.rs");
        assert!(folder || !text.contains("std::fs"), "std::fs in {}", path.display());
    }
}

#[test]
fn law_12_the_room_of_people_reads_no_clock_and_only_its_file_the_disk() {
    for path in sources("hexapla-people") {
        let text = std::fs::read_to_string(&path).expect("a source");
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for word in ["SystemTime", "Instant::now", "Timestamp::now", "std::net", "std::process"] {
            assert!(!text.contains(word), "{} in {}", word, path.display());
        }
        let file = path.file_name().is_some_and(|name| name == "file.rs");
        assert!(file || !text.contains("std::fs"), "std::fs in {}", path.display());
    }
}

/// Of a store that is served nothing is read but by what looks for links first, and nothing is written.
#[test]
fn law_12_delivery_reads_the_disk_in_one_place_and_writes_nothing() {
    for path in sources("hexapla-web") {
        let text = std::fs::read_to_string(&path).expect("a source");
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        let folder = path.file_name().is_some_and(|name| name == "folder.rs");
        for word in ["File::open", "read_dir", "symlink_metadata", "tokio::fs::read"] {
            assert!(folder || !text.contains(word), "{} in {}", word, path.display());
        }
        for word in ["fs::write", "File::create", "fs::remove", "fs::rename", "File::options"] {
            assert!(!text.contains(word), "{} in {}", word, path.display());
        }
    }
}

/// What a program that shows translations has to build beside the client.
#[test]
fn a_client_brings_no_asynchronous_runtime_and_no_buckets() {
    let cargo = std::process::Command::new(env!("CARGO"))
        .args(["tree", "--offline", "-p", "hexapla-client", "-e", "normal", "--prefix", "none"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let tree = String::from_utf8(cargo.stdout).expect("text");
    let crates: BTreeSet<&str> = tree.lines().filter_map(|it| it.split(' ').next()).collect();
    assert!(crates.contains("hexapla-trust") && crates.contains("ureq"), "{crates:?}");
    for name in ["tokio", "object_store", "reqwest", "brotli", "zstd", "pkcs8", "hexapla-engine"] {
        assert!(!crates.contains(name), "{name}");
    }
    println!("{} crates", crates.len());
}

#[test]
fn law_12_only_the_binary_touches_the_terminal() {
    let rooms = [
        "hexapla-workspace",
        "hexapla-store",
        "hexapla-client",
        "hexapla-web",
        "hexapla-people",
        "hexapla-review",
        "hexapla-lsp",
    ];
    for path in rooms.into_iter().flat_map(sources) {
        let text = std::fs::read_to_string(&path).expect("a source");
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for word in ["println!", "eprint!", "stdout()", "stderr()"] {
            assert!(!text.contains(word), "{} in {}", word, path.display());
        }
    }
}
