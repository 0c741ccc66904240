//! Every address of the room, who may ask for it, and what answers.

use hexapla_model::{Phrase, phrase};
use hexapla_people::{Role, Secret, Token};

use crate::access::Access;
use crate::answer::Answer;
use crate::asked::Asked;
use crate::failure::Failure;
use crate::http::TOKEN;
use crate::room::Room;
use crate::visitor::Standing;
use crate::{
    activity, assets, choose, claim, coverage, document, emergency, launch, library, openapi,
    people, queue, settle, sync, unit,
};

/// How something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    /// To see it: nothing changes.
    Get,
    /// To have it done.
    Post,
}

/// What answers: a plain function of the room and of what was asked.
type Handle = fn(&Room, &Asked) -> Result<Answer, Failure>;

/// An address of the room.
pub(crate) struct Route {
    pub(crate) verb: Verb,
    /// The path, as axum writes it.
    pub(crate) path: &'static str,
    /// Who may ask for it.
    pub(crate) access: Access,
    /// What it is.
    pub(crate) what: &'static str,
    handle: Handle,
}

const fn get(path: &'static str, access: Access, what: &'static str, handle: Handle) -> Route {
    Route { verb: Verb::Get, path, access, what, handle }
}

const fn post(path: &'static str, access: Access, what: &'static str, handle: Handle) -> Route {
    Route { verb: Verb::Post, path, access, what, handle }
}

/// Every other address: who has signed in finds the way back from there.
pub(crate) static NOWHERE: Route = get("", Access::Anyone, "what does not exist", |_, _| {
    Err(Failure::not_found(phrase!("there is no such page")))
});

/// Every address of the room: what is not here does not exist.
pub(crate) static ROUTES: &[Route] = &[
    get("/", Access::Look, "coverage by locale and collection", coverage::page),
    get("/coverage.csv", Access::Look, "the same for spreadsheets", coverage::csv),
    get("/trend.csv", Access::Look, "the last twelve weeks for spreadsheets", coverage::trend_csv),
    get(BADGE, Access::Look, "a badge of a locale", coverage::badge),
    get("/queue/{locale}", Access::Look, "what waits in a locale", queue::page),
    get("/unit/{locale}", Access::Look, "a unit", unit::page),
    get("/unit/{locale}/offers", Access::Look, "other texts for a unit", unit::offers),
    get("/unit/{locale}/screenshot", Access::Look, "a picture beside a unit", unit::screenshot),
    post("/unit/{locale}/check", Access::Look, "check a text that is being written", unit::check),
    post(SETTLE, Access::Settle, "settle a unit", settle::settle),
    post("/unit/{locale}/claim", Access::Settle, "claim a unit, or release it", claim::claim),
    post("/undo", Access::Settle, "take back one's last decision", settle::undo),
    get("/document/{locale}", Access::Look, "a resource in two columns", document::page),
    get("/emergency", Access::Look, "critical texts in all locales", emergency::page),
    get("/library/{collection}", Access::Look, "a collection by its resources", library::page),
    get("/launch/{channel}", Access::Look, "the gates of a channel", launch::page),
    post("/launch/{channel}", Access::Publish, "build, publish, promote, roll back", launch::act),
    get("/activity", Access::Look, "what happened", activity::page),
    get("/activity.atom", Access::Look, "the same as a feed", activity::feed),
    get("/sync", Access::Sync, "what waits to be committed", sync::page),
    post("/sync", Access::Sync, "commit it, merge what others did, push", sync::act),
    post("/choose", Access::Anyone, "choose handle, language or colours", choose::choose),
    get("/sign-in", Access::Anyone, "the door", people::sign_in_page),
    post("/sign-in", Access::Anyone, "sign in", people::sign_in),
    post("/sign-out", Access::Look, "sign out", people::sign_out),
    get("/tokens", Access::Look, "one's tokens for programs", people::tokens),
    post("/tokens", Access::Look, "make a token, or remove one", people::change_tokens),
    get("/invite/{token}", Access::Anyone, "an invite", people::invite_page),
    post("/invite/{token}", Access::Anyone, "make the account of an invite", people::redeem),
    get("/people", Access::Manage, "accounts and invites", people::page),
    post("/people", Access::Manage, "change an account", people::change),
    post("/people/invite", Access::Manage, "make an invite", people::invite),
    get("/live", Access::Look, "every change as it happens", live),
    get("/static/{version}/{name}", Access::Anyone, "styles and scripts of the room", file),
    get("/api", Access::Look, "what programs may ask for", openapi::page),
    get("/api/coverage", Access::Look, "coverage by locale and collection", coverage::list),
    get("/api/queue/{locale}", Access::Look, "what waits in a locale", queue::list),
    get("/api/unit/{locale}", Access::Look, "a unit", unit::show),
    get("/api/unit/{locale}/offers", Access::Look, "other texts for a unit", unit::offers),
    post(
        "/api/unit/{locale}/check",
        Access::Look,
        "check a text that is being written",
        unit::check,
    ),
    post("/api/unit/{locale}", Access::Settle, "settle a unit", settle::settle),
    post("/api/unit/{locale}/claim", Access::Settle, "claim a unit, or release it", claim::claim),
    get("/api/emergency", Access::Look, "critical texts in all locales", emergency::list),
    get("/api/library/{collection}", Access::Look, "a collection by its resources", library::list),
    get("/api/launch/{channel}", Access::Look, "the gates of a channel", launch::list),
    get("/api/activity", Access::Look, "what happened", activity::list),
    post(
        "/api/launch/{channel}",
        Access::Publish,
        "build, publish, promote, roll back",
        launch::act,
    ),
    get("/api/sync", Access::Sync, "what waits to be committed", sync::list),
    post("/api/sync", Access::Sync, "commit it, merge what others did, push", sync::act),
    get("/api/openapi.json", Access::Look, "this description", openapi::openapi),
    post("/api/undo", Access::Settle, "take back one's last decision", settle::undo),
];

