//! The messages and terms of a collection as the files of a release.

use std::collections::HashSet;

use hexapla_formats::fluent::patterns;
use hexapla_model::Unit;
use serde::Serializer;
use serde::ser::SerializeMap;

use super::told::UnitShipped;

/// A Fluent file, and a flat JSON object of the patterns in it.
pub(super) struct Files {
    pub(super) ftl: String,
    pub(super) json: Vec<u8>,
    /// What is told of each entry, with its lines in the Fluent file.
    pub(super) units: Vec<UnitShipped>,
}

/// The files that hold the given entries. Of two of one name the first is in them, as a bundle takes
/// it.
pub(super) fn files<'a>(entries: impl Iterator<Item = (&'a Unit, UnitShipped)>) -> Files {
    let mut names = HashSet::new();
    let entries = entries.filter(|(unit, _)| names.insert(&unit.key));
    let (shipped, mut units): (Vec<&Unit>, Vec<UnitShipped>) = entries.unzip();
    let length = shipped.iter().map(|unit| unit.text.len() + 1).sum();
    let mut ftl = String::with_capacity(length);
    let mut line = 1;
    for (unit, told) in shipped.iter().zip(&mut units) {
        let last = line + unit.text.matches('\n').count();
        told.lines = Some((line, last));
        line = last + 1;
        ftl.push_str(&unit.text);
        ftl.push('\n');
    }
    Files { json: json(&shipped, length), ftl, units }
}

/// The patterns of the entries, by name; the entries have `length` bytes.
fn json(entries: &[&Unit], length: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(length + length / 4);
    let mut serializer = serde_json::Serializer::pretty(&mut bytes);
    let written = serializer.serialize_map(None).and_then(|mut map| {
        for (name, pattern) in entries.iter().flat_map(|unit| patterns(unit)) {
            map.serialize_entry(&name, &pattern)?;
        }
        map.end()
    });
    // Texts under names can always be written, and memory takes all that is.
    debug_assert!(written.is_ok());
    bytes.push(b'\n');
    bytes
}
