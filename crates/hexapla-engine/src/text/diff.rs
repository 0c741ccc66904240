//! What changed between two texts.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::profile::Profile;
use super::token::{Token, TokenKind};

/// On which side a [`Change`] stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// On both.
    Equal,
    /// Only in the old text.
    Deleted,
    /// Only in the new text.
    Inserted,
}

/// A piece of the old text, of the new one, or of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it stands.
    pub side: Side,
    /// Its characters.
    pub text: String,
}

/// What changed between two texts: the equal and deleted pieces together are the old text, the
/// equal and inserted ones the new.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// The pieces in order; neighbours are of different sides.
    pub changes: Vec<Change>,
}

/// The most tokens that are compared one by one on either side, after equal ends were taken off.
const MOST_TOKENS: usize = 4096;

/// Below this likeness two sentences are shown whole instead of word by word.
const TOO_DIFFERENT: f32 = 0.35;

impl Diff {
    /// Compares sentence by sentence, then word by word where sentences are alike. Never divides a
    /// token; time stays in proportion to the texts, as long ones are compared in less detail.
    pub fn between(old: &[Token<'_>], new: &[Token<'_>]) -> Self {
        let mut diff = Self::default();
        let (old_sentences, new_sentences) = (sentences(old), sentences(new));
        for op in ops(&old_sentences, &new_sentences) {
            let before: Vec<Token<'_>> = old_sentences[op.old_range()].concat();
            let after: Vec<Token<'_>> = new_sentences[op.new_range()].concat();
            match op {
                DiffOp::Equal { .. } => diff.push(Side::Equal, &after),
                _ => diff.words(&before, &after),
            }
        }
        diff
    }

    /// Compares word by word, unless the texts are too different.
    fn words(&mut self, old: &[Token<'_>], new: &[Token<'_>]) {
        let alike = Profile::of(old).similarity(&Profile::of(new));
        if alike < TOO_DIFFERENT {
            self.push(Side::Deleted, old);
            self.push(Side::Inserted, new);
            return;
        }
        for (side, old, new) in joined(&ops(old, new), old, new) {
            match side {
                Side::Equal => self.push(side, new),
                _ => {
                    self.push(Side::Deleted, old);
                    self.push(Side::Inserted, new);
                }
            }
        }
    }

    fn push(&mut self, side: Side, tokens: &[Token<'_>]) {
        let text: String = tokens.iter().map(|token| token.text).collect();
        match self.changes.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.side == side => last.text.push_str(&text),
            _ => self.changes.push(Change { side, text }),
        }
    }

    /// Whether the texts are the same.
    pub fn is_empty(&self) -> bool {
        self.changes.iter().all(|change| change.side == Side::Equal)
    }

    /// The words that changed, on both sides together.
    pub fn changed_words(&self) -> usize {
        let changed = self.changes.iter().filter(|change| change.side != Side::Equal);
        changed.map(|change| super::word_count(&change.text, &[])).sum()
    }

    /// The diff readable without colour: `[-gone-]` and `{+new+}`.
    pub fn marked(&self) -> String {
        let mut out = String::new();
        for Change { side, text } in &self.changes {
            let (open, close) = match side {
                Side::Equal => ("", ""),
                Side::Deleted => ("[-", "-]"),
                Side::Inserted => ("{+", "+}"),
            };
            out.extend([open, text, close]);
        }
        out
    }
}

/// The tokens up to and with each end of a sentence: a mark that ends it, with the quotation marks,
/// brackets and emphasis that close behind it, or the end of a line.
pub(crate) fn sentences<'t, 'a>(tokens: &'t [Token<'a>]) -> Vec<&'t [Token<'a>]> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut ending = Ending::None;
    for (at, token) in tokens.iter().enumerate() {
        let breaks = at > start + 1 && is_line_end(&tokens[at - 1]);
        let goes_on = ending == Ending::BeforeSpace && token.kind != TokenKind::Space;
        let ends = breaks || (ending != Ending::None && !goes_on && !closes(token));
        if ends {
            sentences.push(&tokens[start..at]);
            start = at;
        }
        ending = ending_at(token, if ends { Ending::None } else { ending });
    }
    sentences.push(&tokens[start..]);
    sentences
}

/// Whether a sentence may end behind a token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// It goes on.
    None,
    /// It ends where white space follows.
    BeforeSpace,
    /// It ends: in scripts that write no spaces.
    Anywhere,
}

fn ending_at(token: &Token<'_>, before: Ending) -> Ending {
    if token.kind != TokenKind::Punctuation {
        return Ending::None;
    }
    match token.text.chars().next_back() {
        Some('。' | '！' | '？') => Ending::Anywhere,
        Some('.' | '!' | '?' | '…' | '؟' | '۔' | '।') => Ending::BeforeSpace,
        _ if closes(token) => before,
        _ => Ending::None,
    }
}

/// Whether a token may stand behind the end of a sentence and belong to it.
fn closes(token: &Token<'_>) -> bool {
    const CLOSING: &[char] =
        &['*', '_', '"', '\'', '”', '’', '»', '›', ')', ']', '」', '』', '）', '】'];
    token.kind == TokenKind::Punctuation && token.text.chars().all(|c| CLOSING.contains(&c))
}

fn is_line_end(token: &Token<'_>) -> bool {
    token.kind == TokenKind::Space && token.text.contains('\n')
}

