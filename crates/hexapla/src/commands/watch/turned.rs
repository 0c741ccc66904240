//! What stands otherwise than before.

use std::collections::BTreeMap;

use hexapla_engine::{Snapshot, Status, UnitStatus, address, name};
use hexapla_model::{Freshness, Locale, ResourceId};
use serde_json::{Value, json};

use crate::ui::{Style, count, paint};

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
    address: String,
    /// Whether it is called by its key.
    is_keyed: bool,
    words: usize,
    standing: Standing,
}

/// How a unit stands, as `status` counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Is(Freshness),
    OutOfOrder,
    /// Neither its source nor its target is there any more.
    Gone,
}

impl Standing {
    fn of(status: &UnitStatus) -> Self {
        match status.worst() {
            Freshness::Current if !status.follows_order() => Self::OutOfOrder,
            freshness => Self::Is(freshness),
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Is(freshness) => freshness.as_str(),
            Self::OutOfOrder => "out-of-order",
            Self::Gone => "gone",
        }
    }

    fn style(self) -> Style {
        match self {
            Self::Is(freshness) => Style::of(freshness),
            Self::OutOfOrder => Style::Stale,
            Self::Gone => Style::Faint,
        }
    }
}

/// What to tell of the way from one status to another, by standing and locale. A unit that a
/// regional locale takes from its parent is told of once, with the parent.
pub(crate) fn lines([before, now]: [(&Status, &Snapshot); 2]) -> Vec<Line> {
    let mut turned = difference(now, before, Standing::of);
    turned.extend(gone(before, now));
    let mut groups: BTreeMap<(Standing, &Locale), Vec<&Turned<'_>>> = BTreeMap::new();
    for one in &turned {
        groups.entry((one.standing, one.locale)).or_default().push(one);
    }
    groups.into_iter().map(|((standing, locale), units)| line(standing, locale, &units)).collect()
}

fn line(standing: Standing, locale: &Locale, turned: &[&Turned<'_>]) -> Line {
    let words: usize = turned.iter().map(|it| it.words).sum();
    let names: Vec<&str> = turned.iter().take(3).map(|it| it.address.as_str()).collect();
    let more = turned.len().saturating_sub(names.len());
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let text = format!(
        "{locale}  {} {}, {}: {}{more}",
        count(turned.len(), "unit"),
        paint(standing.style(), standing.label()),
        count(words, "word"),
        names.join(", "),
    );
    let unit = |it: &&Turned<'_>| json!({ "unit": it.address, "resource": it.id.to_string(), "words": it.words });
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

/// The units of `here` that do not stand like that in `there`.
fn difference<'a, K: Ord>(
    here: (&'a Status, &'a Snapshot),
    there: (&Status, &Snapshot),
    kind: impl Fn(&UnitStatus) -> K,
) -> Vec<Turned<'a>> {
    let mut turned = Vec::new();
    for (id, locales) in &here.0.resources {
        let Some(resource) = here.1.resources.get(id) else { continue };
        let same_files = there.1.resources.get(id).is_some_and(|it| it.is_same(resource));
        for (locale, units) in locales {
            let others = there.0.resources.get(id).and_then(|it| it.get(locale));
            // Blocks of other words may stand just like the former ones.
            if same_files && others == Some(units) {
                continue;
            }
            let mut known: BTreeMap<(String, K), usize> = BTreeMap::new();
            if let (Some(others), Some(resource)) = (others, there.1.resources.get(id)) {
                for unit in others {
                    *known.entry((name(resource, locale, unit), kind(unit))).or_default() += 1;
                }
            }
            for status in units.iter().filter(|it| it.inherited.is_none()) {
                match known.get_mut(&(name(resource, locale, status), kind(status))) {
                    Some(left) if *left > 0 => *left -= 1,
                    _ => turned.push(Turned {
                        id,
                        locale,
                        address: address(id, resource, locale, status),
                        is_keyed: status.key.is_some(),
                        words: status.words,
                        standing: Standing::of(status),
                    }),
                }
            }
        }
    }
    turned
}

/// The units that are no longer there under their name at all. Of a block whose words changed the
/// new one is told: only where nothing of a resource is left in a locale its blocks are told here.
fn gone<'a>(before: (&'a Status, &'a Snapshot), now: (&Status, &Snapshot)) -> Vec<Turned<'a>> {
    let left = |one: &Turned<'_>| {
        let units = now.0.resources.get(one.id).and_then(|it| it.get(one.locale));
        units.is_some_and(|units| !units.is_empty())
    };
    let all = difference(before, now, |_| ());
    let gone = all.into_iter().filter(|one| !left(one) || one.is_keyed);
    gone.map(|one| Turned { standing: Standing::Gone, ..one }).collect()
}
