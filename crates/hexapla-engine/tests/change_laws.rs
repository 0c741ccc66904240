//! Laws of what a change is, and of what is made of it without a person.

#[allow(dead_code, reason = "not every law needs it")]
mod project;

use hexapla_engine::change::{
    ChangeClass, ChangePolicy, Passage, Patch, affected, changed_words, classify, effort, patch,
    ready,
};
use hexapla_engine::{Decision, Item, decide};
use hexapla_formats::{FieldRules, Format, extract};
use hexapla_ledger::Origin;
use hexapla_model::{Freshness, State, UnitKind};
use project::{Project, id, locale, translated};
use proptest::prelude::*;

fn passage(text: &str) -> Passage {
    Passage::of(&extract(Format::Markdown, text.as_bytes(), &FieldRules::default()).units)
}

fn class(old: &str, new: &str) -> Option<ChangeClass> {
    classify(&passage(old), &passage(new))
}

/// Pieces that texts are made of: words of several scripts, numbers, marks, code, links.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z]{1,5}",
        1 => "[A-Z][a-z]{0,3}",
        1 => "[0-9]{1,3}",
        1 => prop::sample::select(vec!["not", "don't", "ไม่", "รู้", "不", "知道", "لا", "ない"]).prop_map(str::to_owned),
        1 => prop::sample::select(vec![",", ".", "!", "-", "“", "(", "%", "€", "/", "…"]).prop_map(str::to_owned),
        1 => prop::sample::select(vec!["**so**", "*so*", "`so`", "[so](a.md)", "~~so~~", "km", "mi"]).prop_map(str::to_owned),
    ]
}

fn text() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(piece(), 1..14)
}

