//! Inline codes that hold their raw text, as XLIFF 1.2 and TMX write them: `<ph>` where they stand
//! alone, `<bpt>` and `<ept>` where they come in pairs.

use std::collections::HashMap;

use hexapla_model::{CodeKind, InlineCode};

use crate::Text;
use crate::error::Problem;
use crate::escape::unescape;
use crate::ids::Ids;
use crate::text::{Piece, kind_name, kind_of};
use crate::xml::{Element, Node, tag, words};

/// Which of the two spells attributes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    Xliff12,
    Tmx,
}

/// A text as markup.
pub(crate) fn inline(text: &Text, dialect: Dialect, ids: &mut Ids) -> String {
    let mut out = String::with_capacity(text.as_str().len());
    let mut open = Vec::new();
    for piece in text.pieces() {
        let (name, code, id) = match piece {
            Piece::Words(range) => {
                out.push_str(&words(&text.as_str()[range]));
                continue;
            }
            Piece::Code(number) => ("ph", number, ids.next(raw(text, number))),
            Piece::Open(first, last) => {
                let id = ids.next(&format!("{}\0{}", raw(text, first), raw(text, last)));
                open.push(id.clone());
                ("bpt", first, id)
            }
            Piece::Close(_, last) => ("ept", last, open.pop().unwrap_or_default()),
        };
        let code = &text.codes()[code];
        out.push_str(&start(name, code, dialect, &id));
        out.push_str(&words(text.raw(code)));
        out.push_str(&format!("</{name}>"));
    }
    out
}

fn raw(text: &Text, number: usize) -> &str {
    text.raw(&text.codes()[number])
}

/// The tag that begins a code. Tools name codes by the first letter of their types: `<v0/>` for a
/// variable, `<e0>` for emphasis.
fn start(name: &'static str, code: &InlineCode, dialect: Dialect, id: &str) -> String {
    let kind = format!("x-{}", kind_name(code.kind));
    let kind = (name != "ept").then_some(kind.as_str());
    let paired = (name != "ph").then_some(id);
    let value = Some(code.value.as_str()).filter(|value| !value.is_empty());
    match dialect {
        Dialect::Xliff12 => tag(
            name,
            &[("id", Some(id)), ("rid", paired), ("ctype", kind), ("equiv-text", value)],
            "",
        ),
        Dialect::Tmx => {
            let x = (name != "ept").then_some(id);
            tag(name, &[("i", paired), ("x", x), ("type", kind)], "")
        }
    }
}

/// The text of an element with such codes. Marks of other tools are passed over, what they mark is
/// kept.
pub(crate) fn read(element: &Element) -> Result<Text, Problem> {
    let mut text = Text::default();
    content(element, &mut HashMap::new(), &mut text)?;
    Ok(text)
}

type Open = HashMap<String, CodeKind>;

fn content(element: &Element, open: &mut Open, text: &mut Text) -> Result<(), Problem> {
    for node in &element.children {
        match node {
            Node::Text(words) => text.push_str(&unescape(words)),
            Node::Element(inline) => code(inline, open, text)?,
        }
    }
    Ok(())
}

fn code(inline: &Element, open: &mut Open, text: &mut Text) -> Result<(), Problem> {
    match inline.name.as_str() {
        "ph" | "bpt" | "ept" | "it" | "ut" => {}
        "mrk" | "hi" | "sub" => return content(inline, open, text),
        name => {
            let message = format!("`<{name}>`, which has no text of its own");
            let hint = "use the source's codes, or write the text itself";
            return Err(Problem::new(inline.at, message, hint));
        }
    }
    let pair = inline.attribute("rid").or(inline.attribute("id")).unwrap_or_default();
    let named = inline.attribute("ctype").and_then(|it| it.strip_prefix("x-"));
    let known = open.get(pair).filter(|_| inline.name == "ept").copied();
    let kind = known.unwrap_or_else(|| kind_of(named.unwrap_or_default()));
    if inline.name == "bpt" {
        open.insert(pair.to_owned(), kind);
    }
    let value = unescape(inline.attribute("equiv-text").unwrap_or_default()).into_owned();
    text.push_code(kind, value, &unescape(&inline.text()));
    Ok(())
}
