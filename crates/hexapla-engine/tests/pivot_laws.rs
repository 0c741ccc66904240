//! Laws of translations that are made from another translation: Arabic from French from English.

#[allow(dead_code, reason = "only what makes a translation is needed")]
mod project;

use std::collections::BTreeMap;
use std::sync::Arc;

use hexapla_engine::{
    BundleRules, Collection, Decision, Document, Item, KeepTargets, Plan, Resource, Snapshot,
    Status, Tally, Tuning, UnitStatus, Who, Workflow, assess, assess_in, decide,
};
use hexapla_formats::{FieldRules, Format, extract};
use hexapla_ledger::{Fact, Ledger, Origin, write};
use hexapla_model::{Freshness, Locale, ResourceId, State};
use project::WORKFLOW;
use proptest::prelude::*;
use proptest::sample::Index;

use Freshness::{Current, Missing, Stale, Unverified};

fn tag(text: &str) -> Locale {
    text.parse().expect("a tag")
}

fn id() -> ResourceId {
    "pages/one".parse().expect("a name")
}

/// One resource in English, French and Arabic.
#[derive(Clone)]
struct Chain {
    format: Format,
    pivots: BTreeMap<Locale, Locale>,
    source: String,
    targets: BTreeMap<Locale, String>,
    acts: Vec<Vec<Fact>>,
}

impl Chain {
    /// So many units, each translated into French and from there into Arabic, all vouched for.
    fn settled(format: Format, count: usize) -> Self {
        let text =
            |word: &str| (0..count).map(|at| unit(format, at, &said(word, at))).collect::<String>();
        let targets = BTreeMap::from([(tag("fr"), text("mot")), (tag("ar"), text("kalima"))]);
        let pivots = BTreeMap::from([(tag("ar"), tag("fr"))]);
        let mut chain = Self { format, pivots, source: text("word"), targets, acts: Vec::new() };
        for locale in ["fr", "ar"] {
            chain.decide(locale, |_| Some(accept(None)));
        }
        chain
    }

    fn document(&self, path: &str, text: &str) -> Arc<Document> {
        let extracted = extract(self.format, text.as_bytes(), &FieldRules::default());
        Arc::new(Document::new(path.into(), text.as_bytes().into(), extracted))
    }

    fn snapshot(&self) -> Snapshot {
        let collection = Collection {
            name: "pages".into(),
            format: self.format,
            rules: FieldRules::default(),
            source_locale: tag("en"),
            locales: vec![tag("ar"), tag("fr")],
            fallbacks: ["ar", "fr"].map(|it| (tag(it), vec![tag("en")])).into(),
            pivots: self.pivots.clone(),
            mark: None,
            tuning: Tuning::default(),
            glossary: None,
            workflow: Arc::new(Workflow::read("standard", WORKFLOW).expect("a workflow")),
            keep_targets: KeepTargets::Replaced,
            bundles: BundleRules::common(self.format, &FieldRules::default()),
        };
        let targets = self.targets.iter();
        let targets =
            targets.map(|(it, text)| (it.clone(), self.document(it.as_str(), text))).collect();
        let resource = Resource {
            collection: Arc::new(collection),
            source: Some(self.document("source", &self.source)),
            targets,
            target_paths: ["ar", "fr"].map(|it| (tag(it), it.to_owned())).into(),
        };
        let files: Vec<_> = self.acts.iter().flat_map(|facts| write(facts)).collect();
        let read = Ledger::read(files.iter().map(|it| (it.name.as_str(), it.bytes.as_slice())));
        let resources = BTreeMap::from([(id(), resource)]);
        Snapshot { resources, ledger: Arc::new(read.ledger), ..Snapshot::default() }
    }

    fn statuses(&self, locale: &str) -> Vec<UnitStatus> {
        let mut status = Status::of(&self.snapshot());
        status.resources.remove(&id()).and_then(|mut it| it.remove(&tag(locale))).expect("units")
    }