/// Everything that a reader reads: letters without case, digits and signs.
fn read(text: &str) -> String {
    let plain = text.replace("don’t", "don't");
    let read = |c: &char| c.is_alphanumeric() || "%€/".contains(*c);
    plain.chars().filter(read).flat_map(char::to_lowercase).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_same_text_is_no_change(pieces in text()) {
        let text = pieces.join(" ");
        prop_assert_eq!(class(&text, &text), None);
        let passage = passage(&text);
        prop_assert_eq!((effort(&passage, &passage), changed_words(&passage, &passage)), (0, 0));
    }

    #[test]
    fn a_change_is_as_grave_as_its_way_back(old in text(), new in text(), glue in prop::bool::ANY) {
        let glue = if glue { " " } else { "" };
        let (old, new) = (old.join(glue), new.join(glue));
        prop_assert_eq!(class(&old, &new), class(&new, &old), "{} → {}", old, new);
    }

    /// Whatever is done to a text: what is called small changes nothing that is read.
    #[test]
    fn a_small_change_leaves_all_that_is_read(
        pieces in text(), other in piece(), at in any::<prop::sample::Index>(),
        to in any::<prop::sample::Index>(), edit in 0..5_u8, glue in prop::bool::ANY,
    ) {
        let mut edited = pieces.clone();
        let (at, to) = (at.index(pieces.len()), to.index(pieces.len()));
        match edit {
            0 => edited[at] = other,
            1 => edited.insert(at, other),
            2 => drop(edited.remove(at)),
            3 => edited.swap(at, to),
            _ => edited[at] = edited[at].to_uppercase(),
        }
        let glue = if glue { " " } else { "" };
        let (old, new) = (pieces.join(glue), edited.join(glue));
        if class(&old, &new).is_some_and(ChangeClass::is_small) {
            // What Markdown takes for a list's number is no text.
            let [old, new] = [&old, &new].map(|text| passage(text).text());
            prop_assert_eq!(read(&old), read(&new), "{} → {}", old, new);
        }
    }

    /// Edits that are never small, wherever they are made.
    #[test]
    fn a_grave_change_is_never_called_small(
        pieces in text(), at in any::<prop::sample::Index>(),
        pair in prop::sample::select(vec![
            ("", "not"), ("can", "cannot"), ("30", "31"), ("116 111", "116 000"), ("km", "mi"),
            ("5 €", "5 $"), ("May", "June"), ("Anna", "Hanna"), ("`a`", "`b`"), ("知道", "不知道"),
            ("รู้", "ไม่รู้"), ("", "لا"), ("kein", "ein"), ("30", "３０"), ("~~so~~", "so"),
            ("[so](tel:112)", "[so](tel:113)"), ("5", "-5"), ("US", "us"),
        ]),
    ) {
        let at = at.index(pieces.len() + 1);
        let with = |what: &str| {
            let mut all = pieces.clone();
            all.insert(at, what.to_owned());
            all.join(" ")
        };
        let class = class(&with(pair.0), &with(pair.1)).expect("a change");
        prop_assert!(!class.is_small() && class != ChangeClass::Link, "{:?}: {}", pair, class);
    }

    #[test]
    fn wrapping_is_layout(pieces in prop::collection::vec("[a-z]{2,6}", 2..12), at in any::<prop::sample::Index>()) {
        let at = at.index(pieces.len() - 1) + 1;
        let wrapped = format!("{}\n{}", pieces[..at].join(" "), pieces[at..].join(" "));
        prop_assert_eq!(class(&pieces.join(" "), &wrapped), Some(ChangeClass::Layout));
    }

    /// A patched target differs from the target in the value alone.
    #[test]
    fn a_patch_changes_the_value_and_nothing_else(
        words in prop::collection::vec("[a-z]{2,6}", 2..8), other in prop::collection::vec("[a-z]{2,6}", 2..8),
        at in any::<prop::sample::Index>(), there in any::<prop::sample::Index>(),
        pair in prop::sample::select(vec![
            ("30", "31"), ("`ab.txt`", "`cd.txt`"), ("[it](ab.md)", "[it](cd.md#e)"), ("![it](a.png)", "![it](b.png)"),
        ]),
        twice in prop::bool::ANY,
    ) {
        let with = |words: &[String], at: usize, what: &str| {
            let mut all = words.to_vec();
            all.insert(at, what.to_owned());
            all.join(" ")
        };
        let (at, there) = (at.index(words.len()), there.index(other.len()));
        let (old, new) = (with(&words, at, pair.0), with(&words, at, pair.1));
        let (target, expected) = (with(&other, there, pair.0), with(&other, there, pair.1));
        let patched = |target: &str| patch(&passage(&old), &passage(&new), &passage(target));
        prop_assert_eq!(patched(&target), Some(Patch::Changed(expected.clone())));
        prop_assert_eq!(patched(&expected), Some(Patch::Applied));
        prop_assert_eq!(patched(&other.join(" ")), None);
        if twice {
            prop_assert_eq!(patched(&format!("{target} {}", pair.0)), None, "which one?");
        }
        prop_assert_eq!(patch(&passage(&words.join(" ")), &passage(&new), &passage(&target)), match pair.0 {
            "30" => Some(Patch::Added),
            _ if pair.0.starts_with('`') => Some(Patch::Added),
            _ => None,
        });
    }

    #[test]
    fn guesses_lie_within_the_target(old in text(), new in text(), target in text()) {
        let target = format!("{}. {}.", target.join(" "), target.join(""));
        let places = affected(&passage(&old.join(" ")), &passage(&new.join(" ")), &passage(&target));
        for place in places {
            let text = passage(&target).text();
            prop_assert!(text.get(place.clone()).is_some(), "{:?} of {}", place, text);
        }
    }

    #[test]
    fn effort_counts_sentences_and_never_less_than_the_new_words(old in text(), new in text()) {
        let (old, new) = (passage(&old.join(" ")), passage(&new.join(" ")));
        prop_assert!(effort(&old, &new) >= changed_words(&old, &new).min(1));
        let all = effort(&passage(""), &new);
        prop_assert!(effort(&old, &new) <= all && changed_words(&old, &new) <= all);
    }
}

