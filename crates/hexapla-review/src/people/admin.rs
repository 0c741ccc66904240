//! Saying who is what.

use askama::Template;
use hexapla_model::{Handle, Locale, ParseHandleError, ParseLocaleError};
use hexapla_people::{Account, Invite, Rights, Role};
use hexapla_workspace::now;

use crate::answer::Answer;
use crate::asked::Asked;
use crate::failure::Failure;
use crate::page::Frame;
use crate::room::Room;

#[derive(Template)]
#[template(path = "people.html")]
struct Page<'a> {
    f: Frame<'a>,
    accounts: Vec<Account>,
    invites: Vec<Invite>,
    roles: [Role; 6],
    /// The path of an invite that was just made: shown once.
    made: Option<String>,
}

impl Page<'_> {
    fn locales_of(&self, rights: &Rights) -> String {
        rights.locales.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    fn roles_of(&self, rights: &Rights) -> String {
        let name = |it: &Role| self.f.t.say1("role-label", "role", it.as_str());
        rights.roles.iter().map(name).collect::<Vec<_>>().join(", ")
    }
}

/// The page of accounts and invites.
pub(crate) fn page(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    shown(room, asked, None)
}

/// Changes what an account may do, disables it, or lets it in again.
pub(crate) fn change(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let accounts = room.accounts()?;
    let handle = handle(asked.require("handle")?)?;
    match asked.require("do")? {
        "rights" => drop(accounts.change_rights(&handle, &rights(asked)?)?),
        "disable" => drop(accounts.disable(&handle, now())?),
        "enable" => drop(accounts.enable(&handle)?),
        "sign-out" => accounts.sign_out_everywhere(&handle)?,
        other => return Err(Failure::bad(format!("`{other}` cannot be done with an account"))),
    }
    Ok(Answer::go("/people"))
}

/// Makes an invite, whose address is shown once.
pub(crate) fn invite(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let by = asked.visitor.handle.clone().ok_or_else(|| Failure::forbidden("nobody invites"))?;
    let wanted = asked.form.get("handle").map(str::trim).filter(|it| !it.is_empty());
    let rights = rights(asked)?;
    if rights.roles.is_empty() {
        return Err(Failure::new(422, "an invite needs a role").with_hint("`viewer` only looks"));
    }
    let invite =
        Invite { handle: wanted.map(handle).transpose()?, ..Invite::new(&by, &rights, now()) };
    let token = room.accounts()?.invite(&invite, now())?;
    shown(room, asked, Some(format!("/invite/{}", token.secret().reveal())))
}

fn shown(room: &Room, asked: &Asked, made: Option<String>) -> Result<Answer, Failure> {
    let accounts = room.accounts()?;
    let page = Page {
        f: Frame::of(room, asked, "people"),
        accounts: accounts.list()?,
        invites: accounts.invites(now())?,
        roles: Role::ALL,
        made,
    };
    Ok(Answer::Page(page.render()?))
}

fn handle(text: &str) -> Result<Handle, Failure> {
    text.parse().map_err(|error: ParseHandleError| Failure::new(422, error.to_string()))
}

/// The roles and locales of a form.
fn rights(asked: &Asked) -> Result<Rights, Failure> {
    let bad = |error: String| Failure::new(422, error);
    let roles: Result<_, _> = asked.form.all("role").map(str::parse::<Role>).collect();
    let locales = asked.form.all("locales").flat_map(|it| it.split([' ', ',']));
    let locales: Result<_, ParseLocaleError> =
        locales.filter(|it| !it.is_empty()).map(str::parse::<Locale>).collect();
    Ok(Rights {
        roles: roles.map_err(|error| bad(error.to_string()))?,
        locales: locales.map_err(|error| bad(error.to_string()))?,
    })
}
