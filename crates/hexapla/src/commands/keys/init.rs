//! `hexapla keys init`.

use hexapla_workspace::{KeyPlan, Keys};

use super::{Lifetime, Place, ask};
use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{nearer, outln};

/// Make the keys of the project and the first root, which names them
///
/// Each private key is a file that only you may read. Root keys sign nothing but other keys: move
/// their files to where no network is, and keep a copy. Sites begin with `1.root.json`.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
    /// How many root keys
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    root_keys: u8,
    /// How many of them have to sign a root
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    threshold: u8,
    /// Encrypt the private keys with a passphrase, which is asked for or HEXAPLA_PASSPHRASE
    #[arg(long)]
    passphrase: bool,
    #[command(flatten)]
    lifetime: Lifetime,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let folder = args.place.folder(global)?;
    let plan = KeyPlan {
        root_keys: args.root_keys.into(),
        threshold: args.threshold.into(),
        encrypted: args.passphrase,
        expires: args.lifetime.end(global),
    };
    for path in Keys::init(&folder, plan, ask::passphrase)? {
        outln!("wrote {}", nearer(&path))?;
    }
    outln!("next: move the root keys to where no network is, and keep a copy of every key;")?;
    outln!(
        "      give `1.root.json` to the sites, which believe nothing that it does not lead to"
    )?;
    Ok(Exit::Clean)
}
