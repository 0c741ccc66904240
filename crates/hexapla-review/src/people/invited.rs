//! Becoming one of the room's people.

use askama::Template;
use hexapla_model::Handle;
use hexapla_people::{Invite, Password, Token};
use hexapla_workspace::now;

use super::signing::enter;
use crate::answer::Answer;
use crate::asked::Asked;
use crate::failure::Failure;
use crate::page::Frame;
use crate::room::Room;

#[derive(Template)]
#[template(path = "invite.html")]
struct Page<'a> {
    f: Frame<'a>,
    token: String,
    invite: Invite,
    handle: String,
    name: String,
    failure: Option<Failure>,
}

impl Page<'_> {
    fn roles(&self) -> String {
        self.f.t.roles(&self.invite.rights.roles)
    }

    fn locales(&self) -> String {
        let locales = self.invite.rights.locales.iter().map(ToString::to_string);
        locales.collect::<Vec<_>>().join(", ")
    }
}

/// The page that a link of invitation leads to.
pub(crate) fn invite_page(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    shown(room, asked, None)
}

/// Makes the account, and lets its owner in.
pub(crate) fn redeem(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let accounts = room.accounts()?;
    let token = token(asked)?;
    let name = asked.require("name")?.trim();
    let made = || {
        let handle: Handle = asked.require("handle")?.trim().parse()?;
        let password = Password::new(asked.require("password")?, &handle)
            .map_err(hexapla_people::Error::from)?;
        accounts.redeem(&token, &handle, name, &password, now())?;
        Ok::<_, Failure>(accounts.sign_in(&handle, now())?)
    };
    match room.trying(made) {
        Ok(token) => Ok(enter(&token, "/".to_owned())),
        Err(failure) if failure.status == 404 => Err(failure),
        Err(failure) => {
            let status = failure.status;
            Ok(Answer::Refused(status, Box::new(shown(room, asked, Some(failure))?)))
        }
    }
}

fn token(asked: &Asked) -> Result<Token, Failure> {
    let text = asked.parts.get("token").map(String::as_str).unwrap_or_default();
    text.parse().map_err(|_| Failure::from(hexapla_people::Error::NoInvite))
}

fn shown(room: &Room, asked: &Asked, failure: Option<Failure>) -> Result<Answer, Failure> {
    let invite = room.accounts()?.invited(&token(asked)?, now())?;
    let given = |name: &str| asked.form.get(name).unwrap_or_default().to_owned();
    let page = Page {
        f: Frame::of(room, asked, ""),
        token: asked.parts.get("token").cloned().unwrap_or_default(),
        handle: invite.handle.as_ref().map_or_else(|| given("handle"), ToString::to_string),
        name: given("name"),
        invite,
        failure,
    };
    Ok(Answer::Page(page.render()?))
}
