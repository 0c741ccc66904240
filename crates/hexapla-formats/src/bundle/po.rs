//! Messages as gettext's PO: the name of a message is its `msgid`.

use super::forms::{Forms, forms};
use super::messages::Why;
use super::numbers::Numbers;
use super::pattern::Pattern;
use super::{Bundle, Entry, Written, read_back, undated};
use crate::Format;
use crate::fluent::Inexpressible;
use crate::po;

const WHAT: &str = "gettext";

/// The catalogue.
pub(super) fn write(bundle: &Bundle<'_>) -> Result<String, Vec<Inexpressible>> {
    let numbers = Numbers::of(bundle.locale, false);
    let mut file = po::in_locale("", bundle.locale);
    let mut written = Vec::new();
    let plurals = po::plurals_of(bundle.locale);
    let made = bundle.each(|entry| message(entry, &numbers, plurals.as_deref(), &mut written))?;
    file.truncate(file.trim_end().len());
    file.push('\n');
    for message in made {
        file.push('\n');
        file.push_str(&message);
    }
    read_back(Format::Po, file, &written)
}

fn message(
    entry: &Entry<'_>,
    numbers: &Numbers,
    plurals: Option<&[Option<&'static str>]>,
    written: &mut Vec<Written>,
) -> Result<String, Why> {
    let name = entry.message.name();
    let mut out: String = entry
        .comment
        .into_iter()
        .flat_map(str::lines)
        .map(|line| format!("#. {}\n", line.replace(char::is_control, " ")))
        .collect();
    out.push_str(&format!("msgid \"{name}\"\n"));
    let mut note = |key: String, text: &str| match text {
        "" => Err("gettext takes an empty text for one that is missing".to_owned()),
        _ => {
            let entry = entry.message.entry.clone();
            written.push(Written { entry, key, text: text.to_owned() });
            Ok(po::quoted(text))
        }
    };
    match forms(&entry.message.pattern, entry.shape.plural.as_deref(), numbers, WHAT)? {
        Forms::One(pattern) => {
            let text = note(name, &said(&pattern, entry)?)?;
            out.push_str(&format!("msgstr {text}\n"));
        }
        Forms::Plural(forms) => {
            let plurals = plurals
                .ok_or("it has plural forms, and those of gettext are not known of the locale")?;
            out.push_str(&format!("msgid_plural \"{name}\"\n"));
            for (number, category) in plurals.iter().enumerate() {
                let form = forms.iter().find(|it| Some(it.0) == *category);
                let form = form.ok_or("gettext has a form that CLDR has not")?;
                let text = note(format!("{name}[{}]", form.0), &said(&form.1, entry)?)?;
                out.push_str(&format!("msgstr[{number}] {text}\n"));
            }
        }
    }
    Ok(out)
}

/// The text, with `{name}` for what is filled in, as `str.format` of Python has it.
fn said(pattern: &Pattern, entry: &Entry<'_>) -> Result<String, Why> {
    let text = |text: &str| text.replace('{', "{{").replace('}', "}}");
    entry.said(pattern, text, |it| Ok(format!("{{{}}}", undated(it, WHAT)?)))
}
