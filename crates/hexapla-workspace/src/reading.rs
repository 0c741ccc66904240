//! Files to documents.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use hexapla_engine::{Document, Resource};
use hexapla_formats::extract;
use hexapla_model::Progress;

use crate::scan::{Bytes, Files, Found, Problem};

/// Documents by path, each with the resource that it is of.
pub(crate) type Documents<'a> = BTreeMap<&'a str, (&'a Arc<Document>, &'a Resource)>;

/// The documents of resources.
pub(crate) fn known_documents<'a>(resources: impl Iterator<Item = &'a Resource>) -> Documents<'a> {
    let mut known = BTreeMap::new();
    for resource in resources {
        for document in resource.source.iter().chain(resource.targets.values()) {
            known.insert(document.path.as_str(), (document, resource));
        }
    }
    known
}

/// Where files are read from.
pub(crate) enum Source<'a> {
    /// The folder of the project.
    Folder(&'a Path),
    /// What git keeps.
    Version(&'a BTreeMap<String, Bytes>),
}

impl Source<'_> {
    pub(crate) fn bytes(&self, path: &str) -> std::io::Result<Bytes> {
        match self {
            Self::Folder(root) => std::fs::read(root.join(path)).map(Bytes::from),
            Self::Version(files) => {
                files.get(path).cloned().ok_or_else(|| std::io::ErrorKind::NotFound.into())
            }
        }
    }
}

/// Tells of a file of which nothing could be understood.
pub(crate) fn no_units(document: &Document) -> Option<Problem> {
    let problem = document.unread()?;
    let place = document.lines().position(problem.span.start);
    let hint = problem.hint.as_ref().map(ToString::to_string).unwrap_or_default();
    let path = format!("{}:{place}", document.path);
    Some(Problem::warning(path, problem.message.to_string(), hint))
}

/// Reads files.
pub(crate) struct Reader<'a> {
    source: &'a Source<'a>,
    known: &'a Documents<'a>,
    progress: &'a Progress,
}

impl<'a> Reader<'a> {
    /// Reads from a source; what is as known is not extracted anew. Each file is a step.
    pub(crate) fn new(
        source: &'a Source<'a>,
        known: &'a Documents<'a>,
        progress: &'a Progress,
    ) -> Self {
        Self { source, known, progress }
    }

    pub(crate) fn resource(
        &self,
        files: &Files,
        collection: &Arc<hexapla_engine::Collection>,
    ) -> (Resource, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut document = |file: &Found| match self.document(&file.path, collection) {
            Ok(document) => {
                problems.extend(no_units(&document));
                Some(document)
            }
            Err(problem) => {
                problems.push(problem);
                None
            }
        };
        let source = files.source.as_ref().and_then(&mut document);
        let targets = files
            .targets
            .iter()
            .filter_map(|(locale, file)| Some((locale.clone(), document(file)?)))
            .collect();
        let collection = collection.clone();
        (Resource { collection, source, targets, target_paths: BTreeMap::new() }, problems)
    }

    pub(crate) fn document(
        &self,
        path: &str,
        collection: &hexapla_engine::Collection,
    ) -> Result<Arc<Document>, Problem> {
        self.progress.step();
        let bytes = self.source.bytes(path).map_err(|error| Problem::unread(path, error))?;
        if let Some((document, resource)) = self.known.get(path)
            && document.bytes == bytes
            && resource.collection.format == collection.format
            && resource.collection.rules == collection.rules
        {
            return Ok(Arc::clone(document));
        }
        let extracted = extract(collection.format, &bytes, &collection.rules);
        Ok(Arc::new(Document::new(path.to_owned(), bytes, extracted)))
    }
}
