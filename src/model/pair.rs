//! What sources say of two roles together.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::schema::ID;
use super::{Sources, Statement, Text};

/// What only two roles together have, as one file of `pairs/` describes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Pair<'a> {
    /// The two roles' ids joined by two hyphens; the file's name.
    #[schemars(pattern(ID))]
    pub id: Text<'a>,
    /// The two roles, in alphabetical order.
    #[schemars(inner(pattern(ID)))]
    pub roles: [Text<'a>; 2],
    /// Differences along a named dimension.
    #[serde(default)]
    pub contrasts: Vec<Contrast<'a>>,
    /// How the two work together.
    #[serde(default)]
    pub collaboration: Vec<Statement<'a>>,
    /// Where their work overlaps.
    #[serde(default)]
    pub overlaps: Vec<Statement<'a>>,
    /// Where they clash.
    #[serde(default)]
    pub conflicts: Vec<Statement<'a>>,
    /// Which of the two to hire, and when both.
    #[serde(default)]
    pub choice: Vec<Statement<'a>>,
    /// Companies that have one, the other or both.
    #[serde(default)]
    pub cases: Vec<Case<'a>>,
    /// Questions that readers ask, with the sources' answers.
    #[serde(default)]
    pub questions: Vec<Question<'a>>,
}

impl<'a> Pair<'a> {
    /// Every list of statements, with its key.
    #[must_use]
    pub fn statements(&self) -> [(&'static str, &[Statement<'a>]); 4] {
        [
            ("collaboration", &self.collaboration),
            ("overlaps", &self.overlaps),
            ("conflicts", &self.conflicts),
            ("choice", &self.choice),
        ]
    }
}

/// A difference along a named dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Contrast<'a> {
    /// What differs, in a word or two.
    pub dimension: Text<'a>,
    /// Where each role stands.
    #[serde(deserialize_with = "without_repeats")]
    #[schemars(extend("minProperties" = 2, "maxProperties" = 2))]
    pub sides: BTreeMap<Text<'a>, Text<'a>>,
    /// Who says so.
    #[serde(default)]
    pub sources: Sources<'a>,
}

/// A company as an example.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Case<'a> {
    /// What the case shows.
    pub title: Text<'a>,
    /// The source made the company up.
    pub illustrative: bool,
    /// The set-up.
    pub text: Text<'a>,
    /// What came of it.
    #[serde(default)]
    pub outcome: Option<Text<'a>>,
    /// Who tells it.
    #[serde(default)]
    pub sources: Sources<'a>,
}

/// A question with the sources' answer.
#[allow(clippy::struct_field_names)] // The field is the question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Question<'a> {
    /// As a reader would ask it.
    pub question: Text<'a>,
    /// In our words.
    pub answer: Text<'a>,
    /// Who answers so.
    #[serde(default)]
    pub sources: Sources<'a>,
}

/// Reads a map and refuses a key that comes twice, of which the YAML reader would silently keep the last.
fn without_repeats<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<Text<'de>, Text<'de>>, D::Error> {
    struct Sides;

    impl<'de> Visitor<'de> for Sides {
        type Value = BTreeMap<Text<'de>, Text<'de>>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a side for each role, as `role: text`")
        }

        fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
            let mut sides = BTreeMap::new();
            while let Some((role, text)) = map.next_entry::<Text, Text>()? {
                if sides.contains_key(&role) {
                    return Err(M::Error::custom(format_args!("duplicate side {role:?}")));
                }
                sides.insert(role, text);
            }
            Ok(sides)
        }
    }

    deserializer.deserialize_map(Sides)
}
