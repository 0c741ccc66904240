//! The file around metadata: signatures, and what they are over.

use std::collections::{BTreeMap, BTreeSet};

use data_encoding::HEXLOWER;
use ed25519_dalek::Signature;

use crate::authority::Authority;
use crate::fields::Fields;
use crate::json::Json;
use crate::key::{KeyId, PublicKey};
use crate::metadata::{Head, Metadata};
use crate::refusal::Refusal;
use crate::role::Role;

/// A metadata file of which nothing is believed yet.
pub(crate) struct Envelope<'a> {
    file: &'a str,
    role: &'a Role,
    signatures: BTreeMap<KeyId, String>,
    signed: Json,
    /// What the signatures are over.
    canonical: String,
    pub(crate) head: Head,
}

impl<'a> Envelope<'a> {
    /// Reads the file of a role.
    pub(crate) fn read(file: &'a str, role: &'a Role, bytes: &[u8]) -> Result<Self, Refusal> {
        let (found, expected) = (bytes.len() as u64, role.most());
        if found > expected {
            return Err(Refusal::Length { file: file.to_owned(), found, expected });
        }
        let json = Json::read(bytes).map_err(|why| Refusal::format(file, why))?;
        let fields = Fields::of(file, &json)?;
        let signatures = signatures(&fields)?;
        let head = Head::read(&fields.object("signed")?, role)?;
        let signed = match json {
            Json::Object(mut entries) => entries.remove("signed").unwrap_or(Json::Null),
            _ => Json::Null,
        };
        let canonical = signed.canonical();
        Ok(Self { file, role, signatures, signed, canonical, head })
    }

    /// Refuses it where it is not signed as `authority` demands: each signature of one of its keys
    /// has to be right, and there have to be enough. `former` are keys that earlier roots named.
    pub(crate) fn verify<'k>(
        &self,
        authority: &'k Authority,
        former: &[&'k PublicKey],
    ) -> Result<(), Refusal> {
        let mut good = self.signers(authority)?;
        let (signed, threshold) = (good.len(), authority.threshold);
        if signed >= threshold {
            return Ok(());
        }
        let former = former.iter().filter(|it| self.is_signed_by(it.id(), it) == Some(true));
        good.extend(former.map(|it| it.bytes()));
        if good.len() >= threshold {
            return Err(Refusal::Revoked(self.file.to_owned()));
        }
        Err(self.unsigned(format!("{signed} of its role's keys signed, expected {threshold}")))
    }

    /// The keys that signed it rightly, each once, whatever it is called.
    fn signers<'k>(&self, authority: &'k Authority) -> Result<BTreeSet<&'k [u8; 32]>, Refusal> {
        let mut good = BTreeSet::new();
        for (id, key) in &authority.keys {
            match self.is_signed_by(id, key) {
                Some(true) => drop(good.insert(key.bytes())),
                Some(false) => {
                    return Err(self.unsigned(format!("that of `{}` is wrong", id.short())));
                }
                None => {}
            }
        }
        Ok(good)
    }

    fn unsigned(&self, why: String) -> Refusal {
        Refusal::Signature { file: self.file.to_owned(), why }
    }

    /// Whether the signature of a key is right; nothing where there is none.
    fn is_signed_by(&self, id: &KeyId, key: &PublicKey) -> Option<bool> {
        let text = self.signatures.get(id)?;
        let bytes = HEXLOWER.decode(text.as_bytes()).ok();
        let signature = bytes.and_then(|it| Signature::from_slice(&it).ok());
        Some(signature.is_some_and(|it| key.verifies(self.canonical.as_bytes(), &it)))
    }

    /// Whether another text of the same role says the same, whoever signed it.
    pub(crate) fn says_as(&self, text: &str) -> bool {
        Self::read(self.file, self.role, text.as_bytes())
            .is_ok_and(|it| it.canonical == self.canonical)
    }

    /// What it says.
    pub(crate) fn content<T: Metadata>(&self) -> Result<T, Refusal> {
        T::read(&Fields::of(self.file, &self.signed)?, self.role, self.head)
    }
}

/// The signatures, by the id of the key.
fn signatures(fields: &Fields<'_>) -> Result<BTreeMap<KeyId, String>, Refusal> {
    let mut found = BTreeMap::new();
    for signature in fields.array_of_objects("signatures")? {
        let (id, text) = (signature.text("keyid")?, signature.text("sig")?);
        if found.insert(KeyId::named(id), text.to_owned()).is_some() {
            return Err(signature.wrong("keyid", "each key once"));
        }
    }
    Ok(found)
}

/// The text of a metadata file: canonical JSON and one line end. Control characters, which canonical
/// JSON keeps as they are, are escaped, since no reader of JSON takes them else.
pub(crate) fn write(signatures: &BTreeMap<KeyId, String>, signed: Json) -> Vec<u8> {
    let signature = |(id, sig): (&KeyId, &String)| {
        Json::object([("keyid", Json::text(id.as_str())), ("sig", Json::text(sig))])
    };
    let signatures = Json::Array(signatures.iter().map(signature).collect());
    let file = Json::object([("signatures", signatures), ("signed", signed)]);
    let mut text = String::new();
    for c in file.canonical().chars() {
        match c {
            '\0'..='\x1f' => text.push_str(&format!("\\u{:04x}", u32::from(c))),
            _ => text.push(c),
        }
    }
    text.push('\n');
    text.into_bytes()
}
