//! Tokens by which programs ask.

use askama::Template;
use hexapla_model::phrase;
use hexapla_people::{ProgramToken, Secret};
use hexapla_workspace::now;

use crate::answer::Answer;
use crate::asked::Asked;
use crate::failure::Failure;
use crate::page::Frame;
use crate::room::Room;

/// The name of the token in the address for a feed reader.
const FEED: &str = "feed";

#[derive(Template)]
#[template(path = "tokens.html")]
struct Page<'a> {
    f: Frame<'a>,
    tokens: Vec<Shown>,
    /// What was just made: shown once.
    made: Option<Made>,
    /// For how many days a token is good where nothing else is said.
    days: u32,
}

/// What was just made.
enum Made {
    Token(Secret),
    /// The address of the feed, with a token in it.
    Feed(Secret),
}

/// A token as it is listed.
pub(super) struct Shown {
    pub(super) token: ProgramToken,
    pub(super) holds: bool,
}

impl Shown {
    fn of(token: ProgramToken) -> Self {
        Self { holds: token.holds(now()), token }
    }
}

/// Every token of every program, for who looks after accounts.
pub(super) fn all(room: &Room) -> Result<Vec<Shown>, Failure> {
    Ok(room.accounts()?.tokens(None)?.into_iter().map(Shown::of).collect())
}

/// The page of one's own tokens.
pub(crate) fn tokens(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    shown(room, asked, None)
}

/// Makes a token, which is shown once, or removes one.
pub(crate) fn change_tokens(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let accounts = room.token_holders()?;
    let handle = asked.require_handle()?;
    let made = match asked.require("do")? {
        "make" => {
            let name = asked.require("name")?;
            let reads_only = asked.form.get("reach") != Some("all");
            let made = ProgramToken { reads_only, ..ProgramToken::new(handle, name, now()) };
            let token = accounts.add_token(&ProgramToken { expires: end(asked)?, ..made })?;
            Made::Token(token.program_secret())
        }
        "feed" => {
            let names: Vec<String> =
                accounts.tokens(Some(handle))?.into_iter().map(|it| it.name).collect();
            // An address that a reader has already stays good.
            let name = (1..).map(|number| match number {
                1 => FEED.to_owned(),
                number => format!("{FEED} {number}"),
            });
            let name = name.into_iter().find(|it| !names.contains(it)).unwrap_or_default();
            let token = accounts.add_token(&ProgramToken::new(handle, &name, now()))?;
            let (origin, token) = (asked.origin(), token.program_secret());
            Made::Feed(Secret::from(format!("{origin}/activity.atom?token={}", token.reveal())))
        }
        "remove" => {
            accounts.remove_token(handle, asked.require("name")?)?;
            return Ok(Answer::go("/tokens"));
        }
        other => return Err(Failure::bad(format!("`{other}` cannot be done with a token"))),
    };
    shown(room, asked, Some(made))
}

/// When a token that is being made ends; nothing where it does not.
fn end(asked: &Asked) -> Result<Option<hexapla_model::Timestamp>, Failure> {
    let text = asked.form.get("days").map(str::trim).unwrap_or_default();
    if text.is_empty() {
        return Ok(None);
    }
    let days = text.parse().ok().filter(|it| (1..=ProgramToken::LONGEST).contains(it));
    let days = days.ok_or_else(|| {
        Failure::new(422, phrase!("`{text}` is not a number of days", text))
            .with_hint(phrase!("expected 1 to {most}, or nothing", most = ProgramToken::LONGEST))
    })?;
    Ok(Some(now().plus_days(days)))
}

fn shown(room: &Room, asked: &Asked, made: Option<Made>) -> Result<Answer, Failure> {
    let handle = asked.visitor.handle.as_ref();
    let tokens = room.token_holders()?.tokens(handle)?;
    let page = Page {
        f: Frame::of(room, asked, "tokens"),
        tokens: tokens.into_iter().filter(|it| Some(&it.handle) == handle).map(Shown::of).collect(),
        made,
        days: ProgramToken::DAYS,
    };
    Ok(Answer::Page(page.render()?))
}
