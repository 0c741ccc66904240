//! mozilla.org's Fluent files, copied so that they can be made a project.

use std::fs;
use std::path::{Path, PathBuf};

use crate::project::{WORKFLOW, config, write};

/// Copies them from the corpora to `root`, with configs for Hexapla and its peers, unless they are
/// there; gives the locales.
pub(crate) fn copied(root: &Path) -> Option<Vec<String>> {
    let corpora = std::env::var_os("HEXAPLA_CORPORA").map(PathBuf::from);
    let from = corpora.map(|it| it.join("www-l10n")).filter(|it| it.is_dir())?;
    let folders = |of: &Path| {
        let all = fs::read_dir(of).into_iter().flatten().flatten();
        let all = all.filter(|it| it.path().is_dir());
        let mut names: Vec<String> =
            all.map(|it| it.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    let locales: Vec<String> = folders(&from).into_iter().filter(|it| it != "en").collect();
    if !root.join("hexapla.toml").exists() {
        for name in folders(&from) {
            copy(&from.join(&name), &root.join(&name));
        }
        let list = locales.iter().map(|it| format!("{it:?}")).collect::<Vec<_>>().join(", ");
        write(&root.join("l10n.toml"), peers_config(&list));
        write(&root.join("workflows/standard.toml"), WORKFLOW);
        write(&root.join("hexapla.toml"), config("www", &list));
    }
    Some(locales)
}

/// The same project as compare-locales and moz.l10n want it told.
fn peers_config(locales: &str) -> String {
    format!(
        "basepath = \".\"\nlocales = [{locales}]\n\n[[paths]]\nreference = \"en/**/*.ftl\"\n\
         l10n = \"{{locale}}/**/*.ftl\"\n"
    )
}

/// Copies a folder with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).expect("a file can be copied");
        }
    }
}
