//! What statements refer to: topics, functions, positions and sources.

use serde::{Deserialize, Serialize};

use super::{Date, Id};

/// A topic or a business function: a shared idea with a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Unique among its kind.
    pub id: Id,
    /// The words people read.
    pub label: String,
    /// The idea it is a part of; terms with one broader term are related.
    #[serde(default)]
    pub broader: Option<Id>,
}

/// Somebody named in reporting lines or careers who has no profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Unique among roles and positions.
    pub id: Id,
    /// The full title.
    pub title: String,
    /// The usual short form, if there is one.
    #[serde(default)]
    pub acronym: Option<String>,
    /// Other titles of the same position.
    #[serde(default)]
    pub alternate_titles: Vec<String>,
}

/// A publication that statements rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Unique among sources.
    pub id: Id,
    /// The publication's title.
    pub title: String,
    /// Who put it out.
    pub publisher: String,
    /// Where it was read.
    #[serde(default)]
    pub url: Option<String>,
    /// When it came out; none when the page does not say.
    #[serde(default)]
    pub published: Option<Date>,
    /// How far to trust it.
    pub grade: Grade,
    /// What a reader should know before trusting it.
    #[serde(default)]
    pub note: Option<String>,
}

/// How far to trust a source, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
