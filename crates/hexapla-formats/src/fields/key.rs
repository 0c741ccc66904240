//! The names of units.

use std::borrow::Cow;

/// The key of a field of what `parent` names: `title`, `seo.description`, `"a.b"`.
pub(super) fn field(parent: &str, name: &str) -> String {
    let name = part(name);
    if parent.is_empty() { name.into_owned() } else { format!("{parent}.{name}") }
}

/// The key of an item that has a name: `items[mx]`.
pub(super) fn item(parent: &str, name: &str) -> String {
    format!("{parent}[{}]", part(name))
}

/// A name in quotes where it would read as more than a name.
fn part(name: &str) -> Cow<'_, str> {
    if name.is_empty() || name.contains(['.', '[', ']', '"']) {
        Cow::Owned(format!("{name:?}"))
    } else {
        Cow::Borrowed(name)
    }
}
