//! The vocabulary: topics, functions, positions and sources.

use serde::{Deserialize, Serialize};

use super::keyed::keyed;
use super::role::short_name;
use super::{Date, Id};

/// A topic or a business function: a shared idea with a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    pub id: Id,
    pub label: String,
    /// The idea of which it is a part; terms with the same broader term are related.
    pub broader: Option<Id>,
}

/// The names of a post; in `positions.yaml`, of posts without a profile.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Unique among roles and positions.
    pub id: Id,
    pub title: String,
    /// The usual short form, if there is one.
    pub acronym: Option<String>,
    /// Other titles of the same position.
    #[serde(default)]
    pub alternate_titles: Vec<String>,
}

impl Position {
    /// The acronym, else the shortest title.
    pub fn short_name(&self) -> &str {
        short_name(&self.title, self.acronym.as_ref(), &self.alternate_titles)
    }
}

/// A publication that statements rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: Id,
    pub title: String,
    pub publisher: String,
    pub url: Option<String>,
    /// None when the page does not say.
    pub published: Option<Date>,
    pub grade: Grade,
    /// A caveat.
    pub note: Option<String>,
}

keyed! {
    /// The trustworthiness of a source, best first.
    pub enum Grade {
        /// Official, a survey or original data.
        A = "A",
        /// A named publisher's edited article.
        B = "B",
        /// Content marketing, an aggregator, a copy, or an unsourced figure.
        C = "C",
    }
}

/// A corpus's own title, license and attribution.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct About {
    pub title: Option<String>,
    /// The license of its texts and figures, as an SPDX identifier if there is one.
    pub license: Option<String>,
    pub attribution: Option<String>,
    pub url: Option<String>,
}
