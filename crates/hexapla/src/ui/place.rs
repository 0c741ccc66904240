//! Where a file is, as people see it.

use std::path::Path;

/// A path as seen from the folder that the command runs in.
pub(crate) fn nearer(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    let path = here.and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path);
    path.display().to_string()
}
