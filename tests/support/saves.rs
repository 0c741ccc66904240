//! How editors save, as their calls to the system show it.

use std::fs::{self, File, OpenOptions};
use std::io::{Result, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A way to save a text in a file that is there.
pub(crate) type Save = fn(&Path, &str) -> Result<()>;

/// A file beside another, by what stands before and after its name.
fn beside(path: &Path, before: &str, after: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{before}{name}{after}"))
}

/// Asks whether the folder can be written to, as vim does.
fn probe(path: &Path) -> Result<()> {
    fs::write(path.with_file_name("4913"), "")?;
    fs::remove_file(path.with_file_name("4913"))
}

pub(crate) const EDITORS: [(&str, Save); 11] = [
    ("vim, which moves the old file away", |path, text| {
        let [swap, backup] = [beside(path, ".", ".swp"), beside(path, "", "~")];
        probe(path)?;
        fs::write(&swap, "x")?;
        fs::rename(path, &backup)?;
        fs::write(path, text)?;
        let mode = path.metadata()?.permissions();
        fs::set_permissions(path, mode)?;
        fs::remove_file(backup)?;
        fs::remove_file(swap)
    }),
    ("neovim, which copies the old file and writes in place", |path, text| {
        let backup = beside(path, "", "~");
        probe(path)?;
        fs::copy(path, &backup)?;
        fs::write(path, text)?;
        File::open(path)?.sync_all()?;
        fs::remove_file(backup)
    }),
    ("helix, which keeps a backup until the new file is whole", |path, text| {
        let backup = beside(path, ".", ".bck");
        fs::rename(path, &backup)?;
        fs::write(path, text)?;
        File::open(path)?.sync_all()?;
        fs::remove_file(backup)
    }),
    ("VS Code, which cuts off and writes in place", |path, text| {
        let mut file = OpenOptions::new().write(true).truncate(true).open(path)?;
        file.write_all(text.as_bytes())?;
        file.sync_data()
    }),
    ("JetBrains, whose new file waits until the old one is away", |path, text| {
        let [new, old] = [beside(path, "", "___jb_tmp___"), beside(path, "", "___jb_old___")];
        fs::write(&new, text)?;
        fs::rename(path, &old)?;
        fs::rename(&new, path)?;
        fs::remove_file(old)
    }),
    ("a new file put over the old one", |path, text| {
        let new = beside(path, ".goutputstream-", "");
        fs::write(&new, text)?;
        fs::rename(new, path)
    }),
    ("Emacs, with a link as lock", |path, text| {
        let [lock, backup] = [beside(path, ".#", ""), beside(path, "", "~")];
        std::os::unix::fs::symlink("somebody@host.1:2", &lock)?;
        fs::rename(path, &backup)?;
        fs::write(path, text)?;
        fs::remove_file(backup)?;
        fs::remove_file(lock)
    }),
    ("in place, and cut off after", |path, text| {
        let mut file = OpenOptions::new().write(true).open(path)?;
        file.write_all(text.as_bytes())?;
        file.set_len(text.len() as u64)
    }),
    ("by deleting it first", |path, text| {
        fs::remove_file(path)?;
        fs::write(path, text)
    }),
    ("in a moment that the clock does not show", |path, text| {
        let then = path.metadata()?.modified()?;
        fs::write(path, text)?;
        OpenOptions::new().write(true).open(path)?.set_modified(then)
    }),
    ("in pieces, with pauses", |path, text| {
        let mut file = File::create(path)?;
        for piece in text.as_bytes().chunks(16) {
            file.write_all(piece)?;
            std::thread::sleep(Duration::from_millis(2));
        }
        Ok(())
    }),
];
