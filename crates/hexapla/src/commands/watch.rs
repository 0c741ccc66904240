//! `hexapla watch`.

use std::collections::BTreeMap;
use std::time::Duration;

use hexapla_engine::{Resource, Snapshot, Status, UnitStatus, assess, record_seen};
use hexapla_model::{Freshness, Locale, ResourceId};
use hexapla_workspace::{Loaded, Session, Watcher};
use serde_json::{Value, json};

use crate::cli::Global;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{Style, count, is_heard, paint};

/// Follow sources, translations, config and workflows, and tell what became stale or current
///
/// Records when a changed source was first seen, so that ages count from there.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Each event as a line of JSON
    #[arg(long)]
    json: bool,
    /// Look again and again, for file systems that tell nothing
    #[arg(long)]
    poll: bool,
    /// Record nothing
    #[arg(long)]
    no_record: bool,
    /// End after so many seconds without a change
    #[arg(long, value_name = "SECONDS", hide = true)]
    idle: Option<u64>,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let context = Context::open(global)?;
    let watcher = Watcher::new(context.session.root(), args.poll)?;
    let mut watch = Watch {
        global,
        args,
        session: context.session,
        loaded: context.loaded,
        status: context.status,
        heard: true,
    };
    watch.tell_start()?;
    let patience = args.idle.map_or(Duration::from_secs(3600), Duration::from_secs);
    while watch.heard {
        match watcher.next(patience)? {
            Some(_) => watch.look_again()?,
            None if args.idle.is_some() => return Ok(Exit::Clean),
            None => {}
        }
    }
    Ok(Exit::Clean)
}

struct Watch<'a> {
    global: &'a Global,
    args: &'a Args,
    session: Session,
    loaded: Loaded,
    status: Status,
    /// Whether somebody still reads what is told.
    heard: bool,
}

/// A unit that stands otherwise than before.
struct Turned<'a> {
    id: &'a ResourceId,
    locale: &'a Locale,
    status: &'a UnitStatus,
    address: String,
}

impl Watch<'_> {
    fn tell_start(&mut self) -> Result<(), Failure> {
        let units = self.status.units().count();
        self.tell(
            "watching",
            &format!("watching {}", count(units, "unit")),
            &json!({ "units": units }),
        )
    }

    fn tell(&mut self, event: &str, text: &str, detail: &Value) -> Result<(), Failure> {
        let line = match self.args.json {
            true => json!({ "event": event, "detail": detail }).to_string(),
            false => text.to_owned(),
        };
        self.heard &= is_heard(format_args!("{line}\n"))?;
        Ok(())
    }

    /// Reads what changed and tells what became of it; a broken config keeps the last good one.
    fn look_again(&mut self) -> Result<(), Failure> {
        let session = match Session::open(self.session.root()) {
            Ok(session) => session,
            Err(error) => {
                let kept = format!(
                    "{} {error}; going on with the last good one",
                    paint(Style::Error, "error:")
                );
                return self.tell("config-broken", &kept, &json!({ "message": error.to_string() }));
            }
        };
        let as_of = self.global.as_of.unwrap_or_else(hexapla_workspace::now);
        let loaded = match session.load_again(as_of, &self.loaded.snapshot) {
            Ok(loaded) => loaded,
            Err(error) => {
                let text = format!("{} {error}", paint(Style::Error, "error:"));
                return self.tell("unreadable", &text, &json!({ "message": error.to_string() }));
            }
        };
        let status = self.assess_changed(&loaded);
        self.tell_turned(&loaded, &status)?;
        (self.session, self.loaded, self.status) = (session, loaded, status);
        if !self.args.no_record {
            self.record(as_of)?;
        }
        Ok(())
    }

    /// Assesses anew only resources with another file or fact than before.
    fn assess_changed(&self, loaded: &Loaded) -> Status {
        let before = &self.loaded.snapshot;
        if before.ledger != loaded.snapshot.ledger || before.people != loaded.snapshot.people {
            return Status::of(&loaded.snapshot);
        }
        let mut status = Status::default();
        for (id, resource) in &loaded.snapshot.resources {
            let same = before.resources.get(id).is_some_and(|it| same_files(it, resource));
            let known = self.status.resources.get(id).filter(|_| same).cloned();
            let assessed = known.unwrap_or_else(|| assess(&loaded.snapshot, id, resource));
            status.resources.insert(id.clone(), assessed);
        }
        status
    }

    fn tell_turned(&mut self, loaded: &Loaded, status: &Status) -> Result<(), Failure> {
        for (text, detail) in self.turned(loaded, status) {
            self.tell("turned", &text, &detail)?;
        }
        Ok(())
    }

    /// What turned, by freshness and locale: for people, and for programs.
    fn turned(&self, loaded: &Loaded, status: &Status) -> Vec<(String, Value)> {
        let turned = turned((&self.status, &self.loaded.snapshot), (status, &loaded.snapshot));
        let mut told = Vec::new();
        let mut groups: BTreeMap<(Freshness, &Locale), Vec<&Turned<'_>>> = BTreeMap::new();
        for one in &turned {
            groups.entry((one.status.freshness, one.locale)).or_default().push(one);
        }
        for ((freshness, locale), units) in groups {
            let words: usize = units.iter().map(|it| it.status.words).sum();
            let names: Vec<&str> = units.iter().take(3).map(|it| it.address.as_str()).collect();
            let more = units.len().saturating_sub(names.len());
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let text = format!(
                "{locale}  {} {}, {}: {}{more}",
                count(units.len(), "unit"),
                paint(Style::of(freshness), freshness.as_str()),
                count(words, "word"),
                names.join(", "),
            );
            let units: Vec<Value> =
                units.iter().map(|it| json!({ "unit": it.address, "resource": it.id.to_string(), "words": it.status.words })).collect();
            let detail = json!({ "locale": locale.to_string(), "freshness": freshness.to_string(), "words": words, "units": units });
            told.push((text, detail));
        }
        told
    }

    /// Records sources that are seen for the first time.
    fn record(&mut self, as_of: hexapla_model::Timestamp) -> Result<(), Failure> {
        let plan = record_seen(&self.loaded.snapshot, as_of, None, None);
        if plan.is_empty() {
            return Ok(());
        }
        if let Err(error) = self.session.commit(&plan) {
            let text = format!("{} {error}", paint(Style::Error, "error:"));
            self.tell("not-recorded", &text, &json!({ "message": error.to_string() }))?;
        }
        Ok(())
    }
}

