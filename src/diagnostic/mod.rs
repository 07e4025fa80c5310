//! A problem in a corpus, as data: its kind, its place and the remedy.

mod code;

use std::fmt;
use std::sync::Arc;

pub use code::{Code, Severity};

use crate::text::{clean, squeeze};

/// A place in a text: lines and columns are counted from 1, columns and width in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub line: usize,
    pub column: usize,
    /// At least 1.
    pub width: usize,
}

impl Place {
    /// The place of the character at a byte.
    pub fn at(text: &str, byte: usize) -> Self {
        let before = text[..byte].replace("\r\n", "\n").replace('\r', "\n");
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self { line: before.matches('\n').count() + 1, column, width: 1 }
    }
}

/// One problem in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: Code,
    /// Safe to print.
    pub message: String,
    pub spot: Spot,
    /// Other places that matter, each with a label: the first of two equal entries.
    pub related: Vec<(String, Spot)>,
    /// The remedy, safe to print.
    pub help: Option<String>,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The name of the file, safe to print.
    pub file: String,
    /// None for the file as a whole.
    pub place: Option<Place>,
    /// The text of the file, shared by all of its spots, so that a line can be shown; empty if it could not be read.
    pub text: Arc<str>,
}

impl Spot {
    /// A file as a whole.
    pub fn file(name: String) -> Self {
        Self { file: name, place: None, text: Arc::default() }
    }
}

impl Diagnostic {
    /// A problem in words that may quote anything: they are made safe and not too long.
    pub fn new(code: Code, message: impl AsRef<str>, spot: Spot) -> Self {
        Self { code, message: clean(&squeeze(message.as_ref())).into_owned(), spot, related: Vec::new(), help: None }
    }

    pub fn help(&mut self, help: impl AsRef<str>) -> &mut Self {
        self.help = Some(clean(&squeeze(help.as_ref())).into_owned());
        self
    }

    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }
}

impl fmt::Display for Spot {
    /// `file:line:column`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        self.place.iter().try_for_each(|place| write!(f, ":{}:{}", place.line, place.column))
    }
}