/// What is done to a block, and whether it may be carried.
const EDITS: [(&str, &str, bool); 9] = [
    ("w", "not w", false),
    ("4", "5", false),
    ("`", "`x", false),
    (" end", ", end", false),
    (" end", " **end**", false),
    (" end", " End", false),
    ("a.md", "b.md", false),
    (" end", "  \nend", true),
    (" end", "", false),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Of a page with random edits exactly the blocks whose layout changed are carried, no byte of
    /// the target changes, and every other block stands as it stood.
    #[test]
    fn nothing_is_falsely_carried(edits in prop::collection::vec(prop::option::of(0..EDITS.len()), 2..16)) {
        let letters = |at: usize| char::from(b'a' + u8::try_from(at).expect("few"));
        let block = |at: usize| format!("w{0}{0} `c{0}` says [so](a.md) x{0}z 4 times{0} end", letters(at));
        let blocks: Vec<String> = (0..edits.len()).map(block).collect();
        let source = blocks.join("\n\n");
        let mut project = Project::new(Format::Markdown, &source, &translated(&source));
        project.accept_all("mara", State::Reviewed);
        let edited = edits.iter().zip(&blocks).map(|(edit, block)| match edit {
            Some(edit) => block.replacen(EDITS[*edit].0, EDITS[*edit].1, 1),
            None => block.clone(),
        });
        project.source = edited.collect::<Vec<_>>().join("\n\n");
        let target = project.target.clone();
        carry(&mut project);
        prop_assert_eq!(&project.target, &target);
        let expected: Vec<Freshness> = edits
            .iter()
            .map(|edit| match edit {
                Some(edit) if !EDITS[*edit].2 => Freshness::Stale,
                _ => Freshness::Current,
            })
            .collect();
        prop_assert_eq!(project.freshness(), expected);
        let carried = project.acts.len();
        carry(&mut project);
        prop_assert_eq!(project.acts.len(), carried, "repeating it changes nothing");
        project.source = source;
        prop_assert!(project.standing().iter().all(|(it, ..)| *it == Freshness::Current), "a revert restores");
    }
}

/// Carries all that the workflow lets, as one act.
fn carry(project: &mut Project) {
    let snapshot = project.snapshot();
    let resource = &snapshot.resources[&id()];
    let mut items = Vec::new();
    for status in project.statuses() {
        let ready = ready(&snapshot, &id(), resource, &locale(), &status);
        let Some(ready) = ready.filter(|it| it.policy == ChangePolicy::Carry) else { continue };
        let decision =
            Decision::Accept { text: ready.text, state: ready.state, origin: Origin::Carried };
        items.push(Item { resource: id(), locale: locale(), status, decision });
    }
    let plan = decide(&snapshot, &project.who("rule"), &items).expect("a plan");
    project.commit(plan);
}

#[test]
fn a_split_paragraph_is_no_layout() {
    let mut project =
        Project::new(Format::Markdown, "One here now. Two there then.\n", "Uno. Dos.\n");
    project.accept_all("mara", State::Translated);
    project.source = "One here now.\n\nTwo there then.\n".into();
    carry(&mut project);
    assert!(
        project.freshness().contains(&Freshness::Stale)
            || project.freshness().contains(&Freshness::Missing)
    );
}

#[test]
fn effort_is_that_of_the_sentences_that_changed() {
    let (old, new) =
        ("One is here. Two are there. Three wait.", "One is here. Two stay there.\nThree wait.");
    let (old, new) = (passage(old), passage(new));
    assert_eq!((effort(&old, &new), changed_words(&old, &new)), (3, 1));
    let swapped = passage("Two are there. One is here. Three wait.");
    assert_eq!(effort(&old, &swapped), 0, "nothing in it is new");
    assert_eq!(effort(&old, &passage("這裡。那裡。")), 2);
}

