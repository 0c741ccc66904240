//! The header of a catalogue: what its message without an id says.

use hexapla_model::Locale;

use super::forms::{self, Forms};
use super::reader::{File, Message};
use super::string;
use crate::normalise::line_end;
use crate::splice::splice;

/// The value of a field of a header.
pub(super) fn field<'h>(header: &'h str, name: &str) -> Option<&'h str> {
    let mut fields = header.lines().filter_map(|line| line.split_once(':'));
    fields.find(|(it, _)| it.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

/// What the header of a file says; nothing where it has none.
pub(super) fn of(file: &File) -> &str {
    let form = file.header().and_then(|it| it.forms.first());
    form.map_or("", |form| form.string.text.as_str())
}

/// The header with a field that says `value`.
fn with(header: &str, name: &str, value: &str) -> String {
    let mut found = false;
    let mut out = String::with_capacity(header.len() + name.len() + value.len());
    for line in header.lines() {
        let is_it =
            line.split_once(':').is_some_and(|(it, _)| it.trim().eq_ignore_ascii_case(name));
        if !is_it {
            out.push_str(&format!("{line}\n"));
        } else if !found {
            out.push_str(&format!("{name}: {value}\n"));
            found = true;
        }
    }
    if !found {
        out.push_str(&format!("{name}: {value}\n"));
    }
    out
}

/// The header of a new file.
const NEW: &str = "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n\
                   Content-Transfer-Encoding: 8bit\n";

/// The catalogue as one of `locale`: the header names its language and plural forms, and each
/// message has as many forms as that says, with the texts of those that it had.
pub(super) fn in_locale(text: &str, locale: &Locale) -> String {
    let file = File::read(text);
    let old = of(&file);
    let header = if old.is_empty() { NEW } else { old };
    let header = with(header, "Language", &locale.as_str().replace('-', "_"));
    let header = match forms::of_locale(locale) {
        Some(plurals) => with(&header, "Plural-Forms", plurals),
        None => header,
    };
    let header = header.replace("charset=CHARSET", "charset=UTF-8");
    let end = line_end(text);
    let mut edits = Vec::new();
    match file.header().and_then(|message| Some((message, message.forms.first()?))) {
        Some((message, form)) => {
            edits.extend(message.fuzzy.clone().map(|span| (span, "#".to_owned())));
            edits.push((form.string.span.clone(), string::write("", &header, end)));
        }
        None => {
            let start = text.len() - text.trim_start_matches('\u{feff}').len();
            let string = string::write("", &header, end);
            edits.push((start..start, format!("msgid \"\"{end}msgstr {string}{end}{end}")));
        }
    }
    if let (Ok(before), Ok(after)) = (forms::of_header(old), forms::of_header(&header))
        && before != after
    {
        let plurals = file.messages.iter().filter(|it| it.plural.is_some());
        edits.extend(plurals.map(|it| renumbered(text, it, &before, &after, end)));
    }
    edits.sort_by_key(|(span, _)| span.start);
    splice(text, edits.iter().map(|(span, new)| (span.clone(), new.as_str())))
}

/// The forms of a message under the numbers that they have by another header.
fn renumbered(
    text: &str,
    message: &Message,
    before: &Forms,
    after: &Forms,
    end: &str,
) -> (std::ops::Range<usize>, String) {
    let raw = |category: &Option<&str>| {
        let index = before.iter().position(|it| it == category && it.is_some())?;
        let form = message.forms.iter().find(|it| it.index == index)?;
        text.get(form.string.span.clone())
    };
    let line = |(index, category)| format!("msgstr[{index}] {}", raw(category).unwrap_or("\"\""));
    let lines: Vec<String> = after.iter().enumerate().map(line).collect();
    let start = message.forms.first().map_or(message.end(), |it| it.start);
    (start..message.end(), lines.join(end))
}
