//! A query as it is compared.

use crate::best::Found;
use crate::index::MOST_CHARS;
use crate::query::LEAST_SCORE;
use crate::shape::{codes, numbers, shape};
use crate::token::word_count;
use crate::{Coded, Context, Difference, Kind, Match, Origin, Query, penalty};

/// Below so many words a text that differs is seldom of use.
const FEW_WORDS: usize = 3;

/// What a text of few words has to score.
const LEAST_OF_FEW: u8 = 80;

/// A query as it is compared.
#[derive(Debug)]
pub(crate) struct Asked<'a> {
    text: Coded<'a>,
    context: Option<Context<'a>>,
    pub(crate) shape: String,
    codes: Vec<&'a str>,
    numbers: Vec<&'a str>,
    /// What a translation of the same text has to score.
    least: u8,
    /// What one of another text has to.
    least_fuzzy: u8,
}

/// How the text of a translation and the one that is asked for are alike.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Alike {
    /// Whether they are the same but for layout: [`Kind::Exact`] or [`Kind::Fuzzy`].
    kind: Kind,
    /// The score, less the penalties for codes and numbers.
    pub(crate) score: u8,
}

impl<'a> Asked<'a> {
    pub(crate) fn of(query: &Query<'a>) -> Self {
        let shape = shape(&query.text);
        let least = query.at_least.clamp(LEAST_SCORE, 100);
        let least_fuzzy = least.max(least_fuzzy(&shape));
        let (codes, numbers) = (codes(&query.text).collect(), numbers(&query.text).collect());
        let Query { text, context, .. } = *query;
        Self { text, context, shape, codes, numbers, least, least_fuzzy }
    }

    /// The least likeness of shapes at which a translation can count.
    pub(crate) fn least_alike(&self) -> u8 {
        self.least_fuzzy.min(100)
    }

    /// The least score of a match of that kind.
    pub(crate) fn least(&self, kind: Kind) -> u8 {
        if kind == Kind::Fuzzy { self.least_fuzzy } else { self.least }
    }

    /// How a text is alike whose shape has that score.
    pub(crate) fn alike(&self, source: &Coded<'_>, score: u8) -> Alike {
        let same_codes = codes(source).eq(self.codes.iter().copied());
        let same_numbers = numbers(source).eq(self.numbers.iter().copied());
        let same = score == 100 && same_codes && same_numbers;
        let kind = if same { Kind::Exact } else { Kind::Fuzzy };
        Alike {
            kind,
            score: score.saturating_sub(penalty::of_placeables(same_codes, same_numbers)),
        }
    }

    /// The kind of a match, by how the texts are alike and where they stand.
    pub(crate) fn kind(
        &self,
        alike: &Alike,
        origin: &Origin<'_>,
        previous: Option<&str>,
        next: Option<&str>,
    ) -> Kind {
        let (Kind::Exact, Some(context), Origin::Ledger { resource, key, .. }) =
            (alike.kind, &self.context, origin)
        else {
            return alike.kind;
        };
        let same_key = key.is_some() && *key == context.key && *resource == context.resource;
        let has_neighbour = previous.or(next).is_some();
        let same_neighbours = has_neighbour && (previous, next) == (context.previous, context.next);
        if same_key || same_neighbours { Kind::InContext } else { Kind::Exact }
    }

    /// What was found, as the caller gets it.
    pub(crate) fn matched<'m>(&self, found: &Found<'m>) -> Match<'m> {
        let source = Coded { text: found.source, codes: found.codes };
        let difference = match found.kind {
            Kind::Fuzzy => Difference::between(&self.text, &source),
            Kind::InContext | Kind::Exact => Difference::none(self.text.text, source.text),
        };
        let Found { target, kind, origin, .. } = *found;
        Match { target, source: source.text, score: found.score.0, kind, difference, origin }
    }
}

/// What a text of another text has to score at least: more than 100, which is never, where only the same
/// text will do.
fn least_fuzzy(shape: &str) -> u8 {
    let too_long = shape.chars().nth(MOST_CHARS).is_some();
    // Where it does not matter how many there are, words are not looked for: that takes its time.
    match if too_long { 0 } else { word_count(shape) } {
        0 => u8::MAX,
        1..FEW_WORDS => LEAST_OF_FEW,
        _ => 0,
    }
}
