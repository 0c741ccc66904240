//! The parts of a spreadsheet: its first sheet, and the texts that its cells share.

use super::archive::{Archive, broken};
use crate::error::{Problem, ReadError};
use crate::limits::CELL;
use crate::xml::{Document, Element, Step};

/// The XML of the first sheet and the shared texts.
pub(super) struct Book {
    pub(super) sheet: String,
    pub(super) texts: Vec<String>,
}

/// The parts of a spreadsheet that hold its first table.
pub(super) fn open(bytes: &[u8]) -> Result<Book, ReadError> {
    let mut archive = Archive::open(bytes)?;
    let mut part = |name: &str| {
        archive.text(name)?.ok_or_else(|| broken(&format!("there is no `{name}` in it")))
    };
    let book = part("xl/workbook.xml")?;
    let links = part("xl/_rels/workbook.xml.rels")?;
    let sheet = in_part(first(&book, |it| it.name == "sheet"))?;
    let id = sheet.and_then(|sheet| {
        let id = sheet.attributes.into_iter().find(|(name, _)| name.ends_with(":id"))?;
        Some(id.1)
    });
    let id = id.ok_or_else(|| broken(&"there is no sheet in it"))?;
    let sheet = in_part(first(&links, |it| it.attribute("Id") == Some(&id)))?;
    let shared = in_part(first(&links, |it| {
        it.attribute("Type").is_some_and(|it| it.ends_with("/sharedStrings"))
    }))?;
    let path = |link: &Element| path(link.attribute("Target").unwrap_or_default());
    let sheet = sheet.ok_or_else(|| broken(&"its sheet is nowhere"))?;
    let sheet = part(&path(&sheet))?;
    let texts = match shared {
        Some(link) => in_part(shared_texts(&part(&path(&link))?))?,
        None => Vec::new(),
    };
    Ok(Book { sheet, texts })
}

/// A problem of a part, whose place tells people nothing.
pub(super) fn in_part<T>(read: Result<T, impl Into<Problem>>) -> Result<T, ReadError> {
    read.map_err(|problem| broken(&problem.into().message))
}

/// The path of a part that the workbook links to.
fn path(target: &str) -> String {
    target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned)
}

/// The first element for which `is` holds.
fn first(xml: &str, is: impl Fn(&Element) -> bool) -> Result<Option<Element>, Problem> {
    let mut document = Document::open(xml)?;
    while let Some(step) = document.next()? {
        match step {
            Step::Open(element) if is(&element) => return Ok(Some(element)),
            _ => {}
        }
    }
    Ok(None)
}

fn shared_texts(xml: &str) -> Result<Vec<String>, Problem> {
    let mut document = Document::open(xml)?;
    let mut texts = Vec::new();
    while let Some(step) = document.next()? {
        if let Step::Open(element) = step
            && element.name == "si"
        {
            let at = element.at;
            let text = text(&document.subtree(element)?);
            if text.encode_utf16().count() > CELL {
                let message = format!("a text of more than {CELL} characters");
                return Err(Problem::new(at, message, "shorten it"));
            }
            texts.push(text);
        }
    }
    Ok(texts)
}

/// The text of a cell or of what cells share: that of its runs, not of how they are pronounced.
pub(super) fn text(element: &Element) -> String {
    let mut out = String::new();
    for part in element.elements() {
        match part.name.as_str() {
            "t" => out.push_str(&part.text()),
            "r" => out.push_str(&text(part)),
            _ => {}
        }
    }
    unescaped(&out)
}

/// Text without the escapes of spreadsheets: `_x000D_` is CR.
pub(super) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let character = escape.get(2..7).and_then(|it| {
            let hex = it.strip_suffix('_').filter(|it| !it.starts_with('+'))?;
            char::from_u32(u32::from_str_radix(hex, 16).ok()?)
        });
        let length = if character.is_some() { 7 } else { 2 };
        match character {
            Some(c) => out.push(c),
            None => out.push_str("_x"),
        }
        rest = &escape[length..];
    }
    out + rest
}
