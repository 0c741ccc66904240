//! `hexapla diff`.

use hexapla_engine::text::{Diff, Side, isolate, shown, tokenize, wrap};
use hexapla_engine::{Offer, OfferKind};
use hexapla_model::Freshness;
use serde_json::Value;

use super::texts::{Texts, record};
use crate::cli::Global;
use crate::context::{Context, Need};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::select::{Selected, Selection};
use crate::ui::{Style, flow, outln, paint, visible_width, width};

/// Show what changed in the source since each stale translation was made
///
/// The old source, the new one with the changed words marked (`[-gone-]` and `{+new+}`), and the
/// present target. `step` says when, by whom and why the source changed, where that is known;
/// `probably` is the part of the target that it concerns, as a guess; `patched` is the target with
/// a changed address, number or piece of code in it; `memory` is what the same source has elsewhere
/// in the project. Without a name: every stale, moved or reopened unit, targets that were changed
/// since they were last attested, and units that came from elsewhere in the project.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// As JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let context = Context::open_for(global, &args.selection, Need::Memory)?;
    let selected = args.selection.of(context.snapshot(), &context.status)?;
    let pending: Vec<&Selected<'_>> =
        selected.iter().filter(|one| concerns(one) || context.has_moved_here(one)).collect();
    context.find_authors(pending.iter().copied());
    if args.json {
        let records: Vec<Value> = pending.iter().map(|one| record(&context, one)).collect();
        let text = serde_json::to_string_pretty(&records).unwrap_or_default();
        outln!("{text}")?;
    } else if pending.is_empty() {
        outln!("nothing changed since the translations were made")?;
    } else {
        for one in pending {
            outln!("{}", show(&context, one, width()))?;
        }
    }
    Ok(context.report_exit())
}

/// Whether there is a difference to show.
fn concerns(one: &Selected<'_>) -> bool {
    let status = one.status;
    let drifted = status.freshness == Freshness::Unverified && status.made_from.is_some();
    status.inherited.is_none()
        && (status.worst() == Freshness::Stale
            || status.freshness == Freshness::Stale
            || drifted
            || !status.follows_order())
}

/// A unit with its texts, for people.
pub(crate) fn show(context: &Context, one: &Selected<'_>, width: usize) -> String {
    let texts = Texts::of(context, one);
    let mut out = headline(context, one, &texts, width);
    out.push('\n');
    if let (Some(before), Some(diff)) = (&texts.before, &texts.diff) {
        if diff.is_empty() && *before != texts.now {
            out.push_str(&labelled("made from", &shown(before), width));
        }
        out.push_str(&labelled("source", &marked(diff), width));
    } else {
        out.push_str(&labelled("source", &isolate(&shown(&texts.now)), width));
    }
    out.push_str(&steps(context, &texts, width));
    let target = if texts.target.is_empty() {
        "(none yet)".to_owned()
    } else {
        isolate(&shown(&texts.target))
    };
    out.push_str(&labelled("target", &target, width));
    for guess in texts.guessed() {
        out.push_str(&labelled("probably", &isolate(&shown(guess)), width));
    }
    for offer in &texts.offers {
        let (name, text) = match offer.kind {
            OfferKind::Vouched => ("earlier", offer.text.as_str()),
            OfferKind::Proposed(_) => ("offered", offer.text.as_str()),
            OfferKind::Memory { .. } => ("memory", offer.text.as_str()),
            OfferKind::Patched => ("patched", offer.text.as_str()),
            OfferKind::AsItIs => ("offered", "(the target as it is)"),
        };
        out.push_str(&labelled(name, &isolate(&shown(text)), width));
    }
    out
}

/// How the source came to be what it is: when, by whom, in which revision and why; of several steps also
/// what each changed. Nothing where the headline says all that is known.
fn steps(context: &Context, texts: &Texts<'_>, width: usize) -> String {
    let several = texts.steps.len() > 1;
    let mut before = texts.before.clone();
    let mut out = String::new();
    for step in &texts.steps {
        let part = |mark: &str, text: &Option<String>| {
            text.as_ref().map(|it| format!("{mark}{}", isolate(&shown(it)))).unwrap_or_default()
        };
        let (revision, reason) = (part(" in ", &step.revision), part(": ", &step.reason));
        let made = context.author(step);
        let author = made.map(|it| part(" by ", &it.author)).unwrap_or_default();
        let subject = made.and_then(|it| it.subject.as_ref());
        let subject = subject.map(|it| format!(" “{}”", isolate(&shown(it)))).unwrap_or_default();
        let mut text = format!("{}{author}{revision}{subject}{reason}", step.at.date());
        let now = context.snapshot().ledger.group_text(&step.to);
        if let (true, Some(before), Some(now)) = (several, &before, &now) {
            let diff = Diff::between(&tokenize(before, &[]), &tokenize(now, &[]));
            text.push_str(&format!("\n{}", marked(&diff)));
        }
        before = now;
        if several || !(revision.is_empty() && reason.is_empty()) {
            out.push_str(&labelled("step", &text, width));
        }
    }
    out
}

