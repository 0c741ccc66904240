//! Where the files of a collection are.

use std::str::FromStr;

use hexapla_model::Locale;

/// A pattern of paths from the root of a project, with `{path}` for the resource and, of targets,
/// `{locale}`: `translations/{locale}/pages/{path}.md`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    text: String,
    parts: Vec<Part>,
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
    /// It does not name the resource just once.
    #[error("`{0}` has to hold `{{path}}` once")]
    NoPath(String),
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
        if parts.iter().filter(|part| **part == Part::Path).count() != 1 {
            return Err(LayoutError::NoPath(text.to_owned()));
        }
        Ok(Self { text: text.to_owned(), parts })
    }
}

impl Layout {
    /// The pattern as written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the locale is a part of the path.
    pub fn has_locale(&self) -> bool {
        self.parts.contains(&Part::Locale)
    }

    /// The path of a resource, for the given locale.
    pub fn path(&self, resource: &str, locale: &Locale) -> String {
        let part = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Path => resource.to_owned(),
            Part::Locale => locale.to_string(),
        };
        self.parts.iter().map(part).collect()
    }

    /// What stands before and after the resource, for the given locale.
    pub(crate) fn around(&self, locale: &Locale) -> (String, String) {
        let at = self.parts.iter().position(|part| *part == Part::Path).unwrap_or_default();
        let side = |parts: &[Part]| -> String {
            let part = |part: &Part| match part {
                Part::Text(text) => text.clone(),
                Part::Path => String::new(),
                Part::Locale => locale.to_string(),
            };
            parts.iter().map(part).collect()
        };
        let (before, after) = self.parts.split_at(at);
        (side(before), side(after))
    }

    /// The resource that `path` is the file of in `locale`, if it is one.
    pub fn resource<'p>(&self, path: &'p str, locale: &Locale) -> Option<&'p str> {
        let (before, after) = self.around(locale);
        let resource = path.strip_prefix(&*before)?.strip_suffix(&*after)?;
        (!resource.is_empty() && !resource.starts_with('/') && !resource.ends_with('/'))
            .then_some(resource)
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
        ) {
            let pattern = ["c/{locale}/{path}.md", "c/{path}.{locale}.md", "{locale}/x/{path}", "a-{path}.ftl"][at];
            let layout: Layout = pattern.parse().expect(pattern);
            let locale: Locale = "es-MX".parse().expect("a tag");
            let path = layout.path(&resource, &locale);
            prop_assert_eq!(layout.resource(&path, &locale), Some(resource.as_str()));
            prop_assert!(path.starts_with(&layout.folder(&locale)));
        }
    }

    #[test]
    fn patterns_stay_within_the_project() {
        for text in ["/a/{path}", "../{path}", "a/../{path}", "a//{path}", "C:/{path}", "a\\{path}"]
        {
            assert!(matches!(text.parse::<Layout>(), Err(LayoutError::Outside(_))), "{text}");
        }
        assert!(matches!("a/b.md".parse::<Layout>(), Err(LayoutError::NoPath(_))));
        assert!(matches!("{path}/{path}".parse::<Layout>(), Err(LayoutError::NoPath(_))));
        assert!(matches!("{lang}/{path}".parse::<Layout>(), Err(LayoutError::Unknown(_))));
        assert!(matches!("{path".parse::<Layout>(), Err(LayoutError::Unknown(_))));
    }
}
