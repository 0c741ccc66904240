//! Programs that others made for the same work, from their registries.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::scratch::Scratch;

/// What is installed, by exact version, so that figures can be compared.
const PACKAGES: [&str; 2] = ["compare-locales==9.0.5", "moz.l10n==0.15.0"];

/// Installs the peers that come from PyPI into the scratch folder, unless they are there; gives the
/// folder of their programs. Where that fails, measuring goes on without them.
pub(crate) fn installed(scratch: &Scratch) -> PathBuf {
    let folder = scratch.folder("peers");
    let programs = folder.join("bin");
    let there = ["compare-locales", "moz-l10n"].iter().all(|it| programs.join(it).exists());
    if !there {
        eprintln!("installing {}", PACKAGES.join(" and "));
        let made = done(Command::new("python3").args(["-m", "venv"]).arg(&folder));
        let pip =
            made && done(Command::new(programs.join("pip")).args(["install", "-q"]).args(PACKAGES));
        if !pip {
            eprintln!(
                "they cannot be installed: that takes python3 with venv, and PyPI within reach"
            );
        }
    }
    programs
}

fn done(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).status().is_ok_and(|it| it.success())
}
