//! From what ships to a release.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_engine::{
    Bundle, Finding, Shipping, Snapshot, Tally, UnitShipped, carry_alike, compose, gate,
};
use hexapla_model::{Freshness, Locale};
use hexapla_release::{Coverage, Header, ManifestError, Release, ReleaseFile, UnitEntry};

use crate::clock::now;
use crate::session::Session;

impl Session {
    /// Makes the release of a channel whose gates are open. It may be published to that channel, and
    /// to others that carry the same and whose gates are open too.
    ///
    /// # Errors
    /// Where the path of a source is not fit for every file system.
    pub fn build(
        &self,
        snapshot: &Snapshot,
        shipping: &Shipping<'_>,
        findings: &[Finding],
        channel: &str,
    ) -> Result<Release, ManifestError> {
        let bundles = compose(snapshot, shipping, channel, self.progress()).bundles;
        let fits = |other: &&str| {
            *other == channel
                || carry_alike(snapshot, channel, other)
                    && gate(snapshot, shipping, findings, other).is_empty()
        };
        let channels = self.channels().into_iter().filter(fits).map(str::to_owned).collect();
        let coverage = coverage(shipping, &bundles);
        let as_of = snapshot.as_of.unwrap_or_else(now);
        let header = Header { name: self.name().to_owned(), channels, as_of };
        let files = bundles.into_iter().map(release_file).collect();
        hexapla_release::build(header, files, coverage)
    }
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
fn coverage(shipping: &Shipping<'_>, bundles: &[Bundle]) -> Vec<Coverage> {
    let released: BTreeSet<(&Locale, &str)> =
        bundles.iter().map(|it| (&it.locale, it.collection.as_str())).collect();
    let tallies = shipping.status().tally(|id, locale| {
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
