//! One facet of several roles, side by side by topic.

use std::cmp::Reverse;
use std::collections::HashMap;

use serde::Serialize;

use super::Only;
use super::alike::{Alike, Key};
use super::importance::Importance;
use crate::corpus::Corpus;
use crate::facets::{Facet, Item, Subject, items};
use crate::model::{How, Role};

/// The rows of one facet.
#[derive(Debug, Clone, Serialize)]
pub struct FacetRows<'a> {
    pub facet: Facet,
    /// Whether the facet is known, for each role in the order compared.
    pub known: Vec<bool>,
    /// In the fixed order.
    pub rows: Vec<Row<'a>>,
    /// Whether two roles say too much for what has no topic to be compared by likeness.
    #[serde(skip)]
    pub is_too_long: bool,
}

/// The statements of the roles on one topic, or one statement without a topic.
#[derive(Debug, Clone, Serialize)]
pub struct Row<'a> {
    #[serde(flatten)]
    pub subject: Subject<'a>,
    pub status: Status,
    /// How much alike, in percent, statements without a topic are to what they stand beside: the least of several. None in a
    /// row of topics alone, or of one role alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub likeness: Option<u8>,
    /// Related topics of other roles.
    pub related_to: Vec<&'a str>,
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
}

impl Status {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Partly => "partly",
            Self::Only => "only",
        }
    }
}

/// The place of a row: see the order in the module doc of [`super`]. Rows without a topic go by the first of their texts in
/// alphabetical order, which is the same whoever comes first.
type Place = (u8, usize, Option<How>, Reverse<u32>, usize, Option<String>);

impl<'a> FacetRows<'a> {
    pub(super) fn new(corpus: &'a Corpus, roles: &[&'a Role], facet: Facet) -> Self {
        let items: Vec<_> = roles.iter().map(|role| items(corpus, role, facet)).collect();
        let known = items.iter().map(|items| !items.is_empty()).collect();
        let alike = Alike::among(&items);
        let empty = || roles.iter().map(|role| Cell { role: &role.id, items: Vec::new() }).collect();
        let mut rows: Vec<Row> = Vec::new();
        let mut by_key: HashMap<Key, usize> = HashMap::new();
        for (column, items) in items.into_iter().enumerate() {
            for (subject, item) in items {
                let joined = alike.row_of(&subject, &item);
                let (key, subject) = joined.map_or((Key::of(&subject, &item), subject), |row| (row.key.clone(), row.subject));
                let place = *by_key.entry(key).or_insert_with(|| {
                    rows.push(Row { subject, status: Status::Only, likeness: None, related_to: Vec::new(), cells: empty() });
                    rows.len() - 1
                });
                rows[place].likeness = rows[place].likeness.or(joined.map(|row| row.percent));
                rows[place].cells[column].items.push(item);
            }
        }
        for row in &mut rows {
            row.status = match row.holders().count() {
                1 => Status::Only,
                count if count == roles.len() => Status::Shared,
                _ => Status::Partly,
            };
            // Without a topic, what is not merely alike is the very same.
            if row.subject.topic.is_none() && row.status != Status::Only {
                row.likeness = row.likeness.or(Some(100));
            }
        }
        relate(&mut rows);
        let vocabulary = if facet == Facet::Oversees { &corpus.functions } else { &corpus.topics };
        let importance = facet.has_statements().then(|| Importance::new(corpus, facet));
        rows.sort_by_cached_key(|row| row.place(importance.as_ref(), |family| vocabulary.rank(family)));
        Self { facet, known, rows, is_too_long: alike.is_too_long }
    }

    /// Whether one role has what another lacks, of those of whom anything is known here.
    pub(super) fn differs(&self, row: &Row) -> bool {
        row.holders().count() < self.known.iter().filter(|&&known| known).count()
    }

    pub(super) fn keep(&mut self, only: Only) {
        let mut rows = std::mem::take(&mut self.rows);
        rows.retain(|row| match only {
            Only::Shared => row.status == Status::Shared,
            Only::Different => self.differs(row),
        });
        self.rows = rows;
    }
}

impl<'a> Row<'a> {
    /// The columns of the roles that have it.
    pub fn holders(&self) -> impl Iterator<Item = usize> {
        (0..self.cells.len()).filter(|&column| self.has(column))
    }

    pub fn has(&self, column: usize) -> bool {
        self.cells.get(column).is_some_and(|cell| !cell.items.is_empty())
    }

    /// The broader topic that related topics have in common.
    pub fn family(&self) -> Option<&'a str> {
        self.subject.broader.or(self.subject.topic)
    }

    /// Whether each of two rows has a role that the other lacks.
    fn complements(&self, other: &Self) -> bool {
        self.holders().any(|column| !other.has(column)) && other.holders().any(|column| !self.has(column))
    }

    fn place(&self, importance: Option<&Importance>, rank_of: impl Fn(&str) -> Option<usize>) -> Place {
        let rank = self.subject.rank;
        let items = || self.cells.iter().flat_map(|cell| &cell.items);
        // The highest frequency among the roles.
        let how = items().filter_map(|item| item.how).min();
        let text = if self.subject.topic.is_none() { items().map(|item| item.text.clone()).min() } else { None };
        let sources = || items().flat_map(|item| item.sources).map(String::as_str);
        let important = importance.zip(self.subject.topic).map_or(0, |(importance, topic)| importance.of_topic(topic, sources()));
        let important = Reverse(important);
        match self.status {
            Status::Shared => (0, 0, how, important, rank, text),
            _ if !self.related_to.is_empty() => {
                (1, self.family().and_then(rank_of).unwrap_or(rank), None, Reverse(0), rank, text)
            }
            Status::Partly => (2, 0, how, important, rank, text),
            Status::Only => (3, self.holders().next().unwrap_or(0), how, important, rank, text),
        }
    }
}

/// Marks rows of one family where each has a role that the other lacks, in the order of the vocabulary.
fn relate(rows: &mut [Row]) {
    let mut families: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| row.status != Status::Shared) {
        if let Some(family) = row.family() {
            families.entry(family).or_default().push(place);
        }
    }
    for mut family in families.into_values() {
        family.sort_by_key(|&place| (rows[place].subject.rank, rows[place].subject.topic));
        for &place in &family {
            let others = family.iter().map(|&other| &rows[other]).filter(|other| rows[place].complements(other));
            rows[place].related_to = others.filter_map(|other| other.subject.topic).collect();
        }
    }
}
