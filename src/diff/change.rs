//! The kinds of change.

use serde::Serialize;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// The same thing with other content.
    Changed,
    /// A role under another id.
    Renamed,
    /// A statement in other words.
    Reworded,
    /// A statement under another topic or in another list, in the same words or nearly.
    Moved,
    /// A statement with other sources and nothing else.
    Sources,
    /// Only in the old version.
    Removed,
    /// Only in the new version.
    Added,
}

impl Change {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Renamed => "renamed",
            Self::Reworded => "reworded",
            Self::Moved => "moved",
            Self::Sources => "sources",
            Self::Removed => "removed",
            Self::Added => "added",
        }
    }

    /// The change of a thing by the versions it is in.
    pub(super) const fn between(is_old: bool, is_new: bool) -> Self {
        match (is_old, is_new) {
            (true, true) => Self::Changed,
            (true, false) => Self::Removed,
            (false, _) => Self::Added,
        }
    }
}
