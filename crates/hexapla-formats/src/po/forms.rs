//! Which number of `msgstr[n]` is which plural category of CLDR.
//!
//! A header says how many forms there are and, in a formula, which number takes which; CLDR says
//! of which category each number is. A form has the category that most of its numbers are of.

use std::collections::BTreeMap;

use hexapla_model::Locale;
use icu_plurals::PluralRules;

use crate::{plural_category, plural_rules};

use super::formula::Formula;
use super::header::field;

/// The category of each form, by its number; none where CLDR has none for it.
pub(crate) type Forms = Vec<Option<&'static str>>;

/// The numbers that categories are told by.
const WHOLE: std::ops::RangeInclusive<u64> = 0..=200;

/// Languages of which each tells its numbers apart in another way, to know a formula by where its
/// file names no language.
const KINDS: [&str; 16] = [
    "en", "ja", "fr", "ru", "cs", "ar", "sl", "lt", "lv", "ro", "ga", "gd", "cy", "mt", "br", "he",
];

/// The forms that a header names, of its own language.
///
/// # Errors
/// Where they cannot be told.
pub(super) fn of_header(header: &str) -> Result<Forms, String> {
    let plurals = field(header, "Plural-Forms").unwrap_or_default();
    if plurals.is_empty() || plurals.contains("INTEGER") {
        return Ok(vec![Some("one"), Some("other")]);
    }
    let Some((count, formula)) = read(plurals) else {
        return Err(format!("`{plurals}` is not a number of forms and a formula"));
    };
    let language = field(header, "Language").unwrap_or_default();
    let tag = language.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    let own = rules(&tag).and_then(|rules| named(count, &formula, &rules));
    if let Some((forms, _)) = own.as_ref().filter(|(forms, _)| !forms.contains(&None)) {
        return Ok(forms.clone());
    }
    // A language that is not named, or that CLDR has no rules for.
    let of = |tag: &&str| named(count, &formula, &rules(tag)?).filter(|(_, alike)| *alike);
    let alike = KINDS.iter().find_map(of);
    let forms = alike.or(own).map(|(forms, _)| forms);
    forms.ok_or_else(|| match tag.is_empty() {
        true => "expected the language in `Language`".to_owned(),
        false => format!("`{plurals}` gives numbers a form that it does not have"),
    })
}

fn read(plurals: &str) -> Option<(usize, Formula)> {
    let (count, formula) = plurals.split_once(';')?;
    let count = count.trim().strip_prefix("nplurals")?.trim_start().strip_prefix('=')?;
    let formula = formula.trim().trim_end_matches(';').trim_end();
    let formula = formula.strip_prefix("plural")?.trim_start().strip_prefix('=')?;
    let count = count.trim().parse().ok().filter(|it| (1..=16).contains(it))?;
    Some((count, Formula::read(formula)?))
}

/// The rules of CLDR for a tag, where it is of a language.
fn rules(tag: &str) -> Option<PluralRules> {
    plural_rules(&tag.parse().ok()?, false)
}

