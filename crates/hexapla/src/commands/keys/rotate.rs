//! `hexapla keys rotate`.

use hexapla_workspace::KeyRole;

use super::{Lifetime, Place};
use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{nearer, outln};

/// Replace a key, by a new root that names another in its place
///
/// The root keys of before and after sign it. Sites follow it with the next release; what the old
/// key signs is refused from then on.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// What the key is for
    #[arg(value_enum)]
    role: Role,
    #[command(flatten)]
    place: Place,
    /// The key to replace, where the role has several: how its id begins
    #[arg(long, value_name = "ID")]
    key: Option<String>,
    /// Encrypt the new key with a passphrase; one that replaces an encrypted key is in any case
    #[arg(long)]
    passphrase: bool,
    #[command(flatten)]
    lifetime: Lifetime,
}

/// What a key is for.
#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum Role {
    Root,
    Release,
    Timestamp,
}

impl From<Role> for KeyRole {
    fn from(role: Role) -> Self {
        match role {
            Role::Root => Self::Root,
            Role::Release => Self::Release,
            Role::Timestamp => Self::Timestamp,
        }
    }
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let keys = args.place.open(global)?;
    let expires = args.lifetime.end(global);
    let done = keys.rotate(args.role.into(), args.key.as_deref(), args.passphrase, expires)?;
    outln!("wrote {}", nearer(&done.made))?;
    outln!("wrote {}", nearer(&done.root))?;
    match done.retired {
        Some(path) => outln!("kept the old key as {}", nearer(&path))?,
        None => outln!("the old key is not here; destroy it where it is")?,
    }
    outln!("next: publish, so that sites get the new root")?;
    Ok(Exit::Clean)
}
