//! Files that have to be text.

use std::path::Path;

use hexapla_model::{Diagnostic, Phrase};

use crate::error::{ConfigProblem, Error};
use crate::save;

/// The text of a file of a project; nothing where there is none. A byte order mark is no text.
///
/// # Errors
/// Where it is not UTF-8, with the place, or the disk says no.
pub(crate) fn read(root: &Path, path: &str) -> Result<Option<String>, Error> {
    let Some(bytes) = save::read(&root.join(path))? else { return Ok(None) };
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let (at, bytes) = (error.utf8_error().valid_up_to(), error.into_bytes());
            let problem = Diagnostic::error(
                "config-encoding",
                at..at,
                Phrase::in_english("the text is not UTF-8"),
            );
            let problem = problem.with_hint(Phrase::in_english("save it as UTF-8"));
            return Err(broken(path, &String::from_utf8_lossy(&bytes), vec![problem]));
        }
    };
    match text.strip_prefix('\u{feff}') {
        Some(rest) => Ok(Some(rest.to_owned())),
        None => Ok(Some(text)),
    }
}

/// The mistakes in a text file of a project.
pub(crate) fn broken(path: &str, text: &str, problems: Vec<Diagnostic>) -> Error {
    Error::Config(problems.into_iter().map(|it| ConfigProblem::of(path, text, it)).collect())
}
