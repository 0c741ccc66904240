//! The root: whose signatures count.

use std::collections::BTreeSet;

use super::{Head, Metadata};
use crate::authority::{Authority, Keys};
use crate::fields::Fields;
use crate::json::Json;
use crate::key::KeyId;
use crate::refusal::Refusal;
use crate::role::Role;

/// The root: whose signatures count, of every role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    /// Its version, and until when it is good.
    pub head: Head,
    /// Who signs the next root.
    pub root: Authority,
    /// Who signs the pointer.
    pub timestamp: Authority,
    /// Who signs snapshots.
    pub snapshot: Authority,
    /// Who signs what a release is.
    pub targets: Authority,
}

impl Root {
    /// The four roles, by name.
    pub fn roles(&self) -> [(Role, &Authority); 4] {
        [
            (Role::Root, &self.root),
            (Role::Timestamp, &self.timestamp),
            (Role::Snapshot, &self.snapshot),
            (Role::Targets, &self.targets),
        ]
    }

    /// The ids of all keys that it names.
    pub(crate) fn key_ids(&self) -> BTreeSet<&KeyId> {
        self.roles().into_iter().flat_map(|(_, it)| it.keys.keys()).collect()
    }

    /// Whether `later` has the same keys for everything that is signed online.
    pub(crate) fn signs_like(&self, later: &Self) -> bool {
        (&self.timestamp, &self.snapshot, &self.targets)
            == (&later.timestamp, &later.snapshot, &later.targets)
    }
}

impl Metadata for Root {
    fn role(&self) -> Role {
        Role::Root
    }

    fn head(&self) -> Head {
        self.head
    }

    fn entries(&self) -> Vec<(&'static str, Json)> {
        let roles = self.roles();
        let authority = |it: &Authority| Json::object(it.entries());
        let named = roles.iter().map(|(role, it)| (role.name().to_owned(), authority(it)));
        vec![
            ("consistent_snapshot", Json::Bool(true)),
            ("keys", Keys::json(roles.iter().map(|(_, it)| *it))),
            ("roles", Json::Object(named.collect())),
        ]
    }

    fn read(signed: &Fields<'_>, _: &Role, head: Head) -> Result<Self, Refusal> {
        if !signed.flag("consistent_snapshot")? {
            return Err(signed.wrong("consistent_snapshot", "`true`"));
        }
        let (keys, roles) = (Keys::read(&signed.object("keys")?)?, signed.object("roles")?);
        let authority = |role: Role| Authority::read(&roles.object(role.name())?, &keys);
        Ok(Self {
            head,
            root: authority(Role::Root)?,
            timestamp: authority(Role::Timestamp)?,
            snapshot: authority(Role::Snapshot)?,
            targets: authority(Role::Targets)?,
        })
    }
}
