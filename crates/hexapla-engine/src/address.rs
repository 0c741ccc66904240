//! How people name a unit: `pages/get-help#title`, `pages/get-help#3f9a2c1b`.

use hexapla_model::{Locale, ResourceId};

use crate::assess::UnitStatus;
use crate::snapshot::Resource;

/// The address of a unit: its resource, and its key or, of a block, the start of the fingerprint
/// of its source (of its target where the source is gone).
pub fn address(
    id: &ResourceId,
    resource: &Resource,
    locale: &Locale,
    status: &UnitStatus,
) -> String {
    format!("{id}#{}", name(resource, locale, status))
}

/// The part of the address behind `#`.
pub fn name(resource: &Resource, locale: &Locale, status: &UnitStatus) -> String {
    if let Some(key) = &status.key {
        return key.to_string();
    }
    let source = resource.source_units().get(status.source.clone()).unwrap_or_default();
    let target = resource.target_units(locale).get(status.target.clone()).unwrap_or_default();
    let unit = source.first().or(target.first());
    unit.map(|unit| unit.fingerprint.short()).unwrap_or_default()
}

/// Whether `pattern` fits `text`, where `*` stands for any run of characters.
///
/// Takes time in proportion to the product of both lengths at most, never more.
pub fn fits(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.as_bytes(), text.as_bytes());
    let (mut p, mut t, mut star) = (0, 0, None);
    while t < text.len() {
        if pattern.get(p) == Some(&b'*') {
            star = Some((p, t));
            p += 1;
        } else if pattern.get(p) == Some(&text[t]) {
            p += 1;
            t += 1;
        } else if let Some((at, from)) = star {
            star = Some((at, from + 1));
            p = at + 1;
            t = from + 1;
        } else {
            return false;
        }
    }
    pattern[p..].iter().all(|&byte| byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_stand_for_anything() {
        for (pattern, text) in
            [("*", ""), ("helplines/*", "helplines/get-help#title"), ("a*c*e", "abcde"), ("a", "a")]
        {
            assert!(fits(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in
            [("", "a"), ("a*", "b"), ("a*c", "ab"), ("pages/*#t", "pages/x#title")]
        {
            assert!(!fits(pattern, text), "{pattern} {text}");
        }
    }
}
