//! Sections: the values of `--section` and the headings of pages.

use super::Facet;
use crate::model::keyed::keyed;

keyed! {
    /// A part of a profile or a comparison, in the order of the page.
    pub enum Section {
        Overview = "overview" as "Overview",
        Differences = "differences" as "Differences",
        InCommon = "in-common" as "In common",
        Duties = "duties" as "Duties",
        Skills = "skills" as "Skills",
        Requirements = "requirements" as "Requirements",
        Reporting = "reporting" as "Reporting",
        Salary = "salary" as "Salary",
        Metrics = "metrics" as "Metrics",
        Impact = "impact" as "Impact",
        Challenges = "challenges" as "Challenges",
        Environment = "environment" as "Work environment",
        Standing = "standing" as "Standing",
        Variations = "variations" as "Variations",
        Archetypes = "archetypes" as "Kinds of the role",
        Career = "career" as "Career",
        Hiring = "hiring" as "When to hire",
        Disagreements = "disagreements" as "Where sources disagree",
    }
}

impl Section {
    /// Its fields in the file of a role.
    pub fn fields(self) -> Vec<&'static str> {
        match self {
            Self::Overview => {
                vec!["extends", "acronym", "alternate_titles", "acronym_also_means", "level", "function", "summary", "glance"]
            }
            Self::Salary => vec!["salary", "compensation"],
            Self::Environment => vec!["work_environment"],
            Self::Hiring => vec!["hire_when"],
            Self::Differences | Self::InCommon => Vec::new(),
            _ => vec![self.key()],
        }
    }

    /// The section of a list of a pair.
    pub fn of_pair(list: &str) -> Self {
        if matches!(list, "collaboration" | "overlaps") { Self::InCommon } else { Self::Differences }
    }

    /// Its facets, in the order of the page.
    pub fn facets(self) -> impl Iterator<Item = Facet> {
        Facet::ALL.into_iter().filter(move |facet| facet.section() == self)
    }
}