/// The categories of forms, and whether the formula parts numbers just as the rules do.
fn named(count: usize, formula: &Formula, rules: &PluralRules) -> Option<(Forms, bool)> {
    let mut together: BTreeMap<(usize, &'static str), usize> = BTreeMap::new();
    for n in WHOLE {
        let form = usize::try_from(formula.value(n)?).ok().filter(|it| *it < count)?;
        *together.entry((form, plural_category(rules.category_for(n)))).or_default() += 1;
    }
    let mut by_weight: Vec<_> = together.iter().map(|(pair, weight)| (*weight, *pair)).collect();
    by_weight.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    let mut forms: Forms = vec![None; count];
    for (_, (form, category)) in &by_weight {
        if forms[*form].is_none() && !forms.contains(&Some(category)) {
            forms[*form] = Some(category);
        }
    }
    let alike = forms.iter().flatten().count() == count && together.len() == count;
    // A form that no whole number takes is for fractions.
    let unused = (0..count).find(|form| !together.keys().any(|(it, _)| it == form));
    if let Some(form) = unused.filter(|_| !forms.contains(&Some("other"))) {
        forms[form] = Some("other");
    }
    Some((forms, alike))
}

/// `Plural-Forms` of languages, as gettext's own tools write them.
const KNOWN: [(&str, &str); 14] = [
    ("ja zh ko th id ms my lo km", "nplurals=1; plural=0;"),
    (
        "en de nl sv da nb nn no fi et hu el tr bg eu ka kk ky az uz mn sq sw ta te ml mr ur ne \
         or ps ku so af gl it es ca eo ast fo fy ha lb rm sd tk ug",
        "nplurals=2; plural=(n != 1);",
    ),
    ("fr pt hy hi bn fa am gu kn zu as pa ti vi", "nplurals=2; plural=(n > 1);"),
    ("he", "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);"),
    (
        "ru uk be sr hr bs",
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    ),
    ("pl", "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"),
    ("cs sk", "nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;"),
    (
        "lt",
        "nplurals=3; plural=(n%10==1 && (n%100<11 || n%100>19) ? 0 : n%10>=2 && (n%100<11 || n%100>19) ? 1 : 2);",
    ),
    (
        "lv",
        "nplurals=3; plural=(n%10==0 || (n%100>=11 && n%100<=19) ? 0 : n%10==1 && n%100!=11 ? 1 : 2);",
    ),
    ("ro", "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>=1 && n%100<=19) ? 1 : 2);"),
    ("sl", "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);"),
    (
        "ar",
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    ),
    ("ga", "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n>=3 && n<=6 ? 2 : n>=7 && n<=10 ? 3 : 4);"),
    ("cy", "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);"),
];

/// What stands in `Plural-Forms` of a catalogue in `locale`, where that is known: what its language has, or
/// another formula where CLDR has other rules for the region, as for `pt-PT`.
pub(super) fn of_locale(locale: &Locale) -> Option<&'static str> {
    let is_it = |languages: &str| languages.split_whitespace().any(|it| it == locale.language());
    let (_, own) = KNOWN.iter().find(|(languages, _)| is_it(languages))?;
    let rules = plural_rules(locale, false)?;
    let parts_alike = |plurals: &str| {
        let parted = read(plurals).and_then(|(count, formula)| named(count, &formula, &rules));
        parted.is_some_and(|(_, alike)| alike)
    };
    let mut all = std::iter::once(own).chain(KNOWN.iter().map(|(_, plurals)| plurals));
    Some(*all.find(|it| parts_alike(it)).unwrap_or(own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_formulas_part_whole_numbers_as_cldr_does() {
        let mut unlike = Vec::new();
        for (languages, plurals) in KNOWN {
            let (count, formula) = read(plurals).expect(plurals);
            for language in languages.split_whitespace() {
                let rules = rules(language).expect(language);
                let (forms, alike) = named(count, &formula, &rules).expect(language);
                if !alike {
                    unlike.push(format!("{language}: {forms:?}"));
                }
            }
        }
        assert_eq!(unlike, [""; 0]);
    }

    #[test]
    fn a_region_with_rules_of_its_own_has_another_formula_than_its_language() {
        let of = |tag: &str| of_locale(&tag.parse().expect(tag));
        let [more, other] = ["nplurals=2; plural=(n > 1);", "nplurals=2; plural=(n != 1);"];
        for tag in ["pt", "pt-BR", "fr-CA"] {
            assert_eq!(of(tag), Some(more), "{tag}");
        }
        for tag in ["pt-PT", "es-MX", "en"] {
            assert_eq!(of(tag), Some(other), "{tag}");
        }
        assert_eq!(of("chr"), None);
    }

    #[test]
    fn forms_have_the_categories_of_their_numbers() {
        let forms = |language: &str, plurals: &str| {
            let header = format!("Language: {language}\nPlural-Forms: {plurals}\n");
            of_header(&header)
                .map(|it| it.into_iter().map(|it| it.unwrap_or("-")).collect::<Vec<_>>())
        };
        let russian = "nplurals=4; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : n%10==0 || n%10>=5 || n%100>=11 ? 2 : 3);";
        for (language, plurals, expected) in [
            ("en", "nplurals=2; plural=(n != 1);", &["one", "other"][..]),
            ("", "nplurals=INTEGER; plural=EXPRESSION;", &["one", "other"]),
            ("ru_RU", russian, &["one", "few", "many", "other"]),
            (
                "sr@latin",
                &russian
                    .replace("=4", "=3")
                    .replace(": n%10==0 || n%10>=5 || n%100>=11 ? 2 : 3", ": 2"),
                &["one", "few", "other"],
            ),
            (
                "",
                "nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;",
                &["one", "few", "other"],
            ),
            ("fr", "nplurals=2; plural=n>1", &["one", "other"]),
            ("en", "nplurals=3; plural=n==1 ? 0 : n==7 ? 2 : 1;", &["one", "other", "-"]),
            (
                "lv",
                "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);",
                &["one", "other", "zero"],
            ),
        ] {
            assert_eq!(forms(language, plurals).expect(plurals), expected, "{language} {plurals}");
        }
        for plurals in
            ["nplurals=0; plural=0", "nplurals=1; plural=n", "many", "nplurals=2; plural=n !"]
        {
            assert!(forms("en", plurals).is_err(), "{plurals}");
        }
        assert!(forms("", "nplurals=2; plural=n==7").is_err());
    }
}
