//! What stands at the head of all metadata.

use hexapla_model::Timestamp;

use crate::fields::Fields;
use crate::json::Json;
use crate::refusal::Refusal;
use crate::role::Role;

/// The version of the specification that is written.
const SPEC: &str = "1.0.33";

/// What stands at the head of all metadata.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The version of the file, from 1.
    pub version: u64,
    /// From this moment on it is not believed any more.
    pub expires: Timestamp,
}

impl Head {
    pub(crate) fn entries(self, role: &Role) -> [(&'static str, Json); 4] {
        [
            ("_type", Json::text(role.kind())),
            ("expires", Json::text(self.expires.to_string())),
            ("spec_version", Json::text(SPEC)),
            ("version", Json::number(self.version)),
        ]
    }

    /// Reads the head of metadata that has to be of the given role.
    pub(crate) fn read(signed: &Fields<'_>, role: &Role) -> Result<Self, Refusal> {
        let spec = signed.text("spec_version")?;
        let major = spec.split('.').next().and_then(|it| it.parse::<u64>().ok());
        match major {
            Some(1) => {}
            Some(2..) => {
                let file = signed.file.to_owned();
                return Err(Refusal::Version { file, found: spec.chars().take(40).collect() });
            }
            _ => return Err(signed.wrong("spec_version", "`1.0`")),
        }
        if signed.text("_type")? != role.kind() {
            return Err(signed.wrong("_type", &format!("`{}`", role.kind())));
        }
        let expires = signed.parsed("expires", "a time such as 2026-03-12T09:00:00Z")?;
        Ok(Self { version: signed.number("version", 1)?, expires })
    }

    /// Refuses it where its time has passed.
    pub(crate) fn require_fresh(self, file: &str, now: Timestamp) -> Result<(), Refusal> {
        match now < self.expires {
            true => Ok(()),
            false => Err(Refusal::Expired { file: file.to_owned(), expires: self.expires }),
        }
    }
}
