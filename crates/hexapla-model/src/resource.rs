//! Names of resources.

use std::fmt;
use std::str::FromStr;

/// The name of a resource in a project: its collection and its path in that collection
/// (`pages/get-help`), the same for the source and for every target.
///
/// No component is empty, `.` or `..`, and none holds a control character, `#` or `\`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceId(String);

/// The text is no resource name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a resource name such as `pages/get-help`")]
pub struct ParseResourceError(String);

impl ResourceId {
    /// The name of `path` in `collection`.
    ///
    /// # Errors
    /// Where a component is empty, `.`, `..`, or holds a control character, `#` or `\`.
    pub fn new(collection: &str, path: &str) -> Result<Self, ParseResourceError> {
        format!("{collection}/{path}").parse()
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The collection: the first component.
    pub fn collection(&self) -> &str {
        self.0.split_once('/').map_or("", |(collection, _)| collection)
    }

    /// The path within the collection.
    pub fn path(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, path)| path)
    }
}

impl FromStr for ResourceId {
    type Err = ParseResourceError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let plain = |c: char| !c.is_control() && c != '#' && c != '\\';
        let fits = |part: &str| !matches!(part, "" | "." | "..") && part.chars().all(plain);
        if text.contains('/') && text.split('/').all(fits) {
            Ok(Self(text.to_owned()))
        } else {
            Err(ParseResourceError(text.to_owned()))
        }
    }
}

impl fmt::Display for ResourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for ResourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_a_collection_and_a_path() {
        let id: ResourceId = "pages/stories/one".parse().expect("a name");
        assert_eq!((id.collection(), id.path()), ("pages", "stories/one"));
    }

    #[test]
    fn names_never_leave_the_project() {
        for text in
            ["", "pages", "pages/", "/pages", "pages/../x", "a/./b", "a//b", "a/b#c", "a/\0"]
        {
            assert!(text.parse::<ResourceId>().is_err(), "{text:?}");
        }
    }
}
