//! Where the files of a collection are.

use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::Arc;

use hexapla_model::Locale;

/// How files and folders spell the locales that they do not spell as BCP 47 does: `pt-BR` as
/// `pt_br`.
pub(crate) type Spellings = BTreeMap<Locale, String>;

/// A pattern of paths from the root of a project, with `{path}` for the resource and, of targets,
/// `{locale}`: `translations/{locale}/pages/{path}.md`.
///
/// One without `{path}`, as `locales/{locale}.json`, is where a single resource is: that of the
/// collection's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    text: String,
    parts: Vec<Part>,
    spellings: Arc<Spellings>,
    single: String,
}

/// The paths of a layout in one locale.
#[derive(Clone, Debug)]
pub(crate) enum Paths<'l> {
    /// One for each resource: what stands before and after it.
    Around(String, String),
    /// One path, of the resource of that name.
    Single(String, &'l str),
}

impl<'l> Paths<'l> {
    /// The resource that `path` is the file of, if it is one.
    pub(crate) fn resource<'p>(&self, path: &'p str) -> Option<&'p str>
    where
        'l: 'p,
    {
        match self {
            Self::Around(before, after) => {
                let resource = path.strip_prefix(&**before)?.strip_suffix(&**after)?;
                (!resource.is_empty() && !resource.starts_with('/') && !resource.ends_with('/'))
                    .then_some(resource)
            }
            Self::Single(file, name) => (file == path).then_some(*name),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Path,
    Locale,
}

/// The text is no pattern of paths.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LayoutError {
    /// It leaves the project.
    #[error("`{0}` is not a path within the project")]
    Outside(String),
    /// It names the resource more than once.
    #[error("`{0}` may hold `{{path}}` only once")]
    ManyPaths(String),
    /// It has another placeholder than `{path}` and `{locale}`, or one that is not closed.
    #[error("`{0}` has an unknown placeholder, expected `{{path}}` or `{{locale}}`")]
    Unknown(String),
}

impl FromStr for Layout {
    type Err = LayoutError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0']);
        if text.starts_with('/') || text.contains(':') || !text.split('/').all(plain) {
            return Err(LayoutError::Outside(text.to_owned()));
        }
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) =
                after.split_once('}').ok_or_else(|| LayoutError::Unknown(text.to_owned()))?;
            parts.push(Part::Text(before.to_owned()));
            parts.push(match name {
                "path" => Part::Path,
                "locale" => Part::Locale,
                _ => return Err(LayoutError::Unknown(text.to_owned())),
            });
            rest = after;
        }
        parts.push(Part::Text(rest.to_owned()));
        if parts.iter().filter(|part| **part == Part::Path).count() > 1 {
            return Err(LayoutError::ManyPaths(text.to_owned()));
        }
        let (spellings, single) = Default::default();
        Ok(Self { text: text.to_owned(), parts, spellings, single })
    }
}

impl Layout {
    /// The pattern as written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The same in a project that spells locales so, where a resource without `{path}` is named
    /// `single`.
    pub(crate) fn within(self, spellings: Arc<Spellings>, single: &str) -> Self {
        Self { spellings, single: single.to_owned(), ..self }
    }

    /// Whether the locale is a part of the path.
    pub fn has_locale(&self) -> bool {
        self.parts.contains(&Part::Locale)
    }

    /// Whether it is where many resources are.
    pub fn has_path(&self) -> bool {
        self.parts.contains(&Part::Path)
    }

    /// How files spell the locale.
    pub fn spelling<'l>(&'l self, locale: &'l Locale) -> &'l str {
        self.spellings.get(locale).map_or(locale.as_str(), String::as_str)
    }

    /// The path of a resource, for the given locale.
    pub fn path(&self, resource: &str, locale: &Locale) -> String {
        self.side(&self.parts, resource, locale)
    }

    fn side(&self, parts: &[Part], resource: &str, locale: &Locale) -> String {
        let part = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Path => resource.to_owned(),
            Part::Locale => self.spelling(locale).to_owned(),
        };
        parts.iter().map(part).collect()
    }

    /// Its paths in the given locale.
    pub(crate) fn paths(&self, locale: &Locale) -> Paths<'_> {
        match self.parts.iter().position(|part| *part == Part::Path) {
            None => Paths::Single(self.path("", locale), &self.single),
            Some(at) => {
                let (before, after) = self.parts.split_at(at);
                Paths::Around(self.side(before, "", locale), self.side(after, "", locale))
            }
        }
    }

    /// The resource that `path` is the file of in `locale`, if it is one.
    pub fn resource<'p>(&'p self, path: &'p str, locale: &Locale) -> Option<&'p str> {
        self.paths(locale).resource(path)
    }

    /// The deepest folder that every path of the pattern is in, for the given locale.
    pub fn folder(&self, locale: &Locale) -> String {
        let path = self.path("\0", locale);
        let before = path.split('\0').next().unwrap_or_default();
        before.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_path_leads_back_to_its_resource(
            resource in "[a-z]{1,4}(/[a-z.-]{1,4}[a-z]){0,2}",
            at in 0..4_usize,
            spelling in "[a-z_]{2,8}",
        ) {
            let pattern = ["c/{locale}/{path}.md", "c/{path}.{locale}.md", "{locale}/x/{path}", "a-{path}.ftl"][at];
            let layout: Layout = pattern.parse().expect(pattern);
            let locale: Locale = "es-MX".parse().expect("a tag");
            let spellings = Spellings::from([(locale.clone(), spelling)]);
            let layout = layout.within(Arc::new(spellings), "single");
            let path = layout.path(&resource, &locale);
            prop_assert_eq!(layout.resource(&path, &locale), Some(resource.as_str()));
            prop_assert!(path.starts_with(&layout.folder(&locale)));
        }
    }

    #[test]
    fn one_file_for_each_locale_is_one_resource() {
        let locale: Locale = "pt-BR".parse().expect("a tag");
        let layout: Layout = "config/{locale}.yml".parse().expect("a layout");
        let spellings = Spellings::from([(locale.clone(), "pt_br".to_owned())]);
        let layout = layout.within(Arc::new(spellings), "app");
        assert_eq!(layout.path("app", &locale), "config/pt_br.yml");
        assert_eq!(layout.resource("config/pt_br.yml", &locale), Some("app"));
        assert_eq!(layout.resource("config/pt-BR.yml", &locale), None);
        assert_eq!(layout.folder(&locale), "config");
    }

    #[test]
    fn patterns_stay_within_the_project() {
        for text in ["/a/{path}", "../{path}", "a/../{path}", "a//{path}", "C:/{path}", "a\\{path}"]
        {
            assert!(matches!(text.parse::<Layout>(), Err(LayoutError::Outside(_))), "{text}");
        }
        assert!(matches!("{path}/{path}".parse::<Layout>(), Err(LayoutError::ManyPaths(_))));
        assert!(matches!("{lang}/{path}".parse::<Layout>(), Err(LayoutError::Unknown(_))));
        assert!(matches!("{path".parse::<Layout>(), Err(LayoutError::Unknown(_))));
    }
}
