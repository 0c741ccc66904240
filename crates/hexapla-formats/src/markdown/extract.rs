//! Blocks of a document as units.

use std::ops::Range;

use hexapla_model::{Diagnostic, UnitKind};
use pulldown_cmark::{CodeBlockKind, Event, OffsetIter, Options, Parser, Tag, TagEnd};

use super::block::Block;
use super::builder::Builder;
use super::front_matter::{self, Language};
use super::lines::{Indent, Margin};
use crate::{Extracted, FieldRules, fields};

/// The units of a document: chosen front matter fields, then its blocks.
pub(crate) fn extract(text: &str, rules: &FieldRules) -> Extracted {
    let (blocks, diagnostics) = blocks(text, rules);
    let units = blocks.into_iter().map(|block| block.unit).collect();
    Extracted { units, diagnostics }
}

/// The same with the lines that each block takes up.
pub(super) fn blocks(text: &str, rules: &FieldRules) -> (Vec<Block>, Vec<Diagnostic>) {
    let (front, problem) = front_matter::find(text);
    let mut diagnostics: Vec<Diagnostic> = problem.into_iter().collect();
    let mut blocks = Vec::new();
    if let Some(front) = &front {
        let inner = &text[front.inner.clone()];
        let fields = match front.language {
            Language::Yaml => fields::extract_yaml(inner, rules),
            Language::Toml => fields::extract_toml(inner, rules),
        };
        let shift =
            |span: &Range<usize>| span.start + front.inner.start..span.end + front.inner.start;
        for mut unit in fields.units {
            unit.span = shift(&unit.span);
            blocks.push(Block { outer: unit.span.clone(), unit });
        }
        for problem in fields.diagnostics {
            diagnostics.push(Diagnostic { span: shift(&problem.span), ..problem });
        }
    }
    let body = front.map_or(0, |front| front.end);
    let bom = if body == 0 && text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { body };
    blocks.extend(Walk::new(text, bom).blocks());
    (blocks, diagnostics)
}

/// What a block can stand in.
enum Container {
    Quote,
    /// The column that the item's content begins in, and whether a block of it was seen.
    Item {
        column: usize,
        begun: bool,
    },
    Footnote,
    Other,
}

struct Walk<'a> {
    file: &'a str,
    offset: usize,
    containers: Vec<Container>,
    current: Option<Builder<'a>>,
    blocks: Vec<Block>,
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
}

impl<'a> Walk<'a> {
    fn new(file: &'a str, offset: usize) -> Self {
        Self { file, offset, containers: Vec::new(), current: None, blocks: Vec::new() }
    }

    fn blocks(mut self) -> Vec<Block> {
        let events: OffsetIter<'a> =
            Parser::new_ext(&self.file[self.offset..], options()).into_offset_iter();
        for (event, span) in events {
            self.event(&event, span.start + self.offset..span.end + self.offset);
        }
        self.finish();
        self.blocks
    }

    fn event(&mut self, event: &Event<'a>, span: Range<usize>) {
        match event {
            Event::Start(tag) if is_container(tag) => {
                self.finish();
                let container = self.container(tag, &span);
                self.containers.push(container);
            }
            Event::End(tag) if is_container_end(*tag) => {
                self.finish();
                self.containers.pop();
            }
            Event::Start(tag) if is_block(tag) => self.start_block(tag, span),
            Event::End(tag) if is_block_end(*tag) => {
                if let Some(builder) = &mut self.current {
                    builder.extend_outer(span.end);
                }
                self.finish();
            }
            Event::Rule => self.finish(),
            Event::Html(_) => {}
            Event::Text(_) if self.is_code() => {
                if let Some(builder) = &mut self.current {
                    builder.verbatim(span);
                }
            }
            _ => self.inline(event, span),
        }
    }

    fn is_code(&self) -> bool {
        self.current.as_ref().is_some_and(|builder| builder.kind() == UnitKind::CodeBlock)
    }

