//! What a block holds, and the units that it makes.

use std::ops::Range;

use hexapla_model::{CodeKind, Fingerprint, InlineCode, Meaning, Unit, UnitKind};
use pulldown_cmark::{CowStr, Event};

use super::comment::without_comments;
use super::construct::Construct;
use super::inline::Inline;
use super::lines::{Lines, is_space};
use super::masked::Masked;
use super::shortcode;
use super::words;
use crate::normalise::canonical;

/// An event of a block's content with its place.
pub(super) type Placed<'a> = (Event<'a>, Range<usize>);

/// A block under way.
pub(super) struct Content<'a> {
    pub(super) kind: UnitKind,
    /// Everything that belongs to the block.
    pub(super) outer: Range<usize>,
    /// How many quotations it stands in.
    pub(super) quotes: usize,
    pub(super) body: Body<'a>,
}

/// What a block holds.
pub(super) enum Body<'a> {
    /// Running text.
    Text(Vec<Placed<'a>>),
    /// A row of a table.
    Row { span: Range<usize>, events: Vec<Placed<'a>> },
    /// Lines of code, with what the fence says of them.
    Code { info: CowStr<'a>, pieces: Vec<Range<usize>> },
    /// Lines of HTML.
    Html(Vec<Range<usize>>),
    /// A construct of a dialect that takes up lines.
    Fence,
}

impl<'a> Content<'a> {
    /// The units in it: one, unless shortcodes stand around its text; none where it is empty.
    pub(super) fn units(self, masked: &Masked<'a>) -> Vec<Unit> {
        let file = masked.file();
        match self.body {
            Body::Text(ref events) => self.text(events, masked),
            Body::Row { ref span, ref events } => {
                self.inline(events, Some(span.clone()), masked).into_iter().collect()
            }
            Body::Code { ref info, ref pieces } => {
                let mut meaning = Meaning::new();
                if !info.is_empty() {
                    meaning.part("language", &canonical(info));
                }
                self.verbatim(file, pieces, meaning).into_iter().collect()
            }
            Body::Html(ref pieces) => {
                let within = masked.within(&self.outer);
                if within.first().is_some_and(|it| begins(pieces, it)) {
                    return within.iter().map(|it| lone(it, self.quotes, file)).collect();
                }
                self.html(file, pieces).into_iter().collect()
            }
            Body::Fence => vec![fence(trimmed(file, &self.outer), self.quotes, file)],
        }
    }

    /// Running text, and the shortcodes around it that belong to other text too.
    fn text(&self, events: &[Placed<'a>], masked: &Masked<'a>) -> Vec<Unit> {
        let file = masked.file();
        if matches!(self.kind, UnitKind::Heading(_)) {
            let (text, id) = without_attributes(file, events);
            let named = |unit: Unit| Unit { anchor: id.or_else(|| slug(&unit)), ..unit };
            return self.inline(&text, None, masked).map(named).into_iter().collect();
        }
        let is_lone = |(event, _): &Placed<'a>| is_blank(event) || shortcode_of(event).is_some();
        let (before, events, after) = match events.iter().all(is_lone) {
            true => (events, &events[..0], &events[..0]),
            false => peel(events, masked),
        };
        let lone = |events: &[Placed<'a>]| -> Vec<Unit> {
            let spans = events.iter().filter(|(event, _)| shortcode_of(event).is_some());
            spans
                .flat_map(|(_, span)| masked.within(span))
                .map(|it| lone(it, self.quotes, file))
                .collect()
        };
        let text = self.inline(events, None, masked);
        lone(before).into_iter().chain(text).chain(lone(after)).collect()
    }

    /// Inline content; of a row, with its borders.
    fn inline(
        &self,
        events: &[Placed<'a>],
        row: Option<Range<usize>>,
        masked: &Masked<'a>,
    ) -> Option<Unit> {
        let file = masked.file();
        let mut inline = Inline::new(masked);
        let alert = if self.quotes > 0 { alert(file, events) } else { None };
        let mut rest = events;
        if let Some(span) = alert {
            inline.event(&Event::InlineHtml(file[span.clone()].into()), span.clone());
            let skipped = events.iter().take_while(|(_, place)| place.end <= span.end).count();
            rest = &events[skipped..];
        }
        for (event, span) in rest {
            inline.event(event, span.clone());
        }
        let span = row.or_else(|| inline.span()).map(|span| trimmed(file, &span))?;
        let lines = Lines::of(file, span.clone(), self.quotes).trimmed();
        let (fingerprint, codes) = inline.finish(&lines);
        unit(self.kind, lines, span, fingerprint, codes)
    }

    /// Lines of HTML; nothing where they are comments.
    fn html(&self, file: &str, pieces: &[Range<usize>]) -> Option<Unit> {
        let mut unit = self.verbatim(file, pieces, Meaning::new())?;
        let shown = without_comments(&unit.text);
        if shown.trim_matches(is_space).is_empty() {
            return None;
        }
        unit.fingerprint = Meaning::of("verbatim", &canonical(&shown));
        Some(unit)
    }

    fn verbatim(&self, file: &str, pieces: &[Range<usize>], mut meaning: Meaning) -> Option<Unit> {
        let blank = |span: &Range<usize>| file[span.clone()].trim_matches(is_space).is_empty();
        let last = pieces.iter().rposition(|span| !blank(span))?;
        let pieces = &pieces[..=last];
        let end = pieces
            .last()
            .map(|span| span.start + file[span.clone()].trim_end_matches(is_space).len());
        let span = pieces.first()?.start..end?;
        let lines = Lines::joined(file, pieces).trimmed();
        let fingerprint = meaning.part("verbatim", &canonical(&lines.text)).fingerprint();
        unit(self.kind, lines, span, fingerprint, Vec::new())
    }
}

fn unit(
    kind: UnitKind,
    lines: Lines,
    span: Range<usize>,
    fingerprint: Fingerprint,
    codes: Vec<InlineCode>,
) -> Option<Unit> {
    let text = lines.text;
    let unit =
        Unit { key: None, kind, text, span, fingerprint, codes, comment: None, anchor: None };
    (!unit.text.is_empty()).then_some(unit)
}

/// A shortcode as a unit.
fn lone(shortcode: &Construct<'_>, quotes: usize, file: &str) -> Unit {
    markup(shortcode.span.clone(), quotes, file, shortcode::fingerprint)
}

/// A construct that takes up lines as a unit; how its lines are wrapped means nothing.
fn fence(span: Range<usize>, quotes: usize, file: &str) -> Unit {
    let meaning = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        Meaning::of("verbatim", &canonical(&words.join(" ")))
    };
    markup(span, quotes, file, meaning)
}

fn markup(
    span: Range<usize>,
    quotes: usize,
    file: &str,
    meaning: impl Fn(&str) -> Fingerprint,
) -> Unit {
    let text = Lines::of(file, span.clone(), quotes).text;
    Unit {
        key: None,
        kind: UnitKind::Markup,
        fingerprint: meaning(&text),
        codes: words::codes(&text),
        text,
        span,
        comment: None,
        anchor: None,
    }
}

/// The events of a text without the shortcodes at either end that are opened or closed outside
/// of it, or that stand around all of it: reflowing glues them to the text.
fn peel<'e, 'a>(
    events: &'e [Placed<'a>],
    masked: &Masked<'a>,
) -> (&'e [Placed<'a>], &'e [Placed<'a>], &'e [Placed<'a>]) {
    let partners = partners(events, masked);
    let outside = |at: usize, start: usize, end: usize| {
        let partner = partners.get(at).copied().flatten();
        partner.is_some_and(|it| it <= start || it + 1 >= end)
    };
    let (mut start, mut end) = (0, events.len());
    loop {
        if start < end && (is_blank(&events[start].0) || outside(start, start, end)) {
            start += 1;
        } else if start < end && (is_blank(&events[end - 1].0) || outside(end - 1, start, end)) {
            end -= 1;
        } else {
            return (&events[..start], &events[start..end], &events[end..]);
        }
    }
}

