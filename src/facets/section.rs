//! What people select with `--section` and see under one heading.

use serde::Serialize;

use super::Facet;

/// Defines the sections in the order they are shown, each with its key, heading and fields in the file of a role.
macro_rules! sections {
    ($($name:ident, $key:literal, $label:literal, [$($field:literal),*];)*) => {
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

            pub const fn fields(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($field),*],)* }
            }
        }
    };
}

sections! {
    Overview, "overview", "Overview", ["extends", "acronym", "alternate_titles", "acronym_also_means", "level", "function", "summary"];
    Duties, "duties", "Duties", ["duties"];
    Skills, "skills", "Skills", ["skills"];
    Requirements, "requirements", "Requirements", ["requirements"];
    Reporting, "reporting", "Reporting", ["reporting"];
    Salary, "salary", "Salary", ["salary", "compensation"];
    Metrics, "metrics", "Metrics", ["metrics"];
    Impact, "impact", "Impact", ["impact"];
    Challenges, "challenges", "Challenges", ["challenges"];
    Environment, "environment", "Work environment", ["work_environment"];
    Standing, "standing", "Standing", ["standing"];
    Variations, "variations", "Variations", ["variations"];
    Archetypes, "archetypes", "Kinds of the role", ["archetypes"];
    Career, "career", "Career", ["career"];
    Hiring, "hiring", "When to hire", ["hire_when"];
    Together, "together", "Together", [];
    Disagreements, "disagreements", "Where sources disagree", ["disagreements"];
}

impl Section {
    /// Its facets, in the order they are shown.
    pub fn facets(self) -> impl Iterator<Item = Facet> {
        Facet::ALL.into_iter().filter(move |facet| facet.section() == self)
    }
}
