//! Documents as HTML: what a reader's browser gets.

use std::ops::Range;

use hexapla_formats::{FieldRules, Format, Images, extract, to_html, unit_images, unit_to_html};
use hexapla_model::{Locale, UnitKind};
use proptest::prelude::*;

fn locale(tag: &str) -> Locale {
    tag.parse().expect("a tag")
}

/// The HTML of a page in Spanish in which the units that hold `foreign` are in another language.
fn html(text: &str, foreign: &[(&str, &str)]) -> String {
    let units = extract(Format::Markdown, text.as_bytes(), &FieldRules::default()).units;
    let part = |span: &Range<usize>| {
        let found = foreign.iter().find(|(word, _)| text[span.clone()].contains(word));
        (span.clone(), locale(found.map_or("es", |(_, tag)| tag)))
    };
    let parts: Vec<_> = units.iter().map(|unit| part(&unit.span)).collect();
    to_html(text, &locale("es"), &parts)
}

fn within(html: &str) -> &str {
    let open = "<article lang=\"es\" dir=\"ltr\">\n";
    html.strip_prefix(open).and_then(|it| it.strip_suffix("</article>\n")).expect("an article")
}

#[test]
fn every_block_in_another_language_says_so() {
    let text = "---\ntitle: T\n---\n\n# Hola {#top}\n\nThe *first* part.\n\nDos.\n\n- uno\n- three\n  - cuatro\n\n> quoted\n\n| a | b |\n|---|--:|\n| x | foreign |\n\n```sh\nls\n```\n";
    let made = html(
        text,
        &[("first", "en"), ("three", "ar"), ("quoted", "en"), ("foreign", "en"), ("ls", "en")],
    );
    let expected = r#"<h1 id="top">Hola</h1>
<p lang="en" dir="ltr">The <em>first</em> part.</p>
<p>Dos.</p>
<ul>
<li>uno</li>
<li><span lang="ar" dir="rtl">three</span>
<ul>
<li>cuatro</li>
</ul>
</li>
</ul>
<blockquote>
<p lang="en" dir="ltr">quoted</p>
</blockquote>
<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>
<tr><td><span lang="en" dir="ltr">x</span></td><td><span lang="en" dir="ltr">foreign</span></td></tr>
</tbody></table>
<pre lang="en" dir="ltr"><code class="language-sh">ls
</code></pre>
"#;
    assert_eq!(within(&made), expected);
}

#[test]
fn documents_lead_to_each_others_html() {
    let links = [
        ("[a](b.md)", "b.html"),
        ("[a](../c/b.md#x)", "../c/b.html#x"),
        ("[a](https://example.org/b.md)", "https://example.org/b.md"),
        ("[a](//example.org/b.md)", "//example.org/b.md"),
        ("[a](b.pdf)", "b.pdf"),
        ("[a](tel:116111)", "tel:116111"),
    ];
    for (text, to) in links {
        assert!(html(text, &[]).contains(&format!("href=\"{to}\"")), "{}", html(text, &[]));
    }
}

/// What runs, loads, asks or covers a page.
const HOSTILE: [&str; 26] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java\tscript:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:x)",
    "![a](javascript:alert(1))",
    "<a href=\"&#106;avascript:alert(1)\">a</a>",
    "<svg onload=alert(1)>",
    "<iframe src=//evil></iframe>",
    "<style>*{display:none}</style>",
    "<p style=\"position:fixed\">a</p>",
    "<form action=//evil><input name=q></form>",
    "<base href=//evil>",
    "<meta http-equiv=refresh content=0>",
    "<link rel=stylesheet href=//evil>",
    "<object data=x></object>",
    "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "</article><script>alert(1)</script>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<template><script>alert(1)</script></template>",
    "# a {#x\" onclick=alert(1)}",
    "```x\" onclick=\"alert(1)\ncode\n```",
];

/// Whether nothing in it runs: no tag that does, no handler, no address that is a program. Text is
/// no tag, so only what stands in tags is looked at.
fn is_harmless(html: &str) -> bool {
    let tags = html.split('<').skip(1).filter_map(|it| it.split_once('>')).map(|(tag, _)| tag);
    tags.map(str::to_lowercase).all(|tag| {
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        let bad = ["script", "style", "iframe", "form", "input", "base", "meta", "link", "object"];
        let bad = bad.contains(&name) || ["svg", "math", "template", "noscript"].contains(&name);
        let attributes = tag.split('"').step_by(2).collect::<String>();
        let values = ["javascript:", "vbscript:", "data:"];
        !bad && !attributes.contains(" on")
            && !attributes.contains(" style")
            && !values.iter().any(|it| tag.contains(&format!("=\"{it}")))
    })
}

#[test]
fn nothing_runs_in_a_page() {
    for text in HOSTILE {
        for page in [text.to_owned(), format!("a {text} b\n"), format!("> - {text}\n")] {
            for foreign in [&[][..], &[("a", "ar")]] {
                let made = html(&page, foreign);
                assert!(is_harmless(&made), "{page}: {made}");
                assert_eq!(made.matches("</article>").count(), 1, "{page}: {made}");
            }
        }
    }
}

proptest! {
    #[test]
    fn any_text_becomes_a_harmless_page(
        pieces in prop::collection::vec(
            prop_oneof![
                prop::sample::select(&HOSTILE[..]).prop_map(str::to_owned),
                "[a-z<>\"'&#=/:()\\[\\]*_`|~! \n-]{0,12}",
                any::<String>(),
            ],
            0..8,
        ),
    ) {
        let text = pieces.concat();
        prop_assert!(is_harmless(&html(&text, &[("a", "ar")])));
    }
}

