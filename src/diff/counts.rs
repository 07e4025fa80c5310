//! How much has changed.

use serde::Serialize;

use super::{Change, Changes, EntryChange};

/// Things of one kind by their change.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub added: usize,
    pub removed: usize,
    #[serde(skip_serializing_if = "is_zero")]
    pub reworded: usize,
    #[serde(skip_serializing_if = "is_zero")]
    pub moved: usize,
    #[serde(skip_serializing_if = "is_zero")]
    pub renamed: usize,
    pub changed: usize,
    #[serde(skip_serializing_if = "is_zero")]
    pub sources: usize,
}

/// Changes by kind. Of entries in one version only, nothing but themselves is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// A role that was renamed does not count as changed too.
    pub roles: Tally,
    pub fields: Tally,
    pub statements: Tally,
    pub salary: Tally,
    pub pairs: Tally,
    pub positions: Tally,
    pub topics: Tally,
    pub functions: Tally,
    pub sources: Tally,
}

/// Leaves out what some kinds of things never are.
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
