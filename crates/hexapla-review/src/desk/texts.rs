//! The texts of units that wait for somebody, to be searched.

use std::collections::HashMap;

use hexapla_engine::{Resource, UnitStatus, joined};
use hexapla_model::{Locale, ResourceId};
use memchr::memmem::Finder;
use quick_cache::Weighter;

use super::fold::fold;
use super::opened::names;
use super::sheet::{Sheet, small};

/// What stands behind every text: no text has this byte, so that none is found across two.
const END: u8 = 0xff;

/// The texts of the units of a resource that wait in a locale, folded.
#[derive(Debug)]
pub(crate) struct Texts {
    /// The sheet that they are of, by [`Sheet::print`].
    print: u64,
    /// What the resource is called.
    resource: Box<str>,
    /// `#name`, source and target of one unit after the other, each with [`END`] behind it.
    bytes: Box<[u8]>,
    /// Where each unit ends, in the order of the sheet.
    ends: Box<[u32]>,
}

/// A text that is looked for, whatever its case and its accents.
pub(crate) struct Sought {
    text: String,
    finder: Finder<'static>,
}

impl Sought {
    pub(crate) fn new(text: &str) -> Self {
        let text = fold(text);
        Self { finder: Finder::new(text.as_bytes()).into_owned(), text }
    }

    /// The end of a resource's name and the beginning of a unit's, where it has something of both.
    fn across(&self) -> Option<(&str, &str)> {
        let at = self.text.find('#').filter(|it| *it > 0)?;
        Some(self.text.split_at(at))
    }
}

impl Texts {
    /// Those of a sheet's units, of a resource as it was read: a unit that is not there any more has its name
    /// alone.
    pub(super) fn of(
        sheet: &Sheet,
        (id, locale): (&ResourceId, &Locale),
        resource: &Resource,
        units: &[UnitStatus],
    ) -> Self {
        let names = names(id, resource, locale, units);
        let named = names.iter().map(|it| (it.name.as_str(), it.nth));
        let places: HashMap<(&str, u32), &UnitStatus> = named.zip(units).collect();
        let there = resource.target_units(locale);
        let lines = sheet.waiting.iter().map(|unit| {
            let name = match unit.nth {
                0 => format!("#{}", unit.name),
                nth => format!("#{}~{nth}", unit.name),
            };
            let status = places.get(&(&*unit.name, unit.nth));
            let source = status.map(|it| joined(it.given(resource)));
            let target = status.and_then(|it| there.get(it.target.clone())).map(joined);
            [name, source.unwrap_or_default(), target.unwrap_or_default()]
        });
        Self::new(sheet.print, id, lines)
    }

    fn new(print: u64, id: &ResourceId, lines: impl Iterator<Item = [String; 3]>) -> Self {
        let (mut bytes, mut ends) = (Vec::new(), Vec::new());
        for line in lines {
            for text in line {
                bytes.extend_from_slice(fold(&text).as_bytes());
                bytes.push(END);
            }
            ends.push(small(bytes.len()));
        }
        let resource = fold(id.as_str()).into();
        Self { print, resource, bytes: bytes.into(), ends: ends.into() }
    }

    /// Whether they are those of a sheet.
    pub(super) fn is_of(&self, sheet: &Sheet) -> bool {
        self.print == sheet.print
    }

    /// The places in the sheet of the units that have a text in their address, source or target; in order.
    pub(crate) fn find(&self, sought: &Sought) -> Vec<usize> {
        if self.resource.contains(&sought.text) {
            return (0..self.ends.len()).collect();
        }
        let (mut found, mut from) = (Vec::new(), 0);
        while let Some(at) = self.bytes.get(from..).and_then(|it| sought.finder.find(it)) {
            let unit = self.ends.partition_point(|end| *end as usize <= from + at);
            let Some(end) = self.ends.get(unit) else { break };
            found.push(unit);
            from = *end as usize;
        }
        if let Some((resource, name)) = sought.across().filter(|it| self.resource.ends_with(it.0)) {
            debug_assert!(!resource.is_empty());
            found.extend(self.beginning(name));
            found.sort_unstable();
            found.dedup();
        }
        found
    }

    /// The units whose line begins so.
    fn beginning<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> + 'a {
        let starts = std::iter::once(0).chain(self.ends.iter().map(|it| *it as usize));
        let begins = |start: usize| {
            self.bytes.get(start..).is_some_and(|it| it.starts_with(text.as_bytes()))
        };
        starts.zip(0..self.ends.len()).filter(move |(start, _)| begins(*start)).map(|it| it.1)
    }
}

/// Counts the bytes of texts that are kept.
#[derive(Clone, Debug)]
pub(super) struct Bytes;

impl<K> Weighter<K, std::sync::Arc<Texts>> for Bytes {
    fn weight(&self, _: &K, texts: &std::sync::Arc<Texts>) -> u64 {
        // What a name and the places around it take.
        const AROUND: usize = 256;
        (AROUND + texts.resource.len() + texts.bytes.len() + 4 * texts.ends.len()) as u64
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A text of few letters, so that much is found.
    fn text() -> impl Strategy<Value = String> {
        "[aAbB#~1 éÉe\u{301}]{0,6}"
    }

    proptest! {
        /// What is found is what has the text in its address, source or target, and nothing else.
        #[test]
        fn a_search_finds_what_has_the_text(
            lines in prop::collection::vec(("[aAb~1]{1,4}", text(), text()), 0..6),
            path in "[aAb]{1,4}",
            sought in "[aAbB#~1 éÉe\u{301}]{1,4}",
        ) {
            let id: ResourceId = format!("ui/{path}").parse().expect("a name");
            let units = lines.iter().map(|(name, source, target)| {
                [format!("#{name}"), source.clone(), target.clone()]
            });
            let texts = Texts::new(0, &id, units);
            let folded = fold(&sought);
            let has = |text: &str| fold(text).contains(&folded);
            let expected: Vec<usize> = lines
                .iter()
                .enumerate()
                .filter(|(_, (name, source, target))| {
                    has(&format!("{id}#{name}")) || has(source) || has(target)
                })
                .map(|(at, _)| at)
                .collect();
            prop_assert_eq!(texts.find(&Sought::new(&sought)), expected);
        }
    }
}
