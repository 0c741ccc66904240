//! Did you mean another word? For whoever reads settings that people write, here and in other rooms.

/// A hint: the word among `known` that is most like the given one, or else all of them.
pub fn suggestion(word: &str, known: &[&str]) -> String {
    const LONGEST: usize = 64;
    let close = match word.len() {
        0..=LONGEST => similar::get_close_matches(word, known, 1, 0.6),
        _ => Vec::new(),
    };
    match close.first() {
        Some(close) => format!("did you mean `{close}`?"),
        None => format!("expected {}", choice(known)),
    }
}

/// Words as in: `a`, `b` or `c`.
fn choice(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => "nothing".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_suggested_or_listed() {
        assert_eq!(suggestion("souce", &["source", "target"]), "did you mean `source`?");
        assert_eq!(suggestion("x", &["a", "b", "c"]), "expected `a`, `b` or `c`");
        assert_eq!(suggestion(&"source".repeat(99_999), &["source"]), "expected `source`");
        assert_eq!(suggestion("x", &[]), "expected nothing");
    }
}
