//! The floor of whoever wants to know whether anything has changed.

use std::path::{Path, PathBuf};

/// Walks a folder on one thread, asks for the metadata of everything in it, and tells how much
/// that was. What can be rebuilt (`.hexapla`) is left out.
pub(crate) fn walk(folder: &Path) {
    let mut open: Vec<PathBuf> = vec![folder.to_owned()];
    let (mut files, mut bytes) = (0_usize, 0_u64);
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder can be read").flatten() {
            let path = entry.path();
            let told = std::fs::symlink_metadata(&path).expect("it is there");
            if told.is_dir() && entry.file_name() != ".hexapla" {
                open.push(path);
            } else if told.is_file() {
                files += 1;
                bytes += told.len();
            }
        }
    }
    println!("{files} files, {bytes} bytes");
}
