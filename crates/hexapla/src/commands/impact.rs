//! `hexapla impact`.

use hexapla_engine::{
    Count, Impact, LocaleImpact, Status, Tally, impact, record_seen, unseen_impact,
};
use hexapla_model::{Freshness, Locale};
use hexapla_workspace::{Range, Version};
use serde_json::{Value, json};

use super::status::{cell, share};
use crate::cli::Global;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{Align, Cell, Style, Table, count, out, outln, pretty, width};

/// Tell what a change of the source does to translations, before it happens
///
/// Without a range: what the source's changes that are not on record yet make stale. With one, or
/// with `--staged`: every unit that becomes stale, missing, unverified, obsolete or moved, and how
/// many whose source changed are current all the same, because somebody kept them or an earlier
/// text came back (`carry`), or because the target was changed and accepted with it (`match`).
/// Files are read by the config as it is now.
///
/// `--record` puts on record when the sources were first seen: ages count from there. CI should
/// run it on every change of the source.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Only these locales (may be repeated)
    #[arg(long, short, value_name = "LOCALE")]
    locale: Vec<Locale>,
    /// What `BASE..HEAD` changes, or `BASE...HEAD` since both parted; `BASE` alone: what lies
    /// between it and the files as they are
    #[arg(long, value_name = "RANGE", conflicts_with_all = ["staged", "record"])]
    range: Option<String>,
    /// What the next commit changes: git's index against HEAD
    #[arg(long, conflicts_with = "record")]
    staged: bool,
    /// How to show it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// As JSON: `--format json`
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// Record that these sources were seen
    #[arg(long)]
    record: bool,
    /// With `--record`: the revision they were seen in
    #[arg(long, value_name = "REVISION", requires = "record")]
    revision: Option<String>,
    /// With `--record`: why they were changed
    #[arg(long, value_name = "TEXT", requires = "record")]
    reason: Option<String>,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Format {
    /// For people
    #[default]
    Table,
    /// For programs
    Json,
    /// A comment for a pull request, in Markdown
    Github,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let context = Context::open(global)?;
    known_locales(&context, args)?;
    let mut told = match range(&context, args)? {
        Some(range) => between(&context, &range)?,
        None => unseen_impact(context.snapshot(), &context.status),
    };
    if !args.locale.is_empty() {
        told.only(&args.locale);
    }
    let recorded = if args.record { Some(record(&context, args)?) } else { None };
    match if args.json { Format::Json } else { args.format } {
        Format::Json => outln!("{}", pretty(&json(&told, recorded)))?,
        Format::Github => out!("{}", comment(&told))?,
        Format::Table => tell(&told, recorded, args.range.is_none() && !args.staged)?,
    }
    Ok(context.report_exit())
}

fn known_locales(context: &Context, args: &Args) -> Result<(), Failure> {
    let selection = crate::select::Selection { locale: args.locale.clone(), ..Default::default() };
    selection.check(context.snapshot())
}

fn range(context: &Context, args: &Args) -> Result<Option<Range>, Failure> {
    match &args.range {
        Some(text) => Ok(Some(context.session.range(text)?)),
        None if args.staged => {
            let before = Version::Revision("HEAD".to_owned());
            Ok(Some(Range { before, after: Version::Staged }))
        }
        None => Ok(None),
    }
}

/// What lies between two versions.
fn between(context: &Context, range: &Range) -> Result<Impact, Failure> {
    let present = context.snapshot();
    let before = context.version(&range.before, present)?;
    let stood = Status::of(&before.snapshot);
    if range.after == Version::Present {
        return Ok(impact((&before.snapshot, &stood), (present, &context.status)));
    }
    let after = context.version(&range.after, present)?;
    let stands = Status::of(&after.snapshot);
    Ok(impact((&before.snapshot, &stood), (&after.snapshot, &stands)))
}

/// Puts on record that the sources were seen; how many facts that took.
fn record(context: &Context, args: &Args) -> Result<usize, Failure> {
    let (revision, reason) = (args.revision.as_deref(), args.reason.as_deref());
    let plan = record_seen(context.snapshot(), &context.status, context.as_of, revision, reason);
    if !plan.is_empty() {
        context.commit(&plan)?;
    }
    Ok(plan.facts.len())
}

