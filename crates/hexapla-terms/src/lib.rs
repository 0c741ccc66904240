//! Glossaries: what a project calls its concepts, in the locale of its sources and in others.
//!
//! * a [`Glossary`] holds [entries](Entry): a concept with its terms, each with a [`Status`], in the
//!   source locale and as [targets](Target) in others. It is read from TOML that people write
//!   (`docs/glossary.md`), and exchanged with terminology tools as TBX ([`read_tbx`], [`write_tbx`]);
//! * a [`Matcher`] finds its terms in texts of one source and one target locale, in any form;
//! * [`check`] tells what a translation does against it, and [`check_source`] what a source does;
//! * [`spoken`] tells a translator what a source speaks of, and what that is to be called.
//!
//! ```
//! use hexapla_terms::{Glossary, Matcher, Status, TermCheck, check};
//!
//! let glossary = Glossary::read(
//!     r#"
//!     version = 1
//!     source_locale = "en"
//!
//!     [terms.helpline]
//!     term = "helpline"
//!     targets.de = { preferred = "Hilfetelefon", forbidden = ["Hotline"] }
//!     "#,
//! )
//! .expect("a glossary");
//!
//! let matcher = Matcher::new(&glossary, &"en".parse()?, &"de".parse()?);
//! let found = matcher.find("Helplines are free.");
//! assert_eq!((found[0].entry.id.as_str(), found[0].span.clone()), ("helpline", 0..9));
//! assert_eq!(found[0].kind, Status::Preferred);
//!
//! let text = "Call the helpline.";
//! assert!(check(text, "Ruf beim Kinderhilfetelefon an.", &matcher).is_empty());
//! let findings = check(text, "Ruf die Hotline an.", &matcher);
//! assert_eq!(findings[0].check, TermCheck::Forbidden);
//! assert_eq!(findings[0].message(), "`Hotline` is not to be used for `helpline`");
//! assert_eq!(findings[0].hint(), "write `Hilfetelefon`");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Texts are plain: words without codes, such as `texts` of `hexapla-checks` gives. Places are bytes
//! of the text. A [`Matcher`] is made once for a pair of locales and shared between threads. All are
//! pure functions; nothing here knows disks, units or clocks.

mod check;
mod entry;
mod finding;
mod glossary;
mod judge;
mod language;
mod leaf;
pub mod limits;
mod matcher;
mod part_of_speech;
mod presence;
mod reading;
mod rules;
mod side;
mod spoken;
mod status;
mod suggestion;
mod tbx;
mod token;
mod toml_reader;
mod toml_writer;
mod trie;

pub use check::{check, check_source};
pub use entry::{Entry, Target};
pub use finding::{TermCheck, TermFinding};
pub use glossary::{Glossary, GlossaryError};
pub use matcher::{Match, Matcher};
pub use part_of_speech::PartOfSpeech;
pub use spoken::{Spoken, spoken};
pub use status::Status;
pub use suggestion::suggestion;
pub use tbx::{Imported, read_tbx, write_tbx};
