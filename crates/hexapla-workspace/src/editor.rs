//! Texts edited in a person's own editor.

use std::path::Path;
use std::process::Command;

use crate::error::Error;
use crate::lock::own_folder;
use crate::save;

/// Lets a person edit a text with what VISUAL or EDITOR names (else `vi`); nothing where it ended
/// badly. One line end at the end of the file is the editor's.
pub(crate) fn edit(root: &Path, text: &str) -> Result<Option<String>, Error> {
    let path = own_folder(root)?.join(format!("edit-{}.txt", std::process::id()));
    save::write(&path, format!("{text}\n").as_bytes())?;
    let named = |name: &str| std::env::var(name).ok().filter(|it| !it.trim().is_empty());
    let editor = named("VISUAL").or_else(|| named("EDITOR")).unwrap_or_else(|| "vi".to_owned());
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or("vi");
    let status = Command::new(program).args(words).arg(&path).status();
    let new = std::fs::read_to_string(&path).map_err(Error::io("read", &path));
    std::fs::remove_file(&path).map_err(Error::io("remove", &path))?;
    let status = status.map_err(|source| Error::Editor { editor: editor.clone(), source })?;
    let new = new?.replace("\r\n", "\n");
    Ok(status.success().then(|| new.strip_suffix('\n').unwrap_or(&new).to_owned()))
}
