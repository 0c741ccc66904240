//! A project in a folder.

use std::path::Path;

use hexapla_model::Locale;

use crate::config_file::schema;
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
const WORKFLOW_TEMPLATE: &str = include_str!("../templates/standard.toml");

/// Makes a project of the folder `root`: a commented config, a workflow to start from, and a line
/// for git that marks the ledger as generated.
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
    if config.exists() {
        return Err(Error::Exists(config));
    }
    let quoted = |text: &str| toml_edit::Value::from(text).to_string();
    let list: Vec<String> = locales.iter().map(|locale| quoted(locale.as_str())).collect();
    let text = CONFIG_TEMPLATE
        .replace("@name@", quoted(name).trim())
        .replace("@source_locale@", quoted(source_locale.as_str()).trim())
        .replace("@locales@", &list.join(", "));
    let mut done = Initialised::default();
    write(root, CONFIG, text.as_bytes(), &mut done)?;
    if !root.join("workflows/standard.toml").exists() {
        write(root, "workflows/standard.toml", WORKFLOW_TEMPLATE.as_bytes(), &mut done)?;
    }
    own_folder(root)?;
    write(root, ".hexapla/hexapla.schema.json", schema().as_bytes(), &mut done)?;
    attributes(root, &mut done)?;
    Ok(done)
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
