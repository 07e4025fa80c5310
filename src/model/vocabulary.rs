//! What statements refer to: topics, functions, positions and sources.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::packed::{Packed, some};
use super::role::short_name;
use super::schema::{ID, URL};
use super::{Date, Text};

/// A topic or a business function: a shared idea with a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
#[schemars(!remote)]
pub struct Term<'a> {
    /// Unique among its kind.
    #[schemars(pattern(ID))]
    pub id: Text<'a>,
    /// The words people read.
    pub label: Text<'a>,
    /// The idea it is a part of; terms with one broader term are related.
    #[serde(default)]
    #[schemars(pattern(ID))]
    pub broader: Option<Text<'a>>,
}

impl<'a> Packed<'a> for Term<'a> {
    fn parts(&self) -> [&str; 3] {
        [&self.id, &self.label, self.broader.as_deref().unwrap_or_default()]
    }

    fn from_parts([id, label, broader]: [&'a str; 3]) -> Self {
        Self { id: Text::from(id), label: Text::from(label), broader: some(broader) }
    }
}

impl Serialize for Term<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() { Term::serialize(self, serializer) } else { self.pack(serializer) }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Term<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() { Term::deserialize(deserializer) } else { Term::unpack(deserializer) }
    }
}

/// The names of somebody; in `positions.yaml`, of those in reporting lines or careers who have no profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Position<'a> {
    /// Unique among roles and positions.
    #[schemars(pattern(ID))]
    pub id: Text<'a>,
    /// The full title.
    pub title: Text<'a>,
    /// The usual short form, if there is one.
    #[serde(default)]
    pub acronym: Option<Text<'a>>,
    /// Other titles of the same position.
    #[serde(default)]
    pub alternate_titles: Vec<Text<'a>>,
}

impl Position<'_> {
    /// What to call the position where space is short: the acronym, else the shortest of its titles.
    #[must_use]
    pub fn short_name(&self) -> &str {
        short_name(&self.title, self.acronym.as_ref(), &self.alternate_titles)
    }
}

/// A publication that statements rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Source<'a> {
    /// Unique among sources.
    #[schemars(pattern(ID))]
    pub id: Text<'a>,
    /// The publication's title.
    pub title: Text<'a>,
    /// Who put it out.
    pub publisher: Text<'a>,
    /// Where it was read.
    #[serde(default)]
    #[schemars(pattern(URL))]
    pub url: Option<Text<'a>>,
    /// When it came out; none when the page does not say.
    #[serde(default)]
    pub published: Option<Date>,
    /// How far to trust it.
    pub grade: Grade,
    /// What a reader should know before trusting it.
    #[serde(default)]
    pub note: Option<Text<'a>>,
}

/// How far to trust a source, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Grade {
    /// Official, a survey or original data.
    A,
    /// A named publisher's edited article.
    B,
    /// Content marketing, an aggregator, a copy, or an unsourced figure.
    C,
}

impl Grade {
    /// The letter.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }
}

/// What a corpus says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct About<'a> {
    /// What it is called.
    pub title: Option<Text<'a>>,
    /// The license of its texts and figures, as an SPDX identifier where there is one.
    pub license: Option<Text<'a>>,
    /// Whom to name where they are used.
    pub attribution: Option<Text<'a>>,
    /// Where it is published.
    pub url: Option<Text<'a>>,
}
