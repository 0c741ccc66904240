//! A whole resource beside its translation: the parallel columns.

use askama::Template;
use hexapla_engine::joined;
use hexapla_engine::text::shown;
use hexapla_formats::{Format, block_to_html};
use hexapla_model::{Locale, ResourceId, UnitKind};

use crate::answer::Answer;
use crate::asked::{Asked, Fields};
use crate::desk::{Need, UnitName};
use crate::failure::Failure;
use crate::page::{Frame, Tongue};
use crate::queue::Wish;
use crate::room::Room;
use crate::unit;

/// A unit in both columns.
struct Line {
    address: String,
    anchor: String,
    kind: &'static str,
    source: Html,
    target: Html,
    need: Option<Need>,
    is_obsolete: bool,
}

/// The anchor of a unit in the page of its resource.
fn anchor(unit: &UnitName) -> String {
    format!("{}-{}", unit.name, unit.nth)
}

/// The page of a resource in a locale.
pub(crate) fn address(locale: &Locale, resource: &ResourceId) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("resource", resource.as_str())
        .finish();
    format!("/document/{locale}?{query}")
}

/// Where the page of a unit's resource shows it.
pub(crate) fn address_of(locale: &Locale, unit: &UnitName) -> String {
    let anchor: String = form_urlencoded::byte_serialize(anchor(unit).as_bytes()).collect();
    // Behind `#` a plus stands for itself.
    format!("{}#{}", address(locale, &unit.resource), anchor.replace('+', "%20"))
}

/// A text as readers see it, safe to stand in a page as it is.
struct Html(String);

impl Html {
    /// Of Markdown its marks are carried out, elsewhere the text is as it is.
    fn of(text: &str, is_markdown: bool) -> Self {
        let text = shown(text);
        if is_markdown {
            return Self(block_to_html(&text));
        }
        let mut escaped = String::new();
        for c in text.chars() {
            match c {
                '&' => escaped.push_str("&amp;"),
                '<' => escaped.push_str("&lt;"),
                '>' => escaped.push_str("&gt;"),
                _ => escaped.push(c),
            }
        }
        Self(format!("<p>{escaped}</p>"))
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty() || self.0 == "<p></p>"
    }
}

#[derive(Template)]
#[template(path = "document.html")]
struct Page<'a> {
    f: Frame<'a>,
    id: ResourceId,
    lines: Vec<Line>,
    source: Tongue,
    locale: Tongue,
    waiting: usize,
    others: Vec<String>,
    /// Whether texts are read one behind the other, as pages are.
    is_document: bool,
    /// Whether texts are written with a syntax of their own, as messages are.
    is_syntax: bool,
}

/// The page of a resource in a locale.
pub(crate) fn page(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let locale = asked.require_locale()?;
    let text = asked.require("resource")?;
    let id: ResourceId = text.parse().map_err(|_| {
        Failure::bad(format!("`{text}` is no resource"))
            .with_hint("resources are called `pages/about`")
    })?;
    let opened = room.desk.resource_shown(&id, &locale)?;
    let (resource, names) = (opened.resource()?, opened.names()?);
    let wish = Wish::read(locale.clone(), &Fields::default());
    let is_document = resource.collection.format == Format::Markdown;
    let reads = |text: &str| Html::of(text, is_document);
    let least = resource.collection.workflow.least_state(&locale);
    let lines: Vec<Line> = opened
        .units()
        .iter()
        .zip(&names)
        .map(|(status, name)| {
            let given = status.given(resource);
            let there =
                resource.target_units(&locale).get(status.target.clone()).unwrap_or_default();
            Line {
                address: unit::address_from(&wish, name, &address_of(&locale, name)),
                anchor: anchor(name),
                kind: kind(given.first().or(there.first()).map(|it| it.kind)),
                source: reads(&joined(given)),
                target: reads(&joined(there)),
                need: Need::of(status, least),
                is_obsolete: given.is_empty(),
            }
        })
        .collect();
    let f = Frame::of(room, asked, "documents");
    // What was read for this page knows of this locale alone.
    let config = f.standing.session.config().collections.get(id.collection());
    let others = config.map_or(&[][..], |it| &it.locales);
    let page = Page {
        waiting: lines.iter().filter(|it| it.need.is_some()).count(),
        others: others.iter().map(ToString::to_string).collect(),
        source: Tongue::of(resource.collection.given_locale(&locale)),
        locale: Tongue::of(&locale),
        is_document,
        is_syntax: resource.collection.format == Format::Fluent,
        lines,
        id,
        f,
    };
    Ok(Answer::Page(page.render()?))
}

/// What a unit looks like.
fn kind(kind: Option<UnitKind>) -> &'static str {
    match kind {
        Some(UnitKind::Heading(1 | 2)) => "heading",
        Some(UnitKind::Heading(_)) => "subheading",
        Some(UnitKind::ListItem) => "item",
        Some(UnitKind::CodeBlock | UnitKind::Markup) => "code",
        Some(UnitKind::TableRow) => "row",
        _ => "text",
    }
}
