//! A folder that follows a channel of a store.

use std::path::{Path, PathBuf};
use std::time::Duration;

use hexapla_client::Source;
use hexapla_model::Progress;
use hexapla_trust::{Channel, FileEntry, Locale, Refusal, Timestamp, Trusted, Wanted};

use super::STATE;
use super::copied::refuse_foreign;
use super::error::PullError;
use super::place::Place;
use super::tree::{Failed, Tree};
use crate::error::Error;
use crate::save;

/// A folder that follows a channel of a store.
pub struct Subscription {
    source: Source,
    into: PathBuf,
    /// The root that is given, and nothing else.
    given: Trusted,
    wanted: Wanted,
}

/// The release that a folder holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The version of the pointer that led to it.
    pub version: u64,
    /// The id of the release.
    pub release: String,
    /// The moment that it is of.
    pub as_of: Timestamp,
    /// Until when the pointer is good.
    pub expires: Timestamp,
}

/// How a pull went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivered {
    /// What the folder holds now.
    pub held: Held,
    /// How many files that are, without what is made here.
    pub files: usize,
    /// Whether its files were others before.
    pub changed: bool,
    /// The bytes that were fetched.
    pub fetched: u64,
    /// Wanted locales that are not in the release.
    pub absent: Vec<Locale>,
}

impl Subscription {
    /// The channel of the store at `address`, verified from the root in the file `trust`, for the
    /// folder `into`. No request takes longer than `timeout`.
    ///
    /// # Errors
    /// Where the address means no store, or the root is none.
    pub fn new(
        (address, channel): (&str, Channel),
        trust: &Path,
        into: &Path,
        wanted: Wanted,
        timeout: Duration,
    ) -> Result<Self, PullError> {
        let root = save::open(trust).and_then(|mut file| {
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut file, &mut bytes).map(|_| bytes)
        });
        let root = root.map_err(Error::io("read", trust))?;
        let given = Trusted::new(channel.clone(), &root);
        let given = given.map_err(|source| PullError::Refused { channel, source })?;
        let source = Source::new(hexapla_store::open_within(address, timeout)?);
        Ok(Self { source, into: into.to_owned(), given, wanted })
    }

    /// The channel.
    pub fn channel(&self) -> &Channel {
        self.given.channel()
    }

    /// What the folder holds now; nothing where that is nothing, or cannot be told.
    pub fn held(&self) -> Option<Held> {
        Held::by(&self.believed(&self.into).ok()??)
    }

    /// Verifies what the channel has at the moment `now`, and puts it into the folder in one step,
    /// what is believed of it among the files. What the folder has already is not fetched.
    ///
    /// # Errors
    /// Where anything is not believed, the folder holds something that would be lost, or the disk
    /// says no; the folder stays as it was.
    pub fn pull(&self, now: Timestamp, progress: &Progress) -> Result<Delivered, PullError> {
        let before = self.source.fetched();
        let place = Place::take(&self.into)?;
        let believed = self.believed(&place.folder)?;
        let known = believed.clone().unwrap_or_else(|| self.given.clone());
        progress.begin("verifying metadata", 0);
        let updated = self.source.round(known, self.wanted.clone(), now);
        let updated = updated.map_err(|it| self.refused(it))?;
        let tree = Tree::of(&updated.trusted, &updated.files);
        let changed = tree.require_whole(&place.folder).is_err();
        if changed {
            require_ours(&place.folder)?;
            place
                .put(|staged| tree.stage(staged, &place.folder, &self.source, progress))
                .map_err(|it| self.failed(it))?;
        } else if believed.as_ref() != Some(&updated.trusted) {
            save::write(&place.folder.join(STATE), tree.state())?;
        }
        let held = Held::by(&updated.trusted);
        let held = held.ok_or_else(|| self.refused(Refusal::Missing("targets.json".to_owned())))?;
        let fetched = self.source.fetched() - before;
        Ok(Delivered { held, files: updated.files.len(), changed, fetched, absent: updated.absent })
    }

    /// What was believed when the release in `folder` was put there, verified again.
    fn believed(&self, folder: &Path) -> Result<Option<Trusted>, PullError> {
        let Some(bytes) = save::read(&folder.join(STATE))? else { return Ok(None) };
        self.given.resume(&bytes).map(Some).map_err(|it| self.refused(it))
    }

    fn refused(&self, source: Refusal) -> PullError {
        PullError::Refused { channel: self.channel().clone(), source }
    }

    fn failed(&self, why: Failed) -> PullError {
        match why {
            Failed::Refused(refusal) => self.refused(refusal),
            Failed::Disk(error) => error.into(),
        }
    }
}

impl Held {
    fn by(trusted: &Trusted) -> Option<Self> {
        let (pointer, targets) = (trusted.pointer()?, trusted.targets()?);
        let (version, expires) = (pointer.head.version, pointer.head.expires);
        Some(Self { version, release: targets.release.clone(), as_of: targets.as_of, expires })
    }
}

/// Refuses to replace a folder that holds what no pull put there.
fn require_ours(folder: &Path) -> Result<(), Error> {
    let Some(bytes) = save::read(&folder.join(STATE))? else { return refuse_foreign(folder) };
    // Not what is believed now, since a later root may have been given.
    let put = Trusted::read(&bytes).map_err(|it| Error::Integrity(it.to_string()))?;
    let files: Vec<FileEntry> = put.files().cloned().collect();
    match Tree::of(&put, &files).foreign(folder)? {
        Some(path) => Err(Error::Exists(path)),
        None => Ok(()),
    }
}
