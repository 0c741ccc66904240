//! The workflows that collections name.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use hexapla_engine::Workflow;
use hexapla_model::{Diagnostic, Phrase};
use toml::de::{DeTable, DeValue};

use crate::config::Config;
use crate::error::Error;
use crate::text_file::{self, broken};

/// Reads the workflows that collections name; `text` is that of the config at `path`.
///
/// # Errors
/// Every mistake in all of them, and every one that is not there.
pub(crate) fn read(
    root: &Path,
    config: &Config,
    path: &str,
    text: &str,
) -> Result<BTreeMap<String, Arc<Workflow>>, Error> {
    let mut workflows = BTreeMap::new();
    let mut problems = Vec::new();
    for collection in config.collections.values() {
        let name = &collection.workflow;
        if workflows.contains_key(name) {
            continue;
        }
        match one(root, &config.workflows, name) {
            Ok(Some(workflow)) => drop(workflows.insert(name.clone(), Arc::new(workflow))),
            Ok(None) => {
                let problem = missing(config, &collection.name, name, text);
                problems.push(broken(path, text, vec![problem]));
            }
            Err(error) => problems.push(error),
        }
    }
    join(problems).map_or(Ok(workflows), Err)
}

fn one(root: &Path, folder: &str, name: &str) -> Result<Option<Workflow>, Error> {
    let path = format!("{folder}/{name}.toml");
    let Some(text) = text_file::read(root, &path)? else { return Ok(None) };
    Workflow::read(name, &text).map(Some).map_err(|it| broken(&path, &text, it))
}

/// The mistakes of all errors as one, unless one is of another kind.
pub(crate) fn join(errors: Vec<Error>) -> Option<Error> {
    let mut all = Vec::new();
    for error in errors {
        match error {
            Error::Config(problems) => all.extend(problems),
            other => return Some(other),
        }
    }
    all.dedup();
    (!all.is_empty()).then_some(Error::Config(all))
}

fn missing(config: &Config, collection: &str, name: &str, text: &str) -> Diagnostic {
    let file = format!("{}/{name}.toml", config.workflows);
    let message = format!("there is no workflow `{name}`: `{file}` is not there");
    Diagnostic::error("config", span(text, collection).unwrap_or(0..0), Phrase::in_english(message))
        .with_hint(Phrase::in_english("`hexapla init` writes a `standard` one to start from"))
}

/// Where a collection names its workflow, or else where it begins.
fn span(text: &str, collection: &str) -> Option<std::ops::Range<usize>> {
    let table = DeTable::parse(text).ok()?.into_inner();
    let DeValue::Table(collections) = table.get("collections")?.get_ref() else { return None };
    let (name, value) = collections.get_key_value(collection)?;
    let DeValue::Table(fields) = value.get_ref() else { return None };
    Some(fields.get("workflow").map_or(name.span(), toml::Spanned::span))
}
