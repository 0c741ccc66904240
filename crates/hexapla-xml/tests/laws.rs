//! What holds of every document.

use hexapla_xml::{Document, Element, Node, Problem, is_xml, limits};
use proptest::prelude::*;

/// The root of a document, with all that is in it.
fn read(text: &str) -> Result<Option<Element>, Problem> {
    let mut document = Document::open(text)?;
    let Some(root) = document.root(|_| true)? else { return Ok(None) };
    let root = document.subtree(root)?;
    while document.next()?.is_some() {}
    Ok(Some(root))
}

fn root(text: &str) -> Element {
    read(text).expect("well-formed").expect("a root")
}

fn refused(text: &str) -> Problem {
    read(text).expect_err("refused")
}

/// Text and attribute values as markup.
fn markup(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

proptest! {
    /// Whatever is written, reading it ends, and what is wrong lies within it.
    #[test]
    fn reading_ends(parts in prop::collection::vec(
        prop::sample::select(vec![
            "<a>", "</a>", "<b c=\"d\">", "</b>", "<e/>", "text", "&amp;", "&#1;", "&x;", "<!--", "-->", "<![CDATA[",
            "]]>", "<!DOCTYPE a", "[", ">", "<?xml version=\"1.0\"?>", "<", "xmlns:x=\"y\"", "\u{e9}\u{301}", "\u{1}",
        ]), 0..24)) {
        let text = parts.concat();
        if let Err(problem) = read(&text) {
            prop_assert!(problem.at <= text.len() && !problem.message.is_empty());
        }
    }

    /// Text and values come back as they were meant, but for line ends, which XML takes for one kind.
    #[test]
    fn text_comes_back(text in "[ -~é€𝄞\n]{0,40}", value in "[ -~é€𝄞]{0,40}") {
        let read = root(&format!("<a b=\"{}\">{}</a>", markup(&value), markup(&text)));
        prop_assert_eq!(read.text(), text);
        prop_assert_eq!(read.attribute("b"), Some(value.as_str()));
    }

    /// A document type that only names itself changes nothing.
    #[test]
    fn a_name_of_a_document_type_is_passed_over(text in "[a-z ]{0,12}") {
        let document = format!("<a>{text}</a>");
        let typed = format!("<!DOCTYPE a SYSTEM \"a.dtd\">\n{document}");
        prop_assert_eq!(root(&document).text(), root(&typed).text());
    }
}

#[test]
fn what_could_grow_or_reach_out_is_refused() {
    let declared = "<!DOCTYPE a [<!ENTITY b \"cc\">]><a>&b;</a>";
    assert!(refused(declared).message.contains("document type"));
    assert!(refused("<a><!DOCTYPE a></a>").message.contains("document type"));
    assert!(refused("<a>&b;</a>").message.contains("the entity `b`"));
    assert!(refused("<a b='&b;'/>").message.contains("not well-formed"));
    assert!(refused("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>").message.contains("UTF-16"));
}

#[test]
fn characters_that_xml_does_not_hold_are_refused_however_they_are_written() {
    assert!(!is_xml('\u{1}') && is_xml('\t') && !is_xml('\u{ffff}'));
    for text in ["<a>\u{1}</a>", "<a>&#1;</a>", "<a b='&#1;'/>", "<a b='&#xFFFF;'/>"] {
        let problem = refused(text);
        assert!(problem.message.starts_with("U+"), "{text}: {}", problem.message);
    }
}

#[test]
fn a_document_has_one_root_and_an_end() {
    assert!(refused("<a/><b/>").message.contains("a second root"));
    assert!(refused("<a/>b").message.contains("expected an element"));
    assert!(refused("<a><b></b>").message.contains("ends before"));
    assert!(refused("").message.contains("ends before"));
}

#[test]
fn depth_and_size_are_bounded() {
    let deep = |depth: usize| "<a>".repeat(depth) + &"</a>".repeat(depth);
    assert!(read(&deep(limits::DEPTH)).is_ok());
    assert!(refused(&deep(limits::DEPTH + 1)).message.contains("within each other"));
    let wide = |count: usize| {
        let attributes: String = (0..count).map(|at| format!(" b{at}=\"c\"")).collect();
        format!("<a{attributes}/>")
    };
    assert!(read(&wide(limits::ATTRIBUTES)).is_ok());
    assert!(refused(&wide(limits::ATTRIBUTES + 1)).message.contains("attributes"));
    let many = format!("<a>{}</a>", "<b/>".repeat(limits::NODES));
    assert!(refused(&many).message.contains("parts in one `a`"));
}

#[test]
fn texts_that_are_one_are_read_as_one() {
    let children = root("<a>b&amp;<![CDATA[<c>]]>d<e/></a>").children;
    assert!(matches!(&children[..], [Node::Text(text), Node::Element(_)] if text == "b&<c>d"));
}
