//! Every address of the room, who may ask for it, and what answers.

use crate::access::Access;
use crate::answer::Answer;
use crate::asked::Asked;
use crate::failure::Failure;
use crate::room::Room;
use crate::visitor::Standing;
use crate::{
    activity, assets, choose, coverage, document, launch, library, people, queue, settle, unit,
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
    handle: Handle,
}

const fn get(path: &'static str, access: Access, handle: Handle) -> Route {
    Route { verb: Verb::Get, path, access, handle }
}

const fn post(path: &'static str, access: Access, handle: Handle) -> Route {
    Route { verb: Verb::Post, path, access, handle }
}

/// Every address of the room: what is not here does not exist.
pub(crate) static ROUTES: &[Route] = &[
    get("/", Access::Look, coverage::page),
    get("/coverage.csv", Access::Look, coverage::csv),
    get("/badge/{file}", Access::Look, coverage::badge),
    get("/queue/{locale}", Access::Look, queue::page),
    get("/unit/{locale}", Access::Look, unit::page),
    get("/unit/{locale}/offers", Access::Look, unit::offers),
    post("/unit/{locale}/check", Access::Look, unit::check),
    post("/unit/{locale}", Access::Settle, settle::settle),
    post("/undo", Access::Look, settle::undo),
    get("/document/{locale}", Access::Look, document::page),
    get("/library/{collection}", Access::Look, library::page),
    get("/launch/{channel}", Access::Look, launch::page),
    post("/launch/{channel}", Access::Publish, launch::act),
    get("/activity", Access::Look, activity::page),
    get("/activity.atom", Access::Look, activity::feed),
    post("/choose", Access::Anyone, choose::choose),
    get("/sign-in", Access::Anyone, people::sign_in_page),
    post("/sign-in", Access::Anyone, people::sign_in),
    post("/sign-out", Access::Look, people::sign_out),
    get("/invite/{token}", Access::Anyone, people::invite_page),
    post("/invite/{token}", Access::Anyone, people::redeem),
    get("/people", Access::Manage, people::page),
    post("/people", Access::Manage, people::change),
    post("/people/invite", Access::Manage, people::invite),
    get("/live", Access::Look, live),
    get("/static/{version}/{name}", Access::Anyone, file),
    get("/api/coverage", Access::Look, coverage::list),
    get("/api/queue/{locale}", Access::Look, queue::list),
    get("/api/unit/{locale}", Access::Look, unit::show),
    get("/api/unit/{locale}/offers", Access::Look, unit::offers),
    post("/api/unit/{locale}/check", Access::Look, unit::check),
    post("/api/unit/{locale}", Access::Settle, settle::settle),
    get("/api/library/{collection}", Access::Look, library::list),
    get("/api/launch/{channel}", Access::Look, launch::list),
    get("/api/activity", Access::Look, activity::list),
    post("/api/launch/{channel}", Access::Publish, launch::act),
    post("/api/undo", Access::Look, settle::undo),
];

impl Route {
    /// The answer, to a visitor who may have it.
    pub(crate) fn answer(&self, room: &Room, asked: &Asked) -> Result<Answer, Failure> {
        if self.access.allows(&asked.visitor, asked.locale().as_ref()) {
            return (self.handle)(room, asked);
        }
        if asked.visitor.standing == Standing::Stranger {
            return people::ask_to_sign_in(asked, self.verb == Verb::Get);
        }
        let roles: Vec<&str> = self.access.roles().iter().map(|it| it.as_str()).collect();
        Err(Failure::forbidden("you may not do this here")
            .with_hint(format!("it takes one of: {}", roles.join(", "))))
    }
}

/// Every change of the project from now on.
fn live(room: &Room, _: &Asked) -> Result<Answer, Failure> {
    Ok(Answer::Live(room.desk.turns()))
}

/// A file of the room itself.
fn file(_: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let part = |name: &str| asked.parts.get(name).map(String::as_str).unwrap_or_default();
    let found = assets::find(part("version"), part("name"));
    let found = found.ok_or_else(|| Failure::not_found("there is no such file"))?;
    Ok(Answer::Asset(found.media_type, found.bytes))
}
