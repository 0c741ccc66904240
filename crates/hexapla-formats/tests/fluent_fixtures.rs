//! The fixtures of the Fluent specification: every entry is read as the tree that they expect.

mod common;

use common::{corpus, files, merge_law};
use fluent_syntax::ast::{
    Attribute, CallArguments, Entry, Expression, Identifier, InlineExpression, NamedArgument,
    Pattern, PatternElement, Variant, VariantKey,
};
use hexapla_formats::{FieldRules, Format, extract};
use hexapla_model::Unit;
use serde_json::{Value, json};

#[test]
#[ignore = "needs the corpora, see CONTRIBUTING.md"]
fn every_fixture_is_read_as_the_tree_that_it_expects() {
    let (mut fixtures, mut entries, mut junk) = (0, 0, 0);
    for path in files(&corpus("fluent-fixtures"), "ftl") {
        let bytes = std::fs::read(&path).expect("a fixture");
        let json = std::fs::read(path.with_extension("json")).expect("an expected tree");
        let expected: Value = serde_json::from_slice(&json).expect("JSON");
        let body = expected["body"].as_array().expect("a body");
        merge_law(Format::Fluent, &bytes, &FieldRules::default());
        let found = extract(Format::Fluent, &bytes, &FieldRules::default());

        // Of two entries with one name only the first is a unit.
        let mut expected: Vec<&Value> = Vec::new();
        for entry in body.iter().filter(|it| it["type"] == "Message" || it["type"] == "Term") {
            if !expected.iter().any(|it| it["id"] == entry["id"] && it["type"] == entry["type"]) {
                expected.push(entry);
            }
        }
        let trees: Vec<Value> = found.units.iter().map(tree).collect();
        for (tree, entry) in trees.iter().zip(&expected) {
            assert_eq!(*tree, without_last_cr((*entry).clone()), "{}", path.display());
        }
        assert_eq!(trees.len(), expected.len(), "{}", path.display());

        // Junk is in no unit, and told of wherever some is expected.
        let text = std::str::from_utf8(&bytes).expect("text");
        let contents = body.iter().filter(|it| it["type"] == "Junk");
        let contents: Vec<&str> = contents.filter_map(|it| it["content"].as_str()).collect();
        let mut told = found.diagnostics.iter().filter(|it| it.id == "fluent-junk");
        assert_eq!(told.next().is_none(), contents.is_empty(), "{}", path.display());
        let mut at = 0;
        for content in contents {
            let start = at + text[at..].find(content).expect("junk of the fixture");
            at = start + content.trim_end().len();
            let within = |unit: &Unit| unit.span.start < at && start < unit.span.end;
            assert!(!found.units.iter().any(within), "{}: {content:?}", path.display());
            junk += 1;
        }
        fixtures += 1;
        entries += trees.len();
    }
    println!("{fixtures} fixtures, {entries} entries, {junk} pieces of junk");
    assert_eq!((fixtures, entries, junk), (39, 190, 104));
}

/// The tree without a lone CR at the end of a text, which the parser takes for white space: its
/// only departure from what the fixtures expect.
fn without_last_cr(mut entry: Value) -> Value {
    let elements = entry.pointer_mut("/value/elements").and_then(Value::as_array_mut);
    if let Some(Value::String(text)) = elements.and_then(|it| it.last_mut()?.get_mut("value")) {
        text.truncate(text.trim_end_matches('\r').len());
    }
    entry
}

/// A unit as the specification writes an entry: what its own text is read as, and its comment.
fn tree(unit: &Unit) -> Value {
    let resource = fluent_syntax::parser::parse(unit.text.as_str()).expect("valid syntax");
    let [entry] = resource.body.as_slice() else { panic!("{:?} is not one entry", unit.text) };
    let comment = unit.comment.as_ref();
    let comment = comment.map(|content| json!({ "type": "Comment", "content": content }));
    match entry {
        Entry::Message(message) => json!({
            "type": "Message",
            "id": id(&message.id),
            "value": message.value.as_ref().map(pattern),
            "attributes": list(&message.attributes, attribute),
            "comment": comment,
        }),
        Entry::Term(term) => json!({
            "type": "Term",
            "id": id(&term.id),
            "value": pattern(&term.value),
            "attributes": list(&term.attributes, attribute),
            "comment": comment,
        }),
        other => panic!("{other:?}"),
    }
}

fn list<T>(items: &[T], of: impl Fn(&T) -> Value) -> Value {
    items.iter().map(of).collect()
}

fn id(id: &Identifier<&str>) -> Value {
    json!({ "type": "Identifier", "name": id.name })
}

fn attribute(attribute: &Attribute<&str>) -> Value {
    json!({ "type": "Attribute", "id": id(&attribute.id), "value": pattern(&attribute.value) })
}

/// The specification joins neighbouring pieces of text.
fn pattern(pattern: &Pattern<&str>) -> Value {
    let mut elements: Vec<Value> = Vec::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => match elements.last_mut() {
                Some(last) if last["type"] == "TextElement" => {
                    let joined = format!("{}{value}", last["value"].as_str().expect("text"));
                    last["value"] = joined.into();
                }
                _ => elements.push(json!({ "type": "TextElement", "value": value })),
            },
            PatternElement::Placeable { expression: it } => elements.push(placeable(it)),
        }
    }
    json!({ "type": "Pattern", "elements": elements })
}

fn placeable(it: &Expression<&str>) -> Value {
    json!({ "type": "Placeable", "expression": expression(it) })
}

fn expression(expression: &Expression<&str>) -> Value {
    match expression {
        Expression::Inline(it) => inline(it),
        Expression::Select { selector, variants } => json!({
            "type": "SelectExpression",
            "selector": inline(selector),
            "variants": list(variants, variant),
        }),
    }
}

fn variant(variant: &Variant<&str>) -> Value {
    let key = match variant.key {
        VariantKey::Identifier { name } => json!({ "type": "Identifier", "name": name }),
        VariantKey::NumberLiteral { value } => json!({ "type": "NumberLiteral", "value": value }),
    };
    json!({
        "type": "Variant",
        "key": key,
        "value": pattern(&variant.value),
        "default": variant.default,
    })
}

fn inline(inline: &InlineExpression<&str>) -> Value {
    use InlineExpression as Inline;
    match inline {
        Inline::StringLiteral { value } => json!({ "type": "StringLiteral", "value": value }),
        Inline::NumberLiteral { value } => json!({ "type": "NumberLiteral", "value": value }),
        Inline::VariableReference { id: name } => {
            json!({ "type": "VariableReference", "id": id(name) })
        }
        Inline::FunctionReference { id: name, arguments: all } => {
            json!({ "type": "FunctionReference", "id": id(name), "arguments": arguments(all) })
        }
        Inline::MessageReference { id: name, attribute } => json!({
            "type": "MessageReference",
            "id": id(name),
            "attribute": attribute.as_ref().map(id),
        }),
        Inline::TermReference { id: name, attribute, arguments: all } => json!({
            "type": "TermReference",
            "id": id(name),
            "attribute": attribute.as_ref().map(id),
            "arguments": all.as_ref().map(arguments),
        }),
        Inline::Placeable { expression } => placeable(expression),
    }
}

fn arguments(arguments: &CallArguments<&str>) -> Value {
    let named = |it: &NamedArgument<&str>| json!({ "type": "NamedArgument", "name": id(&it.name), "value": inline(&it.value) });
    json!({
        "type": "CallArguments",
        "positional": list(&arguments.positional, inline),
        "named": list(&arguments.named, named),
    })
}
