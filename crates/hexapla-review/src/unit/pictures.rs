//! Every picture of a unit, by number: those that its comment names, then those that its texts name.

use hexapla_engine::Resource;
use hexapla_engine::text::shown;
use hexapla_formats::{Format, Images, unit_images};
use hexapla_model::{Locale, Unit, UnitKind};
use hexapla_workspace::Session;

use super::screenshot::{Shown, address, comment};
use crate::desk::{Opened, UnitName};
use crate::failure::Failure;

/// The pictures of a unit. Nothing is in here that neither the source's comment nor its text names, nor, beside
/// that, the translation.
#[derive(Debug, Default)]
pub(crate) struct Pictures {
    /// The paths of those that the comment names.
    named: Vec<String>,
    source: Vec<Picture>,
    target: Vec<Picture>,
}

/// A picture that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Picture {
    /// Its address, as the text has it.
    address: String,
    /// Its path from the root of the project, where there is such a picture.
    path: Option<String>,
}

/// The most pictures of a text.
const MOST: usize = 16;

/// Folders that a site's own root is made from, as its generator has them; the first is the project itself.
const ROOTS: [&str; 3] = ["", "static/", "public/"];

impl Pictures {
    /// Those of the unit at a place.
    ///
    /// # Errors
    /// Where the resource is gone.
    pub(crate) fn of(session: &Session, opened: &Opened, at: usize) -> Result<Self, Failure> {
        let named = comment(opened, at)?.pictures.into_iter().map(|it| it.path).collect();
        Ok(Self { named, ..Self::of_texts(session, opened, at) })
    }

    /// The same without the comment's: what is shown where the texts stand.
    pub(crate) fn of_texts(session: &Session, opened: &Opened, at: usize) -> Self {
        let Some((status, resource)) = opened.units().get(at).zip(opened.resource().ok()) else {
            return Self::default();
        };
        let locale = &opened.locale;
        let there = resource.target_units(locale).get(status.target.clone()).unwrap_or_default();
        match resource.collection.format {
            Format::Markdown => of_blocks(session, resource, locale, status.given(resource), there),
            Format::Asset => of_files(session, resource, locale),
            _ => Self::default(),
        }
    }

    /// The path of the picture of a number.
    pub(crate) fn path(&self, number: usize) -> Option<&str> {
        let named = self.named.iter().map(|it| Some(it.as_str()));
        let of_texts = self.source.iter().chain(&self.target).map(|it| it.path.as_deref());
        named.chain(of_texts).nth(number).flatten()
    }

    /// Where the images of the source, and those of the target, are given out, by their addresses.
    pub(crate) fn images(&self, locale: &Locale, unit: &UnitName) -> [Images; 2] {
        let from = |(number, it): (usize, &Picture)| {
            let path = it.path.as_deref()?;
            // What the translation shares with its source is given out, and kept by browsers, once.
            let first = self.source.iter().position(|it| it.path.as_deref() == Some(path));
            let number = self.named.len() + first.unwrap_or(number);
            Some((it.address.clone(), address(locale.as_str(), unit, number)))
        };
        let (behind, of_source) = (self.source.len(), self.source.iter().enumerate());
        let source: Images = of_source.filter_map(from).collect();
        // Where the translation names what its source names, it is that, unless it has its own.
        let mut target = source.clone();
        let of_target = self.target.iter().enumerate().map(|(at, it)| (behind + at, it));
        target.extend(of_target.filter_map(from));
        [source, target]
    }

    /// Of a unit that is a whole file, the file of the source and that of the locale.
    pub(crate) fn files(&self, locale: &Locale, unit: &UnitName) -> [Option<Shown>; 2] {
        let [source, target] = self.images(locale, unit);
        let shown = |of: &[Picture], images: &Images| {
            let picture = of.first()?;
            let alt = picture.path.clone()?;
            Some(Shown { address: images.get(&picture.address)?.clone(), alt })
        };
        [shown(&self.source, &source), shown(&self.target, &target)]
    }
}

/// The pictures of whole files.
fn of_files(session: &Session, resource: &Resource, locale: &Locale) -> Pictures {
    let picture = |path: &str| Picture {
        address: path.to_owned(),
        path: Some(path.to_owned()).filter(|it| session.has_screenshot(it)),
    };
    let source = resource.given(locale).map(|it| picture(&it.path));
    let target = resource.targets.get(locale).map(|it| picture(&it.path));
    Pictures {
        source: source.into_iter().collect(),
        target: target.into_iter().collect(),
        ..Pictures::default()
    }
}

