//! The messages on broken YAML, in words for people who are not programmers.

use granit_parser::ErrorKind as Error;

use crate::diagnostic::{Code, Diagnostic, Place, Spot};
use crate::text::shorten;

/// Lists and mappings inside each other; a corpus needs seven.
pub(super) const MAX_DEPTH: usize = 64;

/// A refusal of the parser in words, and what to do about it.
pub(super) fn syntax(error: &Error) -> (Code, String, &'static str) {
    let (message, help) = match error {
        Error::RecursionLimitExceeded => {
            let message = format!("more than {MAX_DEPTH} nested lists and mappings");
            return (Code::TooLarge, message, "close the brackets before this");
        }
        Error::DirectiveDisallowed => {
            let help = "remove the line, or put quotes around text that begins with '%'";
            return (Code::Unsupported, "directives are not part of the format".into(), help);
        }
        Error::UnclosedQuotedScalar | Error::DocumentIndicatorInQuotedScalar => {
            ("this quote is never closed", "end the text with the same quote")
        }
        Error::UnknownQuotedScalarEscape | Error::InvalidQuotedScalarHexEscape | Error::InvalidUnicodeEscape => (
            "unknown escape: in double quotes a backslash begins an escape",
            "write \\\\ for a backslash, or put the text in single quotes",
        ),
        Error::MappingValueNotAllowed | Error::MappingKeyNotAllowed | Error::InvalidColonPlacement => (
            "a colon with a space after it is not allowed here",
            "put quotes around text with ': ' in it, and check the indentation",
        ),
        Error::SimpleKeyExpected | Error::InvalidSimpleKey => {
            ("expected a key with a value", "write 'key: value'; the lines of a longer text are indented further than its key")
        }
        Error::InvalidTrailingSingleQuotedScalar | Error::InvalidTrailingDoubleQuotedScalar => {
            ("nothing can follow the closing quote", "put quotes around the whole text")
        }
        Error::ExpectedBlockMappingKey => {
            ("this does not fit the mapping around it", "indent the key like its neighbors, or put quotes around the whole text")
        }
        Error::ExpectedBlockSequenceEntry => {
            ("this does not fit the list around it", "begin each entry with '- ', indented like the others")
        }
        Error::ExpectedFlowSequenceSeparator | Error::UnclosedFlowCollection { open: '[' } => {
            ("a comma or ']' is missing in the list", "close the list, or put quotes around its texts")
        }
        Error::ExpectedFlowMappingSeparator | Error::UnclosedFlowCollection { .. } => {
            ("a comma or '}' is missing in the mapping", "close the mapping, or put quotes around its texts")
        }
        Error::TabInIndentation | Error::TabInBlockIndentation | Error::TabNotAllowed | Error::TabInPlainScalar => {
            ("a tab cannot indent a line", "use spaces")
        }
        Error::BlockSequenceEntryNotAllowed => ("a list cannot begin here", "begin it on the line after its key"),
        Error::ExpectedDocumentStart | Error::InvalidDocumentEnd => {
            ("the document has ended before this line", "check the indentation of the line, and its quotes")
        }
        Error::ExpectedNodeContent => ("a value is missing here", "write one, or remove the comma or colon"),
        Error::InvalidBlockScalarHeader => {
            ("text after '|' or '>' begins on the next line", "put quotes around text that begins with '|' or '>'")
        }
        Error::UnexpectedCharacter { character } => {
            return (Code::Syntax, format!("text cannot begin with {}", quoted(&character.to_string())), "put quotes around it");
        }
        other => {
            let help = "put quotes around texts with special characters, and check the indentation";
            return (Code::Syntax, other.to_string(), help);
        }
    };
    (Code::Syntax, message.into(), help)
}

/// A problem at a place, or of the text as a whole. Which file it is in is not known here.
pub(super) fn problem(code: Code, place: Option<Place>, message: &str, help: Option<&str>) -> Box<Diagnostic> {
    let mut problem = Diagnostic::new(code, message, Spot { place, ..Spot::file(String::new()) });
    if let Some(help) = help {
        problem.help(help);
    }
    Box::new(problem)
}

/// A text as a message quotes it.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", shorten(text, 60))
}