/// For each event that is a shortcode that wraps: the event that is its other end; itself where
/// that is not here.
fn partners<'a>(events: &[Placed<'a>], masked: &Masked<'a>) -> Vec<Option<usize>> {
    let mut partners = vec![None; events.len()];
    let mut open: Vec<(usize, &str)> = Vec::new();
    for (at, (event, span)) in events.iter().enumerate() {
        let found = masked.within(span).first().filter(|it| it.wraps);
        let Some(shortcode) = found.filter(|_| shortcode_of(event).is_some()) else { continue };
        partners[at] = Some(at);
        if !shortcode.closing {
            open.push((at, shortcode.name));
        } else if open.last().is_some_and(|(_, name)| *name == shortcode.name)
            && let Some((other, _)) = open.pop()
        {
            (partners[at], partners[other]) = (Some(other), Some(at));
        }
    }
    partners
}

fn shortcode_of<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    match event {
        Event::InlineHtml(html) if shortcode::is_shortcode(html) => Some(html),
        _ => None,
    }
}

fn is_blank(event: &Event<'_>) -> bool {
    match event {
        Event::Text(text) => text.chars().all(is_space),
        Event::SoftBreak => true,
        _ => false,
    }
}

/// The events of a heading without the attributes at its end, and the id among these.
fn without_attributes<'a>(file: &str, events: &[Placed<'a>]) -> (Vec<Placed<'a>>, Option<String>) {
    let mut events = events.to_vec();
    let start = events.first().map_or(0, |(_, span)| span.start);
    let end = events.iter().map(|(_, span)| span.end).max().unwrap_or(start);
    let Some(at) = attributes(&file[start..end]).map(|at| start + at) else {
        return (events, None);
    };
    let marks = file[at..end].trim_matches(['{', '}', ' ', '\t']).split_whitespace();
    let id = marks.filter_map(|mark| mark.strip_prefix('#')).next().map(str::to_owned);
    events.retain(|(_, span)| span.start < at);
    if let Some((Event::Text(text), span)) = events.last_mut()
        && span.end > at
        && text.len() == span.len()
    {
        *text = text[..at - span.start].to_owned().into();
        span.end = at;
    }
    (events, id)
}

