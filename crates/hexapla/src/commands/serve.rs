//! `hexapla serve`.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use hexapla_model::Locale;
use hexapla_web::{Delivery, Limits, ServeError, Server, Settings};
use serde_json::json;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::outln;

/// Serve the channels and releases of a store over HTTP
///
/// Clients read the same from any web server that gives out the folder; this one also leads readers
/// to files in their language (/CHANNEL/latest/PATH), lists the channels (/index.json), and tells
/// how it does (/health, /metrics). It runs until SIGINT (Ctrl-C) or SIGTERM, ends the answers that
/// it began, and then ends with code 0.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The folder of the store
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// The address to listen on; 0.0.0.0 or :: for all of the machine
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1")]
    bind: IpAddr,
    /// The port to listen on; 0 for any that is free
    #[arg(long, value_name = "NUMBER", default_value_t = 8080)]
    port: u16,
    /// For how many seconds caches believe what may change: pointers, the index, where a file is
    #[arg(long, value_name = "SECONDS", default_value_t = Settings::default().max_age, value_parser = clap::value_parser!(u32).range(..=86_400))]
    max_age: u32,
    /// The locale of readers who ask for none that there is
    #[arg(long, value_name = "LOCALE")]
    default_locale: Option<Locale>,
    /// Tell the address as a line of JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let store = folder(args)?;
    let server = Server::bind(SocketAddr::new(args.bind, args.port))?;
    let address = format!("http://{}/", server.address());
    match args.json {
        true => outln!("{}", json!({ "event": "listening", "address": address })),
        false => outln!("serving {} at {address}", store.display()),
    }?;
    let (max_age, default_locale) = (args.max_age, args.default_locale.clone());
    let settings = Settings { max_age, default_locale, ..Settings::default() };
    server.run(Delivery::new(store, settings).router(), &Limits::default())?;
    Ok(Exit::Clean)
}

/// The folder of the store, which has to be there.
fn folder(args: &Args) -> Result<PathBuf, Failure> {
    let Some(store) = &args.store else {
        return Err(Failure::usage("there is nothing to serve").with_hint(
            "name the folder of a store: `hexapla serve --store DIR`; `hexapla release publish --to \
             DIR` makes one",
        ));
    };
    if store.is_dir() {
        return Ok(store.clone());
    }
    let hint = match store.to_string_lossy().contains("://") {
        true => "a bucket is given out by its own server, or by a cache in front of it",
        false => "`hexapla release publish --to DIR` makes a store",
    };
    Err(Failure::usage(format!("`{}` is no folder", store.display())).with_hint(hint))
}

impl From<ServeError> for Failure {
    fn from(error: ServeError) -> Self {
        Self::new(Exit::Io, error.to_string()).with_hint(error.hint())
    }
}
