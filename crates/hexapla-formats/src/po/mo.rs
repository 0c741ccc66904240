//! Compiled catalogues (MO), as section 10.3 of gettext's manual has them.

use super::reader::{File, Form, Message};

/// What stands between the forms of a message, and between its id and plural id.
const BETWEEN: &str = "\0";

/// What stands behind a context.
const CONTEXT: char = '\u{4}';

const MAGIC: u32 = 0x9504_12de;
/// Magic, revision, number of strings, both tables, size and place of a hash table that is left out.
const HEADER: usize = 7 * 4;
/// The length and place of a string.
const ENTRY: usize = 2 * 4;

/// The catalogue for programs: its header and every message that is translated, by its id. Messages
/// that are `fuzzy` or lack a form are left out, as `msgfmt` does. Forms stand by their numbers.
pub(crate) fn to_mo(text: &str) -> Vec<u8> {
    let file = File::read(text);
    let mut pairs: Vec<(String, String)> = file.messages.iter().filter_map(pair).collect();
    // What is sorted is compared byte by byte up to the first NUL; of two of one id the first counts.
    pairs.sort_by(|a, b| id(&a.0).cmp(id(&b.0)));
    pairs.dedup_by(|later, first| id(&later.0) == id(&first.0));
    let tables = HEADER + 2 * ENTRY * pairs.len();
    let (mut ids, mut texts) = (Vec::new(), Vec::new());
    let mut strings = Vec::new();
    for (table, string) in
        pairs.iter().map(|it| (true, &it.0)).chain(pairs.iter().map(|it| (false, &it.1)))
    {
        let entry = [number(string.len()), number(tables + strings.len())].concat();
        if table {
            ids.extend(entry);
        } else {
            texts.extend(entry);
        }
        strings.extend_from_slice(string.as_bytes());
        strings.push(0);
    }
    let count = pairs.len();
    let header = [MAGIC.to_le_bytes(), number(0), number(count), number(HEADER)];
    let rest = [number(HEADER + ENTRY * count), number(0), number(tables)];
    [header.concat(), rest.concat(), ids, texts, strings].concat()
}

fn number(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

fn id(key: &str) -> &str {
    key.split(BETWEEN).next().unwrap_or_default()
}

fn pair(message: &Message) -> Option<(String, String)> {
    let mut forms: Vec<&Form> = message.forms.iter().collect();
    forms.sort_by_key(|it| it.index);
    let texts: Vec<&str> = forms.iter().map(|it| it.string.text.as_str()).collect();
    let is_there = |(at, form): (usize, &&Form)| form.index == at && !form.string.text.is_empty();
    let missing = forms.is_empty() || !forms.iter().enumerate().all(is_there);
    if missing || (message.fuzzy.is_some() && !message.is_header()) {
        return None;
    }
    let mut key = message.context.as_ref().map(|it| format!("{it}{CONTEXT}")).unwrap_or_default();
    key.push_str(message.id.as_deref().unwrap_or_default());
    if let Some(plural) = &message.plural {
        key.push_str(BETWEEN);
        key.push_str(plural);
    }
    Some((key, texts.join(BETWEEN)))
}
