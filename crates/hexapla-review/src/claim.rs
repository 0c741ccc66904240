//! Who works on what: told to others, and in nobody's way.

use std::collections::HashMap;

use hexapla_model::Locale;
use hexapla_people::ClaimOnUnit;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::asked::Asked;
use crate::desk::UnitName;
use crate::failure::Failure;
use crate::queue::Wish;
use crate::room::Room;
use crate::unit;
use crate::visitor::Visitor;

/// What is worked on in a locale, by the names of units.
#[derive(Default)]
pub(crate) struct Claims(HashMap<String, Claim>);

/// Somebody works on a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Claim {
    pub(crate) by: String,
    /// Whether that is the visitor.
    pub(crate) is_mine: bool,
    /// For how many minutes still, begun ones counted whole.
    pub(crate) minutes: i64,
}

impl Claims {
    /// Those in a locale; none in a room without accounts.
    ///
    /// # Errors
    /// Where the accounts cannot be read.
    pub(crate) fn of(room: &Room, locale: &Locale, visitor: &Visitor) -> Result<Self, Failure> {
        if !room.has_accounts() {
            return Ok(Self::default());
        }
        let now = hexapla_workspace::now();
        let claim = |it: ClaimOnUnit| {
            let minutes = (it.until.as_seconds() - now.as_seconds()).max(0).div_euclid(60) + 1;
            let is_mine = visitor.handle.as_ref() == Some(&it.by);
            (it.unit, Claim { by: it.by.to_string(), is_mine, minutes })
        };
        let all = room.accounts()?.claims_in(locale, now)?;
        Ok(Self(all.into_iter().map(claim).collect()))
    }

    /// Who works on a unit.
    pub(crate) fn on(&self, unit: &UnitName) -> Option<&Claim> {
        if self.0.is_empty() { None } else { self.0.get(&unit.to_string()) }
    }
}

impl Claim {
    /// The same for programs.
    pub(crate) fn record(&self) -> Value {
        json!({ "by": self.by, "mine": self.is_mine, "minutes": self.minutes })
    }
}

/// Claims a unit for the visitor, or releases it.
pub(crate) fn claim(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let (accounts, wish, unit) = (room.accounts()?, Wish::of(asked)?, unit::named(asked)?);
    let handle = asked.require_handle()?;
    let (name, now) = (unit.to_string(), hexapla_workspace::now());
    match asked.require("do")? {
        "take" => {
            // What is not there is not worked on.
            room.desk.resource(&unit.resource, &wish.locale)?.find(&unit)?;
            match accounts.claim(handle, &wish.locale, &name, now) {
                // The page tells who was faster.
                Err(hexapla_people::Error::Claimed { .. }) if !asked.is_api => {}
                taken => drop(taken?),
            }
        }
        "release" => accounts.release(handle, &wish.locale, &name)?,
        other => {
            return Err(Failure::bad(format!("`{other}` cannot be done with a unit"))
                .with_hint("there are take and release"));
        }
    }
    room.tell_claims();
    if asked.is_api {
        let claims = Claims::of(room, &wish.locale, &asked.visitor)?;
        let claim = claims.on(&unit).map(Claim::record);
        return Ok(Answer::Json(json!({ "unit": name, "claim": claim })));
    }
    Ok(Answer::go(unit::address(&wish, &unit)))
}

/// Releases a unit that was settled, whoever worked on it.
///
/// # Errors
/// Where the accounts cannot be read or written.
pub(crate) fn settled(room: &Room, locale: &Locale, unit: &UnitName) -> Result<(), Failure> {
    if !room.has_accounts() {
        return Ok(());
    }
    let (accounts, name) = (room.accounts()?, unit.to_string());
    let held = accounts.claims_in(locale, hexapla_workspace::now())?;
    if let Some(held) = held.into_iter().find(|it| it.unit == name) {
        accounts.release(&held.by, locale, &name)?;
        room.tell_claims();
    }
    Ok(())
}
