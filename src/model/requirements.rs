//! What a candidate brings: education, experience, trade and licenses.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Sources, Statement, Text, Years};

/// What a role asks of a candidate.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct Requirements<'a> {
    /// Degrees, with how far each is needed.
    pub education: Vec<Education<'a>>,
    /// Years of work, by kind.
    pub experience: Vec<Experience<'a>>,
    /// Where people come from by trade.
    pub backgrounds: Vec<Statement<'a>>,
    /// Licenses and certificates.
    pub certifications: Vec<Statement<'a>>,
}

/// A degree and how far it is needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Education<'a> {
    /// The degree.
    pub degree: Degree,
    /// How far it is needed.
    pub need: Need,
    /// Field of study, or what limits the statement.
    #[serde(default)]
    pub note: Option<Text<'a>>,
    /// Who says so.
    #[serde(default)]
    pub sources: Sources<'a>,
}

/// A degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Degree {
    /// Bachelor's.
    Bachelor,
    /// Master's of any kind.
    Master,
    /// Master of Business Administration.
    Mba,
    /// Doctorate.
    Doctorate,
}

impl Degree {
    /// The word used in files and machine formats.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Bachelor => "bachelor",
            Self::Master => "master",
            Self::Mba => "mba",
            Self::Doctorate => "doctorate",
        }
    }

    /// The words people read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Bachelor => "Bachelor's degree",
            Self::Master => "Master's degree",
            Self::Mba => "MBA",
            Self::Doctorate => "Doctorate",
        }
    }
}

/// How far something is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// Nobody is taken without it.
    Minimum,
    /// Most have it.
    Usual,
    /// Employers like to see it.
    Preferred,
    /// It helps and can be done without.
    Optional,
}

impl Need {
    /// The word used in files, machine formats and tables alike.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Minimum => "minimum",
            Self::Usual => "usual",
            Self::Preferred => "preferred",
            Self::Optional => "optional",
        }
    }
}

/// Years of work of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Experience<'a> {
    /// Which years are counted.
    pub kind: ExperienceKind,
    /// How many.
    pub years: Years,
    /// The field, or what limits the statement.
    #[serde(default)]
    pub note: Option<Text<'a>>,
    /// Who says so.
    #[serde(default)]
    pub sources: Sources<'a>,
}

/// Which years of work are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExperienceKind {
    /// All of working life.
    Total,
    /// In senior leadership.
    SeniorLeadership,
    /// In management of any rank.
    Management,
    /// In the role's own field.
    Field,
}

impl ExperienceKind {
    /// The word used in files and machine formats.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::SeniorLeadership => "senior-leadership",
            Self::Management => "management",
            Self::Field => "field",
        }
    }

    /// The words people read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Total => "In all",
            Self::SeniorLeadership => "In senior leadership",
            Self::Management => "In management",
            Self::Field => "In the field",
        }
    }
}
