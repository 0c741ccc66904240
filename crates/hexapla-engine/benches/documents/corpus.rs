//! The pages.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hexapla_engine::align::{Lexicon, Link, MarkKind, align, complete};
use hexapla_formats::{FieldRules, Format, extract};
use hexapla_model::Unit;

/// A translated page.
pub(crate) struct Page {
    /// Locale and path.
    pub(crate) name: String,
    /// Whether the source differs from what the page was made from, by the index.
    pub(crate) stale: bool,
    pub(crate) made_from: Text,
    pub(crate) now: Text,
    pub(crate) target: Text,
}

/// A file with its units.
pub(crate) struct Text {
    pub(crate) bytes: Vec<u8>,
    pub(crate) units: Vec<Unit>,
}

pub(crate) struct Corpus {
    pub(crate) pages: Vec<Page>,
    /// By locale, learnt from the pages themselves.
    pub(crate) lexicons: BTreeMap<String, Lexicon>,
}

/// The fields of front matter that are translated.
pub(crate) fn rules() -> FieldRules {
    let include = ["title", "linkTitle", "description"].map(|it| it.parse().expect("a field"));
    FieldRules { include: include.into(), ..FieldRules::default() }
}

impl Text {
    pub(crate) fn new(bytes: Vec<u8>) -> Self {
        let units = extract(Format::Markdown, &bytes, &rules()).units;
        Self { bytes, units }
    }

    /// The units that have no key.
    pub(crate) fn blocks(&self) -> Vec<&Unit> {
        self.units.iter().filter(|unit| unit.key.is_none()).collect()
    }
}

impl Page {
    pub(crate) fn locale(&self) -> &str {
        self.name.split('/').next().expect("a locale")
    }
}

impl Corpus {
    pub(crate) fn read(folder: &Path) -> Self {
        let index = std::fs::read_to_string(folder.join("index.tsv")).expect("an index");
        let page = |line: &str| {
            let fields: Vec<&str> = line.split('\t').collect();
            let name = format!("{}/{}", fields[0], fields[1]);
            let text = |file: &str| {
                Text::new(std::fs::read(folder.join(&name).join(file)).expect("a page"))
            };
            Page {
                stale: fields[2] == "stale",
                made_from: text("made-from.md"),
                now: text("now.md"),
                target: text("target.md"),
                name,
            }
        };
        let mut corpus =
            Self { pages: index.lines().skip(1).map(page).collect(), lexicons: BTreeMap::new() };
        let locales: BTreeSet<String> =
            corpus.pages.iter().map(|page| page.locale().to_owned()).collect();
        for locale in locales {
            let lexicon = corpus.learn(&locale);
            corpus.lexicons.insert(locale, lexicon);
        }
        corpus
    }

    pub(crate) fn blocks(&self) -> usize {
        self.pages.iter().map(|page| page.made_from.blocks().len()).sum()
    }

    fn learn(&self, locale: &str) -> Lexicon {
        let pages = self.pages.iter().filter(|page| page.locale() == locale);
        let aligned: Vec<(Vec<&Unit>, Vec<&Unit>, Vec<Link>)> = pages
            .map(|page| {
                let (source, target) = (page.made_from.blocks(), page.target.blocks());
                let links = align(&source, &target, &Lexicon::default(), &[]);
                (source, target, links)
            })
            .collect();
        Lexicon::learn(aligned.iter().map(|(source, target, links)| {
            (source.as_slice(), target.as_slice(), links.as_slice())
        }))
    }

    /// The links of a page's blocks, without looking at marks of the given kinds.
    pub(crate) fn links(&self, page: &Page, ignored: &[MarkKind]) -> Vec<Link> {
        let lexicon = &self.lexicons[page.locale()];
        align(&page.made_from.blocks(), &page.target.blocks(), lexicon, ignored)
    }

    /// The links of a page that is known to render its source as a whole.
    pub(crate) fn whole(&self, page: &Page) -> Vec<Link> {
        complete(&self.links(page, &[]))
    }
}
