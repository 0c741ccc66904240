//! What every store does alike, and what a folder and a URL do beside that.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::time::{Duration, Instant};

use hexapla_store::{Error, Fetched, Folder, Http, Memory, Name, Outcome, Store, Version, open};
use proptest::prelude::*;

fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

#[derive(Debug, Clone)]
enum Step {
    Put(u8, Vec<u8>),
    Create(u8, Vec<u8>),
    /// Replaces what was read at the last `Get` of that name.
    Replace(u8, Vec<u8>),
    Get(u8),
    Remove(u8),
}

const NAMES: [&str; 4] = ["stable/timestamp.json", "stable/7.es.json", "targets/es/página.md", "x"];

fn step() -> impl Strategy<Value = Step> {
    let at = || 0u8..4;
    let bytes = || proptest::collection::vec(any::<u8>(), 0..6);
    prop_oneof![
        (at(), bytes()).prop_map(|(at, bytes)| Step::Put(at, bytes)),
        (at(), bytes()).prop_map(|(at, bytes)| Step::Create(at, bytes)),
        (at(), bytes()).prop_map(|(at, bytes)| Step::Replace(at, bytes)),
        at().prop_map(Step::Get),
        at().prop_map(Step::Remove),
    ]
}

/// Goes through the steps beside a map, which is what a store should be.
fn like_a_map(store: &dyn Store, steps: &[Step]) -> Result<(), TestCaseError> {
    let mut map: BTreeMap<Name, Vec<u8>> = BTreeMap::new();
    let mut read: BTreeMap<Name, (Version, Vec<u8>)> = BTreeMap::new();
    for step in steps {
        match step {
            Step::Put(at, bytes) => {
                store.put(&name(NAMES[*at as usize]), bytes).unwrap();
                map.insert(name(NAMES[*at as usize]), bytes.clone());
            }
            Step::Create(at, bytes) => {
                let name = name(NAMES[*at as usize]);
                let written = store.create(&name, bytes).unwrap() == Outcome::Written;
                prop_assert_eq!(written, !map.contains_key(&name));
                map.entry(name).or_insert_with(|| bytes.clone());
            }
            Step::Replace(at, bytes) => {
                let name = name(NAMES[*at as usize]);
                let Some((version, known)) = read.get(&name) else { continue };
                let written = store.replace(&name, bytes, version).unwrap() == Outcome::Written;
                // A version may tell of more than the bytes, never of fewer.
                prop_assert!(!written || map.get(&name) == Some(known));
                if written {
                    map.insert(name, bytes.clone());
                }
            }
            Step::Get(at) => {
                let name = name(NAMES[*at as usize]);
                let found = store.get(&name, 5).unwrap();
                prop_assert_eq!(found.as_ref().map(|it| &it.bytes), map.get(&name));
                if let Some(found) = found {
                    let replaced = store.replace(&name, &found.bytes, &found.version).unwrap();
                    prop_assert_eq!(replaced, Outcome::Written);
                    let found = store.get(&name, 5).unwrap().unwrap();
                    read.insert(name, (found.version, found.bytes));
                }
            }
            Step::Remove(at) => {
                store.remove(&name(NAMES[*at as usize])).unwrap();
                map.remove(&name(NAMES[*at as usize]));
            }
        }
    }
    let listed = |prefix: &str| -> Vec<(Name, u64)> {
        store.list(prefix).unwrap().into_iter().map(|it| (it.name, it.length)).collect()
    };
    let all: Vec<(Name, u64)> =
        map.iter().map(|(name, it)| (name.clone(), it.len() as u64)).collect();
    let stable = all.iter().filter(|(name, _)| name.as_str().starts_with("stable/")).cloned();
    prop_assert_eq!(listed("stable/"), stable.collect::<Vec<_>>());
    prop_assert_eq!(listed(""), all);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_store_is_like_a_map(steps in proptest::collection::vec(step(), 0..30)) {
        like_a_map(&Memory::new(|| 0), &steps)?;
        let folder = tempfile::tempdir().unwrap();
        like_a_map(&Folder::new(folder.path().join("store")), &steps)?;
    }
}

#[test]
fn one_of_many_that_swap_at_the_same_time_wins() {
    let folder = tempfile::tempdir().unwrap();
    let pointer = name("stable/timestamp.json");
    let store = Folder::new(folder.path());
    store.put(&pointer, b"0").unwrap();
    let read = store.get(&pointer, 9).unwrap().unwrap().version;
    let won = std::thread::scope(|scope| {
        let swap = |who: usize| {
            let (store, read, pointer) = (Folder::new(folder.path()), &read, &pointer);
            scope.spawn(move || store.replace(pointer, who.to_string().as_bytes(), read).unwrap())
        };
        let all: Vec<_> = (1..9).map(swap).collect();
        all.into_iter().map(|it| it.join().unwrap()).collect::<Vec<_>>()
    });
    assert_eq!(won.iter().filter(|it| **it == Outcome::Written).count(), 1);
}

