//! XML as exchange formats use it.

mod space;
mod writer;

use crate::error::Problem;

pub(crate) use space::Space;
pub(crate) use writer::{Writer, markup, tag, words};

pub(crate) type Document<'a> = hexapla_xml::Document<'a, Space>;
pub(crate) type Element = hexapla_xml::Element<Space>;
pub(crate) type Node = hexapla_xml::Node<Space>;
pub(crate) type Step = hexapla_xml::Step<Space>;

/// The root, which has to be the given element of the given namespace.
pub(crate) fn root(
    document: &mut Document<'_>,
    space: Space,
    name: &str,
    what: &str,
) -> Result<Element, Problem> {
    document
        .root(|it| it.is(space, name))?
        .ok_or_else(|| Problem::new(0, format!("expected {what}"), "name the format of the file"))
}
