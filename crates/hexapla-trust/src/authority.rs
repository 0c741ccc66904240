//! Whose signatures count.

use std::collections::BTreeMap;

use crate::fields::Fields;
use crate::json::Json;
use crate::key::{KeyId, PublicKey};
use crate::refusal::Refusal;

/// The keys of a role, and how many of them have to sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// The keys, by id.
    pub keys: BTreeMap<KeyId, PublicKey>,
    /// How many of them have to sign, at least 1.
    pub threshold: usize,
}

impl Authority {
    /// So many of these keys.
    pub fn new(threshold: usize, keys: impl IntoIterator<Item = PublicKey>) -> Self {
        Self { keys: keys.into_iter().map(|it| (it.id().clone(), it)).collect(), threshold }
    }

    /// `keyids` and `threshold`, as they stand in metadata.
    pub(crate) fn entries(&self) -> [(&'static str, Json); 2] {
        let ids = self.keys.keys().map(|it| Json::text(it.as_str())).collect();
        [("keyids", Json::Array(ids)), ("threshold", Json::number(self.threshold as u64))]
    }

    /// Reads `keyids` and `threshold`. Keys of other kinds than Ed25519 are left out: they vouch for
    /// nothing.
    pub(crate) fn read(fields: &Fields<'_>, keys: &Keys) -> Result<Self, Refusal> {
        let mut found = BTreeMap::new();
        let mut seen = Vec::new();
        for id in fields.texts("keyids")? {
            let key = keys.0.get(id).ok_or_else(|| fields.wrong("keyids", "ids of `keys`"))?;
            if seen.contains(&id) {
                return Err(fields.wrong("keyids", "each id once"));
            }
            seen.push(id);
            found.extend(key.iter().map(|key| (key.id().clone(), key.clone())));
        }
        let threshold = usize::try_from(fields.number("threshold", 1)?).unwrap_or(usize::MAX);
        Ok(Self { keys: found, threshold })
    }
}

/// The `keys` of a metadata file; nothing where a key is of another kind.
pub(crate) struct Keys(BTreeMap<String, Option<PublicKey>>);

impl Keys {
    pub(crate) fn read(fields: &Fields<'_>) -> Result<Self, Refusal> {
        let read = |(id, json): (&str, &Json)| match PublicKey::read(id, json) {
            Ok(key) => Ok((id.to_owned(), key)),
            Err(why) => Err(Refusal::format(fields.file, why)),
        };
        fields.values().map(read).collect::<Result<_, _>>().map(Self)
    }

    /// The `keys` that these authorities need.
    pub(crate) fn json<'a>(of: impl Iterator<Item = &'a Authority>) -> Json {
        let keys = of.flat_map(|it| it.keys.iter());
        Json::Object(keys.map(|(id, key)| (id.as_str().to_owned(), key.json())).collect())
    }
}
