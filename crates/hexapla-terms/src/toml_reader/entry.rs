//! Reading one entry.

use std::collections::{BTreeMap, HashMap};

use hexapla_model::Locale;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Field, Key, Reader, Table, Terms};
use crate::glossary::twice;
use crate::rules;
use crate::suggestion::suggestion;
use crate::{Entry, PartOfSpeech, Status, Target};

/// The keys of an entry.
const ENTRY: [&str; 9] = [
    "term",
    "definition",
    "part_of_speech",
    "domain",
    "note",
    "case_sensitive",
    "admitted",
    "forbidden",
    "targets",
];
/// The keys of a target.
const TARGET: [&str; 4] = ["preferred", "admitted", "forbidden", "note"];

impl Reader {
    /// An entry, where it has a term.
    pub(super) fn entry(&mut self, id: &Key<'_>, fields: &Table<'_>) -> Option<Entry> {
        if let Err(refusal) = rules::id(id.get_ref()) {
            self.refused(id.span(), refusal);
        }
        self.known_keys(fields, &ENTRY);
        let case_sensitive = self.flag(fields, "case_sensitive");
        let admitted = self.terms(fields, "admitted");
        let forbidden = self.terms(fields, "forbidden");
        let term = match fields.get("term") {
            Some(field) => self.term(field),
            None => {
                let message = format!("expected the term of `{}`", id.get_ref());
                self.tell(id.span(), message, "write `term = \"…\"` below it");
                None
            }
        };
        let first = term.iter().map(|it| (Status::Preferred, it));
        let terms = first.chain(with(Status::Admitted, &admitted));
        self.no_repeats(terms.chain(with(Status::Forbidden, &forbidden)), case_sensitive);
        let entry = Entry {
            id: id.get_ref().clone().into_owned(),
            term: term.map(Spanned::into_inner).unwrap_or_default(),
            admitted: plain(admitted),
            forbidden: plain(forbidden),
            definition: self.prose(fields, "definition"),
            part_of_speech: self.part_of_speech(fields),
            domain: self.prose(fields, "domain"),
            note: self.prose(fields, "note"),
            case_sensitive,
            targets: self.targets(fields, case_sensitive),
        };
        (!entry.term.is_empty()).then_some(entry)
    }

    fn part_of_speech(&mut self, fields: &Table<'_>) -> Option<PartOfSpeech> {
        let field = fields.get("part_of_speech")?;
        let name = self.as_str(field)?;
        let found = PartOfSpeech::named(name);
        if found.is_none() {
            let names = PartOfSpeech::ALL.map(PartOfSpeech::as_str);
            let message = format!("`{name}` is no part of speech");
            self.tell(field.span(), message, suggestion(name, &names));
        }
        found
    }

    fn targets(&mut self, fields: &Table<'_>, case_sensitive: bool) -> BTreeMap<Locale, Target> {
        let mut targets = BTreeMap::new();
        for (tag, field) in self.table_in(fields, "targets").into_iter().flat_map(DeTable::iter) {
            let target = self.target(tag, field, case_sensitive);
            let Some(locale) = self.locale(tag.get_ref(), tag.span()) else { continue };
            if targets.contains_key(&locale) {
                let message = format!("`{locale}` stands here twice");
                self.tell(tag.span(), message, "keep one of them");
            }
            if let Some(target) = target {
                targets.insert(locale, target);
            }
        }
        targets
    }

    /// A term, a list of terms, or a table of them by their status.
    fn target(&mut self, tag: &Key<'_>, field: &Field<'_>, case_sensitive: bool) -> Option<Target> {
        let DeValue::Table(fields) = field.get_ref() else {
            let preferred = self.term_or_list(field);
            self.no_repeats(with(Status::Preferred, &preferred), case_sensitive);
            let target = Target { preferred: plain(preferred), ..Target::default() };
            return self.some_target(tag, field, target);
        };
        self.known_keys(fields, &TARGET);
        let preferred = self.terms(fields, "preferred");
        let admitted = self.terms(fields, "admitted");
        let forbidden = self.terms(fields, "forbidden");
        let terms = with(Status::Preferred, &preferred).chain(with(Status::Admitted, &admitted));
        self.no_repeats(terms.chain(with(Status::Forbidden, &forbidden)), case_sensitive);
        let target = Target {
            preferred: plain(preferred),
            admitted: plain(admitted),
            forbidden: plain(forbidden),
            note: self.prose(fields, "note"),
        };
        self.some_target(tag, field, target)
    }

    fn some_target(&mut self, tag: &Key<'_>, field: &Field<'_>, it: Target) -> Option<Target> {
        if it.terms().next().is_some() {
            return Some(it);
        }
        // What is wrong with the terms themselves was told.
        let told = self.problems.iter().rev().take(TARGET.len());
        let told = told.into_iter().any(|it| field.span().contains(&it.span.start));
        if !told {
            let message = format!("expected a term in `{}`", tag.get_ref());
            self.tell(tag.span(), message, "write one, or remove the locale");
        }
        None
    }

    fn no_repeats<'a>(
        &mut self,
        terms: impl Iterator<Item = (Status, &'a Spanned<String>)>,
        case_sensitive: bool,
    ) {
        let mut seen = HashMap::new();
        for (status, term) in terms {
            if let Some(first) = seen.insert(rules::key(term.get_ref(), case_sensitive), status) {
                let message = twice(term.get_ref(), first, status);
                self.tell(term.span(), message, "keep one of them");
            }
        }
    }
}

fn with(
    status: Status,
    terms: &[Spanned<String>],
) -> impl Iterator<Item = (Status, &Spanned<String>)> {
    terms.iter().map(move |term| (status, term))
}

fn plain(terms: Terms) -> Vec<String> {
    terms.into_iter().map(Spanned::into_inner).collect()
}