/// What units become, in the order of reports; what is current then has moved.
const BECOMES: [(Freshness, &str); 5] = [
    (Freshness::Stale, "stale"),
    (Freshness::Missing, "missing"),
    (Freshness::Unverified, "unverified"),
    (Freshness::Obsolete, "obsolete"),
    (Freshness::Current, "moved"),
];

fn becomes(freshness: Freshness) -> &'static str {
    BECOMES.iter().find(|(it, _)| *it == freshness).map_or("", |(_, name)| name)
}

/// `6 units stale in 6 locales, 168 words; 2 units obsolete in 1 locale, 9 words`.
fn summary(told: &Impact) -> String {
    let part = |(freshness, name): &(Freshness, &str)| {
        let (total, locales) = told.total(*freshness);
        let (units, words) = (count(total.units, "unit"), count(total.words, "word"));
        (total.units > 0)
            .then(|| format!("{units} {name} in {}, {words}", count(locales, "locale")))
    };
    let mut parts: Vec<String> = BECOMES.iter().filter_map(part).collect();
    let all = |of: fn(&LocaleImpact) -> Count| told.locales.values().map(|it| of(it).units).sum();
    let (carries, matches): (usize, usize) = (all(|it| it.carries), all(|it| it.matches));
    parts.extend((carries > 0).then(|| format!("{} carried over", count(carries, "unit"))));
    parts.extend((matches > 0).then(|| format!("{} translated with it", count(matches, "unit"))));
    if parts.is_empty() { "no translation is touched".to_owned() } else { parts.join("; ") }
}

fn tell(told: &Impact, recorded: Option<usize>, unseen: bool) -> Result<(), Failure> {
    match told.sources {
        0 if unseen => outln!("no source changed that is not on record")?,
        0 => outln!("no source changed: {}", summary(told))?,
        sources => outln!("{} of the source changed: {}", count(sources, "unit"), summary(told))?,
    }
    if !told.locales.is_empty() {
        out!("{}", table(told).render(width()))?;
    }
    recorded.map_or(Ok(()), |facts| outln!("recorded {}", count(facts, "fact")))
}

fn table(told: &Impact) -> Table {
    let mut columns = vec![("locale", Align::Left)];
    columns.extend(BECOMES.map(|(_, name)| (name, Align::Right)));
    columns.extend([("carry", Align::Right), ("match", Align::Right)]);
    columns.extend([("before", Align::Right), ("after", Align::Right), ("who", Align::Left)]);
    let mut table = Table::new(&columns);
    for (locale, one) in &told.locales {
        let mut cells = vec![Cell::new(Style::Plain, locale.to_string())];
        let of = |freshness| one.becomes.get(&freshness).copied().unwrap_or_default();
        cells.extend(BECOMES.map(|(freshness, _)| {
            let style =
                if freshness == Freshness::Current { Style::Stale } else { Style::of(freshness) };
            cell(style, of(freshness))
        }));
        cells.extend([one.carries, one.matches].map(|it| cell(Style::Good, it)));
        cells.extend([&one.before, &one.after].map(|it| Cell::new(Style::Plain, done(it))));
        let who = people(one, ", ");
        cells.push(Cell::new(Style::Plain, if who.is_empty() { "·".to_owned() } else { who }));
        table.row(cells);
    }
    table
}

/// The share of the words of a locale that is settled.
fn done(tally: &Tally) -> String {
    share(tally.of(Freshness::Current), tally.total())
}

fn people(one: &LocaleImpact, between: &str) -> String {
    one.people.iter().map(ToString::to_string).collect::<Vec<_>>().join(between)
}

/// How many units a comment names.
const MOST_NAMED: usize = 20;

