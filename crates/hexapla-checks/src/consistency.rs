//! Whether many units say the same in the same way: `inconsistent-target`, `same-target`.

use std::collections::BTreeMap;

use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

use crate::check::{Check, INCONSISTENT_TARGET, SAME_TARGET};

/// Units that belong together, and should not or should say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inconsistency<A> {
    /// The check that found it.
    pub check: &'static Check,
    /// What the units have in common: the source, or the target.
    pub text: String,
    /// What they say otherwise, each with the units that say so, in their order.
    pub ways: BTreeMap<String, Vec<A>>,
}

/// One source that is rendered in several ways, and different sources of three words or more that are
/// rendered alike; in order of their texts.
///
/// `units` are addresses with the texts of source and target. Spaces around and between words do not
/// matter, and of targets neither does case. Sources that only case and punctuation tell apart are not
/// different.
pub fn consistency<'a, A: Clone>(
    units: impl IntoIterator<Item = (A, &'a str, &'a str)>,
) -> Vec<Inconsistency<A>> {
    let mut by_source = Groups::new();
    let mut by_target = Groups::new();
    for (address, source, target) in units {
        let (source, target) = (plain(source), plain(target));
        if source.is_empty() || target.is_empty() {
            continue;
        }
        if words(&target) >= 3 && words(&source) >= 3 {
            let ways = by_target.entry(target.clone()).or_default();
            ways.entry(bare(&source)).or_default().push((source.clone(), address.clone()));
        }
        let ways = by_source.entry(source).or_default();
        ways.entry(target.to_lowercase()).or_default().push((target, address));
    }
    let mut found = told(&INCONSISTENT_TARGET, by_source);
    found.extend(told(&SAME_TARGET, by_target));
    found
}

/// By a text: by each other text in lower case, that text as it was written, and where.
type Groups<A> = BTreeMap<String, BTreeMap<String, Vec<(String, A)>>>;

fn told<A>(check: &'static Check, groups: Groups<A>) -> Vec<Inconsistency<A>> {
    let several = groups.into_iter().filter(|(_, ways)| ways.len() > 1);
    let told = |(text, ways): (String, BTreeMap<String, Vec<(String, A)>>)| {
        let mut told = BTreeMap::new();
        for units in ways.into_values() {
            let Some(written) = units.first().map(|it| it.0.clone()) else { continue };
            told.insert(written, units.into_iter().map(|it| it.1).collect());
        }
        Inconsistency { check, text, ways: told }
    };
    several.map(told).collect()
}

/// A text with one space between words.
pub(crate) fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// The words of a text in lower case, without punctuation.
fn bare(text: &str) -> String {
    let categories = CodePointMapData::<GeneralCategory>::new();
    let is_mark = |c: char| GeneralCategoryGroup::Punctuation.contains(categories.get(c));
    plain(&text.to_lowercase().replace(is_mark, " "))
}

fn words(text: &str) -> usize {
    text.split(' ').filter(|word| word.chars().any(char::is_alphabetic)).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_source_is_rendered_in_one_way() {
        let units = [
            (1, "Save", "Speichern"),
            (2, "Save", "Sichern"),
            (3, "Save ", "speichern"),
            (4, "We are here now", "Wir sind da"),
            (5, "We are there now", "Wir sind da"),
            (6, "Yes", "Ja"),
        ];
        let found = consistency(units);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].check.id, found[0].text.as_str()), ("inconsistent-target", "Save"));
        assert_eq!(found[0].ways["Speichern"], [1, 3]);
        assert_eq!((found[1].check.id, found[1].text.as_str()), ("same-target", "Wir sind da"));
    }

    #[test]
    fn sources_that_punctuation_tells_apart_are_alike() {
        let units = [
            (1, "We never log, track, or share", "Wir teilen nichts"),
            (2, "We never log, track or share.", "Wir teilen nichts"),
            (3, "about-to-be-released features here", "Neues vor allen anderen"),
            (4, "About-to-be released features here", "Neues vor allen anderen"),
        ];
        assert_eq!(consistency(units), []);
    }

    proptest! {
        #[test]
        fn the_order_of_units_changes_no_finding(
            units in prop::collection::vec(("[ab]( [ab]){0,3}", "[xy]( [xy]){0,3}"), 0..12),
        ) {
            let named = |it: &Vec<(String, String)>| {
                let units = it.iter().map(|(a, b)| ((), a.as_str(), b.as_str()));
                consistency(units).into_iter().map(|it| (it.check.id, it.text)).collect::<Vec<_>>()
            };
            let reversed = units.iter().rev().cloned().collect();
            prop_assert_eq!(named(&units), named(&reversed));
        }
    }
}
