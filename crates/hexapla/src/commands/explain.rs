//! `hexapla explain`.

use hexapla_engine::change::is_carried;
use hexapla_engine::text::shown;
use hexapla_engine::{Offer, UnitStatus, claims_about};
use hexapla_ledger::{Claim, Ledger};
use hexapla_model::{Freshness, Group};
use serde_json::{Value, json};

use super::texts::{offer_record, step_record};
use crate::cli::Global;
use crate::context::{Context, Need};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::select::{Selected, Selection};
use crate::ui::{Style, out, outln, paint};

/// Show every fact behind a unit's status
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// As JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    if args.selection.is_everything() {
        return Err(Failure::usage("explain what? name a unit")
            .with_hint("`hexapla status --by unit` lists every unit"));
    }
    let context = Context::open_for(global, &args.selection, Need::Memory)?;
    let selected = args.selection.of(context.snapshot(), &context.status)?;
    context.find_authors(&selected);
    let explained: Vec<Value> = selected.iter().map(|one| explain(&context, one)).collect();
    if args.json {
        let text = serde_json::to_string_pretty(&explained).unwrap_or_default();
        outln!("{text}")?;
    } else {
        for (one, value) in selected.iter().zip(&explained) {
            out!("{}", text(one, value))?;
        }
    }
    Ok(context.report_exit())
}

/// Everything that is known, for programs; what people read is made of it.
fn explain(context: &Context, one: &Selected<'_>) -> Value {
    let ledger = &context.snapshot().ledger;
    let status = one.status;
    let claims = claims_about(ledger, one.id, one.resource, one.locale, status);
    let (source, target) = (one.source(), one.target());
    let facts: Vec<Value> = claims
        .into_iter()
        .map(|(pair, claim)| {
            let is = |side: &Option<Group>, group: &Group| side.as_ref() == Some(group);
            json!({
                "source": pair.source.to_string(),
                "source_is_present": is(&source, &pair.source),
                "source_text": ledger.group_text(&pair.source),
                "target": pair.target.to_string(),
                "target_is_present": is(&target, &pair.target),
                "target_text": ledger.group_text(&pair.target),
                "attested": attested(claim),
                "doubts": doubts(claim),
            })
        })
        .collect();
    let (snapshot, offers) = (context.snapshot(), context.offers(one));
    let steps = context.steps(one).into_iter().map(|it| step_record(context, it));
    let steps: Vec<Value> = steps.collect();
    let mut value = json!({
        "unit": one.address(),
        "locale": one.locale.to_string(),
        "freshness": status.freshness.to_string(),
        "state": status.state.to_string(),
        "carried": is_carried(snapshot, one.id, one.resource, one.locale, status),
        "in_order": status.in_order,
        "confidence": super::status::hundredths(status.confidence),
        "doubted": status.doubted,
        "inherited": status.inherited.as_ref().map(ToString::to_string),
        "source": source.as_ref().map(ToString::to_string),
        "target": target.as_ref().map(ToString::to_string),
        "made_from": status.made_from.as_ref().map(ToString::to_string),
        "changed_at": status.changed_at.map(|at| at.to_string()),
        "claims": facts,
        "steps": steps,
        "still_valid": still_valid(ledger, one),
        "offers": offers.iter().map(offer).collect::<Vec<_>>(),
    });
    super::texts::add_pivot(&mut value, one);
    value
}

fn attested(claim: &Claim) -> Vec<Value> {
    let record = |it: &hexapla_ledger::Attestation| {
        json!({
            "by": it.by.to_string(),
            "at": it.at.to_string(),
            "state": it.state.to_string(),
            "origin": it.origin.to_string(),
            "confidence": it.confidence,
            "fact": it.fact.to_string(),
        })
    };
    claim.attestations().map(record).collect()
}

fn doubts(claim: &Claim) -> Vec<Value> {
    let record = |it: &hexapla_ledger::Doubt| {
        json!({
            "by": it.by.to_string(),
            "at": it.at.to_string(),
            "why": it.why,
            "answered": it.answered,
            "fact": it.fact.to_string(),
        })
    };
    claim.doubts().map(record).collect()
}

fn offer(offer: &Offer) -> Value {
    let mut record = offer_record(offer);
    record["target"] = json!(offer.target.as_ref().map(ToString::to_string));
    record
}

fn still_valid(ledger: &Ledger, one: &Selected<'_>) -> Vec<Value> {
    let here = |it: &&hexapla_ledger::StillValid| {
        it.key == one.status.key && it.locale.as_ref().is_none_or(|locale| locale == one.locale)
    };
    let record = |it: &hexapla_ledger::StillValid| {
        json!({
            "from": it.from.to_string(),
            "to": it.to.to_string(),
            "by": it.by.to_string(),
            "at": it.at.to_string(),
            "locale": it.locale.as_ref().map(ToString::to_string),
        })
    };
    ledger.still_valid(one.id).filter(here).map(record).collect()
}

