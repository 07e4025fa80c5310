//! Kinds of change, and changes of fields.

use serde::Serialize;
use serde_json::Value;

use crate::model::keyed::keyed;

keyed! {
    /// A kind of change.
    pub enum Change {
        /// The same thing with other content.
        Changed = "changed",
        /// Only in the new version.
        Added = "added",
        /// Only in the old version.
        Removed = "removed",
        /// A role under another id.
        Renamed = "renamed",
        /// A statement in other words.
        Reworded = "reworded",
        /// A statement under another topic or in another list, in the same words or nearly.
        Moved = "moved",
        /// A statement with other sources and nothing else.
        Sources = "sources",
    }
}

impl Change {
    /// The change of a thing by the versions it is in.
    pub(super) const fn between(is_old: bool, is_new: bool) -> Self {
        match (is_old, is_new) {
            (true, true) => Self::Changed,
            (true, false) => Self::Removed,
            (false, _) => Self::Added,
        }
    }
}

/// A field with another value: a title, a label, a date.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FieldChange {
    /// The key of the file.
    pub field: &'static str,
    pub old: Option<String>,
    pub new: Option<String>,
}

impl FieldChange {
    pub const fn change(&self) -> Change {
        Change::between(self.old.is_some(), self.new.is_some())
    }

    /// The fields of two versions of one thing that are not the same.
    pub(super) fn between<T: Serialize>(old: &T, new: &T, fields: &[&'static str]) -> Vec<Self> {
        let [old, new] = [old, new].map(|thing| serde_json::to_value(thing).unwrap_or_default());
        let fields = fields.iter().map(|&field| Self { field, old: words(&old[field]), new: words(&new[field]) });
        fields.filter(|field| field.old != field.new).collect()
    }
}

/// A value as a text; the order of several means nothing.
fn words(value: &Value) -> Option<String> {
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let mut texts: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            texts.sort_unstable();
            texts.join("; ")
        }
        other => other.to_string(),
    };
    Some(text).filter(|text| !text.is_empty())
}
