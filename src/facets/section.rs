//! What people select with `--section` and see under one heading.

use serde::Serialize;

use super::Facet;

/// Defines the sections in the order they are shown, each with its key and heading.
macro_rules! sections {
    ($($name:ident, $key:literal, $label:literal;)*) => {
        /// A part of a profile or a comparison.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Section { $($name,)* }

        impl Section {
            pub const ALL: [Self; 17] = [$(Self::$name,)*];

            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            pub const fn label(self) -> &'static str {
                match self { $(Self::$name => $label,)* }
            }
        }
    };
}

sections! {
    Overview, "overview", "Overview";
    Duties, "duties", "Duties";
    Skills, "skills", "Skills";
    Requirements, "requirements", "Requirements";
    Reporting, "reporting", "Reporting";
    Salary, "salary", "Salary";
    Metrics, "metrics", "Metrics";
    Impact, "impact", "Impact";
    Challenges, "challenges", "Challenges";
    Environment, "environment", "Work environment";
    Standing, "standing", "Standing";
    Variations, "variations", "Variations";
    Archetypes, "archetypes", "Kinds of the role";
    Career, "career", "Career";
    Hiring, "hiring", "When to hire";
    Together, "together", "Together";
    Disagreements, "disagreements", "Where sources disagree";
}

impl Section {
    /// Its facets, in the order they are shown.
    pub fn facets(self) -> impl Iterator<Item = Facet> {
        Facet::ALL.into_iter().filter(move |facet| facet.section() == self)
    }
}
