//! Pages of documentation, and their translations.

use std::fmt::Write as _;

use hexapla_formats::{Extracted, FieldRules, Format, extract};
use hexapla_model::Unit;

use crate::language::{Language, Said};
use crate::random::Random;

/// Blocks in the order of a page.
#[derive(Clone)]
pub(crate) struct Page(Vec<Block>);

/// What a block says, and what stands in it whatever the language.
#[derive(Clone)]
struct Block {
    said: Said,
    number: usize,
}

impl Page {
    /// A page of so many blocks.
    pub(crate) fn made(random: &mut Random, blocks: usize) -> Self {
        let block = |number| Block { said: Said::made(random, 4), number };
        Self((0..blocks).map(block).collect())
    }

    /// A translation that has not kept up: of twenty blocks one is gone, and one says something
    /// else.
    pub(crate) fn outdated(&self, random: &mut Random) -> Self {
        let mut blocks = Vec::new();
        for block in &self.0 {
            match random.below(20) {
                0 => {}
                1 => blocks.push(Block { said: block.said.changed(random), ..block.clone() }),
                _ => blocks.push(block.clone()),
            }
        }
        Self(blocks)
    }

    /// Its Markdown in a language.
    pub(crate) fn markdown(&self, language: &Language) -> String {
        let mut text = format!("---\ntitle: {}\n---\n\n", language.word(1));
        for block in &self.0 {
            block.write(language, &mut text);
        }
        text
    }
}

impl Block {
    fn write(&self, language: &Language, out: &mut String) {
        let (said, at) = (self.said.text(language), self.number);
        let _ = match at % 10 {
            0 => write!(out, "## {} {at}\n\n", language.word(at)),
            1 => write!(out, "{said} See [{}](/guide/{at}).\n\n", language.word(at)),
            2 | 3 => writeln!(out, "- {said} `option-{at}`"),
            4 => write!(out, "- {said}\n\n"),
            5 => write!(out, "> {said} *{}*\n\n", language.word(at)),
            6 => write!(out, "```sh\nrun --step {at}\n```\n\n"),
            _ => write!(out, "{said}\n\n"),
        };
    }
}

/// What is found in a text of Markdown.
pub(crate) fn read(text: &str) -> Extracted {
    extract(Format::Markdown, text.as_bytes(), &FieldRules::default())
}

/// The blocks among units, in order.
pub(crate) fn blocks(extracted: &Extracted) -> Vec<&Unit> {
    extracted.units.iter().filter(|it| it.key.is_none()).collect()
}
