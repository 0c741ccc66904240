//! What each check is called, and how bad what it finds is.

use hexapla_model::Severity;

/// A check of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// The name of what it finds, as in [`hexapla_model::Diagnostic::id`].
    pub id: &'static str,
    /// How bad that is. Where a case is less sure, a finding is a note.
    pub severity: Severity,
    /// What it finds, in one line.
    pub title: &'static str,
}

macro_rules! checks {
    ($($name:ident $id:literal $severity:ident $title:literal;)*) => {
        $(pub(crate) const $name: Check =
            Check { id: $id, severity: Severity::$severity, title: $title };)*

        /// Every check, in the order of the documentation.
        pub const CHECKS: &[Check] = &[$($name),*];
    };
}

checks! {
    NUMBER "number-differs" Warning "a number that only one side has";
    URL "url-differs" Warning "the address of a site that only one side has";
    EMAIL "email-differs" Warning "an e-mail address that only one side has";
    PHONE "phone-differs" Warning "a telephone number that only one side has";
    CRITICAL "critical-differs" Error "a number or address that is not what was approved";
    BIDI "bidi-control" Error "a control of direction that is left open, or overrides";
    INVISIBLE "invisible-character" Warning "a character that nobody sees";
    MIXED_SCRIPT "mixed-script" Warning "a word with letters of another script that look alike";
    UNSAFE_LINK "unsafe-link" Error "a link that runs code";
    HTML_STRIPPED "html-stripped" Error "HTML that runs code, or that releases leave out";
    END_PUNCTUATION "end-punctuation" Note "a text that ends in another way than its source";
    SPANISH_INVERTED "spanish-inverted" Warning "a Spanish question or exclamation that nothing opens";
    FRENCH_SPACING "french-spacing" Note "French punctuation without its no-break space";
    ELLIPSIS "ellipsis-differs" Note "three full stops where the source has an ellipsis";
    QUOTATION "quotation-marks" Warning "quotation marks that do not belong together";
    BRACKETS "brackets-unbalanced" Warning "a bracket that nothing opens or closes";
    SPACE_EDGE "space-edge" Warning "space at the edge of a text that only one side has";
    SPACE_DOUBLED "space-doubled" Note "two spaces in a row";
    WORD_DOUBLED "word-doubled" Warning "a word that stands twice in a row";
    NEWLINE "newline-differs" Warning "line breaks that only one side has";
    SAME_AS_SOURCE "same-as-source" Warning "a text that is still in the source's words";
    WRONG_SCRIPT "wrong-script" Warning "a text in a script that its locale is not written in";
    WRONG_LANGUAGE "wrong-language" Warning "a text that seems to be in another language";
    UNEXPECTED_CHARACTER "unexpected-character" Note "a letter that the language does not use";
    LENGTH "length" Warning "a text that is longer than it may be, or far from its source's length";
    INCONSISTENT_TARGET "inconsistent-target" Note "one source that is rendered in several ways";
    SAME_TARGET "same-target" Note "different sources that are rendered alike";
    DOUBLE_ESCAPED "double-escaped" Warning "a character that was escaped twice";
    DAMAGED_CHARACTER "damaged-character" Error "a character that was lost or read in the wrong encoding";
    PLACEHOLDER_LIKE "placeholder-like" Warning "what looks like a placeholder, and is text";
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_different() {
        let names: BTreeSet<_> = CHECKS.iter().map(|check| check.id).collect();
        assert_eq!(names.len(), CHECKS.len());
    }
}
