//! Plural forms that are units of their own, as i18next and Rails write them.

#[allow(dead_code, reason = "the other laws need the rest")]
mod project;

use std::collections::{BTreeMap, BTreeSet};

use hexapla_engine::{Memory, Status, UnitStatus, assess, check, compose, fill};
use hexapla_formats::Format;
use hexapla_model::{Freshness, Locale, Progress, State};
use project::{Project, id};
use proptest::prelude::*;

use Format::{Json, Toml, Yaml};
use Freshness::{Current, Missing, Obsolete, Stale, Unverified};

/// What CLDR 47 says of these locales, cardinal and ordinal.
const LOCALES: [(&str, &[&str], &[&str]); 5] = [
    ("ar", &["zero", "one", "two", "few", "many", "other"], &["other"]),
    ("de", &["one", "other"], &["other"]),
    ("ja", &["other"], &["other"]),
    ("pl", &["one", "few", "many", "other"], &["other"]),
    ("it", &["one", "other"], &["many", "other"]),
];

fn name(format: Format, text: &str, category: &str) -> String {
    if format == Yaml { format!("{text}.{category}") } else { format!("{text}_{category}") }
}

/// A catalogue of texts in plural forms.
fn catalogue(format: Format, texts: &[(&str, Vec<(&str, String)>)]) -> String {
    let field = |text: &str, (category, says): &(&str, String)| match format {
        Json => format!("  \"{text}_{category}\": \"{says}\""),
        Yaml => format!("  {category}: \"{says}\"\n"),
        _ => format!("{text}_{category} = \"{says}\"\n"),
    };
    let fields = |(text, forms): &(&str, Vec<(&str, String)>)| -> Vec<String> {
        forms.iter().map(|form| field(text, form)).collect()
    };
    match format {
        Json => {
            format!("{{\n{}\n}}\n", texts.iter().flat_map(fields).collect::<Vec<_>>().join(",\n"))
        }
        Yaml => texts.iter().map(|it| format!("{}:\n{}", it.0, fields(it).concat())).collect(),
        _ => texts.iter().flat_map(fields).collect(),
    }
}

fn english(says: &str) -> Vec<(&'static str, String)> {
    vec![("one", format!("One {says}")), ("other", format!("{{{{count}}}} {says}s"))]
}

fn project(format: Format, source: &str, target: &str, locale: &str) -> Project {
    let mut project = Project::new(format, source, target);
    project.locale = locale.parse().expect("a tag");
    project
}

fn by_key(statuses: &[UnitStatus]) -> BTreeMap<String, Freshness> {
    let key = |it: &UnitStatus| it.key.as_ref().map(ToString::to_string).unwrap_or_default();
    statuses.iter().map(|it| (key(it), it.freshness)).collect()
}

fn all(
    format: Format,
    text: &str,
    forms: &[&str],
    freshness: Freshness,
) -> BTreeMap<String, Freshness> {
    forms.iter().map(|it| (name(format, text, it), freshness)).collect()
}

fn filled(project: &mut Project) {
    let snapshot = project.snapshot();
    let memory = Memory::of(&snapshot, &Status::of(&snapshot));
    let locale = project.locale.clone();
    let plan = fill(&snapshot, &project.who("mara"), &memory, &id(), &locale).expect("a plan");
    project.commit(plan);
}

