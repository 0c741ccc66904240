//! Fails where an inner loop takes more instructions than were accepted.

use std::process::ExitCode;

use libtest_mimic::{Arguments, Completion, Failed, Trial};

use crate::callgrind::instructions;
use crate::counts::Counts;
use crate::inner_loop::{ALL, InnerLoop};
use crate::toolchain::toolchain;
use crate::verdict::{MARGIN, Verdict, difference};

/// How new counts are accepted.
const ACCEPT: &str = "COUNTS=write cargo test --workspace --bench loops";

pub(crate) fn run() -> ExitCode {
    if std::env::var_os("COUNTS").is_some_and(|it| it == "write") {
        return accepted();
    }
    let compared = |each: InnerLoop| {
        Trial::ignorable_test(format!("instructions_of_{}", each.name), move || compared(each))
    };
    let trials = ALL.into_iter().map(compared).chain(laws()).collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// Why nothing that is counted here could be compared with what was accepted.
fn incomparable(counts: &Counts) -> Option<String> {
    let Some(toolchain) = toolchain() else { return Some("valgrind is not installed".to_owned()) };
    if !cfg!(debug_assertions) {
        return Some("they are counted as the tests are compiled".to_owned());
    }
    let other = format!(
        "these are of another toolchain ({toolchain}) than the counts in counts.toml ({}); where the \
         code is as it was, accept those of the new one: {ACCEPT}",
        counts.toolchain
    );
    (counts.toolchain != toolchain).then_some(other)
}

fn compared(each: InnerLoop) -> Result<Completion, Failed> {
    let counts = Counts::read()?;
    if let Some(why) = incomparable(&counts) {
        return Ok(Completion::ignored_with(why));
    }
    let counted = instructions(each)?;
    let accepted = *counts
        .instructions
        .get(each.name)
        .ok_or_else(|| format!("no count of `{}` was accepted yet: {ACCEPT}", each.name))?;
    let difference = difference(accepted, counted);
    match Verdict::of(accepted, counted) {
        Verdict::AsAccepted => {}
        Verdict::Fewer => eprintln!("`{}` takes {difference}; keep that: {ACCEPT}", each.name),
        Verdict::More => {
            return Err(format!(
                "`{}` takes {difference}, more than the {MARGIN} % that may pass\n\
                 hint: where it has to be so, accept it: {ACCEPT}",
                each.name
            )
            .into());
        }
    }
    Ok(Completion::Completed)
}

/// Counts all anew and keeps what was counted.
fn accepted() -> ExitCode {
    match written() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::FAILURE
        }
    }
}

fn written() -> Result<(), String> {
    if !cfg!(debug_assertions) {
        return Err(format!("they are counted as the tests are compiled\nhint: {ACCEPT}"));
    }
    let toolchain = toolchain().ok_or("valgrind is not installed")?;
    let counted = |each: InnerLoop| {
        let count = instructions(each)?;
        println!("{:<16} {count:>12}", each.name);
        Ok((each.name.to_owned(), count))
    };
    let instructions = ALL.into_iter().map(counted).collect::<Result<_, String>>()?;
    Counts { toolchain, instructions }.write()
}

/// What must hold of the guard itself.
fn laws() -> [Trial; 3] {
    [
        Trial::test("more_than_the_margin_fails_and_no_less", || {
            assert_eq!(Verdict::of(1000, 1050), Verdict::AsAccepted);
            assert_eq!(Verdict::of(1000, 1051), Verdict::More);
            assert_eq!(Verdict::of(u64::MAX, u64::MAX), Verdict::AsAccepted);
            Ok(())
        }),
        Trial::test("less_than_the_margin_is_told", || {
            assert_eq!(Verdict::of(1000, 950), Verdict::AsAccepted);
            assert_eq!(Verdict::of(1000, 949), Verdict::Fewer);
            Ok(())
        }),
        Trial::test("counts_are_of_the_loops_that_there_are", || {
            let counts = Counts::read()?;
            let accepted: Vec<&str> = counts.instructions.keys().map(String::as_str).collect();
            assert_eq!(accepted, ALL.map(|it| it.name));
            Ok(())
        }),
    ]
}
