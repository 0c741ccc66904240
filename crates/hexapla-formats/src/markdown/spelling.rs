//! Names of fields in another case: `Title` where `title` is chosen, as Hugo reads them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use hexapla_model::{Diagnostic, Phrase, UnitKey};

use crate::{Extracted, FieldPattern, FieldRules};

/// How a page spells the chosen fields.
pub(super) struct Spelling<'a> {
    /// The rules in the page's spelling.
    pub(super) rules: Cow<'a, FieldRules>,
    /// The name as chosen, by the page's.
    chosen: BTreeMap<String, String>,
    told: Vec<Diagnostic>,
}

impl<'a> Spelling<'a> {
    /// Of a page whose outermost fields have these names.
    ///
    /// A chosen field that is absent is looked for in any case; the same name in two spellings is
    /// told.
    pub(super) fn of(names: &[(String, Range<usize>)], rules: &'a FieldRules) -> Self {
        let mut folded: BTreeMap<String, Vec<&(String, Range<usize>)>> = BTreeMap::new();
        for name in names {
            folded.entry(name.0.to_lowercase()).or_default().push(name);
        }
        let mut spelling =
            Self { rules: Cow::Borrowed(rules), chosen: BTreeMap::new(), told: Vec::new() };
        let wanted: Vec<&str> = rules.include.iter().filter_map(FieldPattern::first).collect();
        for name in wanted {
            let Some(found) = folded.remove(&name.to_lowercase()) else { continue };
            if let Some((written, _)) = found.first()
                && found.iter().all(|(it, _)| it != name)
            {
                spelling.chosen.insert(written.clone(), name.to_owned());
            }
            spelling.told.extend(twice(&found));
        }
        if !spelling.chosen.is_empty() {
            let written: BTreeMap<&str, &str> =
                spelling.chosen.iter().map(|(a, b)| (b.as_str(), a.as_str())).collect();
            let rules = spelling.rules.to_mut();
            let patterns = rules.include.iter_mut();
            for pattern in patterns.chain(rules.ids.iter_mut().map(|(pattern, _)| pattern)) {
                pattern.respell(&written);
            }
        }
        spelling
    }

    /// Gives the fields the names that they were chosen by.
    pub(super) fn name(self, found: &mut Extracted) {
        for key in found.units.iter_mut().filter_map(|unit| unit.key.as_mut()) {
            let text = key.as_str();
            let end = text.find(['.', '[']).unwrap_or(text.len());
            if let Some(name) = self.chosen.get(&text[..end]) {
                *key = UnitKey::new(format!("{name}{}", &text[end..]));
            }
        }
        found.diagnostics.extend(self.told);
        found.diagnostics.sort_by_key(|it| it.span.start);
    }
}

/// Tells of a name that stands twice, in different spellings.
fn twice(found: &[&(String, Range<usize>)]) -> Option<Diagnostic> {
    let [(first, _), .., (last, span)] = found else { return None };
    (first != last).then(|| {
        let message = format!("`{last}` is `{first}` once more in another spelling");
        Diagnostic::warning("front-matter-spelling", span.clone(), Phrase::in_english(message))
            .with_hint(Phrase::in_english("keep one of them: sites take either"))
    })
}
