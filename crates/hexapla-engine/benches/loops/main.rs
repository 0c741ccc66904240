//! The inner loops, on inputs that are made up from a seed.
//!
//! `cargo bench -p hexapla-engine --bench loops` tells how long each takes, and compares that with
//! the run before. `cargo test --workspace --bench loops` counts the instructions
//! of each under `valgrind --tool=callgrind` and fails where they are more than 5 % above those in
//! `counts.toml`; with `COUNTS=write` it accepts the new ones.

mod align;
mod callgrind;
mod counts;
mod decide;
mod diff;
mod extract;
mod fingerprint;
mod fold;
mod guard;
mod inner_loop;
mod language;
mod page;
#[path = "../documents/random.rs"]
mod random;
mod toolchain;
mod verdict;

use std::process::ExitCode;

use criterion::Criterion;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match &*args {
        [callgrind::TURNS, name, turns] => callgrind::turn(name, turns),
        _ if args.contains(&"--bench") => measure(),
        _ => return guard::run(),
    }
    ExitCode::SUCCESS
}

/// Times each loop.
fn measure() {
    let mut criterion = Criterion::default().configure_from_args();
    for each in inner_loop::ALL {
        let turn = (each.prepare)();
        criterion.bench_function(each.name, |it| it.iter(&turn));
    }
    criterion.final_summary();
}
