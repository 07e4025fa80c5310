//! The changes between two versions.

use serde::Serialize;

use super::change::Change;
use super::fields::FieldChange;
use super::pay::FigureChange;
use super::said::Said;
use crate::facets::Section;

/// The scope of a comparison.
#[derive(Debug, Clone, Default)]
pub struct DiffOptions {
    /// Only these roles, by an id of either version; without any, all roles and everything else.
    pub roles: Vec<String>,
    /// Only these sections of roles and pairs; without any, all sections and everything else.
    pub sections: Vec<Section>,
}

/// The changes between two versions, by id.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Changes<'a> {
    pub counts: Counts,
    pub roles: Vec<EntryChange<'a>>,
    pub pairs: Vec<EntryChange<'a>>,
    /// Positions without a profile.
    pub positions: Vec<EntryChange<'a>>,
    pub topics: Vec<EntryChange<'a>>,
    pub functions: Vec<EntryChange<'a>>,
    pub sources: Vec<EntryChange<'a>>,
}

/// An entry that was added, removed, renamed or changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EntryChange<'a> {
    /// The new one where it was renamed.
    pub id: &'a str,
    /// The old id where it was renamed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<&'a str>,
    /// Its title or label; of a pair, its id.
    pub title: &'a str,
    pub change: Change,
    /// For a renamed role, the share of statements that are the same, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub likeness: Option<u8>,
    /// Of the new version, or of the old one where it was removed.
    pub size: Size,
    /// The part that is the same in both versions.
    pub unchanged: Size,
    /// Empty, as the next two, where the entry is in one version only.
    pub fields: Vec<FieldChange>,
    /// List by list.
    pub statements: Vec<StatementChange<'a>>,
    pub salary: Vec<FigureChange<'a>>,
    /// Whether it says too much to look for what was reworded.
    #[serde(skip)]
    pub is_too_long: bool,
}

/// The size of an entry.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Size {
    /// Statements, lines, degrees and all else that stands in lists.
    pub statements: usize,
    /// Salary figures.
    pub salary: usize,
}

/// A statement in one version only, or not the same in both.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StatementChange<'a> {
    pub change: Change,
    pub old: Option<Said<'a>>,
    pub new: Option<Said<'a>>,
    /// The likeness of the texts, in percent; none for a single text, or where words do not matter.
    pub likeness: Option<u8>,
}

impl Changes<'_> {
    pub fn is_empty(&self) -> bool {
        self.entries().iter().all(|(_, entries)| entries.is_empty())
    }

    /// Every entry by kind; the kinds are named in the singular.
    pub fn entries(&self) -> [(&'static str, &[EntryChange<'_>]); 6] {
        [
            ("role", &self.roles),
            ("pair", &self.pairs),
            ("position", &self.positions),
            ("topic", &self.topics),
            ("function", &self.functions),
            ("source", &self.sources),
        ]
    }
}

impl FieldChange {
    pub const fn change(&self) -> Change {
        Change::between(self.old.is_some(), self.new.is_some())
    }
}

impl<'a> StatementChange<'a> {
    /// The new one, or the old one where it was removed.
    pub fn said(&self) -> Option<&Said<'a>> {
        self.new.as_ref().or(self.old.as_ref())
    }
}

impl<'a> EntryChange<'a> {
    pub(super) fn new(id: &'a str, title: &'a str, change: Change) -> Self {
        let (size, unchanged) = (Size::default(), Size::default());
        let (fields, statements, salary) = (Vec::new(), Vec::new(), Vec::new());
        Self { id, was: None, title, change, likeness: None, size, unchanged, fields, statements, salary, is_too_long: false }
    }

    /// Whether nothing has changed in an entry of both versions.
    pub(super) fn is_empty(&self) -> bool {
        self.change == Change::Changed && self.fields.is_empty() && self.statements.is_empty() && self.salary.is_empty()
    }
}

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
