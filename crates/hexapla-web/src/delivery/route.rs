//! What a path of a URL asks for.

use hexapla_trust::{Channel, ReleasePath};
use percent_encoding::percent_decode_str;

use super::address::{Address, Kind};

/// What a path of a URL asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// A file of the store.
    File(Address),
    /// A file of a channel's present release, in the language of the reader.
    Latest(Channel, ReleasePath),
    /// What channels there are.
    Index,
    /// Whether the store can be read.
    Health,
    /// What was counted.
    Metrics,
    /// Nothing that there could be.
    Nothing,
}

impl Route {
    /// What routes are counted as.
    pub(crate) const FAMILIES: [&str; 8] =
        ["pointer", "metadata", "content", "latest", "index", "health", "metrics", "nothing"];

    /// The place of its family among [`Self::FAMILIES`].
    pub(crate) fn family(&self) -> usize {
        match self {
            Self::File(Address { kind: Kind::Pointer, .. }) => 0,
            Self::File(Address { kind: Kind::Metadata, .. }) => 1,
            Self::File(Address { kind: Kind::Content, .. }) => 2,
            Self::Latest(..) => 3,
            Self::Index => 4,
            Self::Health => 5,
            Self::Metrics => 6,
            Self::Nothing => 7,
        }
    }

    /// What `path` asks for, as it stands in the URL.
    pub(crate) fn of(path: &str) -> Self {
        let plain = path.strip_prefix('/').and_then(|it| percent_decode_str(it).decode_utf8().ok());
        // An encoded `/` is none to a browser, which would follow relative links elsewhere.
        let folders = path.matches('/').count();
        let plain = plain.filter(|it| it.matches('/').count() + 1 == folders);
        let Some(plain) = plain else { return Self::Nothing };
        match &*plain {
            "index.json" => Self::Index,
            "health" => Self::Health,
            "metrics" => Self::Metrics,
            plain => match latest(plain) {
                Some((channel, file)) => Self::Latest(channel, file),
                None => Address::of(plain).map_or(Self::Nothing, Self::File),
            },
        }
    }
}

/// `stable/latest/pages/about.md`
fn latest(path: &str) -> Option<(Channel, ReleasePath)> {
    let (channel, rest) = path.split_once('/')?;
    let file = rest.strip_prefix("latest/")?;
    Some((channel.parse().ok()?, file.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_path_has_one_meaning() {
        let latest = |channel: &str, path: &str| {
            Route::Latest(channel.parse().expect("a channel"), path.parse().expect("a path"))
        };
        assert_eq!(Route::of("/index.json"), Route::Index);
        assert_eq!(Route::of("/health"), Route::Health);
        assert_eq!(Route::of("/metrics"), Route::Metrics);
        assert_eq!(
            Route::of("/stable/latest/pages/p%C3%A1gina.md"),
            latest("stable", "pages/página.md")
        );
        assert!(matches!(Route::of("/stable/timestamp.json"), Route::File(_)));
        for path in [
            "",
            "/",
            "*",
            "//index.json",
            "/index.json/",
            "/latest/ui.ftl",
            "/targets/latest/ui.ftl",
            "/stable/latest/",
            "/stable/latest/../x",
            "/stable/latest/%2e%2e/x",
            "/stable/latest/a%2Fb",
            "/stable%2Ftimestamp.json",
            "/%ff",
        ] {
            assert_eq!(Route::of(path), Route::Nothing, "{path}");
        }
    }
}
