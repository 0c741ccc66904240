//! A repository made for measuring: pages that are translated, edited and updated.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use tempfile::TempDir;

pub(crate) const PAGES: usize = 1000;
pub(crate) const COMMITS: usize = 8000;
pub(crate) const LOCALES: [&str; 3] = ["es", "fr", "pt"];
const BLOCKS: usize = 30;

/// Makes it through `git fast-import`.
pub(crate) fn repository() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let git = |args: &[&str]| {
        let mut command = Command::new("git");
        command.arg("-C").arg(folder.path()).args(args);
        command
    };
    assert!(git(&["init", "-q", "-b", "main"]).status().expect("git").success());
    let mut import = git(&["fast-import", "--quiet"]).stdin(Stdio::piped()).spawn().expect("git");
    let stream = stream();
    import.stdin.take().expect("a pipe").write_all(stream.as_bytes()).expect("written");
    assert!(import.wait().expect("git").success());
    assert!(git(&["checkout", "-q", "main"]).status().expect("git").success());
    let config = "version = 1\nname = \"made\"\nsource_locale = \"en\"\nlocales = [\"es\", \"fr\", \"pt\"]\n\n[collections.pages]\nformat = \"markdown\"\nsource = \"content/en/{path}.md\"\ntarget = \"content/{locale}/{path}.md\"\n";
    std::fs::write(folder.path().join("hexapla.toml"), config).expect("written");
    std::fs::create_dir(folder.path().join("workflows")).expect("a folder");
    std::fs::write(
        folder.path().join("workflows/standard.toml"),
        include_str!("../../templates/standard.toml"),
    )
    .expect("written");
    folder
}

fn stream() -> String {
    let mut random = Random(7);
    let mut versions = vec![[0_usize; BLOCKS]; PAGES];
    let mut stream = String::new();
    for commit in 0..COMMITS {
        let time = 1_600_000_000 + commit * 3600;
        let _ = write!(
            stream,
            "commit refs/heads/main\nmark :{}\ncommitter A <a@example.org> {time} +0000\ndata 4\nedit\n",
            commit + 1
        );
        let page = if commit < PAGES { commit } else { random.below(PAGES) };
        let is_source = commit < PAGES || random.below(2) == 0;
        if is_source {
            versions[page][random.below(BLOCKS)] += 1;
            file(&mut stream, "en", page, &versions[page]);
        }
        for locale in LOCALES {
            if commit < PAGES || !is_source && random.below(3) == 0 {
                file(&mut stream, locale, page, &versions[page]);
            }
        }
        stream.push('\n');
    }
    stream
}

fn file(stream: &mut String, locale: &str, page: usize, versions: &[usize]) {
    let mut text = format!("---\ntitle: {locale} page {page}\n---\n\n");
    for (block, version) in versions.iter().enumerate() {
        let _ = write!(
            text,
            "## {locale} {block} {{#h{block}}}\n\nText {locale} of block {block} on page {page}, version {version}, with `code{block}` and [a link](/p/{block}).\n\n"
        );
    }
    let path = path(locale, page);
    let _ = write!(stream, "M 100644 inline {path}\ndata {}\n{text}\n", text.len());
}

/// Where a page stands.
pub(crate) fn path(locale: &str, page: usize) -> String {
    format!("content/{locale}/f{}/p{page}.md", page / 40)
}

struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap_or_default()
    }
}
