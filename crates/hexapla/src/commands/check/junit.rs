//! Findings as JUnit's XML, as servers of continuous integration read it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;

use hexapla_engine::Snapshot;
use hexapla_model::Severity;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::located::Located;

/// One suite a file, sorted by path: a case for each finding, or one that passes where there is none.
/// Notes pass too, and say what they say as output.
pub(super) fn junit(snapshot: &Snapshot, located: &[Located<'_>]) -> io::Result<String> {
    let mut files: BTreeMap<&str, Vec<&Located<'_>>> = BTreeMap::new();
    for resource in snapshot.resources.values() {
        let documents = resource.source.iter().chain(resource.targets.values());
        files.extend(documents.map(|it| (it.path.as_str(), Vec::new())));
    }
    for one in located {
        files.entry(one.path).or_default().push(one);
    }
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let total = count(located.iter());
    let tests = files.values().map(|it| it.len().max(1)).sum();
    let suites = writer.create_element("testsuites");
    let counts = counts("hexapla check", tests, total);
    suites.with_attributes(attributes(&counts)).write_inner_content(|writer| {
        files.iter().try_for_each(|(path, found)| suite(writer, path, found))
    })?;
    let mut text = String::from_utf8_lossy(&writer.into_inner()).into_owned();
    text.push('\n');
    Ok(text)
}

/// How many fail.
fn count<'a>(located: impl Iterator<Item = &'a Located<'a>>) -> usize {
    located.filter(|it| it.severity() > Severity::Note).count()
}

fn counts(name: &str, tests: usize, failures: usize) -> [(&'static str, String); 3] {
    [("name", shown(name)), ("tests", tests.to_string()), ("failures", failures.to_string())]
}

fn suite(writer: &mut Writer<Vec<u8>>, path: &str, found: &[&Located<'_>]) -> io::Result<()> {
    let failures = count(found.iter().copied());
    let element = writer.create_element("testsuite");
    let counts = counts(path, found.len().max(1), failures);
    let element = element.with_attributes(attributes(&counts));
    element.write_inner_content(|writer| {
        if found.is_empty() {
            let case = [("name", "no findings".to_owned()), ("classname", shown(path))];
            writer.create_element("testcase").with_attributes(attributes(&case)).write_empty()?;
        }
        found.iter().try_for_each(|one| case(writer, one))
    })?;
    Ok(())
}

fn case(writer: &mut Writer<Vec<u8>>, one: &Located<'_>) -> io::Result<()> {
    let id = one.diagnostic.id;
    let about = one.address().unwrap_or_else(|| one.path.to_owned());
    let place = format!("{}:{}:{}", one.path, one.line, one.column);
    let name = [("name", shown(&format!("{id}: {about}"))), ("classname", shown(one.path))];
    let told = shown(&format!("{place}\n{}", one.message()));
    writer.create_element("testcase").with_attributes(attributes(&name)).write_inner_content(
        |writer| {
            if one.severity() == Severity::Note {
                let element = writer.create_element("system-out");
                element.write_text_content(BytesText::new(&told))?;
                return Ok(());
            }
            let failure = [
                ("type", one.severity().as_str().to_owned()),
                ("message", shown(&one.diagnostic.message.to_string())),
            ];
            let element = writer.create_element("failure").with_attributes(attributes(&failure));
            element.write_text_content(BytesText::new(&told))?;
            Ok(())
        },
    )?;
    Ok(())
}

fn attributes(
    pairs: &[(&'static str, String)],
) -> impl Iterator<Item = (&'static str, Cow<'static, str>)> {
    pairs.iter().map(|(name, value)| (*name, Cow::Owned(value.clone())))
}

/// A text without the characters that XML 1.0 cannot hold.
fn shown(text: &str) -> String {
    let fits = |c: char| {
        matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..) && c != '\u{FFFE}'
    };
    text.chars().map(|c| if fits(c) { c } else { '\u{FFFD}' }).collect()
}
