//! What people and tools do to the files of a project.

use std::fs;
use std::io::{Error, Result};
use std::os::unix::fs::symlink;

use crate::support::saves::EDITORS;
use crate::template::{CONFIG, LEDGER};
use crate::world::World;

/// Something that is done; an error where the system refuses, which is as good as not doing it.
pub(crate) type Operation = fn(&mut World<'_>) -> Result<()>;

pub(crate) const OPERATIONS: [(&str, Operation); 30] = [
    ("save as an editor does", save),
    ("create", create),
    ("delete", |world| {
        let path = world.file()?;
        fs::remove_file(world.project.path(&path))
    }),
    ("delete and recreate", |world| {
        let path = world.file()?;
        fs::remove_file(world.project.path(&path))?;
        world.maybe_pause();
        world.write(&path)
    }),
    ("touch", |world| {
        let (path, noon) = (world.file()?, world.noon());
        fs::File::options().write(true).open(world.project.path(&path))?.set_modified(noon)
    }),
    ("swap two files", |world| {
        let (one, two) = (world.file()?, world.file()?);
        let spare = world.fresh("src/spare");
        world.rename(&one, &spare)?;
        world.rename(&two, &one)?;
        world.rename(&spare, &two)
    }),
    ("move a file", |world| {
        let (from, to) = (world.file()?, world.place());
        world.rename(&from, &to)
    }),
    ("rename to another case", |world| {
        let path = if world.random.once_in(3) { world.folder()? } else { world.file()? };
        world.rename(&path, &with_name(&path, swap_case))
    }),
    ("rename to another form of the accents", |world| {
        let path = world.random.pick(&accented(world)).ok_or_else(none)?;
        world.rename(&path, &with_name(&path, swap_form))
    }),
    ("a second name for a file", |world| {
        let (path, other) = (world.file()?, world.place());
        fs::hard_link(world.project.path(&path), world.project.path(&other))?;
        let text = world.text(&path);
        fs::write(world.project.path(&other), text)
    }),
    ("a file becomes a folder, or back", |world| {
        let path = world.file()?;
        fs::remove_file(world.project.path(&path))?;
        world.write(&format!("{path}/within.md"))?;
        if world.random.once_in(2) {
            world.maybe_pause();
            fs::remove_dir_all(world.project.path(&path))?;
            world.write(&path)?;
        }
        Ok(())
    }),
    ("rename a folder", |world| {
        let path = world.folder()?;
        let other = world.fresh(&path);
        world.rename(&path, &other)?;
        if world.random.once_in(2) {
            world.maybe_pause();
            world.rename(&other, &path)?;
        }
        Ok(())
    }),
    ("swap two folders", |world| {
        let (one, two) = (world.folder()?, world.folder()?);
        let spare = world.fresh("src/spare");
        world.rename(&one, &spare)?;
        world.rename(&two, &one)?;
        world.rename(&spare, &two)
    }),
    ("move a folder away and back", away_and_back),
    ("remove a folder and make it anew", |world| {
        let path = world.folder()?;
        fs::remove_dir_all(world.project.path(&path))?;
        world.maybe_pause();
        world.write(&format!("{path}/index.md"))?;
        world.write(&format!("{path}/ui.ftl"))
    }),
    ("move a folder in", |world| {
        let name = world.fresh("in");
        let from = world.outside.path().join(&name);
        fs::create_dir_all(from.join("below/deep"))?;
        for path in ["a.md", "a.ftl", "below/b.md", "below/deep/c.ftl"] {
            let text = world.text(&format!("src/{path}"));
            fs::write(from.join(path), text)?;
        }
        fs::rename(from, world.project.path(&format!("src/{name}")))?;
        world.maybe_pause();
        world.write(&format!("src/{name}/below/deep/c.ftl"))
    }),
    ("nested folders, made and filled at once", |world| {
        let top = world.fresh("src/nested");
        for path in ["a/b/c/d/deep.md", "a/b/side.ftl", "a/z/y/x/w.md"] {
            world.write(&format!("{top}/{path}"))?;
        }
        let to = world.fresh(&format!("{top}/a/moved"));
        world.rename(&format!("{top}/a/b/c"), &to)?;
        world.write(&format!("{to}/d/deep.md"))?;
        world.write(&format!("{to}/d/e/deeper.md"))
    }),
    ("a link within", |world| {
        let path = if world.random.once_in(2) { world.folder()? } else { world.file()? };
        let end = path.rsplit('/').next().unwrap_or_default();
        let link = world.fresh("link");
        symlink(end, world.project.path(&with_name(&path, |name| format!("{link}{name}"))))
    }),
    ("a folder that becomes a link to itself elsewhere", |world| {
        let folder = world.folder()?;
        let real = world.fresh(&folder);
        world.rename(&folder, &real)?;
        let end = real.rsplit('/').next().unwrap_or_default();
        symlink(end, world.project.path(&folder))?;
        world.maybe_pause();
        world.write(&format!("{folder}/through.md"))
    }),
    ("a link out, to nowhere, or round in a circle", |world| {
        fs::write(world.outside.path().join("far.md"), "Far.\n")?;
        let ends = [
            world.outside.path().to_owned(),
            world.outside.path().join("far.md"),
            "nowhere.md".into(),
            ".".into(),
        ];
        let (end, link) = (world.random.pick(&ends).unwrap_or_default(), world.fresh("src/out"));
        symlink(end, world.project.path(&format!("{link}.md")))
    }),
    ("remove a link", |world| {
        let path = world.random.pick(&world.links()).ok_or_else(none)?;
        fs::remove_file(world.project.path(&path))
    }),
    ("check out a branch", |world| {
        let branch = world.random.pick(&["main", "other"]).unwrap_or_default();
        let ran = world.project.git(&["checkout", "--quiet", "--force", branch]);
        if ran.code == 0 { Ok(()) } else { Err(Error::other(ran.err)) }
    }),
    ("clean the work tree", |world| {
        let ran = world.project.git(&["clean", "-fdq", "src", "out"]);
        if ran.code == 0 { Ok(()) } else { Err(Error::other(ran.err)) }
    }),
    ("facts come from a clone", |world| {
        let (name, bytes) = world.random.pick(&world.template.facts).ok_or_else(none)?;
        let path = world.project.path(&format!("{LEDGER}/{name}"));
        if world.random.once_in(2) {
            return fs::write(path, bytes);
        }
        fs::write(path.with_extension("tmp"), bytes)?;
        fs::rename(path.with_extension("tmp"), path)
    }),
    ("facts go", |world| {
        let entries = fs::read_dir(world.project.path(LEDGER))?.flatten();
        let mut files: Vec<_> = entries.map(|it| it.path()).collect();
        files.sort();
        fs::remove_file(world.random.pick(&files).ok_or_else(none)?)
    }),
    ("a torn file of facts comes and goes", |world| {
        let path = world.project.path(&format!("{LEDGER}/torn.jsonl"));
        fs::write(&path, "{\"v\":")?;
        world.maybe_pause();
        fs::remove_file(path)
    }),
    ("somebody decides", |world| {
        let commands: [&[&str]; 4] = [
            &["accept", "--all", "--force"],
            &["accept", "ui", "-l", "es", "--force"],
            &["ledger", "compact"],
            &["reopen", "ui/ui", "-l", "fr", "--why", "unclear"],
        ];
        let command = world.random.pick(&commands).unwrap_or_default();
        let ran = world.project.run(command);
        if ran.code == 0 { Ok(()) } else { Err(Error::other(ran.err)) }
    }),
    ("break the config or a workflow, and mend it", config),
    ("a folder of a tool", |world| {
        let folder = world.folder()?;
        if world.random.once_in(2) {
            let tool = with_name(&folder, |_| "node_modules".to_owned());
            world.rename(&folder, &tool)?;
            world.maybe_pause();
            return world.rename(&tool, &folder);
        }
        let tag = format!("{folder}/CACHEDIR.TAG");
        fs::write(world.project.path(&tag), "Signature: 8a477f597d28d172789f06886806bc55")?;
        if world.random.once_in(2) {
            world.maybe_pause();
            fs::remove_file(world.project.path(&tag))?;
        }
        Ok(())
    }),
    ("what can be made again is removed", |world| {
        fs::remove_dir_all(world.project.path(".hexapla"))
    }),
];

impl World<'_> {
    fn file(&mut self) -> Result<String> {
        let files = self.files();
        self.random.pick(&files).ok_or_else(none)
    }

    fn folder(&mut self) -> Result<String> {
        let folders = self.folders();
        self.random.pick(&folders).ok_or_else(none)
    }

    fn rename(&self, from: &str, to: &str) -> Result<()> {
        fs::rename(self.project.path(from), self.project.path(to))
    }

    fn maybe_pause(&mut self) {
        if self.random.once_in(2) {
            self.pause();
        }
    }

    fn noon(&mut self) -> std::time::SystemTime {
        let seconds = 1_700_000_000 + self.random.below(3) as u64;
        std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds)
    }
}

