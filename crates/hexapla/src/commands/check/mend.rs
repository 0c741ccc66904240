//! `hexapla check --fix`.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_engine::{Item, address, mendings};

use crate::cli::Global;
use crate::commands::settle;
use crate::context::Context;
use crate::failure::Failure;
use crate::select::Selection;
use crate::ui::{count, tell};

/// Mends what is certain among the selected units, as one act, and tells what it mended.
pub(super) fn mend(global: &Global, selection: &Selection) -> Result<(), Failure> {
    let context = Context::open(global)?;
    let (snapshot, status) = (context.snapshot(), &context.status);
    let selected = selection.of(snapshot, status)?;
    let wanted: BTreeSet<_> = selected.iter().map(|one| (one.locale, one.address())).collect();
    let found = mendings(snapshot, status, |id, locale, unit| {
        let named = |it| wanted.contains(&(locale, address(id, it, locale, unit)));
        snapshot.resources.get(id).is_some_and(named)
    });
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for check in found.iter().flat_map(|it| &it.checks) {
        *counts.entry(check).or_default() += 1;
    }
    let items: Vec<Item> = found.into_iter().map(|it| it.item).collect();
    let plan = settle::commit(&context, global, &items)?;
    for write in &plan.writes {
        tell!("wrote {}", write.path);
    }
    let counts: Vec<String> =
        counts.iter().map(|(check, units)| format!("{check} {units}")).collect();
    let list = if counts.is_empty() { String::new() } else { format!(": {}", counts.join(", ")) };
    tell!("mended {}{list}", count(items.len(), "unit"));
    Ok(())
}
