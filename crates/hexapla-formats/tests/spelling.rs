//! Front matter whose names are in another case than the chosen fields.

mod common;

use common::{merge_law, put_get_law};
use hexapla_formats::{FieldRules, Format, Insertion, extract, insert};

fn rules() -> FieldRules {
    let include = ["title", "linkTitle", "seo.text"].map(|it| it.parse().expect("a pattern"));
    FieldRules { include: include.to_vec(), ..FieldRules::default() }
}

fn read(text: &str) -> (Vec<(String, String)>, Vec<String>) {
    merge_law(Format::Markdown, text.as_bytes(), &rules());
    let found = extract(Format::Markdown, text.as_bytes(), &rules());
    let key =
        |it: hexapla_model::Unit| (it.key.map(|it| it.to_string()).unwrap_or_default(), it.text);
    let told = found.diagnostics.into_iter().map(|it| it.message.to_string()).collect();
    (found.units.into_iter().map(key).collect(), told)
}

#[test]
fn a_field_is_found_in_any_case_under_the_name_it_was_chosen_by() {
    for page in [
        "---\nTitle: One\nLINKTITLE: Two\nSeo:\n  text: Three\n---\n",
        "+++\nTitle = 'One'\nLINKTITLE = 'Two'\n[Seo]\ntext = 'Three'\n+++\n",
    ] {
        let (units, told) = read(page);
        let units: Vec<(&str, &str)> = units.iter().map(|(a, b)| (&**a, &**b)).collect();
        assert_eq!(units, [("title", "One"), ("linkTitle", "Two"), ("seo.text", "Three")]);
        assert_eq!(told, [""; 0]);
        put_get_law(Format::Markdown, page.as_bytes(), &rules(), 0, "Another");
    }
}

#[test]
fn the_exact_name_comes_first_and_two_spellings_are_told() {
    let (units, told) = read("---\nTitle: One\ntitle: Two\nother: a\nOther: b\n---\n");
    assert_eq!(units, [("title".to_owned(), "Two".to_owned())]);
    assert_eq!(told, ["`title` is `Title` once more in another spelling"]);
}

#[test]
fn a_new_field_is_spelled_as_the_source_does() {
    for (source, target, expected) in [
        (
            "---\nTitle: One\n---\n\nText.\n",
            "---\nx: 1\n---\n\nText.\n",
            "---\nTitle: Uno\nx: 1\n---\n\nText.\n",
        ),
        (
            "+++\nTitle = 'One'\n+++\n\nText.\n",
            "+++\nx = 1\n+++\n\nText.\n",
            "+++\nTitle = 'Uno'\nx = 1\n+++\n\nText.\n",
        ),
    ] {
        let new = [Insertion { source_index: 0, text: "Uno".to_owned(), form: None }];
        let (source, target) = (source.as_bytes(), target.as_bytes());
        let found = insert(Format::Markdown, source, target, &[(1, 0)], &new, &rules());
        let found = String::from_utf8(found.expect("a field")).expect("text");
        let lines = |text: &str| {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        assert_eq!(lines(&found), lines(expected));
    }
}