fn save(world: &mut World<'_>) -> Result<()> {
    let path = world.file()?;
    let (_, save) = EDITORS[world.random.below(EDITORS.len())];
    let text = world.text(&path);
    save(&world.project.path(&path), &text)
}

fn create(world: &mut World<'_>) -> Result<()> {
    for _ in 0..=world.random.below(3) {
        let path = world.place();
        world.write(&path)?;
    }
    Ok(())
}

fn away_and_back(world: &mut World<'_>) -> Result<()> {
    let tops = ["src", "out", "out/es", LEDGER, "workflows", "translations"].map(str::to_owned);
    let path = if world.random.once_in(2) {
        world.folder()?
    } else {
        world.random.pick(&tops).unwrap_or_default()
    };
    let name = world.fresh("away");
    let away = world.outside.path().join(name);
    fs::rename(world.project.path(&path), &away)?;
    world.maybe_pause();
    if world.random.once_in(3) {
        fs::write(away.join("added.md"), "Added while it was away.\n")?;
    }
    if path.starts_with("src") && world.random.once_in(2) {
        // Another takes its place, and it comes back elsewhere.
        world.write(&format!("{path}/instead.md"))?;
        let back = world.fresh(&format!("{path}/back"));
        return fs::rename(away, world.project.path(&back));
    }
    fs::rename(away, world.project.path(&path))
}

