//! Workflows as files: `workflows/<name>.toml`, version 1.

use std::collections::BTreeMap;
use std::ops::Range;

use hexapla_model::{Diagnostic, Freshness, Locale, Phrase, Severity, State};
use serde::Deserialize;
use toml::Spanned;

use crate::change::{ChangeClass, ChangePolicy, ChangeRule};
use crate::workflow::{Coverage, Gates, Measure, ServePolicy, ServeRule, StateRule, Workflow};

/// A workflow of any version: what a later one holds cannot be judged.
#[derive(Deserialize)]
struct AnyFile {
    version: Spanned<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileV1 {
    #[allow(dead_code, reason = "looked at before the rest is read")]
    version: i64,
    #[serde(default)]
    #[allow(dead_code, reason = "for readers of the file")]
    description: String,
    #[serde(default)]
    priority: i64,
    states: Vec<StateV1>,
    #[serde(default)]
    channels: BTreeMap<String, GatesV1>,
    #[serde(default)]
    serve: Vec<ServeV1>,
    #[serde(default)]
    changes: Vec<ChangeV1>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StateV1 {
    name: Spanned<String>,
    #[serde(default)]
    roles: Vec<String>,
    #[serde(default = "one")]
    people: Spanned<usize>,
}

fn one() -> Spanned<usize> {
    Spanned::new(0..0, 1)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GatesV1 {
    #[serde(default)]
    locales: Vec<Spanned<String>>,
    coverage: Option<Spanned<f64>>,
    coverage_of: Option<Spanned<String>>,
    state: Option<Spanned<String>>,
    oldest_stale: Option<Spanned<String>>,
    checks: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ServeV1 {
    #[serde(default)]
    when: Vec<Spanned<String>>,
    #[serde(default)]
    units: Vec<String>,
    #[serde(default)]
    change: Vec<Spanned<String>>,
    older_than: Option<Spanned<String>>,
    policy: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeV1 {
    class: Spanned<Vec<Spanned<String>>>,
    #[serde(default)]
    units: Vec<String>,
    policy: Spanned<String>,
}

impl Workflow {
    /// Reads a workflow from the text of its file.
    ///
    /// # Errors
    /// Every mistake in it, located, where there is one.
    pub fn read(name: &str, text: &str) -> Result<Self, Vec<Diagnostic>> {
        let any: AnyFile = toml::from_str(text).map_err(|error| syntax(&error))?;
        let version = any.version.get_ref();
        if *version != 1 {
            let message = format!("version {version} is not known, only version 1");
            let problem =
                Diagnostic::error("workflow", any.version.span(), Phrase::in_english(message));
            return Err(vec![problem.with_hint(Phrase::in_english("update hexapla"))]);
        }
        let file: FileV1 = toml::from_str(text).map_err(|error| syntax(&error))?;
        let mut reader = Reader::default();
        let workflow = reader.workflow(name, file);
        if reader.problems.is_empty() { Ok(workflow) } else { Err(reader.problems) }
    }
}

fn syntax(error: &toml::de::Error) -> Vec<Diagnostic> {
    let span = error.span().unwrap_or(0..0);
    let hint = "see `workflows/standard.toml` as written by `hexapla init`";
    vec![
        Diagnostic::error("workflow-syntax", span, Phrase::in_english(error.message().trim()))
            .with_hint(Phrase::in_english(hint)),
    ]
}

#[derive(Default)]
struct Reader {
    problems: Vec<Diagnostic>,
}

impl Reader {
    fn workflow(&mut self, name: &str, file: FileV1) -> Workflow {
        let states: Vec<StateRule> =
            file.states.into_iter().map(|it| self.state_rule(it)).collect();
        if states.is_empty() || !states.windows(2).all(|two| two[0].state < two[1].state) {
            let message = "expected states from low to high, each once".to_owned();
            self.problem(0..0, message, "the order is translated, reviewed, final");
        }
        let known: Vec<State> = states.iter().map(|rule| rule.state).collect();
        let places: Vec<Range<usize>> = file.serve.iter().map(|it| it.policy.span()).collect();
        let serve: Vec<ServeRule> = file.serve.into_iter().map(|rule| self.serve(rule)).collect();
        self.check_reach(&serve, &places, ServeRule::covers);
        let places: Vec<Range<usize>> = file.changes.iter().map(|it| it.policy.span()).collect();
        let changes: Vec<ChangeRule> =
            file.changes.into_iter().map(|rule| self.change(rule)).collect();
        self.check_reach(&changes, &places, ChangeRule::covers);
        let gates = |(name, gates)| (name, self.gates(gates, &known));
        Workflow {
            name: name.to_owned(),
            priority: file.priority,
            states,
            channels: file.channels.into_iter().map(gates).collect(),
            serve,
            changes,
        }
    }

    /// The first rule that fits decides: refuses rules that come after one that fits all they fit.
    fn check_reach<T>(
        &mut self,
        rules: &[T],
        places: &[Range<usize>],
        covers: impl Fn(&T, &T) -> bool,
    ) {
        for (at, (rule, place)) in rules.iter().zip(places).enumerate() {
            if rules[..at].iter().any(|earlier| covers(earlier, rule)) {
                let message = "this rule is never reached: an earlier one fits all that it fits";
                self.problem(place.clone(), message.to_owned(), "put it before that one");
            }
        }
    }

    fn problem(&mut self, span: Range<usize>, message: String, hint: &str) {
        self.problems.push(
            Diagnostic::error("workflow", span, Phrase::in_english(message))
                .with_hint(Phrase::in_english(hint)),
        );
    }

    /// One of a few names.
    fn choice<T: Copy>(&mut self, text: &Spanned<String>, all: &[(&str, T)], default: T) -> T {
        let found = all.iter().find(|(name, _)| name == text.get_ref());
        if found.is_none() {
            let names: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
            let message = format!("`{}` is not one of {}", text.get_ref(), names.join(", "));
            self.problem(text.span(), message, "names are in lower case");
        }
        found.map_or(default, |(_, value)| *value)
    }

    /// A number of days, such as `30d`.
    fn days(&mut self, text: &Spanned<String>) -> i64 {
        let days = text.get_ref().strip_suffix('d').and_then(|days| days.parse().ok());
        if days.is_none_or(|days: i64| days < 0) {
            let message = format!("`{}` is not a number of days", text.get_ref());
            self.problem(text.span(), message, "write it as in `30d`");
        }
        days.unwrap_or(0)
    }

    fn state_rule(&mut self, rule: StateV1) -> StateRule {
        if *rule.people.get_ref() == 0 {
            self.problem(
                rule.people.span(),
                "expected at least one person".to_owned(),
                "leave it out for one",
            );
        }
        let named = [State::Translated, State::Reviewed, State::Final].map(|it| (it.as_str(), it));
        StateRule {
            state: self.choice(&rule.name, &named, State::Translated),
            roles: rule.roles,
            people: rule.people.into_inner(),
        }
    }

    /// The state that a channel asks for, which must be one that a unit can come to.
    fn asked_state(&mut self, text: &Spanned<String>, known: &[State]) -> State {
        let states = State::ALL.map(|it| (it.as_str(), it));
        let asked = self.choice(text, &states, State::Initial);
        if asked != State::Initial && !known.contains(&asked) {
            let message = format!("no unit ever comes to the state `{asked}` here");
            self.problem(text.span(), message, "add it to `[[states]]`, or ask for one of those");
        }
        asked
    }

    fn gates(&mut self, gates: GatesV1, known: &[State]) -> Gates {
        let measures = [("units", Measure::Units), ("words", Measure::Words)];
        let severities =
            [Severity::Note, Severity::Warning, Severity::Error].map(|it| (it.as_str(), it));
        let of = gates
            .coverage_of
            .map_or(Measure::Words, |it| self.choice(&it, &measures, Measure::Words));
        Gates {
            locales: gates.locales.iter().filter_map(|it| self.locale(it)).collect(),
            coverage: gates.coverage.map(|it| Coverage { at_least: self.share(&it), of }),
            state: gates.state.map(|it| self.asked_state(&it, known)),
            oldest_stale_days: gates.oldest_stale.map(|it| self.days(&it)),
            checks: gates.checks.map(|it| self.choice(&it, &severities, Severity::Error)),
        }
    }

    fn locale(&mut self, text: &Spanned<String>) -> Option<Locale> {
        text.get_ref()
            .parse()
            .inspect_err(|error| self.problem(text.span(), format!("{error}"), "see BCP 47"))
            .ok()
    }

    fn share(&mut self, share: &Spanned<f64>) -> f64 {
        if !(0.0..=1.0).contains(share.get_ref()) {
            let message = format!("`{}` is no share", share.get_ref());
            self.problem(share.span(), message, "write 95 % as 0.95");
        }
        *share.get_ref()
    }

    fn serve(&mut self, rule: ServeV1) -> ServeRule {
        let freshness = Freshness::ALL.map(|it| (it.as_str(), it));
        let changes = ChangeClass::ALL.map(|it| (it.as_str(), it));
        let policies = [
            ("ship", ServePolicy::Ship),
            ("fallback", ServePolicy::Fallback),
            ("block", ServePolicy::Block),
        ];
        ServeRule {
            freshness: rule
                .when
                .iter()
                .map(|it| self.choice(it, &freshness, Freshness::Stale))
                .collect(),
            units: rule.units,
            change: rule
                .change
                .iter()
                .map(|it| self.choice(it, &changes, ChangeClass::Wording))
                .collect(),
            older_than_days: rule.older_than.map(|it| self.days(&it)),
            policy: self.choice(&rule.policy, &policies, ServePolicy::Fallback),
        }
    }

    fn change(&mut self, rule: ChangeV1) -> ChangeRule {
        let named = ChangeClass::ALL.map(|it| (it.as_str(), it));
        let policies = [
            ("carry", ChangePolicy::Carry),
            ("propose", ChangePolicy::Propose),
            ("review", ChangePolicy::Review),
        ];
        let policy = self.choice(&rule.policy, &policies, ChangePolicy::Review);
        if rule.class.get_ref().is_empty() {
            let message = "expected at least one class".to_owned();
            self.problem(
                rule.class.span(),
                message,
                "name what the rule is for, as in `[\"link\"]`",
            );
        }
        let mut classes = Vec::new();
        for name in rule.class.get_ref() {
            let class = self.choice(name, &named, ChangeClass::Wording);
            if policy == ChangePolicy::Carry
                && class.as_str() == name.get_ref()
                && !ChangePolicy::may_carry(class)
            {
                let message = format!("a change of class `{class}` is never carried");
                self.problem(name.span(), message, "use `propose`: a person takes it with one key");
            }
            classes.push(class);
        }
        ChangeRule { classes, units: rule.units, policy }
    }
}
