//! What has become of a block, which is called by its text and so by another name once that changes.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::once;

use hexapla_engine::{UnitStatus, group};
use hexapla_model::Group;

use super::opened::{Opened, UnitName};
use crate::failure::Failure;

/// Which text of a resource took the place of which, one step each, as the ledger has seen it.
type Steps<'a> = BTreeMap<&'a Group, Vec<&'a Group>>;

impl Opened {
    /// The place of a unit by its name or, where that is of a text that its source has no more, the place of
    /// what this has become.
    ///
    /// # Errors
    /// Where nothing is known to have taken its place.
    pub(crate) fn trace(&self, unit: &UnitName) -> Result<usize, Failure> {
        self.find(unit).or_else(|missing| self.successor(unit)?.ok_or(missing))
    }

    /// What the unit at a place was called while its source had the texts that are known to have stood there:
    /// names that no unit has now.
    ///
    /// # Errors
    /// Where the resource is gone.
    pub(crate) fn earlier(&self, at: usize) -> Result<Vec<UnitName>, Failure> {
        let names = self.names()?;
        let Some(status) = self.units().get(at).filter(|it| is_block(it)) else {
            return Ok(Vec::new());
        };
        let (now, mut before) = (self.source(status)?, Steps::new());
        for (from, to) in self.steps() {
            before.entry(to).or_default().push(from);
        }
        let begun = now.iter().chain(&status.made_from).collect();
        let texts: BTreeSet<String> =
            reached(&before, begun).into_iter().filter_map(short).collect();
        let nth = |name: &str| names.iter().filter(|it| it.name == name).count();
        let named = |name: String| UnitName {
            nth: u32::try_from(nth(&name)).unwrap_or(u32::MAX),
            resource: self.id.clone(),
            name,
        };
        let own = names.get(at).map(|it| it.name.as_str());
        Ok(texts.into_iter().filter(|it| Some(it.as_str()) != own).map(named).collect())
    }

    /// The place of what a block has become.
    fn successor(&self, unit: &UnitName) -> Result<Option<usize>, Failure> {
        let is_it = |it: &&Group| short(it).is_some_and(|it| it == unit.name);
        let mut after = Steps::new();
        for (from, to) in self.steps() {
            after.entry(from).or_default().push(to);
        }
        let known = after.iter().flat_map(|(from, to)| once(*from).chain(to.iter().copied()));
        let became = reached(&after, known.filter(is_it).collect());
        let (mut found, mut stays) = (Vec::new(), 0);
        for (at, status) in self.units().iter().enumerate().filter(|(_, it)| is_block(it)) {
            let Some(now) = self.source(status)? else { continue };
            let from = status.made_from.as_ref();
            if is_it(&&now) {
                stays += 1;
            } else if became.contains(&now)
                || from.is_some_and(|it| is_it(&it) || became.contains(it))
            {
                found.push(at);
            }
        }
        // Of several that were called alike, those that still are were the first.
        let nth = usize::try_from(unit.nth).unwrap_or(usize::MAX).saturating_sub(stays);
        Ok(found.get(nth).or(found.last()).copied())
    }

    /// Every step from one text to another that was seen here.
    fn steps(&self) -> impl Iterator<Item = (&Group, &Group)> {
        let replaced = self.snapshot().ledger.replaced(&self.id);
        replaced.filter(|(key, ..)| key.is_none()).map(|(_, from, step)| (from, &step.to))
    }

    /// The source of a unit as it is now.
    fn source(&self, status: &UnitStatus) -> Result<Option<Group>, Failure> {
        let units = self.resource()?.source_units().get(status.source.clone());
        Ok(group(units.unwrap_or_default()))
    }
}

/// Whether a unit is called by its source's text.
fn is_block(status: &UnitStatus) -> bool {
    status.key.is_none() && !status.source.is_empty()
}

/// What a block of a text is called.
fn short(text: &Group) -> Option<String> {
    text.members().first().map(|it| it.short())
}

/// Every text that steps lead to, with those that they begin at.
fn reached<'a>(steps: &Steps<'a>, begun: Vec<&'a Group>) -> BTreeSet<&'a Group> {
    let (mut reached, mut left) = (BTreeSet::new(), begun);
    while let Some(text) = left.pop() {
        if reached.insert(text) {
            left.extend(steps.get(text).into_iter().flatten());
        }
    }
    reached
}
