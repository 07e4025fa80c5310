//! A problem in a corpus, as data: which kind, where, and what to do.

mod code;
mod lines;

use std::fmt;

pub use code::{Code, Severity};
pub use lines::Lines;

/// One problem in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of problem.
    pub code: Code,
    /// What is wrong, safe to print.
    pub message: String,
    /// Where.
    pub spot: Spot,
    /// Other places that have to do with it, with what each is: the first of two that are the same.
    pub related: Vec<(String, Spot)>,
    /// What to do about it, safe to print.
    pub help: Option<String>,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The file, as it was named to us, safe to print.
    pub file: String,
    /// Where in the file; none when it is the file as a whole.
    pub mark: Option<Mark>,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// In characters, at least 1.
    pub width: usize,
    /// The line as it stands in the file, without its end; not made safe, for that would move its columns. Of a line too long
    /// to be read it is the part around the mark.
    pub text: String,
    /// How many characters of the line are left out before the text.
    pub skipped: usize,
}

impl Diagnostic {
    /// How bad it is.
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The line, from 1; none when it is the file as a whole.
    pub fn line(&self) -> Option<usize> {
        self.spot.mark.as_ref().map(|mark| mark.line)
    }

    /// The column, from 1, in characters; none when it is the file as a whole.
    pub fn column(&self) -> Option<usize> {
        self.spot.mark.as_ref().map(|mark| mark.column)
    }
}

impl fmt::Display for Spot {
    /// `file:line:column`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        self.mark.iter().try_for_each(|mark| write!(f, ":{}:{}", mark.line, mark.column))
    }
}

impl fmt::Display for Diagnostic {
    /// `file:line:column: error[code]: message`, and related places and the help on lines of their own.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}[{}]: {}", self.spot, self.severity(), self.code, self.message)?;
        self.related.iter().try_for_each(|(what, spot)| write!(f, "\n  {spot}: {what}"))?;
        self.help.iter().try_for_each(|help| write!(f, "\n  help: {help}"))
    }
}
