//! The changes between two versions.

use std::collections::BTreeMap;

use serde::Serialize;

use super::change::{Change, FieldChange};
use super::pay::FigureChange;
use crate::facets::Passage;
use crate::model::keyed::keyed;

keyed! {
    /// A kind of entry of a corpus.
    pub enum EntryKind {
        Role = "roles" as "Roles",
        Pair = "pairs" as "Pairs",
        /// Positions without a profile.
        Position = "positions" as "Positions",
        Topic = "topics" as "Topics",
        Function = "functions" as "Functions",
        Source = "sources" as "Sources",
    }
}

/// The changes between two versions, by id.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Changes<'a> {
    pub counts: Counts,
    #[serde(flatten)]
    pub entries: BTreeMap<EntryKind, Vec<EntryChange<'a>>>,
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
    pub old: Option<Passage<'a>>,
    pub new: Option<Passage<'a>>,
    /// The likeness of the texts, in percent; none for a single text, or where words do not matter.
    pub likeness: Option<u8>,
}

impl<'a> StatementChange<'a> {
    /// The new one, or the old one where it was removed.
    pub fn said(&self) -> Option<&Passage<'a>> {
        self.new.as_ref().or(self.old.as_ref())
    }
}

impl<'a> EntryChange<'a> {
    pub(super) fn new(id: &'a str, title: &'a str, change: Change) -> Self {
        let (size, unchanged) = (Size::default(), Size::default());
        let (fields, statements, salary) = (Vec::new(), Vec::new(), Vec::new());
        Self { id, was: None, title, change, likeness: None, size, unchanged, fields, statements, salary }
    }

    /// Whether nothing has changed within the entry.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.statements.is_empty() && self.salary.is_empty()
    }
}

/// The number of changes of each kind of thing; an entry in one version only counts once, whatever it holds.
pub type Counts = BTreeMap<&'static str, BTreeMap<Change, usize>>;

impl<'a> Changes<'a> {
    pub(super) fn new(entries: BTreeMap<EntryKind, Vec<EntryChange<'a>>>) -> Self {
        let mut counts = Counts::new();
        for kind in EntryKind::ALL.map(EntryKind::key).into_iter().chain(["fields", "statements", "salary"]) {
            counts.insert(kind, [Change::Changed, Change::Added, Change::Removed].map(|change| (change, 0)).into());
        }
        let mut add = |kind, change| *counts.entry(kind).or_default().entry(change).or_default() += 1;
        for (kind, entry) in entries.iter().flat_map(|(kind, entries)| entries.iter().map(move |entry| (*kind, entry))) {
            add(kind.key(), entry.change);
            entry.statements.iter().for_each(|statement| add("statements", statement.change));
            entry.salary.iter().for_each(|figure| add("salary", figure.change));
            // Other entries are nothing but fields.
            entry.fields.iter().filter(|_| kind == EntryKind::Role).for_each(|field| add("fields", field.change()));
        }
        Self { counts, entries }
    }

    /// The entries of one kind.
    pub fn of(&self, kind: EntryKind) -> &[EntryChange<'a>] {
        self.entries.get(&kind).map_or(&[], Vec::as_slice)
    }

    pub fn is_empty(&self) -> bool {
        self.entries.values().all(Vec::is_empty)
    }
}
