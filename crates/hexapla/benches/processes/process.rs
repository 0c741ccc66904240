//! A process that is measured as a whole.

use std::fmt;
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4;

/// What one run took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    /// From its start to its end.
    pub(crate) time: Duration,
    /// The most memory that it held, in bytes.
    pub(crate) peak: u64,
}

/// It could not be started, or ended badly.
#[derive(Debug)]
pub(crate) struct Failed(String);

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// More memory than a run takes.
const ROOM: &str = "bs=512M";

/// Takes and gives back memory, so that the next run finds memory that the machine holds. A virtual one
/// hands free memory to the machine below it after moments, and fetching that again would be counted
/// to whatever runs first after a pause, or after a process that held much. Another process takes it:
/// what this one held would count as the next one's peak, which begins as a copy of it.
pub(crate) fn fetch_memory() {
    let mut command = Command::new("dd");
    command.args(["if=/dev/zero", "of=/dev/null", ROOM, "count=1"]).stderr(Stdio::null());
    must(command);
}

/// Runs it with nobody at its output.
pub(crate) fn run(mut command: Command) -> Result<Run, Failed> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let child = command.spawn().map_err(|why| failed(&command, &why))?;
    let used = child.wait4().map_err(|why| failed(&command, &why))?;
    let time = start.elapsed();
    ended_well(&command, used.status)?;
    Ok(Run { time, peak: used.rusage.maxrss })
}

/// Runs what everything else depends on, and says what it says.
pub(crate) fn must(mut command: Command) {
    let ended = command.stdin(Stdio::null()).stdout(Stdio::null()).status();
    let ended = ended.map_err(|why| failed(&command, &why));
    if let Err(why) = ended.and_then(|status| ended_well(&command, status)) {
        panic!("{why}");
    }
}

fn ended_well(command: &Command, status: ExitStatus) -> Result<(), Failed> {
    if status.success() { Ok(()) } else { Err(failed(command, &status)) }
}

fn failed(command: &Command, why: &dyn fmt::Display) -> Failed {
    let args: Vec<_> = command.get_args().take(4).map(|it| it.to_string_lossy()).collect();
    Failed(format!("{} {}: {why}", command.get_program().to_string_lossy(), args.join(" ")))
}
