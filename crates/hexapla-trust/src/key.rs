//! Public keys.

use std::fmt;

use data_encoding::HEXLOWER;
use ed25519_dalek::{Signature, VerifyingKey};

use crate::digest::sha256;
use crate::json::Json;

/// The id of a key: the SHA-256 of its canonical JSON, in hexadecimal.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(String);

impl KeyId {
    /// The id that somebody names: it need not be that of any key.
    pub fn named(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// All 64 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first twelve characters: what people tell keys apart by.
    pub fn short(&self) -> &str {
        self.0.get(..12).unwrap_or(&self.0)
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An Ed25519 key that verifies signatures.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicKey {
    id: KeyId,
    json: Json,
    key: VerifyingKey,
}

impl PublicKey {
    pub(crate) fn new(key: VerifyingKey) -> Self {
        let json = Json::object([
            ("keytype", Json::text("ed25519")),
            ("keyval", Json::object([("public", Json::text(HEXLOWER.encode(key.as_bytes())))])),
            ("scheme", Json::text("ed25519")),
        ]);
        Self { id: KeyId(sha256(json.canonical().as_bytes())), json, key }
    }

    /// Its id.
    pub fn id(&self) -> &KeyId {
        &self.id
    }

    /// Its 32 bytes (RFC 8032).
    pub fn bytes(&self) -> &[u8; 32] {
        self.key.as_bytes()
    }

    /// Its JSON as metadata has it.
    pub(crate) fn json(&self) -> Json {
        self.json.clone()
    }

    /// A key of metadata under its id. Nothing for a key of another kind, which verifies nothing
    /// here.
    pub(crate) fn read(id: &str, json: &Json) -> Result<Option<Self>, String> {
        let Json::Object(entries) = json else {
            return Err(format!("the key `{id}` is no object"));
        };
        let text = |name: &str| match entries.get(name) {
            Some(Json::Text(text)) => Ok(text.as_str()),
            _ => Err(format!("the key `{id}` has no `{name}`")),
        };
        if (text("keytype")?, text("scheme")?) != ("ed25519", "ed25519") {
            return Ok(None);
        }
        if sha256(json.canonical().as_bytes()) != id {
            return Err(format!("the key `{id}` has another id than its SHA-256"));
        }
        let public = match entries.get("keyval") {
            Some(Json::Object(it)) => it.get("public"),
            _ => None,
        };
        let key = match public {
            Some(Json::Text(public)) => verifying_key(public),
            _ => None,
        };
        let key = key.ok_or(format!("the key `{id}` is no Ed25519 key"))?;
        Ok(Some(Self { id: KeyId::named(id), json: json.clone(), key }))
    }

    /// Whether the key signed these bytes.
    pub(crate) fn verifies(&self, bytes: &[u8], signature: &Signature) -> bool {
        self.key.verify_strict(bytes, signature).is_ok()
    }
}

/// The key of 32 bytes in hexadecimal; nothing where it would verify what nobody signed.
fn verifying_key(public: &str) -> Option<VerifyingKey> {
    let bytes: [u8; 32] = HEXLOWER.decode(public.as_bytes()).ok()?.try_into().ok()?;
    VerifyingKey::from_bytes(&bytes).ok().filter(|it| !it.is_weak())
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.id.short())
    }
}
