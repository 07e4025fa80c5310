//! Requirements of a role: education, experience, trade and licenses.

use serde::{Deserialize, Serialize};

use super::keyed::keyed;
use super::{Id, Statement, Years};

/// The requirements of a role.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Requirements {
    pub education: Vec<Education>,
    pub experience: Vec<Experience>,
    /// Former trades.
    pub backgrounds: Vec<Statement>,
    pub certifications: Vec<Statement>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Education {
    pub degree: Degree,
    pub need: Need,
    /// Field of study, or limits of the statement.
    pub note: Option<String>,
    #[serde(default)]
    pub sources: Vec<Id>,
}

keyed! {
    /// A degree.
    pub enum Degree {
        Bachelor = "bachelor" as "Bachelor's degree",
        Master = "master" as "Master's degree",
        Mba = "mba" as "MBA",
        Doctorate = "doctorate" as "Doctorate",
    }
}

keyed! {
    /// The force of a requirement.
    pub enum Need {
        Minimum = "minimum",
        Usual = "usual",
        Preferred = "preferred",
        Optional = "optional",
    }
}

/// Years of work of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Experience {
    pub kind: ExperienceKind,
    pub years: Years,
    /// The field, or limits of the statement.
    pub note: Option<String>,
    #[serde(default)]
    pub sources: Vec<Id>,
}

keyed! {
    /// The work that counts.
    pub enum ExperienceKind {
        Total = "total" as "In all",
        SeniorLeadership = "senior-leadership" as "In senior leadership",
        Management = "management" as "In management",
        Field = "field" as "In the field",
    }
}
