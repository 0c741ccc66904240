//! From what a config says of checks to a [`Tuning`].

use std::collections::BTreeMap;

use hexapla_engine::{Limit, Silence, Tuning, checks, fits};
use hexapla_model::Severity;
use hexapla_terms::suggestion;
use toml::Spanned;

use crate::config_file::{CollectionV1, FileV1, MaxLengthV1, SilenceV1};
use crate::config_reader::Reader;

/// What a config calls the severities, and none.
const LEVELS: [(&str, Option<Severity>); 4] = [
    ("off", None),
    ("note", Some(Severity::Note)),
    ("warning", Some(Severity::Warning)),
    ("error", Some(Severity::Error)),
];

impl Reader {
    /// What holds for all collections.
    pub(crate) fn common_tuning(&mut self, file: &FileV1) -> Tuning {
        let severities = self.severities(&file.checks);
        let silences = file.silence.iter().filter_map(|it| self.silence(it, file)).collect();
        let limits = file.max_length.iter().filter_map(|it| self.limit(it, file)).collect();
        Tuning { severities, silences, limits }
    }

    /// What holds for one: what it says itself, then what the project says.
    pub(crate) fn tuning(&mut self, name: &str, file: &CollectionV1, common: &Tuning) -> Tuning {
        let mut severities = common.severities.clone();
        severities.extend(self.severities(&file.checks));
        let silences = common.silences.iter().filter(|it| may_be_in(&it.unit, name)).cloned();
        let own = file
            .max_length
            .as_ref()
            .and_then(|it| self.characters(it))
            .map(|characters| Limit { unit: "*".to_owned(), locales: Vec::new(), characters });
        let limits = common.limits.iter().filter(|it| may_be_in(&it.unit, name)).cloned();
        let limits = own.into_iter().chain(limits).collect();
        Tuning { severities, silences: silences.collect(), limits }
    }

    fn severities(
        &mut self,
        file: &BTreeMap<Spanned<String>, Spanned<String>>,
    ) -> BTreeMap<String, Option<Severity>> {
        let mut severities = BTreeMap::new();
        for (check, level) in file {
            let Some(own) = self.check(check) else { continue };
            let named = LEVELS.iter().find(|(name, _)| name == level.get_ref());
            match named {
                Some((_, severity)) if own != Severity::Error => {
                    severities.insert(check.get_ref().clone(), *severity);
                }
                Some((_, Some(Severity::Error))) => {}
                Some(_) => self.stays(check),
                None => {
                    let message = format!("`{}` is no severity", level.get_ref());
                    let hint = suggestion(level.get_ref(), &LEVELS.map(|(name, _)| name));
                    self.problem(level.span(), message, hint);
                }
            }
        }
        severities
    }

    fn silence(&mut self, file: &SilenceV1, all: &FileV1) -> Option<Silence> {
        let own = self.check(&file.check);
        let locales = file.locales.iter().filter_map(|it| self.known_locale(it)).collect();
        if own == Some(Severity::Error) {
            self.stays(&file.check);
        }
        self.addresses(&file.unit, all);
        own?;
        Some(Silence {
            check: file.check.get_ref().clone(),
            unit: file.unit.get_ref().clone(),
            locales,
            span: file.check.span(),
        })
    }

    fn limit(&mut self, file: &MaxLengthV1, all: &FileV1) -> Option<Limit> {
        let locales = file.locales.iter().filter_map(|it| self.known_locale(it)).collect();
        self.addresses(&file.unit, all);
        let characters = self.characters(&file.characters)?;
        Some(Limit { unit: file.unit.get_ref().clone(), locales, characters })
    }

    /// A length that a text can have.
    fn characters(&mut self, most: &Spanned<u32>) -> Option<usize> {
        if *most.get_ref() == 0 {
            self.problem(most.span(), "no text has 0 characters", "say how many it may have");
            return None;
        }
        usize::try_from(*most.get_ref()).ok()
    }

    /// Tells of a pattern of addresses that fits none of any collection.
    fn addresses(&mut self, unit: &Spanned<String>, all: &FileV1) {
        if all.collections.keys().any(|it| may_be_in(unit.get_ref(), it.get_ref())) {
            return;
        }
        let names: Vec<&str> = all.collections.keys().map(|it| it.get_ref().as_str()).collect();
        let first = unit.get_ref().split('/').next().unwrap_or_default();
        let hint = format!(
            "{}; write it as `check` tells it, such as `ui/main#title`",
            suggestion(first, &names)
        );
        let message = format!("`{}` is in no collection", unit.get_ref());
        self.problem(unit.span(), message, hint);
    }

    /// The severity that a check has by itself.
    fn check(&mut self, name: &Spanned<String>) -> Option<Severity> {
        let all = checks();
        let known = all.iter().find(|it| it.id == name.get_ref());
        if known.is_none() {
            let names: Vec<&str> = all.iter().map(|it| it.id).collect();
            let message = format!("there is no check `{}`", name.get_ref());
            self.problem(name.span(), message, suggestion(name.get_ref(), &names));
        }
        known.map(|it| it.severity)
    }

    fn stays(&mut self, check: &Spanned<String>) {
        let message = format!("`{}` finds errors, which stay errors", check.get_ref());
        self.problem(check.span(), message, "what it finds never ships: mend it instead");
    }
}

/// Whether a pattern of addresses may fit one of a collection.
fn may_be_in(pattern: &str, collection: &str) -> bool {
    match pattern.split_once('/') {
        Some((first, _)) => fits(first, collection) || first.contains('*'),
        None => {
            pattern.contains('*') || fits(pattern.split('#').next().unwrap_or(pattern), collection)
        }
    }
}
