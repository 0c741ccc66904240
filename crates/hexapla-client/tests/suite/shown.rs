//! What is shown of a release.

use std::collections::BTreeSet;

use fluent_bundle::FluentArgs;
use hexapla_client::{Client, Options, Wanted};

use crate::forge::{DAY, Wrong, greeting};
use crate::site::Site;

fn hello(client: &Client) -> String {
    let locale = client.negotiate(&["es-AR", "en"]).expect("a locale");
    let mut bundle = client.bundle(&locale, "ui").expect("whole").expect("messages");
    bundle.set_use_isolating(false);
    let args = FluentArgs::from_iter([("name", "Ana")]);
    let pattern = bundle.get_message("hello").and_then(|it| it.value()).expect("a message");
    bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
}

#[test]
fn a_release_is_shown_once_it_was_pulled() {
    let site = Site::new();
    let client = site.client();
    let status = client.status();
    assert_eq!((status.version, status.release, status.age), (None, None, None));
    assert!(client.locales().is_empty() && client.snapshot().is_none());
    assert_eq!(client.text("es/ui.ftl").expect_err("nothing yet").name(), "missing");
    assert_eq!(client.update(), Ok(true));
    assert_eq!(client.update(), Ok(false));
    let status = client.status();
    assert_eq!((status.version, status.age, status.expired), (Some(1), Some(DAY), false));
    assert_eq!((status.error, status.cache), (None, None));
    let locales = client.locales();
    assert_eq!(locales.iter().map(|it| it.as_str()).collect::<Vec<_>>(), ["ar", "es"]);
    assert_eq!(client.files(&locales[1], Some("ui")).len(), 2);
    assert_eq!(client.files(&locales[1], None).len(), 3);
    assert_eq!(hello(&client), "Hola Ana");
    assert_eq!(client.units("es/ui.ftl").expect("units")[0]["state"], "reviewed");
    assert_eq!(client.negotiate(&["fr"]), None);
    let no_messages = client.bundle(&locales[1], "pages").expect("whole");
    assert!(no_messages.is_none());
}

#[test]
fn only_what_changed_is_fetched() {
    let mut site = Site::new();
    let first = site.client();
    first.update().expect("a release");
    let whole = first.status().fetched;
    // A pointer to the same, and then one string.
    let again = site.client();
    assert_eq!(again.update(), Ok(false));
    let pointer = site.forge.store["stable/timestamp.json"].len() as u64;
    assert_eq!(again.status().fetched, pointer);
    site.forge.release(greeting("Buenas"), &Wrong::default());
    site.save();
    let next = site.client();
    assert_eq!(next.update(), Ok(true));
    assert_eq!(hello(&next), "Buenas Ana");
    let named = ["timestamp", "2.snapshot", "2.targets", "2.es"];
    let size = |name: &str| site.forge.store[&format!("stable/{name}.json")].len() as u64;
    let content = site.forge.store[&site.forge.last("es/ui.ftl")].len() as u64;
    let expected = named.into_iter().map(size).sum::<u64>() + content;
    let changed = next.status().fetched;
    assert_eq!(changed, expected, "the metadata that changed and one file");
    println!("whole release {whole} bytes, same {pointer}, one string {changed}");
}

#[test]
fn what_is_not_loaded_is_fetched_when_it_is_asked_for() {
    let site = Site::new();
    let named = Wanted::Named(BTreeSet::from(["es".parse().expect("a locale")]));
    let only = Some(BTreeSet::from(["pages".to_owned()]));
    let options = Options { locales: named, collections: only, ..site.options() };
    let client = site.open(Options { cache: Some(site.cache()), ..options });
    client.update().expect("a release");
    assert_eq!(client.locales().len(), 1);
    assert_eq!(client.text("ar/ui.ftl").expect_err("not wanted").name(), "missing");
    let before = client.status().fetched;
    assert_eq!(client.text("es/pages/one.md").expect("held"), "# Uno\n");
    assert_eq!(client.status().fetched, before);
    assert_eq!(hello(&client), "Hola Ana");
    assert!(client.status().fetched > before);
    let after = client.status().fetched;
    assert_eq!(hello(&client), "Hola Ana");
    assert_eq!(client.status().fetched, after, "it is held now");
    assert_eq!(hello(&site.cut_off()), "Hola Ana", "and kept");
}

#[test]
fn a_copy_is_shown_until_there_is_something_later() {
    let mut site = Site::new();
    let builder = site.open(site.options());
    builder.update().expect("a release");
    let first = builder.snapshot().expect("a copy");
    site.forge.release(greeting("Buenas"), &Wrong::default());
    site.save();
    builder.update().expect("a release");
    let second = builder.snapshot().expect("a copy");
    let shown = |cache: bool, copy: &str| {
        let options = site.options_of(&site.path("nowhere"));
        let cache = cache.then(|| site.cache());
        let built_in = Some(copy.as_bytes().to_vec());
        let client = site.open(Options { cache, built_in, ..options });
        assert!(client.update().is_err(), "there is no store");
        (client.status().version, hello(&client))
    };
    assert_eq!(shown(false, &first), (Some(1), "Hola Ana".to_owned()));
    assert_eq!(shown(false, &second), (Some(2), "Buenas Ana".to_owned()));
    // What is kept is later than the first copy, and an older one never replaces it.
    site.client().update().expect("a release");
    assert_eq!(shown(true, &first), (Some(2), "Buenas Ana".to_owned()));
    let tampered = second.replace("Buenas", "Buenos");
    assert_ne!(tampered, second);
    let options = site.options_of(&site.path("nowhere"));
    let client = site.open(Options { built_in: Some(tampered.into_bytes()), ..options });
    assert_eq!(client.status().version, None);
    assert_eq!(client.status().error.expect("it is told").name(), "hash");
}

#[test]
fn readers_go_on_while_another_thread_updates() {
    let mut site = Site::new();
    let client = site.client();
    client.update().expect("a release");
    std::thread::scope(|scope| {
        let readers: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    let mut seen = 0;
                    while seen < 2 {
                        let version = client.status().version.expect("a release");
                        assert!(version >= seen, "never back");
                        assert!(client.text("es/ui.ftl").expect("a text").starts_with("hello = "));
                        seen = version;
                    }
                })
            })
            .collect();
        site.forge.release(greeting("Buenas"), &Wrong::default());
        site.save();
        assert_eq!(client.update(), Ok(true));
        readers.into_iter().for_each(|it| it.join().expect("no panic"));
    });
}
