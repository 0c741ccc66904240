//! What differs between two releases: by file, and by what readers get of each unit.

use std::collections::{BTreeMap, HashMap};

use hexapla_model::Locale;
use hexapla_trust::ReleasePath;
use serde_json::Value;

use crate::manifest::Manifest;
use crate::sidecar::{self, SIDECAR, Told};

/// How something differs from what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// It was not there.
    Added,
    /// It is another.
    Changed,
    /// It is there no more.
    Removed,
}

impl Change {
    /// Every change.
    pub const ALL: [Self; 3] = [Self::Added, Self::Changed, Self::Removed];

    /// The name on screen and in records.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Removed => "removed",
        }
    }
}

/// What became of a unit for readers of a locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitChange {
    /// The locale.
    pub locale: Locale,
    /// The address of the unit.
    pub unit: String,
    /// How it differs.
    pub change: Change,
    /// The text before, as it stands in its file; none where there was none, or the unit is a whole file.
    pub before: Option<String>,
    /// The text after it.
    pub after: Option<String>,
    /// The languages of both: what is not translated stands in another than the locale's.
    pub languages: [Locale; 2],
}

/// A release that lies somewhere: gives the bytes of a file that its manifest names.
pub type Files<'a, E> = &'a dyn Fn(&ReleasePath) -> Result<Vec<u8>, E>;

impl Manifest {
    /// The files in which `later` differs from this, by path.
    pub fn changes<'a>(&'a self, later: &'a Self) -> Vec<(Change, &'a ReleasePath)> {
        let removed = self.files.keys().filter(|path| !later.files.contains_key(*path));
        let removed = removed.map(|path| (Change::Removed, path));
        let rest = later.files.iter().filter_map(|(path, entry)| match self.files.get(path) {
            None => Some((Change::Added, path)),
            Some(former) if former.sha256 != entry.sha256 => Some((Change::Changed, path)),
            Some(_) => None,
        });
        let mut changes: Vec<_> = removed.chain(rest).collect();
        changes.sort_by_key(|(_, path)| *path);
        changes
    }

    /// What readers would get otherwise in `later` than in this: every unit, by locale and address.
    /// Only files that differ are asked for.
    ///
    /// # Errors
    /// Those of whoever gives the files.
    pub fn unit_changes<E>(
        &self,
        files: Files<'_, E>,
        later: &Self,
        later_files: Files<'_, E>,
    ) -> Result<Vec<UnitChange>, E> {
        let mut changed = Vec::new();
        for (_, path) in self.changes(later) {
            let locale = later.files.get(path).or(self.files.get(path)).map(|it| &it.locale);
            let Some(locale) = locale else { continue };
            let (before, given) = self.texts(path, files)?;
            let (after, now) = later.texts(path, later_files)?;
            changed.extend(compared(locale, before, after).into_iter().map(|it| {
                let of = |all: &Languages| all.get(&it.unit).unwrap_or(locale).clone();
                UnitChange { languages: [of(&given), of(&now)], ..it }
            }));
        }
        changed.sort_by(|a, b| (&a.locale, &a.unit).cmp(&(&b.locale, &b.unit)));
        Ok(changed)
    }

    /// What a release holds of one unit, by locale: the language of the text, and the text as it stands
    /// in its file.
    ///
    /// # Errors
    /// Those of whoever gives the files.
    pub fn texts_of<E>(
        &self,
        files: Files<'_, E>,
        unit: &str,
    ) -> Result<BTreeMap<Locale, (Locale, String)>, E> {
        let collection = unit.split('/').next().unwrap_or_default();
        let mut found = BTreeMap::new();
        for (path, entry) in self.files.iter().filter(|(_, it)| it.collection == collection) {
            let Some(told) = self.told(path, files)? else { continue };
            let language =
                told.iter().find(|it| it.unit == unit).and_then(|it| it.language.as_ref());
            let language = language.and_then(|it| it.parse().ok());
            let language = language.unwrap_or_else(|| entry.locale.clone());
            let text = texts(&files(path)?, &told).remove(&(unit.to_owned(), 0)).flatten();
            found.extend(text.map(|text| (entry.locale.clone(), (language, text))));
        }
        Ok(found)
    }

    /// The units in a file that has a sidecar; none in any other.
    fn texts<E>(&self, path: &ReleasePath, files: Files<'_, E>) -> Result<(Texts, Languages), E> {
        let Some(told) = self.told(path, files)? else { return Ok(Default::default()) };
        let of = |it: &Told| Some((it.unit.clone(), it.language.as_ref()?.parse().ok()?));
        Ok((texts(&files(path)?, &told), told.iter().filter_map(of).collect()))
    }

    /// What the sidecar of a file tells, where it has one.
    fn told<E>(&self, path: &ReleasePath, files: Files<'_, E>) -> Result<Option<Vec<Told>>, E> {
        let beside: Option<ReleasePath> = format!("{path}{SIDECAR}").parse().ok();
        let beside = beside.filter(|it| self.files.contains_key(it));
        beside.map(|it| Ok(sidecar::read(&files(&it)?))).transpose()
    }
}

