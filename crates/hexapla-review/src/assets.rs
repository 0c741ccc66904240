//! Styles, scripts and pictures of the room itself.

use std::io::Write;
use std::sync::{LazyLock, OnceLock};

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

/// A file of the room.
pub(crate) struct Asset {
    pub(crate) name: &'static str,
    pub(crate) media_type: &'static str,
    pub(crate) bytes: &'static [u8],
    compressed: OnceLock<Vec<u8>>,
}

macro_rules! asset {
    ($name:literal, $media_type:literal) => {
        Asset {
            name: $name,
            media_type: $media_type,
            bytes: include_bytes!(concat!("../assets/", $name)),
            compressed: OnceLock::new(),
        }
    };
}

impl Asset {
    /// The same, compressed by gzip; made when it is first asked for.
    pub(crate) fn compressed(&'static self) -> &'static [u8] {
        self.compressed.get_or_init(|| {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
            // What is written to memory is always written.
            let _ = encoder.write_all(self.bytes);
            encoder.finish().unwrap_or_default()
        })
    }
}

static ASSETS: [Asset; 4] = [
    asset!("room.css", "text/css; charset=utf-8"),
    asset!("room.js", "text/javascript; charset=utf-8"),
    asset!("htmx.js", "text/javascript; charset=utf-8"),
    asset!("mark.svg", "image/svg+xml"),
];

/// The start of the hash of all of them: with another version of the room addresses are others too.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    ASSETS.iter().for_each(|it| hash.update(it.bytes));
    data_encoding::HEXLOWER.encode(&hash.finalize()[..8])
});

/// The address of a file of the room.
pub(crate) fn address(name: &str) -> String {
    debug_assert!(ASSETS.iter().any(|it| it.name == name), "no asset `{name}`");
    format!("/static/{}/{name}", *VERSION)
}

/// The file at an address, by its two changing parts.
pub(crate) fn find(version: &str, name: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|it| it.name == name).filter(|_| version == *VERSION)
}
