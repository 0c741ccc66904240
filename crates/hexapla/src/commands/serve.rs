//! `hexapla serve`.

use std::fs;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use hexapla_model::Locale;
use hexapla_people::Accounts;
use hexapla_review::{OpenError, Publishing, Room};
use hexapla_web::{Delivery, Limits, ServeError, Server, Settings};
use hexapla_workspace::Session;
use serde_json::json;

use crate::cli::Global;
use crate::commands::keys::{self, Place};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{outln, tell};

/// Open the review room of the project, or serve the channels and releases of a store
///
/// Without `--store`: a web application for translators and editors; for whoever sits at this
/// machine or, once `hexapla people` has made accounts, for who signs in.
/// It shows what is stale, missing and unverified, and commits what is decided; what changes on disk
/// appears by itself. With `--publish-to` releases are published from it, and with `--delivery-port` the
/// same process serves them.
///
/// With `--store`: its channels and releases over HTTP. Clients read the same from any web server that
/// gives out the folder; this one also leads readers to files in their language
/// (/CHANNEL/latest/PATH), lists the channels (/index.json), and tells how it does (/health, /metrics).
///
/// It runs until SIGINT (Ctrl-C) or SIGTERM, ends the answers that it began, and then ends with
/// code 0.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Serve this folder of a store instead of the project
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// The address to listen on; 0.0.0.0 or :: for all of the machine (the room: only with accounts)
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1")]
    bind: IpAddr,
    /// The port to listen on; 0 for any that is free
    #[arg(long, value_name = "NUMBER", default_value_t = 8080)]
    port: u16,
    /// Open the review room in the browser
    #[arg(long, conflicts_with = "store")]
    open: bool,
    /// Look for changes again and again, for file systems that tell nothing
    #[arg(long, conflicts_with = "store")]
    poll: bool,
    /// The header by which a server in front of the room says who asks, by handle, such as
    /// X-Remote-User; it has to take out what visitors send by that name
    #[arg(long, value_name = "NAME", conflicts_with = "store")]
    proxy_header: Option<String>,
    /// Keep the cookies of the room to TLS, which a server in front of it speaks; without this where that
    /// server says X-Forwarded-Proto: https
    #[arg(long, conflicts_with = "store")]
    secure: bool,
    /// Give badges (/badge/LOCALE.svg), which tell how many percent of a locale are current, to everybody,
    /// signed in or not
    #[arg(long, conflicts_with = "store")]
    public_badges: bool,
    /// Let publishers publish to this store from the room, with the project's keys
    #[arg(long, value_name = "STORE", conflicts_with = "store")]
    publish_to: Option<String>,
    /// Serve that store too, at this port of the same address, as `--store` does; 0 for any port that
    /// is free
    #[arg(long, value_name = "NUMBER", requires = "publish_to")]
    delivery_port: Option<u16>,
    /// Commit what was settled every so many minutes, merge what others did, and push, as `hexapla sync`
    /// does
    #[arg(long, value_name = "MINUTES", conflicts_with = "store", value_parser = clap::value_parser!(u64).range(1..=10_080))]
    sync: Option<u64>,
    #[command(flatten)]
    place: Place,
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

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    match &args.store {
        Some(store) => deliver(args, store),
        None => review(global, args),
    }
}

/// Serves a store.
fn deliver(args: &Args, store: &Path) -> Result<Exit, Failure> {
    require_folder(store)?;
    let server = args.listen(args.port)?;
    tell_address(args, &store.display().to_string(), &server)?;
    server.run(args.delivery(store).router(), &Limits::default())?;
    Ok(Exit::Clean)
}