/// The texts of units by their address, and by how many of that address stand before; none of a whole
/// file.
type Texts = HashMap<(String, usize), Option<String>>;

/// The languages of units whose text is in another than their file's.
type Languages = HashMap<String, Locale>;

fn texts(bytes: &[u8], told: &[Told]) -> Texts {
    let text = String::from_utf8_lossy(bytes);
    let lines: Vec<&str> = text.lines().collect();
    let json: Option<Value> = match told.iter().any(|it| it.lines.is_none()) {
        true => serde_json::from_slice(bytes).ok(),
        false => None,
    };
    let (mut texts, mut before) = (Texts::new(), HashMap::new());
    for Told { unit, lines: place, .. } in told {
        let text = match place {
            Some((first, last)) => {
                let lines = lines.get(first.saturating_sub(1)..(*last).min(lines.len()));
                lines.map(|it| it.join("\n"))
            }
            None => json.as_ref().and_then(|json| value(json, unit)),
        };
        let nth = before.entry(unit).and_modify(|it| *it += 1).or_insert(0);
        texts.insert((unit.clone(), *nth), text);
    }
    texts
}

/// What a JSON file says of a unit: a text or, where its place cannot be told, the whole that it is in.
fn value(json: &Value, unit: &str) -> Option<String> {
    let (resource, key) = unit.split_once('#')?;
    let (_, path) = resource.split_once('/')?;
    let within = match json {
        Value::Array(items) => items.iter().find(|it| it["id"] == path)?,
        whole => whole,
    };
    let found = at(within, key).unwrap_or(within);
    Some(found.as_str().map_or_else(|| found.to_string(), str::to_owned))
}

/// The value under `a.b.c`, where names may hold dots too.
fn at<'a>(value: &'a Value, key: &str) -> Option<&'a Value> {
    let below = |name: &str, value: &'a Value| match key.strip_prefix(name)? {
        "" => Some(value),
        rest => at(value, rest.strip_prefix('.')?),
    };
    match value {
        Value::Object(object) => object.iter().find_map(|(name, it)| below(name, it)),
        Value::Array(items) => {
            items.iter().enumerate().find_map(|(place, it)| below(&place.to_string(), it))
        }
        _ => None,
    }
}

fn compared(locale: &Locale, mut before: Texts, after: Texts) -> Vec<UnitChange> {
    let change = |unit, change, before, after| UnitChange {
        locale: locale.clone(),
        unit,
        change,
        before,
        after,
        languages: [locale.clone(), locale.clone()],
    };
    let mut changes = Vec::new();
    for ((unit, nth), after) in after {
        match before.remove(&(unit.clone(), nth)) {
            None => changes.push(change(unit, Change::Added, None, after)),
            // Of a whole file there is no text: it is one of those that differ.
            Some(before) if before != after || before.is_none() => {
                changes.push(change(unit, Change::Changed, before, after));
            }
            Some(_) => {}
        }
    }
    let removed = before.into_iter();
    changes.extend(removed.map(|((unit, _), text)| change(unit, Change::Removed, text, None)));
    changes
}

#[cfg(test)]
mod tests {
    use proptest::collection::{hash_map, vec};
    use proptest::prelude::*;
    use serde_json::Map;

    use super::*;

    fn es() -> Locale {
        "es".parse().expect("a locale")
    }

