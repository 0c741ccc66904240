//! The source today against pages whose marks tell what they were made from.

use std::collections::BTreeMap;
use std::sync::Arc;

use hexapla_engine::{
    BundleRules, Collection, Document, KeepTargets, Resource, Snapshot, Status, Tuning, UnitStatus,
    Workflow,
};
use hexapla_formats::{Extracted, Format};
use hexapla_ledger::{Attested, Fact, KeptText, Ledger, Origin, Pair, Placed, write};
use hexapla_model::{Group, Locale, ResourceId, State, Timestamp, Unit};

use crate::corpus::{Corpus, Page, Text, rules};
use crate::percent;

pub(crate) fn measure(corpus: &Corpus) {
    let mut loud = Vec::new();
    let mut silent = Vec::new();
    let (mut current, mut stale) = (0, 0);
    for page in &corpus.pages {
        let statuses = statuses(&project(page, &facts(corpus, page), &page.now), page);
        let settled = statuses.iter().all(UnitStatus::is_settled);
        match (page.stale, settled) {
            (false, true) => current += 1,
            (false, false) => loud.push(page),
            (true, false) => stale += 1,
            (true, true) => silent.push(page),
        }
    }
    println!("\npages: {current} current ones silent, {stale} stale ones told\n");
    for page in &loud {
        println!("told although its source is the same: {}", page.name);
    }
    let reasons = |page: &&Page| match same_meaning(page) {
        true => "no unit says anything else",
        false => "UNEXPLAINED",
    };
    for page in &silent {
        println!("silent although its source changed: {}: {}", page.name, reasons(page));
    }
    println!("agreement {:.1} %", percent(current + stale, corpus.pages.len()));
}

fn same_meaning(page: &Page) -> bool {
    let prints = |text: &Text| -> Vec<_> {
        text.units.iter().map(|unit| (unit.key.clone(), unit.fingerprint)).collect()
    };
    prints(&page.made_from) == prints(&page.now)
}

/// That the target was made from that source, as somebody would say who knows.
pub(crate) fn facts(corpus: &Corpus, page: &Page) -> Vec<Fact> {
    let (source, target) = (page.made_from.blocks(), page.target.blocks());
    let group = |units: &[&Unit]| Group::new(units.iter().map(|it| it.fingerprint).collect());
    let mut pairs: Vec<Pair> = corpus
        .whole(page)
        .into_iter()
        .filter_map(|link| {
            Some(Pair::new(None, group(&source[link.source])?, group(&target[link.target])?))
        })
        .collect();
    for unit in page.made_from.units.iter().filter(|unit| unit.key.is_some()) {
        let other = page.target.units.iter().find(|other| other.key == unit.key);
        pairs.extend(other.map(|it| Pair::new(unit.key.clone(), unit.fingerprint, it.fingerprint)));
    }
    let placed = Placed {
        locale: page.locale().parse().expect("a tag"),
        resource: id(),
        by: "history".parse().expect("a handle"),
        at: Timestamp::from_seconds(0),
        pairs: pairs.iter().filter(|pair| pair.key.is_none()).cloned().collect(),
    };
    let attested = Attested {
        locale: page.locale().parse().expect("a tag"),
        resource: id(),
        by: "history".parse().expect("a handle"),
        at: Timestamp::from_seconds(0),
        state: State::Translated,
        origin: Origin::Inferred,
        confidence: None,
        answers: Vec::new(),
        pairs,
    };
    let text = |unit: &Unit| {
        Fact::Text(KeptText { fingerprint: unit.fingerprint, text: unit.text.clone() })
    };
    let said = [Fact::Attested(attested), Fact::Placed(placed)];
    said.into_iter().chain(page.made_from.units.iter().map(text)).collect()
}

fn id() -> ResourceId {
    "docs/page".parse().expect("a name")
}

/// A project of one page with another source.
pub(crate) fn project(page: &Page, facts: &[Fact], source: &Text) -> Snapshot {
    let locale: Locale = page.locale().parse().expect("a tag");
    let english: Locale = "en".parse().expect("a tag");
    let document = |path: &str, text: &Text| {
        let extracted = Extracted { units: text.units.clone(), diagnostics: Vec::new() };
        Arc::new(Document::new(path.into(), text.bytes.as_slice().into(), extracted))
    };
    let collection = Collection {
        name: "docs".into(),
        format: Format::Markdown,
        rules: rules(),
        source_locale: english.clone(),
        locales: vec![locale.clone()],
        fallbacks: BTreeMap::from([(locale.clone(), vec![english])]),
        pivots: BTreeMap::new(),
        workflow: Arc::new(Workflow::default()),
        keep_targets: KeepTargets::Replaced,
        bundles: BundleRules::common(Format::Markdown, &rules()),
        mark: None,
        tuning: Tuning::default(),
        glossary: None,
    };
    let files = write(facts);
    let read = Ledger::read(files.iter().map(|it| ("facts", it.bytes.as_slice())));
    let resource = Resource {
        collection: Arc::new(collection),
        source: Some(document("source.md", source)),
        targets: BTreeMap::from([(locale, document("target.md", &page.target))]),
        target_paths: BTreeMap::new(),
    };
    Snapshot {
        resources: BTreeMap::from([(id(), resource)]),
        ledger: Arc::new(read.ledger),
        ..Snapshot::default()
    }
}

/// How the units of the page stand.
pub(crate) fn statuses(project: &Snapshot, page: &Page) -> Vec<UnitStatus> {
    let locale: Locale = page.locale().parse().expect("a tag");
    let mut status = Status::of(project);
    let mut locales = status.resources.remove(&id()).expect("the page");
    locales.remove(&locale).expect("the locale")
}
