//! Translations of other projects and tools, for a translation memory.

use hexapla_model::Locale;

use crate::error::{Problem, ReadError, of_file, too_large, utf8};
use crate::{Format, Text, limits, po, tmx};

/// A text with its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairOfTexts {
    /// The text that was translated.
    pub source: Text,
    /// Its translation, codes and all.
    pub target: String,
}

/// The pairs of a file, as far as it could be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    /// In the order of the file, up to where it breaks off.
    pub pairs: Vec<PairOfTexts>,
    /// Why the rest was not read.
    pub problem: Option<ReadError>,
}

/// Collects pairs, and sees that there are not too many.
pub(crate) struct PairCollector(Vec<PairOfTexts>);

impl PairCollector {
    /// Adds a pair that was read at byte `at`; one without words on either side says nothing.
    pub(crate) fn add(&mut self, at: usize, source: Text, target: String) -> Result<(), Problem> {
        if source.as_str().trim().is_empty() || target.trim().is_empty() {
            return Ok(());
        }
        if self.0.len() >= limits::SEGMENTS {
            let message = format!("more than {} segments", limits::SEGMENTS);
            return Err(Problem::new(at, message, "divide the file into several"));
        }
        self.0.push(PairOfTexts { source, target });
        Ok(())
    }
}

/// What a TMX or PO file of any origin says in `target` for texts in `source`.
///
/// * TMX of every version: of each `<tu>` the variant in the very locale, or else the first of its
///   language. Units with elements that no version knows are passed over.
/// * PO: messages that are translated and not fuzzy, of a file whose header names the language. A message
///   with plural forms is passed over: which form renders which is not told by the file alone.
///
/// A file of other languages has none. The writer is not trusted: the [`limits`] bound time and memory.
pub fn read_pairs(bytes: &[u8], format: Format, source: &Locale, target: &Locale) -> Pairs {
    if bytes.len() > limits::BYTES {
        return Pairs { problem: Some(too_large(bytes.len())), ..Pairs::default() };
    }
    let text = match utf8(bytes) {
        Ok(text) => text,
        Err(problem) => return Pairs { problem: Some(problem), ..Pairs::default() },
    };
    let mut pairs = PairCollector(Vec::new());
    let read = match format {
        Format::Tmx => tmx::pairs(text, [source, target], &mut pairs),
        Format::Po => po::pairs(text, [source, target], &mut pairs),
        other => {
            let message = format!("{other}, expected TMX or PO");
            let problem = of_file(message, "convert the file to TMX");
            return Pairs { problem: Some(problem), ..Pairs::default() };
        }
    };
    let problem = read.err().map(|problem| problem.located(text));
    Pairs { pairs: pairs.0, problem }
}
