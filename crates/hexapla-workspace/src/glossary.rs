//! The glossary that the config names.

use std::path::Path;
use std::sync::Arc;

use hexapla_model::{Diagnostic, Phrase};
use hexapla_terms::Glossary;

use crate::config::Config;
use crate::error::Error;
use crate::text_file::{self, broken};
use crate::workflows::join;

/// Reads the files of the glossary as one; nothing where the config names none. `text` is that of the
/// config at `path`.
///
/// # Errors
/// Every mistake in all of them, and every one that is not there.
pub(crate) fn read(
    root: &Path,
    config: &Config,
    path: &str,
    text: &str,
) -> Result<Option<Arc<Glossary>>, Error> {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    for (name, span) in &config.glossary {
        match text_file::read(root, name)? {
            Some(found) => files.push((name, found)),
            None => {
                let message = format!("there is no glossary `{name}`");
                let problem =
                    Diagnostic::error("config", span.clone(), Phrase::in_english(message))
                        .with_hint(Phrase::in_english(
                            "`docs/glossary.md` shows how one is written",
                        ));
                problems.push(broken(path, text, vec![problem]));
            }
        }
    }
    if files.is_empty() {
        return join(problems).map_or(Ok(None), Err);
    }
    let texts: Vec<&str> = files.iter().map(|(_, text)| text.as_str()).collect();
    let read = Glossary::read_all(&texts);
    if let Err(mistakes) = &read {
        let located = mistakes.iter().filter_map(|(at, problem)| {
            let (name, text) = files.get(*at)?;
            Some(broken(name, text, vec![problem.clone()]))
        });
        problems.extend(located);
    }
    match (join(problems), read) {
        (Some(error), _) => Err(error),
        (None, read) => Ok(read.ok().map(Arc::new)),
    }
}
