//! Lines of reporting and lines of career.

use serde::{Deserialize, Serialize};

use super::Id;
use super::keyed::keyed;

/// Whom a role answers to, who answers to it, and what it oversees.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Reporting {
    /// Superiors.
    pub reports_to: Vec<Superior>,
    /// People who answer to the role.
    pub direct_reports: Vec<DirectReport>,
    /// Functions in its charge.
    pub oversees: Vec<Oversight>,
}

/// A superior.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Superior {
    /// A role or a position.
    pub to: Id,
    /// How usual the line is.
    pub how: How,
    /// In which companies.
    pub when: Option<String>,
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// A person who answers to the role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectReport {
    /// A role or a position.
    pub from: Id,
    /// How usual the line is.
    pub how: How,
    /// In which companies.
    pub when: Option<String>,
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// A function in the role's charge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Oversight {
    /// The function.
    pub function: Id,
    /// How usual that is.
    pub how: How,
    /// In which companies.
    pub when: Option<String>,
    #[serde(default)]
    pub sources: Vec<Id>,
}

keyed! {
    /// How usual a line is, most usual first.
    pub enum How {
        /// The rule.
        Usual = "usual",
        /// In some companies.
        Sometimes = "sometimes",
        /// The exception.
        Rarely = "rarely",
    }
}

/// Posts held before and after a role.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Career {
    /// Posts people come from.
    pub from: Vec<CareerStep>,
    /// Posts people go on to.
    pub to: Vec<CareerStep>,
}

/// A post before or after a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CareerStep {
    /// A role or a position.
    pub role: Id,
    /// What limits the statement.
    pub note: Option<String>,
    #[serde(default)]
    pub sources: Vec<Id>,
}
