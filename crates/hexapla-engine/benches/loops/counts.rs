//! The counts that were accepted.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

const ABOUT: &str = "# Instructions of one turn of each inner loop, as they were last accepted.\n\
                     # Written by the program: see CONTRIBUTING.md.\n";

/// Instructions of each loop, by its name.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Counts {
    /// What they were counted with.
    pub(crate) toolchain: String,
    pub(crate) instructions: BTreeMap<String, u64>,
}

impl Counts {
    /// Those that were accepted.
    pub(crate) fn read() -> Result<Self, String> {
        let at = |why: &dyn std::fmt::Display| format!("{}: {why}", path().display());
        let text = std::fs::read_to_string(path()).map_err(|why| at(&why))?;
        toml::from_str(&text).map_err(|why| at(&why))
    }

    /// Accepts them.
    pub(crate) fn write(&self) -> Result<(), String> {
        let text = toml::to_string(self).map_err(|why| why.to_string())?;
        std::fs::write(path(), format!("{ABOUT}{text}")).map_err(|why| why.to_string())
    }
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/loops/counts.toml")
}
