//! Documents as HTML.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write;
use std::ops::Range;
use std::sync::{Arc, LazyLock, Mutex};

use ammonia::Builder;
use hexapla_model::{Locale, UnitKind};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, html};

use super::front_matter::FrontMatter;

/// The body of a document as an `article` in `locale`: HTML in which nothing runs, whatever the
/// document holds. A block whose text is in another language says so by `lang` and `dir`; `parts`
/// tells which, by place in the text and in order. Links to other documents (`about.md`) lead to
/// their HTML (`about.html`).
pub fn to_html(text: &str, locale: &Locale, parts: &[(Range<usize>, Locale)]) -> String {
    let (front_matter, _) = FrontMatter::find(text);
    let body = front_matter.map_or(0, |it| it.end);
    let events = Parser::new_ext(&text[body..], options()).into_offset_iter();
    let mut writer = Writer { locale, parts, events: Vec::new(), leaf: None, run: None };
    for (event, span) in events {
        writer.event(event, span.start + body..span.end + body);
    }
    let mut raw = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut raw, writer.events.into_iter());
    let clean = CLEANER.clean(&raw);
    format!("<article{}>\n{clean}</article>\n", attributes(locale))
}

/// Where the images of a block are shown from: by their addresses, as the block has them.
pub type Images = BTreeMap<String, String>;

/// The text of a unit of a document as HTML in which nothing runs and nothing leads anywhere: as it looks to a
/// reader, for who works on it. Of its images those are shown that `images` has, from where that says; of the
/// rest their alternative text.
pub fn unit_to_html(text: &str, kind: UnitKind, images: &Images) -> String {
    match kind {
        UnitKind::CodeBlock => return format!("<pre><code>{}</code></pre>\n", escaped(text)),
        UnitKind::Field | UnitKind::ArrayItem => return format!("<p>{}</p>\n", escaped(text)),
        _ => {}
    }
    let mut raw = String::with_capacity(text.len() * 3 / 2);
    match kind {
        UnitKind::TableRow => html::push_html(&mut raw, row(&in_table(text), images).into_iter()),
        _ => html::push_html(&mut raw, shown(text, images)),
    }
    if images.is_empty() || !has_image(&raw) {
        return STILL.clean(&raw).to_string();
    }
    let shown: BTreeMap<String, String> = images.clone();
    let is_shown = move |from: &str| shown.values().any(|it| it == from);
    let from = images.clone();
    let mut cleaner = still();
    cleaner.add_tags(["img"]).add_tag_attributes("img", ["src", "alt"]).attribute_filter(
        move |tag, name, value| match (tag, name) {
            ("img", "src") => match from.get(value) {
                Some(from) => Some(from.clone().into()),
                None => is_shown(value).then(|| value.into()),
            },
            _ => Some(value.into()),
        },
    );
    cleaner.clean(&raw).to_string()
}

/// The addresses of the images in the text of a unit of a document, each once and in order, as it has them.
pub fn unit_images(text: &str, kind: UnitKind) -> Vec<String> {
    let is_plain = matches!(kind, UnitKind::CodeBlock | UnitKind::Field | UnitKind::ArrayItem);
    if is_plain || !(text.contains("![") || has_image(text)) {
        return Vec::new();
    }
    let table = if kind == UnitKind::TableRow { Some(in_table(text)) } else { None };
    let mut found: Vec<String> = Vec::new();
    let mut html = String::new();
    for event in Parser::new_ext(table.as_deref().unwrap_or(text), options()) {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => found.push(dest_url.into_string()),
            Event::Html(text) | Event::InlineHtml(text) => html.push_str(&text),
            _ => {}
        }
    }
    if has_image(&html) {
        let sources: Arc<Mutex<Vec<String>>> = Arc::default();
        let all = Arc::clone(&sources);
        let mut cleaner = still();
        cleaner.add_tags(["img"]).add_tag_attributes("img", ["src"]).attribute_filter(
            move |tag, name, value| {
                if let (("img", "src"), Ok(mut all)) = ((tag, name), all.lock()) {
                    all.push(value.to_owned());
                }
                Some(value.into())
            },
        );
        // Nothing is shown of it: that it is read tells what it names.
        let _ = cleaner.clean(&html).to_string();
        found.extend(sources.lock().map(|it| it.clone()).unwrap_or_default());
    }
    let mut seen = HashSet::new();
    found.retain(|it| !it.is_empty() && seen.insert(it.clone()));
    found
}

