//! Tools that translators use open what we write, and we read what they save.
//!
//! They are installed from PyPI into a folder below `target` when a test first runs. Where there is
//! no Python, or no network for that, the tests count as ignored; so do those of GNU gettext where
//! it is not installed, and those of OmegaT.
//!
//! `HEXAPLA_XLIFF_SCHEMAS` names a folder with the schemas of OASIS: `xliff_core_2.0.xsd` of XLIFF
//! 2.1 with its modules, and `xliff-core-1.2-strict.xsd`, both with the `xml.xsd` that they import.

#[path = "../common/mod.rs"]
mod common;
mod omegat;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::LazyLock;

use hexapla_exchange::{Exchange, Format, Segment, Text, read, write};
use hexapla_model::{Freshness, State};
use libtest_mimic::{Arguments, Completion, Trial};

const PACKAGES: [&str; 4] =
    ["translate-toolkit==3.20.4", "polib==1.2.0", "openpyxl==3.1.5", "lxml==6.1.3"];

/// The folder of Python's programs, or why there is none.
static PROGRAMS: LazyLock<Result<PathBuf, String>> = LazyLock::new(programs);

/// A test, in a folder of its own. It may find that what it needs is not there.
type Test = fn(&Path, &Path) -> Result<(), String>;

fn main() -> ExitCode {
    let tests: [(&str, Test); 13] = [
        ("translate_toolkit_edits_xliff", translate_toolkit_edits_xliff),
        ("translate_toolkit_edits_xliff12", translate_toolkit_edits_xliff12),
        ("translate_toolkit_edits_po", translate_toolkit_edits_po),
        ("translate_toolkit_edits_tmx", translate_toolkit_edits_tmx),
        ("translate_toolkit_checks_and_converts", translate_toolkit_checks_and_converts),
        ("polib_edits_po", polib_edits_po),
        ("openpyxl_edits_xlsx", openpyxl_edits_xlsx),
        ("gettext_checks_and_merges", gettext_checks_and_merges),
        ("schemas_of_oasis_hold", schemas_of_oasis_hold),
        ("omegat_saves_what_it_was_given", omegat::saves_what_it_was_given),
        ("omegat_translates_filled_xliff12", omegat::translates_filled_xliff12),
        ("omegat_translates_po", omegat::translates_po),
        ("omegat_takes_tmx_for_a_memory", omegat::takes_tmx_for_a_memory),
    ];
    let trial = |(name, test): (&str, Test)| {
        Trial::ignorable_test(name, move || {
            let folder = tempfile::tempdir().expect("a folder");
            let ran = PROGRAMS.as_ref().map_err(Clone::clone);
            Ok(match ran.and_then(|programs| test(programs, folder.path())) {
                Ok(()) => Completion::Completed,
                Err(why) => Completion::ignored_with(why),
            })
        })
    };
    let trials = tests.into_iter().map(trial).collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// Installs the tools where they are not installed yet.
fn programs() -> Result<PathBuf, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exchange-tools");
    let (programs, done) = (folder.join("bin"), folder.join("installed"));
    let versions = PACKAGES.join(" ");
    if std::fs::read_to_string(&done).is_ok_and(|it| it == versions) {
        return Ok(programs);
    }
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
    let pip = ["-m", "pip", "install", "--quiet"];
    run(Command::new(programs.join("python")).args(pip).args(PACKAGES))?;
    std::fs::write(&done, versions).map_err(|it| it.to_string())?;
    Ok(programs)
}

