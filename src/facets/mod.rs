//! A role read as lists of comparable items.
//!
//! A [`Facet`] names one such list, [`items()`] reads it, and a [`Section`] is what people select and see under one heading.

mod items;
mod passages;
mod pay;
mod section;

pub use items::{Item, Subject, qualified};
pub use passages::{List, Passage, pair_passages, role_passages};
pub use pay::{amounts, money, plain_money};
pub use section::Section;

use serde::Serialize;

use crate::corpus::Corpus;
use crate::model::Role;
use items::{archetypes, education, experience, of_line, oversees, statements, steps};

/// Defines the facets in the order of their sections, each with its key (that of the file, if it has one), label, the subject
/// of its rows, section, and how its items are read.
macro_rules! facets {
    (|$corpus:ident, $role:ident| $($name:ident, $key:literal, $label:literal, $row:literal, $section:ident, $items:expr;)*) => {
        /// A list of a role that is compared with the same list of other roles.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Facet { $($name,)* }

        impl Facet {
            pub const ALL: [Self; 21] = [$(Self::$name,)*];

            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            pub const fn label(self) -> &'static str {
                match self { $(Self::$name => $label,)* }
            }

            /// The subject of its rows, in a word.
            pub const fn row(self) -> &'static str {
                match self { $(Self::$name => $row,)* }
            }

            pub const fn section(self) -> Section {
                match self { $(Self::$name => Section::$section,)* }
            }
        }

        /// The items of a facet of a role, in the order they were written.
        pub fn items<'a>($corpus: &'a Corpus, $role: &'a Role, facet: Facet) -> Vec<(Subject<'a>, Item<'a>)> {
            match facet { $(Facet::$name => $items,)* }
        }
    };
}

facets! {
    |corpus, role|
    Duties, "duties", "Duties", "Topic", Duties, statements(corpus, &role.duties);
    Skills, "skills", "Skills", "Topic", Skills, statements(corpus, &role.skills);
    Education, "education", "Education", "Degree", Requirements, education(role);
    Experience, "experience", "Experience", "Years", Requirements, experience(role);
    Backgrounds, "backgrounds", "Backgrounds", "Topic", Requirements, statements(corpus, &role.requirements.backgrounds);
    Certifications, "certifications", "Licenses", "Topic", Requirements, statements(corpus, &role.requirements.certifications);
    ReportsTo, "reports_to", "Reports to", "Superior", Reporting, corpus.lines.up(&role.id).map(|line| of_line(corpus, line, &line.to)).collect();
    DirectReports, "direct_reports", "Direct reports", "Report", Reporting, corpus.lines.down(&role.id).map(|line| of_line(corpus, line, &line.from)).collect();
    Oversees, "oversees", "Oversees", "Function", Reporting, oversees(corpus, role);
    Compensation, "compensation", "More on pay", "Topic", Salary, statements(corpus, &role.compensation);
    Metrics, "metrics", "Metrics", "Topic", Metrics, statements(corpus, &role.metrics);
    Impact, "impact", "Impact", "Topic", Impact, statements(corpus, &role.impact);
    Challenges, "challenges", "Challenges", "Topic", Challenges, statements(corpus, &role.challenges);
    WorkEnvironment, "work_environment", "Work environment", "Topic", Environment, statements(corpus, &role.work_environment);
    Standing, "standing", "Standing", "Topic", Standing, statements(corpus, &role.standing);
    Variations, "variations", "Variations", "Topic", Variations, statements(corpus, &role.variations);
    Archetypes, "archetypes", "Kinds of the role", "Topic", Archetypes, archetypes(corpus, role);
    CareerFrom, "career_from", "Career: from", "Post", Career, steps(corpus, &role.career.from);
    CareerTo, "career_to", "Career: to", "Post", Career, steps(corpus, &role.career.to);
    HireWhen, "hire_when", "Hire one when", "Topic", Hiring, statements(corpus, &role.hire_when);
    Disagreements, "disagreements", "Where sources disagree", "Topic", Disagreements, statements(corpus, &role.disagreements);
}

impl Facet {
    /// Whether its items are statements rather than degrees, years, posts or functions.
    pub const fn has_statements(self) -> bool {
        use Facet::{CareerFrom, CareerTo, DirectReports, Education, Experience, Oversees, ReportsTo};
        !matches!(self, Education | Experience | ReportsTo | DirectReports | Oversees | CareerFrom | CareerTo)
    }

    /// Whether its topics are ideas that two roles may share. Headings such as `Rank` or `Tenure` are not: two entries under one
    /// of them may say opposite things.
    pub const fn has_ideas_for_topics(self) -> bool {
        use Facet::{Compensation, Disagreements, HireWhen, Standing, Variations, WorkEnvironment};
        !matches!(self, Standing | Variations | WorkEnvironment | Compensation | HireWhen | Disagreements)
    }
}

/// The role whose list a role has in a facet: its own, or one that it extends and whose list it takes over.
pub fn origin<'a>(corpus: &'a Corpus, role: &'a Role, facet: Facet) -> &'a Role {
    let base = role.extends.as_deref().and_then(|base| corpus.roles.get(base)).filter(|base| base.id != role.id);
    let is_taken_over = |base: &&Role| match facet {
        // The lines of other roles lead to the extended role, not to the one that extends it.
        Facet::ReportsTo => role.reporting.reports_to == base.reporting.reports_to,
        Facet::DirectReports => role.reporting.direct_reports == base.reporting.direct_reports,
        _ => items(corpus, role, facet) == items(corpus, base, facet),
    };
    base.filter(is_taken_over).map_or(role, |base| origin(corpus, base, facet))
}
