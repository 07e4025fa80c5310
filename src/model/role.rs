//! A role: what it does, what it takes, where it stands and what it pays.

use serde::{Deserialize, Serialize};

use super::keyed::keyed;
use super::written::text_or_fields;
use super::{Career, Glance, Id, Position, Reporting, Requirements, SalaryFigure};

/// One executive role, as one file of `roles/` describes it.
///
/// Each list of [`Statement`]s is a facet; the same code compares them all. A new list is a field here, a line in
/// [`Role::statements`] and one in `facets!`; the compiler names the other places, and a test those in `data/schema.json`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Unique among roles and positions; the file's name.
    pub id: Id,
    /// The role whose fields it inherits unless it gives them itself.
    pub extends: Option<Id>,
    /// A role that extends another may leave it out, and inherits the other's.
    #[serde(default)]
    pub title: String,
    /// The usual short form, if there is one.
    pub acronym: Option<String>,
    /// Other titles of the same role.
    #[serde(default)]
    pub alternate_titles: Vec<String>,
    /// Other readings of the acronym that may mislead.
    #[serde(default)]
    pub acronym_also_means: Vec<Cited>,
    /// Rank in the hierarchy.
    pub level: Option<Level>,
    /// The business function it belongs to.
    pub function: Option<Id>,
    /// The purpose of the role, in one sentence.
    pub summary: Option<Cited>,
    /// Short answers to the same questions for every role.
    #[serde(default)]
    pub glance: Vec<Glance>,
    #[serde(default)]
    pub duties: Vec<Statement>,
    #[serde(default)]
    pub skills: Vec<Statement>,
    /// Education, experience, backgrounds and licenses.
    #[serde(default)]
    pub requirements: Requirements,
    /// Superiors, direct reports and functions overseen.
    #[serde(default)]
    pub reporting: Reporting,
    /// Published figures, one entry each.
    #[serde(default)]
    pub salary: Vec<SalaryFigure>,
    /// Statements on pay besides the figures.
    #[serde(default)]
    pub compensation: Vec<Statement>,
    #[serde(default)]
    pub metrics: Vec<Statement>,
    /// The gains of the business.
    #[serde(default)]
    pub impact: Vec<Statement>,
    #[serde(default)]
    pub challenges: Vec<Statement>,
    /// Where, when and how the work is done.
    #[serde(default)]
    pub work_environment: Vec<Statement>,
    /// Rank, place in the leadership team, how common the post is.
    #[serde(default)]
    pub standing: Vec<Statement>,
    /// Differences by company and over time.
    #[serde(default)]
    pub variations: Vec<Statement>,
    #[serde(default)]
    pub archetypes: Vec<Archetype>,
    #[serde(default)]
    pub career: Career,
    #[serde(default)]
    pub hire_when: Vec<Statement>,
    /// Where the sources contradict each other.
    #[serde(default)]
    pub disagreements: Vec<Statement>,
}

impl Role {
    /// The acronym, else the shortest title.
    pub fn short_name(&self) -> &str {
        short_name(&self.title, self.acronym.as_ref(), &self.alternate_titles)
    }

    /// The role as a position.
    pub fn names(&self) -> Position {
        Position {
            id: self.id.clone(),
            title: self.title.clone(),
            acronym: self.acronym.clone(),
            alternate_titles: self.alternate_titles.clone(),
        }
    }

    /// Every list of statements, with its path of keys from the file's root.
    pub fn statements(&self) -> [(&'static str, &[Statement]); 13] {
        [
            ("duties", &self.duties),
            ("skills", &self.skills),
            ("requirements/backgrounds", &self.requirements.backgrounds),
            ("requirements/certifications", &self.requirements.certifications),
            ("compensation", &self.compensation),
            ("metrics", &self.metrics),
            ("impact", &self.impact),
            ("challenges", &self.challenges),
            ("work_environment", &self.work_environment),
            ("standing", &self.standing),
            ("variations", &self.variations),
            ("hire_when", &self.hire_when),
            ("disagreements", &self.disagreements),
        ]
    }
}

/// An acronym, else the shortest title.
pub(super) fn short_name<'t>(title: &'t str, acronym: Option<&'t String>, alternate_titles: &'t [String]) -> &'t str {
    let shortest = || alternate_titles.iter().map(String::as_str).chain([title]).min_by_key(|title| title.len());
    acronym.map(String::as_str).or_else(shortest).unwrap_or(title)
}

/// A statement on a role, in our words. In a file a bare text stands for a statement without topic and sources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct Statement {
    /// The shared idea by which it is compared.
    pub topic: Option<Id>,
    pub text: String,
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// A kind of the role that a source names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Archetype {
    pub name: String,
    /// The shared idea by which it is compared.
    pub topic: Option<Id>,
    pub text: String,
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// A text with its sources and no topic. In a file a bare text stands for one without sources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct Cited {
    pub text: String,
    #[serde(default)]
    pub sources: Vec<Id>,
}

text_or_fields!(Statement, |text| Statement { topic: None, text, sources: Vec::new() });
text_or_fields!(Cited, |text| Cited { text, sources: Vec::new() });

keyed! {
    /// Rank in the hierarchy, highest first.
    pub enum Level {
        CSuite = "c-suite" as "C-suite",
        /// Between vice president and chief officer.
        SeniorVicePresident = "senior-vice-president" as "Senior vice president",
        /// Heads a function or a large part of one.
        VicePresident = "vice-president" as "Vice president",
        Director = "director" as "Director",
        Manager = "manager" as "Manager",
        Staff = "staff" as "Staff",
    }
}
