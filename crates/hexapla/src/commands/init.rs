//! `hexapla init`.

use hexapla_model::Locale;
use hexapla_workspace::Session;

use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::outln;

/// Make a project of a folder: a commented hexapla.toml, its JSON Schema, and a workflow
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The project's name; the folder's where none is given
    #[arg(long)]
    name: Option<String>,
    /// The locale of the sources; as the site's own config or its files say where none is given
    #[arg(long, value_name = "LOCALE")]
    source: Option<Locale>,
    /// A locale of the translations (may be repeated); those that are found where none is given
    #[arg(long, short, value_name = "LOCALE")]
    locale: Vec<Locale>,
    /// Record what marks in the files and git's history tell of what translations were made from;
    /// in a project that is there already, nothing but that
    #[arg(long)]
    bootstrap: bool,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let there = Session::open(&global.directory);
    if args.bootstrap && !matches!(there, Err(hexapla_workspace::Error::NoProject(_))) {
        return super::bootstrap::run(global);
    }
    let root = &global.directory;
    let folder = root.canonicalize().ok();
    let folder = folder.as_ref().and_then(|it| it.file_name()).map(|it| it.to_string_lossy());
    let name = args.name.clone().or(folder.map(|it| it.into_owned())).unwrap_or_default();
    if let Some(source) = args.source.as_ref().filter(|it| args.locale.contains(it)) {
        return Err(Failure::usage(format!("`{source}` is the locale of the sources"))
            .with_hint("give the locales that they are translated into"));
    }
    let done = hexapla_workspace::init(root, &name, args.source.as_ref(), &args.locale)?;
    for line in &done.seen {
        outln!("{line}")?;
    }
    for path in &done.written {
        outln!("wrote {path}")?;
    }
    if args.bootstrap {
        return super::bootstrap::run(global);
    }
    outln!("next: see whether hexapla.toml says where your files are; then")?;
    outln!(
        "      `hexapla init --bootstrap` takes over what git tells, `hexapla status` shows all"
    )?;
    Ok(Exit::Clean)
}
