//! A role: what it does, what it takes, where it stands and what it pays.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::packed::{Packed, some};
use super::schema::{ID, or_text, titled_unless_extending};
use super::written::text_or_fields;
use super::{Career, Position, Reporting, Requirements, SalaryFigure, Sources, Text};

/// One executive role, as one file of `roles/` describes it.
///
/// Each list of [`Statement`]s is a facet; the same code compares them all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
#[schemars(transform = titled_unless_extending)]
pub struct Role<'a> {
    /// Unique among roles and positions; the file's name.
    #[schemars(pattern(ID))]
    pub id: Text<'a>,
    /// The role from which it takes over every field that it does not give itself.
    #[serde(default)]
    #[schemars(pattern(ID))]
    pub extends: Option<Text<'a>>,
    /// The full title; a role that extends another may leave it out, and is loaded with the other's.
    #[serde(default)]
    pub title: Text<'a>,
    /// The usual short form, if there is one.
    #[serde(default)]
    pub acronym: Option<Text<'a>>,
    /// Other titles of the same role.
    #[serde(default)]
    pub alternate_titles: Vec<Text<'a>>,
    /// Other readings of the acronym that may mislead.
    #[serde(default)]
    pub acronym_also_means: Vec<Cited<'a>>,
    /// Rank in the hierarchy.
    #[serde(default)]
    pub level: Option<Level>,
    /// The business function it belongs to.
    #[serde(default)]
    #[schemars(pattern(ID))]
    pub function: Option<Text<'a>>,
    /// What the role is for, in one sentence.
    #[serde(default)]
    pub summary: Option<Cited<'a>>,
    /// What the role does.
    #[serde(default)]
    pub duties: Vec<Statement<'a>>,
    /// What it takes.
    #[serde(default)]
    pub skills: Vec<Statement<'a>>,
    /// Education, experience, backgrounds and licenses.
    #[serde(default)]
    pub requirements: Requirements<'a>,
    /// Superiors, direct reports and functions overseen.
    #[serde(default)]
    pub reporting: Reporting<'a>,
    /// Published figures, one entry each.
    #[serde(default)]
    pub salary: Vec<SalaryFigure<'a>>,
    /// What is known of pay beside the figures.
    #[serde(default)]
    pub compensation: Vec<Statement<'a>>,
    /// What the role is measured by.
    #[serde(default)]
    pub metrics: Vec<Statement<'a>>,
    /// What the business gains.
    #[serde(default)]
    pub impact: Vec<Statement<'a>>,
    /// What makes the role hard.
    #[serde(default)]
    pub challenges: Vec<Statement<'a>>,
    /// Where, when and how the work is done.
    #[serde(default)]
    pub work_environment: Vec<Statement<'a>>,
    /// Rank, place in the leadership team, how common the post is.
    #[serde(default)]
    pub standing: Vec<Statement<'a>>,
    /// How the role differs by company and has changed over time.
    #[serde(default)]
    pub variations: Vec<Statement<'a>>,
    /// Kinds of the role.
    #[serde(default)]
    pub archetypes: Vec<Archetype<'a>>,
    /// Posts before and after.
    #[serde(default)]
    pub career: Career<'a>,
    /// When a company wants this role.
    #[serde(default)]
    pub hire_when: Vec<Statement<'a>>,
    /// Where the sources contradict each other.
    #[serde(default)]
    pub disagreements: Vec<Statement<'a>>,
}

impl<'a> Role<'a> {
    /// What to call the role where space is short: the acronym, else the shortest of its titles.
    #[must_use]
    pub fn short_name(&self) -> &str {
        short_name(&self.title, self.acronym.as_ref(), &self.alternate_titles)
    }

    /// The names of the role, without what it does.
    #[must_use]
    pub fn names(&self) -> Position<'a> {
        Position {
            id: self.id.clone(),
            title: self.title.clone(),
            acronym: self.acronym.clone(),
            alternate_titles: self.alternate_titles.clone(),
        }
    }

    /// Every list of statements, with its path of keys from the file's root.
    #[must_use]
    pub fn statements(&self) -> [(&'static str, &[Statement<'a>]); 13] {
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
pub(super) fn short_name<'t>(title: &'t str, acronym: Option<&'t Text>, alternate_titles: &'t [Text]) -> &'t str {
    let shortest = || alternate_titles.iter().map(Text::as_str).chain([title]).min_by_key(|title| title.len());
    acronym.map(Text::as_str).or_else(shortest).unwrap_or(title)
}

/// One thing that sources say of a role, in our words. In a file a bare text stands for a statement that has nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
#[schemars(!remote, transform = or_text)]
pub struct Statement<'a> {
    /// The shared idea by which it is compared; a statement without one is like no other but the very same.
    #[serde(default)]
    #[schemars(pattern(ID))]
    pub topic: Option<Text<'a>>,
    /// The statement itself.
    pub text: Text<'a>,
    /// Who says so.
    #[serde(default)]
    pub sources: Sources<'a>,
}

/// A kind of the role that a source names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Archetype<'a> {
    /// What the source calls it.
    pub name: Text<'a>,
    /// The shared idea by which it is compared.
    #[serde(default)]
    #[schemars(pattern(ID))]
    pub topic: Option<Text<'a>>,
    /// What marks it.
    pub text: Text<'a>,
    /// Who says so.
    #[serde(default)]
    pub sources: Sources<'a>,
}

/// A text with its sources and no topic. In a file a bare text stands for one without sources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
#[schemars(!remote, transform = or_text)]
pub struct Cited<'a> {
    /// The text.
    pub text: Text<'a>,
    /// Who says so.
    #[serde(default)]
    pub sources: Sources<'a>,
}

impl<'a> Packed<'a> for Statement<'a> {
    fn parts(&self) -> [&str; 3] {
        [self.topic.as_deref().unwrap_or_default(), &self.text, self.sources.as_str()]
    }

    fn from_parts([topic, text, sources]: [&'a str; 3]) -> Self {
        Self { topic: some(topic), text: Text::from(text), sources: Sources::of_joined(sources) }
    }
}

impl<'a> Packed<'a> for Cited<'a> {
    fn parts(&self) -> [&str; 3] {
        [&self.text, self.sources.as_str(), ""]
    }

    fn from_parts([text, sources, _]: [&'a str; 3]) -> Self {
        Self { text: Text::from(text), sources: Sources::of_joined(sources) }
    }
}

text_or_fields!(Statement, |text| Statement { topic: None, text, sources: Sources::default() });
text_or_fields!(Cited, |text| Cited { text, sources: Sources::default() });

/// Rank in the hierarchy, highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The chief officers.
    CSuite,
    /// Between vice president and chief officer.
    SeniorVicePresident,
    /// Heads a function or a large part of one.
    VicePresident,
    /// Heads a department.
    Director,
    /// Heads a team.
    Manager,
    /// Heads nobody.
    Staff,
}

impl Level {
    /// Every level, highest first.
    pub const ALL: [Self; 6] =
        [Self::CSuite, Self::SeniorVicePresident, Self::VicePresident, Self::Director, Self::Manager, Self::Staff];

    /// The word used in files and machine formats.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::CSuite => "c-suite",
            Self::SeniorVicePresident => "senior-vice-president",
            Self::VicePresident => "vice-president",
            Self::Director => "director",
            Self::Manager => "manager",
            Self::Staff => "staff",
        }
    }

    /// The words people read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::CSuite => "C-suite",
            Self::SeniorVicePresident => "Senior vice president",
            Self::VicePresident => "Vice president",
            Self::Director => "Director",
            Self::Manager => "Manager",
            Self::Staff => "Staff",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.key())
    }
}