/// The differences; of very long texts, everything between the equal ends as one.
fn ops<T: Eq + std::hash::Hash>(old: &[T], new: &[T]) -> Vec<DiffOp> {
    let front = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - front;
    let back =
        old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let (old_middle, new_middle) = (&old[front..old.len() - back], &new[front..new.len() - back]);
    if old_middle.len().max(new_middle.len()) <= MOST_TOKENS {
        return capture_diff_slices(Algorithm::Myers, old, new);
    }
    let equal = |old_index, new_index, len| DiffOp::Equal { old_index, new_index, len };
    let middle = DiffOp::Replace {
        old_index: front,
        old_len: old_middle.len(),
        new_index: front,
        new_len: new_middle.len(),
    };
    vec![equal(0, 0, front), middle, equal(old.len() - back, new.len() - back, back)]
}

type Run<'t, 'a> = (Side, &'t [Token<'a>], &'t [Token<'a>]);

/// The differences with changes joined that only white space or punctuation separates, so that a
/// reader sees phrases instead of confetti. `Deleted` stands for any change.
fn joined<'t, 'a>(ops: &[DiffOp], old: &'t [Token<'a>], new: &'t [Token<'a>]) -> Vec<Run<'t, 'a>> {
    let is_equal = |op: &DiffOp| matches!(op, DiffOp::Equal { .. });
    let is_small = |op: &DiffOp| {
        let tokens = &new[op.new_range()];
        tokens.len() <= 2 && tokens.iter().all(|token| token.kind == TokenKind::Space)
    };
    let mut runs: Vec<(bool, std::ops::Range<usize>, std::ops::Range<usize>)> = Vec::new();
    for (at, op) in ops.iter().enumerate() {
        let between = at > 0 && at + 1 < ops.len();
        let changed = !is_equal(op) || (between && is_small(op));
        match runs.last_mut() {
            Some((last, old, new)) if *last == changed => {
                old.end = op.old_range().end;
                new.end = op.new_range().end;
            }
            _ => runs.push((changed, op.old_range(), op.new_range())),
        }
    }
    let side = |changed| if changed { Side::Deleted } else { Side::Equal };
    runs.into_iter().map(|(changed, a, b)| (side(changed), &old[a], &new[b])).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tokenize;
    use super::*;
    use proptest::prelude::*;

    fn between(old: &str, new: &str) -> Diff {
        Diff::between(&tokenize(old, &[]), &tokenize(new, &[]))
    }

    fn side(diff: &Diff, gone: Side) -> String {
        diff.changes.iter().filter(|it| it.side != gone).map(|it| it.text.as_str()).collect()
    }

    #[test]
    fn words_are_marked_in_every_script() {
        for (old, new, marked) in [
            ("Call us any day.", "Call us every day.", "Call us [-any-]{+every+} day."),
            ("Rufen Sie uns an.", "Rufen Sie uns bitte an.", "Rufen Sie uns {+bitte +}an."),
            ("この変更を見る", "この翻訳を見る", "この[-変更-]{+翻訳+}を見る"),
            ("ระบบแปลภาษา", "ระบบตรวจภาษา", "ระบบ[-แปล-]{+ตรวจ+}ภาษา"),
            ("اتصل بنا اليوم", "اتصل بنا غدا", "اتصل بنا [-اليوم-]{+غدا+}"),
            ("One two three four.", "One 2 3 four.", "One [-two three-]{+2 3+} four."),
        ] {
            assert_eq!(between(old, new).marked(), marked);
        }
    }

    #[test]
    fn sentences_end_with_what_closes_them() {
        for text in [
            "Call **now.**| They said “come.”| (It is free.)| Ask.",
            "A 3.5 m wall, no.",
            "「来て。」|と言う。|はい。",
            "Really?!| Yes.|\nGood, or so\n|it seems.",
            "See `a.b`.| End",
        ] {
            let plain = text.replace('|', "");
            let tokens = tokenize(&plain, &[]);
            let found: Vec<String> = sentences(&tokens)
                .iter()
                .map(|it| it.iter().map(|token| token.text).collect())
                .collect();
            assert_eq!(found.join("|"), text);
        }
    }

    #[test]
    fn texts_that_have_little_in_common_are_shown_whole() {
        let diff = between("Nothing is alike here.", "Everything else changed there.");
        assert_eq!(diff.changes.len(), 2);
    }

    #[test]
    fn a_megabyte_is_compared_in_less_detail() {
        let old: String = (0..100_000).map(|at| format!("word{at} ")).collect();
        let new: String = (0..100_000).rev().map(|at| format!("word{at} ")).collect();
        let diff = between(&old, &new);
        assert_eq!(side(&diff, Side::Inserted), old);
        assert_eq!(side(&diff, Side::Deleted), new);
    }

    proptest! {
        #[test]
        fn pieces_together_are_the_texts(
            old in "([ab。.]|[สวัดี]|[مرح]|👍🏽|e\u{301}| |\n){0,24}",
            new in "([ab。.]|[สวัดี]|[مرح]|👍🏽|e\u{301}| |\n){0,24}",
        ) {
            let diff = between(&old, &new);
            prop_assert_eq!(side(&diff, Side::Inserted), old);
            prop_assert_eq!(side(&diff, Side::Deleted), new);
        }

        #[test]
        fn equal_texts_have_no_difference(text in "\\PC{0,40}") {
            prop_assert!(between(&text, &text).is_empty());
        }
    }
}
