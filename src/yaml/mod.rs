//! Reads and writes YAML.
//!
//! `tree` guards the door: it refuses what the format leaves out, such as anchors and second documents. `serde_yaml` then reads
//! the text into a type. When either refuses, `shape` reads the tree once more to find every mistake with its place, and
//! `wording` puts the mistakes into plain words.

mod places;
mod shape;
mod tree;
mod wording;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub use places::{Shape, keys, outline, places};
pub use tree::Place;

use tree::Tree;

/// Bytes of one text. Hundreds of roles fit into one file.
pub const LONGEST_TEXT: usize = 32 << 20;

/// A mistake in a text and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    pub kind: MistakeKind,
    /// None for the text as a whole.
    pub place: Option<Place>,
    /// In one line, safe to print.
    pub message: String,
    /// The remedy, in one line, safe to print.
    pub help: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MistakeKind {
    /// The text is not YAML.
    Syntax,
    /// YAML outside the format: anchors, aliases, tags, directives, several documents.
    Unsupported,
    /// Too long, too deeply nested or too many nodes.
    TooLarge,
    /// Nothing but comments and space.
    Empty,
    /// A key that the mapping does not have.
    UnknownKey,
    /// A required key that is left out.
    MissingKey,
    /// A key that stands twice in a mapping.
    RepeatedKey,
    /// A list, text, number or mapping where something else is expected.
    WrongType,
    /// A word or text outside those allowed.
    WrongValue,
}

/// Reads one YAML document.
///
/// # Errors
/// The syntax error, or every mistake that keeps the text from being a `T`, in order (at most a hundred). There is always at
/// least one.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Vec<Mistake>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > LONGEST_TEXT {
        return Err(vec![wording::too_long()]);
    }
    if let Some((at, character)) = odd_character(text) {
        return Err(vec![wording::odd_character(text, at, character)]);
    }
    let parse = || Tree::parse(text).map_err(|refusal| vec![wording::refused(text, &refusal)]);
    let tree = parse()?;
    let is_empty = tree.is_null(Tree::ROOT);
    if !tree.repeated.is_empty() {
        return Err(wording::mistakes(&tree, shape::mistakes::<T>(&tree)));
    }
    // A tree takes several times the memory of its text.
    drop(tree);
    serde_yaml::from_str(text).map_err(|error| {
        if is_empty {
            return vec![wording::empty()];
        }
        let found = parse().map(|tree| wording::mistakes(&tree, shape::mistakes::<T>(&tree)));
        match found {
            Ok(found) if found.is_empty() => vec![wording::unexplained(&error)],
            Ok(found) | Err(found) => found,
        }
    })
}

/// The first character that YAML does not allow, or that readers treat differently.
fn odd_character(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|&(_, character)| match character {
        '\t' | '\n' | '\r' => false,
        '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => true,
        character => character.is_control(),
    })
}

/// Writes a value as one YAML document.
///
/// # Errors
/// When YAML cannot hold the value, such as a map in a key.
pub fn write<T: Serialize>(value: &T) -> serde_yaml::Result<String> {
    serde_yaml::to_string(value)
}
