//! Pairs of a TMX file of any origin.

use hexapla_model::Locale;

use crate::error::Problem;
use crate::native;
use crate::pairs::PairCollector;
use crate::xml::{Document, Element, Space, Step, root};

/// The pairs of a document in two locales.
pub(crate) fn pairs(
    text: &str,
    locales: [&Locale; 2],
    pairs: &mut PairCollector,
) -> Result<(), Problem> {
    let mut document = Document::open(text)?;
    root(&mut document, Space::None, "tmx", "`<tmx version=\"1.4\">`")?;
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
