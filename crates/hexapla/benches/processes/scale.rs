//! How everything grows, up to a million units.

use crate::made::Made;
use crate::project::Project;
use crate::rounds::{Entry, Measured, ours, rounds};
use crate::scratch::Scratch;
use crate::table::{Goal, Table, number};

/// Units of the projects, each ten times the one before.
pub(crate) const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];

/// Ten times the units may take so many times as long: linear, and a fifth for the caches that
/// they no longer fit into.
const LINEAR: f64 = 12.0;

pub(crate) fn measure(scratch: &Scratch, table: &Table) {
    let (mut cold, mut warm) = (Vec::new(), Vec::new());
    for units in SIZES {
        let made = Made::of(units);
        let project = Project::made(made, scratch);
        let [first, second] = status(&project, units, table);
        cold.push(first);
        warm.push(second);
        if units == SIZES[2] {
            let goals = [(&cold[2], "cold", 6.0), (&warm[2], "warm", 1.0)];
            for (measured, how, seconds) in goals {
                let work = format!("`status`, 10⁶ units, {how}");
                table.alone(&work, measured, Goal::Seconds(seconds));
                table.alone(&work, measured, Goal::Mebibytes(700.0));
            }
            one_unit(&project, made, table);
        }
    }
    growth("cold", &cold, table);
    growth("warm", &warm, table);
}

/// Cold beside `cat`, warm beside a walk.
fn status(project: &Project, units: usize, table: &Table) -> [Measured; 2] {
    let exponent = units.ilog10();
    let digit = ["⁴", "⁵", "⁶"].get(exponent as usize - 4).expect("a size");
    eprintln!("10{digit} units");
    let entries = [
        Entry::new("status, cold", || project.hexapla(&["status"])).after(|| project.forget()),
        Entry::new("`cat` of the same files", || project.cat()),
    ];
    let [cold, cat] = rounds(&entries).map(ours);
    table.beside(&format!("`status`, 10{digit} units, cold"), &cold, &cat, Goal::None);
    let entries = [
        Entry::new("status, warm", || project.hexapla(&["status"])),
        Entry::new("a walk with `lstat`", || project.walk()),
    ];
    let [warm, walk] = rounds(&entries).map(ours);
    table.beside(&format!("`status`, 10{digit} units, warm"), &warm, &walk, Goal::None);
    [cold, warm]
}

/// Commands that are about one unit.
fn one_unit(project: &Project, made: Made, table: &Table) {
    let unit = made.first_unit();
    let locale = made.targets()[made.locales / 2];
    for name in ["diff", "explain"] {
        let command = || project.hexapla(&[name, &unit, "-l", locale]);
        let entries = [
            Entry::new(format!("{name} of one unit"), command).after(|| project.forget()),
            Entry::new("`true`", || std::process::Command::new("/bin/true")),
        ];
        let [measured, _] = rounds(&entries).map(ours);
        let work = format!("`{name}` of one unit of 10⁶, cold");
        table.alone(&work, &measured, Goal::Seconds(0.05));
    }
}

/// How many times as long, and as much memory, ten times the units take.
fn growth(how: &str, sizes: &[Measured], table: &Table) {
    for (two, what) in sizes.windows(2).zip(["10⁴ to 10⁵", "10⁵ to 10⁶"]) {
        let times = two[1].seconds() / two[0].seconds();
        let memory = two[1].peak() as f64 / two[0].peak() as f64;
        let figure = format!("{} ×, memory {} ×", number(times), number(memory));
        let goal = format!("at most {} ×", number(LINEAR));
        let met = times <= LINEAR && memory <= LINEAR;
        table.figure(&format!("growth of `status`, {how}, {what}"), &figure, Some((&goal, met)));
    }
}
