//! MDX: where its modules, tags, expressions and comments stand.

use std::ops::Range;

use hexapla_model::{Diagnostic, Phrase};

use super::construct::{Construct, Shape};
use super::jsx::{TagKind, tag};
use super::lines::{line_end_at, next_line};
use super::nesting::Nesting;
use super::script::{self, Budget};

/// What was found in a page.
#[derive(Debug, Default)]
pub(super) struct Mdx<'a> {
    /// In order of place.
    pub(super) constructs: Vec<Construct<'a>>,
    /// Indentation that is none to Markdown: lines within a tag may be indented as one likes.
    pub(super) margins: Vec<Range<usize>>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'a> Mdx<'a> {
    /// Reads a page from byte `body` on.
    pub(super) fn scan(file: &'a str, body: usize) -> Self {
        let (found, nesting) = (Self::default(), Nesting::default());
        let budget = Budget::of(file);
        let (items, in_text) = (Vec::new(), false);
        let mut scan = Scan { file, at: body, found, nesting, items, budget, in_text };
        while scan.at < file.len() {
            scan.line();
        }
        let Scan { mut found, nesting, .. } = scan;
        found.diagnostics.extend(nesting.finish());
        found.diagnostics.sort_by_key(|it| it.span.start);
        found
    }
}

struct Scan<'a> {
    file: &'a str,
    at: usize,
    found: Mdx<'a>,
    nesting: Nesting<'a>,
    /// How far the text of each list item under way is indented.
    items: Vec<usize>,
    budget: Budget,
    /// Whether the line before was running text.
    in_text: bool,
}

impl<'a> Scan<'a> {
    /// Reads a line, and those behind it that belong to what begins in it.
    fn line(&mut self) {
        let start = self.at;
        let end = line_end_at(self.file, start);
        let line = &self.file[start..end];
        if line.trim().is_empty() {
            self.in_text = false;
            self.at = next_line(self.file, start);
            return;
        }
        let margin = self.margin(start, line, true);
        let content = end - line.trim_start_matches([' ', '\t', '>']).len();
        if let Some(fence) = fence(&self.file[content..end]) {
            self.code(fence);
        } else if !self.in_text && is_module(line) {
            let end = script::module(self.file, start, &mut self.budget);
            self.found.constructs.push(Construct::new(start..end, Shape::Hidden));
            self.at = next_line(self.file, end);
        } else if !self.lines_of_their_own(content, margin) {
            self.in_text = true;
            self.text(content);
        }
    }

    /// Takes off the indentation that a line has for standing within tags, and in `text` what
    /// would make it code: MDX has no indented code.
    fn margin(&mut self, start: usize, line: &str, text: bool) -> usize {
        let content = line.trim_start_matches([' ', '\t']);
        let indentation = line.len() - content.len();
        let mut margin = self.nesting.margin(content, indentation);
        if text && !self.in_text {
            let rest = indentation - margin;
            while self.items.last().is_some_and(|&item| item > rest) {
                self.items.pop();
            }
            let item = self.items.last().copied().unwrap_or_default();
            if columns(&line[margin..indentation]) >= item + 4 {
                margin = indentation - item;
            }
        }
        if text && let Some(bullet) = bullet(content) {
            let place = indentation - margin;
            self.items.retain(|&item| item <= place);
            self.items.push(place + bullet);
        }
        if margin > 0 {
            self.found.margins.push(start..start + margin);
        }
        margin
    }

    /// Skips a block of code, whose first line is the one under way.
    fn code(&mut self, fence: &str) {
        self.in_text = false;
        let mut first = true;
        while self.at < self.file.len() {
            let start = self.at;
            let line = &self.file[start..line_end_at(self.file, start)];
            self.at = next_line(self.file, start);
            if first {
                first = false;
                continue;
            }
            self.margin(start, line, false);
            let text = line.trim_start_matches([' ', '\t', '>']).trim_end();
            let mark = fence.chars().next().unwrap_or('`');
            if text.starts_with(fence) && text.trim_start_matches(mark).is_empty() {
                return;
            }
        }
    }

    /// Tags and expressions with nothing beside them on their lines.
    fn lines_of_their_own(&mut self, content: usize, margin: usize) -> bool {
        let mut end = content;
        let mut tags = Vec::new();
        let mut hidden = true;
        loop {
            let Some(piece) = self.piece(end) else { return false };
            hidden &= is_comment(&self.file[end..piece]);
            tags.extend(tag(self.file, end).map(|tag| (end, tag)));
            let rest = self.file[piece..].trim_start_matches([' ', '\t']);
            end = piece;
            if rest.is_empty() || rest.starts_with(['\n', '\r']) {
                break;
            }
            end = self.file.len() - rest.len();
        }
        let column = content - self.at;
        let mut block = Construct::new(content..end, Shape::Block);
        if let [(at, tag)] = tags[..]
            && (at, tag.end) == (content, end)
            && tag.kind != TagKind::Alone
        {
            (block.name, block.closing) = (tag.name, tag.kind == TagKind::Close);
        }
        for (at, tag) in tags {
            let told = self.nesting.tag(at..tag.end, tag, Some((column, margin)));
            self.found.diagnostics.extend(told);
        }
        let shape = if hidden { Shape::Hidden } else { Shape::Block };
        self.found.constructs.push(Construct { shape, ..block });
        self.in_text = false;
        self.at = next_line(self.file, end);
        true
    }

