//! A collection by its resources: in which locales each is there, and which is older than its original.

use std::collections::BTreeMap;

use askama::Template;
use hexapla_model::{Locale, ResourceId, phrase};
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::asked::Asked;
use crate::coverage::Cell;
use crate::desk::Standing;
use crate::document;
use crate::failure::Failure;
use crate::page::Frame;
use crate::room::Room;

/// A resource.
struct Item {
    id: ResourceId,
    /// By locale; none where it is not translated into that.
    cells: Vec<Option<Cell>>,
    /// The locales in which all of it is current.
    available: Vec<String>,
}

#[derive(Template)]
#[template(path = "library.html")]
struct Page<'a> {
    f: Frame<'a>,
    collection: String,
    collections: Vec<String>,
    locales: Vec<Locale>,
    items: Vec<Item>,
}

impl Item {
    fn address(&self, locale: &Locale) -> String {
        document::address(locale, &self.id)
    }
}

/// The page of a collection.
pub(crate) fn page(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let f = Frame::of(room, asked, "library");
    let (collection, collections) = chosen(&f.standing, asked)?;
    let locales: Vec<Locale> = locales(&f.standing, &collection);
    let items = items(room, &f.standing, &collection, &locales);
    Ok(Answer::Page(Page { f, collection, collections, locales, items }.render()?))
}

/// The same for programs.
pub(crate) fn list(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let standing = room.desk.standing();
    let (collection, _) = chosen(&standing, asked)?;
    let locales = locales(&standing, &collection);
    let items = items(room, &standing, &collection, &locales);
    let record = |it: &Item| {
        let cells = locales.iter().zip(&it.cells).filter_map(|(locale, cell)| {
            let cell = cell.as_ref()?;
            let value = json!({ "percent": cell.percent(), "stale": cell.stale.units, "oldest_days": cell.oldest });
            Some((locale.to_string(), value))
        });
        json!({
            "resource": it.id.to_string(),
            "available_in": it.available,
            "locales": cells.collect::<serde_json::Map<String, Value>>(),
        })
    };
    let items: Vec<Value> = items.iter().map(record).collect();
    Ok(Answer::Json(json!({ "collection": collection, "items": items })))
}

fn chosen(standing: &Standing, asked: &Asked) -> Result<(String, Vec<String>), Failure> {
    let collections: Vec<String> =
        standing.picture.collections().into_iter().map(str::to_owned).collect();
    let wanted = asked.parts.get("collection").cloned().unwrap_or_default();
    match collections.contains(&wanted) {
        true => Ok((wanted, collections)),
        false => Err(Failure::not_found(phrase!("there is no collection `{wanted}`", wanted))
            .with_hint(phrase!("see `[collections]` in hexapla.toml"))),
    }
}

/// The locales that a collection is translated into.
fn locales(standing: &Standing, collection: &str) -> Vec<Locale> {
    let config = standing.session.config().collections.get(collection);
    config.map(|it| it.locales.clone()).unwrap_or_default()
}

fn items(room: &Room, standing: &Standing, collection: &str, locales: &[Locale]) -> Vec<Item> {
    let now = room.desk.now();
    let mut found: BTreeMap<&ResourceId, BTreeMap<&Locale, Cell>> = BTreeMap::new();
    for (locale, id, sheet) in
        standing.picture.all().filter(|(_, id, _)| id.collection() == collection)
    {
        let cells = found.entry(id).or_default();
        if !sheet.tally.is_empty() {
            cells.insert(locale, Cell::of(&sheet.tally, now));
        }
    }
    let item = |(id, mut cells): (&ResourceId, BTreeMap<&Locale, Cell>)| {
        let settled = |locale: &&Locale| cells.get(*locale).is_some_and(Cell::is_settled);
        let available = locales.iter().filter(settled).map(ToString::to_string).collect();
        let cells = locales.iter().map(|locale| cells.remove(locale)).collect();
        Item { id: id.clone(), cells, available }
    };
    found.into_iter().map(item).collect()
}