fn config(world: &mut World<'_>) -> Result<()> {
    let path = world.project.path("hexapla.toml");
    let workflow = world.project.path("workflows/standard.toml");
    match world.random.below(6) {
        0 => fs::write(&path, CONFIG.replace("\"fr\"]", "\"fr\""))?,
        1 => fs::write(&path, CONFIG.replace("\"markdown\"", "\"markup\""))?,
        2 => fs::rename(&path, path.with_extension("toml~"))?,
        3 => fs::write(&workflow, "version = 1\n[[states]]\nname = \"drafted\"\n")?,
        4 => fs::write(&path, CONFIG.replace("\"fr\"]", "\"fr\", \"pt\"]"))?,
        _ => fs::write(&path, CONFIG.replace("src/{path}.ftl", "src/guide/{path}.ftl"))?,
    }
    world.maybe_pause();
    if world.random.once_in(2) {
        create(world)?;
        world.maybe_pause();
    }
    world.mend();
    Ok(())
}

fn with_name(path: &str, name: impl Fn(&str) -> String) -> String {
    match path.rsplit_once('/') {
        Some((folder, old)) => format!("{folder}/{}", name(old)),
        None => name(path),
    }
}

/// The other case, of all but what says which format it is.
fn swap_case(name: &str) -> String {
    let (stem, end) = name.split_at(name.find('.').unwrap_or(name.len()));
    let other = if stem.to_lowercase() == stem { stem.to_uppercase() } else { stem.to_lowercase() };
    format!("{other}{end}")
}

fn accented(world: &World<'_>) -> Vec<String> {
    let accents = |path: &String| path.contains('\u{e9}') || path.contains('\u{301}');
    world.files().into_iter().filter(accents).collect()
}

/// NFC becomes NFD, and the other way.
fn swap_form(name: &str) -> String {
    match name.contains('\u{e9}') {
        true => name.replace('\u{e9}', "e\u{301}"),
        false => name.replace("e\u{301}", "\u{e9}"),
    }
}

fn none() -> Error {
    Error::other("there is none")
}
