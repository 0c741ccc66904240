//! What every page has.

use std::sync::Arc;

use askama::Template;
use hexapla_model::Locale;
use serde_json::json;

use crate::access::Access;
use crate::answer::Answer;
use crate::asked::Asked;
use crate::assets;
use crate::desk::Standing;
use crate::failure::Failure;
use crate::language::{LANGUAGES, Language};
use crate::people;
use crate::room::Room;
use crate::sync;
use crate::visitor::Standing as Visit;
use crate::words::Words;

/// The frame of a page: who sees it, in which language, and where the visitor is.
pub(crate) struct Frame<'a> {
    /// What the room says.
    pub(crate) t: Words,
    pub(crate) asked: &'a Asked,
    pub(crate) standing: Arc<Standing>,
    /// The part of the room that the page is in.
    pub(crate) at: &'static str,
    /// Why the project is not up to date with its repository, for those who may see to it.
    unsynced: Option<String>,
    /// Whether programs may show tokens here.
    takes_tokens: bool,
}

impl<'a> Frame<'a> {
    pub(crate) fn of(room: &Room, asked: &'a Asked, at: &'static str) -> Self {
        let (t, standing) = (Words::of(asked.language), room.desk.standing());
        let takes_tokens = room.takes_tokens();
        Self { t, asked, standing, at, unsynced: sync::alarm(room, asked), takes_tokens }
    }

    /// The address of a file of the room.
    pub(crate) fn asset(&self, name: &str) -> String {
        assets::address(name)
    }

    /// The name of the project.
    pub(crate) fn project(&self) -> &str {
        self.standing.session.name()
    }

    /// What the visitor is credited by.
    pub(crate) fn handle(&self) -> Option<&str> {
        self.asked.visitor.handle.as_ref().map(|it| it.as_str())
    }

    /// Whether the visitor chooses their handle themselves.
    pub(crate) fn is_owner(&self) -> bool {
        self.asked.visitor.standing == Visit::Owner
    }

    /// Whether the visitor may enter.
    pub(crate) fn is_stranger(&self) -> bool {
        self.asked.visitor.standing == Visit::Stranger
    }

    /// Whether the visitor has an account.
    pub(crate) fn is_member(&self) -> bool {
        !self.is_owner() && !self.is_stranger()
    }

    /// Whether the visitor may make tokens for programs.
    pub(crate) fn may_have_tokens(&self) -> bool {
        self.is_member() && self.takes_tokens
    }

    /// Whether the visitor may say who is what.
    pub(crate) fn is_admin(&self) -> bool {
        self.is_member() && Access::Manage.allows(&self.asked.visitor, None)
    }

    /// The languages that the room speaks.
    pub(crate) fn languages(&self) -> &'static [Language] {
        &LANGUAGES
    }

    /// The locales that the project is translated into.
    pub(crate) fn locales(&self) -> Vec<&Locale> {
        self.standing.picture.locales().collect()
    }

    /// Whether these are too many to stand in the bar side by side.
    pub(crate) fn has_many_locales(&self) -> bool {
        const MANY: usize = 12;
        self.standing.picture.locales().count() > MANY
    }

    /// The first collection, where there is one.
    pub(crate) fn collection(&self) -> Option<&str> {
        let collections = self.standing.picture.collections();
        collections.iter().find(|it| **it == "library").or(collections.iter().next()).copied()
    }

    /// The channel that readers get, or the first, where workflows name one.
    pub(crate) fn channel(&self) -> Option<&str> {
        self.standing.channel()
    }

    /// The locale that the visitor works in, where the page is about one.
    pub(crate) fn locale(&self) -> Option<Locale> {
        self.asked.locale()
    }

    /// Whether the page is in this part of the room.
    pub(crate) fn is_at(&self, part: &str) -> bool {
        self.at == part
    }

    /// What is wrong with the project as a whole, where something is.
    pub(crate) fn alarm(&self) -> Option<String> {
        if self.is_stranger() {
            return None;
        }
        let standing = &self.standing;
        let of_ledger = || {
            standing
                .ledger_problems
                .first()
                .map(|it| format!("{}:{}: {}", it.file, it.line, it.message))
        };
        let of_files =
            || standing.problems.first().map(|it| format!("{}: {}", it.path, it.message));
        let of_git = || self.unsynced.clone();
        standing.broken.clone().or_else(of_ledger).or_else(of_files).or_else(of_git)
    }

    /// What the visitor is told of what they just did.
    pub(crate) fn told(&self) -> Option<String> {
        match self.asked.query.get(TOLD)? {
            ALL_SEEN => Some(self.t.say("told-all-seen")),
            NOTHING_BACK => Some(self.t.say("told-nothing-back")),
            _ => None,
        }
    }

    /// Whether the visitor may commit what was settled.
    pub(crate) fn may_sync(&self) -> bool {
        Access::Sync.allows(&self.asked.visitor, None)
    }
}

