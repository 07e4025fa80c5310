//! Reads and writes YAML.
//!
//! `tree` reads a document with the place of each value and refuses what the format leaves out, such as anchors and second
//! documents. `validate` holds the tree against a JSON Schema and finds every mistake in one go. `serde_yaml` then reads the text
//! into a type.

mod messages;
mod tree;
mod validate;

use serde::Serialize;
use serde::de::DeserializeOwned;

use messages::problem;
pub use tree::{LONGEST_TEXT, NodeId, NodeKind, Tree};
pub use validate::{Form, Schema};

use crate::diagnostic::{Code, Diagnostic, Place};

/// Reads a text into a type; the error is the first mistake, in the words of `serde_yaml`.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Box<Diagnostic>> {
    serde_yaml::from_str(text).map_err(|error| {
        let place = error.location().map(|at| Place { line: at.line(), column: at.column(), width: 1 });
        problem(Code::WrongValue, place, &error.to_string(), None)
    })
}

/// Writes a value as one YAML document.
pub fn write<T: Serialize>(value: &T) -> serde_yaml::Result<String> {
    serde_yaml::to_string(value)
}
