//! "This was made elsewhere, of the source as it was then."

use hexapla_formats::extract;
use hexapla_ledger::{Fact, KeptText, Origin, Proposed};
use hexapla_model::{Freshness, Group, State};

use super::accept::Accepted;
use super::{DecideError, Decision, Item, Pair, Place, Plan};
use crate::unit_texts::joined;

/// What a [`Decision::Return`] says.
struct Said<'a> {
    item: &'a Item,
    source: &'a Group,
    source_text: &'a str,
    text: &'a str,
    state: Option<State>,
}

impl Place<'_> {
    /// Plans every [`Decision::Return`] among the items.
    pub(super) fn bring_back(&self, items: &[&Item], plan: &mut Plan) -> Result<(), DecideError> {
        let all: Vec<Said<'_>> = items.iter().filter_map(|item| said(item)).collect();
        let is_there = |it: &Said<'_>| {
            let there = self.target_units(&it.item.status);
            !there.is_empty() && joined(there) == it.text
        };
        let (there, new): (Vec<_>, Vec<_>) = all.into_iter().partition(is_there);
        let (written, kept): (Vec<_>, Vec<_>) = new.into_iter().partition(|it| self.takes(it));
        let mut pairs = Vec::new();
        for said in there {
            self.say(&said, &self.target(&said.item.status)?, plan, &mut pairs)?;
        }
        let texts = texts_of(&written);
        self.keep_replaced(&texts, plan);
        for (said, blocks) in written.iter().zip(self.write_texts(&texts, plan)?) {
            let Some(target) = group(&blocks) else { continue };
            if self.keeps_targets() {
                plan.facts.extend(blocks.into_iter().map(Fact::Text));
            }
            self.say(said, &target, plan, &mut pairs)?;
        }
        // Only to read them as the file would: what is written is left.
        let read = self.write_texts(&texts_of(&kept), &mut Plan::default())?;
        for (said, blocks) in kept.iter().zip(read) {
            let Some(target) = group(&blocks) else { continue };
            plan.facts.extend(blocks.into_iter().map(Fact::Text));
            self.say(said, &target, plan, &mut pairs)?;
        }
        plan.facts.extend(self.attested(pairs));
        Ok(())
    }

    /// Whether a text becomes the target: not in place of one that is settled since, and a doubtful
    /// one only where there is none.
    fn takes(&self, said: &Said<'_>) -> bool {
        let freshness = said.item.status.freshness;
        match said.state {
            None => freshness == Freshness::Missing,
            Some(_) => {
                let now = self.source(&said.item.status).ok();
                freshness != Freshness::Current || now.as_ref() == Some(said.source)
            }
        }
    }

    /// The words of an earlier source, for later diffs: where they are not known yet, and are those that
    /// have its fingerprint.
    fn source_of(&self, said: &Said<'_>) -> Option<KeptText> {
        let fingerprint = said.source.single()?;
        if self.snapshot.ledger.text(fingerprint).is_some() {
            return None;
        }
        let collection = &self.resource.collection;
        let bytes = said.source_text.as_bytes();
        let units = extract(collection.format, bytes, &collection.rules).units;
        let is_it = matches!(&*units, [unit] if unit.fingerprint == fingerprint);
        is_it.then(|| KeptText { fingerprint, text: said.source_text.to_owned() })
    }

    /// Attests a pair, or proposes it where it is doubtful.
    fn say(
        &self,
        said: &Said<'_>,
        target: &Group,
        plan: &mut Plan,
        pairs: &mut Vec<Accepted>,
    ) -> Result<(), DecideError> {
        plan.facts.extend(self.source_of(said).map(Fact::Text));
        let key = said.item.status.key.clone();
        let Some(state) = said.state else {
            plan.facts.push(Fact::Proposed(Proposed {
                locale: self.locale.clone(),
                resource: self.id.clone(),
                by: self.who.by.clone(),
                at: self.who.at,
                pair: Pair::new(key, said.source.clone(), target.clone()),
            }));
            return Ok(());
        };
        let (source, target) = (said.source.clone(), target.clone());
        match self.pair_of(said.item, source, target, state, Origin::Imported) {
            Some(pair) => {
                if self.source(&said.item.status)? == *said.source {
                    self.keep_accepted(said.item, plan);
                }
                pairs.push(pair);
            }
            None => plan.unchanged += 1,
        }
        Ok(())
    }
}

fn said(item: &Item) -> Option<Said<'_>> {
    match &item.decision {
        Decision::Return { source, source_text, text, state } => {
            Some(Said { item, source, source_text, text, state: *state })
        }
        _ => None,
    }
}

fn texts_of<'a>(all: &[Said<'a>]) -> Vec<(&'a Item, &'a str)> {
    all.iter().map(|it| (it.item, it.text)).collect()
}

/// What a text became.
pub(super) fn group(blocks: &[KeptText]) -> Option<Group> {
    Group::new(blocks.iter().map(|block| block.fingerprint).collect())
}
