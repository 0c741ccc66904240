//! Greets in the language of a reader, by the texts of a store:
//!
//! ```sh
//! cargo run --example greet -- STORE 1.root.json CACHE COLLECTION MESSAGE LOCALE…
//! ```
//!
//! The locales are those that the reader prefers, in order. Whatever fails, the last release that was
//! verified greets, and how old that is is told.

use std::error::Error;
use std::time::Duration;

use hexapla_client::{Client, Options, Source};

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [store, root, cache, collection, message, wishes @ ..] = args.as_slice() else {
        return Err("expected STORE, ROOT, CACHE, COLLECTION, MESSAGE and locales".into());
    };
    let source = Source::open(store, Duration::from_secs(15))?;
    let options =
        Options { cache: Some(cache.into()), ..Options::new(source, std::fs::read(root)?) };
    let client = Client::open(options)?;
    if let Err(refusal) = client.update() {
        let age = client.status().age.unwrap_or_default() / 86_400;
        eprintln!("not updated ({}): {refusal}; what is shown is {age} days old", refusal.name());
    }
    let locale = client.negotiate(wishes).ok_or("no locale fits")?;
    let bundle = client.bundle(&locale, collection)?.ok_or("the collection has no messages")?;
    let pattern = bundle.get_message(message).and_then(|it| it.value()).ok_or("no such message")?;
    println!("{locale}: {}", bundle.format_pattern(pattern, None, &mut Vec::new()));
    Ok(())
}
