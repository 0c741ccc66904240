//! From bundles to a release.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_engine::{Bundle, Tally, UnitShipped};
use hexapla_model::{Freshness, Locale};
use hexapla_release::{Coverage, Header, Release, ReleaseFile, UnitEntry};

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// A release of the given bundles that may be published to `channels`.
pub(crate) fn assemble(
    context: &Context,
    channels: Vec<String>,
    bundles: Vec<Bundle>,
) -> Result<Release, Failure> {
    let coverage = coverage(context, &bundles);
    let header = Header { name: context.session.name().to_owned(), channels, as_of: context.as_of };
    let files = bundles.into_iter().map(release_file).collect();
    hexapla_release::build(header, files, coverage).map_err(|error| {
        Failure::new(Exit::Findings, error.to_string())
            .with_hint("rename the source so that its path is fit for every file system")
    })
}

fn release_file(bundle: Bundle) -> ReleaseFile {
    let entry = |unit: UnitShipped| UnitEntry {
        unit: unit.address,
        language: unit.language,
        freshness: unit.freshness,
        state: unit.state,
        made_at: unit.made_at,
        changed_at: unit.changed_at,
        changes: unit.changes,
        lines: unit.lines,
    };
    ReleaseFile {
        locale: bundle.locale,
        collection: bundle.collection,
        path: bundle.path,
        bytes: bundle.bytes,
        units: bundle.units.into_iter().map(entry).collect(),
    }
}

/// How complete each collection is in each locale that is released.
fn coverage(context: &Context, bundles: &[Bundle]) -> Vec<Coverage> {
    let released: BTreeSet<(&Locale, &str)> =
        bundles.iter().map(|it| (&it.locale, it.collection.as_str())).collect();
    let tallies = context.status.tally(|id, locale| {
        let place = (locale, id.collection());
        released.contains(&place).then(|| (locale.clone(), place.1.to_owned()))
    });
    let record = |((locale, collection), tally): ((Locale, String), Tally)| {
        let mut counts: BTreeMap<String, (usize, usize)> = Freshness::ALL
            .iter()
            .map(|it| (it.to_string(), (tally.of(*it).units, tally.of(*it).words)))
            .collect();
        counts.insert(
            Coverage::OUT_OF_ORDER.to_owned(),
            (tally.out_of_order.units, tally.out_of_order.words),
        );
        Coverage { locale, collection, counts }
    };
    tallies.into_iter().map(record).collect()
}
