//! Pairs of a TMX file of any origin.

use hexapla_model::Locale;

use crate::error::Problem;
use crate::native;
use crate::pairs::PairCollector;
use crate::xml::{Document, Element, Space, Step};

/// The pairs of a document in two locales.
pub(crate) fn pairs(
    text: &str,
    locales: [&Locale; 2],
    pairs: &mut PairCollector,
) -> Result<(), Problem> {
    let text = without_type(text);
    let mut document = Document::open(&text)?;
    document.root(Space::None, "tmx", "`<tmx version=\"1.4\">`")?;
    while let Some(step) = document.next()? {
        match step {
            Step::Open(body) if body.is(Space::None, "body") => {}
            Step::Open(unit) if unit.is(Space::None, "tu") => {
                let unit = document.subtree(unit)?;
                let [source, target] = locales.map(|it| variant(&unit, it).map(native::read));
                if let (Some(Ok(source)), Some(Ok(target))) = (source, target) {
                    pairs.add(unit.at, source, target.as_str().to_owned())?;
                }
            }
            Step::Open(_) => document.skip()?,
            Step::Close(..) | Step::Text(_) => {}
        }
    }
    Ok(())
}

/// The segment of a unit in the very locale, or else the first in its language.
fn variant<'a>(unit: &'a Element, locale: &Locale) -> Option<&'a Element> {
    let tagged = unit.elements().filter(|it| it.name == "tuv").filter_map(|it| {
        // Versions before 1.4 have `lang`.
        let tag = it.attribute("xml:lang").or(it.attribute("lang"))?;
        Some((tag.replace('_', "-").parse::<Locale>().ok()?, it))
    });
    let mut first = None;
    for (tag, variant) in tagged {
        if tag == *locale {
            return variant.child("seg");
        }
        if tag.same_language(locale) {
            first = first.or(Some(variant));
        }
    }
    first?.child("seg")
}

/// The document with spaces in the place of a document type that only names another file, as most tools
/// write one: nothing is fetched. One with declarations stays, and is refused.
fn without_type(text: &str) -> String {
    let Some(start) = text.find("<!DOCTYPE") else { return text.to_owned() };
    let root = text.find("<tmx").unwrap_or(text.len());
    let rest = &text[start..];
    let Some(end) = rest.find('>').filter(|end| start < root && !rest[..*end].contains('[')) else {
        return text.to_owned();
    };
    let blank: String =
        rest[..=end].bytes().map(|it| if it == b'\n' { '\n' } else { ' ' }).collect();
    format!("{}{blank}{}", &text[..start], &rest[end + 1..])
}
