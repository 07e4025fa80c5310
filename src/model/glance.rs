//! A role at a glance: short answers to the same questions for every role.

use serde::{Deserialize, Serialize};

use super::Id;
use super::keyed::keyed;

keyed! {
    /// A question of the glance, in the order of the page.
    pub enum Attribute {
        Focus = "focus" as "In short",
        Direction = "direction" as "Direction",
        Horizon = "horizon" as "Horizon",
        Scope = "scope" as "Scope",
        AnswersFor = "answers-for" as "Answers for",
        Money = "money" as "Money",
        Leads = "leads" as "Leads",
        WorksWith = "works-with" as "Works with",
        Rhythm = "rhythm" as "Rhythm",
        Rank = "rank" as "Rank",
        Origin = "origin" as "Background",
        PayForm = "pay-form" as "Form of pay",
    }
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Glance {
    pub attribute: Attribute,
    /// An editor's word: two roles differ when theirs do. Without one their texts decide.
    pub value: Option<String>,
    /// At most twelve words.
    pub text: String,
    #[serde(default)]
    pub sources: Vec<Id>,
}
