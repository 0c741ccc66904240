//! What is settled in the room reaches git.

mod kit;

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use kit::{House, accept, field, git, plain, shown};
use serde_json::json;

/// A project in a repository that follows another, which is `hub` in the folder.
fn house(hub: &Path) -> House {
    let house = House::of(&[
        ("src/a.ftl", "hello = Hello\nbye = Bye\n"),
        ("out/es/a.ftl", "hello = Hola\nbye = Adiós\n"),
    ]);
    git(hub, &["init", "-q", "--bare", "-b", "main", "."]);
    let root = house.path(".");
    let hub = hub.to_str().expect("text");
    house.commit_all();
    git(&root, &["remote", "add", "origin", hub]);
    git(&root, &["push", "-q", "-u", "origin", "main"]);
    house
}

/// Gives a unit another text in the name of a visitor.
async fn settle(visitor: &kit::Visitor<'_>, unit: &str, text: &str) {
    let told = visitor.post("/api/unit/es", &accept(&shown(visitor, unit).await, text)).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
}

#[tokio::test]
async fn what_waits_is_shown_and_committed_by_a_button() {
    let hub = tempfile::tempdir().expect("a folder");
    let house = house(hub.path());
    let (mara, ines) = (house.visitor("mara"), house.visitor("ines"));
    settle(&mara, "ui/a#hello", "hello = Buenas").await;
    assert!(ines.get("/activity").await.text.contains("href=\"/sync\""));
    let page = ines.get("/sync").await;
    assert_eq!(page.status, StatusCode::OK);
    for what in ["mara", "out/es/a.ftl", "1 unit", "2 files", "Commit and push"] {
        assert!(plain(&page.text).contains(what), "{what}: {}", page.text);
    }
    let told = ines.form("/sync", &[]).await;
    assert_eq!(told.status, StatusCode::FORBIDDEN);
    let csrf = field(&page.text, "csrf");
    let told = ines.form("/sync", &[("csrf", &csrf)]).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    assert_eq!(told.headers["location"], "/sync");
    let page = plain(&ines.get("/sync").await.text);
    let done =
        ["Everything is committed.", "pushed to origin/main", "Settle 1 unit in es", "ines", "UTC"];
    for what in done {
        assert!(page.contains(what), "{what}: {page}");
    }
    let log = git(hub.path(), &["log", "--format=%an: %s", "main"]);
    assert!(log.contains("mara: Settle 1 unit in es"), "{log}");
    assert!(git(hub.path(), &["show", "main:out/es/a.ftl"]).contains("Buenas"));
    let list = ines.json("/api/sync").await;
    assert_eq!(list["waiting"], json!([]));
    assert_eq!((&list["last"]["by"], &list["last"]["error"]), (&json!("ines"), &json!(null)));
}

#[tokio::test]
async fn what_others_pushed_appears_in_the_room() {
    let hub = tempfile::tempdir().expect("a folder");
    let house = house(hub.path());
    let (mara, clone) = (house.visitor("mara"), tempfile::tempdir().expect("a folder"));
    let place = clone.path().to_str().expect("text");
    git(hub.path(), &["clone", "-q", ".", place]);
    let path = clone.path().join("out/es/a.ftl");
    std::fs::write(path, "hello = Hola\nbye = Hasta luego\n").expect("written");
    let as_ana = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org"];
    git(clone.path(), &[&as_ana[..], &["commit", "-qam", "theirs"]].concat());
    git(clone.path(), &["push", "-q"]);
    settle(&mara, "ui/a#hello", "hello = Buenas").await;
    let told = mara.post("/api/sync", &json!({})).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    assert_eq!(house.read("out/es/a.ftl"), "hello = Buenas\nbye = Hasta luego\n");
    assert_eq!(shown(&mara, "ui/a#bye").await["target"], "bye = Hasta luego");
}

