//! A whole resource beside its translation: the parallel columns.

use askama::Template;
use hexapla_formats::{Format, Images};
use hexapla_model::{Locale, ResourceId, Unit, phrase};

use crate::answer::Answer;
use crate::asked::{Asked, Fields};
use crate::desk::{Need, UnitName};
use crate::failure::Failure;
use crate::page::{Frame, Tongue};
use crate::queue::Wish;
use crate::room::Room;
use crate::unit::{self, Html, Pictures, class_of, kind_of};

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

#[derive(Template)]
#[template(path = "document.html")]
struct Page<'a> {
    f: Frame<'a>,
    id: ResourceId,
    lines: Vec<Line>,
    source: Tongue,
    locale: Tongue,
    waiting: usize,
    /// Whether the visitor did something that can be taken back.
    can_undo: bool,
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
        Failure::bad(phrase!("`{text}` is no resource", text))
            .with_hint(phrase!("resources are called `pages/about`"))
    })?;
    let opened = room.desk.resource_shown(&id, &locale)?;
    let (resource, names) = (opened.resource()?, opened.names()?);
    let wish = Wish::read(locale.clone(), &Fields::default());
    let is_document = resource.collection.format == Format::Markdown;
    let format = resource.collection.format;
    let standing = room.desk.standing();
    let least = resource.collection.workflow.awaited_state(&locale);
    let [of_source, of_target] =
        [resource.collection.given_locale(&locale), &locale].map(Tongue::of);
    let read = |units: &[Unit], tongue: &Tongue, images: &Images| match format {
        Format::Fluent => Html::of_messages(units, tongue.dir),
        _ => Html::of(units, format, images),
    };
    let lines: Vec<Line> = opened
        .units()
        .iter()
        .zip(&names)
        .enumerate()
        .map(|(at, (status, name))| {
            let given = status.given(resource);
            let there =
                resource.target_units(&locale).get(status.target.clone()).unwrap_or_default();
            let pictures = Pictures::of_texts(&standing.session, &opened, at);
            let [source, target] = pictures.images(&locale, name);
            Line {
                address: unit::address_from(&wish, name, &address_of(&locale, name)),
                anchor: anchor(name),
                kind: class_of(kind_of(resource, status, there)),
                source: read(given, &of_source, &source),
                target: read(there, &of_target, &target),
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
        can_undo: room.acts.last(&asked.visit()).is_some(),
        others: others.iter().map(ToString::to_string).collect(),
        source: of_source,
        locale: of_target,
        is_document,
        is_syntax: resource.collection.format == Format::Fluent,
        lines,
        id,
        f,
    };
    Ok(Answer::Page(page.render()?))
}
