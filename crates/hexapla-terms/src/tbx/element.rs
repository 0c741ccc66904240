//! Elements of TBX in either style, and in groups.

use hexapla_xml::Element;

/// The data category: the type of an element that holds any (DCA), or else its own name (DCT).
pub(crate) fn category(element: &Element) -> &str {
    match element.name.as_str() {
        "descrip" | "admin" | "termNote" | "transac" | "ref" | "xref" | "descripNote"
        | "adminNote" | "transacNote" => element.attribute("type").unwrap_or(&element.name),
        name => name,
    }
}

/// The elements in one, with those in groups (`descripGrp`, `ntig`'s `termGrp`) in place of these.
pub(crate) fn ungrouped(element: &Element) -> Vec<&Element> {
    let mut all = Vec::new();
    ungroup(element, &mut all);
    all
}

fn ungroup<'a>(element: &'a Element, all: &mut Vec<&'a Element>) {
    for element in element.elements() {
        match element.name.ends_with("Grp") {
            true => ungroup(element, all),
            false => all.push(element),
        }
    }
}