/// A comment for a pull request. The first line is for whoever looks for the comment to replace.
fn comment(told: &Impact) -> String {
    let mut text = format!("<!-- hexapla impact -->\n**Translations:** {}\n", summary(told));
    if told.locales.is_empty() {
        return text;
    }
    let shown: Vec<&(Freshness, &str)> =
        BECOMES.iter().filter(|(freshness, _)| told.total(*freshness).0.units > 0).collect();
    let names: String = shown.iter().map(|(_, name)| format!(" {name} |")).collect();
    text.push_str(&format!("\n| locale |{names} carried over | done | who |\n| --- |"));
    text.push_str(&" ---: |".repeat(shown.len() + 2));
    text.push_str(" --- |\n");
    for (locale, one) in &told.locales {
        let of = |freshness| one.becomes.get(&freshness).copied().unwrap_or_default();
        let counts: String = shown.iter().map(|(it, _)| format!(" {} |", words(of(*it)))).collect();
        let mut settled = one.carries;
        settled += one.matches;
        let (carried, done) =
            (words(settled), format!("{} → {}", done(&one.before), done(&one.after)));
        let who: Vec<String> = one.people.iter().map(|it| format!("`{it}`")).collect();
        text.push_str(&format!("| {locale} |{counts} {carried} | {done} | {} |\n", who.join(" ")));
    }
    text.push_str(&named(told));
    text
}

fn words(count: Count) -> String {
    match count.units {
        0 => String::new(),
        units => format!("{units} ({})", crate::ui::count(count.words, "word")),
    }
}

/// The units by name, and what the author can say of them.
fn named(told: &Impact) -> String {
    if told.units.is_empty() {
        return String::new();
    }
    let mut text = String::from("\n<details><summary>Units</summary>\n\n");
    for (name, unit) in told.units.iter().take(MOST_NAMED) {
        let change = unit.change.map(|it| format!(" ({it})")).unwrap_or_default();
        let becomes: Vec<String> = BECOMES
            .iter()
            .filter_map(|(freshness, what)| {
                let locales = unit.becomes.iter().filter(|(_, it)| *it == freshness);
                let locales: Vec<&str> = locales.map(|(locale, _)| locale.as_str()).collect();
                (!locales.is_empty()).then(|| format!("{what} in {}", locales.join(", ")))
            })
            .collect();
        text.push_str(&format!("- `{}`{change}: {}\n", name.replace('`', "'"), becomes.join("; ")));
    }
    if let more @ 1.. = told.units.len().saturating_sub(MOST_NAMED) {
        text.push_str(&format!("- and {more} more: `hexapla impact --range BASE..HEAD --json`\n"));
    }
    text.push_str("\n</details>\n");
    if told.total(Freshness::Stale).0.units > 0 {
        text.push_str("\nOnly a typo? `hexapla keep --all-locales UNIT…` in the same commit.\n");
    }
    text
}

fn json(told: &Impact, recorded: Option<usize>) -> Value {
    let counted = |it: Count| json!({ "units": it.units, "words": it.words });
    let coverage = |it: &Tally| json!({ "current": counted(it.of(Freshness::Current)), "total": counted(it.total()) });
    let locale = |(locale, one): (&Locale, &LocaleImpact)| {
        let mut record = json!({ "locale": locale.to_string() });
        for (freshness, name) in BECOMES {
            record[name] = counted(one.becomes.get(&freshness).copied().unwrap_or_default());
        }
        record["carry"] = counted(one.carries);
        record["match"] = counted(one.matches);
        record["before"] = coverage(&one.before);
        record["after"] = coverage(&one.after);
        record["people"] = one.people.iter().map(ToString::to_string).collect();
        record
    };
    let unit = |(name, unit): (&String, &hexapla_engine::Affected)| {
        let becomes: serde_json::Map<String, Value> = unit
            .becomes
            .iter()
            .map(|(locale, it)| (locale.to_string(), json!(becomes(*it))))
            .collect();
        json!({
            "unit": name,
            "path": unit.path,
            "change": unit.change.map(|it| it.to_string()),
            "becomes": becomes,
        })
    };
    json!({
        "sources": told.sources,
        "stale": counted(told.total(Freshness::Stale).0),
        "locales": told.locales.iter().map(locale).collect::<Vec<_>>(),
        "units": told.units.iter().map(unit).collect::<Vec<_>>(),
        "recorded": recorded.unwrap_or(0),
    })
}
