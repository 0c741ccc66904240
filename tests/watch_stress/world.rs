//! A project to which anything may happen while it is watched.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::random::Random;
use crate::support::Project;
use crate::support::watching::Watch;
use crate::template::{CONFIG, Template, text};

pub(crate) struct World<'a> {
    pub(crate) template: &'a Template,
    pub(crate) project: Project,
    /// A folder of the same disk that is not in the project.
    pub(crate) outside: tempfile::TempDir,
    pub(crate) random: Random,
    fresh: usize,
    marks: usize,
}

/// Where sources and targets are.
const TOPS: [&str; 3] = ["src", "out/es", "out/fr"];

impl<'a> World<'a> {
    pub(crate) fn new(template: &'a Template, seed: u64) -> Self {
        let project = Project::copy_of(template.project.root());
        let outside = tempfile::tempdir().expect("a folder");
        Self { template, project, outside, random: Random::new(seed), fresh: 0, marks: 0 }
    }

    /// A name that nothing has yet.
    pub(crate) fn fresh(&mut self, name: &str) -> String {
        self.fresh += 1;
        format!("{name}{}", self.fresh)
    }

    /// A path for a file that may be there or not.
    pub(crate) fn place(&mut self) -> String {
        let mut path = self.random.pick(&TOPS).unwrap_or_default().to_owned();
        for _ in 0..self.random.below(3) {
            let folder = self.random.pick(&["guide", "deep", "other", "Extra"]).unwrap_or_default();
            path = format!("{path}/{folder}");
        }
        let names =
            ["index.md", "start.md", "new.md", "caf\u{e9}.md", "ui.ftl", "menu.ftl", "n.ftl"];
        format!("{path}/{}", self.random.pick(&names).unwrap_or_default())
    }

    /// A text for the file, one of a few, so that earlier ones come back.
    pub(crate) fn text(&mut self, path: &str) -> String {
        let version = self.random.below(4);
        text(path, version, 1 + self.random.below(4))
    }

    /// The plain files of sources and targets.
    pub(crate) fn files(&self) -> Vec<String> {
        self.entries(|kind| kind.is_file())
    }

    /// The folders below those of sources and targets.
    pub(crate) fn folders(&self) -> Vec<String> {
        self.entries(|kind| kind.is_dir())
    }

    pub(crate) fn links(&self) -> Vec<String> {
        self.entries(|kind| kind.is_symlink())
    }

    fn entries(&self, wanted: fn(&fs::FileType) -> bool) -> Vec<String> {
        let mut found = Vec::new();
        let mut open: Vec<PathBuf> = TOPS.iter().map(|top| self.project.path(top)).collect();
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let kind = entry.file_type().expect("a kind");
                if wanted(&kind) {
                    let path = entry.path();
                    let path = path.strip_prefix(self.project.root()).expect("below");
                    found.push(path.to_str().expect("text").to_owned());
                }
                if kind.is_dir() {
                    open.push(entry.path());
                }
            }
        }
        found.sort();
        found
    }

    pub(crate) fn write(&mut self, path: &str) -> std::io::Result<()> {
        let text = self.text(path);
        let path = self.project.path(path);
        fs::create_dir_all(path.parent().expect("a folder"))?;
        fs::write(path, text)
    }

    /// Lets the batch end here or in the middle of what follows.
    pub(crate) fn pause(&mut self) {
        std::thread::sleep(Duration::from_millis(self.random.below(80) as u64));
    }

    /// Makes config and workflow good again.
    pub(crate) fn mend(&mut self) {
        let workflow = self.template.project.read("workflows/standard.toml");
        for (path, good) in [("hexapla.toml", CONFIG), ("workflows/standard.toml", &workflow)] {
            if !fs::read_to_string(self.project.path(path)).is_ok_and(|text| text == good) {
                self.project.write(path, good);
            }
        }
    }

    /// Makes an edit that is certainly told and changes the status, and waits until it was: then all
    /// that happened before was seen.
    pub(crate) fn mark(&mut self, watch: &mut Watch) {
        self.marks += 1;
        let (mark, more) = (self.marks, ["", "also = x\n"][self.marks % 2]);
        let from = watch.events.len();
        self.project.write("mark/en/m.ftl", format!("m{mark} = x\n{more}"));
        let name = format!("mark/m#m{mark}");
        watch.wait(&name, |events| {
            let told = events[from..].iter().position(|event| tells(event, &name));
            told.is_some_and(|at| events[from + at..].iter().any(|it| it["event"] == "status"))
        });
    }
}

fn tells(event: &serde_json::Value, name: &str) -> bool {
    let units = event["detail"]["units"].as_array();
    event["event"] == "turned" && units.is_some_and(|all| all.iter().any(|it| it["unit"] == name))
}

/// Copies a project as it lies there, without what can be made again and without history.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("created");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        let kind = entry.file_type().expect("a kind");
        if kind.is_symlink() {
            let end = fs::read_link(from).expect("a link");
            std::os::unix::fs::symlink(end, to).expect("linked");
        } else if kind.is_dir()
            && ![".git", ".hexapla"].contains(&&*entry.file_name().to_string_lossy())
        {
            copy(&from, &to);
        } else if kind.is_file() {
            fs::copy(from, to).expect("copied");
        }
    }
}
