//! Writing PO.

use hexapla_model::{Freshness, State};

use super::quote::quoted;
use super::{RECORD, SOURCE};
use crate::escape::{escape, is_xml};
use crate::record::Shown;
use crate::{Exchange, Segment, notes};

/// The file of an exchange.
pub(crate) fn write(exchange: &Exchange) -> String {
    let header = format!(
        "Project-Id-Version: hexapla\nLanguage: {}\n{SOURCE}: {}\nMIME-Version: 1.0\n\
         Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n",
        exchange.target, exchange.source
    );
    let mut out = String::new();
    string(&mut out, "", "msgid", "");
    string(&mut out, "", "msgstr", &header);
    for (address, segment) in exchange.addressed() {
        message(&mut out, &address, segment);
    }
    out
}

fn message(out: &mut String, address: &str, segment: &Segment) {
    let shown = Shown::of(segment);
    let target = shown.target.as_ref().map_or("", |text| text.as_str());
    let obsolete = segment.freshness == Freshness::Obsolete;
    let plain = |c: char| is_xml(c) && c != '\r';
    out.push('\n');
    for line in notes::lines(&segment.notes) {
        out.push_str(&format!("#. {}\n", escape(&line, plain)));
    }
    out.push_str(&format!("#. {RECORD}{}\n", escape(&shown.record.to_line(), plain)));
    out.push_str(&format!("#: {}\n", reference(address)));
    if shown.mark == State::Initial && !target.is_empty() && !obsolete {
        out.push_str("#, fuzzy\n");
    }
    let (before, now) = if obsolete { ("#~| ", "#~ ") } else { ("#| ", "") };
    if let Some(was) = &shown.was {
        string(out, before, "msgid", was);
    }
    string(out, now, "msgctxt", address);
    string(out, now, "msgid", shown.source.as_str());
    string(out, now, "msgstr", target);
}

/// An address as the place of a message; one with white space stands between isolates, as gettext
/// has it.
fn reference(address: &str) -> String {
    let address = address.replace(|c: char| c.is_control(), " ");
    match address.contains(char::is_whitespace) {
        true => format!("\u{2068}{address}\u{2069}"),
        false => address,
    }
}

fn string(out: &mut String, prefix: &str, keyword: &str, text: &str) {
    for (number, line) in quoted(text).iter().enumerate() {
        match number {
            0 => out.push_str(&format!("{prefix}{keyword} {line}\n")),
            _ => out.push_str(&format!("{prefix}{line}\n")),
        }
    }
}
