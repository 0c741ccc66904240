//! What stands otherwise than before.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use hexapla_model::{Locale, ResourceId};
use serde_json::{Value, json};

use super::picture::Picture;
use super::standing::Standing;
use super::stood::{Stood, Unit};
use crate::ui::{count, paint};

/// An event to tell.
pub(crate) struct Line {
    pub(crate) event: &'static str,
    pub(crate) text: String,
    pub(crate) detail: Value,
}

/// A unit that stands otherwise than before.
struct Turned<'a> {
    id: &'a ResourceId,
    locale: &'a Locale,
    unit: Unit<'a>,
}

impl Turned<'_> {
    fn address(&self) -> String {
        format!("{}#{}", self.id, self.unit.name)
    }
}

/// What to tell of the way from one picture to another, by standing and locale. A unit that a
/// regional locale takes from its parent is told of once, with the parent.
pub(super) fn lines([before, now]: [&Picture; 2]) -> Vec<Line> {
    let mut turned: Vec<_> = difference(now, before, |standing| standing).collect();
    turned.extend(gone(before, now));
    let mut groups: BTreeMap<(Standing, &Locale), Vec<&Turned<'_>>> = BTreeMap::new();
    for one in &turned {
        groups.entry((one.unit.standing, one.locale)).or_default().push(one);
    }
    groups.into_iter().map(|((standing, locale), units)| line(standing, locale, &units)).collect()
}

fn line(standing: Standing, locale: &Locale, turned: &[&Turned<'_>]) -> Line {
    let words: usize = turned.iter().map(|it| it.unit.words).sum();
    let names: Vec<String> = turned.iter().take(3).map(|it| it.address()).collect();
    let more = turned.len().saturating_sub(names.len());
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let text = format!(
        "{locale}  {} {}, {}: {}{more}",
        count(turned.len(), "unit"),
        paint(standing.style(), standing.label()),
        count(words, "word"),
        names.join(", "),
    );
    let unit = |it: &&Turned<'_>| json!({ "unit": it.address(), "resource": it.id.to_string(), "words": it.unit.words });
    let units: Vec<Value> = turned.iter().map(unit).collect();
    let locale = locale.to_string();
    match standing {
        Standing::Gone => {
            let detail = json!({ "locale": locale, "words": words, "units": units });
            Line { event: "gone", text, detail }
        }
        _ => {
            let detail = json!({ "locale": locale, "freshness": standing.label(), "words": words, "units": units });
            Line { event: "turned", text, detail }
        }
    }
}

/// The units of `here` that do not stand like that in `there`, where either was looked at anew.
fn difference<'a, K: Copy + Eq + Hash>(
    here: &'a Picture,
    there: &'a Picture,
    kind: impl Fn(Standing) -> K + Copy,
) -> impl Iterator<Item = Turned<'a>> {
    here.since(there).flat_map(move |(id, locale, here, there)| {
        let called = move |it: &Unit<'a>| (it.name, kind(it.standing));
        let others = || there.into_iter().flat_map(Stood::units);
        // Most stand as they did, one behind the other.
        let alike = here.units().zip(others()).take_while(|(a, b)| called(a) == called(b)).count();
        // Blocks of one text have one name.
        let mut known: HashMap<(&'a str, K), usize> = HashMap::new();
        others().skip(alike).for_each(|it| *known.entry(called(&it)).or_default() += 1);
        let mut is_known = move |it: &Unit<'a>| {
            let left = known.get_mut(&called(it)).filter(|left| **left > 0);
            left.map(|left| *left -= 1).is_some()
        };
        let own = here.units().skip(alike).filter(|it| !it.is_inherited);
        own.filter(move |it| !is_known(it)).map(move |unit| Turned { id, locale, unit })
    })
}

/// The units that are no longer there under their name at all. Of a block whose words changed the
/// new one is told: only where nothing of a resource is left in a locale its blocks are told here.
fn gone<'a>(before: &'a Picture, now: &'a Picture) -> impl Iterator<Item = Turned<'a>> {
    let left =
        |one: &Turned<'_>| now.get(one.id, one.locale).is_some_and(|it| it.units().len() > 0);
    let all = difference(before, now, |_| ());
    let gone = all.filter(move |one| !left(one) || one.unit.is_keyed);
    gone.map(|one| Turned { unit: Unit { standing: Standing::Gone, ..one.unit }, ..one })
}
