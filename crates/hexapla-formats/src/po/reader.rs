//! Lines of a PO file to its messages.

use std::ops::Range;

use hexapla_model::{Diagnostic, Phrase};

use super::string::{self, Quoted};

/// A message with what stands above it.
#[derive(Clone, Debug, Default)]
pub(super) struct Message {
    /// Where its first line begins: of its comments, where it has any.
    pub(super) start: usize,
    /// Where the first keyword begins.
    pub(super) keywords: usize,
    /// What programmers say to translators (`#.`).
    pub(super) extracted: Vec<String>,
    /// The flags that say `fuzzy`, without the line end.
    pub(super) fuzzy: Option<Range<usize>>,
    pub(super) context: Option<String>,
    pub(super) id: Option<String>,
    pub(super) plural: Option<String>,
    /// Its translation, or the forms of it.
    pub(super) forms: Vec<Form>,
}

/// `msgstr` or `msgstr[n]`.
#[derive(Clone, Debug)]
pub(super) struct Form {
    /// Where its keyword begins.
    pub(super) start: usize,
    /// The number in its brackets.
    pub(super) index: usize,
    pub(super) string: Quoted,
}

impl Message {
    /// Whether it is the header.
    pub(super) fn is_header(&self) -> bool {
        self.context.is_none() && self.id.as_deref() == Some("")
    }

    /// The end of its last string.
    pub(super) fn end(&self) -> usize {
        self.forms.last().map_or(self.start, |form| form.string.span.end)
    }
}

/// A file as it was read.
#[derive(Debug, Default)]
pub(super) struct File {
    /// The messages that could be read; obsolete ones are not among them.
    pub(super) messages: Vec<Message>,
    pub(super) problems: Vec<Diagnostic>,
}

impl File {
    pub(super) fn read(text: &str) -> Self {
        let mut reader = Reader::default();
        let mut at = text.len() - text.trim_start_matches('\u{feff}').len();
        for line in text[at..].split_inclusive('\n') {
            let content = line.trim_end_matches(['\n', '\r']);
            reader.line(content, at);
            at += line.len();
        }
        reader.finish();
        reader.file
    }

    /// The header, where there is one.
    pub(super) fn header(&self) -> Option<&Message> {
        self.messages.iter().find(|it| it.is_header())
    }
}

/// A field of a message that holds a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Context,
    Id,
    Plural,
    Form(Option<usize>),
}

/// The most forms that a message may have: no language has more than six.
const MOST_FORMS: usize = 16;

#[derive(Default)]
struct Reader {
    file: File,
    open: Option<Message>,
    /// The field that strings on lines of their own belong to.
    field: Option<Field>,
    /// Whether the open message cannot be read, which was told.
    broken: bool,
}

impl Reader {
    fn line(&mut self, line: &str, start: usize) {
        let trimmed = line.trim_start_matches([' ', '\t']);
        let at = start + line.len() - trimmed.len();
        let complete = self.open.as_ref().is_some_and(|it| !it.forms.is_empty());
        match trimmed.as_bytes().first() {
            None => {
                if complete || self.open.as_ref().is_some_and(is_comments) {
                    self.finish();
                }
            }
            Some(b'#') => {
                if complete || trimmed.starts_with("#~") {
                    self.finish();
                }
                if !trimmed.starts_with("#~") {
                    self.comment(trimmed, at);
                }
            }
            Some(b'"') => self.more(trimmed, at),
            Some(_) => self.keyword(trimmed, at),
        }
    }

    /// Ends the open message.
    fn finish(&mut self) {
        self.field = None;
        let broken = std::mem::take(&mut self.broken);
        let Some(message) = self.open.take() else { return };
        if broken || is_comments(&message) {
            return;
        }
        let what = match (&message.id, message.forms.is_empty()) {
            (None, _) => "a message without `msgid`",
            (_, true) => "a message without `msgstr`",
            _ => return self.file.messages.push(message),
        };
        self.tell(message.keywords..message.keywords + "msg".len(), what);
    }

    fn tell(&mut self, span: Range<usize>, what: &str) {
        let hint = "set the syntax right, as `msgfmt -c` asks; until then the message is not read";
        let problem = Diagnostic::error("po-syntax", span, Phrase::in_english(what))
            .with_hint(Phrase::in_english(hint));
        self.file.problems.push(problem);
    }

    /// Tells of a line of the open message, once.
    fn broken(&mut self, span: Range<usize>, what: &str) {
        if !self.broken {
            self.tell(span, what);
        }
        self.broken = true;
    }

    fn message(&mut self, at: usize) -> &mut Message {
        self.open.get_or_insert_with(|| Message { start: at, keywords: at, ..Message::default() })
    }

