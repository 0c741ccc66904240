//! Links and tags that run code: `unsafe-link`, `html-stripped`.

use std::ops::Range;

use hexapla_model::{CodeKind, Unit, UnitKind, phrase};

use crate::check::{HTML_STRIPPED, UNSAFE_LINK};
use crate::found::{Found, shown};
use crate::html;
use crate::run::TextRun;

/// The most bad tags of a unit that are looked at.
const MOST: usize = 100;

/// Links and HTML of a unit that run code, or that releases leave out. Tags that `source` has as they
/// are, which its author put there, are let pass.
pub(crate) fn links_and_tags(
    source: Option<&Unit>,
    unit: &Unit,
    runs: &[TextRun],
    found: &mut Vec<Found>,
) {
    let is_new = |tag: &Range<usize>| {
        source.is_none_or(|source| !source.text.contains(&unit.text[tag.clone()]))
    };
    for code in &unit.codes {
        let image = code.kind == CodeKind::Image;
        if (image || code.kind == CodeKind::Link)
            && let Some(scheme) = unsafe_scheme(&code.value, image)
        {
            found.push(unsafe_link(unit, code.span.clone(), scheme));
        }
    }
    let own = if unit.kind == UnitKind::Markup { tags(&unit.text) } else { Vec::new() };
    let mut told = 0;
    for tag in runs.iter().flat_map(|run| &run.tags).chain(&own) {
        let before = found.len();
        check_tag(unit, tag.clone(), found);
        if found.len() == before {
            continue;
        }
        if !is_new(tag) {
            found.truncate(before);
        }
        told += 1;
        if told == MOST {
            break;
        }
    }
}

/// The places of what looks like a tag.
fn tags(text: &str) -> Vec<Range<usize>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('<').map(|found| at + found) {
        let end = text[open + 1..].find(['<', '>']).map_or(text.len(), |found| open + 1 + found);
        let end = if text[end..].starts_with('>') { end + 1 } else { end };
        tags.push(open..end);
        at = end.max(open + 1);
    }
    tags
}

fn unsafe_link(unit: &Unit, span: Range<usize>, scheme: &str) -> Found {
    let written = shown(&unit.text[span.clone()]);
    let message = phrase!("`{written}` is a link of `{scheme}:`, which runs code", written, scheme);
    Found::new(&UNSAFE_LINK, Some(span), message, phrase!("link to an address of a site"))
}

fn check_tag(unit: &Unit, span: Range<usize>, found: &mut Vec<Found>) {
    let tag = &unit.text[span.clone()];
    let name = html::name(tag);
    let hint =
        phrase!("leave it out: translations say words, and the page that shows them does the rest");
    let runs_code = matches!(name.as_str(), "script" | "style" | "base" | "meta" | "link");
    let shows_other = matches!(name.as_str(), "iframe" | "object" | "embed" | "form" | "frame");
    if (runs_code || shows_other) && !tag.starts_with("</") {
        let message = phrase!("a tag `<{name}>` in a text", name);
        let problem = Found::new(&HTML_STRIPPED, Some(span.clone()), message, hint.clone());
        // Blocks of HTML are the author's own, and releases leave such out.
        let harms = runs_code && unit.kind != UnitKind::Markup;
        found.push(if harms { problem } else { problem.warning() });
    }
    if !tag.contains('=') {
        return;
    }
    for (name, value) in html::attributes(tag) {
        if name.len() > 3
            && name.starts_with("on")
            && name.bytes().all(|it| it.is_ascii_lowercase())
        {
            let message = phrase!("an attribute `{name}`, which runs code", name = &name);
            found.push(Found::new(&HTML_STRIPPED, Some(span.clone()), message, hint.clone()));
        }
        if matches!(name.as_str(), "href" | "src" | "action" | "formaction" | "xlink:href")
            && let Some(scheme) = unsafe_scheme(value, name == "src")
        {
            found.push(unsafe_link(unit, span.clone(), scheme));
        }
    }
}

/// The scheme of an address that runs code, as browsers read it.
fn unsafe_scheme(address: &str, image: bool) -> Option<&'static str> {
    const LONGEST: usize = 200;
    let mut plain = String::new();
    for c in address.chars().take(LONGEST).filter(|c| !c.is_whitespace() && !c.is_control()) {
        plain.extend(c.to_lowercase());
    }
    for (written, meant) in
        [("&colon;", ":"), ("&#58;", ":"), ("&#x3a;", ":"), ("&tab;", ""), ("&newline;", "")]
    {
        if plain.contains('&') {
            plain = plain.replace(written, meant);
        }
    }
    let scheme = ["javascript", "vbscript", "data"]
        .into_iter()
        .find(|it| plain.strip_prefix(it).is_some_and(|rest| rest.starts_with(':')))?;
    let is_picture = image && plain.starts_with("data:image/") && !plain.contains("svg");
    (!is_picture).then_some(scheme)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_are_read_as_browsers_do() {
        for address in [
            "javascript:x()",
            " JavaScript:x",
            "java\nscript:x",
            "javascript&colon;x",
            "data:text/html,x",
            "vbscript:x",
        ] {
            assert!(unsafe_scheme(address, false).is_some(), "{address}");
        }
        for address in ["https://example.org/javascript:x", "javascript", "data", "tel:112", ""] {
            assert!(unsafe_scheme(address, false).is_none(), "{address}");
        }
        assert!(unsafe_scheme("data:image/png;base64,x", true).is_none());
    }
}
