//! What goes out to translators, and comes back.

use std::collections::HashSet;

use hexapla_model::{Locale, ResourceId};

use crate::Segment;
use crate::error::Problem;
use crate::limits;

/// The segments of some resources, in one source and one target locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// The locale of the source texts.
    pub source: Locale,
    /// The locale of the targets.
    pub target: Locale,
    /// The resources, each named once: one or more, for XLIFF holds no exchange of none.
    pub files: Vec<ExchangeFile>,
}

/// The segments of one resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeFile {
    /// The resource.
    pub resource: ResourceId,
    /// Its segments, each unit named once. PO, TMX and tables do not hold a resource of none.
    pub segments: Vec<Segment>,
}

impl Exchange {
    /// The same without inline codes: what formats carry that [know none](crate::Format::carries_codes).
    #[must_use]
    pub fn flattened(mut self) -> Self {
        for segment in self.files.iter_mut().flat_map(|file| &mut file.segments) {
            segment.source.flatten();
            segment.target.iter_mut().for_each(crate::Text::flatten);
        }
        self
    }

    /// Every segment with the address of its unit.
    pub(crate) fn addressed(&self) -> impl Iterator<Item = (String, &Segment)> {
        self.files.iter().flat_map(|file| {
            file.segments.iter().map(|it| (format!("{}#{}", file.resource, it.unit), it))
        })
    }
}

/// Collects what is read, and sees that no unit comes twice.
pub(crate) struct Collector {
    files: Vec<ExchangeFile>,
    seen: HashSet<(ResourceId, String)>,
}

impl Collector {
    pub(crate) fn new() -> Self {
        Self { files: Vec::new(), seen: HashSet::new() }
    }

    /// Begins a resource, which may turn out to have no segment.
    pub(crate) fn file(&mut self, resource: ResourceId) {
        if self.files.last().is_none_or(|file| file.resource != resource) {
            self.files.push(ExchangeFile { resource, segments: Vec::new() });
        }
    }

    /// Adds a segment that was read at byte `at`.
    pub(crate) fn add(
        &mut self,
        at: usize,
        resource: ResourceId,
        segment: Segment,
    ) -> Result<(), Problem> {
        if !self.seen.insert((resource.clone(), segment.unit.clone())) {
            let message = format!("`{resource}#{}` is there twice", segment.unit);
            return Err(Problem::new(at, message, "leave the one that is right"));
        }
        if self.seen.len() > limits::SEGMENTS {
            let message = format!("more than {} segments", limits::SEGMENTS);
            return Err(Problem::new(at, message, "export fewer resources at a time"));
        }
        self.file(resource);
        if let Some(file) = self.files.last_mut() {
            file.segments.push(segment);
        }
        Ok(())
    }

    /// What was collected, resources that came in parts put together.
    pub(crate) fn done(self, source: Locale, target: Locale) -> Exchange {
        let mut places = std::collections::HashMap::new();
        let mut files: Vec<ExchangeFile> = Vec::new();
        for file in self.files {
            match places.get(&file.resource).and_then(|&at: &usize| files.get_mut(at)) {
                Some(first) => first.segments.extend(file.segments),
                None => {
                    places.insert(file.resource.clone(), files.len());
                    files.push(file);
                }
            }
        }
        Exchange { source, target, files }
    }
}

/// The resource and the unit of an address, which was read at byte `at`.
pub(crate) fn address(text: &str, at: usize) -> Result<(ResourceId, String), Problem> {
    let parts = text.split_once('#');
    let found = parts.and_then(|(id, unit)| Some((id.parse().ok()?, unit.to_owned())));
    found.ok_or_else(|| {
        let message = format!("`{text}` is no address, expected one such as `pages/help#title`");
        Problem::new(at, message, "leave addresses as they were exported")
    })
}

/// The locale that `text` names, which was read at byte `at`.
pub(crate) fn locale(text: &str, at: usize) -> Result<Locale, Problem> {
    text.parse().map_err(|error: hexapla_model::ParseLocaleError| {
        Problem::new(at, error.to_string(), "name the locale by its BCP 47 tag")
    })
}

/// The resource that `text` names, which was read at byte `at`.
pub(crate) fn resource(text: &str, at: usize) -> Result<ResourceId, Problem> {
    text.parse().map_err(|error: hexapla_model::ParseResourceError| {
        Problem::new(at, error.to_string(), "leave names of resources as they were exported")
    })
}
