//! A project in a folder.

use std::path::Path;

use hexapla_model::Locale;

use crate::config_file::schema;
use crate::config_reader;
use crate::detect::{Detected, detect};
use crate::error::Error;
use crate::lock::own_folder;
use crate::save;
use crate::session::CONFIG;

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Initialised {
    /// The files, from the root of the project.
    pub written: Vec<String>,
}

const CONFIG_TEMPLATE: &str = include_str!("../templates/hexapla.toml");
const WORKFLOW: &str = "workflows/standard.toml";
const WORKFLOW_TEMPLATE: &str = include_str!("../templates/standard.toml");

/// Makes a project of the folder `root`: a commented config with its schema, a workflow to start
/// from, and a line for git that marks the ledger as generated.
///
/// The collections are those that the files there speak for, or else an example. Only what is not
/// there yet is written, and the config last: without it, nothing has been made.
///
/// # Errors
/// Where there is a config already, or the disk says no.
pub fn init(
    root: &Path,
    name: &str,
    source_locale: &Locale,
    locales: &[Locale],
) -> Result<Initialised, Error> {
    let config = root.join(CONFIG);
    if config.symlink_metadata().is_ok() {
        return Err(Error::Exists(config.strip_prefix(".").unwrap_or(&config).to_owned()));
    }
    let mut done = Initialised::default();
    if !root.join(WORKFLOW).exists() {
        write(root, WORKFLOW, WORKFLOW_TEMPLATE.as_bytes(), &mut done)?;
    }
    own_folder(root)?;
    write(root, ".hexapla/hexapla.schema.json", schema().as_bytes(), &mut done)?;
    attributes(root, &mut done)?;
    let text = config_text(name, source_locale, locales, &detect(root, source_locale, locales));
    save::write(&save::place(root, CONFIG)?, text.as_bytes())?;
    done.written.insert(0, CONFIG.to_owned());
    Ok(done)
}

/// The text of a config with the given collections, or with an example where there are none.
fn config_text(name: &str, source: &Locale, locales: &[Locale], found: &[Detected]) -> String {
    let quoted = |text: &str| toml_edit::Value::from(text).to_string();
    let list: Vec<String> = locales.iter().map(|locale| quoted(locale.as_str())).collect();
    let (head, example) = CONFIG_TEMPLATE.split_once("[collections.").unwrap_or_default();
    let head = head
        .replace("@source_locale@", &quoted(source.as_str()))
        .replace("@locales@", &list.join(", "))
        .replace("@name@", &quoted(name));
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    let detected = format!("{head}{}", found.join("\n"));
    match found.is_empty() || config_reader::read(&detected).is_err() {
        true => format!("{head}[collections.{example}"),
        false => detected,
    }
}

fn write(root: &Path, path: &str, bytes: &[u8], done: &mut Initialised) -> Result<(), Error> {
    save::write(&save::place(root, path)?, bytes)?;
    done.written.push(path.to_owned());
    Ok(())
}

/// The ledger's hashes are over LF, and nobody reads it in a review.
fn attributes(root: &Path, done: &mut Initialised) -> Result<(), Error> {
    const LINE: &str = "translations/ledger/** -text linguist-generated\n";
    let path = root.join(".gitattributes");
    let mut text = save::read(&path)?.unwrap_or_default();
    if String::from_utf8_lossy(&text).contains(LINE.trim()) {
        return Ok(());
    }
    if !text.is_empty() && !text.ends_with(b"\n") {
        text.push(b'\n');
    }
    text.extend_from_slice(LINE.as_bytes());
    write(root, ".gitattributes", &text, done)
}
