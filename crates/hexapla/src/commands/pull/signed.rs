//! A signed release of a channel of a store.

use std::path::Path;
use std::time::Duration;

use hexapla_model::{Progress, Timestamp};
use hexapla_trust::{Channel, ParseChannelError, Wanted};
use hexapla_workspace::{Delivered, Held, PullError, Subscription, now};
use serde_json::{Value, json};

use super::Args;
use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{Style, Teller, count, outln, paint, pretty, showing, tell};

pub(super) fn run(global: &Global, args: &Args, trust: &Path) -> Result<Exit, Failure> {
    let desk = Desk { global, args, subscription: subscribe(args, trust)? };
    match args.watch {
        true => desk.follow(),
        false => desk.pull_once(),
    }
}

fn subscribe(args: &Args, trust: &Path) -> Result<Subscription, Failure> {
    let channel: Channel =
        args.channel.parse().map_err(|it: ParseChannelError| Failure::usage(it.to_string()))?;
    let wanted = match args.locales.is_empty() {
        true => Wanted::All,
        false => Wanted::Named(args.locales.iter().cloned().collect()),
    };
    let from = (args.store.as_str(), channel);
    Ok(Subscription::new(from, trust, &args.into, wanted, args.timeout())?)
}

/// Where pulls are made and told.
struct Desk<'a> {
    global: &'a Global,
    args: &'a Args,
    subscription: Subscription,
}

impl Desk<'_> {
    fn now(&self) -> Timestamp {
        self.global.as_of.unwrap_or_else(now)
    }

    fn pull(&self) -> Result<Delivered, PullError> {
        let progress = Progress::default();
        showing(&progress, || self.subscription.pull(self.now(), &progress))
    }

    fn pull_once(&self) -> Result<Exit, Failure> {
        match self.pull() {
            Ok(delivered) => {
                match self.args.json {
                    true => outln!("{}", pretty(&self.json(&delivered)))?,
                    false => outln!("{}", self.text(&delivered))?,
                }
                self.tell_absent(&delivered);
                Ok(Exit::Clean)
            }
            Err(error) => {
                let told = self.refused_json(&error);
                let failure = Failure::from(error);
                match self.args.json {
                    true => outln!("{}", pretty(&told))?,
                    false => self.tell_kept(),
                }
                Err(failure)
            }
        }
    }

    /// Pulls again and again; only what is new is told.
    fn follow(&self) -> Result<Exit, Failure> {
        let teller = Teller::new(self.args.json);
        let mut last = None;
        while !teller.is_deaf() {
            let (event, text, detail) = match self.pull() {
                Ok(delivered) => ("pulled", self.text(&delivered), self.json(&delivered)),
                Err(error) if !error.may_pass() => return Err(error.into()),
                Err(error) => {
                    let text = format!("{} {error}", paint(Style::Error, "error:"));
                    ("refused", text, self.refused_json(&error))
                }
            };
            // A pointer that was signed anew is no news, but that pulling goes well again is.
            let news = (event, detail["release"].clone(), detail["refusal"].clone());
            if last.as_ref() != Some(&news) {
                teller.tell(event, &text, &detail);
                last = Some(news);
            }
            std::thread::sleep(Duration::from_secs(self.args.every));
        }
        Ok(Exit::Clean)
    }

    fn text(&self, delivered: &Delivered) -> String {
        let Delivered { held, files, changed, fetched, .. } = delivered;
        let (verb, release) = (if *changed { "pulled" } else { "already has" }, short(held));
        let (files, folder) = (count(*files, "file"), self.args.into.display());
        let as_of = held.as_of;
        format!("{verb} {release} ({files}) as of {as_of} into {folder}: {fetched} bytes fetched")
    }

    fn json(&self, delivered: &Delivered) -> Value {
        let Delivered { held, files, changed, fetched, absent } = delivered;
        let absent: Vec<&str> = absent.iter().map(|it| it.as_str()).collect();
        let mut told = self.held_json(held);
        told["changed"] = json!(changed);
        told["files"] = json!(files);
        told["fetched"] = json!(fetched);
        told["absent"] = json!(absent);
        told["folder"] = json!(self.args.into);
        told
    }

    fn held_json(&self, held: &Held) -> Value {
        json!({
            "version": held.version,
            "release": held.release,
            "as_of": held.as_of.to_string(),
            "age": self.now().as_seconds().saturating_sub(held.as_of.as_seconds()),
            "expires": held.expires.to_string(),
        })
    }

    /// Why nothing was taken, and what stays.
    fn refused_json(&self, error: &PullError) -> Value {
        let refusal = match error {
            PullError::Refused { source, .. } => Some(source.name()),
            PullError::Address(_) | PullError::Disk(_) => None,
        };
        let held = self.subscription.held().map(|it| self.held_json(&it));
        json!({ "refusal": refusal, "message": error.to_string(), "held": held })
    }

    fn tell_kept(&self) {
        let Some(held) = self.subscription.held() else { return };
        let days = self.now().as_seconds().saturating_sub(held.as_of.as_seconds()) / 86_400;
        let age = count(usize::try_from(days).unwrap_or_default(), "day");
        let (folder, release) = (self.args.into.display(), short(&held));
        tell!("{folder} keeps {release} as of {}, {age} old", held.as_of);
    }

    fn tell_absent(&self, delivered: &Delivered) {
        for locale in &delivered.absent {
            tell!("`{locale}` is not in the release");
        }
    }
}

/// The part of a release's id that people tell it by.
fn short(held: &Held) -> &str {
    held.release.get(..12).unwrap_or(&held.release)
}
