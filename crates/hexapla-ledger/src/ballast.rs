//! What keeps git from taking one file for another.
//!
//! Git takes a removed file for renamed to a new one when half of the larger is alike, and two
//! branches that both packed that file then conflict (renamed here, deleted there). Acts are often
//! alike: a person approves the very pairs that another translated. So a file that may ever be
//! removed carries more bytes of its own than of facts: never half of it is like anything else.
//!
//! Git compares pieces of at most 64 bytes that end with a line, so ballast is short lines. They
//! are drawn from the file's facts, and repeat, so that they compress to little.

use crate::record::ballast_line;
use crate::write::hash;

/// How many lines of ballast a file has before they repeat.
const DIFFERENT: usize = 16;

/// How many bytes of facts a file may hold that packing removes; a larger one stays for good, and
/// needs no ballast.
pub(crate) const LOOSE: usize = 16 * 1024;

/// Lines of facts as a file's content: with ballast of half as much again where the file is loose.
pub(crate) fn laden(mut facts: Vec<u8>) -> Vec<u8> {
    let size = facts.len();
    if size > LOOSE {
        return facts;
    }
    let name = hash(&facts);
    let lines: Vec<String> = (0..DIFFERENT)
        .map(|index| ballast_line(hash(format!("{name} {index}").as_bytes())) + "\n")
        .collect();
    for line in lines.iter().cycle() {
        if (facts.len() - size) * 2 >= size * 3 {
            break;
        }
        facts.extend_from_slice(line.as_bytes());
    }
    facts
}