/// An address of the room, as it stands in its table.
#[derive(Clone, Copy, Debug)]
pub struct Address {
    /// The method of HTTP.
    pub method: &'static str,
    /// The path, with names in braces for its parts.
    pub path: &'static str,
    /// The roles that it takes one of; none stands for anybody.
    pub roles: &'static [Role],
    /// Whether those hold in the locale that it is about, or anywhere.
    pub is_of_locale: bool,
    /// How a program may show a token there.
    pub tokens: Tokens,
}

/// Every address that a room answers at, and who may ask for it.
pub fn addresses() -> impl Iterator<Item = Address> {
    ROUTES.iter().map(|it| Address {
        method: it.verb.as_str(),
        path: it.path,
        roles: it.access.roles(),
        is_of_locale: it.access == Access::Settle && it.path.contains("{locale}"),
        tokens: it.tokens(),
    })
}

/// How a program may show a token at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tokens {
    /// Not at all: it is for browsers.
    Nowhere,
    /// In a header.
    Header,
    /// In a header or, where it only reads, in the address: for what can send no headers.
    Address,
}

/// The path by which a unit is settled.
const SETTLE: &str = "/unit/{locale}";

/// The path of badges.
const BADGE: &str = "/badge/{file}";

impl Verb {
    /// The method of HTTP.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

impl Route {
    /// How a program may show a token here. What makes tokens, accounts and sign-ins is for people alone.
    pub(crate) fn tokens(&self) -> Tokens {
        match self.path {
            "/activity.atom" | BADGE => Tokens::Address,
            "/coverage.csv" | "/trend.csv" | "/unit/{locale}/screenshot" | "/api" => Tokens::Header,
            path if path.starts_with("/api/") => Tokens::Header,
            _ => Tokens::Nowhere,
        }
    }

    /// The token that a program shows here, and whether it stands in the address.
    pub(crate) fn token(&self, asked: &Asked) -> Option<(Secret, bool)> {
        let tokens = self.tokens();
        let is_ours = |it: &&Secret| it.reveal().starts_with(Token::OF_PROGRAMS);
        let header = asked.bearer.as_ref().filter(is_ours).filter(|_| tokens != Tokens::Nowhere);
        let address = asked.query.get(TOKEN).filter(|_| tokens == Tokens::Address);
        let address = || address.map(|it| (Secret::from(it.to_owned()), true));
        header.map(|it| (it.clone(), false)).or_else(address)
    }

    /// Whether one has to sign in here, and the visitor has not.
    pub(crate) fn is_shut(&self, asked: &Asked) -> bool {
        asked.visitor.standing == Standing::Stranger
            && !self.access.allows(&asked.visitor, asked.locale().as_ref())
    }