    /// Own freshness and the worst of it and what is upstream, of each unit.
    fn standing(&self, locale: &str) -> Vec<(Freshness, Freshness)> {
        self.statuses(locale).iter().map(|it| (it.freshness, it.worst())).collect()
    }

    fn tally(&self, locale: &str) -> Tally {
        let mut tally = Tally::default();
        self.statuses(locale).iter().for_each(|it| tally.add(it));
        tally
    }

    fn decide(&mut self, locale: &str, chosen: impl Fn(usize) -> Option<Decision>) {
        let statuses = self.statuses(locale).into_iter().enumerate();
        let item = |(at, status): (usize, UnitStatus)| {
            let (resource, locale) = (id(), tag(locale));
            Some(Item { resource, locale, status, decision: chosen(at)? })
        };
        let items: Vec<Item> = statuses.filter_map(item).collect();
        let at = hexapla_model::Timestamp::from_seconds(1_770_000_000 + self.acts.len() as i64);
        let who = Who { by: "mara".parse().expect("a handle"), at };
        let Plan { facts, writes, .. } = decide(&self.snapshot(), &who, &items).expect("a plan");
        self.acts.extend((!facts.is_empty()).then_some(facts));
        for it in writes {
            let text = String::from_utf8(it.bytes).expect("text");
            self.targets.insert(tag(&it.path), text);
        }
    }

    /// Rewrites the source of a unit.
    fn rewrite(&mut self, at: usize) {
        let (old, new) = (said("word", at), said("other", at));
        self.source = self.source.replacen(&old, &new, 1);
    }
}

fn said(word: &str, at: usize) -> String {
    format!("{word} {} stands here", "x".repeat(at + 1))
}

fn unit(format: Format, at: usize, text: &str) -> String {
    match format {
        Format::Fluent => format!("m{at} = {text}\n"),
        _ => format!("{text}\n\n"),
    }
}

fn accept(text: Option<String>) -> Decision {
    Decision::Accept { text, state: State::Translated, origin: Origin::Human }
}

fn all(count: usize, what: (Freshness, Freshness)) -> Vec<(Freshness, Freshness)> {
    vec![what; count]
}

fn but(count: usize, at: usize, what: (Freshness, Freshness)) -> Vec<(Freshness, Freshness)> {
    let mut standing = all(count, (Current, Current));
    standing[at] = what;
    standing
}

