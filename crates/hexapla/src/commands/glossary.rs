//! `hexapla glossary`.

use std::io::Write;
use std::path::{Path, PathBuf};

use hexapla_model::LineIndex;
use hexapla_terms::{Imported, limits, read_tbx, write_tbx};
use hexapla_workspace::{Session, read_outside, write_outside};

use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::tell;

/// Exchange the glossary with terminology tools
///
/// The glossary is files that the config names by `glossary` (docs/glossary.md); `check` holds translations
/// against it.
#[derive(clap::Subcommand, Debug)]
pub(crate) enum Command {
    /// Write it as TBX (ISO 30042:2019, TBX-Basic)
    Export {
        /// Where to; without it to standard output
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Write a glossary in TBX, of 2019 or 2008, as a new file of the project's form
    Import {
        /// The file in TBX
        file: PathBuf,
        /// Where to, such as `glossary.toml`; no file is overwritten
        #[arg(long, short, value_name = "FILE")]
        output: PathBuf,
    },
}

pub(crate) fn run(global: &Global, command: &Command) -> Result<Exit, Failure> {
    let session = Session::open(&global.directory)?;
    match command {
        Command::Export { output } => export(&session, output.as_deref()),
        Command::Import { file, output } => import(&session, file, output),
    }
}

fn export(session: &Session, output: Option<&Path>) -> Result<Exit, Failure> {
    let glossary = session.glossary().ok_or_else(|| {
        Failure::usage("the project has no glossary")
            .with_hint("name its files in the config: `glossary = [\"glossary.toml\"]`")
    })?;
    let text = write_tbx(glossary);
    match output {
        Some(path) => write_outside(path, text.as_bytes())?,
        None => std::io::stdout()
            .write_all(text.as_bytes())
            .map_err(|why| Failure::new(Exit::Io, why.to_string()))?,
    }
    tell!("exported {}", entries(glossary.entries().len()));
    Ok(Exit::Clean)
}

fn import(session: &Session, file: &Path, output: &Path) -> Result<Exit, Failure> {
    let source = session.config().collections.values().map(|it| &it.source_locale).next();
    let source = source.ok_or_else(|| Failure::usage("the project has no collections yet"))?;
    let bytes = read_outside(file, limits::BYTES)?;
    let read = read_tbx(&bytes, source).map_err(|why| {
        let place = LineIndex::new(&bytes).position(why.span.start);
        let message = format!("{}:{place}: {}", file.display(), why.message);
        Failure::new(Exit::Findings, message)
            .with_hint(why.hint.map(|it| it.to_string()).unwrap_or_default())
    })?;
    if output.exists() {
        return Err(Failure::usage(format!("`{}` exists already", output.display()))
            .with_hint("name a new file; several files may make one glossary"));
    }
    let Imported { glossary, left_out } = read;
    write_outside(output, glossary.to_toml().as_bytes())?;
    tell!("imported {}", entries(glossary.entries().len()));
    for (what, times) in &left_out {
        tell!("left out {what} ({times})");
    }
    tell!("hint: name it in the config: `glossary = [\"{}\"]`", output.display());
    Ok(Exit::Clean)
}

fn entries(number: usize) -> String {
    match number {
        1 => "1 entry".to_owned(),
        _ => format!("{number} entries"),
    }
}
