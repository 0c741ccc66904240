//! Where lines go. A disk that is full or a reader that has gone is an answer, not a crash.

use std::fmt::Arguments;
use std::io::{ErrorKind, Write};

use crate::exit::Exit;
use crate::failure::Failure;

/// Writes to standard output.
///
/// Fails where that cannot be written to: quietly where the reader has had enough (`| head`).
pub(crate) fn write_out(text: Arguments<'_>) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    match out.write_fmt(text).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Failure::quiet(Exit::Clean)),
        Err(error) => {
            let message = format!("cannot write to standard output: {error}");
            Err(Failure::new(Exit::Io, message)
                .with_hint("the project is as the command left it; only its report is cut"))
        }
    }
}

/// Writes to standard error, as far as that goes: there is nobody else to tell.
pub(crate) fn write_err(text: Arguments<'_>) {
    let _ = anstream::stderr().lock().write_fmt(text);
}

/// Writes a line to standard output; see [`write_out`].
macro_rules! outln {
    () => { $crate::ui::write_out(format_args!("\n")) };
    ($text:literal $($rest:tt)*) => {
        $crate::ui::write_out(format_args!("{}\n", format_args!($text $($rest)*)))
    };
}

/// Writes a line to standard error.
macro_rules! errln {
    ($text:literal $($rest:tt)*) => {
        $crate::ui::write_err(format_args!("{}\n", format_args!($text $($rest)*)))
    };
}

/// Writes to standard output; see [`write_out`].
macro_rules! out {
    ($text:literal $($rest:tt)*) => { $crate::ui::write_out(format_args!($text $($rest)*)) };
}

pub(crate) use {errln, out, outln};
