//! What a candidate brings: education, experience, trade and licenses.

use serde::{Deserialize, Serialize};

use super::keyed::keyed;
use super::{Id, Statement, Years};

/// What a role asks of a candidate.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Requirements {
    /// Degrees, with how far each is needed.
    pub education: Vec<Education>,
    /// Years of work, by kind.
    pub experience: Vec<Experience>,
    /// Where people come from by trade.
    pub backgrounds: Vec<Statement>,
    /// Licenses and certificates.
    pub certifications: Vec<Statement>,
}

/// A degree and how far it is needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Education {
    /// The degree.
    pub degree: Degree,
    /// How far it is needed.
    pub need: Need,
    /// Field of study, or what limits the statement.
    pub note: Option<String>,
    #[serde(default)]
    pub sources: Vec<Id>,
}

keyed! {
    /// A degree.
    pub enum Degree {
        /// Bachelor's.
        Bachelor = "bachelor" as "Bachelor's degree",
        /// Master's of any kind.
        Master = "master" as "Master's degree",
        /// Master of Business Administration.
        Mba = "mba" as "MBA",
        /// Doctorate.
        Doctorate = "doctorate" as "Doctorate",
    }
}

keyed! {
    /// How far something is needed.
    pub enum Need {
        /// Nobody is taken without it.
        Minimum = "minimum",
        /// Most have it.
        Usual = "usual",
        /// Employers like to see it.
        Preferred = "preferred",
        /// It helps and can be done without.
        Optional = "optional",
    }
}

/// Years of work of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Experience {
    /// Which years are counted.
    pub kind: ExperienceKind,
    /// How many.
    pub years: Years,
    /// The field, or what limits the statement.
    pub note: Option<String>,
    #[serde(default)]
    pub sources: Vec<Id>,
}

keyed! {
    /// Which years of work are counted.
    pub enum ExperienceKind {
        /// All of working life.
        Total = "total" as "In all",
        /// In senior leadership.
        SeniorLeadership = "senior-leadership" as "In senior leadership",
        /// In management of any rank.
        Management = "management" as "In management",
        /// In the role's own field.
        Field = "field" as "In the field",
    }
}