    /// What a form gets that was not made for this visit, such as one from before its visitor signed in again:
    /// nothing is done, and what stands in it is shown again where it can be sent by a form that is.
    ///
    /// # Errors
    /// `failure`, where there is no such page.
    pub(crate) fn not_ours(
        &self,
        room: &Room,
        asked: &Asked,
        failure: Failure,
    ) -> Result<Answer, Failure> {
        let may = self.access.allows(&asked.visitor, asked.locale().as_ref());
        match self.path {
            SETTLE if may && !asked.is_fragment => {
                let hint = phrase!("nothing was done: look at it, and send it again");
                settle::again(room, asked, failure.with_hint(hint))
            }
            _ => Err(failure),
        }
    }

    /// The answer, to a visitor who may have it.
    pub(crate) fn answer(&self, room: &Room, asked: &Asked) -> Result<Answer, Failure> {
        let is_public = self.path == BADGE && room.settings.public_badges;
        if is_public || self.access.allows(&asked.visitor, asked.locale().as_ref()) {
            return (self.handle)(room, asked);
        }
        if asked.visitor.standing == Standing::Stranger {
            let is_program = asked.bearer.is_some() && self.tokens() != Tokens::Nowhere;
            return people::ask_to_sign_in(asked, self.verb == Verb::Get && !is_program);
        }
        let hint = phrase!("it takes one of: {roles}", roles = named(self.access.roles()));
        Err(Failure::forbidden(phrase!("you may not do this here")).with_hint(hint))
    }
}

/// Roles by their names.
pub(crate) fn named(roles: &[Role]) -> Phrase {
    let mut names = roles.iter().map(|role| match role {
        Role::Viewer => phrase!("viewer"),
        Role::Translator => phrase!("translator"),
        Role::Reviewer => phrase!("reviewer"),
        Role::Editor => phrase!("editor"),
        Role::Publisher => phrase!("publisher"),
        Role::Admin => phrase!("admin"),
    });
    let first = names.next().unwrap_or_else(|| Phrase::in_english(""));
    names.fold(first, |roles, role| phrase!("{roles}, {role}", roles, role))
}

/// Every change of the project from now on.
fn live(room: &Room, _: &Asked) -> Result<Answer, Failure> {
    Ok(Answer::Live(room.desk.turns(), room.claims()))
}

/// A file of the room itself.
fn file(_: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let part = |name: &str| asked.parts.get(name).map(String::as_str).unwrap_or_default();
    let found = assets::find(part("version"), part("name"));
    let found = found.ok_or_else(|| Failure::not_found("there is no such file"))?;
    let bytes = if asked.takes_gzip { found.compressed() } else { found.bytes };
    Ok(Answer::Asset(found.media_type, bytes, asked.takes_gzip))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Who may ask for what, as the documentation has it; `MATRIX=write` writes it anew.
    #[test]
    fn the_matrix_of_access_is_documented() {
        let mut text = String::from(
            "# Who may do what in the review room\n\nMade of the table of all addresses: what is not here does \
             not exist. Roles about texts (translator, reviewer,\neditor) hold in the locales of the account. \
             In a room without accounts whoever sits at the machine may do everything.\n\n\
             Programs show a token of an account there where the last column says so, and may what the account may; one \
             that only reads\nmay `GET` alone. Elsewhere a token is nothing.\n\n| | address | what |",
        );
        Role::ALL.iter().for_each(|role| text.push_str(&format!(" {role} |")));
        text.push_str(" by token |\n| --- | --- | --- |");
        Role::ALL.iter().for_each(|_| text.push_str(" :-: |"));
        text.push_str(" --- |\n");
        for route in ROUTES {
            let verb = route.verb.as_str();
            text.push_str(&format!("| {verb} | `{}` | {} |", route.path, route.what));
            for role in Role::ALL {
                let roles = route.access.roles();
                let may = match route.access {
                    Access::Anyone => "anybody",
                    _ if roles.contains(&role) => "yes",
                    _ => "",
                };
                text.push_str(&format!(" {may} |"));
            }
            text.push_str(match route.tokens() {
                Tokens::Nowhere => "  |\n",
                Tokens::Header => " in a header |\n",
                Tokens::Address => " in a header, or in the address |\n",
            });
        }
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/access.md");
        if std::env::var_os("MATRIX").is_some_and(|it| it == "write") {
            std::fs::write(path, &text).expect("written");
        }
        assert_eq!(
            std::fs::read_to_string(path).unwrap_or_default(),
            text,
            "MATRIX=write writes it"
        );
    }

    #[test]
    fn whatever_changes_something_is_sent_as_a_form() {
        for route in ROUTES.iter().filter(|it| it.verb == Verb::Get) {
            let changes = matches!(route.access, Access::Settle | Access::Publish | Access::Edit);
            assert!(!changes, "{}", route.path);
        }
    }
}
