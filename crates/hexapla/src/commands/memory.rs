//! `hexapla memory`.

use std::collections::BTreeSet;

use hexapla_engine::text::isolate;
use hexapla_engine::{Imported, Recall, Recalled, Status, own_first};
use hexapla_model::Locale;
use hexapla_workspace::{Loaded, Part, Problem, Session, now};
use serde_json::json;

use crate::cli::Global;
use crate::context::{refuse_later_version, tell_problems};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{outln, showing};

/// Look up how texts like one are translated
///
/// The memory is every translation of the locale that somebody vouches for, and of locales of its language,
/// which count five points less, and the files that `memory` of the config names, which count three
/// less. What is otherwise in the text that was asked for is marked: `[-gone-]` and
/// `{+new+}`. docs/memory.md says what the percentages mean.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The text, in the language of the sources
    text: String,
    /// The locale of the translations
    #[arg(long, short, value_name = "LOCALE")]
    locale: Locale,
    /// How alike a text has to be, in percent from 50
    #[arg(long, value_name = "PERCENT", default_value_t = 70, value_parser = clap::value_parser!(u8).range(50..=100))]
    at_least: u8,
    /// How many are shown at most
    #[arg(long, value_name = "NUMBER", default_value_t = 5)]
    limit: usize,
    /// As JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let session = Session::open(&global.directory)?;
    let known = session.config().collections.values().any(|it| it.locales.contains(&args.locale));
    if !known {
        return Err(Failure::usage(format!("nothing is translated into `{}`", args.locale))
            .with_hint("see `locales` in hexapla.toml"));
    }
    let related = session.config().collections.values().flat_map(|it| &it.locales);
    let related: BTreeSet<Locale> =
        related.filter(|it| it.same_language(&args.locale)).cloned().collect();
    let part = Part { resources: None, locales: Some(related) };
    let as_of = global.as_of.unwrap_or_else(now);
    let (loaded, found) = showing(session.progress(), || {
        let loaded = session.load_part(as_of, &part)?;
        let status = Status::counted(&loaded.snapshot, session.progress());
        let (imported, problems) = imported(&session, &args.locale);
        let own = like(args, &loaded.snapshot, &status);
        let others = imported.iter();
        let others = others.flat_map(|it| it.like_text(&args.text, args.at_least, args.limit));
        let found = own_first(own, others.collect(), args.limit);
        Ok::<_, Failure>((
            Loaded { problems: [loaded.problems, problems].concat(), ..loaded },
            found,
        ))
    })?;
    tell_problems(&loaded.problems, &loaded.ledger_problems);
    refuse_later_version(&loaded.ledger_problems)?;
    match args.json {
        true => outln!("{}", json(&found))?,
        false if found.is_empty() => outln!("nothing like it")?,
        false => found.iter().try_for_each(show)?,
    }
    Ok(Exit::Clean)
}

/// What the memories of all formats have, the likest first.
fn like(args: &Args, snapshot: &hexapla_engine::Snapshot, status: &Status) -> Vec<Recalled> {
    let mut formats = Vec::new();
    for format in snapshot.resources.values().map(|it| it.collection.format) {
        if !formats.contains(&format) {
            formats.push(format);
        }
    }
    let mut all: Vec<Recalled> = Vec::new();
    for format in formats {
        let memory = Recall::of(snapshot, status, &args.locale, format);
        all.extend(memory.like_text(&args.text, args.at_least, args.limit));
    }
    all.sort_by_key(|it| std::cmp::Reverse(it.score));
    all.truncate(args.limit);
    all
}

/// What the files of other tools have for each locale of sources.
fn imported(session: &Session, locale: &Locale) -> (Vec<Imported>, Vec<Problem>) {
    let collections = session.config().collections.values();
    let asked = collections.filter(|it| it.locales.contains(locale));
    let sources: BTreeSet<&Locale> = asked.map(|it| &it.source_locale).collect();
    let (all, problems): (Vec<_>, Vec<_>) =
        sources.into_iter().map(|it| session.imported(it, locale)).unzip();
    let mut problems: Vec<Problem> = problems.into_iter().flatten().collect();
    problems.sort();
    problems.dedup();
    (all, problems)
}

fn show(it: &Recalled) -> Result<(), Failure> {
    outln!("{:>3} %  {}", it.score, it.from)?;
    outln!("  source  {}", isolate(&it.marked))?;
    outln!("  target  {}\n", isolate(&it.text))?;
    Ok(())
}

fn json(found: &[Recalled]) -> String {
    let one = |it: &Recalled| {
        json!({
            "score": it.score,
            "from": it.from,
            "source": it.source,
            "marked": it.marked,
            "target": it.text,
        })
    };
    let all: Vec<_> = found.iter().map(one).collect();
    serde_json::to_string_pretty(&all).unwrap_or_default()
}
