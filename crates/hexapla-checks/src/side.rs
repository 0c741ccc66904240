//! A source and its target, as the checks of both read them.

use hexapla_model::Unit;

use crate::profile::Profile;
use crate::run::{TextRun, texts};

/// What is usual in the locales of a source and its target.
#[derive(Clone, Copy, Debug)]
pub struct Profiles<'a> {
    /// Of the locale that is translated from.
    pub source: &'a Profile,
    /// Of the locale that is translated into.
    pub target: &'a Profile,
}

/// A unit with its words.
pub(crate) struct Side<'a> {
    pub(crate) unit: &'a Unit,
    pub(crate) runs: Vec<TextRun>,
}

impl<'a> Side<'a> {
    pub(crate) fn of(unit: &'a Unit) -> Self {
        Self { unit, runs: texts(unit) }
    }
}

/// A source and its target.
pub(crate) struct Pair<'a> {
    pub(crate) source: &'a Side<'a>,
    pub(crate) target: &'a Side<'a>,
    pub(crate) profiles: Profiles<'a>,
}

/// The runs on both sides that are one value or attribute.
pub(crate) struct Pattern<'a> {
    pub(crate) source: Vec<&'a TextRun>,
    pub(crate) target: Vec<&'a TextRun>,
}

/// The most runs of a unit that are held against each other.
const MOST_RUNS: usize = 256;

/// The runs that are held against others.
pub(crate) fn few(runs: &[TextRun]) -> &[TextRun] {
    &runs[..runs.len().min(MOST_RUNS)]
}

impl<'a> Pair<'a> {
    /// The values and attributes that both sides have, in the order of the target.
    /// Those of [`MOST_RUNS`] runs on each side.
    pub(crate) fn patterns(&self) -> Vec<Pattern<'a>> {
        let mut patterns: Vec<Pattern<'a>> = Vec::new();
        let mut done = 0;
        let (sources, targets) = (few(&self.source.runs), few(&self.target.runs));
        while let Some(first) = targets.get(done) {
            // Runs of one pattern stand together.
            let same = |run: &&TextRun| run.pattern() == first.pattern();
            let target: Vec<_> = targets[done..].iter().take_while(same).collect();
            done += target.len();
            let source: Vec<_> = sources.iter().filter(same).collect();
            if !source.is_empty() {
                patterns.push(Pattern { source, target });
            }
        }
        patterns
    }

    /// Each run of the target with the run of the source that it renders, where that is certain.
    pub(crate) fn rendered(&self) -> impl Iterator<Item = (&'a TextRun, &'a TextRun)> {
        let sources = few(&self.source.runs);
        few(&self.target.runs).iter().filter_map(|run| Some((run.partner(sources)?, run)))
    }
}
