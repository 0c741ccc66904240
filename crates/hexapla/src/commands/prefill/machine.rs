//! What is asked of a machine that translates, and what it answers: version 1 of docs/prefill.md.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use hexapla_exchange::{Text, for_machine, from_machine};
use hexapla_model::Locale;
use hexapla_workspace::ask_machine;
use serde::{Deserialize, Serialize};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::select::Selected;

/// How many units are asked for at a time.
pub(super) const MOST_UNITS: usize = 100;

#[derive(Serialize)]
struct Request<'a> {
    version: u32,
    source: &'a str,
    target: &'a str,
    units: Vec<Question<'a>>,
}

#[derive(Serialize)]
struct Question<'a> {
    id: String,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    comment: Option<&'a str>,
}

#[derive(Deserialize)]
struct Response {
    units: Vec<Answer>,
}

#[derive(Deserialize)]
struct Answer {
    id: String,
    text: String,
}

/// A command that translates.
pub(super) struct Machine<'a> {
    pub(super) command: &'a str,
    /// How long it may take for an answer.
    pub(super) patience: Duration,
}

/// A unit that a machine is asked for.
pub(super) struct Asked<'a> {
    pub(super) one: &'a Selected<'a>,
    source: Text,
    /// As the machine gets it; none where only a person can render it.
    pub(super) text: Option<String>,
}

impl Asked<'_> {
    /// What the source's author says to translators.
    fn comment(&self) -> Option<&str> {
        self.one.status.given(self.one.resource).first()?.comment.as_deref()
    }
}

/// Units by the locale that they are made from and the one that they are made for.
pub(super) fn by_locales<'a>(
    units: &[&'a Selected<'a>],
) -> BTreeMap<(&'a Locale, &'a Locale), Vec<Asked<'a>>> {
    let mut all: BTreeMap<_, Vec<Asked<'a>>> = BTreeMap::new();
    for one in units {
        let given = one.resource.collection.given_locale(one.locale);
        let Some(unit) = one.status.given(one.resource).first() else { continue };
        let source = Text::of(unit);
        let text = for_machine(&source);
        all.entry((given, one.locale)).or_default().push(Asked { one, source, text });
    }
    all
}

impl Machine<'_> {
    /// For each unit its translation with every code in its place, or why there is none.
    ///
    /// # Errors
    /// Where the command gives no answer, or one that cannot be read.
    pub(super) fn translate(
        &self,
        source: &Locale,
        target: &Locale,
        asked: &[Asked<'_>],
    ) -> Result<Vec<Result<String, String>>, Failure> {
        // Blocks that repeat have one address.
        let questions: Vec<(String, &Asked<'_>)> = asked
            .iter()
            .enumerate()
            .map(|(at, it)| (format!("{at} {}", it.one.address()), it))
            .collect();
        let units = questions.iter().map(|(id, it)| Question {
            id: id.clone(),
            text: it.text.as_deref().unwrap_or_default(),
            comment: it.comment(),
        });
        let request = Request {
            version: 1,
            source: source.as_str(),
            target: target.as_str(),
            units: units.collect(),
        };
        let answered = self.ask(&request)?;
        let mut answers: HashMap<String, String> =
            answered.units.into_iter().map(|it| (it.id, it.text)).collect();
        let answer = |(id, asked): &(String, &Asked<'_>)| {
            let text = answers.remove(id).ok_or("the machine did not answer it")?;
            from_machine(&asked.source, &text).map_err(|why| why.to_string())
        };
        Ok(questions.iter().map(answer).collect())
    }

    fn ask(&self, request: &Request<'_>) -> Result<Response, Failure> {
        let hint = "docs/prefill.md says what a command is asked and has to answer";
        let failure = |why: String| Failure::new(Exit::Io, why).with_hint(hint);
        let bytes = serde_json::to_vec(request).map_err(|why| failure(why.to_string()))?;
        let answer = ask_machine(self.command, &bytes, self.patience)
            .map_err(|why| failure(why.to_string()))?;
        serde_json::from_slice(&answer).map_err(|why| {
            failure(format!("the answer of `{}` cannot be read: {why}", self.command))
        })
    }
}
