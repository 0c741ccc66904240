//! What is kept, and what becomes of it.

use std::path::PathBuf;

use hexapla_client::Client;

use crate::forge::{Key, Wrong, greeting, texts};
use crate::site::Site;

/// The files of the cache, by name.
fn kept(site: &Site) -> Vec<String> {
    let entries = std::fs::read_dir(site.cache()).expect("a cache");
    let names = entries.map(|it| it.expect("an entry").file_name().into_string().expect("text"));
    let mut names: Vec<String> = names.filter(|it| !it.starts_with('.')).collect();
    names.sort();
    names
}

/// The kept file with the greeting.
fn greeting_file(site: &Site) -> PathBuf {
    let place = site.forge.last("es/ui.ftl");
    let name = place.rsplit('/').next().and_then(|it| it.split('.').next()).expect("a hash");
    site.cache().join(name)
}

fn greets(client: &Client, word: &str) -> bool {
    client.text("es/ui.ftl").is_ok_and(|it| it.starts_with(&format!("hello = {word} ")))
}

#[test]
fn what_no_release_names_any_more_is_removed() {
    let mut site = Site::new();
    site.client().update().expect("a release");
    let first = greeting_file(&site);
    assert!(first.exists());
    std::fs::write(site.cache().join("notes.txt"), "not ours").expect("written");
    site.forge.release(greeting("Buenas"), &Wrong::default());
    site.save();
    site.client().update().expect("a release");
    assert!(!first.exists() && greeting_file(&site).exists());
    assert!(site.cache().join("notes.txt").exists());
    // The state, three files (units come when they are asked for), and what is not ours.
    assert_eq!(kept(&site).len(), 1 + 3 + 1);
}

#[test]
fn a_damaged_state_is_an_error_until_somebody_resets_it() {
    let mut site = Site::new();
    site.client().update().expect("a release");
    let state = site.cache().join("state");
    let whole = std::fs::read(&state).expect("a state");
    for at in [0, 20, 100, whole.len() / 2, whole.len() - 2] {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        for damaged in [bytes, whole[..at].to_vec()] {
            std::fs::write(&state, &damaged).expect("written");
            let client = site.client();
            assert_eq!(client.update().expect_err("damage").name(), "state", "at {at}");
            assert_eq!(client.status().version, None);
            assert_eq!(
                std::fs::read(&state).expect("a state"),
                damaged,
                "it stays to be looked at"
            );
        }
    }
    site.forge.release(greeting("Buenas"), &Wrong::default());
    site.save();
    let client = site.client();
    client.reset();
    assert_eq!(client.update(), Ok(true));
    assert!(greets(&site.cut_off(), "Buenas"));
}

#[test]
fn the_state_of_another_root_is_an_error() {
    let mut site = Site::new();
    site.client().update().expect("a release");
    site.forge.store.clear();
    site.forge.versions.clear();
    site.forge.root_keys = vec![Key::new(50)];
    site.forge.root();
    let client = site.client();
    let refusal = client.update().expect_err("another root");
    assert_eq!(refusal.name(), "state");
    assert!(refusal.to_string().contains("is another than the one that is given"), "{refusal}");
}

#[test]
fn a_later_root_goes_on_from_what_was_believed() {
    let mut site = Site::new();
    site.client().update().expect("a release");
    site.forge.root();
    site.forge.release(greeting("Buenas"), &Wrong::default());
    site.save();
    // Whoever is given the second root, which has the same keys, knows what the first vouched for.
    let second = site.forge.store["stable/2.root.json"].clone();
    let given = |keys: &Site| {
        let options = keys.options_of(&keys.path("nowhere"));
        let cache = Some(keys.cache());
        keys.open(hexapla_client::Options { root: second.clone(), cache, ..options })
    };
    assert_eq!(given(&site).status().version, Some(1));
    site.client().update().expect("a release");
    assert_eq!(given(&site).status().version, Some(2));
}

#[test]
fn of_a_release_that_lost_files_the_rest_is_shown_and_never_an_older_one() {
    let mut site = Site::new();
    let builder = site.open(site.options());
    builder.update().expect("a release");
    let older = builder.snapshot().expect("a copy");
    let more = texts().into_iter().chain([("es/pages/one.md".to_owned(), "# Dos\n".to_owned())]);
    site.forge.release(more.collect(), &Wrong::default());
    site.save();
    site.client().update().expect("a release");
    std::fs::remove_file(greeting_file(&site)).expect("removed");
    let options = site.options_of(&site.path("nowhere"));
    let cache = Some(site.cache());
    let client = site.open(hexapla_client::Options { cache, ..options });
    assert_eq!(client.status().version, Some(2));
    assert_eq!(client.status().error.as_ref().expect("it is told").name(), "missing");
    assert_eq!(client.text("es/pages/one.md").expect("held"), "# Dos\n");
    assert_eq!(client.text("es/ui.ftl").expect_err("gone").name(), "missing");
    let spanish = "es".parse().expect("a locale");
    assert!(client.bundle(&spanish, "ui").is_err(), "a bundle is whole or none");
    // The copy has the very file that is gone, and everything else is of the later release.
    let built_in = Some(older.into_bytes());
    let options = site.options_of(&site.path("nowhere"));
    let cache = Some(site.cache());
    let client = site.open(hexapla_client::Options { cache, built_in, ..options });
    assert_eq!(client.status().version, Some(2));
    assert!(greets(&client, "Hola"));
    assert_eq!(client.text("es/pages/one.md").expect("held"), "# Dos\n");
    // Once the store is there again the gap is filled.
    assert_eq!(site.client().update(), Ok(false));
    assert!(greets(&site.cut_off(), "Hola"));
}

#[test]
fn two_clients_on_one_cache_never_go_back() {
    let mut site = Site::new();
    let slow = site.client();
    slow.update().expect("a release");
    site.forge.release(greeting("Buenas"), &Wrong::default());
    site.save();
    let quick = site.client();
    quick.update().expect("a release");
    assert!(greets(&slow, "Hola"), "what is shown stays until its own update");
    assert_eq!(slow.update(), Ok(true));
    assert!(greets(&site.cut_off(), "Buenas"));
    // Many at once, while releases come.
    for word in ["Uno", "Dos", "Tres", "Cuatro", "Cinco"] {
        site.forge.release(greeting(word), &Wrong::default());
        site.save();
        let clients: Vec<Client> = (0..6).map(|_| site.client()).collect();
        std::thread::scope(|scope| {
            for client in &clients {
                scope.spawn(|| {
                    client.update().expect("a release");
                    assert_eq!(client.status().cache, None);
                });
            }
        });
        assert!(greets(&site.cut_off(), word), "{word}");
        assert_eq!(site.cut_off().status().error, None, "{word}");
    }
}

#[test]
fn a_client_that_is_behind_keeps_nothing_over_a_later_release() {
    let mut site = Site::new();
    let first = site.forge.clone();
    let behind = site.client();
    site.forge.release(greeting("Buenas"), &Wrong::default());
    site.save();
    site.client().update().expect("a release");
    // The one that opened before anything was kept is given the first release by a mirror.
    std::fs::remove_dir_all(site.store()).expect("removed");
    first.save(&site.store());
    assert_eq!(behind.update(), Ok(true));
    assert!(greets(&behind, "Hola"), "it knows of nothing later");
    assert!(greets(&site.cut_off(), "Buenas"), "and what is kept stays");
}