#[tokio::test]
async fn what_others_pushed_appears_by_itself_where_nobody_decided() {
    let hub = tempfile::tempdir().expect("a folder");
    let house = house(hub.path());
    let (mara, clone) = (house.visitor("mara"), tempfile::tempdir().expect("a folder"));
    let place = clone.path().to_str().expect("text");
    git(hub.path(), &["clone", "-q", ".", place]);
    keep_synced(&house);
    // It has gone well once, with nothing to do.
    let last = || async { mara.json("/api/sync").await["last"].clone() };
    let started = Instant::now();
    while last().await.is_null() && started.elapsed() < Duration::from_secs(60) {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(last().await["error"].is_null() && !last().await.is_null());
    let path = clone.path().join("out/es/a.ftl");
    std::fs::write(path, "hello = Hola\nbye = Hasta luego\n").expect("written");
    let as_ana = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org"];
    git(clone.path(), &[&as_ana[..], &["commit", "-qam", "theirs"]].concat());
    git(clone.path(), &["push", "-q"]);
    let started = Instant::now();
    let target = || async { shown(&mara, "ui/a#bye").await["target"].clone() };
    while target().await != "bye = Hasta luego" && started.elapsed() < Duration::from_secs(60) {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(target().await, "bye = Hasta luego");
}

/// Has the room bring itself up to date again and again; gives what goes wrong. It ends with the process.
fn keep_synced(house: &House) -> Arc<Mutex<Vec<String>>> {
    let (room, wrong) = (Arc::clone(&house.room), Arc::new(Mutex::new(Vec::new())));
    let told = Arc::clone(&wrong);
    thread::spawn(move || {
        room.keep_synced(Duration::from_millis(50), |why| {
            told.lock().expect("a list").push(why.to_owned());
        });
    });
    wrong
}

#[tokio::test]
async fn what_goes_wrong_is_told() {
    let house = House::of(&[("src/a.ftl", "hello = Hello\n"), ("out/es/a.ftl", "hello = Hola\n")]);
    let mara = house.visitor("mara");
    let page = mara.get("/sync").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("is not in a git repository"), "{}", page.text);
    let hub = tempfile::tempdir().expect("a folder");
    let house = self::house(hub.path());
    git(&house.path("."), &["remote", "set-url", "origin", "http://mara:s3cret@127.0.0.1:1/x.git"]);
    let mara = house.visitor("mara");
    settle(&mara, "ui/a#hello", "hello = Buenas").await;
    let told = mara.post("/api/sync", &json!({})).await;
    assert_eq!(told.status, StatusCode::BAD_GATEWAY, "{}", told.text);
    assert!(told.text.contains("cannot reach origin/main") && told.text.contains("hint"));
    // It stays until it went well, on every page.
    for path in ["/sync", "/", "/queue/es"] {
        let page = mara.get(path).await.text;
        assert!(page.contains("cannot reach origin/main"), "{path}");
        assert!(!page.contains("s3cret"), "{path}");
    }
    let hub = hub.path().to_str().expect("text");
    git(&house.path("."), &["remote", "set-url", "origin", hub]);
    assert_eq!(mara.post("/api/sync", &json!({})).await.status, StatusCode::OK);
    assert!(!mara.get("/").await.text.contains("cannot reach"));
}

#[tokio::test]
async fn the_room_does_it_by_itself() {
    let hub = tempfile::tempdir().expect("a folder");
    let house = house(hub.path());
    let mara = house.visitor("mara");
    settle(&mara, "ui/a#hello", "hello = Buenas").await;
    let wrong = keep_synced(&house);
    let pushed = || git(hub.path(), &["log", "--format=%an", "main"]).contains("mara");
    let started = Instant::now();
    while !pushed() && started.elapsed() < Duration::from_secs(60) {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(pushed(), "{:?}", wrong.lock().expect("a list"));
    // With nothing new it rests.
    tokio::time::sleep(Duration::from_millis(500)).await;
    let last = mara.json("/api/sync").await["last"]["at"].clone();
    tokio::time::sleep(Duration::from_millis(1500)).await;
    assert_eq!(mara.json("/api/sync").await["last"]["at"], last);
    assert!(wrong.lock().expect("a list").is_empty());
}
