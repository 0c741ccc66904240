//! How a resource stands in a locale, in little memory.

use std::hash::{DefaultHasher, Hasher};

use hexapla_engine::change::ChangeClass;
use hexapla_engine::{Tally, Turn, UnitStatus, joined, name, turns};
use hexapla_formats::Format;
use hexapla_model::{State, Timestamp, Unit, UnitKind};
use hexapla_workspace::Look;

use super::kinds::Kinds;
use super::need::Need;
use super::opened::numbered;

/// How a resource stands in a locale.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Sheet {
    pub(crate) tally: Tally,
    /// Whether a source has to be recorded as seen.
    pub(crate) is_unseen: bool,
    /// How urgent its units are: that of its workflow.
    pub(crate) priority: i64,
    /// Whether a mistake here can do harm.
    pub(crate) is_critical: bool,
    /// How it came to stand so, as far as the ledger dates it.
    pub(crate) turns: Box<[Turn]>,
    /// How much was said of it: whoever looks at what happened is told where it is more.
    pub(crate) said: usize,
    /// The units that wait for somebody, in the order of the source.
    pub(crate) waiting: Box<[Waiting]>,
    /// What stands for their texts: it is another where one of them is.
    pub(crate) print: u64,
}

/// A unit that waits for somebody.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Waiting {
    /// The part of its address behind `#`.
    pub(crate) name: Box<str>,
    /// How many units of that name stand before it.
    pub(crate) nth: u32,
    pub(crate) need: Need,
    /// What people said of it.
    pub(crate) state: State,
    /// What kind of change made it stale, where that is known.
    pub(crate) class: Option<ChangeClass>,
    /// When its source was first seen to have changed.
    pub(crate) since: Option<Timestamp>,
    /// The words of its source.
    pub(crate) words: u32,
    /// The words that have to be read again.
    pub(crate) to_read: u32,
    /// Whether what it is made from has to be settled first.
    pub(crate) waits: bool,
    /// How its source begins.
    pub(crate) excerpt: Box<str>,
}

/// The most characters of an excerpt.
const EXCERPT: usize = 140;

impl Sheet {
    pub(crate) fn of(look: &Look<'_>, kinds: &Kinds) -> Self {
        let collection = &look.resource.collection;
        let (mut waiting, mut print) = (Vec::new(), DefaultHasher::new());
        let there = look.resource.target_units(look.locale);
        let least = collection.workflow.awaited_state(look.locale);
        let names = look.units.iter().map(|it| name(look.resource, look.locale, it));
        for (status, (name, nth)) in look.units.iter().zip(numbered(names)) {
            if let Some(need) = Need::of(status, least) {
                let changed = kinds.of(look, status);
                let target = there.get(status.target.clone()).unwrap_or_default();
                add(&mut print, status.given(look.resource));
                add(&mut print, target);
                waiting.push(Waiting {
                    name: name.into(),
                    nth,
                    need,
                    state: status.state,
                    class: changed.filter(|_| need == Need::Stale).map(|it| it.class),
                    since: status.changed_since(),
                    words: small(status.words),
                    to_read: small(changed.map_or(status.words, |it| it.to_read)),
                    waits: status.waits_for().is_some(),
                    excerpt: begins(look, status),
                });
            }
        }
        Self {
            tally: look.tally(),
            is_unseen: look.is_unseen(),
            priority: collection.workflow.priority,
            is_critical: collection.is_critical(),
            turns: turns(&look.snapshot.ledger, look.id, look.resource, look.locale, look.units)
                .into(),
            said: said(look),
            waiting: waiting.into(),
            print: print.finish(),
        }
    }
}

/// How many things were said of a resource in a locale, and of its source.
fn said(look: &Look<'_>) -> usize {
    let ledger = &look.snapshot.ledger;
    let claims = ledger.claims(look.id, look.locale).iter();
    let of_claims = claims.map(|(_, it)| it.attestations().count() + it.doubts().count());
    of_claims.sum::<usize>()
        + ledger.proposals(look.id, look.locale).count()
        + ledger.still_valid(look.id).count()
        + ledger.changes(look.id).count()
}

/// Has a print tell of these texts.
fn add(print: &mut DefaultHasher, units: &[Unit]) {
    print.write_usize(units.len());
    for unit in units {
        print.write_usize(unit.text.len());
        print.write(unit.text.as_bytes());
    }
}

/// How a unit begins: a text by its words, a file by its name.
fn begins(look: &Look<'_>, status: &UnitStatus) -> Box<str> {
    let given = status.given(look.resource);
    let source = look.resource.source.as_ref().map(|it| it.path.as_str());
    match source.filter(|_| given.iter().any(|it| it.kind == UnitKind::Asset)) {
        Some(path) => path.rsplit('/').next().unwrap_or(path).into(),
        None => excerpt(look.resource.collection.format, &joined(given)),
    }
}

/// How a text begins, on one line; of Fluent without the message's name.
pub(crate) fn excerpt(format: Format, text: &str) -> Box<str> {
    let text = match (format, text.split_once('=')) {
        (Format::Fluent, Some((_, value))) => value,
        _ => text,
    };
    let mut words = text.split_whitespace();
    let mut line = words.next().unwrap_or_default().to_owned();
    let mut length = line.chars().count();
    for word in words {
        length += 1 + word.chars().count();
        if length > EXCERPT {
            line.push_str(" …");
            break;
        }
        line.push(' ');
        line.push_str(word);
    }
    if line.chars().count() > EXCERPT + 2 {
        line = line.chars().take(EXCERPT).chain(['…']).collect();
    }
    line.into()
}

/// No file of more than 16 MiB is read, so that small numbers do.
pub(super) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_one_short_line() {
        assert_eq!(&*excerpt(Format::Markdown, "One\n two"), "One two");
        assert_eq!(&*excerpt(Format::Fluent, "key = One"), "One");
        let long = excerpt(Format::Markdown, &"word ".repeat(100));
        assert!(long.ends_with('…') && long.chars().count() <= EXCERPT + 2);
        let thai = excerpt(Format::Markdown, &"ก".repeat(1000));
        assert_eq!(thai.chars().count(), EXCERPT + 1);
    }
}
