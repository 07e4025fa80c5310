//! Problems of a text in words for people who are not programmers.

use crate::diagnostic::{Code, Diagnostic, Place, Spot};
use crate::text::{clean, shorten};

/// A problem at a place, or of the text as a whole. Which file it is in is not known here.
pub(super) fn problem(code: Code, place: Option<Place>, message: &str, help: Option<&str>) -> Box<Diagnostic> {
    let mut problem = Diagnostic::new(code, message, Spot { place, ..Spot::file(String::new()) });
    if let Some(help) = help {
        problem.help(help);
    }
    Box::new(problem)
}

/// The beginning of a text, safe to print.
pub(super) fn start(text: &str) -> String {
    clean(&shorten(text, 60)).into_owned()
}

/// A text as a message quotes it.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", start(text))
}
