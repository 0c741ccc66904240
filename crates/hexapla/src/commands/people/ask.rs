//! Asking for a password.

use std::path::Path;

use hexapla_model::Handle;
use hexapla_people::{Error, Password, Secret};

use crate::failure::Failure;

/// Where the password comes from; never from the command line, where others could see it.
#[derive(clap::Args, Clone, Debug)]
pub(super) struct From {
    /// A file with the password in its only line; where none is given, it is asked for
    #[arg(long, value_name = "FILE")]
    password_file: Option<std::path::PathBuf>,
}

impl From {
    /// The password of an account that may be set: read, or typed twice on the terminal, where it is
    /// not shown.
    pub(super) fn password(&self, handle: &Handle) -> Result<Password, Failure> {
        let text = match &self.password_file {
            Some(path) => read(path)?,
            None => typed(handle)?,
        };
        Ok(Password::new(text.reveal(), handle).map_err(Error::from)?)
    }
}

fn read(path: &Path) -> Result<Secret, Failure> {
    let failed = |error| format!("cannot read `{}`: {error}", crate::ui::nearer(path));
    let mut text = std::fs::read_to_string(path).map_err(|it| Failure::usage(failed(it)))?;
    text.truncate(text.trim_end_matches(['\r', '\n']).len());
    Ok(Secret::from(text))
}

fn typed(handle: &Handle) -> Result<Secret, Failure> {
    let ask = |prompt: &str| {
        rpassword::prompt_password(prompt).map(Secret::from).map_err(|error| {
            Failure::usage(format!("cannot ask for the password: {error}"))
                .with_hint("without a terminal, say `--password-file`")
        })
    };
    let first = ask(&format!("password of {handle}: "))?;
    match ask("the same again: ")?.fits(first.reveal()) {
        true => Ok(first),
        false => Err(Failure::usage("the two passwords differ").with_hint("type it again")),
    }
}