/// The id that renderers give a heading (as GitHub does): its words in lower case, with hyphens
/// for spaces and without punctuation.
fn slug(heading: &Unit) -> Option<String> {
    let outside = |at: usize| {
        !heading.codes.iter().any(|code| code.kind != CodeKind::Code && code.span.contains(&at))
    };
    let words = heading.text.char_indices().filter(|(at, _)| outside(*at)).map(|(_, c)| c);
    let slug: String = words
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
        .flat_map(|c| if c == ' ' { '-'.to_lowercase() } else { c.to_lowercase() })
        .collect();
    (!slug.is_empty()).then_some(slug)
}

/// Where the attributes at the end of a heading begin: braces around an id (`#x`), a class (`.x`)
/// or a pair (`x=y`). Other braces are text, as in `{verb} {object}`.
fn attributes(heading: &str) -> Option<usize> {
    let inner = heading.trim_end_matches(is_space).strip_suffix('}')?;
    let at = inner.rfind(['{', '}']).filter(|&at| inner[at..].starts_with('{'))?;
    let first = inner[at + 1..].split_whitespace().next()?;
    let named = first.len() > 1 && first.starts_with(['#', '.']);
    let escaped = inner[..at].ends_with(['\\', '{']);
    (!escaped && (named || first.contains('='))).then_some(at)
}

/// The mark of an alert at the start of a quotation: `[!NOTE]`.
fn alert(file: &str, events: &[Placed<'_>]) -> Option<Range<usize>> {
    let (Event::Text(_), span) = events.first()? else { return None };
    let name = file[span.start..].strip_prefix("[!")?;
    let length = name.len() - name.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let closed = length > 0 && name[length..].starts_with(']');
    closed.then_some(span.start..span.start + "[!]".len() + length)
}

fn begins(pieces: &[Range<usize>], shortcode: &Construct<'_>) -> bool {
    pieces.first().is_some_and(|span| span.start == shortcode.span.start)
}

fn trimmed(file: &str, span: &Range<usize>) -> Range<usize> {
    let raw = &file[span.clone()];
    let end = span.start + raw.trim_end_matches(is_space).len();
    let start = span.end - raw.trim_start_matches(is_space).len();
    start.min(end)..end
}
