//! What lies below a folder.

use std::path::Path;

/// The path of every file below a folder, from there, sorted.
pub(crate) fn files(root: &Path) -> Vec<String> {
    let mut open = vec![root.to_owned()];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let path = path.strip_prefix(root).expect("below");
                found.push(path.to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    found
}
