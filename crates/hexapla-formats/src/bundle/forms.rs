//! Plural forms of a whole text.

use std::collections::HashSet;

use super::messages::Why;
use super::numbers::Numbers;
use super::pattern::{Among, Choice, Key, Pattern, Piece, Variant, push};

/// What a choice by a number has, in a locale.
pub(super) struct Numbered<'c> {
    /// The texts of single numbers that another text stands for else.
    pub(super) exact: Vec<(u64, &'c Variant)>,
    /// The text of each category.
    pub(super) categories: Vec<(&'static str, &'c Variant)>,
}

impl<'c> Numbered<'c> {
    /// As the runtime of Fluent takes the first variant that fits.
    ///
    /// # Errors
    /// Where it chooses by categories of which it is not known what numbers they have.
    pub(super) fn of(choice: &'c Choice, numbers: &Numbers) -> Result<Self, Why> {
        let chooses = |it: &Variant| !it.default && matches!(it.key, Key::Category(_));
        if !numbers.known && choice.variants.iter().any(chooses) {
            return Err("plural forms of this language are not known here".to_owned());
        }
        let mut numbered = Self { exact: Vec::new(), categories: Vec::new() };
        let mut before = HashSet::new();
        for variant in &choice.variants {
            if let Key::Exactly(number) = variant.key {
                let category = Key::Category(numbers.category(number));
                if !before.contains(&category) && !before.contains(&variant.key) {
                    numbered.exact.push((number, variant));
                }
            }
            before.insert(variant.key.clone());
        }
        for category in numbers.categories() {
            let fits = |it: &&Variant| it.key == Key::Category(category);
            let found = choice.variants.iter().find(fits).or_else(|| choice.default());
            numbered.categories.extend(found.map(|it| (category, it)));
        }
        Ok(numbered)
    }

    /// Gives single numbers to the category that they are alone in.
    ///
    /// # Errors
    /// Where a number is not alone in its category.
    pub(super) fn by_category(mut self, numbers: &Numbers, what: &str) -> Result<Self, Why> {
        for (number, variant) in std::mem::take(&mut self.exact) {
            if !numbers.is_alone(number) {
                return Err(format!("{what} has no form for exactly {number}"));
            }
            let category = numbers.category(number);
            let its = self.categories.iter_mut().filter(|it| it.0 == category);
            its.for_each(|it| it.1 = variant);
        }
        Ok(self)
    }
}

/// Texts without choices.
pub(super) enum Forms {
    /// One, whatever the arguments are.
    One(Pattern),
    /// One for each plural category.
    Plural(Vec<(&'static str, Pattern)>),
}

/// The forms of a text for a format (`what`) that has one plural for a whole text and no other choice. A
/// text that chooses nothing is the same in each form, where `plural` names what another
/// language chooses by.
///
/// # Errors
/// Where the text chooses by something else.
pub(super) fn forms(
    pattern: &Pattern,
    plural: Option<&str>,
    numbers: &Numbers,
    what: &str,
) -> Result<Forms, Why> {
    let mut said = Vec::new();
    for category in numbers.categories() {
        let mut text = Pattern::new();
        Forming { plural, numbers, what, category }.add(pattern, &mut text)?;
        said.push((category, text));
    }
    Ok(match plural {
        Some(_) => Forms::Plural(said),
        None => Forms::One(said.pop().map(|it| it.1).unwrap_or_default()),
    })
}

struct Forming<'a> {
    plural: Option<&'a str>,
    numbers: &'a Numbers,
    what: &'a str,
    category: &'static str,
}

impl Forming<'_> {
    fn add(&self, pattern: &Pattern, out: &mut Pattern) -> Result<(), Why> {
        for piece in pattern {
            match piece {
                Piece::Choice(choice) => self.add(self.chosen(choice)?, out)?,
                other => push(out, other.clone()),
            }
        }
        Ok(())
    }

    fn chosen<'c>(&self, choice: &'c Choice) -> Result<&'c Pattern, Why> {
        let (what, by) = (self.what, &choice.by);
        match (choice.among, self.plural) {
            (Among::Words, _) => {
                return Err(format!("{what} has no forms by words, as `${by}` is"));
            }
            (Among::Ordinals, _) => return Err(format!("{what} has no forms of ordinal numbers")),
            (Among::Cardinals, Some(plural)) if plural == by => {}
            (Among::Cardinals, Some(plural)) => {
                return Err(format!("{what} chooses once: by `${plural}`, and not by `${by}` too"));
            }
            (Among::Cardinals, None) => {
                return Err(format!("it chooses by `${by}`, and the source by no number"));
            }
        }
        let numbered = Numbered::of(choice, self.numbers)?.by_category(self.numbers, what)?;
        let its = numbered.categories.into_iter().find(|it| it.0 == self.category);
        its.map(|it| &it.1.text).ok_or_else(|| "there is nothing to choose from".to_owned())
    }
}