/// The pictures of blocks of a page.
fn of_blocks(
    session: &Session,
    resource: &Resource,
    locale: &Locale,
    given: &[Unit],
    there: &[Unit],
) -> Pictures {
    let (given, there) = (addresses(given), addresses(there));
    if given.is_empty() && there.is_empty() {
        return Pictures::default();
    }
    let is_there = |path: &String| session.has_screenshot(path);
    // Of a translation that is made from another, the source has what that leaves to it.
    let pages = [resource.given(locale), resource.source.as_ref()].into_iter().flatten();
    let pages: Vec<&str> = pages.map(|it| it.path.as_str()).collect();
    let of_source = |address: &str| -> Vec<String> {
        pages.iter().flat_map(|page| places(page, address)).collect()
    };
    let found =
        |address: String| Picture { path: of_source(&address).into_iter().find(is_there), address };
    let source: Vec<Picture> = given.into_iter().map(found).collect();
    let own = resource.target_path(locale);
    let beside = |path: &String| {
        let of_source = source.iter().filter_map(|it| it.path.as_deref());
        of_source.chain([own.as_str()]).any(|it| is_beside(path, it))
    };
    let found = |address: String| {
        let of_own = places(&own, &address).into_iter();
        let path = of_own.chain(of_source(&address)).filter(beside).find(is_there);
        Picture { path, address }
    };
    // What both name alike is the source's, unless the translation has a file of its own.
    let target = there.into_iter().map(found).collect();
    Pictures { source, target, ..Pictures::default() }
}

/// The addresses of the images in units.
fn addresses(units: &[Unit]) -> Vec<String> {
    let of = |it: &Unit| match it.kind {
        UnitKind::CodeBlock => Vec::new(),
        kind => unit_images(&shown(&it.text), kind),
    };
    let mut all: Vec<String> = units.iter().flat_map(of).collect();
    all.truncate(MOST);
    all
}

/// Where an image can be that a page names, from the root of the project; nowhere where the address leads out of
/// it, to what is hidden, or to another site.
fn places(page: &str, address: &str) -> Vec<String> {
    let bare = address.split(['?', '#']).next().unwrap_or_default();
    let path = percent_encoding::percent_decode_str(bare).decode_utf8_lossy();
    if path.is_empty() || path.starts_with("//") || path.contains([':', '\\', '\0']) {
        return Vec::new();
    }
    match path.strip_prefix('/') {
        Some(rest) => ROOTS.iter().filter_map(|root| plain(&format!("{root}{rest}"))).collect(),
        None => plain(&format!("{}/{path}", folder(page))).into_iter().collect(),
    }
}

/// A path without `.` and `..`, where it stays in the project and out of what is hidden.
fn plain(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            _ if part.starts_with('.') => return None,
            _ => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

/// The folder of a file.
fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Whether a file is in the folder of another, or below it; of what is at the root only beside it.
fn is_beside(path: &str, other: &str) -> bool {
    let (here, there) = (folder(path), folder(other));
    let below = || here.strip_prefix(there).is_some_and(|it| it.starts_with('/'));
    here == there || (!there.is_empty() && below())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_a_place_of_the_project_or_nowhere() {
        for (address, expected) in [
            ("a.png", &["src/pages/a.png"][..]),
            ("./i/a%20b.png?v=1#x", &["src/pages/i/a b.png"]),
            ("../a.png", &["src/a.png"]),
            ("/i/a.png", &["i/a.png", "static/i/a.png", "public/i/a.png"]),
            ("../../../a.png", &[]),
            ("/../a.png", &["a.png", "a.png"]),
            ("..%2f..%2f..%2fa.png", &[]),
            ("%2e%2e/%2e%2e/%2e%2e/a.png", &[]),
            (".hexapla/a.png", &[]),
            ("/.git/a.png", &[]),
            ("https://evil.example/a.png", &[]),
            ("//evil.example/a.png", &[]),
            ("%2f%2fevil.example/a.png", &[]),
            ("data:image/png,x", &[]),
            ("C:\\a.png", &[]),
            ("#a", &[]),
            ("..", &["src"]),
            ("", &[]),
        ] {
            assert_eq!(places("src/pages/about.md", address), expected, "{address}");
        }
    }

    #[test]
    fn what_is_beside_a_file_is_in_its_folder_or_below() {
        assert!(
            is_beside("out/es/a.png", "out/es/p.md") && is_beside("out/es/i/a.png", "out/es/p.md")
        );
        assert!(!is_beside("out/esx/a.png", "out/es/p.md") && !is_beside("a.png", "out/es/p.md"));
        assert!(is_beside("a.png", "p.md") && !is_beside("private/a.png", "p.md"));
    }
}
