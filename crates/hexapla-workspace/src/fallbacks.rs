//! Where a reader is sent when a text is not there.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use hexapla_model::Locale;

/// Configured chains, by the locale they begin at.
pub(crate) type Configured = BTreeMap<Locale, Vec<Locale>>;

/// The chain of each locale: as configured, else its truncations; the source locale last.
pub(crate) fn chains(locales: &[Locale], source: &Locale, configured: &Configured) -> Configured {
    let chain = |locale: &Locale| {
        let mut chain = next(locale, configured);
        chain.retain(|it| it != source);
        chain.push(source.clone());
        (locale.clone(), chain)
    };
    locales.iter().map(chain).collect()
}

/// The way on which readers of `start` are sent back to it, the shortest one; nothing where there
/// is none.
pub(crate) fn cycle(start: &Locale, configured: &Configured) -> Option<Vec<Locale>> {
    let mut ways = VecDeque::from([vec![start.clone()]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        for step in way.last().map(|it| next(it, configured)).unwrap_or_default() {
            if step == *start {
                return Some(way);
            }
            if seen.insert(step.clone()) {
                ways.push_back(way.iter().cloned().chain([step]).collect());
            }
        }
    }
    None
}

/// Where readers of a locale are sent, nearest first.
fn next(locale: &Locale, configured: &Configured) -> Vec<Locale> {
    let truncations = || std::iter::successors(locale.truncated(), Locale::truncated).collect();
    configured.get(locale).cloned().unwrap_or_else(truncations)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(text: &str) -> Locale {
        text.parse().expect(text)
    }

    fn configured(chains: &[(&str, &[&str])]) -> Configured {
        let chain =
            |(from, to): &(&str, &[&str])| (locale(from), to.iter().map(|it| locale(it)).collect());
        chains.iter().map(chain).collect()
    }

    #[test]
    fn chains_end_at_the_source() {
        let chains = chains(
            &[locale("es-MX"), locale("pt-BR"), locale("zh-Hant-TW")],
            &locale("en"),
            &configured(&[("pt-BR", &["pt-PT", "en", "pt"])]),
        );
        let chain =
            |text: &str| chains[&locale(text)].iter().map(Locale::as_str).collect::<Vec<_>>();
        assert_eq!(chain("es-MX"), ["es", "en"]);
        assert_eq!(chain("pt-BR"), ["pt-PT", "pt", "en"]);
        assert_eq!(chain("zh-Hant-TW"), ["zh-Hant", "zh", "en"]);
    }

    #[test]
    fn cycles_are_found_through_truncations() {
        let round = configured(&[("es", &["es-MX"])]);
        assert_eq!(cycle(&locale("es"), &round), Some(vec![locale("es"), locale("es-MX")]));
        let own = configured(&[("es", &["es"])]);
        assert_eq!(cycle(&locale("es"), &own), Some(vec![locale("es")]));
        let long = configured(&[("fr", &["it"]), ("it", &["es"]), ("es", &["fr"])]);
        assert_eq!(cycle(&locale("fr"), &long).map(|way| way.len()), Some(3));
        let fan = configured(&[("pt-BR", &["pt", "es"]), ("es", &["fr"]), ("pt", &["es"])]);
        assert_eq!(cycle(&locale("pt-BR"), &fan), None);
    }
}