/// Whether there may be an image in HTML.
fn has_image(html: &str) -> bool {
    html.as_bytes().windows(4).any(|it| it.eq_ignore_ascii_case(b"<img"))
}

/// The events of a text, of whose images those that are shown are left, from where they are shown.
fn shown<'t>(text: &'t str, images: &'t Images) -> impl Iterator<Item = Event<'t>> {
    let mut open = Vec::new();
    Parser::new_ext(text, options()).filter_map(move |event| match event {
        Event::Start(Tag::Image { link_type, dest_url, id, .. }) => {
            let from = images.get(&*dest_url);
            open.push(from.is_some());
            let dest_url = CowStr::from(from?.as_str());
            Some(Event::Start(Tag::Image { link_type, dest_url, title: CowStr::from(""), id }))
        }
        Event::End(TagEnd::Image) => open.pop().unwrap_or(false).then_some(event),
        _ => Some(event),
    })
}

/// A row of a table as the only one of a table.
fn in_table(row: &str) -> String {
    let (row, cells) = (row.trim(), row_cells(row));
    format!("|{}\n|{}\n{row}\n", "a|".repeat(cells), "-|".repeat(cells))
}

/// How many cells a row of a table has: those that its head has none for are shown to nobody (GFM).
pub fn row_cells(row: &str) -> usize {
    let row = row.trim();
    let mut bars = 0;
    let (mut is_escaped, mut ends) = (false, false);
    for c in row.chars() {
        ends = c == '|' && !is_escaped;
        bars += usize::from(ends);
        is_escaped = c == '\\' && !is_escaped;
    }
    let edges = usize::from(row.starts_with('|')) + usize::from(row.len() > 1 && ends);
    (1 + bars).saturating_sub(edges).max(1)
}

/// The events of a table that [`in_table`] made, without the head that it gave it.
fn row<'t>(table: &'t str, images: &'t Images) -> Vec<Event<'t>> {
    let mut is_head = false;
    let mut events = Vec::new();
    for event in shown(table, images) {
        is_head |= matches!(event, Event::Start(Tag::TableHead));
        // The end of the head has the cells behind it be no heads; it alone ends nothing.
        is_head &= !matches!(event, Event::End(TagEnd::TableHead));
        if !is_head {
            events.push(event);
        }
    }
    events
}

static STILL: LazyLock<Builder<'static>> = LazyLock::new(still);

/// What may stand in a block that is only looked at: no images, and links that lead nowhere.
fn still() -> Builder<'static> {
    let mut cleaner = Builder::default();
    cleaner.rm_tags(["img"]).rm_tag_attributes("a", ["href", "hreflang"]).link_rel(None);
    cleaner
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
}

/// What may stand in a page: no scripts, styles, frames or forms, and addresses that lead somewhere.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::default();
    let named = ["h1", "h2", "h3", "h4", "h5", "h6", "div", "sup"];
    let mut attributes: HashMap<&str, HashSet<&str>> = cleaner.clone_tag_attributes();
    for tag in named {
        attributes.entry(tag).or_default().insert("id");
    }
    attributes.entry("code").or_default().insert("class");
    let classes = [
        ("div", HashSet::from(["footnote-definition"])),
        ("sup", HashSet::from(["footnote-reference", "footnote-definition-label"])),
    ];
    cleaner
        .tag_attributes(attributes)
        .generic_attributes(HashSet::from(["lang", "dir", "title"]))
        .allowed_classes(HashMap::from(classes))
        .attribute_filter(|tag, name, value| {
            let is_language = || value.strip_prefix("language-").is_some_and(is_word);
            ((tag, name) != ("code", "class") || is_language()).then_some(value.into())
        })
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]));
    cleaner
});

fn is_word(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || "+#-_".contains(c))
}

/// What a block says of its language.
fn attributes(locale: &Locale) -> String {
    format!(" lang=\"{locale}\" dir=\"{}\"", locale.direction().as_html())
}

/// Gives blocks their language.
struct Writer<'t, 'p> {
    locale: &'p Locale,
    parts: &'p [(Range<usize>, Locale)],
    events: Vec<Event<'t>>,
    /// The end tag of the block that is open and says its language itself.
    leaf: Option<String>,
    /// The language of a run of text that stands in no block of its own, as in a cell.
    run: Option<&'p Locale>,
}

