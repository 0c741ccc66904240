//! Documents as HTML.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::ops::Range;
use std::sync::LazyLock;

use ammonia::Builder;
use hexapla_model::Locale;
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

/// The text of a block as HTML in which nothing runs and nothing leads anywhere: as it looks to a
/// reader, for who works on it. Images are told by their alternative text.
pub fn block_to_html(text: &str) -> String {
    let is_image = |event: &Event<'_>| {
        matches!(event, Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image))
    };
    let events = Parser::new_ext(text, options()).filter(|it| !is_image(it));
    let mut raw = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut raw, events);
    STILL.clean(&raw).to_string()
}

/// What may stand in a block that is only looked at: no images, and links that lead nowhere.
static STILL: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::default();
    cleaner.rm_tags(["img"]).rm_tag_attributes("a", ["href", "hreflang"]).link_rel(None);
    cleaner
});

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

fn escaped(text: &str) -> String {
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
