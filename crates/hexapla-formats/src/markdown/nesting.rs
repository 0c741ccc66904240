//! Which tags of a page are open, and how far what is in them is indented.

use std::collections::BTreeMap;
use std::ops::Range;

use hexapla_model::{Diagnostic, Phrase};

use super::jsx::{JsxTag, TagKind};

/// The tags that are open.
#[derive(Debug, Default)]
pub(super) struct Nesting<'a> {
    open: Vec<Opened<'a>>,
    /// How many of each name.
    names: BTreeMap<&'a str, usize>,
    told: Vec<Diagnostic>,
}

#[derive(Debug)]
struct Opened<'a> {
    name: &'a str,
    span: Range<usize>,
    /// Of a tag on lines of its own: its indentation, and how much of that is no Markdown's.
    block: Option<(usize, usize)>,
    /// The indentation of the first line within that is no Markdown's.
    inside: Option<usize>,
}

impl<'a> Nesting<'a> {
    /// How much of a line's indentation stands for its place within tags.
    pub(super) fn margin(&mut self, content: &str, indentation: usize) -> usize {
        let Some(last) = self.open.iter_mut().rev().find(|it| it.block.is_some()) else {
            return 0;
        };
        let Some((column, margin)) = last.block else { return 0 };
        let own = if content.starts_with("</") {
            margin
        } else {
            *last.inside.get_or_insert(margin + indentation.saturating_sub(column))
        };
        own.min(indentation)
    }

    /// Takes in a tag; on lines of its own, with its indentation and how much of that is no
    /// Markdown's. What is closed and was not opened is told.
    pub(super) fn tag(
        &mut self,
        span: Range<usize>,
        tag: JsxTag<'a>,
        block: Option<(usize, usize)>,
    ) -> Option<Diagnostic> {
        let count = self.names.entry(tag.name).or_default();
        match tag.kind {
            TagKind::Alone => return None,
            TagKind::Open => {
                *count += 1;
                let (name, inside) = (tag.name, None);
                self.open.push(Opened { name, span, block, inside });
                return None;
            }
            TagKind::Close if *count == 0 => {
                let message = format!("`</{}>` closes nothing", tag.name);
                let hint = "open it before, or take it out";
                return Some(
                    Diagnostic::warning("mdx-unopened", span, Phrase::in_english(message))
                        .with_hint(Phrase::in_english(hint)),
                );
            }
            TagKind::Close => {}
        }
        while let Some(last) = self.open.pop() {
            if let Some(count) = self.names.get_mut(last.name) {
                *count = count.saturating_sub(1);
            }
            if last.name == tag.name {
                break;
            }
            self.told.push(unclosed(last));
        }
        None
    }

    /// What is never closed.
    pub(super) fn finish(self) -> Vec<Diagnostic> {
        let Self { open, mut told, .. } = self;
        told.extend(open.into_iter().map(unclosed));
        told
    }
}

fn unclosed(tag: Opened<'_>) -> Diagnostic {
    let message = format!("`<{}>` is not closed", tag.name);
    let hint = format!("add `</{0}>`, or write `<{0} />` where nothing is in it", tag.name);
    Diagnostic::warning("mdx-unclosed", tag.span, Phrase::in_english(message))
        .with_hint(Phrase::in_english(hint))
}
