//! Names of messages and arguments in languages that take few characters.

use std::collections::{BTreeSet, HashMap};

use super::messages::{Message, Why};
use super::pattern::Shape;

/// Words that Java has taken, or R8 and Kotlin with it.
const JAVA: &str = " abstract assert boolean break byte case catch char class const continue default do \
    double else enum extends false final finally float for goto if implements import instanceof int \
    interface long native new null package private protected public return short static strictfp \
    super switch synchronized this throw throws transient true try void volatile while _ ";

/// Words that Dart has taken.
const DART: &str = " assert await break case catch class const continue default do else enum extends \
    false final finally for if in is new null rethrow return super switch this throw true try var \
    void while with yield ";

/// What the class of messages has already, from `gen-l10n` or as every object of Dart.
const LOCALIZATIONS: &str = " delegate hashCode localeName localizationsDelegates noSuchMethod of \
    runtimeType supportedLocales toString ";

fn is_one_of(words: &str, name: &str) -> bool {
    words.split_whitespace().any(|it| it == name)
}

/// The name of a resource of Android: `login_title` of `login.title`.
pub(super) fn android(message: &Message) -> Result<String, Why> {
    let name = message.name().replace(['-', '.'], "_");
    match is_one_of(JAVA, &name) {
        true => Err(format!("`{name}` is a word of Java, and no name of a resource")),
        false => Ok(name),
    }
}

/// The name of a getter of Dart: `loginTitle` of `login-title`.
pub(super) fn dart(name: &str) -> Result<String, Why> {
    let name = camel(name);
    let is_taken = [DART, LOCALIZATIONS].iter().any(|it| is_one_of(it, &name));
    match is_taken || name.starts_with(|c: char| c.is_ascii_uppercase()) {
        true => Err(format!("`{name}` is no name of a getter in Dart")),
        false => Ok(name),
    }
}

/// The name of an argument in Dart: `userName` of `user-name`.
pub(super) fn dart_argument(name: &str) -> Result<String, Why> {
    let name = camel(name);
    match is_one_of(DART, &name) {
        true => Err(format!("`{name}` is a word of Dart, and no name of an argument")),
        false => Ok(name),
    }
}

fn camel(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut begins = false;
    for c in name.chars() {
        match c {
            '-' => begins = true,
            '.' => out.push('_'),
            c if std::mem::take(&mut begins) => out.push(c.to_ascii_uppercase()),
            c => out.push(c),
        }
    }
    out
}

/// The name of an argument where a hyphen ends it.
pub(super) fn hyphenless(name: &str) -> Result<String, Why> {
    Ok(name.replace('-', "_"))
}

/// The names that the arguments of a message get.
///
/// # Errors
/// Where two would get one name.
pub(super) fn of_arguments(
    own: &Shape,
    source: &Shape,
    named: fn(&str) -> Result<String, Why>,
) -> Result<HashMap<String, String>, Why> {
    let mut names = HashMap::new();
    let mut taken: HashMap<String, &str> = HashMap::new();
    let all: BTreeSet<&String> = own.arguments.union(&source.arguments).collect();
    for argument in all {
        let name = named(argument)?;
        if let Some(other) = taken.insert(name.clone(), argument) {
            return Err(format!("`${other}` and `${argument}` would both be called `{name}`"));
        }
        names.insert(argument.clone(), name);
    }
    Ok(names)
}
