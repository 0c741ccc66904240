//! A project in memory: what the workspace does with files, done with values.

use std::collections::BTreeMap;
use std::sync::Arc;

use hexapla_engine::{
    BundleRules, Collection, Decision, Document, Item, KeepTargets, Plan, Resource, Snapshot,
    Status, Tuning, UnitStatus, Who, Workflow, decide, record_seen,
};
use hexapla_formats::{FieldRules, Format, extract};
use hexapla_ledger::{Fact, Ledger, Origin, write};
use hexapla_model::{Freshness, Locale, ResourceId, State};

pub(crate) const WORKFLOW: &str =
    "version = 1\n[[states]]\nname = \"translated\"\n[[states]]\nname = \"reviewed\"\npeople = 2\n";

/// One resource with one target.
#[derive(Clone)]
pub(crate) struct Project {
    pub(crate) format: Format,
    pub(crate) source: String,
    pub(crate) target: String,
    pub(crate) acts: Vec<Vec<Fact>>,
    pub(crate) keep_targets: KeepTargets,
    pub(crate) day: i64,
    pub(crate) source_locale: Locale,
    pub(crate) locale: Locale,
}

pub(crate) fn locale() -> Locale {
    "es".parse().expect("a tag")
}

pub(crate) fn id() -> ResourceId {
    "pages/one".parse().expect("a name")
}

impl Project {
    pub(crate) fn new(format: Format, source: &str, target: &str) -> Self {
        Self {
            format,
            source: source.into(),
            target: target.into(),
            acts: Vec::new(),
            keep_targets: KeepTargets::Replaced,
            day: 0,
            source_locale: "en".parse().expect("a tag"),
            locale: locale(),
        }
    }

    fn rules(&self) -> FieldRules {
        FieldRules { include: vec!["*".parse().expect("a pattern")], ..FieldRules::default() }
    }

    fn document(&self, path: &str, text: &str) -> Arc<Document> {
        let extracted = extract(self.format, text.as_bytes(), &self.rules());
        Arc::new(Document::new(path.into(), text.as_bytes().into(), extracted))
    }

    pub(crate) fn ledger(&self) -> Ledger {
        let files: Vec<_> = self.acts.iter().flat_map(|facts| write(facts)).collect();
        let read = Ledger::read(files.iter().map(|it| (it.name.as_str(), it.bytes.as_slice())));
        assert!(read.problems.is_empty());
        read.ledger
    }

    pub(crate) fn snapshot(&self) -> Snapshot {
        let (english, locale) = (self.source_locale.clone(), self.locale.clone());
        let collection = Collection {
            name: "pages".into(),
            format: self.format,
            rules: self.rules(),
            source_locale: english.clone(),
            locales: vec![locale.clone()],
            fallbacks: BTreeMap::from([(locale.clone(), vec![english])]),
            pivots: BTreeMap::new(),
            workflow: Arc::new(Workflow::read("standard", WORKFLOW).expect("a workflow")),
            keep_targets: self.keep_targets,
            bundles: BundleRules::common(self.format, &self.rules()),
            mark: None,
            tuning: Tuning::default(),
            glossary: None,
        };
        let mut targets = BTreeMap::new();
        if !self.target.is_empty() {
            targets.insert(locale.clone(), self.document("target", &self.target));
        }
        let resource = Resource {
            collection: Arc::new(collection),
            source: Some(self.document("source", &self.source)),
            targets,
            target_paths: BTreeMap::from([(locale, "target".to_owned())]),
        };
        Snapshot {
            resources: BTreeMap::from([(id(), resource)]),
            ledger: Arc::new(self.ledger()),
            as_of: None,
            ..Snapshot::default()
        }
    }

    pub(crate) fn statuses(&self) -> Vec<UnitStatus> {
        let status = Status::of(&self.snapshot());
        status
            .resources
            .into_values()
            .next()
            .expect("a resource")
            .remove(&self.locale)
            .expect("a locale")
    }

    /// Freshness and state of each unit in order.
    pub(crate) fn standing(&self) -> Vec<(Freshness, State, bool)> {
        self.statuses().iter().map(|it| (it.freshness, it.state, it.in_order)).collect()
    }

    pub(crate) fn freshness(&self) -> Vec<Freshness> {
        self.statuses().iter().map(|it| it.freshness).collect()
    }

    pub(crate) fn who(&self, by: &str) -> Who {
        let at = hexapla_model::Timestamp::from_seconds(1_770_000_000 + self.day * 86_400);
        Who { by: by.parse().expect("a handle"), at }
    }

    /// Carries out a plan as the workspace would.
    pub(crate) fn commit(&mut self, plan: Plan) {
        if !plan.facts.is_empty() {
            self.acts.push(plan.facts);
        }
        for write in plan.writes {
            self.target = String::from_utf8(write.bytes).expect("text");
        }
    }

    pub(crate) fn decide(
        &mut self,
        by: &str,
        chosen: impl Fn(usize, &UnitStatus) -> Option<Decision>,
    ) {
        let statuses = self.statuses();
        let items: Vec<Item> = statuses
            .into_iter()
            .enumerate()
            .filter_map(|(at, status)| {
                let decision = chosen(at, &status)?;
                Some(Item { resource: id(), locale: self.locale.clone(), status, decision })
            })
            .collect();
        let plan = decide(&self.snapshot(), &self.who(by), &items).expect("a plan");
        self.commit(plan);
    }

    /// Accepts every unit that has a target.
    pub(crate) fn accept_all(&mut self, by: &str, state: State) {
        self.decide(by, |_, status| {
            (!status.target.is_empty() && !status.source.is_empty()).then_some(Decision::Accept {
                text: None,
                state,
                origin: Origin::Human,
            })
        });
    }

    pub(crate) fn see(&mut self) {
        let snapshot = self.snapshot();
        let status = Status::of(&snapshot);
        let plan = record_seen(&snapshot, &status, self.who("ci").at, None, None);
        self.commit(plan);
    }
}

/// A translation of each line of text, different from it and from every other.
pub(crate) fn translated(source: &str) -> String {
    source
        .split('\n')
        .map(|line| {
            let marks = line.len() - line.trim_start_matches(['#', '-', '>', ' ', '|']).len();
            let (mark, text) = line.split_at(marks);
            let text: String =
                text.chars()
                    .map(|c| {
                        if c.is_ascii_lowercase() { char::from(b'z' - (c as u8 - b'a')) } else { c }
                    })
                    .collect();
            format!("{mark}{text}")
        })
        .collect::<Vec<_>>()
        .join("\n")
}
