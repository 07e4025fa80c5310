//! One topic of several roles, side by side.

use std::cmp::Reverse;

use serde::Serialize;

use crate::facets::{Item, Subject};
use crate::model::{How, Role};

/// The statements of the roles on one topic, or one statement without a topic.
#[derive(Debug, Clone, Serialize)]
pub struct Row<'a> {
    #[serde(flatten)]
    pub subject: Subject<'a>,
    pub status: Status,
    /// The likeness, in percent, of statements without a topic to the others in the row; the least of several. None in a row of
    /// topics alone, or of one role alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub likeness: Option<u8>,
    /// Related topics of other roles.
    pub related_to: Vec<&'a str>,
    /// See [`super::importance`].
    #[serde(skip)]
    pub importance: u32,
    /// One for each role, in the order compared.
    pub cells: Vec<Cell<'a>>,
}

/// The statements of one role on one topic.
#[derive(Debug, Clone, Serialize)]
pub struct Cell<'a> {
    pub role: &'a str,
    pub items: Vec<Item<'a>>,
}

/// The extent to which the compared roles share a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Shared,
    /// More than one, not all.
    Partly,
    Only,
    /// Neither shared nor different: the topic is a heading, or all the roles take the facet over from one.
    Uncounted,
}

impl Status {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Partly => "partly",
            Self::Only => "only",
            Self::Uncounted => "uncounted",
        }
    }
}

/// The sort key of a row; the module doc of [`super`] has the order in words. Rows without a topic are sorted by the first of
/// their texts, which does not depend on the order of the roles; those of a single role stay as they were written.
pub(super) type RowOrder = (u8, usize, Option<How>, Reverse<u32>, usize, Option<String>);

impl<'a> Row<'a> {
    pub(super) fn empty(subject: Subject<'a>, roles: &[&'a Role]) -> Self {
        let cells = roles.iter().map(|role| Cell { role: &role.id, items: Vec::new() }).collect();
        Self { subject, status: Status::Only, likeness: None, related_to: Vec::new(), importance: 0, cells }
    }

    /// The columns of the roles that have it.
    pub fn holders(&self) -> impl Iterator<Item = usize> {
        (0..self.cells.len()).filter(|&column| self.has(column))
    }

    pub fn has(&self, column: usize) -> bool {
        self.cells.get(column).is_some_and(|cell| !cell.items.is_empty())
    }

    pub(super) fn items(&self) -> impl Iterator<Item = &Item<'a>> {
        self.cells.iter().flat_map(|cell| &cell.items)
    }

    /// The broader topic that related topics have in common.
    pub fn family(&self) -> Option<&'a str> {
        self.subject.broader.or(self.subject.topic)
    }

    /// Whether each of two rows has a role that the other lacks.
    pub(super) fn complements(&self, other: &Self) -> bool {
        self.holders().any(|column| !other.has(column)) && other.holders().any(|column| !self.has(column))
    }

    pub(super) fn order(&self, roles: usize, rank_of: impl Fn(&str) -> Option<usize>) -> RowOrder {
        let rank = self.subject.rank;
        // The highest frequency among the roles.
        let how = self.items().filter_map(|item| item.how).min();
        let is_sorted = self.subject.topic.is_none() && roles > 1;
        let text = if is_sorted { self.items().map(|item| item.text.clone()).min() } else { None };
        let important = Reverse(self.importance);
        match self.status {
            Status::Shared | Status::Uncounted => (0, 0, how, important, rank, text),
            _ if !self.related_to.is_empty() => {
                (1, self.family().and_then(rank_of).unwrap_or(rank), None, Reverse(0), rank, text)
            }
            Status::Partly => (2, 0, how, important, rank, text),
            Status::Only => (3, self.holders().next().unwrap_or(0), how, important, rank, text),
        }
    }
}