/// Whether both resources are read from the very same bytes by the same rules.
fn same_files(a: &Resource, b: &Resource) -> bool {
    let bytes = |it: &Option<std::sync::Arc<hexapla_engine::Document>>| {
        it.as_ref().map(|it| it.bytes.clone())
    };
    let targets = |it: &Resource| -> Vec<_> {
        it.targets.iter().map(|(locale, it)| (locale.clone(), it.bytes.clone())).collect()
    };
    bytes(&a.source) == bytes(&b.source)
        && targets(a) == targets(b)
        && a.collection.rules == b.collection.rules
        && a.collection.workflow == b.collection.workflow
        && a.collection.locales == b.collection.locales
        && a.collection.fallbacks == b.collection.fallbacks
}

/// The units that stand otherwise than before, or were not there.
fn turned<'a>(
    (before, earlier): (&'a Status, &'a Snapshot),
    (now, snapshot): (&'a Status, &'a Snapshot),
) -> Vec<Turned<'a>> {
    let mut turned = Vec::new();
    for (id, locales) in &now.resources {
        let Some(resource) = snapshot.resources.get(id) else { continue };
        for (locale, units) in locales {
            let former = before.resources.get(id).and_then(|it| it.get(locale));
            if former == Some(units) {
                continue;
            }
            let mut stood: BTreeMap<(String, Freshness, bool), usize> = BTreeMap::new();
            if let (Some(former), Some(resource)) = (former, earlier.resources.get(id)) {
                for unit in former {
                    *stood.entry(standing(resource, locale, unit)).or_default() += 1;
                }
            }
            for status in units.iter().filter(|it| it.inherited.is_none()) {
                match stood.get_mut(&standing(resource, locale, status)) {
                    Some(left) if *left > 0 => *left -= 1,
                    _ => {
                        let address = hexapla_engine::address(id, resource, locale, status);
                        turned.push(Turned { id, locale, status, address });
                    }
                }
            }
        }
    }
    turned
}

fn standing(
    resource: &Resource,
    locale: &Locale,
    status: &UnitStatus,
) -> (String, Freshness, bool) {
    (hexapla_engine::name(resource, locale, status), status.freshness, status.in_order)
}
