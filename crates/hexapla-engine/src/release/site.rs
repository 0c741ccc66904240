//! A release in the layout of the site itself, for generators that build from folders.

use hexapla_formats::{Format, catalogue};
use hexapla_model::{Locale, Progress, ResourceId};

use super::compose::{Composer, by_part};
use super::ship::Shipping;
use crate::snapshot::{Resource, Snapshot};

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteFile {
    /// Where it is in the project, or would be: from its root, with `/`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Every source, and its translation in every locale that `channel` carries, where the project has
/// them: each the source's frame with the text that ships of each unit, so that nothing is missing, and
/// nothing is in it that may not ship. Sorted by path.
pub fn compose_site<'a>(
    snapshot: &'a Snapshot,
    shipping: &'a Shipping<'a>,
    channel: &'a str,
    progress: &Progress,
) -> Vec<SiteFile> {
    let stage = (progress, "composing files");
    let mut files = by_part(snapshot, shipping, channel, stage, |composer, named| {
        named.iter().filter_map(|(id, resource)| composer.file(id, resource)).collect()
    });
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

impl<'a> Composer<'a> {
    fn file(&self, id: &'a ResourceId, resource: &'a Resource) -> Option<SiteFile> {
        let path = match *self.locale == self.collection.source_locale {
            true => resource.source.as_ref()?.path.clone(),
            false => resource.target_paths.get(self.locale)?.clone(),
        };
        if self.collection.format == Format::Asset {
            let bytes = self.asset(id, resource)?.bytes;
            return Some(SiteFile { path, bytes });
        }
        let text = self.composed(id, resource)?.text;
        Some(SiteFile { path, bytes: self.rooted(text, self.locale).into_bytes() })
    }

    /// The text of a catalogue whose root is named for the locale.
    fn rooted(&self, mut text: String, locale: &Locale) -> String {
        let (format, rules) = (self.collection.format, &self.collection.rules);
        let own = rules.in_locale(locale).root;
        if let Some(((name, place), own)) = catalogue::root(format, &text, rules).zip(own) {
            let spelled = text[place.clone()].replacen(&name, &own, 1);
            text.replace_range(place, &spelled);
        }
        text
    }
}