/// Opens the review room.
fn review(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let accounts = accounts(global)?;
    let stands = accounts.is_some();
    let refused = match (args.bind.is_loopback(), stands, args.proxy_header.is_some()) {
        (false, false, _) => Some("the review room has no accounts"),
        (false, true, true) => {
            Some("with `--proxy-header` whoever reaches the room may be anybody")
        }
        (true, false, true) => Some("`--proxy-header` names accounts, and there are none"),
        _ => None,
    };
    if let Some(why) = refused {
        return Err(Failure::usage(format!("{why}, so it is not opened at {}", args.bind))
            .with_hint("`hexapla people add HANDLE --role admin` makes accounts; without `--bind` only this machine gets in"));
    }
    let server = args.listen(args.port)?;
    let sync_every = args.sync.map(|minutes| Duration::from_secs(minutes * 60));
    let settings = hexapla_review::Settings {
        handle: global.handle.clone(),
        as_of: global.as_of,
        poll: args.poll,
        accounts,
        proxy_header: args.proxy_header.clone(),
        secure: args.secure,
        public_badges: args.public_badges,
        publishing: args.publishing(global)?,
        sync_every,
    };
    let room = Arc::new(Room::open(&global.directory, settings)?);
    let beside = args.beside()?;
    tell_address(args, &room.project(), &server)?;
    let beside = beside.map(|(store, server)| {
        tell_address(args, &store.display().to_string(), &server)?;
        let router = args.delivery(store).router();
        Ok::<Beside, Failure>(thread::spawn(move || server.run(router, &Limits::default())))
    });
    let beside = beside.transpose()?;
    let followed = Arc::clone(&room);
    thread::spawn(move || {
        if let Err(error) = followed.follow() {
            tell!("changes on disk are not followed any more: {error}");
        }
    });
    if let Some(every) = sync_every {
        let synced = Arc::clone(&room);
        thread::spawn(move || {
            synced.keep_synced(every, |why| tell!("the repository is not up to date: {why}"));
        });
    }
    if args.open {
        open(&format!("http://{}/", server.address()));
    }
    server.run(room.router(), &Limits::default())?;
    if let Some(delivery) = beside {
        delivery.join().map_err(|_| Failure::new(Exit::Io, "delivery broke off"))??;
    }
    Ok(Exit::Clean)
}

/// A server on a thread of its own.
type Beside = JoinHandle<Result<(), ServeError>>;

/// The file of accounts, where the project has any.
fn accounts(global: &Global) -> Result<Option<PathBuf>, Failure> {
    let path = Session::open(&global.directory)?.own_folder()?.join("room.sqlite");
    if !path.try_exists()? {
        return Ok(None);
    }
    let any = !Accounts::open(&path)?.list()?.is_empty();
    Ok(any.then_some(path))
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Project(error) => error.into(),
            OpenError::People(error) => error.into(),
            other => Self::new(Exit::Io, other.to_string()),
        }
    }
}

impl Args {
    fn listen(&self, port: u16) -> Result<Server, ServeError> {
        Server::bind(SocketAddr::new(self.bind, port))
    }

    /// The store that is served beside the room, where that was asked for. It has an address of its own:
    /// what a store holds may not speak in the room's name.
    fn beside(&self) -> Result<Option<(&Path, Server)>, Failure> {
        let (Some(port), Some(store)) = (self.delivery_port, &self.publish_to) else {
            return Ok(None);
        };
        let store = Path::new(store);
        if !store.to_string_lossy().contains("://") {
            // The first release may still have to be published.
            fs::create_dir_all(store)?;
        }
        require_folder(store)?;
        Ok(Some((store, self.listen(port)?)))
    }

    /// What gives out a store.
    fn delivery(&self, store: &Path) -> Delivery {
        let (max_age, default_locale) = (self.max_age, self.default_locale.clone());
        Delivery::new(store, Settings { max_age, default_locale, ..Settings::default() })
    }

    /// Where the room publishes to. The keys have to be there; a passphrase comes from
    /// HEXAPLA_PASSPHRASE.
    fn publishing(&self, global: &Global) -> Result<Option<Publishing>, Failure> {
        let Some(store) = &self.publish_to else { return Ok(None) };
        hexapla_store::open(store)?;
        let keys = self.place.open(global)?.folder().to_owned();
        Ok(Some(Publishing { store: store.clone(), keys, ask: keys::given }))
    }
}

/// Says what is served where.
fn tell_address(args: &Args, what: &str, server: &Server) -> Result<(), Failure> {
    let address = format!("http://{}/", server.address());
    match args.json {
        true => outln!("{}", json!({ "event": "listening", "address": address })),
        false => outln!("serving {what} at {address}"),
    }?;
    Ok(())
}

/// Asks the system to open an address in the browser; where it cannot, the address was told.
fn open(address: &str) {
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let started =
        Command::new(opener).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    if started.is_err() {
        tell!("no browser was found: open {address}");
    }
}

/// Refuses a store that is not there.
fn require_folder(store: &Path) -> Result<(), Failure> {
    if store.is_dir() {
        return Ok(());
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
