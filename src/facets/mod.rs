//! A role read as lists of comparable items.
//!
//! Duties are lists of statements, degrees and superiors are not; comparing and showing want one shape for all of them. A
//! [`Facet`] names one such list, [`items()`] reads it, and a [`Section`] is what people select and see under one heading.

mod items;
mod pay;
mod section;

pub use items::{Item, Subject, items, qualified};
pub use pay::{amounts, money, plain_money};
pub use section::Section;

use serde::Serialize;

/// One list of a role that is compared with the same list of other roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Facet {
    /// What the role does.
    Duties,
    /// What it takes.
    Skills,
    /// Degrees.
    Education,
    /// Years of work.
    Experience,
    /// Trades people come from.
    Backgrounds,
    /// Licenses and certificates.
    Certifications,
    /// Superiors.
    ReportsTo,
    /// People who answer to the role.
    DirectReports,
    /// Functions in its charge.
    Oversees,
    /// Pay beside the figures.
    Compensation,
    /// What it is measured by.
    Metrics,
    /// What the business gains.
    Impact,
    /// What makes it hard.
    Challenges,
    /// Where, when and how the work is done.
    WorkEnvironment,
    /// Rank and place.
    Standing,
    /// Differences by company and time.
    Variations,
    /// Kinds of the role.
    Archetypes,
    /// Posts before.
    CareerFrom,
    /// Posts after.
    CareerTo,
    /// When a company wants the role.
    HireWhen,
    /// Where sources contradict each other.
    Disagreements,
}

impl Facet {
    /// Every facet, in the order of their sections.
    pub const ALL: [Self; 21] = [
        Self::Duties,
        Self::Skills,
        Self::Education,
        Self::Experience,
        Self::Backgrounds,
        Self::Certifications,
        Self::ReportsTo,
        Self::DirectReports,
        Self::Oversees,
        Self::Compensation,
        Self::Metrics,
        Self::Impact,
        Self::Challenges,
        Self::WorkEnvironment,
        Self::Standing,
        Self::Variations,
        Self::Archetypes,
        Self::CareerFrom,
        Self::CareerTo,
        Self::HireWhen,
        Self::Disagreements,
    ];

    /// The word used in machine formats; where a file has such a key, that key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Duties => "duties",
            Self::Skills => "skills",
            Self::Education => "education",
            Self::Experience => "experience",
            Self::Backgrounds => "backgrounds",
            Self::Certifications => "certifications",
            Self::ReportsTo => "reports_to",
            Self::DirectReports => "direct_reports",
            Self::Oversees => "oversees",
            Self::Compensation => "compensation",
            Self::Metrics => "metrics",
            Self::Impact => "impact",
            Self::Challenges => "challenges",
            Self::WorkEnvironment => "work_environment",
            Self::Standing => "standing",
            Self::Variations => "variations",
            Self::Archetypes => "archetypes",
            Self::CareerFrom => "career_from",
            Self::CareerTo => "career_to",
            Self::HireWhen => "hire_when",
            Self::Disagreements => "disagreements",
        }
    }

    /// The words people read.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Duties => "Duties",
            Self::Skills => "Skills",
            Self::Education => "Education",
            Self::Experience => "Experience",
            Self::Backgrounds => "Backgrounds",
            Self::Certifications => "Licenses",
            Self::ReportsTo => "Reports to",
            Self::DirectReports => "Direct reports",
            Self::Oversees => "Oversees",
            Self::Compensation => "More on pay",
            Self::Metrics => "Metrics",
            Self::Impact => "Impact",
            Self::Challenges => "Challenges",
            Self::WorkEnvironment => "Work environment",
            Self::Standing => "Standing",
            Self::Variations => "Variations",
            Self::Archetypes => "Kinds of the role",
            Self::CareerFrom => "Career: from",
            Self::CareerTo => "Career: to",
            Self::HireWhen => "Hire one when",
            Self::Disagreements => "Where sources disagree",
        }
    }

    /// What its rows are about, in a word.
    pub const fn row(self) -> &'static str {
        match self {
            Self::Education => "Degree",
            Self::Experience => "Years",
            Self::ReportsTo => "Superior",
            Self::DirectReports => "Report",
            Self::Oversees => "Function",
            Self::CareerFrom | Self::CareerTo => "Post",
            _ => "Topic",
        }
    }

    /// Whether its topics are ideas that two roles may share. Where they are mere headings, as `Rank` or `Tenure`, two entries
    /// under one of them may say opposite things, so that a share in common would tell nothing of how alike the roles are.
    pub const fn has_ideas_for_topics(self) -> bool {
        !matches!(self, Self::Standing | Self::Variations | Self::WorkEnvironment | Self::Compensation | Self::Disagreements)
    }

    /// The section it is part of.
    pub const fn section(self) -> Section {
        match self {
            Self::Duties => Section::Duties,
            Self::Skills => Section::Skills,
            Self::Education | Self::Experience | Self::Backgrounds | Self::Certifications => Section::Requirements,
            Self::ReportsTo | Self::DirectReports | Self::Oversees => Section::Reporting,
            Self::Compensation => Section::Salary,
            Self::Metrics => Section::Metrics,
            Self::Impact => Section::Impact,
            Self::Challenges => Section::Challenges,
            Self::WorkEnvironment => Section::Environment,
            Self::Standing => Section::Standing,
            Self::Variations => Section::Variations,
            Self::Archetypes => Section::Archetypes,
            Self::CareerFrom | Self::CareerTo => Section::Career,
            Self::HireWhen => Section::Hiring,
            Self::Disagreements => Section::Disagreements,
        }
    }
}
