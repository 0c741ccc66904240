//! How several locales render the same units: which sources are different in their eyes.

use std::collections::BTreeMap;

use crate::check::SAME_TARGET;
use crate::consistency::{Inconsistency, plain};

/// So many locales have to have rendered two sources before they are asked.
const ASKED: usize = 3;

/// Of so many locales one may render different sources alike.
const OF: usize = 15;

/// With so many of the other sources each is compared, so that many take no longer each than few.
const COMPARED: usize = 8;

/// How each locale renders some units, by the unit's address; locales are numbers.
///
/// Most sources that a locale renders alike say the same in other words, and nobody needs to look: then
/// other locales render them alike too. Where the others tell them apart, a translation may have been
/// copied to the wrong place.
#[derive(Clone, Debug)]
pub struct Renderings<K>(BTreeMap<K, BTreeMap<usize, String>>);

impl<K: Ord> Default for Renderings<K> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord> Renderings<K> {
    /// Takes in how a locale renders a unit.
    pub fn add(&mut self, unit: K, locale: usize, target: &str) {
        self.0.entry(unit).or_default().insert(locale, plain(target).to_lowercase());
    }

    /// What was found in a locale but for sources that other locales render alike too. Where fewer than
    /// three others have both, all is kept.
    pub fn apart<A>(
        &self,
        found: Vec<Inconsistency<A>>,
        locale: usize,
        unit: impl Fn(&A) -> K,
    ) -> Vec<Inconsistency<A>> {
        let kept = found.into_iter().map(|it| match it.check == &SAME_TARGET {
            true => Inconsistency { ways: self.different(it.ways, locale, &unit), ..it },
            false => it,
        });
        kept.filter(|it| it.ways.len() > 1).collect()
    }

    /// The sources that differ from another of them.
    fn different<A>(
        &self,
        ways: BTreeMap<String, Vec<A>>,
        locale: usize,
        unit: &impl Fn(&A) -> K,
    ) -> BTreeMap<String, Vec<A>> {
        let units: Vec<Option<K>> = ways.values().map(|it| it.first().map(unit)).collect();
        let differs = |at: usize| {
            let others = units.iter().enumerate().filter(|(other, _)| *other != at).take(COMPARED);
            let mut others = others.filter_map(|(_, it)| it.as_ref());
            units[at].as_ref().is_some_and(|it| others.any(|other| self.differ(it, other, locale)))
        };
        let kept: Vec<bool> = (0..units.len()).map(differs).collect();
        ways.into_iter().zip(kept).filter(|(_, keeps)| *keeps).map(|(way, _)| way).collect()
    }

    /// Whether the other locales do not render both alike.
    fn differ(&self, one: &K, other: &K, locale: usize) -> bool {
        let (Some(one), Some(other)) = (self.0.get(one), self.0.get(other)) else { return true };
        let both = one.iter().filter(|(it, _)| **it != locale);
        let both = both.filter_map(|(locale, text)| Some((text, other.get(locale)?)));
        let (mut asked, mut alike) = (0, 0);
        for (one, other) in both {
            asked += 1;
            alike += usize::from(one == other);
        }
        asked < ASKED || alike * OF <= asked
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::consistency;

    const SOURCES: [&str; 4] = [
        "We are open today",
        "We are closed today",
        "See the whole report",
        "View the whole report",
    ];

    /// A locale that has one text in two places, whether that is right or not.
    const OWN: [&str; 4] =
        ["Wir haben offen", "Wir haben offen", "Zum ganzen Bericht", "Zum ganzen Bericht"];

    const OTHER: [&str; 4] = [
        "Nous sommes ouverts",
        "Nous sommes fermés",
        "Voir tout le rapport",
        "Voir tout le rapport",
    ];

    /// The sources that the first of some locales renders alike, and that are told.
    fn told(locales: &[[&str; 4]]) -> Vec<Vec<usize>> {
        let mut renderings = Renderings::default();
        for (locale, targets) in locales.iter().enumerate() {
            targets.iter().enumerate().for_each(|(unit, it)| renderings.add(unit, locale, it));
        }
        let units = SOURCES.iter().zip(locales[0]).enumerate();
        let found = consistency(units.map(|(at, (source, target))| (at, *source, target)));
        let kept = renderings.apart(found, 0, |unit| *unit);
        kept.into_iter().map(|it| it.ways.into_values().flatten().collect()).collect()
    }

    #[test]
    fn sources_that_others_render_alike_are_no_finding() {
        assert_eq!(told(&[OWN, OTHER, OTHER, OTHER]), [[1, 0]]);
    }

    #[test]
    fn with_few_others_all_is_told() {
        assert_eq!(told(&[OWN, OTHER, OTHER]), [[1, 0], [2, 3]]);
    }

    #[test]
    fn other_findings_stay() {
        let found = || consistency([(0, "Save", "Speichern"), (1, "Save", "Sichern")]);
        assert_eq!(Renderings::default().apart(found(), 0, |unit| *unit), found());
    }

    proptest! {
        #[test]
        fn nothing_is_told_that_was_not_found(
            targets in prop::collection::vec(prop::array::uniform4("[xy]( [xy]){2}"), 1..12),
        ) {
            let locales: Vec<[&str; 4]> =
                targets.iter().map(|it| it.each_ref().map(String::as_str)).collect();
            let alone = told(&locales[..1]).concat();
            let kept = told(&locales).concat();
            prop_assert!(kept.iter().all(|it| alone.contains(it)), "{kept:?} of {alone:?}");
        }
    }
}