fn headline(context: &Context, one: &Selected<'_>, texts: &Texts<'_>, width: usize) -> String {
    let status = one.status;
    let worst = status.worst();
    let what = match worst {
        Freshness::Current if !status.follows_order() => "moved",
        _ => worst.as_str(),
    };
    let mut parts = vec![paint(Style::of(worst), what)];
    match (status.freshness, &texts.changed) {
        (Freshness::Stale, Some(changed)) => parts.push(changed.class().to_string()),
        (Freshness::Unverified, _) if !status.doubted && status.made_from.is_some() => {
            parts.push("target changed since it was last attested".to_owned());
        }
        _ => {}
    }
    parts.extend(super::status::waits(status));
    if let Some(since) = status.changed_since() {
        let days = since.days_until(context.as_of).max(0);
        parts.push(format!("since {} ({days} d)", since.date()));
    }
    if status.doubted {
        parts.push("reopened".to_owned());
    }
    parts.extend(super::status::unsure(status));
    let moved = texts.offers.iter().find(|offer| offer.has_moved());
    parts.extend(moved.and_then(Offer::from).map(|from| format!("was in {from}")));
    if status.freshness == Freshness::Stale {
        let carried = if texts.is_carried { " (carried)" } else { "" };
        parts.push(format!("was {}{carried}", status.state));
    }
    let name = format!("{}  {}", paint(Style::Heading, &one.address()), one.locale);
    let state = flow(&parts, ", ", width.saturating_sub(2));
    let one_line = visible_width(&name) + 2 + visible_width(&parts.join(", ")) <= width;
    if one_line { format!("{name}  {state}") } else { format!("{name}\n  {state}") }
}

/// Keeps a mark and the text in it in one line; never shown.
const JOIN: char = '\u{2060}';

/// The diff with its marks, in the direction of the text, each changed piece kept to its own.
fn marked(diff: &Diff) -> String {
    let mut out = String::new();
    for change in &diff.changes {
        let text = shown(&change.text);
        let own = isolate(&text);
        match change.side {
            Side::Equal => out.push_str(&text),
            Side::Deleted => out.push_str(&format!("[-{JOIN}{own}{JOIN}-]")),
            Side::Inserted => out.push_str(&format!("{{+{JOIN}{own}{JOIN}+}}")),
        }
    }
    isolate(&out)
}

/// A text behind its label, wrapped; marks are coloured line by line.
fn labelled(label: &str, text: &str, width: usize) -> String {
    const LABEL: usize = 11;
    let lines = wrap(text, width.saturating_sub(LABEL).max(10));
    let mut out = String::new();
    let mut open = None;
    for (index, line) in lines.iter().enumerate() {
        let name = if index == 0 { label } else { "" };
        out.push_str(&paint(Style::Faint, &format!("  {name:<9}")));
        out.push_str(&coloured(&line.replace(JOIN, ""), &mut open));
        out.push('\n');
    }
    out
}

/// Colours what stands between marks; a mark that is open at the end goes on in the next line.
fn coloured(line: &str, open: &mut Option<Style>) -> String {
    let mut out = String::new();
    let mut rest = line;
    loop {
        let (style, end) = match *open {
            Some(Style::Deleted) => (Style::Deleted, "-]"),
            Some(style) => (style, "+}"),
            None => {
                let next = [("[-", Style::Deleted), ("{+", Style::Inserted)]
                    .into_iter()
                    .filter_map(|(mark, style)| Some((rest.find(mark)?, style)))
                    .min_by_key(|(at, _)| *at);
                let Some((at, style)) = next else {
                    out.push_str(rest);
                    return out;
                };
                out.push_str(&rest[..at]);
                rest = &rest[at..];
                *open = Some(style);
                continue;
            }
        };
        match rest.find(end) {
            Some(at) => {
                out.push_str(&paint(style, &rest[..at + end.len()]));
                rest = &rest[at + end.len()..];
                *open = None;
            }
            None => {
                out.push_str(&paint(style, rest));
                return out;
            }
        }
    }
}
