//! Signing in and out.

use askama::Template;
use hexapla_model::{Handle, phrase};
use hexapla_people::{SignIn, Token};
use hexapla_workspace::now;

use crate::answer::{Answer, Cookie};
use crate::asked::Asked;
use crate::choose::within;
use crate::failure::Failure;
use crate::http::SIGN_IN;
use crate::page::Frame;
use crate::room::Room;
use crate::unit;

#[derive(Template)]
#[template(path = "sign-in.html")]
struct Page<'a> {
    f: Frame<'a>,
    back: String,
    handle: String,
    failure: Option<Failure>,
}

/// Leads a stranger to where they sign in, and back.
pub(crate) fn ask_to_sign_in(asked: &Asked, is_page: bool) -> Result<Answer, Failure> {
    if asked.is_api || asked.is_fragment || !is_page {
        let hint = phrase!("sign in, in another window if you like: what you typed is kept");
        return Err(Failure::new(401, phrase!("nobody is signed in")).with_hint(hint));
    }
    Ok(Answer::go(door(asked)))
}

/// Where a stranger signs in, and comes back to what they asked for or, where that is a form or a part of a page,
/// to where that was.
pub(crate) fn door(asked: &Asked) -> String {
    let is_sent = !asked.form.is_empty();
    let back = match is_sent || asked.is_fragment {
        true => unit::seen_at(asked).unwrap_or_else(|| match is_sent {
            true => within(asked.form.get("back")),
            false => asked.here.clone(),
        }),
        false => asked.here.clone(),
    };
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("back", &back).finish();
    format!("/sign-in?{query}")
}

/// The page where one signs in.
pub(crate) fn sign_in_page(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    room.accounts()?;
    let back = within(asked.query.get("back"));
    let f = Frame::of(room, asked, "");
    Ok(Answer::Page(Page { f, back, handle: String::new(), failure: None }.render()?))
}

/// Signs somebody in who knows their password.
pub(crate) fn sign_in(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let (text, password) = (asked.require("handle")?.trim(), asked.require("password")?);
    let back = within(asked.form.get("back"));
    let accounts = room.accounts()?;
    let let_in = || {
        let handle: Handle = text.parse().map_err(|_| hexapla_people::Error::Wrong)?;
        let account = accounts.verify(&handle, password, &asked.caller(), now())?;
        accounts.sign_in(&account.handle, now())
    };
    match room.trying(let_in) {
        Ok(token) => Ok(enter(&token, back)),
        Err(error) => {
            let failure = Failure::from(error);
            let status = failure.status;
            let f = Frame::of(room, asked, "");
            let page = Page { f, back, handle: text.to_owned(), failure: Some(failure) };
            Ok(Answer::Refused(status, Box::new(Answer::Page(page.render()?))))
        }
    }
}

/// Lets a browser in.
pub(super) fn enter(token: &Token, to: String) -> Answer {
    let value = token.secret().reveal().to_owned();
    Answer::Go(to, Some(Cookie { name: SIGN_IN, value, seconds: SignIn::LONGEST }))
}

/// Signs this browser out.
pub(crate) fn sign_out(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let token: Option<Token> = asked.sign_in.as_deref().and_then(|it| it.parse().ok());
    if let Some(token) = token {
        room.accounts()?.sign_out(&token)?;
    }
    let cookie = Cookie { name: SIGN_IN, value: String::new(), seconds: 0 };
    Ok(Answer::Go("/sign-in".to_owned(), Some(cookie)))
}
