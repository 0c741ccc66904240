//! The chain of roots.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::envelope::Envelope;
use crate::key::PublicKey;
use crate::metadata::Root;
use crate::refusal::Refusal;
use crate::role::Role;
use crate::verified::Verified;

/// The roots that are believed, from the one that was given by hand to the present one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roots {
    earlier: Vec<Arc<Verified<Root>>>,
    present: Arc<Verified<Root>>,
}

impl Roots {
    /// Believes a root that came by a safe way; it has to be signed by its own keys.
    ///
    /// # Errors
    /// Where it is no such root.
    pub fn new(bytes: &[u8]) -> Result<Self, Refusal> {
        let file = Role::Root.to_string();
        let envelope = Envelope::read(&file, &Role::Root, bytes)?;
        let content: Root = envelope.content()?;
        envelope.verify(&content.root, &[])?;
        Ok(Self { earlier: Vec::new(), present: Arc::new(Verified::new(content, bytes, &file)?) })
    }

    /// Believes the next root: signed by its own keys and by those of the present one.
    ///
    /// # Errors
    /// Where it is not the next, or not signed so.
    pub fn take(&self, bytes: &[u8]) -> Result<Self, Refusal> {
        let expected = self.present().head.version + 1;
        let file = Role::Root.file(expected);
        let envelope = Envelope::read(&file, &Role::Root, bytes)?;
        envelope.verify(&self.present().root, &self.former_keys())?;
        let content: Root = envelope.content()?;
        envelope.verify(&content.root, &[])?;
        let found = content.head.version;
        if found != expected {
            return Err(Refusal::RootVersion { file, found, expected });
        }
        let mut earlier = self.earlier.clone();
        earlier.push(self.present.clone());
        Ok(Self { earlier, present: Arc::new(Verified::new(content, bytes, &file)?) })
    }

    /// Believes a root of a chain that was believed before: one that is earlier than the present is
    /// passed over, and one of the same version has to be the present. Gives its version too.
    pub(crate) fn follow(&self, bytes: &[u8]) -> Result<(Self, u64), Refusal> {
        let file = Role::Root.to_string();
        let envelope = Envelope::read(&file, &Role::Root, bytes)?;
        let (found, present) = (envelope.head.version, self.present().head.version);
        let followed = match found.cmp(&present) {
            Ordering::Less => self.clone(),
            Ordering::Equal if envelope.says_as(self.present_text()) => self.clone(),
            Ordering::Equal => {
                let why = format!("its root {found} is another than the one that is given");
                return Err(Refusal::State(why));
            }
            Ordering::Greater => self.take(bytes)?,
        };
        Ok((followed, found))
    }

    /// The present root.
    pub fn present(&self) -> &Root {
        &self.present.content
    }

    pub(crate) fn present_text(&self) -> &str {
        &self.present.text
    }

    /// The texts of all, oldest first, as they were signed.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.earlier.iter().chain([&self.present]).map(|it| it.text.as_str())
    }

    /// Keys that earlier roots named and the present one does not.
    pub(crate) fn former_keys(&self) -> Vec<&PublicKey> {
        let present = self.present().key_ids();
        let earlier = self.earlier.iter().flat_map(|it| it.content.roles());
        let keys = earlier.flat_map(|(_, authority)| authority.keys.values());
        keys.filter(|it| !present.contains(it.id())).collect()
    }
}