fn format() -> impl Strategy<Value = Format> {
    prop_oneof![Just(Format::Fluent), Just(Format::Markdown)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_locale_stands_the_same_alone_and_among_all(
        format in format(), count in 2..7_usize, at in any::<Index>(),
    ) {
        let mut chain = Chain::settled(format, count);
        chain.rewrite(at.index(count));
        let snapshot = chain.snapshot();
        let resource = &snapshot.resources[&id()];
        let all = assess(&snapshot, &id(), resource);
        for locale in ["ar", "fr"].map(tag) {
            let alone = assess_in(&snapshot, &id(), resource, std::slice::from_ref(&locale));
            prop_assert_eq!(&alone[&locale], &all[&locale]);
        }
    }

    #[test]
    fn a_change_of_the_source_waits_in_both_and_a_revert_restores_both(
        format in format(), count in 2..7_usize, at in any::<Index>(),
    ) {
        let mut chain = Chain::settled(format, count);
        let (at, before) = (at.index(count), chain.source.clone());
        prop_assert_eq!(chain.standing("ar"), all(count, (Current, Current)));
        chain.rewrite(at);
        prop_assert_eq!(chain.standing("fr"), but(count, at, (Stale, Stale)));
        prop_assert_eq!(chain.standing("ar"), but(count, at, (Current, Stale)));
        let waiting = chain.statuses("ar")[at].clone();
        prop_assert_eq!(waiting.waits_for(), Some(&tag("fr")));
        prop_assert!(!waiting.is_settled());
        prop_assert_eq!(chain.tally("ar").of(Stale).units, 1);
        chain.source = before;
        for locale in ["fr", "ar"] {
            prop_assert!(chain.statuses(locale).iter().all(UnitStatus::is_settled));
        }
    }

    #[test]
    fn what_is_settled_upstream_leaves_stale_only_what_was_rewritten(
        format in format(), count in 2..7_usize, at in any::<Index>(), rewritten: bool, kept: bool,
    ) {
        let mut chain = Chain::settled(format, count);
        let at = at.index(count);
        chain.rewrite(at);
        let text = rewritten.then(|| match format {
            Format::Fluent => unit(format, at, &said("autre", at)).trim_end().to_owned(),
            _ => said("autre", at),
        });
        let decision = match kept && !rewritten {
            true => Decision::Keep { all_locales: false },
            false => accept(text),
        };
        chain.decide("fr", |it| (it == at).then(|| decision.clone()));
        prop_assert_eq!(chain.standing("fr"), all(count, (Current, Current)));
        let own = if rewritten { Stale } else { Current };
        prop_assert_eq!(chain.standing("ar"), but(count, at, (own, own)));
        prop_assert!(chain.statuses("ar")[at].waits_for().is_none());
        chain.decide("ar", |it| (it == at).then(|| accept(None)));
        prop_assert!(chain.statuses("ar").iter().all(UnitStatus::is_settled));
    }

    #[test]
    fn what_is_settled_downstream_first_still_waits(
        format in format(), count in 2..7_usize, at in any::<Index>(),
    ) {
        let mut chain = Chain::settled(format, count);
        let at = at.index(count);
        chain.rewrite(at);
        chain.decide("ar", |_| Some(accept(None)));
        prop_assert_eq!(chain.standing("ar"), but(count, at, (Current, Stale)));
    }

    #[test]
    fn what_the_pivot_lacks_is_missing(
        format in format(), count in 2..7_usize, at in any::<Index>(),
    ) {
        let mut chain = Chain::settled(format, count);
        let at = at.index(count);
        for (locale, word) in [("fr", "mot"), ("ar", "kalima")] {
            let text = chain.targets[&tag(locale)].replacen(&unit(format, at, &said(word, at)), "", 1);
            chain.targets.insert(tag(locale), text);
        }
        prop_assert_eq!(chain.standing("ar"), but(count, at, (Missing, Missing)));
        prop_assert_eq!(chain.tally("ar").total().units, count);
        prop_assert_eq!(chain.statuses("ar")[at].source.clone(), at..at + 1);
    }

    #[test]
    fn what_nobody_vouches_for_upstream_counts_as_such(
        format in format(), count in 2..7_usize,
    ) {
        let mut chain = Chain::settled(format, count);
        let only_arabic = |it: &Fact| matches!(it, Fact::Attested(it) if it.locale == tag("ar"));
        for act in &mut chain.acts {
            act.retain(only_arabic);
        }
        chain.acts.retain(|act| !act.is_empty());
        prop_assert_eq!(chain.standing("ar"), all(count, (Current, Unverified)));
    }

    #[test]
    fn a_pivot_changes_no_other_locale(
        format in format(), count in 2..7_usize, at in any::<Index>(),
    ) {
        let mut chain = Chain::settled(format, count);
        chain.rewrite(at.index(count));
        let mut without = chain.clone();
        without.pivots.clear();
        prop_assert_eq!(chain.statuses("fr"), without.statuses("fr"));
        prop_assert!(without.statuses("ar").iter().all(|it| it.pivot.is_none()));
    }

    #[test]
    fn blocks_stand_for_those_of_the_source_in_its_order(count in 2..5_usize) {
        let mut chain = Chain::settled(Format::Markdown, count);
        chain.source = format!("{}# End\n", chain.source);
        for text in chain.targets.values_mut() {
            text.push_str("# Fin\n");
        }
        for locale in ["fr", "ar"] {
            chain.decide(locale, |_| Some(accept(None)));
        }
        let ends: Vec<usize> = chain.statuses("ar").iter().map(|it| it.source.end).collect();
        prop_assert_eq!(ends, (1..=count + 1).collect::<Vec<_>>());
        prop_assert!(chain.statuses("ar").iter().all(UnitStatus::is_settled));
    }
}
