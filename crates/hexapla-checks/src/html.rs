//! HTML tags.

/// Tags that break a line or begin a block.
const BLOCKS: [&str; 12] = ["br", "p", "li", "ul", "ol", "div", "h1", "h2", "h3", "tr", "td", "hr"];

/// Tags that show something by themselves.
const SHOWN: [&str; 4] = ["img", "input", "svg", "video"];

/// The name of a tag, in lower case: `a` of `</A>`.
pub(crate) fn name(tag: &str) -> String {
    let inside = tag.trim_start_matches(['<', '/']);
    let end = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
    inside[..end].to_ascii_lowercase()
}

/// What a reader sees in place of a tag: a line break, a picture, or nothing.
pub(crate) fn stands_for(tag: &str) -> Option<char> {
    let inside = tag.trim_start_matches(['<', '/']);
    let end = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
    let is = |name: &&str| name.eq_ignore_ascii_case(&inside[..end]);
    if BLOCKS.iter().any(&is) {
        Some('\n')
    } else if SHOWN.iter().any(is) {
        Some(crate::run::FILLED)
    } else {
        None
    }
}

/// The attributes of a tag: names in lower case, values without their quotation marks.
pub(crate) fn attributes(tag: &str) -> Vec<(String, &str)> {
    let mut found = Vec::new();
    let inside = tag.trim_start_matches('<').trim_end_matches('>');
    let mut rest = inside.find(BETWEEN).map_or("", |at| &inside[at..]);
    loop {
        rest = rest.trim_start_matches(BETWEEN);
        if rest.is_empty() {
            return found;
        }
        // `=` alone names nothing, and is passed over.
        let end = rest.find(|c| c == '=' || BETWEEN.contains(&c)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.trim_start().strip_prefix('=') {
            Some(after) => value(after.trim_start()),
            None => ("", after),
        };
        found.push((name.to_ascii_lowercase(), value));
        rest = after;
    }
}

/// What stands between attributes.
const BETWEEN: [char; 6] = [' ', '\t', '\n', '\r', '\u{c}', '/'];

/// The value that a text begins with, and what is behind it.
fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(rest) = text.strip_prefix(quote) {
            return rest.split_once(quote).unwrap_or((rest, ""));
        }
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    text.split_at(end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn attributes_are_read_as_browsers_do() {
        let found = attributes("<a HREF='x y' onclick=run() checked data-x = \"1\">");
        let names: Vec<_> = found.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        let expected = [("href", "x y"), ("onclick", "run()"), ("checked", ""), ("data-x", "1")];
        assert_eq!(names, expected);
        assert_eq!(name("</Script>"), "script");
    }

    proptest! {
        #[test]
        fn any_tag_ends(tag in "<[a-z= \"'/\\PC]{0,40}>?") {
            attributes(&tag);
            name(&tag);
            stands_for(&tag);
        }
    }
}
