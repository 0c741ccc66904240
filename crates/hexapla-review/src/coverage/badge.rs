//! A picture of how far a locale is, for the front page of a repository.

use super::matrix::Cell;
use crate::answer::Answer;
use crate::asked::Asked;
use crate::failure::Failure;
use crate::room::Room;

/// A badge of a locale: how many percent of its words are current.
pub(crate) fn badge(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let part = asked.parts.get("file").map(String::as_str).unwrap_or_default();
    let missing = || Failure::not_found(format!("there is no badge `{part}`"));
    let locale = part.strip_suffix(".svg").and_then(|it| it.parse().ok()).ok_or_else(missing)?;
    let standing = room.desk.standing();
    let mut tallies = standing.picture.tally(|of, _| (*of == locale).then_some(()));
    let tally = tallies.remove(&()).ok_or_else(missing)?;
    let percent = Cell::of(&tally, room.desk.now()).percent();
    Ok(Answer::File("image/svg+xml", None, svg(locale.as_str(), percent)))
}

/// Widths are those of Verdana at 11 pixels, about.
fn svg(locale: &str, percent: usize) -> String {
    let value = format!("{percent} % current");
    let (left, right) = (14 + 7 * locale.len(), 14 + 7 * value.len());
    let colour = match percent {
        100 => "#2f6b3a",
        90..100 => "#6b6a1f",
        _ => "#a5321f",
    };
    let (whole, middle, end) = (left + right, left / 2, left + right / 2);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{whole}\" height=\"20\" role=\"img\" \
         aria-label=\"{locale}: {value}\"><rect width=\"{left}\" height=\"20\" fill=\"#3d3a34\"/>\
         <rect x=\"{left}\" width=\"{right}\" height=\"20\" fill=\"{colour}\"/><g fill=\"#fff\" \
         font-family=\"Verdana,DejaVu Sans,sans-serif\" font-size=\"11\" text-anchor=\"middle\">\
         <text x=\"{middle}\" y=\"14\">{locale}</text><text x=\"{end}\" y=\"14\">{value}</text></g></svg>\n"
    )
}