/// The same for people.
fn text(one: &Selected<'_>, value: &Value) -> String {
    let status = one.status;
    let mut lines = vec![format!(
        "{}  {}  {}, {}",
        paint(Style::Heading, &one.address()),
        one.locale,
        paint(Style::of(status.worst()), status.worst().as_str()),
        status.state,
    )];
    let reason = if value["carried"] == json!(true) && status.freshness == Freshness::Current {
        "carried: the source changed only in what a rule applies by itself".to_owned()
    } else {
        reason(one)
    };
    lines.push(format!("  {reason}"));
    lines.extend(pivot(status).map(|it| format!("  {it}")));
    lines.extend(super::status::unsure(status).map(|it| format!("  {it}")));
    let list = |name: &str| value[name].as_array().cloned().unwrap_or_default();
    for claim in list("claims") {
        let side = |name: &str, present: &str| {
            let now = if claim[present] == json!(true) { "the present" } else { "an earlier" };
            let fingerprint: String = string(&claim[name]).chars().take(8).collect();
            format!("{now} {name} {fingerprint}")
        };
        lines.push(format!(
            "  {} renders {}",
            side("target", "target_is_present"),
            side("source", "source_is_present")
        ));
        for fact in claim["attested"].as_array().into_iter().flatten() {
            lines.push(format!(
                "    {} by {} on {} ({})",
                string(&fact["state"]),
                string(&fact["by"]),
                day(&fact["at"]),
                how(fact)
            ));
        }
        for doubt in claim["doubts"].as_array().into_iter().flatten() {
            let settled = if doubt["answered"] == json!(true) { ", answered" } else { "" };
            let why = doubt["why"].as_str().map(|why| format!(": {why}")).unwrap_or_default();
            lines.push(format!(
                "    reopened by {} on {}{settled}{why}",
                string(&doubt["by"]),
                day(&doubt["at"])
            ));
        }
    }
    for fact in list("still_valid") {
        let whose = fact["locale"].as_str().map_or("every locale".to_owned(), str::to_owned);
        lines.push(format!(
            "  still valid for {whose}, says {} on {}",
            string(&fact["by"]),
            day(&fact["at"])
        ));
    }
    for step in list("steps") {
        let part = |name: &str, mark: &str| {
            step[name].as_str().map(|it| format!("{mark}{}", shown(it))).unwrap_or_default()
        };
        let (author, revision) = (part("author", " by "), part("revision", " in "));
        let subject = step["subject"].as_str().map(|it| format!(" “{}”", shown(it)));
        let (subject, reason) = (subject.unwrap_or_default(), part("reason", ": "));
        let day = day(&step["at"]);
        lines.push(format!("  source seen changed on {day}{author}{revision}{subject}{reason}"));
    }
    for offer in list("offers") {
        let kind = match (string(&offer["kind"]), string(&offer["from"])) {
            ("earlier", _) => "earlier translation".to_owned(),
            ("memory", from) => format!("translation in {from}"),
            ("patched", _) => "the target with the change in it".to_owned(),
            ("as-it-is", _) => "offered as it is".to_owned(),
            _ => "proposal".to_owned(),
        };
        lines.push(format!("  {kind}: {}", string(&offer["text"])));
    }
    lines.join("\n") + "\n"
}

/// What there is upstream of a unit that is made from another translation.
fn pivot(status: &UnitStatus) -> Option<String> {
    let pivot = status.pivot.as_ref()?;
    let what = match pivot.freshness {
        Freshness::Current if !pivot.in_order => "in another order than its source",
        freshness => freshness.as_str(),
    };
    Some(match status.waits_for() {
        Some(locale) => format!("made from {locale}; waits for {locale}, which is {what}"),
        None => format!("made from {}, which is current", pivot.locale),
    })
}

/// Why the unit stands as it does.
fn reason(one: &Selected<'_>) -> String {
    let status = one.status;
    if let Some(from) = &status.inherited {
        return format!("taken from {from}, which {} falls back to", one.locale);
    }
    match status.freshness {
        Freshness::Current if !status.in_order => {
            "attested as it stands, but the source's order is another".to_owned()
        }
        Freshness::Current => "attested as it stands".to_owned(),
        Freshness::Stale => {
            let since =
                status.changed_at.map(|at| format!(" on {}", at.date())).unwrap_or_default();
            format!("the target was made from an earlier source, which was seen to change{since}")
        }
        Freshness::Missing if status.pivot.is_some() && status.given_at().is_empty() => {
            "there is nothing to make it from".to_owned()
        }
        Freshness::Missing if status.target.is_empty() => "there is no target".to_owned(),
        Freshness::Missing => "the target is an unattested copy of the source".to_owned(),
        Freshness::Unverified if status.doubted => "somebody doubts the translation".to_owned(),
        Freshness::Unverified if status.made_from.is_some() => {
            "the target was changed since it was last attested".to_owned()
        }
        Freshness::Unverified => "nobody attested what the target was made from".to_owned(),
        Freshness::Obsolete
            if one.resource.source.as_ref().is_some_and(|it| it.unread().is_some()) =>
        {
            "the source cannot be read".to_owned()
        }
        Freshness::Obsolete => "the source is gone".to_owned(),
    }
}

fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn day(value: &Value) -> &str {
    string(value).split('T').next().unwrap_or_default()
}

/// How a claim came about, and how sure it is where that was measured.
fn how(fact: &Value) -> String {
    let origin = string(&fact["origin"]);
    match fact["confidence"].as_u64() {
        Some(percent) => format!("{origin} at {percent} %"),
        None => origin.to_string(),
    }
}
