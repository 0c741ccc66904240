//! Claims under way.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::claim::{Attestation, Claim, Claims, Doubt, Placed, Placement};
use crate::fact::{FactId, Pair};

/// What facts say of one resource in one locale, in the order in which they are read.
#[derive(Default)]
pub(crate) struct Draft {
    said: Vec<(Pair, Said)>,
    answers: BTreeMap<Pair, BTreeSet<FactId>>,
    placed: Placed,
}

enum Said {
    Attested(Arc<Attestation>),
    Doubted(Box<Doubt>),
}

impl Draft {
    pub(crate) fn attest(&mut self, pair: Pair, attestation: &Arc<Attestation>) {
        self.said.push((pair, Said::Attested(Arc::clone(attestation))));
    }

    pub(crate) fn doubt(&mut self, pair: Pair, doubt: Doubt) {
        self.said.push((pair, Said::Doubted(Box::new(doubt))));
    }

    pub(crate) fn answer(&mut self, pair: Pair, answers: &[FactId]) {
        self.answers.entry(pair).or_default().extend(answers);
    }

    pub(crate) fn place(&mut self, pairs: Vec<Pair>, placement: Placement) {
        self.placed.entry(pairs).or_default().insert(placement);
    }

    /// The same, whatever the order was.
    pub(crate) fn finish(mut self) -> Claims {
        self.said.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut claims: Vec<(Pair, Claim)> = Vec::with_capacity(self.said.len());
        for (pair, said) in self.said {
            if claims.last().is_none_or(|(last, _)| *last != pair) {
                claims.push((pair, Claim::default()));
            }
            let Some((_, claim)) = claims.last_mut() else { continue };
            match said {
                Said::Attested(attestation) => claim.attest(attestation),
                Said::Doubted(doubt) => claim.doubt(*doubt),
            }
        }
        for (pair, claim) in &mut claims {
            if claim.doubts().next().is_some()
                && let Some(answers) = self.answers.get(pair)
            {
                claim.answer(answers);
            }
        }
        Claims::new(claims, self.placed)
    }
}
