//! Where a command publishes to, and with which keys.

use hexapla_release::Lifetimes;
use hexapla_store::Store;
use hexapla_trust::Channel;
use hexapla_workspace::{Keys, Published, Publisher, now};

use crate::cli::Global;
use crate::commands::keys::Place;
use crate::failure::Failure;
use crate::ui::outln;

/// A store.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct To {
    /// The store: a folder, or `s3://bucket/prefix` with credentials in the environment
    #[arg(long, value_name = "STORE", env = "HEXAPLA_STORE")]
    to: String,
}

impl To {
    pub(crate) fn open(&self) -> Result<Box<dyn Store>, Failure> {
        Ok(hexapla_store::open(&self.to)?)
    }
}

/// A channel of a store, and who signs.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Desk {
    #[command(flatten)]
    to: To,
    /// The channel
    #[arg(long, default_value = "stable", value_name = "NAME")]
    channel: Channel,
    #[command(flatten)]
    place: Place,
    /// For how many days clients believe the pointer to the release; `release refresh` gives it more
    #[arg(long, value_name = "DAYS", default_value_t = Lifetimes::default().pointer, value_parser = clap::value_parser!(u32).range(1..=3650))]
    pointer_days: u32,
    /// For how many days clients believe the release
    #[arg(long, value_name = "DAYS", default_value_t = Lifetimes::default().release, value_parser = clap::value_parser!(u32).range(1..=3650))]
    release_days: u32,
    /// As JSON
    #[arg(long)]
    json: bool,
}

impl Desk {
    /// What is done with a publisher, and told in one line that begins with `verb`.
    pub(crate) fn publish(
        &self,
        global: &Global,
        verb: &str,
        act: impl FnOnce(&Publisher<'_>) -> Result<Published, Failure>,
    ) -> Result<(), Failure> {
        let (store, keys) = (self.to.open()?, self.place.open(global)?);
        let published = act(&self.publisher(global, store.as_ref(), &keys)?)?;
        self.tell(verb, &published)
    }

    /// Ready to publish.
    fn publisher<'a>(
        &self,
        global: &Global,
        store: &'a dyn Store,
        keys: &'a Keys,
    ) -> Result<Publisher<'a>, Failure> {
        let lifetimes = Lifetimes { pointer: self.pointer_days, release: self.release_days };
        let now = global.as_of.unwrap_or_else(now);
        Ok(Publisher::new(store, keys, self.channel.clone(), lifetimes, now)?)
    }

    fn tell(&self, verb: &str, it: &Published) -> Result<(), Failure> {
        let (channel, id) = (&self.channel, it.release.short());
        if self.json {
            let told = serde_json::json!({
                "channel": channel.as_str(),
                "version": it.version,
                "release": it.release.to_string(),
                "files": it.files,
                "sent": it.sent,
                "expires": it.expires.to_string(),
            });
            return outln!("{}", super::pretty(&told));
        }
        outln!(
            "{verb} {id} as version {} of `{channel}`: {} of {} files sent, good until {}",
            it.version,
            it.sent,
            it.files,
            it.expires.date(),
        )
    }
}
