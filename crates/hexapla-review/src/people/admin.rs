//! Saying who is what.

use askama::Template;
use hexapla_model::{Handle, Locale, ParseLocaleError, Phrase, phrase};
use hexapla_people::{Account, Invite, Rights, Role};
use hexapla_workspace::now;

use crate::answer::Answer;
use crate::asked::Asked;
use crate::failure::Failure;
use crate::page::Frame;
use crate::room::Room;

use super::tokens::{self, Shown};
use super::weight::counts_for_less;

#[derive(Template)]
#[template(path = "people.html")]
struct Page<'a> {
    f: Frame<'a>,
    accounts: Vec<Account>,
    invites: Vec<Invite>,
    /// The tokens of all programs.
    tokens: Vec<Shown>,
    roles: [Role; 6],
    /// An invite that was just made: shown once.
    made: Option<Made>,
    /// The locales of the project.
    locales: Vec<Locale>,
}

/// An invite that was just made.
struct Made {
    /// Where it is redeemed, whole.
    address: String,
    invite: Invite,
}

impl Page<'_> {
    fn locales_of(&self, rights: &Rights) -> String {
        rights.locales.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    /// What is to be said where the roles of an account count for less than they seem to.
    fn doubt(&self, handle: &Handle, rights: &Rights) -> Option<Phrase> {
        counts_for_less(&self.f.standing.session.config().people, handle, rights)
    }

    fn roles_of(&self, rights: &Rights) -> String {
        self.f.t.roles(&rights.roles)
    }
}

/// The page of accounts and invites.
pub(crate) fn page(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    shown(room, asked, None)
}

/// Changes what an account may do, disables it, lets it in again, or removes a token of it.
pub(crate) fn change(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let accounts = room.accounts()?;
    let handle = handle(asked.require("handle")?)?;
    match asked.require("do")? {
        "rights" => drop(accounts.change_rights(&handle, &rights(room, asked)?)?),
        "disable" => drop(accounts.disable(&handle, now())?),
        "enable" => drop(accounts.enable(&handle)?),
        "sign-out" => accounts.sign_out_everywhere(&handle)?,
        "remove-token" => accounts.remove_token(&handle, asked.require("name")?)?,
        other => return Err(Failure::bad(format!("`{other}` cannot be done with an account"))),
    }
    Ok(Answer::go("/people"))
}

/// Makes an invite, whose address is shown once.
pub(crate) fn invite(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let by = asked.require_handle()?.clone();
    let wanted = asked.form.get("handle").map(str::trim).filter(|it| !it.is_empty());
    let rights = rights(room, asked)?;
    if rights.roles.is_empty() {
        return Err(Failure::new(422, phrase!("an invite needs a role"))
            .with_hint(phrase!("`viewer` only looks")));
    }
    let invite =
        Invite { handle: wanted.map(handle).transpose()?, ..Invite::new(&by, &rights, now()) };
    let token = room.accounts()?.invite(&invite, now())?;
    let address = format!("{}/invite/{}", asked.origin(), token.secret().reveal());
    shown(room, asked, Some(Made { address, invite }))
}

fn shown(room: &Room, asked: &Asked, made: Option<Made>) -> Result<Answer, Failure> {
    let accounts = room.accounts()?;
    let page = Page {
        f: Frame::of(room, asked, "people"),
        accounts: accounts.list()?,
        invites: accounts.invites(now())?,
        tokens: tokens::all(room)?,
        roles: Role::ALL,
        made,
        locales: locales(room, false),
    };
    Ok(Answer::Page(page.render()?))
}

fn handle(text: &str) -> Result<Handle, Failure> {
    Ok(text.parse::<Handle>()?)
}

/// The locales that the project is translated into; those that it is written in too, with `all`.
fn locales(room: &Room, all: bool) -> Vec<Locale> {
    let standing = room.desk.standing();
    let collections = standing.session.config().collections.values();
    let named =
        collections.flat_map(|it| it.locales.iter().chain(all.then_some(&it.source_locale)));
    let mut named: Vec<Locale> = named.cloned().collect();
    named.sort();
    named.dedup();
    named
}

/// The roles and locales of a form.
fn rights(room: &Room, asked: &Asked) -> Result<Rights, Failure> {
    let bad = |error: String| Failure::new(422, error);
    let roles: Result<_, _> = asked.form.all("role").map(str::parse::<Role>).collect();
    let given = asked.form.all("locales").flat_map(|it| it.split([' ', ',']));
    let given: Result<_, ParseLocaleError> =
        given.filter(|it| !it.is_empty()).map(str::parse::<Locale>).collect();
    let rights = Rights {
        roles: roles.map_err(|error| bad(error.to_string()))?,
        locales: given.map_err(|error| bad(error.to_string()))?,
    };
    let known = locales(room, true);
    match rights.locales.iter().find(|it| !known.contains(it)) {
        None => Ok(rights),
        Some(locale) => {
            let locale = locale.as_str();
            let message = phrase!("the project is not translated into `{locale}`", locale);
            let names: Vec<String> = locales(room, false).iter().map(ToString::to_string).collect();
            let hint = phrase!("it is translated into {locales}", locales = names.join(", "));
            Err(Failure::new(422, message).with_hint(hint))
        }
    }
}
