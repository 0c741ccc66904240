//! What a person decides to what is recorded.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;

use hexapla_engine::{
    BundleRules, Collection, Decision, Document, Item, KeepTargets, Resource, Snapshot, Status,
    Tuning, Who, Workflow, decide,
};
use hexapla_formats::{FieldRules, Format, extract};
use hexapla_ledger::{Ledger, Origin};
use hexapla_model::{Locale, ResourceId, State, Timestamp};

use crate::inner_loop::Turn;
use crate::language::{Language, SOURCE, Said, TARGET};
use crate::random::Random;

const LOCALES: [&str; 16] = [
    "ar", "bg", "cs", "da", "de", "el", "es", "fr", "hu", "it", "ja", "pl", "pt", "ru", "th", "uk",
];
const UNITS: usize = 100;

const WORKFLOW: &str = "version = 1\n[[states]]\nname = \"translated\"\n";

/// Every unit of a resource is accepted in every locale.
pub(crate) fn accept() -> Turn {
    let id: ResourceId = "ui/page".parse().expect("a name");
    let snapshot = snapshot(&id);
    let who =
        Who { by: "mara".parse().expect("a handle"), at: Timestamp::from_seconds(1_770_000_000) };
    let items = items(&snapshot);
    assert_eq!(items.len(), LOCALES.len() * UNITS);
    Box::new(move || drop(black_box(decide(&snapshot, &who, black_box(&items)))))
}

fn items(snapshot: &Snapshot) -> Vec<Item> {
    let (state, origin) = (State::Translated, Origin::Human);
    let mut items = Vec::new();
    for (resource, locales) in Status::of(snapshot).resources {
        for (locale, statuses) in locales {
            items.extend(statuses.into_iter().map(|status| Item {
                resource: resource.clone(),
                locale: locale.clone(),
                status,
                decision: Decision::Accept { text: None, state, origin },
            }));
        }
    }
    items
}

/// A resource that is translated into every locale, with an empty ledger.
fn snapshot(id: &ResourceId) -> Snapshot {
    let mut random = Random::new();
    let said: Vec<Said> = (0..UNITS).map(|_| Said::made(&mut random, 3)).collect();
    let locales: Vec<Locale> = LOCALES.map(|it| it.parse().expect("a tag")).into();
    let target = |it: &Locale| (it.clone(), document(it.as_str(), &said, &TARGET));
    let resource = Resource {
        source: Some(document("en", &said, &SOURCE)),
        targets: locales.iter().map(target).collect(),
        target_paths: locales.iter().map(|it| (it.clone(), it.to_string())).collect(),
        collection: Arc::new(collection(locales)),
    };
    let resources = BTreeMap::from([(id.clone(), resource)]);
    Snapshot { resources, ledger: Arc::new(Ledger::default()), ..Snapshot::default() }
}

fn document(locale: &str, said: &[Said], language: &Language) -> Arc<Document> {
    let message =
        |(at, said): (usize, &Said)| format!("entry-{at} = {locale} {}\n", said.text(language));
    let text: String = said.iter().enumerate().map(message).collect();
    let extracted = extract(Format::Fluent, text.as_bytes(), &FieldRules::default());
    Arc::new(Document::new(locale.to_owned(), text.into_bytes().into(), extracted))
}

fn collection(locales: Vec<Locale>) -> Collection {
    let source: Locale = "en".parse().expect("a tag");
    Collection {
        name: "ui".to_owned(),
        format: Format::Fluent,
        rules: FieldRules::default(),
        fallbacks: locales.iter().map(|it| (it.clone(), vec![source.clone()])).collect(),
        source_locale: source,
        locales,
        pivots: BTreeMap::new(),
        workflow: Arc::new(Workflow::read("standard", WORKFLOW).expect("a workflow")),
        keep_targets: KeepTargets::Replaced,
        bundles: BundleRules::common(Format::Fluent, &FieldRules::default()),
        mark: None,
        tuning: Tuning::default(),
        glossary: None,
    }
}
