//! Counts the instructions of a loop: this program runs itself under valgrind.

use std::process::Command;

use rayon::ThreadPoolBuilder;

use crate::inner_loop::{InnerLoop, named};

/// The argument that asks for turns of a loop and nothing else.
pub(crate) const TURNS: &str = "--turns";

/// Goes through a loop as often as asked, on one thread.
pub(crate) fn turn(name: &str, turns: &str) {
    let one = ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
    one.expect("the first pool");
    let turn = (named(name).expect("a loop").prepare)();
    (0..turns.parse::<usize>().expect("a number")).for_each(|_| turn());
}

/// The instructions of one turn: what two turns take more than one, so that neither the start of
/// the program nor the making of its input counts.
pub(crate) fn instructions(of: InnerLoop) -> Result<u64, String> {
    let (once, twice) = (collected(of.name, 1)?, collected(of.name, 2)?);
    twice.checked_sub(once).ok_or_else(|| format!("two turns took {twice}, one {once}"))
}

/// What valgrind says of its version; nothing where it is not installed.
pub(crate) fn version() -> Option<String> {
    let told = Command::new("valgrind").arg("--version").output().ok()?;
    Some(String::from_utf8_lossy(&told.stdout).trim().to_owned())
}

fn collected(name: &str, turns: usize) -> Result<u64, String> {
    let own = std::env::current_exe().map_err(|it| it.to_string())?;
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(own);
    command.args([TURNS, name, &turns.to_string()]);
    let ended = command.output().map_err(|it| it.to_string())?;
    let told = String::from_utf8_lossy(&ended.stderr);
    let count =
        || told.lines().rev().find_map(|line| line.split_once("Collected : ")?.1.parse().ok());
    match count() {
        Some(count) if ended.status.success() => Ok(count),
        _ => Err(format!("valgrind ended with {} and said:\n{told}", ended.status)),
    }
}
