//! Pictures of a project that show where a text stands.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::error::Error;
use crate::save;
use crate::session::Session;

/// A picture that shows where a text stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screenshot {
    /// Its type, by its bytes.
    pub media_type: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why a picture is not given out.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ScreenshotError {
    /// It cannot be read, or lies outside of the project.
    #[error(transparent)]
    Disk(#[from] Error),
    /// There is no such file.
    #[error("there is no file `{0}`")]
    Missing(String),
    /// It is larger than [`Screenshot::MOST`].
    #[error("`{0}` has more than {mib} MiB", mib = Screenshot::MOST / (1024 * 1024))]
    Large(String),
    /// Its bytes are of no kind that is given out.
    #[error("`{0}` is no PNG, JPEG, GIF, WebP or AVIF")]
    NoPicture(String),
}

impl Screenshot {
    /// The most bytes that a picture may have: 8 MiB.
    pub const MOST: u64 = 8 * 1024 * 1024;

    /// The type of a picture by its first bytes (WHATWG MIME Sniffing, 6.1), whatever its name says. None of
    /// these runs scripts, as SVG does.
    fn media_type(bytes: &[u8]) -> Option<&'static str> {
        match bytes {
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some("image/png"),
            [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some("image/gif"),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', b'V', b'P', ..] => {
                Some("image/webp")
            }
            [_, _, _, _, b'f', b't', b'y', b'p', b'a', b'v', b'i', b'f' | b's', ..] => {
                Some("image/avif")
            }
            _ => None,
        }
    }
}

impl Session {
    /// A picture at a path from the root of the project.
    ///
    /// # Errors
    /// Where the path leads out of the project, by its text or through a link; where there is no such file,
    /// it is too large, or no picture.
    pub fn screenshot(&self, path: &str) -> Result<Screenshot, ScreenshotError> {
        read(&save::place(self.root(), path)?, path)
    }

    /// Whether there is a picture at a path, by what [`Session::screenshot`] goes by; its first bytes are read.
    pub fn has_screenshot(&self, path: &str) -> bool {
        save::place(self.root(), path).is_ok_and(|place| begins(&place).unwrap_or(false))
    }
}

/// Whether a file begins as a picture does, and is none too large.
fn begins(place: &Path) -> std::io::Result<bool> {
    let about = place.metadata()?;
    if !about.is_file() || about.len() > Screenshot::MOST {
        return Ok(false);
    }
    let mut bytes = Vec::new();
    File::open(place)?.take(BEGIN).read_to_end(&mut bytes)?;
    Ok(Screenshot::media_type(&bytes).is_some())
}

/// As many bytes as tell what a file is.
const BEGIN: u64 = 16;

fn read(place: &Path, path: &str) -> Result<Screenshot, ScreenshotError> {
    // What is no file may never end.
    let is_file = place.metadata().is_ok_and(|it| it.is_file());
    if !is_file {
        return Err(ScreenshotError::Missing(path.to_owned()));
    }
    let fail = || Error::io("read", place);
    let file = File::open(place).map_err(fail())?;
    let mut bytes = Vec::new();
    file.take(Screenshot::MOST + 1).read_to_end(&mut bytes).map_err(fail())?;
    if bytes.len() as u64 > Screenshot::MOST {
        return Err(ScreenshotError::Large(path.to_owned()));
    }
    match Screenshot::media_type(&bytes) {
        Some(media_type) => Ok(Screenshot { media_type, bytes }),
        None => Err(ScreenshotError::NoPicture(path.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pictures_are_pictures() {
        let webp = b"RIFF\x10\0\0\0WEBPVP8 ";
        let avif = b"\0\0\0\x20ftypavif";
        for (bytes, expected) in [
            (&b"\x89PNG\r\n\x1a\n0000"[..], Some("image/png")),
            (b"\xff\xd8\xff\xe0", Some("image/jpeg")),
            (b"GIF89a..", Some("image/gif")),
            (webp, Some("image/webp")),
            (avif, Some("image/avif")),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", None),
            (b"<!doctype html>", None),
            (b"RIFF\x10\0\0\0WAVEfmt ", None),
            (b"", None),
        ] {
            assert_eq!(Screenshot::media_type(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn what_is_too_large_or_no_file_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = folder.path().join("a.png");
        let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
        bytes.resize(usize::try_from(Screenshot::MOST).expect("a size"), 0);
        std::fs::write(&at, &bytes).expect("written");
        assert_eq!(read(&at, "a.png").expect("a picture").bytes.len(), bytes.len());
        assert!(begins(&at).expect("read"));
        bytes.push(0);
        std::fs::write(&at, &bytes).expect("written");
        assert!(!begins(&at).expect("read") && !begins(folder.path()).expect("read"));
        assert!(begins(&folder.path().join("b.png")).is_err());
        assert!(matches!(read(&at, "a.png"), Err(ScreenshotError::Large(_))));
        assert!(matches!(read(folder.path(), "."), Err(ScreenshotError::Missing(_))));
    }
}
