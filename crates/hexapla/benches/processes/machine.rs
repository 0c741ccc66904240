//! The machine, by what matters for these figures and nothing else.

use std::fs::read_to_string;

/// Cores and memory, as the kernel tells.
pub(crate) fn machine() -> String {
    let cores = read_to_string("/proc/cpuinfo").unwrap_or_default();
    let cores = cores.lines().filter(|it| it.starts_with("processor")).count();
    let memory = read_to_string("/proc/meminfo").unwrap_or_default();
    let total = memory.lines().find_map(|it| it.strip_prefix("MemTotal:"));
    let kibibytes: Option<f64> = total.and_then(|it| it.trim().split(' ').next()?.parse().ok());
    match kibibytes {
        Some(it) => format!("{cores} cores, {:.0} GiB of memory", it / 1024.0 / 1024.0),
        None => format!("{cores} cores"),
    }
}
