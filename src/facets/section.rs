//! What people select with `--section` and see under one heading.

use serde::Serialize;

use super::Facet;

/// A part of a profile or a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Section {
    /// Counts of what is shared and what is not.
    Overview,
    /// What the role does.
    Duties,
    /// What it takes.
    Skills,
    /// Education, experience, backgrounds and licenses.
    Requirements,
    /// Superiors, direct reports, functions overseen.
    Reporting,
    /// Figures and what else is known of pay.
    Salary,
    /// What the role is measured by.
    Metrics,
    /// What the business gains.
    Impact,
    /// What makes it hard.
    Challenges,
    /// Where, when and how the work is done.
    Environment,
    /// Rank and place.
    Standing,
    /// Differences by company and time.
    Variations,
    /// Kinds of the role.
    Archetypes,
    /// Posts before and after.
    Career,
    /// When a company wants the role.
    Hiring,
    /// What pairs of roles have together.
    Together,
    /// Where sources contradict each other.
    Disagreements,
}

impl Section {
    /// Every section, in the order they are shown.
    pub const ALL: [Self; 17] = [
        Self::Overview,
        Self::Duties,
        Self::Skills,
        Self::Requirements,
        Self::Reporting,
        Self::Salary,
        Self::Metrics,
        Self::Impact,
        Self::Challenges,
        Self::Environment,
        Self::Standing,
        Self::Variations,
        Self::Archetypes,
        Self::Career,
        Self::Hiring,
        Self::Together,
        Self::Disagreements,
    ];

    /// The word people type and machine formats use.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Duties => "duties",
            Self::Skills => "skills",
            Self::Requirements => "requirements",
            Self::Reporting => "reporting",
            Self::Salary => "salary",
            Self::Metrics => "metrics",
            Self::Impact => "impact",
            Self::Challenges => "challenges",
            Self::Environment => "environment",
            Self::Standing => "standing",
            Self::Variations => "variations",
            Self::Archetypes => "archetypes",
            Self::Career => "career",
            Self::Hiring => "hiring",
            Self::Together => "together",
            Self::Disagreements => "disagreements",
        }
    }

    /// The words of its heading.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Duties => "Duties",
            Self::Skills => "Skills",
            Self::Requirements => "Requirements",
            Self::Reporting => "Reporting",
            Self::Salary => "Salary",
            Self::Metrics => "Metrics",
            Self::Impact => "Impact",
            Self::Challenges => "Challenges",
            Self::Environment => "Work environment",
            Self::Standing => "Standing",
            Self::Variations => "Variations",
            Self::Archetypes => "Kinds of the role",
            Self::Career => "Career",
            Self::Hiring => "When to hire",
            Self::Together => "Together",
            Self::Disagreements => "Where sources disagree",
        }
    }

    /// Its fields in the file of a role.
    pub const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Overview => &["extends", "acronym", "alternate_titles", "acronym_also_means", "level", "function", "summary"],
            Self::Duties => &["duties"],
            Self::Skills => &["skills"],
            Self::Requirements => &["requirements"],
            Self::Reporting => &["reporting"],
            Self::Salary => &["salary", "compensation"],
            Self::Metrics => &["metrics"],
            Self::Impact => &["impact"],
            Self::Challenges => &["challenges"],
            Self::Environment => &["work_environment"],
            Self::Standing => &["standing"],
            Self::Variations => &["variations"],
            Self::Archetypes => &["archetypes"],
            Self::Career => &["career"],
            Self::Hiring => &["hire_when"],
            Self::Together => &[],
            Self::Disagreements => &["disagreements"],
        }
    }

    /// Its facets, in the order they are shown.
    pub fn facets(self) -> impl Iterator<Item = Facet> {
        Facet::ALL.into_iter().filter(move |facet| facet.section() == self)
    }
}
