//! A part of a project says of itself what the whole project says of it.

use std::collections::BTreeSet;

use hexapla_engine::{Memory, Status, offers};
use hexapla_model::{Locale, ResourceId};
use hexapla_workspace::{Loaded, Part};

use crate::project::at;
use crate::survey::{Random, act, project};

/// Everything that is known of the units of some resources in some locales.
fn said(loaded: &Loaded, of: &Part, memory: bool) -> String {
    let (snapshot, status) = (&loaded.snapshot, Status::of(&loaded.snapshot));
    let memory = if memory { Memory::of(snapshot, &status) } else { Memory::default() };
    let mut said = String::new();
    for (id, locale, unit) in status.units() {
        let is_asked = of.resources.as_ref().is_none_or(|it| it.contains(id))
            && of.locales.as_ref().is_none_or(|it| it.contains(locale));
        let Some(resource) = snapshot.resources.get(id).filter(|_| is_asked) else { continue };
        let offers = offers(snapshot, &memory, id, resource, locale, unit);
        let before = unit.made_from.as_ref().map(|it| snapshot.ledger.group_text(it));
        let claims = snapshot.ledger.claims(id, locale);
        said.push_str(&format!("{id} {locale} {unit:#?} {offers:#?} {before:?} {claims:#?}\n"));
    }
    said
}

#[test]
fn a_part_says_of_itself_what_the_whole_says() {
    let ids = ["ui/a", "ui/b", "pages/a"].map(|it| it.parse::<ResourceId>().expect("a name"));
    let locales = ["de", "es", "es-MX"].map(|it| it.parse::<Locale>().expect("a tag"));
    for seed in 100..110 {
        let (project, mut random) = (project(seed % 2 == 1), Random(seed));
        let session = project.open();
        for step in 0..30 {
            (0..=random.below(3)).for_each(|_| act(&project, &mut random));
            let whole = session.load(at()).expect("readable");
            let id = &ids[random.below(3) as usize];
            let locale = &locales[random.below(3) as usize];
            let one = Part {
                resources: Some(BTreeSet::from([id.clone()])),
                locales: Some(BTreeSet::from([locale.clone()])),
            };
            let of_locale = Part { resources: None, ..one.clone() };
            let of_resource = Part { locales: None, ..one.clone() };
            for (part, memory) in [(one, false), (of_locale, true), (of_resource, false)] {
                let loaded = session.load_part(at(), &part).expect("readable");
                let expected = said(&whole, &part, memory);
                assert_eq!(said(&loaded, &part, memory), expected, "seed {seed}, step {step}");
                assert!(loaded.problems.iter().all(|it| whole.problems.contains(it)));
                let known = |it| whole.ledger_problems.contains(it);
                assert!(loaded.ledger_problems.iter().all(known));
            }
        }
    }
}