    /// The end of the tag or expression at `at`.
    fn piece(&mut self, at: usize) -> Option<usize> {
        let rest = self.file.len() - at;
        match self.file.as_bytes().get(at)? {
            b'<' => self.budget.spend(rest, || tag(self.file, at)).map(|tag| tag.end),
            b'{' => self.budget.spend(rest, || script::expression(self.file, at)),
            _ => None,
        }
    }

    /// Running text, to the end of its line or of what goes on behind that.
    fn text(&mut self, from: usize) {
        let mut at = from;
        while let Some(&byte) = self.file.as_bytes().get(at) {
            at = match byte {
                b'\n' | b'\r' => break,
                b'\\' => at + 1 + self.file[at + 1..].chars().next().map_or(0, char::len_utf8),
                b'`' => self.code_span(at),
                b'<' if self.file[at..].starts_with("<!--") => self.comment(at),
                b'<' if self.file[..at].ends_with("](") => at + 1,
                b'{' if self.file[at..].starts_with("{#") => at + 1,
                b'<' | b'{' => self.inline(at),
                _ => at + 1,
            };
        }
        self.at = next_line(self.file, at);
    }

    /// The end of a code span, or of its marks where it is none.
    fn code_span(&mut self, at: usize) -> usize {
        let rest = &self.file[at..];
        let marks = rest.len() - rest.trim_start_matches('`').len();
        let paragraph = rest.find("\n\n").map_or(rest, |end| &rest[..end]);
        let close = || {
            let mut place = marks;
            while let Some(next) = paragraph[place..].find('`') {
                let start = place + next;
                let run = &paragraph[start..];
                place = start + run.len() - run.trim_start_matches('`').len();
                if place - start == marks {
                    return Some(at + place);
                }
            }
            None
        };
        self.budget.spend(paragraph.len(), close).unwrap_or(at + marks)
    }

    /// A comment of HTML, which some sites allow.
    fn comment(&mut self, at: usize) -> usize {
        let rest = &self.file[at..];
        let end = self.budget.spend(rest.len(), || rest.find("-->"));
        end.map_or(at + 1, |end| at + end + "-->".len())
    }

    /// A tag or expression in running text; what opens none is told and stays text.
    fn inline(&mut self, at: usize) -> usize {
        let opener = &self.file[at..at + 1];
        if opener == "<" && self.file[at + 1..].starts_with([' ', '\t', '\n', '\r', '=']) {
            return at + 1;
        }
        let Some(end) = self.piece(at).filter(|&end| !has_empty_line(&self.file[at..end])) else {
            self.found.diagnostics.push(unclosed(opener, at));
            return at + 1;
        };
        if let Some(tag) = tag(self.file, at) {
            self.found.diagnostics.extend(self.nesting.tag(at..end, tag, None));
        }
        self.found.constructs.push(Construct::new(at..end, Shape::Word));
        end
    }
}

/// Whether a text is one comment of MDX.
pub(super) fn is_comment(text: &str) -> bool {
    let inner = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')).map(str::trim);
    inner.is_some_and(|inner| {
        let comment = inner.strip_prefix("/*").and_then(|inner| inner.strip_suffix("*/"));
        comment.is_some_and(|comment| !comment.contains("*/"))
    })
}

/// The fence of a block of code that begins in this line, behind bullets too.
fn fence(line: &str) -> Option<&str> {
    let bullet = |c: char| matches!(c, '-' | '*' | '+' | ' ' | '\t');
    let text = match line.trim_start_matches(|c: char| c.is_ascii_digit()) {
        rest if rest.len() < line.len() => rest.trim_start_matches(['.', ')', ' ']),
        _ => line.trim_start_matches(bullet),
    };
    let mark = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = text.len() - text.trim_start_matches(mark).len();
    let info = &text[length..];
    (length >= 3 && !(mark == '`' && info.contains('`'))).then_some(&text[..length])
}

/// How many bytes the bullet or number of a list item takes up that a line begins with.
fn bullet(content: &str) -> Option<usize> {
    let digits = content.len() - content.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mark = match content.as_bytes().get(digits)? {
        b'-' | b'*' | b'+' if digits == 0 => 1,
        b'.' | b')' if (1..10).contains(&digits) => digits + 1,
        _ => return None,
    };
    let rest = &content[mark..];
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    (spaces > 0).then(|| mark + if spaces > 4 { 1 } else { spaces })
}

fn columns(indentation: &str) -> usize {
    indentation.chars().fold(0, |at, c| if c == '\t' { at / 4 * 4 + 4 } else { at + 1 })
}

/// Whether a line begins an `import` or `export`.
fn is_module(line: &str) -> bool {
    let rest = line.strip_prefix("import").or_else(|| line.strip_prefix("export"));
    rest.is_some_and(|rest| rest.starts_with([' ', '{', '*', '"', '\'']))
}

fn has_empty_line(text: &str) -> bool {
    let mut lines = text.split('\n').skip(1);
    lines.any(|line| line.trim_matches([' ', '\t', '\r', '>']).is_empty())
}

fn unclosed(opener: &str, at: usize) -> Diagnostic {
    let message = match opener {
        "<" => "`<` opens no tag that ends in its paragraph",
        _ => "`{` opens no expression that ends in its paragraph",
    };
    let hint = format!("close it, or write `\\{opener}` where the character itself is meant");
    Diagnostic::warning("mdx-unclosed", at..at + 1, Phrase::in_english(message))
        .with_hint(Phrase::in_english(hint))
}