fn case() -> impl Strategy<Value = (Format, usize, usize)> {
    let format = prop_oneof![Just(Json), Just(Yaml), Just(Toml)];
    (format, 0..LOCALES.len(), 1..5_usize)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever subset of its forms a target holds, the others are missing and none is obsolete.
    #[test]
    fn a_locale_is_asked_for_its_own_forms((format, locale, texts) in case(), held in any::<u8>()) {
        let (locale, forms, _) = LOCALES[locale];
        let names = ["a", "b", "c", "d"];
        let source: Vec<_> = names[..texts].iter().map(|it| (*it, english(it))).collect();
        let is_held = |at: usize| held >> at & 1 == 1;
        let target: Vec<_> = names[..texts].iter().map(|text| {
            let form = |(at, form): (usize, &&'static str)| is_held(at).then(|| (*form, format!("{form} of {text}")));
            (*text, forms.iter().enumerate().filter_map(form).collect::<Vec<_>>())
        }).filter(|it| !it.1.is_empty()).collect();
        let project = project(format, &catalogue(format, &source), &catalogue(format, &target), locale);
        let mut expected = BTreeMap::new();
        for text in &names[..texts] {
            for (at, form) in forms.iter().enumerate() {
                let stands = if is_held(at) { Unverified } else { Missing };
                expected.insert(name(format, text, form), stands);
            }
        }
        prop_assert_eq!(by_key(&project.statuses()), expected);
    }

    /// Filling makes every form that the locale needs, from the source's form of the category or
    /// else the one for `other`; filling again changes nothing. Once they are translated all are
    /// current, and a changed source makes stale just what it renders.
    #[test]
    fn filled_forms_are_translated_and_grow_stale((format, locale, texts) in case(), at in 0..4_usize) {
        let (locale, forms, _) = LOCALES[locale];
        let names = ["a", "b", "c", "d"];
        let mut source: Vec<_> = names[..texts].iter().map(|it| (*it, english(it))).collect();
        let mut project = project(format, &catalogue(format, &source), "", locale);
        filled(&mut project);
        let made = |text: &str| -> Vec<(&str, String)> {
            let [one, other] = <[_; 2]>::try_from(english(text)).expect("two forms");
            let says = |form: &&'static str| (*form, if *form == "one" { one.1.clone() } else { other.1.clone() });
            // Those that the source has come first, but for `other`.
            let (own, new): (Vec<_>, Vec<_>) = forms.iter().partition(|it| **it == "one");
            own.into_iter().chain(new).map(says).collect()
        };
        let expected: Vec<_> = names[..texts].iter().map(|it| (*it, made(it))).collect();
        prop_assert_eq!(&project.target, &catalogue(format, &expected));
        let before = project.target.clone();
        filled(&mut project);
        prop_assert_eq!(&project.target, &before);

        let translated: Vec<_> = names[..texts].iter().map(|text| {
            (*text, forms.iter().map(|it| (*it, format!("{{{{count}}}} {text} {it}"))).collect())
        }).collect();
        project.target = catalogue(format, &translated);
        project.accept_all("mara", State::Translated);
        let mut expected: BTreeMap<String, Freshness> = BTreeMap::new();
        for text in &names[..texts] {
            expected.extend(all(format, text, forms, Current));
        }
        prop_assert_eq!(by_key(&project.statuses()), expected.clone());

        let at = at % texts;
        source[at].1[1].1 = "{{count}} quite other things".to_owned();
        project.source = catalogue(format, &source);
        for form in forms.iter().filter(|it| **it != "one") {
            expected.insert(name(format, names[at], form), Stale);
        }
        prop_assert_eq!(by_key(&project.statuses()), expected.clone());
        project.see();
        project.accept_all("mara", State::Translated);
        prop_assert!(project.statuses().iter().all(UnitStatus::is_settled));
    }
}

#[test]
fn forms_of_ordinals_go_by_ordinal_categories() {
    let source = "{\"place_ordinal_one\": \"{{count}}st\", \"place_ordinal_two\": \"{{count}}nd\", \
                  \"place_ordinal_few\": \"{{count}}rd\", \"place_ordinal_other\": \"{{count}}th\"}";
    for (locale, _, ordinal) in LOCALES {
        let forms = if locale == "it" { &["many", "other"][..] } else { &["other"][..] };
        assert!(locale != "it" || ordinal == forms);
        let statuses = project(Json, source, "", locale).statuses();
        assert_eq!(by_key(&statuses), all(Json, "place_ordinal", forms, Missing), "{locale}");
    }
}

#[test]
fn zero_may_be_written_in_every_language() {
    let source = catalogue(Json, &[("a", english("a"))]);
    let target = "{\"a_zero\": \"nic\", \"a_other\": \"a\"}";
    let statuses = by_key(&project(Json, &source, target, "ja").statuses());
    assert_eq!(
        statuses,
        BTreeMap::from([("a_other".into(), Unverified), ("a_zero".into(), Unverified)])
    );
    let with_zero = source.replace("{\n", "{\n  \"a_zero\": \"None\",\n");
    let statuses = by_key(&project(Json, &with_zero, "", "ja").statuses());
    assert_eq!(statuses, all(Json, "a", &["other"], Missing));
    let statuses = by_key(&project(Json, &with_zero, "", "ar").statuses());
    assert_eq!(statuses, all(Json, "a", LOCALES[0].1, Missing));
}

#[test]
fn a_form_that_no_locale_of_the_pair_has_is_obsolete() {
    let source = catalogue(Json, &[("a", english("a"))]);
    let target = "{\"a_one\": \"x\", \"a_two\": \"y\", \"a_other\": \"z\"}";
    let statuses = by_key(&project(Json, &source, target, "de").statuses());
    assert_eq!(statuses["a_two"], Obsolete);
    // Where both have a form it is paired, whatever is said of the language.
    let statuses = by_key(&project(Json, &source, target, "ja").statuses());
    assert_eq!(statuses["a_one"], Unverified);
}

#[test]
fn forms_for_millions_may_be_there() {
    let source = catalogue(Json, &[("a", english("a"))]);
    let statuses = by_key(&project(Json, &source, "", "es").statuses());
    assert_eq!(statuses, all(Json, "a", &["one", "other"], Missing));
    let statuses = by_key(&project(Json, &source, "{\"a_many\": \"m\"}", "es").statuses());
    assert_eq!(statuses["a_many"], Unverified);
}

#[test]
fn keys_that_only_look_like_forms_are_texts() {
    for (format, source) in [
        (Json, "{\"step_one\": \"a\", \"step_two\": \"b\", \"step_other\": \"c\"}"),
        (Json, "{\"error_one\": \"a\", \"error_none\": \"b\"}"),
        (Json, "{\"error_other\": \"a\", \"error_none\": \"b\"}"),
        (Yaml, "tone:\n  one: a\n  other: b\n  mild: c\n"),
        (Yaml, "one: a\nother: b\n"),
    ] {
        let project = project(format, source, "", "ar");
        let keys: BTreeSet<String> = by_key(&project.statuses()).into_keys().collect();
        let snapshot = project.snapshot();
        let units = snapshot.resources[&id()].source_units();
        let own: BTreeSet<String> =
            units.iter().filter_map(|it| Some(it.key.as_ref()?.to_string())).collect();
        assert_eq!(keys, own, "{source}");
    }
}

#[test]
fn a_source_in_one_form_is_known_by_its_count() {
    let source = "{\"a_other\": \"{{count}} a\", \"error_other\": \"b\"}";
    let mut project = project(Json, source, "", "pl");
    project.source_locale = "ja".parse().expect("a tag");
    let mut expected = all(Json, "a", LOCALES[3].1, Missing);
    expected.insert("error_other".to_owned(), Missing);
    assert_eq!(by_key(&project.statuses()), expected);
}

#[test]
fn what_one_form_is_given_all_may_use_and_a_single_number_needs_no_figure() {
    let source = catalogue(Json, &[("a", english("a"))]);
    let found = |target: &str, locale: &str| -> Vec<(String, String)> {
        let mut project = project(Json, &source, target, locale);
        project.accept_all("mara", State::Translated);
        let snapshot = project.snapshot();
        let found = check(&snapshot, &Status::of(&snapshot)).findings.into_iter();
        found.map(|it| (it.unit.unwrap_or_default(), it.diagnostic.id.to_string())).collect()
    };
    let fine = "{\"a_zero\": \"w\", \"a_one\": \"{{count}} x\", \"a_two\": \"y\", \"a_few\": \"{{count}} z\"}";
    assert_eq!(found(fine, "ar"), []);
    let lacking = "{\"a_few\": \"z\", \"a_one\": \"{{name}}\"}";
    let expected = [("a_one", "placeable-extra"), ("a_few", "placeable-missing")];
    let mut found = found(lacking, "ar");
    found.sort_by(|a, b| b.cmp(a));
    assert_eq!(found, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
}

#[test]
fn a_regional_locale_takes_each_form_from_its_parent() {
    let source = catalogue(Json, &[("a", english("a"))]);
    let target =
        catalogue(Json, &[("a", LOCALES[3].1.iter().map(|it| (*it, format!("a {it}"))).collect())]);
    let mut project = project(Json, &source, &target, "pl");
    project.accept_all("mara", State::Translated);
    let mut snapshot = project.snapshot();
    let resource = snapshot.resources.get_mut(&id()).expect("a resource");
    let regional: Locale = "pl-US".parse().expect("a tag");
    let mut collection = (*resource.collection).clone();
    collection.locales.push(regional.clone());
    let chain = vec![project.locale.clone(), project.source_locale.clone()];
    collection.fallbacks.insert(regional.clone(), chain);
    resource.collection = collection.into();
    let resource = &snapshot.resources[&id()];
    let statuses = assess(&snapshot, &id(), resource).remove(&regional).expect("a locale");
    assert_eq!(by_key(&statuses), all(Json, "a", LOCALES[3].1, Current));
    let parent = Some(&project.locale);
    assert!(statuses.iter().all(|it| it.inherited.as_ref() == parent));
}

#[test]
fn a_release_holds_each_form() {
    for format in [Json, Yaml] {
        let source = catalogue(format, &[("a", english("a"))]);
        let translated = |forms: &[&'static str]| {
            catalogue(format, &[("a", forms.iter().map(|it| (*it, format!("a {it}"))).collect())])
        };
        let mut project = project(format, &source, &translated(&["one", "few", "other"]), "pl");
        project.accept_all("mara", State::Translated);
        let snapshot = project.snapshot();
        let status = Status::of(&snapshot);
        let shipping = hexapla_engine::Shipping::new(&snapshot, &status, &[]);
        let composed = compose(&snapshot, &shipping, "any", &Progress::default());
        let bundle = composed.bundles.iter().find(|it| it.locale == project.locale).expect("one");
        let text = String::from_utf8_lossy(&bundle.bytes);
        let released: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let form = |it: &str| match format {
            Json => released[format!("a_{it}")].clone(),
            _ => released["a"][it].clone(),
        };
        // What is not translated ships as the source has it, as every unit does.
        for (category, says) in
            [("one", "a one"), ("few", "a few"), ("many", "{{count}} as"), ("other", "a other")]
        {
            assert_eq!(form(category), says, "{category} of {text}");
        }
        let told: BTreeMap<&str, &Locale> =
            bundle.units.iter().map(|it| (&*it.address, &it.language)).collect();
        assert_eq!(told.len(), 4);
        let few = format!("pages/one#{}", name(format, "a", "few"));
        let many = format!("pages/one#{}", name(format, "a", "many"));
        assert_eq!(
            (told[few.as_str()], told[many.as_str()]),
            (&project.locale, &project.source_locale)
        );
    }
}
