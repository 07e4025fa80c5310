//! Lines of reporting and lines of career.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::schema::ID;
use super::{Sources, Text};

/// Whom a role answers to, who answers to it, and what it oversees.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct Reporting<'a> {
    /// Superiors.
    pub reports_to: Vec<Superior<'a>>,
    /// People who answer to the role.
    pub direct_reports: Vec<DirectReport<'a>>,
    /// Functions in its charge.
    pub oversees: Vec<Oversight<'a>>,
}

/// A superior.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Superior<'a> {
    /// A role or a position.
    #[schemars(pattern(ID))]
    pub to: Text<'a>,
    /// How usual the line is.
    pub how: How,
    /// In which companies.
    #[serde(default)]
    pub when: Option<Text<'a>>,
    /// Who says so.
    #[serde(default)]
    pub sources: Sources<'a>,
}

/// A person who answers to the role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct DirectReport<'a> {
    /// A role or a position.
    #[schemars(pattern(ID))]
    pub from: Text<'a>,
    /// How usual the line is.
    pub how: How,
    /// In which companies.
    #[serde(default)]
    pub when: Option<Text<'a>>,
    /// Who says so.
    #[serde(default)]
    pub sources: Sources<'a>,
}

/// A function in the role's charge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Oversight<'a> {
    /// The function.
    #[schemars(pattern(ID))]
    pub function: Text<'a>,
    /// How usual that is.
    pub how: How,
    /// In which companies.
    #[serde(default)]
    pub when: Option<Text<'a>>,
    /// Who says so.
    #[serde(default)]
    pub sources: Sources<'a>,
}

/// How usual a line is, most usual first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// The rule.
    Usual,
    /// In some companies.
    Sometimes,
    /// The exception.
    Rarely,
}

impl How {
    /// The word used in files, machine formats and tables alike.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Sometimes => "sometimes",
            Self::Rarely => "rarely",
        }
    }
}

/// Posts held before and after a role.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct Career<'a> {
    /// Posts people come from.
    pub from: Vec<CareerStep<'a>>,
    /// Posts people go on to.
    pub to: Vec<CareerStep<'a>>,
}

/// A post before or after a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct CareerStep<'a> {
    /// A role or a position.
    #[schemars(pattern(ID))]
    pub role: Text<'a>,
    /// What limits the statement.
    #[serde(default)]
    pub note: Option<Text<'a>>,
    /// Who says so.
    #[serde(default)]
    pub sources: Sources<'a>,
}
