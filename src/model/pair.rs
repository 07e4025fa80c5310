//! Statements on two roles together.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Id, Statement};

/// Statements on two roles together, as in one file of `pairs/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// The two roles' ids joined by two hyphens; the file's name.
    pub id: Id,
    /// The two roles, in alphabetical order.
    pub roles: [String; 2],
    /// Differences along a named dimension.
    #[serde(default)]
    pub contrasts: Vec<Contrast>,
    #[serde(default)]
    pub collaboration: Vec<Statement>,
    #[serde(default)]
    pub overlaps: Vec<Statement>,
    #[serde(default)]
    pub conflicts: Vec<Statement>,
    /// Which of the two to hire, and when both.
    #[serde(default)]
    pub choice: Vec<Statement>,
    #[serde(default)]
    pub cases: Vec<Case>,
    /// Questions that readers ask, with the sources' answers.
    #[serde(default)]
    pub questions: Vec<Question>,
}

impl Pair {
    /// Every list of statements, with its key.
    pub fn statements(&self) -> [(&'static str, &[Statement]); 4] {
        [
            ("collaboration", &self.collaboration),
            ("overlaps", &self.overlaps),
            ("conflicts", &self.conflicts),
            ("choice", &self.choice),
        ]
    }
}

/// A difference along a named dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contrast {
    /// A word or two.
    pub dimension: String,
    /// The text for each role.
    pub sides: BTreeMap<String, String>,
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// A company as an example.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub title: String,
    /// The source made the company up.
    pub illustrative: bool,
    pub text: String,
    pub outcome: Option<String>,
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// A question with the sources' answer.
#[allow(clippy::struct_field_names)] // The field is the question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub question: String,
    pub answer: String,
    #[serde(default)]
    pub sources: Vec<Id>,
}
