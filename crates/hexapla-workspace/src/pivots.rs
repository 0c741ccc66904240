//! Which locales are translated from another translation.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_model::Locale;
use hexapla_terms::suggestion;
use toml::Spanned;

use crate::config_reader::Reader;
use crate::fallbacks::{Configured, cycle};

/// What a config says of pivots: for a locale, the one that it is made from.
type Written = BTreeMap<Spanned<String>, Spanned<String>>;

impl Reader {
    /// Reads the pivots of a collection: both of each pair are locales of it, and no locale is made
    /// from itself, neither by way of others nor by what a regional locale takes from its parent.
    pub(crate) fn pivots(
        &mut self,
        written: &Written,
        locales: &[Locale],
        source: &Locale,
        fallbacks: &Configured,
    ) -> BTreeMap<Locale, Locale> {
        let mut pivots = BTreeMap::new();
        for (made, from) in written {
            let made = self.translation(made, locales, source, ("no translation", ""));
            let others = ": every other locale is made from the source";
            let from = self.translation(from, locales, source, ("not of a translation", others));
            if let (Some(made), Some(from)) = (made, from) {
                pivots.insert(made, from);
            }
        }
        self.circles(written, &pivots, fallbacks);
        pivots
    }

    /// A locale of the collection that is no source; `told` ends the message and the hint where it
    /// is that of the source.
    fn translation(
        &mut self,
        text: &Spanned<String>,
        locales: &[Locale],
        source: &Locale,
        told: (&str, &str),
    ) -> Option<Locale> {
        let locale = self.locale(text)?;
        if locale == *source {
            let message = format!("`{locale}` is the locale of the source, {}", told.0);
            self.problem(text.span(), message, format!("take it out of `pivots`{}", told.1));
            return None;
        }
        if locales.contains(&locale) {
            return Some(locale);
        }
        let known: Vec<&str> = locales.iter().map(Locale::as_str).collect();
        let hint = format!("{}, or add it to `locales`", suggestion(locale.as_str(), &known));
        self.problem(text.span(), format!("`{locale}` is no locale of this collection"), hint);
        None
    }

    /// Tells of each circle once.
    fn circles(
        &mut self,
        written: &Written,
        pivots: &BTreeMap<Locale, Locale>,
        fallbacks: &Configured,
    ) {
        let parent = |locale: &Locale| {
            let mut chain = fallbacks.get(locale).into_iter().flatten();
            chain.find(|it| it.same_language(locale) && fallbacks.contains_key(it)).cloned()
        };
        let next = |locale: &Locale| pivots.get(locale).cloned().into_iter().chain(parent(locale));
        let steps: Configured =
            fallbacks.keys().map(|it| (it.clone(), next(it).collect())).collect();
        let mut told = BTreeSet::new();
        for made in written.keys() {
            let locale = made.get_ref().parse().ok();
            let locale = locale.filter(|it| pivots.contains_key(it) && !told.contains(it));
            let Some(way) = locale.and_then(|it| cycle(&it, &steps)) else { continue };
            self.problem(made.span(), circle(&way), "take one of them out of `pivots`");
            told.extend(way);
        }
    }
}

fn circle(way: &[Locale]) -> String {
    match way {
        [locale, others @ ..] if !others.is_empty() => {
            let others: Vec<String> = others.iter().map(|it| format!("`{it}`")).collect();
            format!("`{locale}` is made from itself by way of {}", others.join(" and "))
        }
        way => {
            let locale = way.first().map(ToString::to_string).unwrap_or_default();
            format!("`{locale}` is made from itself")
        }
    }
}
