//! Notes in formats that have one place for all of them: each begins with a bullet, and its other
//! lines with two spaces.

/// The lines of all notes.
pub(crate) fn lines(notes: &[String]) -> impl Iterator<Item = String> {
    notes.iter().flat_map(|note| {
        note.split('\n').enumerate().map(|(at, line)| match at {
            0 => format!("• {line}"),
            _ => format!("  {line}"),
        })
    })
}

/// The notes of lines; a line that is marked in neither way is a note of its own.
pub(crate) fn of_lines<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for line in lines {
        match (line.strip_prefix("  "), notes.last_mut()) {
            (Some(more), Some(note)) => {
                note.push('\n');
                note.push_str(more);
            }
            _ if line == "•" => notes.push(String::new()),
            _ => notes.push(line.strip_prefix("• ").unwrap_or(line).to_owned()),
        }
    }
    notes
}
