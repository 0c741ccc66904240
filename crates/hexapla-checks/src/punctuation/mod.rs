//! How sentences are punctuated.

mod brackets;
mod ellipsis;
mod ending;
mod french;
mod inverted;
mod quotation;

use crate::traits;

pub(crate) use brackets::brackets;
pub(crate) use ellipsis::ellipsis;
pub(crate) use ending::ending;
pub(crate) use french::french;
pub(crate) use inverted::inverted;
pub(crate) use quotation::quotation;

/// What may stand behind the mark at the end of a sentence.
fn is_beside(c: char) -> bool {
    c.is_whitespace() || traits::is_invisible(c) || "\"'”“’‘»«›‹״׳)]）］】」』*_".contains(c)
}
