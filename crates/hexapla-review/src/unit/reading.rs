//! Texts as readers see them.

use hexapla_engine::text::shown;
use hexapla_engine::{Resource, UnitStatus};
use hexapla_formats::{Format, Images, escaped_html, unit_to_html};
use hexapla_model::{Unit, UnitKind};

use super::syntax::cut;

/// A text as readers see it, safe to stand in a page as it is. What no eye sees is written out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Html(String);

impl Html {
    /// The units of a resource of a format: the marks of Markdown are carried out, elsewhere a text is as it is.
    pub(crate) fn of(units: &[Unit], format: Format, images: &Images) -> Self {
        Self(units.iter().map(|it| html(&it.text, it.kind, format, images)).collect())
    }

    /// The units of a file of messages, whose language is read in a direction: what readers get runs that way,
    /// in a syntax that runs from left to right.
    pub(crate) fn of_messages(units: &[Unit], dir: &str) -> Self {
        let line = |(syntax, said): (&str, &str)| match (dir, said) {
            ("ltr", _) | (_, "") => escaped_html(syntax) + &escaped_html(said),
            _ => format!("{}<bdi dir=\"{dir}\">{}</bdi>", escaped_html(syntax), escaped_html(said)),
        };
        let message = |it: &Unit| {
            let text = shown(&it.text);
            format!("<p>{}</p>\n", cut(&text).into_iter().map(line).collect::<String>())
        };
        Self(units.iter().map(message).collect())
    }

    /// A text that is to be a unit of a kind.
    pub(crate) fn drafted(text: &str, kind: UnitKind, format: Format, images: &Images) -> Self {
        Self(if text.trim().is_empty() { String::new() } else { html(text, kind, format, images) })
    }

    /// The same, for a page that puts it in place as it is.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty() || self.0 == "<p></p>"
    }
}

fn html(text: &str, kind: UnitKind, format: Format, images: &Images) -> String {
    let kind = if format == Format::Markdown { kind } else { UnitKind::Field };
    unit_to_html(&shown(text), kind, images)
}

/// The kind of the units of a source, or of a target that renders no source.
pub(crate) fn kind_of(resource: &Resource, status: &UnitStatus, there: &[Unit]) -> UnitKind {
    let first = status.given(resource).first().or(there.first());
    first.map_or(UnitKind::Paragraph, |it| it.kind)
}

/// What a unit looks like among others, as a class of the room's style.
pub(crate) fn class_of(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Heading(1 | 2) => "heading",
        UnitKind::Heading(_) => "subheading",
        UnitKind::ListItem => "item",
        _ => "text",
    }
}
