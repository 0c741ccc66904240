//! What was asked.

use std::collections::BTreeMap;
use std::net::IpAddr;

use hexapla_model::{Handle, Locale, phrase};
use hexapla_people::Secret;

use crate::failure::Failure;
use crate::language::Language;
use crate::visitor::{Standing, Visitor};

/// A request, read whole.
pub(crate) struct Asked {
    pub(crate) visitor: Visitor,
    /// The language that the answer is in.
    pub(crate) language: &'static Language,
    /// The address that they ask from, or that of the server in front of the room; none where there is no
    /// network between.
    pub(crate) peer: Option<IpAddr>,
    /// What tells this visit from others.
    pub(crate) session: String,
    /// The name that they ask the room by, with its port.
    pub(crate) host: String,
    /// Whether they ask over TLS, by a server in front of the room.
    pub(crate) is_secure: bool,
    /// The token that a program shows in a header.
    pub(crate) bearer: Option<Secret>,
    /// What proves who they are, where they signed in.
    pub(crate) sign_in: Option<String>,
    /// Whom the server in front of the room says that it is.
    pub(crate) proxied: Option<String>,
    /// The handle that they chose, where the room has no accounts.
    pub(crate) chosen: Option<String>,
    /// What proves that a form was made for this visit.
    pub(crate) csrf: String,
    /// The path with its query, to come back to; without a token that stood there.
    pub(crate) here: String,
    /// The parts of the path that the route names.
    pub(crate) parts: BTreeMap<String, String>,
    pub(crate) query: Fields,
    pub(crate) form: Fields,
    /// Whether only a part of a page is wanted, as htmx does.
    pub(crate) is_fragment: bool,
    /// Whether a program asks.
    pub(crate) is_api: bool,
    /// Whether an answer may be compressed by gzip.
    pub(crate) takes_gzip: bool,
    /// Light or dark, where the visitor chose.
    pub(crate) theme: Option<String>,
}

/// Names and values, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads `name=value&name=value`, as forms and queries are written.
    pub(crate) fn parse(bytes: &[u8]) -> Self {
        Self(form_urlencoded::parse(bytes).into_owned().collect())
    }

    /// Whether there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first value of a name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// Every value of a name.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(it, _)| it == name).map(|(_, value)| value.as_str())
    }
}

impl FromIterator<(String, String)> for Fields {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(fields: I) -> Self {
        Self(fields.into_iter().collect())
    }
}

impl Asked {
    /// Where passwords are tried from: the address or, behind a server in front of the room, whose address
    /// all have, the browser.
    pub(crate) fn caller(&self) -> String {
        let peer = self.peer.filter(|it| !it.is_loopback());
        peer.map_or_else(|| self.session.clone(), |it| it.to_string())
    }

    /// What tells this visit of this person from others: who signs in where somebody else signed out goes on
    /// with nothing of theirs.
    pub(crate) fn visit(&self) -> String {
        match (&self.visitor.standing, &self.visitor.handle) {
            (Standing::Member(_), Some(handle)) => format!("{} {handle}", self.session),
            _ => self.session.clone(),
        }
    }

    /// Where the room is for whoever asks, without a path.
    pub(crate) fn origin(&self) -> String {
        let scheme = if self.is_secure { "https" } else { "http" };
        format!("{scheme}://{}", self.host)
    }

    /// Who asks.
    ///
    /// # Errors
    /// Where nobody says who they are.
    pub(crate) fn require_handle(&self) -> Result<&Handle, Failure> {
        let missing = || Failure::forbidden(phrase!("nobody is signed in"));
        self.visitor.handle.as_ref().ok_or_else(missing)
    }

    /// The locale that it is about: named by the path, the form or the query.
    pub(crate) fn locale(&self) -> Option<Locale> {
        let part = self.parts.get("locale").map(String::as_str);
        let text = part.or_else(|| self.form.get("locale")).or_else(|| self.query.get("locale"));
        text?.parse().ok()
    }

    /// The same, where it has to be about one.
    ///
    /// # Errors
    /// Where it names none.
    pub(crate) fn require_locale(&self) -> Result<Locale, Failure> {
        self.locale().ok_or_else(|| Failure::bad("a locale is missing, such as `es`"))
    }

    /// A value that has to be there.
    ///
    /// # Errors
    /// Where it is not.
    pub(crate) fn require(&self, name: &str) -> Result<&str, Failure> {
        let found = self.form.get(name).or_else(|| self.query.get(name));
        found.ok_or_else(|| Failure::bad(format!("`{name}` is missing")))
    }
}
