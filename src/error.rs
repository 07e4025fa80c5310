//! How a run ends: with an outcome, or with an error that says what to do.

use std::error;
use std::fmt;
use std::io;

use crate::diagnostic::{Diagnostic, Severity};

/// What a run that did its work found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The answer that was asked for is no: exit status 1.
    pub negative: bool,
    /// Remarks for people, for standard error.
    pub remarks: Vec<String>,
}

impl Outcome {
    /// The exit status it deserves: 0, or 1 for a negative answer.
    pub const fn status(&self) -> u8 {
        if self.negative { 1 } else { 0 }
    }
}

/// Why a run could not do its work: exit status 2.
#[derive(Debug)]
pub enum Error {
    /// The arguments are wrong; already worded and made safe to print, with a line break at its end.
    Usage(String),
    /// What was asked for cannot be answered.
    Request {
        /// What is wrong, in one line, safe to print.
        message: String,
        /// What to type instead, a line each.
        help: Vec<String>,
    },
    /// The corpus cannot be read, or is not sound.
    Corpus(Vec<Diagnostic>),
    /// The same as it is said on a terminal, with a line break at its end.
    Unsound {
        /// What is wrong.
        problems: Vec<Diagnostic>,
        /// The same in words, safe to print.
        drawn: String,
    },
    /// The answer was written, and does not cover all that was asked for; with remarks for people.
    Incomplete(Vec<String>),
    /// The answer could not be written.
    Output(io::Error),
}

impl Error {
    /// The exit status of every error.
    pub const STATUS: u8 = 2;

    /// Whether whoever read the output has gone, which is nobody's fault.
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) => f.write_str(text),
            Self::Request { message, help } => {
                writeln!(f, "error: {message}")?;
                if !help.is_empty() {
                    writeln!(f)?;
                }
                help.iter().try_for_each(|line| writeln!(f, "  {line}"))
            }
            Self::Corpus(problems) => {
                let errors = problems.iter().filter(|problem| problem.severity() == Severity::Error);
                errors.into_iter().try_for_each(|problem| writeln!(f, "{problem}"))
            }
            Self::Unsound { drawn, .. } => f.write_str(drawn),
            Self::Incomplete(remarks) => remarks.iter().try_for_each(|remark| writeln!(f, "{remark}")),
            Self::Output(error) => writeln!(f, "error: cannot write the output: {error}"),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Output(error) => Some(error),
            _ => None,
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
