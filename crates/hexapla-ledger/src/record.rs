//! The line that holds a fact on disk: version 1.
//!
//! `{"v":1,"<kind>":{…}}`, JSON. Absent values are left out; a unit without a key has the key `""`.
//! A line of the kind `ballast` or `only` holds no fact.
//! Every version is read for ever; a line of a later version is refused.

use std::borrow::Cow;

use hexapla_model::{Fingerprint, Group, Handle, Locale, ResourceId, State, Timestamp, UnitKey};
use serde::{Deserialize, Serialize};

use crate::fact::{
    Attested, Fact, KeptText, Origin, Pair, Placed, Proposed, Renamed, Reopened, Restated, Seen,
    SeenSource, StillValid,
};

/// The version that is written.
pub(crate) const VERSION: u64 = 1;

/// A line of any version: enough to tell one that is too new.
#[derive(Deserialize)]
struct AnyLine {
    v: u64,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    v: u64,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    attested: Option<AttestedV1<'a>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    reopened: Option<ReopenedV1<'a>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    kept: Option<StillValidV1<'a>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    seen: Option<SeenV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<(String, String)>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    proposed: Option<ProposedV1<'a>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    placed: Option<PlacedV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    renamed: Option<(String, String)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    restated: Option<(String, String)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ballast: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    only: Option<String>,
}

/// Key, source, target.
type PairV1<'a> = (Text<'a>, Text<'a>, Text<'a>);

/// A text that is read where it stands: a ledger is mostly pairs.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

