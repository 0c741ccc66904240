//! A release of a folder of releases.

use std::path::Path;

use hexapla_model::Progress;
use hexapla_workspace::{Pulled, pull};
use serde_json::json;

use super::Args;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{count, outln, pretty, showing};

pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    let (progress, store) = (Progress::default(), Path::new(&args.store));
    let pulled = showing(&progress, || pull(store, &args.channel, &args.into, &progress))?;
    tell(args, &pulled)?;
    Ok(Exit::Clean)
}

fn tell(args: &Args, pulled: &Pulled) -> Result<(), Failure> {
    let (files, as_of) = (pulled.manifest.files.len(), pulled.manifest.as_of);
    if args.json {
        let told = json!({
            "changed": pulled.changed,
            "release": pulled.id.to_string(),
            "as_of": as_of.to_string(),
            "files": files,
            "folder": args.into,
        });
        return outln!("{}", pretty(&told));
    }
    let verb = if pulled.changed { "pulled" } else { "already has" };
    outln!(
        "{verb} {} ({}) as of {as_of} into {}",
        pulled.id.short(),
        count(files, "file"),
        args.into.display()
    )
}
