//! `hexapla export`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::PathBuf;

use hexapla_engine::UnitTexts;
use hexapla_exchange::{Exchange, ExchangeFile, Format, Segment, Text, write, write_filled};
use hexapla_model::{Freshness, Locale, ResourceId, Unit, UnitKind};
use hexapla_workspace::write_outside;

use crate::cli::Global;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::select::{Selected, Selection};
use crate::ui::{count, tell};

/// Write units to a file that other translators' tools open
///
/// Each unit goes with the source it is translated from, what that was where it has changed since,
/// how the translation stands, and what its author says. `hexapla import` takes the file back.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// `xliff` (2.1), `xliff12`, `po`, `tmx`, `csv` or `xlsx`; without it as the name of the file says
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// Where to; without it to standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Put the source where there is no translation yet, for tools that show `<target>` alone, as
    /// OmegaT does; with `xliff12`
    #[arg(long)]
    fill: bool,
    /// Only units that are stale, missing or unverified
    #[arg(long)]
    open: bool,
    /// Only stale units
    #[arg(long)]
    stale: bool,
    /// Only missing units
    #[arg(long)]
    missing: bool,
    /// Only unverified units
    #[arg(long)]
    unverified: bool,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let [locale] = &*args.selection.locale else {
        return Err(Failure::usage("export for which locale? name one by `--locale`")
            .with_hint("a file is of one locale: export for each"));
    };
    let format = args.format()?;
    if args.fill && format != Format::Xliff12 {
        return Err(Failure::usage(format!("`--fill` is for `xliff12`, not for `{format}`"))
            .with_hint("say `--format xliff12`, or leave `--fill` out"));
    }
    let context = Context::open(global)?;
    context.require_whole_ledger()?;
    let selected = args.selection.of(context.snapshot(), &context.status)?;
    let wanted = selected.iter().filter(|one| args.wants(one.status.freshness) && is_open(one));
    let (single, several): (Vec<&Selected<'_>>, Vec<&Selected<'_>>) =
        wanted.partition(|one| one.status.given(one.resource).len() == 1);
    let exchange = Exchange {
        source: source(&single, &context)?,
        target: locale.clone(),
        files: files(&context, &single),
    };
    let bytes = match args.fill {
        true => write_filled(&exchange),
        false => write(&exchange, format).map_err(|why| Failure::usage(why.to_string()))?,
    };
    match &args.output {
        Some(path) => write_outside(path, &bytes)?,
        None => std::io::stdout()
            .write_all(&bytes)
            .map_err(|why| Failure::new(Exit::Io, why.to_string()))?,
    }
    tell!("exported {} to {locale}", count(single.len(), "unit"));
    if !several.is_empty() {
        let units = count(several.len(), "translation");
        tell!("left {units} that render several blocks as one");
        tell!("hint: settle them with `hexapla review --locale {locale}`");
    }
    Ok(Exit::Clean)
}

impl Args {
    /// Whether units that stand so are asked for: all but obsolete ones where nothing is said.
    fn wants(&self, freshness: Freshness) -> bool {
        let any = self.open || self.stale || self.missing || self.unverified;
        match freshness {
            Freshness::Current => !any,
            Freshness::Stale => !any || self.open || self.stale,
            Freshness::Missing => !any || self.open || self.missing,
            Freshness::Unverified => !any || self.open || self.unverified,
            Freshness::Obsolete => false,
        }
    }

    fn format(&self) -> Result<Format, Failure> {
        let ending = self.output.as_ref().and_then(|it| it.extension()?.to_str());
        let ending = ending.map(str::to_ascii_lowercase);
        let named = ending.and_then(|it| match it.as_str() {
            "xliff" => Some(Format::Xliff),
            it => Format::ALL.into_iter().find(|format| format.extension() == it),
        });
        self.format.or(named).ok_or_else(|| {
            let names = Format::ALL.map(Format::as_str).join(", ");
            Failure::usage("export in which format?")
                .with_hint(format!("name it by `--format`: {names}"))
        })
    }
}

/// Whether a translator can do something about it here: whole files are no text.
fn is_open(one: &Selected<'_>) -> bool {
    let units = one.status.given(one.resource);
    one.status.inherited.is_none()
        && !units.is_empty()
        && units.iter().all(|unit| unit.kind != UnitKind::Asset)
}

/// The one locale that all are made from.
fn source(selected: &[&Selected<'_>], context: &Context) -> Result<Locale, Failure> {
    let given = |one: &&Selected<'_>| one.resource.collection.given_locale(one.locale).clone();
    let all: BTreeSet<Locale> = selected.iter().map(given).collect();
    if all.len() > 1 {
        let names: Vec<String> = all.iter().map(|it| format!("`{it}`")).collect();
        let message = format!("the units are made from {}", names.join(" and "));
        return Err(Failure::usage(message)
            .with_hint("a file is of one source locale: choose by `--collection`"));
    }
    let first = || context.snapshot().resources.values().next();
    let source = all.into_iter().next();
    source
        .or_else(|| Some(first()?.collection.source_locale.clone()))
        .ok_or_else(|| Failure::usage("the project has no files yet"))
}

fn files(context: &Context, selected: &[&Selected<'_>]) -> Vec<ExchangeFile> {
    let mut files: BTreeMap<&ResourceId, Vec<Segment>> = BTreeMap::new();
    for one in selected {
        let units = one.status.given(one.resource);
        if let [unit] = units {
            files.entry(one.id).or_default().push(segment(context, one, unit));
        }
    }
    let file = |(resource, segments): (&ResourceId, _)| ExchangeFile {
        resource: resource.clone(),
        segments,
    };
    files.into_iter().map(file).collect()
}

fn segment(context: &Context, one: &Selected<'_>, source: &Unit) -> Segment {
    let snapshot = context.snapshot();
    let texts = UnitTexts::of(snapshot, one.id, one.resource, one.locale, one.status);
    let there = one.resource.target_units(one.locale).get(one.status.target.clone());
    // An untouched copy of the source is no translation.
    let is_missing = one.status.freshness == Freshness::Missing;
    let target = match there.unwrap_or_default() {
        _ if is_missing => None,
        [] => None,
        [unit] => Some(Text::of(unit)),
        _ => Some(Text::plain(texts.target.clone())),
    };
    let most = hexapla_engine::max_length(one.id, one.resource, one.locale, one.status);
    let class = texts.changed.as_ref().map(|it| format!("Changed since: {}.", it.class()));
    Segment {
        unit: hexapla_engine::name(one.resource, one.locale, one.status),
        fingerprint: source.fingerprint,
        source: Text::of(source),
        target,
        was: texts.before.filter(|_| one.status.freshness == Freshness::Stale),
        state: one.status.state,
        freshness: one.status.freshness,
        notes: source.comment.iter().cloned().chain(class).collect(),
        max_length: most.and_then(|it| u32::try_from(it).ok()),
    }
}
