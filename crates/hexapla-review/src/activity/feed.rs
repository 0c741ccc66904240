//! What happened, as a feed (Atom, RFC 4287).

use sha2::{Digest, Sha256};

use super::{Event, events};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::failure::Failure;
use crate::room::Room;
use crate::words::Words;

/// The most entries of the feed.
const MOST: usize = 100;

/// The feed of what happened, latest first.
pub(crate) fn feed(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let whole = room.desk.whole()?;
    let all = events(&whole.loaded.snapshot);
    let words = Words::of(asked.language);
    let standing = room.desk.standing();
    let name = standing.session.name();
    let updated = all.first().map_or_else(|| room.desk.now(), |it| it.at);
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <id>urn:hexapla:{}</id>\n<title>{}</title>\n<updated>{updated}</updated>\n\
         <author><name>Hexapla</name></author>\n<link rel=\"alternate\" href=\"/activity\"/>\n",
        words.language.tag,
        digest(name),
        escaped(name),
    );
    all.iter().take(MOST).for_each(|event| text.push_str(&entry(&words, event)));
    text.push_str("</feed>\n");
    Ok(Answer::File("application/atom+xml; charset=utf-8", None, text))
}

fn entry(words: &Words, event: &Event) -> String {
    let by = event.by.as_ref().map(ToString::to_string).unwrap_or_default();
    let label = words.say2("activity-label", "kind", event.kind.as_str(), "handle", by.as_str());
    let locale = event.locale.as_ref().map(|it| format!(" · {it}")).unwrap_or_default();
    let units = words.say1("coverage-units-of", "count", event.units);
    let title = format!("{}{locale}: {label} ({units})", event.resource);
    let name =
        format!("{} {} {locale} {by} {}", event.at.date(), event.resource, event.kind.as_str());
    let why = event.why.as_deref().unwrap_or(&title);
    format!(
        "<entry><id>urn:hexapla:{}</id><title>{}</title><updated>{}</updated><summary>{}</summary></entry>\n",
        digest(&name),
        escaped(&title),
        event.at,
        escaped(why),
    )
}

fn digest(text: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(text.as_bytes())[..16])
}

/// Text as XML 1.0 can hold it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in hexapla_engine::text::shown(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
    out
}