    fn comment(&mut self, line: &str, at: usize) {
        let message = self.message(at);
        if let Some(said) = line.strip_prefix("#.") {
            message.extracted.push(said.trim().to_owned());
        } else if let Some(flags) = line.strip_prefix("#,")
            && flags.split(',').any(|flag| flag.trim() == "fuzzy")
        {
            message.fuzzy = Some(at..at + line.len());
        }
    }

    /// A string on a line of its own.
    fn more(&mut self, line: &str, at: usize) {
        let Some(field) = self.field else {
            self.message(at);
            return self.broken(at..at + line.len(), "a string that belongs to nothing");
        };
        let Some(more) = self.string(line, at) else { return };
        let Some(message) = &mut self.open else { return };
        let text = match field {
            Field::Context => message.context.as_mut(),
            Field::Id => message.id.as_mut(),
            Field::Plural => message.plural.as_mut(),
            Field::Form(_) => message.forms.last_mut().map(|form| {
                form.string.span.end = more.span.end;
                &mut form.string.text
            }),
        };
        text.into_iter().for_each(|text| text.push_str(&more.text));
    }

    /// A string up to the end of its line.
    fn string(&mut self, line: &str, at: usize) -> Option<Quoted> {
        match string::read(line) {
            Ok((text, length)) if line[length..].trim().is_empty() => {
                Some(Quoted { span: at..at + length, text })
            }
            Ok((_, length)) => {
                let what = "text behind a string, expected `\\\"` for a quote within one";
                self.broken(at + length..at + line.len(), what);
                None
            }
            Err((offset, what)) => {
                self.broken(at + offset..at + line.len(), what);
                None
            }
        }
    }

    fn keyword(&mut self, line: &str, at: usize) {
        let length = line.find([' ', '\t', '"']).unwrap_or(line.len());
        let Some(field) = field(&line[..length]) else {
            self.message(at);
            let what = "expected `msgctxt`, `msgid`, `msgstr` or a comment";
            return self.broken(at..at + line.len(), what);
        };
        let ends = self.open.as_ref().is_some_and(|it| match field {
            Field::Context => !is_comments(it),
            Field::Id => it.id.is_some(),
            Field::Plural | Field::Form(_) => false,
        });
        if ends {
            self.finish();
        }
        if self.open.as_ref().is_none_or(is_comments) && !self.broken {
            self.message(at).keywords = at;
        }
        let rest = line[length..].trim_start();
        let Some(string) = self.string(rest, at + line.len() - rest.len()) else { return };
        self.field = Some(field);
        let Some(message) = &mut self.open else { return };
        if let Err(what) = put(message, field, string, at) {
            self.broken(at..at + length, what);
        }
    }
}

/// Whether a message has nothing but comments yet.
fn is_comments(message: &Message) -> bool {
    message.context.is_none() && message.id.is_none() && message.forms.is_empty()
}

/// Gives a message the string of a field, where that is next.
fn put(message: &mut Message, field: Field, string: Quoted, at: usize) -> Result<(), &'static str> {
    let begun = !message.forms.is_empty();
    match field {
        Field::Context if message.context.is_none() => message.context = Some(string.text),
        Field::Id if message.id.is_none() => message.id = Some(string.text),
        Field::Context | Field::Id => return Err("a keyword that stands twice in one message"),
        Field::Plural if begun || message.id.is_none() || message.plural.is_some() => {
            return Err("`msgid_plural` in another place than behind `msgid`");
        }
        Field::Plural => message.plural = Some(string.text),
        Field::Form(_) if message.id.is_none() => return Err("`msgstr` before `msgid`"),
        Field::Form(index) => {
            let index = match (index, message.plural.is_some()) {
                (None, false) if !begun => 0,
                (Some(index), true) if message.forms.iter().all(|it| it.index != index) => index,
                (_, false) => return Err("expected one `msgstr` without a number"),
                (_, true) => return Err("expected `msgstr[0]`, `msgstr[1]` and so on, each once"),
            };
            message.forms.push(Form { start: at, index, string });
        }
    }
    Ok(())
}

fn field(keyword: &str) -> Option<Field> {
    match keyword {
        "msgctxt" => Some(Field::Context),
        "msgid" => Some(Field::Id),
        "msgid_plural" => Some(Field::Plural),
        "msgstr" => Some(Field::Form(None)),
        _ => {
            let index = keyword.strip_prefix("msgstr[")?.strip_suffix(']')?.trim().parse().ok()?;
            (index < MOST_FORMS).then_some(Field::Form(Some(index)))
        }
    }
}
