//! Locales by collections.

use std::collections::BTreeMap;

use hexapla_engine::{Count, Tally};
use hexapla_model::{Freshness, Locale, Timestamp};

use crate::desk::Picture;

/// Locales by collections, and the sum of each.
pub(crate) struct Matrix {
    pub(crate) collections: Vec<String>,
    pub(crate) rows: Vec<Row>,
    /// The sums of the collections, and of all.
    pub(crate) sums: Vec<Cell>,
    pub(crate) all: Cell,
}

/// A locale.
pub(crate) struct Row {
    pub(crate) locale: Locale,
    /// By collection; none where that is not translated into the locale.
    pub(crate) cells: Vec<Option<Cell>>,
    pub(crate) all: Cell,
}

/// How a part of the project stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) total: Count,
    pub(crate) current: Count,
    pub(crate) stale: Count,
    pub(crate) moved: Count,
    pub(crate) unverified: Count,
    pub(crate) missing: Count,
    /// Whole days since the longest change that is not settled.
    pub(crate) oldest: Option<i64>,
    /// How many stale units there are whose age is not known.
    pub(crate) unknown_age: usize,
}

/// A part of a bar.
pub(crate) struct Bar {
    /// How the units stand that it shows.
    pub(crate) of: &'static str,
    pub(crate) from: usize,
    pub(crate) width: usize,
}

impl Cell {
    pub(crate) fn of(tally: &Tally, now: Timestamp) -> Self {
        Self {
            total: tally.total(),
            current: tally.of(Freshness::Current),
            stale: tally.of(Freshness::Stale),
            moved: tally.out_of_order,
            unverified: tally.of(Freshness::Unverified),
            missing: tally.of(Freshness::Missing),
            oldest: tally.oldest.map(|it| it.days_until(now).max(0)),
            unknown_age: tally.unknown_age,
        }
    }

    /// The share of words that are current, in whole percent and never more than there is: 100 is
    /// all of them. Of units, where there are no words.
    pub(crate) fn percent(&self) -> usize {
        let (part, whole) = match self.total.words {
            0 => (self.current.units, self.total.units),
            words => (self.current.words, words),
        };
        if whole == 0 || self.current.units == self.total.units {
            100
        } else {
            (part * 100 / whole).min(99)
        }
    }

    /// The shares of a bar, in thousandths of the units, one behind the other.
    pub(crate) fn bar(&self) -> [Bar; 5] {
        let share = |count: usize| match self.total.units {
            0 => 0,
            // What is there is seen, however little it is.
            total => (count * 1000 / total).max(usize::from(count > 0) * 12),
        };
        let mut from = 0;
        let shares = [
            ("current", self.current),
            ("stale", self.stale),
            ("moved", self.moved),
            ("unverified", self.unverified),
            ("missing", self.missing),
        ];
        shares.map(|(of, count)| {
            let bar = Bar { of, from, width: share(count.units) };
            from += bar.width;
            bar
        })
    }

    /// What there is, and what of it is current, stale, moved, unverified and missing.
    pub(crate) fn counts(&self) -> [Count; 6] {
        [self.total, self.current, self.stale, self.moved, self.unverified, self.missing]
    }

    /// Whether nobody has to do anything.
    pub(crate) fn is_settled(&self) -> bool {
        self.current.units == self.total.units
    }
}

impl Matrix {
    pub(crate) fn of(picture: &Picture, now: Timestamp) -> Self {
        let collections: Vec<String> =
            picture.collections().into_iter().map(str::to_owned).collect();
        let tallies =
            picture.tally(|locale, id| Some((locale.clone(), id.collection().to_owned())));
        let mut of_collections: BTreeMap<&str, Tally> = BTreeMap::new();
        let (mut rows, mut all) = (Vec::new(), Tally::default());
        for locale in picture.locales() {
            let mut of_locale = Tally::default();
            let cells = collections.iter().map(|collection| {
                let tally = tallies.get(&(locale.clone(), collection.clone()))?;
                if tally.is_empty() {
                    return None;
                }
                of_locale += tally;
                *of_collections.entry(collection).or_default() += tally;
                Some(Cell::of(tally, now))
            });
            let cells = cells.collect();
            all += &of_locale;
            rows.push(Row { locale: locale.clone(), cells, all: Cell::of(&of_locale, now) });
        }
        let sum = |it: &String| of_collections.get(it.as_str()).map(|it| Cell::of(it, now));
        Self {
            sums: collections.iter().map(|it| sum(it).unwrap_or_default()).collect(),
            all: Cell::of(&all, now),
            rows,
            collections,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_is_only_said_of_all() {
        let count = |units, words| Count { units, words };
        let cell = |current, total| Cell { current, total, ..Cell::default() };
        assert_eq!(cell(count(999, 9999), count(1000, 10000)).percent(), 99);
        assert_eq!(cell(count(1000, 10000), count(1000, 10000)).percent(), 100);
        assert_eq!(cell(count(1, 0), count(2, 0)).percent(), 50);
        assert_eq!(cell(count(0, 0), count(0, 0)).percent(), 100);
        assert_eq!(cell(count(1, 10), count(2, 10)).percent(), 99);
    }
}