#[cfg(unix)]
#[test]
fn a_folder_does_not_follow_links() {
    use std::os::unix::fs::symlink;
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::fs::write(other.path().join("secret"), "s").unwrap();
    symlink(other.path(), folder.path().join("stable")).unwrap();
    symlink(other.path().join("secret"), folder.path().join("x")).unwrap();
    let store = Folder::new(folder.path());
    for text in ["stable/secret", "x"] {
        let name = name(text);
        assert!(matches!(store.get(&name, 9), Err(Error::Link(_))), "{text}");
        assert!(matches!(store.put(&name, b"t"), Err(Error::Link(_))), "{text}");
        assert!(matches!(store.create(&name, b"t"), Err(Error::Link(_))), "{text}");
        assert!(matches!(store.remove(&name), Err(Error::Link(_))), "{text}");
    }
    assert!(store.list("").unwrap().is_empty());
    assert_eq!(std::fs::read(other.path().join("secret")).unwrap(), b"s");
}

/// A server that gives one answer to each request, and tells what it was asked.
fn answers(all: Vec<Vec<u8>>) -> (SocketAddr, std::thread::JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = listener.local_addr().unwrap();
    let server = std::thread::spawn(move || {
        let mut asked = Vec::new();
        for answer in all {
            let (mut socket, _) = listener.accept().unwrap();
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                let mut byte = [0];
                socket.read_exact(&mut byte).unwrap();
                head.push(byte[0]);
            }
            asked.push(String::from_utf8(head).unwrap());
            socket.write_all(&answer).unwrap();
        }
        asked
    });
    (at, server)
}

fn answer(head: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 {head}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}")
        .into_bytes()
}

#[test]
fn a_url_is_read_with_limits_and_etags() {
    let endless = format!("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{}", "x".repeat(100_000));
    let (at, server) = answers(vec![
        answer("200 OK\r\nETag: \"7\"", "seven"),
        answer("304 Not Modified", ""),
        answer("200 OK", "eleven"),
        endless.into_bytes(),
        answer("404 Not Found", "no"),
        answer("503 Service Unavailable", ""),
        answer("403 Forbidden", ""),
    ]);
    let store = Http::open(&format!("http://{at}/base/")).unwrap();
    let page = name("targets/es/página 1.md");
    let Fetched::Object(seven) = store.fetch(&page, 5, None).unwrap() else { panic!("an object") };
    assert_eq!((seven.bytes.as_slice(), seven.version.0.as_str()), (b"seven".as_slice(), "\"7\""));
    assert_eq!(store.fetch(&page, 5, Some(&seven.version)).unwrap(), Fetched::Unchanged);
    assert!(matches!(store.get(&page, 5), Err(Error::Long { limit: 5, .. })));
    assert!(matches!(store.get(&page, 5), Err(Error::Long { limit: 5, .. })));
    assert_eq!(store.get(&page, 5).unwrap(), None);
    assert!(store.get(&page, 5).unwrap_err().may_pass());
    assert!(!store.get(&page, 5).unwrap_err().may_pass());
    assert!(matches!(store.put(&page, b""), Err(Error::ReadOnly(_))));
    let asked = server.join().unwrap();
    assert!(asked[0].starts_with("GET /base/targets/es/p%C3%A1gina%201.md HTTP/1.1\r\n"));
    assert!(asked[1].to_ascii_lowercase().contains("if-none-match: \"7\"\r\n"));
}

#[test]
fn a_url_that_does_not_answer_is_given_up() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = listener.local_addr().unwrap();
    let store = Http::open(&format!("http://{at}")).unwrap().within(Duration::from_millis(200));
    let started = Instant::now();
    assert!(store.get(&name("x"), 9).unwrap_err().may_pass());
    assert!(started.elapsed() < Duration::from_secs(10));
}

#[test]
fn an_address_tells_which_store_is_meant() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store");
    open(path.to_str().unwrap()).unwrap().put(&name("a/b"), b"c").unwrap();
    assert!(Path::new(&path).join("a/b").is_file());
    let refused = |address: &str| open(address).err().map(|it| it.to_string()).unwrap();
    assert_eq!(
        refused("ftp://x"),
        "`ftp://x` is no address of a store: a store is a folder, `s3://…` or `https://…`"
    );
    assert_eq!(
        refused("https://me:pass@host/x"),
        "`https://host/x` is no address of a store: it needs the form `https://host/path`"
    );
    assert!(refused("").contains("it is empty"));
}
