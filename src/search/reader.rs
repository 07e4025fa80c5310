//! Texts as words, in the form that is compared.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use crate::likeness::{stands_alone, stems};

/// Reads words; each is brought into its form once.
#[derive(Default)]
pub(super) struct WordReader {
    forms: HashMap<String, Rc<str>>,
}

/// A word of a text.
pub(super) struct Token {
    /// Its place, in bytes.
    pub(super) at: Range<usize>,
    pub(super) form: Rc<str>,
}

impl WordReader {
    pub(super) fn read(&mut self, text: &str) -> Vec<Token> {
        tokens(text).into_iter().map(|at| Token { form: self.form(&text[at.clone()]), at }).collect()
    }

    /// The forms of the words of a text.
    pub(super) fn forms(&mut self, text: &str) -> Vec<String> {
        self.read(text).into_iter().map(|token| token.form.to_string()).collect()
    }

    fn form(&mut self, word: &str) -> Rc<str> {
        Rc::clone(self.forms.entry(word.to_lowercase()).or_insert_with_key(|word| form(word).into()))
    }

    /// Whether a word has been read in any of its forms.
    pub(super) fn has_met(&self, word: &str) -> bool {
        let form = form(word);
        self.forms.values().any(|met| **met == *form)
    }

    /// Every word so far, in lower case and alphabetical order.
    pub(super) fn words(&self) -> Vec<&str> {
        let mut words: Vec<&str> = self.forms.keys().map(String::as_str).collect();
        words.sort_unstable();
        words
    }
}

/// The stem in lower case without an `s`, so that "KPIs" finds "KPI"; of a number, the digits alone.
fn form(word: &str) -> String {
    let stem = stems(word).concat();
    stem.strip_suffix('s').filter(|rest| !rest.is_empty()).map_or_else(|| stem.clone(), str::to_owned)
}

/// The places of the words of a text. "P&L" and "150,000" are one word each; so is each character of a script without spaces.
pub(super) fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        let after = text[end..].chars().next().unwrap_or(' ');
        let is_inner = match character {
            '&' => before.is_alphanumeric() && after.is_alphanumeric(),
            ',' | '.' => before.is_ascii_digit() && after.is_ascii_digit(),
            _ => false,
        };
        if character.is_alphanumeric() || is_inner {
            let is_new = stands_alone(before) || stands_alone(character);
            match tokens.last_mut() {
                Some(last) if last.end == at && !is_new => last.end = end,
                _ => tokens.push(at..end),
            }
        }
        before = character;
    }
    tokens
}