impl<'t, 'p> Writer<'t, 'p> {
    fn event(&mut self, event: Event<'t>, span: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::TaskListMarker(done) => self.raw(if done { "☑ " } else { "☐ " }),
            event => {
                self.inline(&span);
                self.events.push(event);
            }
        }
    }

    fn start(&mut self, tag: Tag<'t>, span: Range<usize>) {
        if !is_inline(&tag) {
            self.end_run();
        }
        let foreign = self.language(&span);
        match (foreign, leaf(&tag)) {
            (Some(language), Some((open, close))) => {
                self.raw(format!("<{open}{}>", attributes(language)));
                if let Tag::CodeBlock(kind) = &tag {
                    self.raw(code_class(kind));
                }
                self.leaf = Some(close);
            }
            _ if is_inline(&tag) => {
                self.inline(&span);
                self.events.push(Event::Start(lead_to_html(tag)));
            }
            _ => self.events.push(Event::Start(tag)),
        }
        if matches!(self.events.last(), Some(Event::Start(tag)) if leaf(tag).is_some()) {
            self.leaf = Some(String::new());
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if !is_inline_end(tag) {
            self.end_run();
        }
        match self.leaf.take_if(|_| is_leaf_end(tag)) {
            Some(close) if !close.is_empty() => self.raw(close),
            _ => self.events.push(Event::End(tag)),
        }
    }

    /// Text at `span` follows: where it is in no block that says its language, a run says it.
    fn inline(&mut self, span: &Range<usize>) {
        if self.leaf.is_some() {
            return;
        }
        let language = self.language(span);
        if self.run != language {
            self.end_run();
            if let Some(language) = language {
                self.raw(format!("<span{}>", attributes(language)));
                self.run = Some(language);
            }
        }
    }

    fn end_run(&mut self) {
        if self.run.take().is_some() {
            self.raw("</span>");
        }
    }

    /// The language of the text at `span`, where it is another than the page's.
    fn language(&self, span: &Range<usize>) -> Option<&'p Locale> {
        let at = self.parts.partition_point(|(part, _)| part.end <= span.start);
        let (part, language) = self.parts.get(at)?;
        (part.start < span.end && language != self.locale).then_some(language)
    }

    fn raw(&mut self, html: impl Into<CowStr<'t>>) {
        self.events.push(Event::InlineHtml(html.into()));
    }
}

/// The tag and end tag of a block that holds text and nothing else.
fn leaf(tag: &Tag<'_>) -> Option<(String, String)> {
    let named = |name: &str| (name.to_owned(), format!("</{name}>\n"));
    match tag {
        Tag::Paragraph => Some(named("p")),
        Tag::Heading { level, id, .. } => {
            let (mut open, close) = named(&level.to_string());
            if let Some(id) = id {
                // Memory takes all that is written.
                let _ = write!(open, " id=\"{}\"", escaped(id));
            }
            Some((open, close))
        }
        Tag::CodeBlock(_) => Some(("pre".to_owned(), "</code></pre>\n".to_owned())),
        Tag::HtmlBlock => Some(named("div")),
        _ => None,
    }
}

fn is_leaf_end(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock)
}

fn code_class(kind: &CodeBlockKind<'_>) -> String {
    match kind {
        CodeBlockKind::Fenced(info) if !info.is_empty() => {
            let language = info.split(' ').next().unwrap_or_default();
            format!("<code class=\"language-{}\">", escaped(language))
        }
        _ => "<code>".to_owned(),
    }
}

/// A text as HTML shows it, between tags or in a quoted attribute.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

fn is_inline_end(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}

/// A link to another document of the release leads to its HTML.
fn lead_to_html(tag: Tag<'_>) -> Tag<'_> {
    let Tag::Link { link_type, dest_url, title, id } = tag else { return tag };
    let (path, rest) = dest_url.split_at(dest_url.find(['#', '?']).unwrap_or(dest_url.len()));
    let is_document = link_type != LinkType::Autolink
        && !path.contains("//")
        && !path.contains(':')
        && path.ends_with(".md");
    let to = is_document.then(|| format!("{}.html{rest}", path.trim_end_matches(".md")));
    Tag::Link { link_type, dest_url: to.map_or(dest_url, CowStr::from), title, id }
}
