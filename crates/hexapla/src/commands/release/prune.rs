//! `hexapla release prune`.

use hexapla_workspace::prune;

use super::desk::To;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{count, outln};

/// Remove from a store what no kept version needs
///
/// In two runs, a day or more apart: the first marks, the second removes. What pointers lead to, and
/// what is younger than a day, is never touched.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    to: To,
    /// How many of the newest versions of each channel stay
    #[arg(long, value_name = "COUNT", default_value_t = 5)]
    keep: usize,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let pruned = prune(args.to.open()?.as_ref(), args.keep)?;
    match (pruned.removed, pruned.marked) {
        (0, 0) => outln!("nothing to remove"),
        (0, marked) => outln!("marked {}: removed by a run after a day", count(marked, "object")),
        (removed, 0) => outln!("removed {}", count(removed, "object")),
        (removed, left) => outln!("removed {}, {left} are left", count(removed, "object")),
    }?;
    Ok(Exit::Clean)
}
