//! A project in a folder.

use std::path::Path;

use hexapla_model::Locale;

use crate::config_file::schema;
use crate::config_reader;
use crate::detect::{Detection, detect, spelled};
use crate::error::Error;
use crate::lock::own_folder;
use crate::save;
use crate::session::CONFIG;

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Initialised {
    /// The files, from the root of the project.
    pub written: Vec<String>,
    /// What its collections were told from, a line each.
    pub seen: Vec<String>,
}

const CONFIG_TEMPLATE: &str = include_str!("../templates/hexapla.toml");
const WORKFLOW: &str = "workflows/standard.toml";
const WORKFLOW_TEMPLATE: &str = include_str!("../templates/standard.toml");

/// Makes a project of the folder `root`: a commented config with its schema, a workflow to start
/// from, and a line for git that marks the ledger as generated.
///
/// The collections are those that the config of a known generator and the files there speak for, or
/// else an example for the given locales. Only what is not there yet is written, and the config
/// last: without it, nothing has been made.
///
/// # Errors
/// Where there is a config already, no locales can be told, or the disk says no.
pub fn init(
    root: &Path,
    name: &str,
    source_locale: Option<&Locale>,
    locales: &[Locale],
) -> Result<Initialised, Error> {
    let config = root.join(CONFIG);
    if config.symlink_metadata().is_ok() {
        return Err(Error::Exists(config.strip_prefix(".").unwrap_or(&config).to_owned()));
    }
    let found = detect(root, source_locale, locales).ok_or(Error::NoLocales(Vec::new()))?;
    if found.locales.is_empty() {
        return Err(Error::NoLocales(found.seen));
    }
    let mut done = Initialised { seen: found.seen.clone(), ..Initialised::default() };
    if !root.join(WORKFLOW).exists() {
        write(root, WORKFLOW, WORKFLOW_TEMPLATE.as_bytes(), &mut done)?;
    }
    own_folder(root)?;
    write(root, ".hexapla/hexapla.schema.json", schema().as_bytes(), &mut done)?;
    attributes(root, &mut done)?;
    let text = config_text(name, &found);
    save::write(&save::place(root, CONFIG)?, text.as_bytes())?;
    done.written.insert(0, CONFIG.to_owned());
    Ok(done)
}

/// The text of a config with the given collections, or with an example where there are none.
fn config_text(name: &str, found: &Detection) -> String {
    let quoted = |text: &str| toml_edit::Value::from(text).to_string();
    let list: Vec<String> = found.locales.iter().map(|it| quoted(it.as_str())).collect();
    let (head, example) = CONFIG_TEMPLATE.split_once("[collections.").unwrap_or_default();
    let spellings = found.spellings();
    let table = spelled(spellings.iter().map(|(locale, text)| (locale, text.as_str())));
    let table = match table.is_empty() {
        true => String::new(),
        false => format!("\n# How files and folders spell them.\nspellings = {table}"),
    };
    let head = head
        .replace("@source_locale@", &quoted(found.source.as_str()))
        .replace("@locales@", &list.join(", "))
        .replace("@spellings@", &table)
        .replace("@name@", &quoted(name));
    let collections: Vec<String> =
        found.collections.iter().map(|it| it.config(&found.locales, &spellings)).collect();
    let detected = format!("{head}{}", collections.join("\n"));
    match collections.is_empty() || config_reader::read(&detected).is_err() {
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
