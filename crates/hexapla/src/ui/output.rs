//! The two ways out: data to standard output, everything else to standard error.

use std::fmt::Arguments;
use std::io::{ErrorKind, Write};

use serde_json::Value;

use crate::exit::Exit;
use crate::failure::Failure;

/// Writes a line of data to standard output.
macro_rules! outln {
    ($($arg:tt)*) => { $crate::ui::write_out(format_args!("{}\n", format_args!($($arg)*))) };
}

/// Writes data to standard output as it is.
macro_rules! out {
    ($($arg:tt)*) => { $crate::ui::write_out(format_args!($($arg)*)) };
}

/// Tells a person something on standard error.
macro_rules! tell {
    ($($arg:tt)*) => { $crate::ui::write_err(format_args!("{}\n", format_args!($($arg)*))) };
}

pub(crate) use {out, outln, tell};

/// Writes to standard output, at once. Where the reader has gone away (`hexapla status | head`)
/// the rest is for nobody: the command goes on and ends as it would have.
pub(crate) fn write_out(text: Arguments<'_>) -> Result<(), Failure> {
    is_heard(text).map(drop)
}

/// Writes to standard output, at once; tells whether there was still a reader.
pub(crate) fn is_heard(text: Arguments<'_>) -> Result<bool, Failure> {
    let mut out = anstream::stdout();
    match out.write_fmt(text).and_then(|()| out.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => {
            let message = format!("cannot write to standard output: {error}");
            Err(Failure::new(Exit::Io, message)
                .with_hint("the project is as the command left it; only its report is cut"))
        }
    }
}

/// Writes to standard error; where nobody hears it there is nobody to tell.
pub(crate) fn write_err(text: Arguments<'_>) {
    let _ = anstream::stderr().write_fmt(text);
}

/// A value for programs, as people can read it too.
pub(crate) fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
