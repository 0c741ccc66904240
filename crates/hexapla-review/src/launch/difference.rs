//! What a launch would change for readers.

use std::collections::BTreeMap;

use hexapla_engine::Shipping;
use hexapla_engine::text::{Diff, tokenize};
use hexapla_model::Locale;
use hexapla_release::{Change, UnitChange};
use hexapla_workspace::BuiltRelease;

use crate::asked::Fields;
use crate::desk::UnitName;
use crate::failure::Failure;
use crate::page::Tongue;
use crate::queue::Wish;
use crate::room::Room;
use crate::unit::{self, Piece};

/// What would change since a release.
pub(super) struct Difference {
    /// The short name of that release.
    pub(super) since: String,
    pub(super) locales: Vec<InLocale>,
}

/// What would change in a locale.
pub(super) struct InLocale {
    pub(super) locale: Locale,
    /// How many units, by change: added, changed, removed.
    pub(super) counts: [usize; 3],
    /// The first of them.
    pub(super) first: Vec<Line>,
}

/// What would become of a unit.
pub(super) struct Line {
    pub(super) unit: String,
    pub(super) address: Option<String>,
    pub(super) change: &'static str,
    pub(super) before: Vec<Piece>,
    pub(super) after: Vec<Piece>,
    /// The languages of both.
    pub(super) languages: [Tongue; 2],
}

/// How many units of a locale are shown.
const SHOWN: usize = 50;

impl InLocale {
    /// How many units would change and are not shown.
    pub(super) fn more(&self) -> usize {
        self.counts.iter().sum::<usize>().saturating_sub(self.first.len())
    }
}

impl Difference {
    /// What would change since the release that readers of a channel get or, where that is not kept
    /// here, the newest that was built for it; none where there is none.
    ///
    /// # Errors
    /// Where no release can be put together, or a file of the earlier one is not what was released.
    pub(super) fn of(
        room: &Room,
        channel: &str,
        present: Option<&str>,
    ) -> Result<Option<Self>, Failure> {
        let session = &room.desk.standing().session;
        let Some(built) = session.built_release(channel, present)? else { return Ok(None) };
        let changes = changes(room, channel, &built)?;
        let mut locales: BTreeMap<&Locale, InLocale> = BTreeMap::new();
        for change in changes.iter() {
            let here = locales.entry(&change.locale).or_insert_with(|| InLocale {
                locale: change.locale.clone(),
                counts: [0; 3],
                first: Vec::new(),
            });
            for (count, kind) in here.counts.iter_mut().zip(Change::ALL) {
                *count += usize::from(change.change == kind);
            }
            if here.first.len() < SHOWN {
                here.first.push(Line::of(room, change));
            }
        }
        let locales = locales.into_values().collect();
        Ok(Some(Self { since: built.id().short().to_owned(), locales }))
    }
}

impl Line {
    fn of(room: &Room, change: &UnitChange) -> Self {
        let (before, after) = match (&change.before, &change.after) {
            (Some(before), Some(after)) => {
                let diff = Diff::between(&tokenize(before, &[]), &tokenize(after, &[]));
                (Piece::old(&diff), Piece::new_text(&diff))
            }
            (before, after) => {
                let plain = |it: &Option<String>| Piece::plain(it.as_deref().unwrap_or_default());
                (plain(before), plain(after))
            }
        };
        let wish = Wish::read(change.locale.clone(), &Fields::default());
        let is_target = room.desk.standing().picture.locales().any(|it| *it == change.locale);
        let name = UnitName::parse(&change.unit);
        let name = name.filter(|_| is_target && change.change != Change::Removed);
        let address = name.map(|it| unit::address(&wish, &it));
        let languages = change.languages.each_ref().map(Tongue::of);
        let (unit, change) = (change.unit.clone(), change.change.as_str());
        Self { unit, address, change, before, after, languages }
    }
}

/// Every unit that a release of today would hold otherwise.
pub(super) fn changes(
    room: &Room,
    channel: &str,
    since: &BuiltRelease,
) -> Result<std::sync::Arc<[UnitChange]>, Failure> {
    room.desk.changes(channel, since, || {
        let whole = room.desk.whole()?;
        let (snapshot, findings) = (&whole.loaded.snapshot, &whole.findings);
        let shipping = Shipping::new(snapshot, &whole.status, findings);
        let session = &room.desk.standing().session;
        let built = session.build(snapshot, &shipping, findings, channel);
        let release = built.map_err(|error| Failure::new(422, error.to_string()))?;
        Ok(since.changes_to(&release)?)
    })
}
