//! What a unit speaks of, and what the glossary calls that.

use hexapla_engine::{SpokenTerm, spoken_terms};
use serde::Serialize;

use crate::desk::Opened;
use crate::failure::Failure;
use crate::page::Tongue;

/// The terms of a unit's source.
pub(crate) struct Terms {
    pub(crate) all: Vec<Term>,
    /// The language that the glossary explains its terms in.
    pub(crate) told: Tongue,
}

/// A concept that a source speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Term {
    /// The id of its entry in the glossary.
    pub(crate) id: String,
    /// The term as it stands in the source.
    pub(crate) source: String,
    /// The terms to be used, the best first.
    #[serde(rename = "use")]
    pub(crate) permitted: Vec<String>,
    /// The terms that are not to be used.
    pub(crate) avoid: Vec<String>,
    pub(crate) definition: Option<String>,
    /// What translators should know.
    pub(crate) note: Option<String>,
    /// What translators into this locale should know.
    pub(crate) locale_note: Option<String>,
    /// Whether the target uses one that is to be used.
    #[serde(rename = "used")]
    pub(crate) is_used: bool,
}

impl Terms {
    /// What the unit at a place speaks of; nothing where the project has no glossary.
    ///
    /// # Errors
    /// Where the resource is gone.
    pub(crate) fn of(opened: &Opened, at: usize) -> Result<Self, Failure> {
        let (resource, locale) = (opened.resource()?, &opened.locale);
        let collection = &resource.collection;
        let source = collection.glossary.as_ref().map(|it| it.source());
        let told = Tongue::of(source.unwrap_or(&collection.source_locale));
        let spoken = opened.units().get(at).map(|status| {
            let there = resource.target_units(locale).get(status.target.clone());
            spoken_terms(collection, locale, status.given(resource), there.unwrap_or_default())
        });
        let all = spoken.into_iter().flatten().map(one).collect();
        Ok(Self { all, told })
    }
}

fn one(it: SpokenTerm) -> Term {
    Term {
        id: it.entry.id,
        source: it.found,
        permitted: it.permitted,
        avoid: it.forbidden,
        definition: it.entry.definition,
        note: it.entry.note,
        locale_note: it.note,
        is_used: it.is_used,
    }
}
