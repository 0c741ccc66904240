//! Files written whole or not at all.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::path::{Component, Path, PathBuf};

use atomic_write_file::AtomicWriteFile;
use hexapla_model::Progress;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use crate::error::Error;

/// The place of a path from the root of a project, which must not lead out of it: neither by its
/// text nor through a link.
pub(crate) fn place(root: &Path, path: &str) -> Result<PathBuf, Error> {
    let relative = Path::new(path);
    let plain = |part: Component<'_>| matches!(part, Component::Normal(_));
    if path.is_empty() || !relative.components().all(plain) {
        return Err(Error::Outside(relative.to_owned()));
    }
    let full = root.join(relative);
    let existing = full.ancestors().find(|it| it.symlink_metadata().is_ok()).unwrap_or(root);
    let real = existing.canonicalize().map_err(Error::io("resolve", existing))?;
    let real_root = root.canonicalize().map_err(Error::io("resolve", root))?;
    if real.starts_with(&real_root) { Ok(full) } else { Err(Error::Outside(full)) }
}

/// Writes a file atomically: after a crash it holds the old bytes or the new. Folders are created.
///
/// Bytes, name and folder have reached the disk when this returns.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        create_folder(folder)?;
    }
    let fail = || Error::io("write", path);
    // A link is replaced where it leads to, not by a file.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if path.metadata().is_ok_and(|it| it.permissions().readonly()) {
        return Err(fail()(ErrorKind::PermissionDenied.into()));
    }
    let mut file = AtomicWriteFile::open(&path).map_err(fail())?;
    file.write_all(bytes).map_err(fail())?;
    file.commit().map_err(fail())
}

/// Writes a file whose name is the hash of its bytes; one that is there already, whole, is left.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if read(path)?.is_some_and(|found| found == bytes) { Ok(()) } else { write(path, bytes) }
}

/// How many files are on their way to the disk at once: whoever waits for one of them waits for all.
const ON_THEIR_WAY: usize = 16;

/// Puts a folder together which is not there yet, and which nobody looks into before it is whole:
/// `bytes` gives what each of the `files` below it holds.
///
/// Bytes, names and folders have reached the disk when this returns.
pub(crate) fn fill<'a, E: From<Error> + Send>(
    folder: &Path,
    files: &[&'a str],
    bytes: impl Fn(&'a str) -> Result<Cow<'a, [u8]>, E> + Sync,
    progress: &Progress,
) -> Result<(), E> {
    create_folder(folder)?;
    let inner = files.iter().flat_map(|file| Path::new(file).ancestors().skip(1));
    let inner: BTreeSet<PathBuf> = inner.map(|it| folder.join(it)).collect();
    for inner in &inner {
        std::fs::create_dir_all(inner).map_err(Error::io("create", inner))?;
    }
    progress.begin("writing files", files.len());
    let put = |file: &&'a str| -> Result<(), E> {
        create_new(&folder.join(file), &bytes(file)?)?;
        progress.step();
        Ok(())
    };
    let threads = ThreadPoolBuilder::new().num_threads(ON_THEIR_WAY).build();
    let threads =
        threads.map_err(|error| Error::io("write", folder)(std::io::Error::other(error)))?;
    threads.install(|| {
        first_error(files.par_iter().map(put))?;
        first_error(inner.par_iter().map(|inner| Ok(sync_folder(inner)?)))
    })
}

/// The first of the errors, whatever comes up first.
pub(crate) fn first_error<E: Send>(
    results: impl ParallelIterator<Item = Result<(), E>>,
) -> Result<(), E> {
    results.find_first(Result::is_err).unwrap_or(Ok(()))
}

/// Creates a file that nobody looks at yet; its bytes have reached the disk when this returns.
fn create_new(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let file = File::options().write(true).create_new(true).open(path);
    let written = file.and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(Error::io("write", path))
}

/// Moves a file to where none is: it is whole under one of the two names at any moment.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    let folder = to.parent().unwrap_or(to);
    create_folder(folder)?;
    std::fs::rename(from, to).map_err(Error::io("move", from))?;
    sync_folder(folder)?;
    from.parent().map_or(Ok(()), sync_folder)
}

/// Creates a folder and those above it, each on the disk before anything lies in it.
pub(crate) fn create_folder(folder: &Path) -> Result<(), Error> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    let Some(parent) = folder.parent() else { return Ok(()) };
    create_folder(parent)?;
    match std::fs::create_dir(folder) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists || !folder.is_dir() => {
            Err(Error::io("create", folder)(error))
        }
        _ => sync_folder(parent),
    }
}

/// Has the names in a folder reach the disk, where the system knows how.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), Error> {
    if cfg!(unix) {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let synced = std::fs::File::open(folder).and_then(|it| it.sync_all());
        synced.map_err(Error::io("write", folder))?;
    }
    Ok(())
}

/// Opens a file to read it. What is no file is left alone: a named pipe would keep us waiting for
/// ever.
pub(crate) fn open(path: &Path) -> std::io::Result<File> {
    let kind = path.metadata()?.file_type();
    if kind.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if !kind.is_file() {
        return Err(std::io::Error::other("it is a pipe or device, no file"));
    }
    File::open(path)
}

/// The bytes of a file; nothing where there is none.
pub(crate) fn read(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    let all = |mut file: File| {
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map(|_| bytes)
    };
    match open(path).and_then(all) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io("read", path)(error)),
    }
}
