//! A problem in a corpus, as data: which kind, where, and what to do.

mod code;

use std::fmt;
use std::sync::Arc;

use crate::yaml::Place;
pub use code::{Code, Severity};

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

    /// The line that it is in, if there is one to show.
    pub fn line(&self) -> Option<&str> {
        let number = self.place?.line.checked_sub(1)?;
        self.text.lines().nth(number).filter(|line| !line.is_empty())
    }
}

impl Diagnostic {
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The line, from 1.
    pub fn line(&self) -> Option<usize> {
        self.spot.place.map(|place| place.line)
    }

    /// The column, from 1, in characters.
    pub fn column(&self) -> Option<usize> {
        self.spot.place.map(|place| place.column)
    }
}

impl fmt::Display for Spot {
    /// `file:line:column`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        self.place.iter().try_for_each(|place| write!(f, ":{}:{}", place.line, place.column))
    }
}

impl fmt::Display for Diagnostic {
    /// `file:line:column: error[code]: message`, then related places and the help, each on its own line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}[{}]: {}", self.spot, self.severity(), self.code, self.message)?;
        self.related.iter().try_for_each(|(what, spot)| write!(f, "\n  {spot}: {what}"))?;
        self.help.iter().try_for_each(|help| write!(f, "\n  help: {help}"))
    }
}
