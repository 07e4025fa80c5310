//! Lines of reporting and lines of career.

use serde::{Deserialize, Serialize};

use super::Id;
use super::keyed::keyed;

/// Superiors, direct reports and functions of a role.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Reporting {
    pub reports_to: Vec<Superior>,
    pub direct_reports: Vec<DirectReport>,
    pub oversees: Vec<Oversight>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Superior {
    pub to: Id,
    pub how: How,
    /// In which companies.
    pub when: Option<String>,
    #[serde(default)]
    pub sources: Vec<Id>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectReport {
    pub from: Id,
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
    pub function: Id,
    pub how: How,
    /// In which companies.
    pub when: Option<String>,
    #[serde(default)]
    pub sources: Vec<Id>,
}

keyed! {
    /// Frequency of a line, most usual first.
    pub enum How {
        Usual = "usual",
        Sometimes = "sometimes",
        Rarely = "rarely",
    }
}

/// Posts held before and after a role.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Career {
    pub from: Vec<CareerStep>,
    pub to: Vec<CareerStep>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CareerStep {
    pub role: Id,
    /// Sideways; other steps are up.
    #[serde(default)]
    pub lateral: bool,
    /// Limits of the statement.
    pub note: Option<String>,
    #[serde(default)]
    pub sources: Vec<Id>,
}

impl CareerStep {
    /// Whether it is lateral, and its note: `as a lateral move, in large companies`.
    pub fn limits(&self) -> Option<String> {
        let parts = [self.lateral.then_some("as a lateral move"), self.note.as_deref()];
        let said: Vec<&str> = parts.into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join(", "))
    }
}
