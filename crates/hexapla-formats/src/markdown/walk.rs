//! From the events of the parser to blocks.

use std::ops::Range;

use hexapla_model::{Diagnostic, UnitKind};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::block::Block;
use super::construct::{End, Shape};
use super::content::{Body, Content};
use super::dialect::Dialect;
use super::lines::{line_end_at, line_start, next_line};
use super::masked::Masked;

/// The blocks of a document from byte `body` on, and what is wrong with them.
pub(super) fn blocks(file: &str, body: usize, dialect: Dialect) -> (Vec<Block>, Vec<Diagnostic>) {
    let mut masked = Masked::new(file, body, dialect);
    let diagnostics = std::mem::take(&mut masked.diagnostics);
    let mut walk = Walk::new(&masked);
    for (event, span) in Parser::new_ext(masked.parsed(), options()).into_offset_iter() {
        walk.event(event, masked.place(&span));
    }
    walk.finish();
    (walk.blocks, diagnostics)
}

/// What is read beside CommonMark. Smart punctuation is not: it would change what is compared.
/// Attributes of headings are found by [`attributes`](super::content), which takes fewer texts for
/// some.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}

/// What a block can stand in.
enum Container {
    Quote,
    /// An item, footnote or table: with the place of its first block among all, once it has one,
    /// and whether anything of it was begun.
    Owner {
        kind: Owner,
        first: Option<usize>,
        begun: bool,
    },
    List,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Item,
    Footnote,
    Table,
    /// A tag or fence that stands around blocks.
    Wrapper,
}

struct Walk<'m, 'a> {
    masked: &'m Masked<'a>,
    containers: Vec<Container>,
    quotes: usize,
    /// Where the outermost container begins that has no block yet.
    opened: Option<usize>,
    current: Option<Content<'m>>,
    blocks: Vec<Block>,
}

