//! Reads and writes YAML. The only file that names the YAML crate, and the guard against what that crate lets through.
//!
//! Anchors and aliases are refused before the reader sees them: nothing here needs them, their expansion can outgrow memory
//! (the reader's own limit grows with the file), and merge keys would be ignored without a word. The reader's messages quote
//! the text as it stands, so they are cleaned. Lists keyed by name guard against repeats themselves (`model::pair`).

mod outline;
mod places;

use serde::{Deserialize, Serialize};

pub use outline::{Shape, outline};
pub use places::{Place, places};

use crate::text::clean;

/// Why a text could not be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// Where the mistake is; none when the reader cannot tell.
    pub place: Option<Place>,
    /// What is wrong, safe to print.
    pub message: String,
}

/// Reads one YAML document.
///
/// # Errors
/// When the text is no YAML, uses anchors or aliases, or does not have the shape of `T`.
pub fn read<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, SyntaxError> {
    if let Some(place) = places::first_anchor_or_alias(text) {
        return Err(SyntaxError {
            place: Some(place),
            message: "anchors and aliases are not part of the format: write the value out".into(),
        });
    }
    serde_yaml::from_str(text).map_err(|error| {
        let message = error.to_string();
        let told = error.location().map(|at| Place { line: at.line(), column: at.column() });
        // Of a control character the reader tells no more than that there is one.
        let control = if message.contains("control characters") { places::first_control(text) } else { None };
        let place = opening_quote(&message).or(control).or(told);
        SyntaxError { place, message: clean(&without_location(&message)).into_owned() }
    })
}

/// Where a quote that is never closed was opened: the reader tells the end of the file first, then this.
fn opening_quote(message: &str) -> Option<Place> {
    let (_, place) = message.rsplit_once("while scanning a quoted scalar at line ")?;
    let (line, column) = place.split_once(" column ")?;
    Some(Place { line: line.parse().ok()?, column: column.parse().ok()? })
}

/// Writes a value as one YAML document.
///
/// # Errors
/// When the value has a shape YAML cannot hold, which none of ours has.
pub fn write<T: Serialize>(value: &T) -> Result<String, String> {
    serde_yaml::to_string(value).map_err(|error| error.to_string())
}

/// The reader appends " at line 3 column 5" to its messages; the place is shown before them instead.
fn without_location(message: &str) -> String {
    message.rfind(" at line ").map_or(message, |end| &message[..end]).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_and_aliases_are_refused_with_their_place() {
        let error = read::<Vec<String>>("- &a one\n- *a\n").expect_err("anchors were accepted");
        assert_eq!(error.place, Some(Place { line: 1, column: 3 }));
        assert!(error.message.contains("anchors"));
    }

    #[test]
    fn ampersands_and_asterisks_in_text_are_no_anchors() {
        let read: Vec<String> = read("- R&D & more\n- \"*bold*\"\n").expect("plain text");
        assert_eq!(read, ["R&D & more", "*bold*"]);
    }

    #[test]
    fn escapes_in_the_text_do_not_reach_the_message() {
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Empty {}
        let error = read::<Empty>("\"a\\e[31mb\": 1\n").expect_err("an unknown key was accepted");
        assert!(!error.message.contains('\u{1b}'), "{:?}", error.message);
    }
}
