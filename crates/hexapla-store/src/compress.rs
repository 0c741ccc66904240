//! The same bytes, smaller, for servers that give out what is compressed already.

use std::io::{self, Write};

use flate2::{Compression, GzBuilder};

/// A text in each of the encodings that browsers take; of those that are no shorter, nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compressed {
    /// gzip (RFC 1952), without name and time.
    pub gz: Option<Vec<u8>>,
    /// Brotli (RFC 7932).
    pub br: Option<Vec<u8>>,
    /// Zstandard (RFC 8878).
    pub zst: Option<Vec<u8>>,
}

/// Fewer bytes than these fit one packet with or without.
const SMALL: usize = 256;

/// Endings of what holds compressed bytes already.
const DENSE: [&str; 22] = [
    "7z", "avif", "br", "bz2", "gif", "gz", "heic", "jpeg", "jpg", "jxl", "m4a", "mp3", "mp4",
    "ogg", "png", "webm", "webp", "woff", "woff2", "xz", "zip", "zst",
];

/// Compresses the bytes of a file of that name: the same bytes always come out.
///
/// Nothing comes out of fewer than 256 bytes, of what is compressed already, and where it would be
/// no shorter.
pub fn compress(name: &str, bytes: &[u8]) -> io::Result<Compressed> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    if bytes.len() < SMALL || DENSE.contains(&ending.as_str()) {
        return Ok(Compressed::default());
    }
    let shorter = |made: Vec<u8>| Some(made).filter(|made| made.len() < bytes.len());
    Ok(Compressed {
        gz: shorter(gzip(bytes)?),
        br: shorter(brotli(bytes)?),
        zst: shorter(zstd::bulk::compress(bytes, 19)?),
    })
}

impl Compressed {
    /// Each that there is, with the ending that its file has.
    pub fn files(self) -> impl Iterator<Item = (&'static str, Vec<u8>)> {
        let all = [(".br", self.br), (".gz", self.gz), (".zst", self.zst)];
        all.into_iter().filter_map(|(ending, bytes)| Some((ending, bytes?)))
    }
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    // 255 is “unknown system”, so that the machine does not show.
    let builder = GzBuilder::new().mtime(0).operating_system(255);
    let mut writer = builder.write(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    writer.finish()
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut made = Vec::new();
    let mut input = bytes;
    let settings = ::brotli::enc::BrotliEncoderParams { quality: 10, ..Default::default() };
    ::brotli::BrotliCompress(&mut input, &mut made, &settings)?;
    Ok(made)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use proptest::prelude::*;

    use super::{Compressed, compress};

    fn back(made: &Compressed) -> Vec<Vec<u8>> {
        let mut all = Vec::new();
        for (ending, bytes) in made.clone().files() {
            let mut text = Vec::new();
            match ending {
                ".gz" => {
                    flate2::read::GzDecoder::new(&bytes[..])
                        .read_to_end(&mut text)
                        .expect("it compresses");
                }
                ".br" => {
                    ::brotli::BrotliDecompress(&mut &bytes[..], &mut text).expect("it compresses");
                }
                _ => text = zstd::decode_all(&bytes[..]).expect("it compresses"),
            }
            all.push(text);
        }
        all
    }

    #[test]
    fn what_does_not_pay_is_left() {
        let text = "tea and biscuits, ".repeat(100);
        assert_eq!(
            compress("a.png", text.as_bytes()).expect("it compresses"),
            Compressed::default()
        );
        assert_eq!(
            compress("a.ftl", &text.as_bytes()[..255]).expect("it compresses"),
            Compressed::default()
        );
        let noise: Vec<u8> =
            (0..400u32).map(|it| (it.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert!(
            compress("a.ftl", &noise)
                .expect("it compresses")
                .files()
                .all(|(_, it)| it.len() < noise.len())
        );
        assert_eq!(compress("a.ftl", text.as_bytes()).expect("it compresses").files().count(), 3);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn law_11_the_same_bytes_come_out_and_lead_back(words in proptest::collection::vec("[a-e]{1,4}", 150..400)) {
            let text = words.join(" ");
            let made = compress("a.md", text.as_bytes()).expect("it compresses");
            prop_assert_eq!(&made, &compress("a.md", text.as_bytes()).expect("it compresses"));
            let all = back(&made);
            prop_assert_eq!(all.len(), 3);
            prop_assert!(all.iter().all(|it| it == text.as_bytes()));
        }
    }
}
