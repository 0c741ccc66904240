//! The encodings that a file may be precompressed in.

use headers::{HeaderMap, HeaderName};

use super::preference::preferences;

/// An encoding that a file may be precompressed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// RFC 7932.
    Brotli,
    /// RFC 8878.
    Zstandard,
    /// RFC 1952.
    Gzip,
}

impl Encoding {
    /// All, by how small they make a text as a rule.
    pub(crate) const ALL: [Self; 3] = [Self::Brotli, Self::Zstandard, Self::Gzip];

    /// What `Content-Encoding` calls it.
    pub(crate) fn token(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Zstandard => "zstd",
            Self::Gzip => "gzip",
        }
    }

    /// The ending that a precompressed file has.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Zstandard => ".zst",
            Self::Gzip => ".gz",
        }
    }

    /// The one of those that `there` says are there that a reader takes most gladly, and as gladly
    /// as the plain file; nothing where that is the plain file.
    pub(crate) fn best(headers: &HeaderMap, there: impl Fn(Self) -> bool) -> Option<Self> {
        let name = HeaderName::from_static("accept-encoding");
        if !headers.contains_key(&name) {
            return None;
        }
        let weight = |token: &str| {
            let of =
                |it: &str| preferences(headers, &name).find(|one| one.of.eq_ignore_ascii_case(it));
            of(token).map(|it| it.weight)
        };
        let (any, plain) = (weight("*").unwrap_or(0), weight("identity").unwrap_or(1));
        let weighed = Self::ALL.map(|it| (weight(it.token()).unwrap_or(any), it));
        let wanted = weighed.into_iter().filter(|(weight, _)| *weight > 0 && *weight >= plain);
        // Of several that are as dear, the first is taken.
        let best = wanted.filter(|(_, it)| there(*it)).rev().max_by_key(|(weight, _)| *weight);
        best.map(|(_, it)| it)
    }
}

#[cfg(test)]
mod tests {
    use headers::HeaderValue;

    use super::*;

    #[test]
    fn the_dearest_that_there_is_is_taken() {
        use Encoding::{Brotli, Gzip, Zstandard};
        for (header, there, expected) in [
            ("gzip, deflate, br, zstd", &[Brotli, Zstandard, Gzip][..], Some(Brotli)),
            ("gzip, deflate, br, zstd", &[Gzip, Zstandard], Some(Zstandard)),
            ("gzip, deflate, br, zstd", &[], None),
            ("br;q=0.1, GZIP;q=0.2", &[Brotli, Gzip], Some(Gzip)),
            ("br;q=0, gzip;q=0", &[Brotli, Gzip], None),
            ("*", &[Gzip], Some(Gzip)),
            ("*;q=0.5, br;q=0", &[Brotli, Gzip], Some(Gzip)),
            ("identity, gzip;q=0.5", &[Gzip], None),
            ("identity;q=0.5, gzip", &[Gzip], Some(Gzip)),
            ("deflate", &[Gzip], None),
            ("", &[Gzip], None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert("accept-encoding", HeaderValue::from_str(header).expect("a value"));
            assert_eq!(Encoding::best(&headers, |it| there.contains(&it)), expected, "{header}");
        }
        assert_eq!(Encoding::best(&HeaderMap::new(), |_| true), None);
    }
}