#[test]
fn the_part_that_is_concerned_is_guessed() {
    let guess = |old: &str, new: &str, target: &str| -> Vec<String> {
        let target = passage(target);
        let text = target.text();
        let places = affected(&passage(old), &passage(new), &target);
        places.into_iter().map(|place| text[place].to_owned()).collect()
    };
    let three = ("We are here. Call 112 now. We listen.", "Aquí estamos. Llama al 112. Te oímos.");
    assert_eq!(guess(three.0, "We are here. Call 113 now. We listen.", three.1), ["Llama al 112."]);
    assert_eq!(guess(three.0, "We are here. Call 112 now. We hear.", three.1), ["Te oímos."]);
    assert_eq!(
        guess(three.0, "We are here. Call 113 now. We listen.", "Aquí. Sí. Al 112. Oímos."),
        ["Al 112."]
    );
    assert_eq!(
        guess(three.0, "We are here. Call 112 now. We hear.", "Aquí. Llama al 112."),
        Vec::<String>::new()
    );
    assert_eq!(guess("We are here.", "We were here.", "Aquí estamos."), Vec::<String>::new());
    let arabic = "نحن هنا. اتصل على 112. نسمعك.";
    assert_eq!(guess(three.0, "We are here. Call 113 now. We listen.", arabic), ["اتصل على 112."]);
    assert_eq!(guess("One is 1. Two.", "One is 2. Two.", "一是1。二。"), ["一是1。"]);
}

#[test]
fn a_row_points_at_its_cell() {
    let row = |text: &str| Passage::new(UnitKind::TableRow, text, Vec::new());
    let target = row("| puerta | 30 días |");
    let places = affected(&row("| door | 30 days |"), &row("| door | 30 weeks |"), &target);
    assert_eq!(
        places.into_iter().map(|it| target.text()[it].to_owned()).collect::<Vec<_>>(),
        ["30 días"]
    );
}

#[test]
fn a_value_that_is_not_certain_is_left_to_a_person() {
    let patched =
        |old: &str, new: &str, target: &str| patch(&passage(old), &passage(new), &passage(target));
    let changed = |text: &str| Some(Patch::Changed(text.to_owned()));
    // Both change at once, each into the other.
    assert_eq!(patched("3 of 5", "5 of 3", "3 de 5"), changed("5 de 3"));
    // One of two equal values changed.
    assert_eq!(patched("5 of 5", "4 of 5", "5 de 5"), None);
    assert_eq!(patched("5 of 5", "4 of 4", "5 de 5"), changed("4 de 4"));
    // Written in another way in the target.
    assert_eq!(patched("1,000 doors", "2,000 doors", "1.000 puertas"), None);
    assert_eq!(patched("3 doors", "4 doors", "tres puertas"), None);
    // A sign, a word, a title: more than the value changed.
    assert_eq!(patched("5 doors", "-6 doors", "5 puertas"), None);
    assert_eq!(patched("5 doors", "6 gates", "5 puertas"), None);
    assert_eq!(patched("[a](b \"c\")", "[a](d \"e\")", "[a](b \"c\")"), None);
    assert_eq!(patched("[a](b \"c\")", "[a](d \"c\")", "[x](b \"y\")"), changed("[x](d \"y\")"));
    // What would need other marks around it.
    assert_eq!(patched("[a](b)", "[a](<c d>)", "[x](b)"), None);
    assert_eq!(patched("`a` it", "``b`c`` it", "`a` eso"), None);
    // A telephone number in text and address.
    let row = |number: &str| format!("Call [{number}](tel:{number})");
    assert_eq!(
        patched(&row("114"), &row("19696"), "Llama al [114](tel:114)"),
        changed("Llama al [19696](tel:19696)")
    );
    assert_eq!(patched("Read this", "Read [this](a)", "Lee esto"), Some(Patch::Added));
}

#[test]
fn references_are_resolved() {
    let page = |text: &str| format!("{text}\n\n[p]: /a\n");
    assert_eq!(class(&page("See [this][p]."), &page("See [this](/a).")), Some(ChangeClass::Layout));
    assert_eq!(class(&page("See [this][p]."), &page("See [this](/b).")), Some(ChangeClass::Link));
}
