//! Memories of other tools that the config names.

use std::ops::Range;

use hexapla_engine::{Imported, ImportedPair};
use hexapla_exchange::{Format, Pairs, limits, read_pairs};
use hexapla_model::{Fingerprint, Locale, Meaning};

use crate::identity::Identity;
use crate::outside::read_outside;
use crate::scan::Problem;
use crate::session::Session;

impl Session {
    /// What the files of `memory` say in a locale for texts in another, and what is wrong with them: of a
    /// file that breaks off what stands before counts, and so do all other files.
    pub fn imported(&self, source: &Locale, target: &Locale) -> (Imported, Vec<Problem>) {
        let (mut read, mut problems) = (Vec::new(), Vec::new());
        for (path, _) in &self.config().memory {
            match self.pairs(path, source, target) {
                Ok(pairs) => {
                    problems.extend(pairs.problem.as_ref().map(|it| {
                        let path = format!("{path}:{}", it.place);
                        Problem::warning(path, it.message.clone(), it.hint.clone())
                    }));
                    read.push((path.as_str(), pairs));
                }
                Err(problem) => problems.push(problem),
            }
        }
        let codes: Vec<Vec<Range<usize>>> = each(&read)
            .map(|(_, it)| it.source.codes().iter().map(|code| code.span.clone()).collect())
            .collect();
        let pairs = each(&read).zip(&codes).map(|((file, it), codes)| ImportedPair {
            file,
            source: it.source.as_str(),
            codes,
            target: &it.target,
        });
        (Imported::of(pairs), problems)
    }

    /// What stands for how the files of `memory` look: another where one of them changed.
    pub fn imports_look(&self) -> Fingerprint {
        let look = |path: &str| {
            let metadata = self.root().join(path).metadata();
            metadata.ok().map(|it| Identity::of(&it))
        };
        let all: Vec<_> = self.config().memory.iter().map(|(path, _)| (path, look(path))).collect();
        Meaning::of("imports", &format!("{all:?}"))
    }

    fn pairs(&self, path: &str, source: &Locale, target: &Locale) -> Result<Pairs, Problem> {
        let bytes = read_outside(&self.root().join(path), limits::BYTES);
        let bytes = bytes.map_err(|error| Problem::unread(path, error))?;
        let format = if path.ends_with(".po") { Format::Po } else { Format::Tmx };
        Ok(read_pairs(&bytes, format, source, target))
    }
}

fn each<'a>(
    read: &'a [(&'a str, Pairs)],
) -> impl Iterator<Item = (&'a str, &'a hexapla_exchange::PairOfTexts)> {
    read.iter().flat_map(|(file, pairs)| pairs.pairs.iter().map(move |it| (*file, it)))
}
