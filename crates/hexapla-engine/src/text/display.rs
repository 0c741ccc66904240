//! Texts as a terminal can show them.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use unicode_width::UnicodeWidthStr;

/// The text with every control and invisible character escaped: what stands in a file never moves
/// the cursor, colours the screen or turns the direction of what follows. Line ends stay.
pub fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let hidden = (c.is_control() && c != '\n')
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
                | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}');
        match c {
            '\t' => out.push_str("    "),
            _ if hidden => out.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
            _ => out.push(c),
        }
    }
    out
}

/// The text between the marks that keep its direction to itself (U+2068, U+2069), where it has
/// letters that run from right to left.
pub fn isolate(text: &str) -> String {
    let is_rtl = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    if text.chars().any(is_rtl) { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
}

/// The text in lines of at most `width` columns, broken where its script allows a break; a piece
/// that is longer than a line stays whole. Its own line ends stay. What is isolated over several
/// lines is so in each, as every line of a terminal has a direction of its own.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let segmenter = LineSegmenter::new_auto(LineBreakOptions::default());
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut start = 0;
        for end in segmenter.segment_str(paragraph) {
            let Some(piece) = paragraph.get(start..end) else { continue };
            start = end;
            let fits = line.width() + piece.trim_end().width() <= width;
            if !fits && !line.is_empty() {
                lines.push(line.trim_end().to_owned());
                line.clear();
            }
            line.push_str(piece);
        }
        lines.push(line.trim_end().to_owned());
    }
    isolate_lines(&mut lines);
    lines
}

/// Ends at the end of each line every isolate that is open there, and begins it anew in the next.
fn isolate_lines(lines: &mut [String]) {
    let mut open = 0;
    for line in lines {
        let before = open;
        for c in line.chars() {
            match c {
                '\u{2068}' => open += 1,
                '\u{2069}' => open = usize::saturating_sub(open, 1),
                _ => {}
            }
        }
        if before + open > 0 {
            *line = format!("{}{line}{}", "\u{2068}".repeat(before), "\u{2069}".repeat(open));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_characters_are_seen() {
        assert_eq!(shown("a\u{202e}b\u{1b}[31m\rc\n"), "a\\u{202e}b\\u{1b}[31m\\u{d}c\n");
        assert_eq!(shown("שלום"), "שלום");
    }

    #[test]
    fn lines_break_where_the_script_allows() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("翻訳の変更", 6), ["翻訳の", "変更"]);
        assert!(wrap("ระบบจัดการการแปลภาษา", 8).iter().all(|line| line.width() <= 8));
        assert_eq!(wrap("a\n\nb", 8), ["a", "", "b"]);
    }

    #[test]
    fn every_line_keeps_its_direction_to_itself() {
        let lines = wrap(&isolate("اتصل بنا اليوم أو غدا"), 10);
        assert_eq!(lines.len(), 3);
        for line in lines {
            assert!(line.starts_with('\u{2068}') && line.ends_with('\u{2069}'), "{line:?}");
        }
    }
}