    /// Inline content: of the block under way, or of an item whose text is no paragraph.
    fn inline(&mut self, event: &Event<'a>, span: Range<usize>) {
        if self.current.is_none() {
            let kind = self.text_kind();
            let margin = self.margin(Indent::All);
            self.current = Some(Builder::new(self.file, kind, span.clone(), margin));
        }
        if let Some(builder) = &mut self.current {
            builder.event(event, span);
        }
    }

    fn start_block(&mut self, tag: &Tag<'a>, span: Range<usize>) {
        self.finish();
        let kind = match tag {
            Tag::Heading { level, .. } => UnitKind::Heading(*level as u8),
            Tag::CodeBlock(_) => UnitKind::CodeBlock,
            Tag::HtmlBlock => UnitKind::Markup,
            Tag::TableHead | Tag::TableRow => UnitKind::TableRow,
            _ => self.text_kind(),
        };
        let verbatim = matches!(kind, UnitKind::CodeBlock | UnitKind::Markup);
        let margin =
            self.margin(if verbatim { Indent::Columns(self.column()) } else { Indent::All });
        let builder = Builder::new(self.file, kind, span.clone(), margin);
        self.current = Some(match tag {
            Tag::HtmlBlock | Tag::TableHead | Tag::TableRow => builder.whole(span),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                let mut builder = builder;
                builder.part("language", info);
                builder
            }
            _ => builder,
        });
    }

    fn finish(&mut self) {
        let Some(block) = self.current.take().and_then(Builder::finish) else { return };
        let shortcode = is_shortcode(&block.unit.text);
        let mut block = block;
        if shortcode {
            block.unit.kind = UnitKind::Markup;
        }
        self.blocks.push(block);
    }

    /// What running text is here.
    fn text_kind(&mut self) -> UnitKind {
        match self.containers.last_mut() {
            Some(Container::Item { begun, .. }) if !*begun => {
                *begun = true;
                UnitKind::ListItem
            }
            Some(Container::Footnote) => UnitKind::Footnote,
            _ => UnitKind::Paragraph,
        }
    }

    fn container(&self, tag: &Tag<'_>, span: &Range<usize>) -> Container {
        match tag {
            Tag::BlockQuote(_) => Container::Quote,
            Tag::FootnoteDefinition(_) => Container::Footnote,
            Tag::Item => Container::Item { column: self.item_column(span.start), begun: false },
            _ => Container::Other,
        }
    }

    /// The column that an item's content begins in.
    fn item_column(&self, start: usize) -> usize {
        let line = super::block::line_start(self.file, start);
        let before = start - line;
        let marker: String =
            self.file[start..].chars().take_while(|c| !c.is_whitespace()).collect();
        let spaces =
            self.file[start + marker.len()..].bytes().take_while(|&byte| byte == b' ').count();
        before + marker.len() + spaces.clamp(1, 4)
    }

    fn margin(&self, indent: Indent) -> Margin {
        let quotes = self.containers.iter().filter(|it| matches!(it, Container::Quote)).count();
        Margin { quotes, indent }
    }

    /// The column of the innermost item, counted behind quote marks.
    fn column(&self) -> usize {
        let mut column = 0;
        for container in &self.containers {
            match container {
                Container::Item { column: own, .. } => column = *own,
                Container::Footnote => column = column.max(4),
                Container::Quote => column = 0,
                Container::Other => {}
            }
        }
        column
    }
}

fn is_container(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::BlockQuote(_) | Tag::List(_) | Tag::Item | Tag::FootnoteDefinition(_) | Tag::Table(_)
    )
}

fn is_container_end(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::Table
    )
}

fn is_block(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::TableHead
            | Tag::TableRow
    )
}

fn is_block_end(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::TableHead
            | TagEnd::TableRow
    )
}

/// Whether a text is only shortcodes or fences of a dialect: `{{< x >}}`, `{{% x %}}`, `:::note`.
fn is_shortcode(text: &str) -> bool {
    let lone = |line: &str| {
        let line = line.trim();
        line.starts_with(":::")
            || (line.starts_with("{{<") && line.ends_with(">}}") && line.matches("{{").count() == 1)
            || (line.starts_with("{{%") && line.ends_with("%}}") && line.matches("{{").count() == 1)
    };
    !text.is_empty() && text.lines().all(lone)
}