impl<'m, 'a: 'm> Walk<'m, 'a> {
    fn new(masked: &'m Masked<'a>) -> Self {
        let (containers, blocks) = (Vec::new(), Vec::new());
        Self { masked, containers, quotes: 0, opened: None, current: None, blocks }
    }

    fn event(&mut self, event: Event<'m>, span: Range<usize>) {
        match event {
            Event::Start(tag) => match container(&tag) {
                Some(container) => self.enter(container, span),
                None if is_block(&tag) => self.begin(&tag, span),
                None => self.inline(Event::Start(tag), span),
            },
            Event::End(tag) => self.end(tag, span),
            Event::Rule => {
                self.finish();
                self.mark_begun();
            }
            Event::Html(_) => self.piece(span),
            Event::Text(text) => match &self.current {
                Some(Content { body: Body::Code { .. }, .. }) => self.piece(span),
                _ => self.inline(Event::Text(text), span),
            },
            event => self.inline(event, span),
        }
    }

    fn enter(&mut self, container: Container, span: Range<usize>) {
        self.finish();
        self.mark_begun();
        self.quotes += usize::from(matches!(container, Container::Quote));
        self.opened.get_or_insert(span.start);
        self.containers.push(container);
    }

    fn end(&mut self, tag: TagEnd, span: Range<usize>) {
        match tag {
            TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::Table => {
                self.finish();
                // What is not closed in a container ends with it.
                while self.containers.pop_if(|it| is_wrapper(it)).is_some() {}
                let left = self.containers.pop();
                self.quotes -= usize::from(matches!(left, Some(Container::Quote)));
                self.opened = None;
            }
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::TableRow => self.close(span.end),
            // The delimiter row belongs to the header.
            TagEnd::TableHead => {
                let file = self.masked.file();
                let next = if file[..span.end].ends_with(['\n', '\r']) {
                    span.end
                } else {
                    next_line(file, span.end)
                };
                self.close(line_end_at(file, next));
            }
            tag => self.inline(Event::End(tag), span),
        }
    }

    fn close(&mut self, end: usize) {
        if let Some(content) = &mut self.current {
            content.outer.end = content.outer.end.max(end);
        }
        self.finish();
    }

    /// Begins a block of its own.
    fn begin(&mut self, tag: &Tag<'m>, span: Range<usize>) {
        if matches!(tag, Tag::Heading { .. }) && self.construct(span.start) {
            return;
        }
        self.finish();
        let kind = match tag {
            Tag::Heading { level, .. } => UnitKind::Heading(*level as u8),
            Tag::CodeBlock(_) => UnitKind::CodeBlock,
            Tag::HtmlBlock => UnitKind::Markup,
            Tag::TableHead | Tag::TableRow => UnitKind::TableRow,
            _ => self.text_kind(),
        };
        let body = match tag {
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => code(info.clone()),
            Tag::CodeBlock(CodeBlockKind::Indented) => code(CowStr::Borrowed("")),
            Tag::HtmlBlock => Body::Html(Vec::new()),
            Tag::TableHead | Tag::TableRow => Body::Row { span: span.clone(), events: Vec::new() },
            _ => Body::Text(Vec::new()),
        };
        self.open(kind, span, body);
    }

    fn open(&mut self, kind: UnitKind, outer: Range<usize>, body: Body<'m>) {
        self.mark_begun();
        self.current = Some(Content { kind, outer, quotes: self.quotes, body });
    }

    /// Inline content: of the block under way, or of an item whose text is no paragraph.
    fn inline(&mut self, event: Event<'m>, span: Range<usize>) {
        if self.current.is_none() {
            let kind = self.text_kind();
            self.open(kind, span.clone(), Body::Text(Vec::new()));
        }
        let Some(content) = &mut self.current else { return };
        content.outer.end = content.outer.end.max(span.end);
        if let Body::Text(events) | Body::Row { events, .. } = &mut content.body {
            self.masked.restore(event, span, events);
        }
    }

    /// A piece of a block that is kept as it is.
    fn piece(&mut self, span: Range<usize>) {
        if let Some(content) = &mut self.current
            && let Body::Code { pieces, .. } | Body::Html(pieces) = &mut content.body
            && pieces.last().is_none_or(|last| last.end <= span.start)
        {
            pieces.extend(self.masked.pieces(span));
        }
    }

    /// A construct that takes up lines, in whose place the parser sees a heading.
    fn construct(&mut self, at: usize) -> bool {
        let Some(found) = self.masked.block_at(at) else { return false };
        self.finish();
        match found.shape {
            Shape::Hidden => self.mark_begun(),
            Shape::Attributes => self.attributes(found.span.clone()),
            _ => self.open(UnitKind::Markup, found.span.clone(), Body::Fence),
        }
        let end = found.end(self.masked.file());
        self.finish();
        match end {
            Some(End::Opening) => {
                let first = self.blocks.len().checked_sub(1);
                let kind = Owner::Wrapper;
                self.containers.push(Container::Owner { kind, first, begun: true });
            }
            Some(End::Closing) => self.unwrap_last(),
            None => {}
        }
        true
    }

    /// The block that was added last ends what the innermost wrapper begins.
    fn unwrap_last(&mut self) {
        if let Some(&Container::Owner { kind: Owner::Wrapper, first, .. }) = self.containers.last()
        {
            self.containers.pop();
            if let Some(last) = self.blocks.last_mut() {
                last.closes = first;
            }
        }
    }

    /// An attribute list belongs to the block that ends in the line before it.
    fn attributes(&mut self, span: Range<usize>) {
        let file = self.masked.file();
        if let Some(last) = self.blocks.last_mut()
            && last.outer.end < span.start
            && file[next_line(file, last.outer.end)..span.start].trim().is_empty()
            && line_start(file, span.start) == next_line(file, last.outer.end)
        {
            last.outer.end = span.end;
        }
    }

    /// Makes units of the block under way.
    fn finish(&mut self) {
        let Some(content) = self.current.take() else { return };
        let file = self.masked.file();
        let start = line_start(file, self.opened.unwrap_or(content.outer.start));
        let end = content.outer.end;
        let mut units = content.units(self.masked);
        // In a construct over several lines the parser may still see quote marks.
        let done = self.blocks.last().map_or(0, |block| block.unit.span.end);
        units.retain(|unit| unit.span.start >= done);
        let count = units.len();
        if count > 0 {
            self.opened = None;
        }
        for (index, unit) in units.into_iter().enumerate() {
            let start = if index == 0 { start } else { unit.span.start };
            let end = if index + 1 == count { end.max(unit.span.end) } else { unit.span.end };
            let outer = start..start + file[start..end].trim_end().len();
            let owner = self.owner();
            self.blocks.push(Block { unit, outer, owner, closes: None });
        }
    }

    /// The block that the next one cannot stand without.
    fn owner(&mut self) -> Option<usize> {
        let next = self.blocks.len();
        for container in self.containers.iter_mut().rev() {
            if let Container::Owner { first, .. } = container {
                match first {
                    Some(first) => return Some(*first),
                    None => *first = Some(next),
                }
            }
        }
        None
    }

    /// What running text is here.
    fn text_kind(&self) -> UnitKind {
        match self.containers.iter().rev().find(|it| !is_wrapper(it)) {
            Some(Container::Owner { kind: Owner::Item, begun: false, .. }) => UnitKind::ListItem,
            Some(Container::Owner { kind: Owner::Footnote, .. }) => UnitKind::Footnote,
            _ => UnitKind::Paragraph,
        }
    }

    fn mark_begun(&mut self) {
        if let Some(Container::Owner { begun, .. }) = self.containers.last_mut() {
            *begun = true;
        }
    }
}

fn is_wrapper(container: &Container) -> bool {
    matches!(container, Container::Owner { kind: Owner::Wrapper, .. })
}

fn code(info: CowStr<'_>) -> Body<'_> {
    Body::Code { info, pieces: Vec::new() }
}

fn container(tag: &Tag<'_>) -> Option<Container> {
    let owner = |kind| Some(Container::Owner { kind, first: None, begun: false });
    match tag {
        Tag::BlockQuote(_) => Some(Container::Quote),
        Tag::List(_) => Some(Container::List),
        Tag::Item => owner(Owner::Item),
        Tag::FootnoteDefinition(_) => owner(Owner::Footnote),
        Tag::Table(_) => owner(Owner::Table),
        _ => None,
    }
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
