//! Which object is what, by its name alone: `docs/delivery-format.md`.

use crate::error::Error;
use crate::name::Name;

/// The endings of precompressed files.
pub(crate) const ENDINGS: [&str; 3] = [".br", ".gz", ".zst"];

/// The pointer of a channel, the only object that is ever replaced.
pub(crate) fn pointer(channel: &str) -> Result<Name, Error> {
    let sound = |letter: char| matches!(letter, 'a'..='z' | '0'..='9' | '-');
    if channel.is_empty() || channel == "targets" || !channel.chars().all(sound) {
        return Err(Error::Name(channel.escape_debug().to_string()));
    }
    Name::new(&format!("{channel}/timestamp.json"))
}

/// Whether it is the pointer of a channel.
pub(crate) fn is_pointer(name: &Name) -> bool {
    let parts = name.as_str().split_once('/');
    parts.is_some_and(|(channel, file)| channel != "targets" && file == "timestamp.json")
}

/// The version and role of a numbered metadata file, such as 7 and `snapshot`.
pub(crate) fn numbered(name: &Name) -> Option<(u64, &str)> {
    let (channel, file) = name.as_str().split_once('/')?;
    let (number, role) = file.strip_suffix(".json")?.split_once('.')?;
    let digits = number.bytes().all(|it| it.is_ascii_digit());
    let one_folder = channel != "targets" && !role.contains('/');
    Some((number.parse().ok()?, role)).filter(|_| digits && one_folder)
}

/// Whether it is content, precompressed or not: its name begins with a SHA-256.
pub(crate) fn is_content(name: &Name) -> bool {
    let file = name.as_str().strip_prefix("targets/").and_then(|it| it.rsplit('/').next());
    let hash = file.and_then(|it| it.split_once('.')).map(|(hash, _)| hash);
    hash.is_some_and(|it| it.len() == 64 && hexadecimal(it))
}

/// Whether it is left behind by a probe.
pub(crate) fn is_probe(name: &Name) -> bool {
    let middle = name.as_str().strip_prefix("probe-").and_then(|it| it.strip_suffix(".json"));
    middle.is_some_and(|it| it.len() == 32 && hexadecimal(it))
}

fn hexadecimal(text: &str) -> bool {
    text.bytes().all(|it| it.is_ascii_digit() || (b'a'..=b'f').contains(&it))
}
