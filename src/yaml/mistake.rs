//! A mistake in a text, in words for people who are not programmers.

use crate::diagnostic::{Code, Place};
use crate::text::{clean, shorten, squeeze};

/// The most of a text that a message quotes.
const LONGEST_QUOTE: usize = 60;

/// A mistake in a text and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    pub code: Code,
    /// None for the text as a whole.
    pub place: Option<Place>,
    /// In one line, safe to print.
    pub message: String,
    /// The remedy, in one line, safe to print.
    pub help: Option<String>,
}

impl Mistake {
    /// A mistake in words that may quote anything: they are made safe and not too long.
    pub(super) fn new(code: Code, place: Option<Place>, message: &str, help: Option<&str>) -> Self {
        let safe = |words: &str| clean(&squeeze(words)).into_owned();
        Self { code, place, message: safe(message), help: help.map(safe) }
    }
}

/// The beginning of a text, safe to print.
pub(super) fn start(text: &str) -> String {
    clean(&shorten(text, LONGEST_QUOTE)).into_owned()
}

/// A text as a message quotes it.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", start(text))
}