/// What a command prints, or why it failed.
fn run(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|it| format!("{command:?}: {it}"))?;
    if !output.status.success() {
        return Err(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The example in a file.
fn exported(folder: &Path, format: Format) -> PathBuf {
    let path = folder.join(format!("out.{}", format.extension()));
    std::fs::write(&path, write(&common::example(), format).expect("it fits")).expect("written");
    path
}

/// What a script says that edits the example in `format`, and what we read of what it saved.
fn edited(
    programs: &Path,
    folder: &Path,
    script: &str,
    format: Format,
    [old, new]: [&str; 2],
) -> (String, Exchange) {
    let (from, to) = (exported(folder, format), folder.join(format!("in.{}", format.extension())));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle").join(script);
    let mut command = Command::new(programs.join("python"));
    let said = run(command.arg(script).args([&from, &to]).args([old, new])).expect("it ran");
    let bytes = std::fs::read(to).expect("it saved");
    (said.trim().to_owned(), read(&bytes, Some(format)).expect("it reads"))
}

/// The example as an edit of one of its targets makes it.
fn expected(format: Format, [old, new]: [&str; 2]) -> Exchange {
    let mut exchange = common::example();
    let all = exchange.files.iter_mut().flat_map(|file| &mut file.segments);
    for segment in all.filter(|it| it.target.as_ref().is_some_and(|it| it.as_str().contains(old))) {
        edit(segment, old, new);
    }
    if format.carries_codes() { exchange } else { exchange.flattened() }
}

fn edit(segment: &mut Segment, old: &str, new: &str) {
    let target = segment.target.as_ref().map_or("", |it| it.as_str()).replace(old, new);
    segment.target = Some(Text::plain(target));
    segment.state = State::Translated;
    segment.freshness = Freshness::Current;
}

/// A heading without codes, which was reviewed and current.
const HEADING: [&str; 2] = ["Pide ayuda", "Busca ayuda"];

fn toolkit(programs: &Path, folder: &Path, format: Format, store: &str) -> Result<(), String> {
    let (said, back) = edited(programs, folder, "toolkit.py", format, HEADING);
    assert_eq!(said, format!("{store} 7"));
    assert_eq!(back, expected(format, HEADING));
    Ok(())
}

fn translate_toolkit_edits_xliff(programs: &Path, folder: &Path) -> Result<(), String> {
    toolkit(programs, folder, Format::Xliff, "Xliff2File")
}

fn translate_toolkit_edits_xliff12(programs: &Path, folder: &Path) -> Result<(), String> {
    toolkit(programs, folder, Format::Xliff12, "Xliff1File")
}

fn translate_toolkit_edits_tmx(programs: &Path, folder: &Path) -> Result<(), String> {
    toolkit(programs, folder, Format::Tmx, "tmxfile")
}

/// Also a target that was stale, and is not fuzzy any longer.
fn translate_toolkit_edits_po(programs: &Path, folder: &Path) -> Result<(), String> {
    toolkit(programs, folder, Format::Po, "pofile")?;
    let call = ["Llama al", "Llama ya al"];
    let (_, back) = edited(programs, folder, "toolkit.py", Format::Po, call);
    assert_eq!(back, expected(Format::Po, call));
    Ok(())
}

/// `pofilter` reads every message of PO and XLIFF; `xliff2po` makes PO of XLIFF 1.2.
fn translate_toolkit_checks_and_converts(programs: &Path, folder: &Path) -> Result<(), String> {
    for format in [Format::Po, Format::Xliff12] {
        let from = exported(folder, format);
        let found = folder.join(format!("found.{}", format.extension()));
        run(Command::new(programs.join("pofilter"))
            .args(["-t", "variables"])
            .args([&from, &found]))
        .expect("it ran");
    }
    let (from, to) = (exported(folder, Format::Xliff12), folder.join("converted.po"));
    run(Command::new(programs.join("xliff2po")).args([&from, &to])).expect("it ran");
    let po = std::fs::read_to_string(to).expect("it saved");
    assert!(po.contains("msgid \"Get help\"\nmsgstr \"Pide ayuda\""), "{po}");
    Ok(())
}

/// It wraps comments, our record too.
fn polib_edits_po(programs: &Path, folder: &Path) -> Result<(), String> {
    let (said, back) = edited(programs, folder, "polib_edit.py", Format::Po, HEADING);
    assert_eq!(said, "7 0");
    assert_eq!(back, expected(Format::Po, HEADING));
    Ok(())
}

/// Only the columns of target and state are free.
fn openpyxl_edits_xlsx(programs: &Path, folder: &Path) -> Result<(), String> {
    let (said, back) = edited(programs, folder, "openpyxl_edit.py", Format::Xlsx, HEADING);
    assert_eq!(said, "True DE");
    assert_eq!(back, expected(Format::Xlsx, HEADING));
    Ok(())
}

/// `msgfmt -c` finds nothing wrong, `msgcat` changes nothing that we read, and `msgmerge` keeps what
/// we say of each message, and makes fuzzy what has another source in the newer file.
fn gettext_checks_and_merges(_: &Path, folder: &Path) -> Result<(), String> {
    run(Command::new("msgfmt").arg("--version"))?;
    let whole = common::example().flattened();
    let from = exported(folder, Format::Po);
    let none = folder.join("none.mo");
    run(Command::new("msgfmt").arg("-c").arg(&from).arg("-o").arg(&none)).expect("it is right");
    let same = run(Command::new("msgcat").arg(&from)).expect("it ran");
    assert_eq!(read(same.as_bytes(), Some(Format::Po)), Ok(whole.clone()));

    let mut newer = common::example();
    newer.files[0].segments[0].source = Text::plain("Get help now");
    newer.files[1].segments.pop();
    newer.files.iter_mut().flat_map(|it| &mut it.segments).for_each(|it| it.target = None);
    let template = folder.join("newer.pot");
    std::fs::write(&template, write(&newer, Format::Po).expect("it fits")).expect("written");
    let merge = ["--previous", "--no-fuzzy-matching"];
    let merged =
        run(Command::new("msgmerge").args(merge).args([&from, &template])).expect("it ran");
    let back = read(merged.as_bytes(), Some(Format::Po)).expect("it reads");
    let sources = |it: &Exchange| -> Vec<String> {
        let all = it.files.iter().flat_map(|it| &it.segments);
        all.map(|it| format!("{} {}", it.fingerprint, it.source.as_str())).collect()
    };
    assert_eq!(sources(&back), sources(&newer));
    Ok(())
}

fn schemas_of_oasis_hold(programs: &Path, folder: &Path) -> Result<(), String> {
    let name = "HEXAPLA_XLIFF_SCHEMAS";
    let schemas = std::env::var_os(name).ok_or_else(|| format!("{name} names no folder"))?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/schema.py");
    for (format, version) in [(Format::Xliff, "2.1"), (Format::Xliff12, "1.2")] {
        let file = exported(folder, format);
        let mut command = Command::new(programs.join("python"));
        run(command.arg(&script).arg(&schemas).arg(version).arg(file)).expect("it is valid");
    }
    Ok(())
}
