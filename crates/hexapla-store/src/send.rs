//! Content on its way to a store.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::compress::compress;
use crate::error::Error;
use crate::patient::Patient;
use crate::publish::File;

/// Sends what is not there yet, many at a time; the precompressed before the content itself, so that
/// where that is, all is. Gives the number of files sent.
///
/// A name stands for a hash, so what is there with the right length is right.
pub(crate) fn send(desk: Patient<'_>, files: &[File]) -> Result<usize, Error> {
    let (next, sent) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let failed = Mutex::new(None);
    let held = || failed.lock().unwrap_or_else(PoisonError::into_inner);
    let work = || {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            match send_one(desk, file) {
                Ok(true) => drop(sent.fetch_add(1, Ordering::Relaxed)),
                Ok(false) => {}
                Err(error) => {
                    next.store(files.len(), Ordering::Relaxed);
                    held().get_or_insert(error);
                }
            }
        }
    };
    let hands = desk.habits.at_once.min(files.len());
    if hands < 2 {
        work();
    } else {
        std::thread::scope(|scope| (0..hands).for_each(|_| drop(scope.spawn(work))));
    }
    match failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some(error) => Err(error),
        None => Ok(sent.into_inner()),
    }
}

/// Sends one file where it has to be; whether it had.
fn send_one(desk: Patient<'_>, file: &File) -> Result<bool, Error> {
    let found = desk.look(&file.name)?;
    if found.is_some_and(|it| it.length == file.bytes.len() as u64) {
        return Ok(false);
    }
    let made = compress(file.name.as_str(), &file.bytes)
        .map_err(Error::io("compress", file.name.as_str()))?;
    for (ending, bytes) in made.files() {
        desk.put(&file.name.with_ending(ending)?, &bytes)?;
    }
    desk.put(&file.name, &file.bytes)?;
    Ok(true)
}

/// The names that a file of content has in a store, precompressed and not.
pub(crate) fn names(file: &File) -> impl Iterator<Item = String> {
    let endings = std::iter::once("").chain(crate::layout::ENDINGS);
    endings.map(|ending| format!("{}{ending}", file.name))
}
