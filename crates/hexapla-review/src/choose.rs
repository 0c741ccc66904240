//! What a visitor chooses for themselves: handle, language, light or dark.

use hexapla_model::Handle;

use crate::answer::{Answer, Cookie};
use crate::asked::Asked;
use crate::failure::Failure;
use crate::http::{HANDLE, LANGUAGE, THEME};
use crate::room::Room;

/// Keeps a choice, and goes back to where it was made.
pub(crate) fn choose(_: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let (name, field) = [(HANDLE, "handle"), (LANGUAGE, "language"), (THEME, "theme")]
        .into_iter()
        .find(|(_, field)| asked.form.get(field).is_some())
        .ok_or_else(|| Failure::bad("choose a handle, a language or a theme"))?;
    let value = asked.require(field)?.trim().to_owned();
    if name == HANDLE && !value.is_empty() {
        value.parse::<Handle>()?;
    }
    Ok(Answer::Go(within(asked.form.get("back")), Some(Cookie::choice(name, value))))
}

/// Where a visitor came from, where that is in the room; else its first page.
pub(crate) fn within(address: Option<&str>) -> String {
    address.filter(|it| is_within(it)).unwrap_or("/").to_owned()
}

/// Whether an address is one of the room itself.
pub(crate) fn is_within(address: &str) -> bool {
    address.starts_with('/')
        && !address.starts_with("//")
        && !address.contains(['\\', '\r', '\n', '\t'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_out_of_the_room() {
        for address in ["/", "/queue/es?need=stale"] {
            assert!(is_within(address));
        }
        for address in ["", "//evil.example", "/\\evil.example", "https://evil.example", "/\r\nx:y"]
        {
            assert!(!is_within(address), "{address:?}");
        }
    }
}
