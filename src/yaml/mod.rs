//! Reads and writes YAML.
//!
//! `tree` reads a document with the place of each value and refuses what the format leaves out, such as anchors and second
//! documents. `validate` holds the tree against a JSON Schema and finds every mistake in one go. `serde_yaml` then reads the text
//! into a type.

mod mistake;
mod validate;
mod syntax;
mod tree;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub use mistake::Mistake;
pub use validate::{Form, Schema};
pub use tree::{LONGEST_TEXT, NodeId, NodeKind, Tree};

use crate::diagnostic::{Code, Place};

/// Reads a text into a type.
///
/// # Errors
/// The first mistake in the words of `serde_yaml`, for texts that no schema finds fault with.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Mistake> {
    serde_yaml::from_str(text).map_err(|error| {
        let place = error.location().map(|at| Place { line: at.line(), column: at.column(), width: 1 });
        Mistake::new(Code::WrongValue, place, &error.to_string(), None)
    })
}

/// Writes a value as one YAML document.
///
/// # Errors
/// When YAML cannot hold the value, such as a map in a key.
pub fn write<T: Serialize>(value: &T) -> serde_yaml::Result<String> {
    serde_yaml::to_string(value)
}
