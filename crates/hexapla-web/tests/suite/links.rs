//! What lies in a store's folder and is none of the store's.

use crate::support::{Press, get};

#[tokio::test]
async fn notes_among_publishers_and_folders_are_not_given_out() {
    let press = Press::with(&[("es/ui.ftl", b"a = b\n")]);
    for name in ["lease.json", "condemned.json", "stable/notes.json", "targets/es/plain.txt"] {
        std::fs::write(press.path(name), b"secret").unwrap();
    }
    let router = press.router();
    for path in [
        "/",
        "/lease.json",
        "/condemned.json",
        "/.lock",
        "/stable",
        "/stable/",
        "/stable/notes.json",
        "/targets/",
        "/targets/es/",
        "/targets/es/plain.txt",
        "/stable/%2e%2e/lease.json",
        "/stable/..%2flease.json",
        "/stable/..%5clease.json",
        "//lease.json",
    ] {
        let answer = get(&router, path, &[]).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.text().contains("secret"), "{path}");
        assert_eq!(answer.header("cache-control"), "no-store");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let press = Press::with(&[("es/ui.ftl", b"a = b\n")]);
    let elsewhere = tempfile::tempdir().unwrap();
    let name = format!("{}.ui.ftl", "0".repeat(64));
    std::fs::write(elsewhere.path().join(&name), b"secret").unwrap();
    std::fs::write(elsewhere.path().join("timestamp.json"), b"secret").unwrap();
    symlink(elsewhere.path().join(&name), press.path(&format!("targets/es/{name}"))).unwrap();
    symlink(elsewhere.path(), press.path("targets/it")).unwrap();
    symlink(elsewhere.path(), press.path("linked")).unwrap();
    let router = press.router();
    for path in [
        format!("/targets/es/{name}"),
        format!("/targets/it/{name}"),
        "/linked/timestamp.json".to_owned(),
        "/linked/latest/ui.ftl".to_owned(),
    ] {
        let answer = get(&router, &path, &[]).await;
        assert_ne!(answer.status, 200, "{path}");
        assert!(!answer.text().contains("secret"), "{path}");
    }
}

/// A device would hang whoever reads it.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn what_is_no_file_is_not_opened() {
    let press = Press::with(&[("es/ui.ftl", b"a = b\n")]);
    std::fs::remove_file(press.path("stable/timestamp.json")).unwrap();
    let made =
        std::process::Command::new("mkfifo").arg(press.path("stable/timestamp.json")).status();
    assert!(made.unwrap().success());
    let router = press.router();
    for path in ["/stable/timestamp.json", "/stable/latest/ui.ftl"] {
        assert_eq!(get(&router, path, &[]).await.status, 404, "{path}");
    }
}