/// What an address says that its page has to tell.
const TOLD: &str = "told";

/// That nothing of a list is left that was not seen.
pub(crate) const ALL_SEEN: &str = "all-seen";

/// That there was nothing to take back.
pub(crate) const NOTHING_BACK: &str = "nothing-back";

/// An address of the room whose page tells something once.
pub(crate) fn telling(address: &str, what: &str) -> String {
    let (page, anchor) = match address.split_once('#') {
        Some((page, anchor)) => (page, format!("#{anchor}")),
        None => (address, String::new()),
    };
    let (path, query) = page.split_once('?').unwrap_or((page, ""));
    let told = format!("{TOLD}=");
    let kept = query.split('&').filter(|it| !it.is_empty() && !it.starts_with(&told));
    let query: Vec<&str> = kept.collect();
    let mark = if query.is_empty() { "" } else { "&" };
    format!("{path}?{}{mark}{told}{what}{anchor}", query.join("&"))
}

/// A text with what a browser has to know of it.
#[derive(Clone, Debug)]
pub(crate) struct Tongue {
    /// For `lang`.
    pub(crate) tag: String,
    /// For `dir`.
    pub(crate) dir: &'static str,
}

impl Tongue {
    pub(crate) fn of(locale: &Locale) -> Self {
        Self { tag: locale.to_string(), dir: locale.direction().as_html() }
    }
}

/// What is said where there is no answer: a page for people, JSON for programs, a notice where only
/// a part of a page was wanted.
pub(crate) fn refusal(room: &Room, asked: &Asked, failure: &Failure) -> Answer {
    let status = &failure.status;
    if asked.is_api {
        let error = json!({ "error": failure.record() });
        return Answer::Refused(*status, Box::new(Answer::Json(error)));
    }
    let frame = Frame::of(room, asked, "");
    let written = match asked.is_fragment {
        true => {
            let is_shut_out = *status == 401 && frame.is_stranger();
            let door = is_shut_out.then(|| people::door(asked));
            Notice { f: frame, failure, door }.render()
        }
        false => Refusal { f: frame, failure }.render(),
    };
    let text = written.unwrap_or_else(|_| failure.message.to_string());
    Answer::Refused(*status, Box::new(Answer::Page(text)))
}

#[derive(Template)]
#[template(path = "refusal.html")]
struct Refusal<'a> {
    f: Frame<'a>,
    failure: &'a Failure,
}

#[derive(Template)]
#[template(path = "notice.html")]
struct Notice<'a> {
    f: Frame<'a>,
    failure: &'a Failure,
    /// Where whoever has to sign in does, and comes back.
    door: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_tells_one_thing() {
        for (address, tells) in [
            ("/", "/?told=all-seen"),
            ("/queue/es?q=a&told=nothing-back", "/queue/es?q=a&told=all-seen"),
            ("/document/es?resource=a#m-0", "/document/es?resource=a&told=all-seen#m-0"),
        ] {
            assert_eq!(telling(address, ALL_SEEN), tells);
        }
    }
}
