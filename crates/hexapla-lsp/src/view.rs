//! A file as it stands in an editor, and what the project says of it.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use hexapla_engine::{Document, Resource, Snapshot, Status, UnitStatus, assess, assess_in};
use hexapla_formats::extract;
use hexapla_model::{Locale, Timestamp, Unit};
use hexapla_workspace::Loaded;

use crate::project::{Place, Project};

/// A file as it stands in an editor, and what the project says of it.
pub(crate) struct View {
    pub(crate) place: Place,
    pub(crate) snapshot: Snapshot,
    pub(crate) status: Status,
    pub(crate) as_of: Timestamp,
    /// The root of the project.
    pub(crate) root: PathBuf,
    /// Whether the file is as the disk has it.
    pub(crate) is_saved: bool,
}

impl View {
    /// The view of a place. `open` are the texts of files, by their paths from the root, that count before
    /// those on disk.
    pub(crate) fn of(
        project: &Project,
        place: Place,
        loaded: &Loaded,
        open: &BTreeMap<String, Arc<str>>,
    ) -> Self {
        let (mut snapshot, mut is_saved) = (loaded.snapshot.clone(), true);
        for (path, text) in open {
            if let Some(at) = project.place(path) {
                let same = put(&mut snapshot, &at, path, text);
                is_saved &= same || at != place;
            }
        }
        let mut status = Status::default();
        if let Some(resource) = snapshot.resources.get(&place.id) {
            let assessed = match &place.locale {
                Some(locale) => {
                    assess_in(&snapshot, &place.id, resource, std::slice::from_ref(locale))
                }
                None => assess(&snapshot, &place.id, resource),
            };
            status.resources.insert(place.id.clone(), assessed);
        }
        let (as_of, root) = (project.now(), project.session.root().to_owned());
        Self { place, snapshot, status, as_of, root, is_saved }
    }

    pub(crate) fn resource(&self) -> Option<&Resource> {
        self.snapshot.resources.get(&self.place.id)
    }

    /// The file itself.
    pub(crate) fn document(&self) -> Option<&Arc<Document>> {
        let resource = self.resource()?;
        match &self.place.locale {
            Some(locale) => resource.targets.get(locale),
            None => resource.source.as_ref(),
        }
    }

    /// How the units stand in a locale, in the order of the source.
    pub(crate) fn statuses(&self, locale: &Locale) -> &[UnitStatus] {
        let all = self.status.resources.get(&self.place.id);
        all.and_then(|it| it.get(locale)).map_or(&[], Vec::as_slice)
    }

    /// The place among the file's units of the one that a byte stands in.
    pub(crate) fn unit_at(&self, offset: usize) -> Option<usize> {
        let units = self.document()?.units();
        let holds = |unit: &Unit| unit.span.start <= offset && offset <= unit.span.end;
        // Of two that touch, the latter begins there; of one in another, the inner one counts.
        units
            .iter()
            .enumerate()
            .filter(|(_, it)| holds(it))
            .max_by_key(|(_, it)| it.span.start)
            .map(|(at, _)| at)
    }

    /// The unit of the target that a byte stands in.
    pub(crate) fn target_at(&self, offset: usize) -> Option<Standing<'_>> {
        let locale = self.place.locale.as_ref()?;
        let at = self.unit_at(offset)?;
        let statuses = self.statuses(locale);
        let status =
            statuses.iter().find(|it| it.inherited.is_none() && it.target.contains(&at))?;
        Some(Standing { resource: self.resource()?, locale, status })
    }

    /// Every unit that has a target in this file.
    pub(crate) fn targets(&self) -> impl Iterator<Item = Standing<'_>> {
        let here = self.place.locale.as_ref().zip(self.resource());
        here.into_iter().flat_map(|(locale, resource)| {
            let statuses = self.statuses(locale).iter();
            let own = statuses.filter(|it| !it.target.is_empty() && it.inherited.is_none());
            own.map(move |status| Standing { resource, locale, status })
        })
    }
}

/// A unit of a target, and how it stands.
#[derive(Clone, Copy)]
pub(crate) struct Standing<'a> {
    pub(crate) resource: &'a Resource,
    pub(crate) locale: &'a Locale,
    pub(crate) status: &'a UnitStatus,
}

impl<'a> Standing<'a> {
    /// What its target renders.
    pub(crate) fn source(&self) -> &'a [Unit] {
        self.status.given(self.resource)
    }

    /// Its units in the target.
    pub(crate) fn target(&self) -> &'a [Unit] {
        let units = self.resource.target_units(self.locale);
        units.get(self.status.target.clone()).unwrap_or_default()
    }

    /// The bytes of the target from its first unit to its last.
    pub(crate) fn span(&self) -> Option<Range<usize>> {
        let units = self.target();
        Some(units.first()?.span.start..units.last()?.span.end)
    }
}

/// Puts the text of an editor in the place of what is on disk; whether it is the same. A byte order mark is
/// no part of a text in an editor.
fn put(snapshot: &mut Snapshot, place: &Place, path: &str, text: &Arc<str>) -> bool {
    let Some(resource) = snapshot.resources.get_mut(&place.id) else { return false };
    let collection = &resource.collection;
    let known = match &place.locale {
        Some(locale) => resource.targets.get(locale),
        None => resource.source.as_ref(),
    };
    let disk = known.map(|it| &*it.bytes);
    if disk == Some(text.as_bytes()) {
        return true;
    }
    let words = disk.map(|it| it.strip_prefix("\u{feff}".as_bytes()).unwrap_or(it));
    let is_same = words == Some(text.as_bytes());
    let extracted = extract(collection.format, text.as_bytes(), &collection.rules);
    let document = Document::new(path.to_owned(), Arc::from(text.as_bytes()), extracted);
    match &place.locale {
        Some(locale) if collection.locales.contains(locale) => {
            resource.targets.insert(locale.clone(), Arc::new(document));
        }
        Some(_) => {}
        None => resource.source = Some(Arc::new(document)),
    }
    is_same
}