    /// A few units, of which much is the same on both sides.
    fn units() -> impl Strategy<Value = Texts> {
        hash_map("[a-d]", "[xy]", 0..4)
            .prop_map(|it| it.into_iter().map(|(unit, text)| ((unit, 0), Some(text))).collect())
    }

    fn sorted(mut changes: Vec<UnitChange>) -> Vec<UnitChange> {
        changes.sort_by(|a, b| a.unit.cmp(&b.unit));
        changes
    }

    /// The change back.
    fn mirrored(change: UnitChange) -> UnitChange {
        let back = match change.change {
            Change::Added => Change::Removed,
            Change::Changed => Change::Changed,
            Change::Removed => Change::Added,
        };
        let [before, after] = change.languages;
        let languages = [after, before];
        UnitChange { change: back, before: change.after, after: change.before, languages, ..change }
    }

    /// Values among names that hold dots and places of lists.
    fn json() -> impl Strategy<Value = Value> {
        let leaf = any::<u32>().prop_map(Value::from);
        leaf.prop_recursive(3, 24, 3, |inner| {
            let name = prop::sample::select(vec!["a", "b", "a.b", "b.a", "0"]);
            let object = vec((name, inner.clone()), 0..3).prop_map(|fields| {
                let fields = fields.into_iter().map(|(name, it)| (name.to_owned(), it));
                Value::Object(fields.collect::<Map<_, _>>())
            });
            prop_oneof![object, vec(inner, 0..3).prop_map(Value::Array)]
        })
    }

    /// Every value below, with its names joined by dots.
    fn walk<'a>(value: &'a Value, above: &str, found: &mut Vec<(String, &'a Value)>) {
        let mut below = |name: &str, it: &'a Value| {
            let name = if above.is_empty() { name.to_owned() } else { format!("{above}.{name}") };
            walk(it, &name, found);
            found.push((name, it));
        };
        match value {
            Value::Object(object) => object.iter().for_each(|(name, it)| below(name, it)),
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(at, it)| below(&at.to_string(), it));
            }
            _ => {}
        }
    }

    proptest! {
        /// What was, with what changed, is what is; and nothing changes that is the same.
        #[test]
        fn changes_lead_from_one_to_the_other(before in units(), after in units()) {
            let mut texts = before.clone();
            for change in compared(&es(), before.clone(), after.clone()) {
                let key = (change.unit, 0);
                prop_assert_eq!(before.get(&key).cloned().flatten(), change.before);
                match change.change {
                    Change::Removed => drop(texts.remove(&key)),
                    Change::Added | Change::Changed => drop(texts.insert(key, change.after)),
                }
            }
            prop_assert_eq!(texts, after.clone());
            prop_assert_eq!(compared(&es(), after.clone(), after), vec![]);
        }

        #[test]
        fn the_way_back_is_mirrored(before in units(), after in units()) {
            let there = compared(&es(), before.clone(), after.clone());
            let there = there.into_iter().map(mirrored).collect();
            prop_assert_eq!(sorted(compared(&es(), after, before)), sorted(there));
        }

        /// A value is found by its names, whatever dots they hold: it, or one of the same names.
        #[test]
        fn a_value_is_found_by_its_names(json in json()) {
            let mut all = Vec::new();
            walk(&json, "", &mut all);
            for (name, _) in &all {
                let found = at(&json, name);
                prop_assert!(all.iter().any(|(it, value)| it == name && found == Some(*value)));
            }
            prop_assert_eq!(at(&json, "no.such"), None);
        }

        /// Lines that a file does not have are no text, and the same unit may stand in it again.
        #[test]
        fn a_text_is_the_lines_that_are_told(
            lines in vec("[a-c]{0,3}", 0..5),
            told in vec(("[u-v]", 0..8_usize, 0..8_usize), 0..5),
        ) {
            let told: Vec<Told> = told
                .into_iter()
                .map(|(unit, first, last)| Told { unit, lines: Some((first, last)), language: None })
                .collect();
            let file = lines.iter().map(|it| format!("{it}\n")).collect::<String>();
            let texts = texts(file.as_bytes(), &told);
            prop_assert_eq!(texts.len(), told.len());
            for text in texts.values().flatten() {
                prop_assert!(text.is_empty() || file.contains(text.as_str()));
            }
        }
    }
}