impl Text<'_> {
    fn of(shown: &impl ToString) -> Self {
        Self(Cow::Owned(shown.to_string()))
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AttestedV1<'a> {
    locale: String,
    resource: String,
    by: String,
    at: String,
    state: String,
    origin: String,
    /// In percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    confidence: Option<u8>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    answers: Vec<String>,
    #[serde(borrow)]
    pairs: Vec<PairV1<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReopenedV1<'a> {
    locale: String,
    resource: String,
    by: String,
    at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    #[serde(borrow)]
    pair: PairV1<'a>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StillValidV1<'a> {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    locale: Option<String>,
    resource: String,
    by: String,
    at: String,
    #[serde(borrow)]
    pair: PairV1<'a>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SeenV1<'a> {
    resource: String,
    at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    revision: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// Key, the source before or `""`, the source now.
    #[serde(borrow)]
    sources: Vec<PairV1<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProposedV1<'a> {
    locale: String,
    resource: String,
    by: String,
    at: String,
    #[serde(borrow)]
    pair: PairV1<'a>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlacedV1<'a> {
    locale: String,
    resource: String,
    by: String,
    at: String,
    #[serde(borrow)]
    pairs: Vec<PairV1<'a>>,
}

/// Why a line holds no fact.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum RecordError {
    /// A later version wrote it.
    #[error("written in version {0} of the ledger format, this program knows up to {VERSION}")]
    TooNew(u64),
    /// It is damaged.
    #[error("{0}")]
    Damaged(String),
    /// It is in a file that is of the named locale only.
    #[error("not about `{0}`, and the first line says that all of the file is")]
    Astray(String),
}

fn damaged(error: &(impl ToString + ?Sized)) -> RecordError {
    RecordError::Damaged(error.to_string())
}

/// The fact as a line of JSON, without line end.
pub(crate) fn to_line(fact: &Fact) -> String {
    let mut line = Line { v: VERSION, ..Line::default() };
    match fact {
        Fact::Attested(fact) => line.attested = Some(attested_record(fact)),
        Fact::Reopened(fact) => line.reopened = Some(reopened_record(fact)),
        Fact::StillValid(fact) => line.kept = Some(still_valid_record(fact)),
        Fact::Seen(fact) => line.seen = Some(seen_record(fact)),
        Fact::Text(fact) => line.text = Some((fact.fingerprint.to_string(), fact.text.clone())),
        Fact::Proposed(fact) => line.proposed = Some(proposed_record(fact)),
        Fact::Placed(fact) => line.placed = Some(placed_record(fact)),
        Fact::Renamed(fact) => line.renamed = Some((fact.from.to_string(), fact.to.to_string())),
        Fact::Restated(fact) => line.restated = Some((fact.from.to_string(), fact.to.to_string())),
    }
    serde_json::to_string(&line).unwrap_or_default()
}

/// A line of ballast, without line end: 46 bytes.
pub(crate) fn ballast_line(own: Fingerprint) -> String {
    let line = Line { v: VERSION, ballast: Some(own.to_string()), ..Line::default() };
    serde_json::to_string(&line).unwrap_or_default()
}

/// The line that says that every fact of a file is about one locale, without line end.
pub(crate) fn only_line(locale: &str) -> String {
    let line = Line { v: VERSION, only: Some(locale.to_owned()), ..Line::default() };
    serde_json::to_string(&line).unwrap_or_default()
}

/// What a line is about, as its beginning tells.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Head<'a> {
    /// A resource, and of it one locale or all.
    Resource { resource: &'a str, locale: Option<&'a str> },
    /// The words behind a fingerprint.
    Text(&'a str),
    /// All lines of its file, which are about this locale.
    Only(&'a str),
    /// Nothing.
    Ballast,
}

/// What a line is about, where it begins as this program writes lines; none where it has to be read
/// to know.
pub(crate) fn head(line: &[u8]) -> Option<Head<'_>> {
    let rest = line.strip_prefix(br#"{"v":1,""#)?;
    let (kind, rest) = word(rest)?;
    match kind {
        "text" => Some(Head::Text(word(rest.strip_prefix(br#":[""#)?)?.0)),
        "ballast" | "only" => {
            let (what, rest) = word(rest.strip_prefix(br#":""#)?)?;
            let head = if kind == "only" { Head::Only(what) } else { Head::Ballast };
            let whole = rest == b"}"
                && what
                    .bytes()
                    .all(|it| matches!(it, b'-' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z'));
            whole.then_some(head)
        }
        "attested" | "reopened" | "kept" | "seen" | "proposed" | "placed" => {
            let (name, rest) = member(rest.strip_prefix(br#":{""#)?)?;
            match name {
                ("resource", resource) => Some(Head::Resource { resource, locale: None }),
                ("locale", locale) => {
                    let (name, _) = member(rest.strip_prefix(br#",""#)?)?;
                    let resource = (name.0 == "resource").then_some(name.1)?;
                    Some(Head::Resource { resource, locale: Some(locale) })
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// A member of an object, both parts strings, behind its first quote; and what follows.
fn member(text: &[u8]) -> Option<((&str, &str), &[u8])> {
    let (name, rest) = word(text)?;
    let (value, rest) = word(rest.strip_prefix(br#":""#)?)?;
    Some(((name, value), rest))
}

/// A string behind its first quote, where nothing in it is escaped; and what follows its last.
fn word(text: &[u8]) -> Option<(&str, &[u8])> {
    let end = memchr::memchr2(b'"', b'\\', text)?;
    let word = std::str::from_utf8(&text[..end]).ok()?;
    text[end..].strip_prefix(b"\"").map(|rest| (word, rest))
}

/// The fact that a line holds; none where it holds none.
pub(crate) fn from_line(line: &str) -> Result<Option<Fact>, RecordError> {
    match serde_json::from_str::<Line<'_>>(line) {
        Ok(record) if record.v == VERSION => fact(record),
        Ok(record) if record.v < VERSION => Err(damaged("there is no version 0")),
        Ok(record) => Err(RecordError::TooNew(record.v)),
        Err(error) => match serde_json::from_str::<AnyLine>(line) {
            Ok(any) if any.v > VERSION => Err(RecordError::TooNew(any.v)),
            _ => Err(damaged(&error)),
        },
    }
}

fn fact(line: Line<'_>) -> Result<Option<Fact>, RecordError> {
    let other = [line.ballast, line.only].iter().flatten().count();
    let mut facts = [
        line.attested.as_ref().map(attested),
        line.reopened.map(reopened),
        line.kept.as_ref().map(still_valid),
        line.seen.map(seen),
        line.text.map(kept_text),
        line.proposed.as_ref().map(proposed),
        line.placed.as_ref().map(placed),
        line.renamed.map(renamed),
        line.restated.map(restated),
    ]
    .into_iter()
    .flatten();
    match (facts.next(), facts.next(), other) {
        (Some(fact), None, 0) => fact.map(Some),
        (None, _, 1) => Ok(None),
        (None, _, 0) => Err(damaged("no fact in this line")),
        (None, _, _) => Err(damaged("two things in one line")),
        (Some(_), _, _) => Err(damaged("two facts in one line")),
    }
}

fn parse<T: std::str::FromStr<Err: ToString>>(text: &str) -> Result<T, RecordError> {
    text.parse().map_err(|error: T::Err| damaged(&error))
}

fn key(text: &str) -> Option<UnitKey> {
    (!text.is_empty()).then(|| UnitKey::new(text))
}

fn key_record(key: Option<&UnitKey>) -> Text<'_> {
    Text(Cow::Borrowed(key.map_or("", UnitKey::as_str)))
}

fn pair((Text(name), Text(source), Text(target)): &PairV1<'_>) -> Result<Pair, RecordError> {
    Ok(Pair { key: key(name), source: parse(source)?, target: parse(target)? })
}

fn pair_record(pair: &Pair) -> PairV1<'_> {
    (key_record(pair.key.as_ref()), Text::of(&pair.source), Text::of(&pair.target))
}

fn attested(record: &AttestedV1<'_>) -> Result<Fact, RecordError> {
    Ok(Fact::Attested(Attested {
        locale: parse::<Locale>(&record.locale)?,
        resource: parse::<ResourceId>(&record.resource)?,
        by: parse::<Handle>(&record.by)?,
        at: parse::<Timestamp>(&record.at)?,
        state: parse::<State>(&record.state)?,
        origin: parse::<Origin>(&record.origin)?,
        confidence: record.confidence,
        answers: record.answers.iter().map(|id| parse(id)).collect::<Result<_, _>>()?,
        pairs: record.pairs.iter().map(pair).collect::<Result<_, _>>()?,
    }))
}

fn attested_record(fact: &Attested) -> AttestedV1<'_> {
    AttestedV1 {
        locale: fact.locale.to_string(),
        resource: fact.resource.to_string(),
        by: fact.by.to_string(),
        at: fact.at.to_string(),
        state: fact.state.to_string(),
        origin: fact.origin.to_string(),
        confidence: fact.confidence,
        answers: fact.answers.iter().map(ToString::to_string).collect(),
        pairs: fact.pairs.iter().map(pair_record).collect(),
    }
}

fn placed(record: &PlacedV1<'_>) -> Result<Fact, RecordError> {
    Ok(Fact::Placed(Placed {
        locale: parse(&record.locale)?,
        resource: parse(&record.resource)?,
        by: parse(&record.by)?,
        at: parse(&record.at)?,
        pairs: record.pairs.iter().map(pair).collect::<Result<_, _>>()?,
    }))
}

fn placed_record(fact: &Placed) -> PlacedV1<'_> {
    PlacedV1 {
        locale: fact.locale.to_string(),
        resource: fact.resource.to_string(),
        by: fact.by.to_string(),
        at: fact.at.to_string(),
        pairs: fact.pairs.iter().map(pair_record).collect(),
    }
}

fn reopened(record: ReopenedV1<'_>) -> Result<Fact, RecordError> {
    Ok(Fact::Reopened(Reopened {
        locale: parse(&record.locale)?,
        resource: parse(&record.resource)?,
        by: parse(&record.by)?,
        at: parse(&record.at)?,
        why: record.why,
        pair: pair(&record.pair)?,
    }))
}

fn reopened_record(fact: &Reopened) -> ReopenedV1<'_> {
    ReopenedV1 {
        locale: fact.locale.to_string(),
        resource: fact.resource.to_string(),
        by: fact.by.to_string(),
        at: fact.at.to_string(),
        why: fact.why.clone(),
        pair: pair_record(&fact.pair),
    }
}

fn still_valid(record: &StillValidV1<'_>) -> Result<Fact, RecordError> {
    let Pair { key, source, target } = pair(&record.pair)?;
    Ok(Fact::StillValid(StillValid {
        locale: record.locale.as_deref().map(parse).transpose()?,
        resource: parse(&record.resource)?,
        by: parse(&record.by)?,
        at: parse(&record.at)?,
        key,
        from: source,
        to: target,
    }))
}

fn still_valid_record(fact: &StillValid) -> StillValidV1<'_> {
    StillValidV1 {
        locale: fact.locale.as_ref().map(ToString::to_string),
        resource: fact.resource.to_string(),
        by: fact.by.to_string(),
        at: fact.at.to_string(),
        pair: (key_record(fact.key.as_ref()), Text::of(&fact.from), Text::of(&fact.to)),
    }
}

fn seen(record: SeenV1<'_>) -> Result<Fact, RecordError> {
    let source = |(Text(name), Text(before), Text(now)): &PairV1<'_>| {
        let before = (!before.is_empty()).then(|| parse::<Group>(before)).transpose()?;
        Ok(SeenSource { key: key(name), before, now: parse(now)? })
    };
    Ok(Fact::Seen(Seen {
        resource: parse(&record.resource)?,
        at: parse(&record.at)?,
        revision: record.revision,
        reason: record.reason,
        sources: record.sources.iter().map(source).collect::<Result<_, _>>()?,
    }))
}

fn seen_record(fact: &Seen) -> SeenV1<'_> {
    SeenV1 {
        resource: fact.resource.to_string(),
        at: fact.at.to_string(),
        revision: fact.revision.clone(),
        reason: fact.reason.clone(),
        sources: fact.sources.iter().map(seen_source).collect(),
    }
}

fn seen_source(seen: &SeenSource) -> PairV1<'_> {
    let before = seen.before.as_ref().map(Group::to_string).unwrap_or_default();
    (key_record(seen.key.as_ref()), Text(Cow::Owned(before)), Text::of(&seen.now))
}

fn kept_text((fingerprint, text): (String, String)) -> Result<Fact, RecordError> {
    Ok(Fact::Text(KeptText { fingerprint: parse(&fingerprint)?, text }))
}

fn proposed(record: &ProposedV1<'_>) -> Result<Fact, RecordError> {
    Ok(Fact::Proposed(Proposed {
        locale: parse(&record.locale)?,
        resource: parse(&record.resource)?,
        by: parse(&record.by)?,
        at: parse(&record.at)?,
        pair: pair(&record.pair)?,
    }))
}

fn proposed_record(fact: &Proposed) -> ProposedV1<'_> {
    ProposedV1 {
        locale: fact.locale.to_string(),
        resource: fact.resource.to_string(),
        by: fact.by.to_string(),
        at: fact.at.to_string(),
        pair: pair_record(&fact.pair),
    }
}

fn renamed((from, to): (String, String)) -> Result<Fact, RecordError> {
    Ok(Fact::Renamed(Renamed { from: parse(&from)?, to: parse(&to)? }))
}

fn restated((from, to): (String, String)) -> Result<Fact, RecordError> {
    Ok(Fact::Restated(Restated { from: parse(&from)?, to: parse(&to)? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said() -> String {
        let [one, other] = [1, 2].map(|byte| Fingerprint::from_bytes([byte; 16]));
        let head = r#"{"v":1,"attested":{"locale":"es","resource":"pages/a","by":"mara","at":"2026-03-12T09:00:00Z","state":"translated","origin":"inferred","#;
        format!(r#"{head}"pairs":[["title","{one}","{other}"]]}}}}"#)
    }

    fn confidence(line: &str) -> Option<u8> {
        match from_line(line).expect("readable") {
            Some(Fact::Attested(fact)) => fact.confidence,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_line_without_confidence_has_none_and_stays_as_it_is() {
        assert_eq!(confidence(&said()), None);
        let fact = from_line(&said()).expect("readable").expect("a fact");
        assert_eq!(to_line(&fact), said());
    }

    #[test]
    fn a_confidence_is_written_and_read() {
        let line = said().replace(r#""inferred","#, r#""inferred","confidence":93,"#);
        assert_eq!(confidence(&line), Some(93));
        let fact = from_line(&line).expect("readable").expect("a fact");
        assert_eq!(to_line(&fact), line);
    }
}
