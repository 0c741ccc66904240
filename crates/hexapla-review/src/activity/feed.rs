//! What happened, as a feed (Atom, RFC 4287).

use hexapla_engine::text::shown;
use hexapla_model::Locale;
use hexapla_xml::is_xml;
use sha2::{Digest, Sha256};

use super::{Event, events};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::failure::Failure;
use crate::revision::Revision;
use crate::room::Room;
use crate::words::Words;

/// The most entries of the feed.
const MOST: usize = 100;

/// The feed of what happened, latest first. Its addresses are whole: whoever reads it is elsewhere.
pub(crate) fn feed(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let whole = room.desk.whole()?;
    let all = events(&whole.loaded.snapshot, &whole.status);
    let standing = room.desk.standing();
    let (name, origin) = (shown(standing.session.name()), asked.origin());
    let feed = Feed {
        words: Words::of(asked.language),
        name: &name,
        locales: standing.picture.locales().collect(),
        origin: &origin,
    };
    let updated = all.first().map_or_else(|| room.desk.now(), |it| it.at);
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <id>urn:hexapla:{}</id>\n<title>{}</title>\n<updated>{updated}</updated>\n\
         <author><name>Hexapla</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
        feed.words.language.tag,
        digest(standing.session.name()),
        escaped(&name),
        feed.link("/activity.atom"),
        feed.link("/activity"),
    );
    let told = super::credited(room, &all, 0, MOST);
    told.iter().for_each(|event| text.push_str(&feed.entry(event)));
    text.push_str("</feed>\n");
    Ok(Answer::File("application/atom+xml; charset=utf-8", None, text))
}

/// What all entries are made with.
struct Feed<'a> {
    words: Words,
    /// The name of the project.
    name: &'a str,
    locales: Vec<&'a Locale>,
    /// Where the room was asked.
    origin: &'a str,
}

impl Feed<'_> {
    /// A whole address, as an attribute can hold it.
    fn link(&self, path: &str) -> String {
        escaped(&format!("{}{path}", self.origin))
    }

    fn entry(&self, event: &Event) -> String {
        let by = event.by.as_ref().map(ToString::to_string).unwrap_or_default();
        let label =
            self.words.say2("activity-label", "kind", event.kind.as_str(), "handle", by.as_str());
        let locale = event.locale.as_ref().map(|it| format!(" · {it}")).unwrap_or_default();
        let units = self.words.say1("coverage-units-of", "count", event.units);
        let title = format!("{}{locale}: {label} ({units})", shown(event.resource.as_str()));
        // The same day's event of the same project has the same name, wherever it is asked for.
        let (day, kind) = (event.at.date(), event.kind.as_str());
        let id = digest(&format!("{} {day} {} {kind} {locale} {by}", self.name, event.resource));
        let authors: String = authors(event)
            .iter()
            .map(|it| format!("<author><name>{}</name></author>", escaped(it)))
            .collect();
        format!(
            "<entry><id>urn:hexapla:{id}</id><title>{}</title><updated>{}</updated>{authors}\
             <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/><summary>{}</summary></entry>\n",
            escaped(&title),
            event.at,
            self.link(&event.address(&self.locales)),
            escaped(&self.summary(event, &title)),
        )
    }

    /// Why it happened, or what came of it.
    fn summary(&self, event: &Event, title: &str) -> String {
        let stale = event.stale.iter().map(|(locale, units)| {
            let units = self.words.say1("coverage-units-of", "count", *units);
            format!("{locale}: {units}")
        });
        let stale: Vec<String> = stale.collect();
        let label = self.words.say1("need-label", "need", "stale");
        let stale = (!stale.is_empty()).then(|| format!("{label} – {}", stale.join(", ")));
        let subjects = event.revisions.iter().filter_map(Revision::subject);
        let told: Vec<String> =
            event.why.as_deref().map(shown).into_iter().chain(subjects).chain(stale).collect();
        if told.is_empty() { title.to_owned() } else { told.join("; ") }
    }
}

/// Who did it or, of a change of the source, everybody who made one of its revisions, each once.
fn authors(event: &Event) -> Vec<String> {
    let mut authors: Vec<String> = event.by.iter().map(ToString::to_string).collect();
    for author in event.revisions.iter().filter_map(Revision::author) {
        if !authors.contains(&author) {
            authors.push(author);
        }
    }
    authors
}

fn digest(text: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(text.as_bytes())[..16])
}

/// Text as XML 1.0 can hold it, between tags and in an attribute.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if !is_xml(c) => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
    out
}