#[test]
fn a_block_that_is_looked_at_runs_nothing_and_leads_nowhere() {
    let read = |text: &str| unit_to_html(text, UnitKind::Paragraph, &Images::new());
    assert_eq!(read("A *word*."), "<p>A <em>word</em>.</p>\n");
    // That some images are shown lets nothing else through.
    let some = Images::from([("here.png".to_owned(), "/shown?a=1&b=2".to_owned())]);
    for text in [
        "[a](javascript:alert(1))",
        "[a](https://evil.example)",
        "![a](https://evil.example/x.png)",
        "<script>alert(1)</script>a",
        "<img src=x onerror=alert(1)>a",
        "<img src=x srcset=https://evil.example/x>a",
        "<a href=\"/undo\" onclick=\"alert(1)\">a</a>",
        "<picture><source srcset=https://evil.example/x><img src=y></picture>a",
    ] {
        let more = format!("{text} <img src=here.png onerror=alert(1) style=x srcset=y>");
        let with = unit_to_html(&more, UnitKind::Paragraph, &some);
        assert_eq!(with.matches("src=\"/shown?a=1&amp;b=2\"").count(), 1, "{text}: {with}");
        let with = with.replace("src=\"/shown?a=1&amp;b=2\"", "");
        for html in [read(text), with] {
            for word in ["href", "src", "script", "alert", "onclick", "onerror", "style"] {
                assert!(!html.contains(word), "{text}: {html}");
            }
            assert!(html.contains('a'), "{text}: {html}");
        }
    }
}

#[test]
fn of_the_images_of_a_block_those_are_shown_that_are_known() {
    let known = [("a b.png", "/at/1"), ("c.png", "/at/2")];
    let known: Images = known.map(|(of, at)| (of.to_owned(), at.to_owned())).into();
    for (text, expected) in [
        ("![A](<a b.png>)", "<p><img src=\"/at/1\" alt=\"A\"></p>\n"),
        ("![A](c.png \"T\")!", "<p><img src=\"/at/2\" alt=\"A\">!</p>\n"),
        ("![*A* b](d.png)", "<p><em>A</em> b</p>\n"),
        ("![A ![c](c.png)](d.png)", "<p>A <img src=\"/at/2\" alt=\"c\"></p>\n"),
        ("[![A](c.png)](x)", "<p><a><img src=\"/at/2\" alt=\"A\"></a></p>\n"),
        ("<b><img src=\"c.png\" alt=C>x</b>", "<p><b><img src=\"/at/2\" alt=\"C\">x</b></p>\n"),
        (
            "![A](c.png) <img src=\"d.png\" alt=D>",
            "<p><img src=\"/at/2\" alt=\"A\"> <img alt=\"D\"></p>\n",
        ),
    ] {
        assert_eq!(unit_to_html(text, UnitKind::Paragraph, &known), expected, "{text}");
    }
    let found = |text: &str| unit_images(text, UnitKind::Paragraph);
    assert_eq!(
        found("![A](<a b.png>) <IMG src='c.png'> ![](c.png) `![x](d.png)`"),
        ["a b.png", "c.png"]
    );
    assert_eq!(unit_images("<p><img src=\"e.png\"></p>", UnitKind::Markup), ["e.png"]);
    assert_eq!(unit_images("| x | ![A](f.png) |", UnitKind::TableRow), ["f.png"]);
    assert!(unit_images("![A](c.png)", UnitKind::CodeBlock).is_empty());
    assert!(found("no ![image] <img>").is_empty());
}

#[test]
fn each_kind_of_unit_looks_as_readers_see_it() {
    let read = |text: &str, kind| unit_to_html(text, kind, &Images::new());
    let row = "<table><tbody>\n<tr><td>*a*</td><td>b</td></tr>\n</tbody></table>\n";
    let row = row.replace("*a*", "<em>a</em>");
    for text in ["| *a* | b |", "*a* | b"] {
        assert_eq!(read(text, UnitKind::TableRow), row, "{text}");
    }
    let one = read("| a \\| b |", UnitKind::TableRow);
    assert!(one.contains("<td>a | b</td>") && !one.contains("<th"), "{one}");
    for text in ["", "|", "||", "\\", "| a\nb", "| <script>x</script> |"] {
        let html = read(text, UnitKind::TableRow);
        assert!(!html.contains("<script") && !html.contains("<th"), "{text}: {html}");
    }
    let code = read("# a <b> *c*", UnitKind::CodeBlock);
    assert_eq!(code, "<pre><code># a &lt;b&gt; *c*</code></pre>\n");
    assert_eq!(read("A *title* <b>", UnitKind::Field), "<p>A *title* &lt;b&gt;</p>\n");
}

#[test]
fn the_cells_of_a_row_are_counted_as_its_table_has_them() {
    use hexapla_formats::row_cells;
    for (row, cells) in [
        ("| a | b |", 2),
        ("a | b", 2),
        ("| a | b | c", 3),
        (r"| a \| b |", 1),
        (r"| a \\| b |", 2),
        (r"| a | b \|", 2),
        ("|", 1),
        ("", 1),
        ("||", 1),
    ] {
        assert_eq!(row_cells(row), cells, "{row}");
    }
}
