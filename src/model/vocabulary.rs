//! What statements refer to: topics, functions, positions and sources.

use serde::{Deserialize, Serialize};

use super::keyed::keyed;
use super::role::short_name;
use super::{Date, Id};

/// A topic or a business function: a shared idea with a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Unique among its kind.
    pub id: Id,
    pub label: String,
    /// The idea it is a part of; terms with one broader term are related.
    pub broader: Option<Id>,
}

/// The names of somebody; in `positions.yaml`, of those in reporting lines or careers who have no profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Unique among roles and positions.
    pub id: Id,
    /// The full title.
    pub title: String,
    /// The usual short form, if there is one.
    pub acronym: Option<String>,
    /// Other titles of the same position.
    #[serde(default)]
    pub alternate_titles: Vec<String>,
}

impl Position {
    /// What to call the position where space is short: the acronym, else the shortest of its titles.
    pub fn short_name(&self) -> &str {
        short_name(&self.title, self.acronym.as_ref(), &self.alternate_titles)
    }
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
    pub url: Option<String>,
    /// When it came out; none when the page does not say.
    pub published: Option<Date>,
    /// How far to trust it.
    pub grade: Grade,
    /// What a reader should know before trusting it.
    pub note: Option<String>,
}

keyed! {
    /// How far to trust a source, best first.
    pub enum Grade {
        /// Official, a survey or original data.
        A = "A",
        /// A named publisher's edited article.
        B = "B",
        /// Content marketing, an aggregator, a copy, or an unsourced figure.
        C = "C",
    }
}

/// What a corpus says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct About {
    /// What it is called.
    pub title: Option<String>,
    /// The license of its texts and figures, as an SPDX identifier where there is one.
    pub license: Option<String>,
    /// Whom to name where they are used.
    pub attribution: Option<String>,
    /// Where it is published.
    pub url: Option<String>,
}
