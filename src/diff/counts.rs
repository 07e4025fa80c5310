//! How much has changed.

use serde::Serialize;

use super::{Change, Changes, EntryChange};

/// How many things of one kind were added, removed and so on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// That are only in the new version.
    pub added: usize,
    /// That are only in the old one.
    pub removed: usize,
    /// In other words.
    #[serde(skip_serializing_if = "is_zero")]
    pub reworded: usize,
    /// At another place.
    #[serde(skip_serializing_if = "is_zero")]
    pub moved: usize,
    /// Under another id.
    #[serde(skip_serializing_if = "is_zero")]
    pub renamed: usize,
    /// Otherwise not the same.
    pub changed: usize,
    /// With other sources.
    #[serde(skip_serializing_if = "is_zero")]
    pub sources: usize,
}

/// How much has changed, by kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Roles; one that was renamed does not count as changed too.
    pub roles: Tally,
    /// Titles, summaries and the like of roles in both versions.
    pub fields: Tally,
    /// Statements of roles and pairs in both versions.
    pub statements: Tally,
    /// Salary figures of roles in both versions.
    pub salary: Tally,
    /// Pairs of roles.
    pub pairs: Tally,
    /// Positions.
    pub positions: Tally,
    /// Topics.
    pub topics: Tally,
    /// Functions.
    pub functions: Tally,
    /// Sources.
    pub sources: Tally,
}

/// What can never be of some kinds of entries is not counted among theirs.
#[allow(clippy::trivially_copy_pass_by_ref)] // As serde calls it.
const fn is_zero(number: &usize) -> bool {
    *number == 0
}

impl Tally {
    fn add(&mut self, change: Change) {
        let count = match change {
            Change::Added => &mut self.added,
            Change::Removed => &mut self.removed,
            Change::Reworded => &mut self.reworded,
            Change::Moved => &mut self.moved,
            Change::Renamed => &mut self.renamed,
            Change::Changed => &mut self.changed,
            Change::Sources => &mut self.sources,
        };
        *count += 1;
    }

    fn of(entries: &[EntryChange]) -> Self {
        let mut tally = Self::default();
        for entry in entries {
            tally.add(entry.change);
        }
        tally
    }
}

impl Counts {
    pub(super) fn of(changes: &Changes) -> Self {
        let mut counts = Self {
            roles: Tally::of(&changes.roles),
            pairs: Tally::of(&changes.pairs),
            positions: Tally::of(&changes.positions),
            topics: Tally::of(&changes.topics),
            functions: Tally::of(&changes.functions),
            sources: Tally::of(&changes.sources),
            ..Self::default()
        };
        for entry in changes.roles.iter().chain(&changes.pairs) {
            for statement in &entry.statements {
                counts.statements.add(statement.change);
            }
            for figure in &entry.salary {
                counts.salary.add(figure.change);
            }
        }
        for field in changes.roles.iter().flat_map(|role| &role.fields) {
            counts.fields.add(field.change());
        }
        counts
    }
}
