//! What the terminal shows: styles by label, tables, and texts in any script.
//!
//! Data goes to standard output, everything else to standard error. Colour is taken out by
//! `anstream` where it is not wanted (`NO_COLOR`, no terminal).

mod flow;
mod number;
mod output;
mod place;
mod progress;
mod style;
mod table;
mod teller;

pub(crate) use flow::{flow, visible_width};
pub(crate) use number::count;
pub(crate) use output::{is_heard, out, outln, pretty, tell, write_err, write_out};
pub(crate) use place::nearer;
pub(crate) use progress::showing;
pub(crate) use style::{Style, paint};
pub(crate) use table::{Align, Cell, Table};
pub(crate) use teller::Teller;

/// The columns of the terminal; 80 where there is none, and what `COLUMNS` says before that.
pub(crate) fn width() -> usize {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    asked.or_else(terminal_width).unwrap_or(80).max(20)
}

fn terminal_width() -> Option<usize> {
    terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))
}
