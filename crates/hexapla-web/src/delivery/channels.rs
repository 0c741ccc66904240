//! The channels of a store, each read once a version.

use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use hexapla_trust::{Channel, Refusal};

use super::folder::{Folder, pointer};
use super::present::Present;
use super::stamp::Stamp;

/// What the channels of a store hold, as long as their pointers look the same.
pub(crate) struct Channels {
    folder: Folder,
    known: Mutex<BTreeMap<Channel, Arc<Slot>>>,
    reads: AtomicU64,
}

/// Who asks for a channel that is being read waits for that.
type Slot = tokio::sync::Mutex<Option<Known>>;

/// What was read of a channel.
struct Known {
    stamp: Stamp,
    /// Whether it is so as long as the stamp is.
    lasting: bool,
    at: Instant,
    present: Result<Arc<Present>, Refusal>,
}

/// How long is relied upon what may change without being seen, or may be mended.
const PAUSE: Duration = Duration::from_secs(1);

impl Channels {
    pub(crate) fn new(folder: Folder) -> Self {
        Self { folder, known: Mutex::default(), reads: AtomicU64::new(0) }
    }

    /// What a channel holds; nothing where it has no pointer.
    pub(crate) async fn present(&self, channel: &Channel) -> Result<Option<Arc<Present>>, Refusal> {
        let unavailable = |it: io::Error| Refusal::Unavailable(it.to_string());
        let name = pointer(channel).map_err(unavailable)?;
        let Some(stamp) = self.folder.look(&name) else { return Ok(None) };
        let slot = self.slot(channel);
        let mut known = slot.lock().await;
        let good = known.as_ref().filter(|it| it.stamp == stamp && it.holds());
        if let Some(known) = good {
            return known.present.clone().map(Some);
        }
        let (folder, wanted) = (self.folder.clone(), channel.clone());
        let now = SystemTime::now();
        let read = tokio::task::spawn_blocking(move || Present::read(&folder, &wanted)).await;
        let present = read.map_err(|it| unavailable(it.into()))?.map(Arc::new);
        self.reads.fetch_add(1, Ordering::Relaxed);
        let lasting = present.is_ok() && stamp.is_settled(now);
        *known = Some(Known { stamp, lasting, at: Instant::now(), present: present.clone() });
        present.map(Some)
    }

    /// Every channel and what it holds, sorted.
    pub(crate) async fn all(&self) -> io::Result<Vec<(Channel, Result<Arc<Present>, Refusal>)>> {
        let folder = self.folder.clone();
        let channels = tokio::task::spawn_blocking(move || folder.channels()).await;
        let mut all = Vec::new();
        for channel in channels.map_err(io::Error::other)?? {
            let present = self.present(&channel).await.transpose();
            all.extend(present.map(|it| (channel, it)));
        }
        Ok(all)
    }

    /// How often a channel was read.
    pub(crate) fn reads(&self) -> u64 {
        self.reads.load(Ordering::Relaxed)
    }

    fn slot(&self, channel: &Channel) -> Arc<Slot> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(known.entry(channel.clone()).or_default())
    }
}

impl Known {
    fn holds(&self) -> bool {
        self.lasting || self.at.elapsed() < PAUSE
    }
}
