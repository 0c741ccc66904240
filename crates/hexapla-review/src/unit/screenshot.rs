//! Pictures beside a unit, which the source's comment names.

use hexapla_workspace::ScreenshotError;
use serde_json::{Value, json};

use super::page::named;
use super::pictures::Pictures;
use crate::answer::Answer;
use crate::asked::Asked;
use crate::desk::{Opened, UnitName};
use crate::failure::Failure;
use crate::room::Room;

/// What a comment says to translators: its words, and the pictures that it names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Comment {
    /// All lines that name no picture; none where there are none.
    pub(crate) words: Option<String>,
    pub(crate) pictures: Vec<Named>,
}

/// A picture that a comment names: `screenshot: images/home.png "The menu"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// Its path from the root of the project.
    pub(super) path: String,
    /// What it shows, for those who do not see it; its path where the comment does not say.
    pub(crate) alt: String,
}

/// The most pictures of a unit.
const MOST: usize = 4;

impl Comment {
    /// Reads a comment.
    pub(crate) fn of(text: &str) -> Self {
        let (mut words, mut pictures) = (Vec::new(), Vec::new());
        for line in text.lines() {
            match Named::of(line).filter(|_| pictures.len() < MOST) {
                Some(named) => pictures.push(named),
                None => words.push(line),
            }
        }
        let words = words.join("\n").trim().to_owned();
        Self { words: Some(words).filter(|it| !it.is_empty()), pictures }
    }
}

impl Named {
    fn of(line: &str) -> Option<Self> {
        const MARK: &str = "screenshot:";
        let line = line.trim();
        let mark = line.get(..MARK.len()).filter(|it| it.eq_ignore_ascii_case(MARK))?;
        let rest = line[mark.len()..].trim();
        let (path, alt) = match rest.strip_suffix('"').and_then(|it| it.split_once(" \"")) {
            Some((path, alt)) => (path.trim(), alt.trim()),
            None => (rest, ""),
        };
        let alt = if alt.is_empty() { path } else { alt };
        (!path.is_empty()).then(|| Self { path: path.to_owned(), alt: alt.to_owned() })
    }
}

/// A picture as a page shows it.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    pub(crate) address: String,
    pub(crate) alt: String,
}

impl Shown {
    /// Those of a unit in a locale.
    pub(crate) fn all(pictures: &[Named], locale: &str, unit: &UnitName) -> Vec<Self> {
        let shown = |(at, it): (usize, &Named)| Self {
            address: address(locale, unit, at),
            alt: it.alt.clone(),
        };
        pictures.iter().enumerate().map(shown).collect()
    }

    /// The same for programs.
    pub(crate) fn record(&self) -> Value {
        json!({ "address": self.address, "alt": self.alt })
    }
}

/// Where the picture of a number is given out.
pub(super) fn address(locale: &str, unit: &UnitName, number: usize) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("unit", &unit.to_string()).append_pair("picture", &number.to_string());
    format!("/unit/{locale}/screenshot?{}", query.finish())
}

/// What the source of a unit says to translators.
pub(crate) fn comment(opened: &Opened, at: usize) -> Result<Comment, Failure> {
    let resource = opened.resource()?;
    let given = opened.units().get(at).map(|it| it.given(resource)).unwrap_or_default();
    Ok(given.iter().find_map(|it| it.comment.as_deref()).map(Comment::of).unwrap_or_default())
}

/// A picture of a unit: by the unit and not by a path, so that only what is named there is given out.
pub(crate) fn screenshot(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let (locale, unit) = (asked.require_locale()?, named(asked)?);
    let opened = room.desk.resource(&unit.resource, &locale)?;
    let session = &room.desk.standing().session;
    let pictures = Pictures::of(session, &opened, opened.find(&unit)?)?;
    let number = asked.query.get("picture").and_then(|it| it.parse::<usize>().ok());
    let path = number.and_then(|it| pictures.path(it));
    let path = path.ok_or_else(|| Failure::not_found(format!("`{unit}` has no such picture")))?;
    let found = session.screenshot(path)?;
    Ok(Answer::Picture(found.media_type, found.bytes))
}

impl From<ScreenshotError> for Failure {
    fn from(error: ScreenshotError) -> Self {
        let hint = "a comment `screenshot: PATH` names a file from the root of the project";
        Self::not_found(error.to_string()).with_hint(hint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_names_pictures_among_its_words() {
        let text = "Short, please.\nscreenshot: images/home.png \"The menu, open\"\nScreenshot: a b.png\nSee screenshot: above";
        let comment = Comment::of(text);
        assert_eq!(comment.words.as_deref(), Some("Short, please.\nSee screenshot: above"));
        let told: Vec<(&str, &str)> =
            comment.pictures.iter().map(|it| (it.path.as_str(), it.alt.as_str())).collect();
        assert_eq!(told, [("images/home.png", "The menu, open"), ("a b.png", "a b.png")]);
        assert_eq!(Comment::of("screenshot: a.png").words, None);
        for text in
            ["screenshot:", "screenshot: ", "screen", "скриншот: a.png", "screenshot: \"alt\""]
        {
            let comment = Comment::of(text);
            assert!(comment.pictures.iter().all(|it| !it.path.is_empty()), "{text}");
        }
        assert_eq!(Comment::of(&"screenshot: a.png\n".repeat(9)).pictures.len(), MOST);
    }
}
