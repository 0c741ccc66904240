//! Aligning two texts of which nothing is known.

use hexapla_engine::align::{Lexicon, Link, align, complete};
use hexapla_formats::{FieldRules, Format, extract};
use hexapla_model::Unit;
use proptest::prelude::*;

fn units(text: &str) -> Vec<Unit> {
    extract(Format::Markdown, text.as_bytes(), &FieldRules::default()).units
}

fn links(source: &str, target: &str) -> Vec<Link> {
    let (source, target) = (units(source), units(target));
    align(
        &source.iter().collect::<Vec<_>>(),
        &target.iter().collect::<Vec<_>>(),
        &Lexicon::default(),
        &[],
    )
}

/// Places of source and target, link by link.
fn places(links: &[Link]) -> Vec<(Vec<usize>, Vec<usize>)> {
    links
        .iter()
        .map(|link| (link.source.clone().collect(), link.target.clone().collect()))
        .collect()
}

fn pair(source: &[usize], target: &[usize]) -> (Vec<usize>, Vec<usize>) {
    (source.to_vec(), target.to_vec())
}

const SOURCE: &str = "# Talking with children\n\nAsk what they like about the game, and who plays with them.\n\n```sh\nrun --safe 3\n```\n\nCall [116 111](tel:116111) when you need advice from somebody who knows.\n";

#[test]
fn a_translation_is_linked_block_by_block() {
    let target = "# Mit Kindern sprechen\n\nFrag, was ihnen an dem Spiel gefällt, und wer mit ihnen spielt.\n\n```sh\nrun --safe 3\n```\n\nRuf [116 111](tel:116111) an, wenn du Rat von jemandem brauchst, der sich auskennt.\n";
    let links = links(SOURCE, target);
    let each: Vec<_> = (0..4).map(|at| pair(&[at], &[at])).collect();
    assert_eq!(places(&links), each);
    assert!(links[2].is_sure() && links[3].is_sure(), "{links:?}");
}

#[test]
fn a_paragraph_that_was_split_is_one_link() {
    let source = "The first sentence tells of 12 schools. The second one names Kigali and Lima, where the work began.\n\n## End\n";
    let target = "Der erste Satz erzählt von 12 Schulen.\n\nDer zweite nennt Kigali und Lima, wo die Arbeit begonnen hat.\n\n## Ende\n";
    assert_eq!(places(&links(source, target)), [pair(&[0], &[0, 1]), pair(&[1], &[2])]);
    assert_eq!(places(&links(target, source)), [pair(&[0, 1], &[0]), pair(&[2], &[1])]);
}

#[test]
fn a_page_about_something_else_is_never_surely_linked() {
    let other = "# Kochen für viele\n\nZwiebeln in Würfel schneiden und in reichlich Öl glasig dünsten, bis sie süß riechen, dann den Reis dazugeben.\n\n- Salz\n- Pfeffer\n\nEin langer Absatz über den Markt am Samstag, auf dem es im Herbst Kürbisse in allen Farben gibt.\n";
    let links = links(SOURCE, other);
    assert!(links.iter().all(|link| !link.is_sure()), "{links:?}");
}

#[test]
fn a_glossary_that_is_sorted_anew_is_linked_across_the_order() {
    let entries = [
        ("Abuse", "Maltrato", "harm, see [the law of 1989](/law) and `C-34`"),
        ("Helpline", "Ayuda", "a number such as 116 111, see [numbers](/numbers)"),
        ("Guardian", "Tutor", "an adult, see [family](/family), in 54 countries"),
        ("School", "Escuela", "a place of 2 kinds, see [schools](/schools)"),
        ("Witness", "Testigo", "who saw it, see [witnesses](/witness), form `W-7`"),
    ];
    let entry = |(name, text): (&str, &str)| format!("## {name}\n\n{text}\n\n");
    let source: String = entries.iter().map(|it| entry((it.0, it.2))).collect();
    let mut sorted = entries;
    sorted.sort_by_key(|it| it.1);
    let target: String = sorted.iter().map(|it| entry((it.1, it.2))).collect();
    let found = places(&links(&source, &target));
    for (at, it) in entries.iter().enumerate() {
        let place = sorted.iter().position(|other| other == it).expect("an entry");
        assert!(found.contains(&pair(&[2 * at + 1], &[2 * place + 1])), "{found:?}");
    }
}

#[test]
fn a_table_that_was_wrapped_to_a_paragraph_is_one_link() {
    let source = "| Land | Number |\n|---|---|\n| Ghana | [116](tel:116) |\n| Nepal | [1098](tel:1098) |\n\nThe end of it.\n";
    let target = "| País | Número |\n| Ghana | [116](tel:116) | Nepal |\n[1098](tel:1098) |\n\nEl final de esto.\n";
    assert_eq!(units(target).len(), 2, "the target's table is broken");
    assert_eq!(places(&links(source, target)), [pair(&[0, 1, 2], &[0]), pair(&[3], &[1])]);
}

#[test]
fn of_a_whole_nothing_is_left_alone() {
    let target = "# Mit Kindern sprechen\n\n```sh\nrun --safe 3\n```\n\nRuf [116 111](tel:116111) an, wenn du Rat von jemandem brauchst, der sich auskennt.\n\nMehr dazu steht in einem Heft, das es nur auf Deutsch gibt.\n";
    let whole = complete(&links(SOURCE, target));
    assert!(whole.iter().all(|link| !link.source.is_empty() && !link.target.is_empty()));
    assert_eq!(whole.iter().map(|link| link.source.len()).sum::<usize>(), 4);
    assert_eq!(whole.iter().map(|link| link.target.len()).sum::<usize>(), 4);
}

#[test]
fn long_pages_are_aligned_without_quadratic_time() {
    let page = |word: &str| -> String {
        (0..20_000).map(|at| format!("{word} {at} of [{at}](/p/{at})\n\n")).collect()
    };
    let found = links(&page("paragraph"), &page("Absatz"));
    assert_eq!(found.len(), 20_000);
    let same = "- nothing here tells one item from another\n".repeat(5_000);
    assert!(links(&same, &same).len() >= 5_000);
}

proptest! {
    #[test]
    fn every_block_is_in_exactly_one_link(
        source in "(# [ab]\n\n|[ab]{1,9} 1\n\n|- `x`\n|\\| [ab] \\| c \\|\n\\|---\\|---\\|\n|```\nx\n```\n\n){0,9}",
        target in "(# [ab]\n\n|[ab]{1,9} 1\n\n|- `x`\n|\\| [ab] \\| c \\|\n\\|---\\|---\\|\n|```\nx\n```\n\n){0,9}",
    ) {
        let found = links(&source, &target);
        let mut of_source: Vec<usize> = found.iter().flat_map(|it| it.source.clone()).collect();
        let mut of_target: Vec<usize> = found.iter().flat_map(|it| it.target.clone()).collect();
        of_source.sort_unstable();
        of_target.sort_unstable();
        prop_assert_eq!(of_source, (0..units(&source).len()).collect::<Vec<_>>());
        prop_assert_eq!(of_target, (0..units(&target).len()).collect::<Vec<_>>());
        prop_assert!(found.iter().all(|it| (0.0..=1.0).contains(&it.confidence)));
        prop_assert_eq!(&links(&source, &target), &found);
    }

    #[test]
    fn a_text_is_linked_to_itself(text in "(# [abcdef]{3,9}\n\n|[abcdef ]{4,30} 12\n\n|- `[xyz]{2,5}`\n){0,9}") {
        let found = links(&text, &text);
        prop_assert_eq!(found.iter().filter(|it| it.source == it.target).count(), found.len());
    }
}
