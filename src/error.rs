//! How a run ends: with an outcome, or with an error that says what to do.

use std::{error, fmt, io};

use crate::diagnostic::Diagnostic;

/// The end of a run that did its work.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The answer is the "no" that was asked for: exit status 1.
    pub negative: bool,
    /// The answer does not cover all that was asked for: exit status 2.
    pub incomplete: bool,
    /// Notices for people, for standard error.
    pub notices: Vec<String>,
}

impl Outcome {
    /// The exit status: 0, 1 for a negative answer, 2 for an incomplete one.
    pub const fn status(&self) -> u8 {
        match (self.incomplete, self.negative) {
            (true, _) => Error::STATUS,
            (false, true) => 1,
            (false, false) => 0,
        }
    }
}

/// Why a run could not do its work: exit status 2.
#[derive(Debug)]
pub enum Error {
    /// In words already, safe to print, with a line break at its end: wrong arguments, or a corpus's problems as drawn.
    Worded(String),
    /// The question cannot be answered.
    Request {
        /// In one line, safe to print.
        message: String,
        /// What to type instead, a line each.
        help: Vec<String>,
    },
    /// The corpus cannot be read, or is not sound.
    Corpus(Vec<Diagnostic>),
    /// Trouble outside the program: files, the pager, the output.
    Other(anyhow::Error),
}

impl Error {
    /// The exit status of every error.
    pub const STATUS: u8 = 2;

    /// Whether the reader of the output has gone, which is no error.
    pub fn is_closed_pipe(&self) -> bool {
        let is_closed = |error: &io::Error| error.kind() == io::ErrorKind::BrokenPipe;
        matches!(self, Self::Other(error) if error.chain().any(|cause| cause.downcast_ref().is_some_and(is_closed)))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Worded(text) => f.write_str(text),
            Self::Request { message, help } => {
                writeln!(f, "error: {message}")?;
                if !help.is_empty() {
                    writeln!(f)?;
                }
                help.iter().try_for_each(|line| writeln!(f, "  {line}"))
            }
            Self::Corpus(problems) => {
                problems.iter().try_for_each(|problem| writeln!(f, "{}: {}", problem.spot, problem.message))
            }
            Self::Other(error) => writeln!(f, "error: {error:#}"),
        }
    }
}

impl error::Error for Error {}

impl From<anyhow::Error> for Error {
    fn from(error: anyhow::Error) -> Self {
        Self::Other(error)
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Other(anyhow::Error::new(error).context("cannot write the output"))
    }
}
