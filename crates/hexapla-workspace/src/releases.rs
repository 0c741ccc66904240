//! Releases in folders.

use std::path::{Path, PathBuf};

use hexapla_release::{MANIFEST, Manifest, Release, ReleaseId, ReleasePath};

use crate::error::Error;
use crate::save;

/// Writes a release into a folder of its own below `folder`, the manifest last; a release that is
/// there already is left as it is.
pub(crate) fn save(release: &Release, folder: &Path) -> Result<PathBuf, Error> {
    let own = folder.join(release.id.short());
    if own.join(MANIFEST).is_file() && verify_release(&own).is_ok() {
        return Ok(own);
    }
    for (path, bytes) in &release.files {
        save::write(&own.join(path.as_str()), bytes)?;
    }
    save::write(&own.join(MANIFEST), &release.manifest_bytes)?;
    Ok(own)
}

/// The releases below `folder`, oldest first: by the moment that ages were counted to, then by id.
pub(crate) fn list(folder: &Path) -> Result<Vec<(PathBuf, ReleaseId, Manifest)>, Error> {
    let mut found = Vec::new();
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(found),
        Err(error) => return Err(Error::io("read", folder)(error)),
    };
    for entry in entries {
        let path = entry.map_err(Error::io("read", folder))?.path();
        if path.join(MANIFEST).is_file() {
            let (id, manifest) = manifest(&path)?;
            found.push((path, id, manifest));
        }
    }
    found.sort_by(|a, b| (a.2.as_of, &a.1).cmp(&(b.2.as_of, &b.1)));
    Ok(found)
}

/// The manifest of the release in `folder`.
pub(crate) fn manifest(folder: &Path) -> Result<(ReleaseId, Manifest), Error> {
    let path = folder.join(MANIFEST);
    let bytes = read_at_most(&path, Manifest::LARGEST as u64)?;
    let manifest = Manifest::read(&bytes)
        .map_err(|error| Error::Integrity(format!("{}: {error}", path.display())))?;
    Ok((ReleaseId::of(&bytes), manifest))
}

/// Verifies every file of the release in `folder`.
///
/// # Errors
/// Where the manifest is damaged, or a file is missing or not what was released.
pub fn verify_release(folder: &Path) -> Result<(ReleaseId, Manifest), Error> {
    let (id, manifest) = manifest(folder)?;
    let own = folder.file_name().map(|name| name.to_string_lossy().into_owned());
    let named_after =
        |name: &String| name.len() == 12 && name.bytes().all(|it| it.is_ascii_hexdigit());
    if own.as_ref().is_some_and(|name| named_after(name) && name != id.short()) {
        let message =
            format!("{}: the manifest is that of release {}", folder.display(), id.short());
        return Err(Error::Integrity(message));
    }
    for path in manifest.files.keys() {
        file(folder, &manifest, path)?;
    }
    Ok((id, manifest))
}

/// A verified file of a release.
pub(crate) fn file(
    folder: &Path,
    manifest: &Manifest,
    path: &ReleasePath,
) -> Result<Vec<u8>, Error> {
    let full = folder.join(path.as_str());
    let length = manifest.files.get(path).map_or(0, |entry| entry.length);
    let bytes = read_at_most(&full, length.saturating_add(1))?;
    match manifest.check(path, &bytes) {
        Ok(()) => Ok(bytes),
        Err(error) => Err(Error::Integrity(error.to_string())),
    }
}

/// The bytes of a file, but no more than `most`.
fn read_at_most(path: &Path, most: u64) -> Result<Vec<u8>, Error> {
    use std::io::Read;
    let missing = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            Error::Integrity(format!("`{}` is missing from the release", path.display()))
        }
        _ => Error::io("read", path)(error),
    };
    let file = save::open(path).map_err(missing)?;
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes).map_err(Error::io("read", path))?;
    Ok(bytes)
}
