//! A text as terms are looked for in it.

use std::collections::HashMap;

use crate::language::Language;
use crate::token::{Token, tokens};
use crate::trie::Trie;

/// A text with its tokens, each different word of it reduced to its stem once.
pub(crate) struct Reading<'a> {
    text: &'a str,
    pub(crate) language: &'a Language,
    pub(crate) tokens: Vec<Token>,
    /// The number of each token's word.
    words: Vec<usize>,
    /// Of each word, what terms know of it.
    forms: Vec<Option<Form>>,
}

/// A word whose stem a term has.
pub(crate) struct Form {
    /// What stands for the stem.
    pub(crate) symbol: u32,
    /// The word without case and optional marks.
    pub(crate) loose: String,
}

impl<'a> Reading<'a> {
    /// Reads a text for the terms of a trie.
    pub(crate) fn new(text: &'a str, language: &'a Language, trie: &Trie) -> Self {
        let tokens = if trie.is_empty() { Vec::new() } else { tokens(text, language) };
        let mut known = HashMap::new();
        let mut forms = Vec::new();
        let mut number = |token: &Token| {
            let word = &text[token.span.clone()];
            *known.entry(word).or_insert_with(|| {
                let symbol = trie.symbol(&language.stem(word));
                forms.push(symbol.map(|symbol| Form { symbol, loose: language.loose(word) }));
                forms.len() - 1
            })
        };
        let words = tokens.iter().map(&mut number).collect();
        Self { text, language, tokens, words, forms }
    }

    /// The characters of a token.
    pub(crate) fn written(&self, token: usize) -> &str {
        self.tokens.get(token).and_then(|it| self.text.get(it.span.clone())).unwrap_or_default()
    }

    /// What terms know of a token's word; nothing where none has its stem.
    pub(crate) fn form(&self, token: usize) -> Option<&Form> {
        self.forms.get(*self.words.get(token)?)?.as_ref()
    }
}
