//! One facet of several roles, set side by side by topic.

use std::borrow::Cow;

use foldhash::{HashMap, HashMapExt as _};
use serde::Serialize;

use super::alike::Alike;
use crate::corpus::Corpus;
use crate::facets::{Facet, Item, Subject, items};
use crate::model::{How, Role};

/// The rows of one facet.
#[derive(Debug, Clone, Serialize)]
pub struct FacetRows<'a> {
    /// Which facet.
    pub facet: Facet,
    /// Whether anything at all is known of this facet, for each role in the order compared.
    pub known: Vec<bool>,
    /// In the fixed order.
    pub rows: Vec<Row<'a>>,
}

/// What the roles say on one topic.
#[derive(Debug, Clone, Serialize)]
pub struct Row<'a> {
    /// The topic; none where no statement has one.
    #[serde(flatten)]
    pub subject: Subject<'a>,
    /// How many of the roles it belongs to.
    pub status: Status,
    /// How much alike, in percent, what stands here for want of a topic is to what it stands beside: the least where several
    /// do. None in a row that topics alone have made, or one role alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub likeness: Option<u8>,
    /// Topics next of kin that another role has where this row's roles have this one.
    pub related_to: Vec<&'a str>,
    /// One cell for each role, in the order compared.
    pub cells: Vec<Cell<'a>>,
    #[serde(skip)]
    family_rank: usize,
    #[serde(skip)]
    place: Place,
}

/// Where a row stands: see the order in the module doc of [`super`].
type Place = (u8, usize, Option<How>, usize);

/// What one role says on one topic.
#[derive(Debug, Clone, Serialize)]
pub struct Cell<'a> {
    /// The role.
    pub role: &'a str,
    /// Its items; empty where it has none on this topic.
    pub items: Vec<Item<'a>>,
}

/// How many of the roles compared a row belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// All of them.
    Shared,
    /// More than one, not all.
    Partly,
    /// One alone.
    Only,
}

impl Status {
    /// The word used in machine formats and tables alike.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Partly => "partly",
            Self::Only => "only",
        }
    }
}

/// By what items come into one row: their topic, or, where they have none, their text, unless that is like another's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Key<'a> {
    /// By its place in the vocabulary, which is quicker to compare than its name.
    Known(usize),
    Topic(&'a str),
    Text(Cow<'a, str>),
}

impl<'a> Key<'a> {
    pub(super) fn of(subject: &Subject<'a>, item: &Item<'a>) -> Self {
        match subject.topic {
            Some(_) if subject.rank != Subject::UNRANKED => Self::Known(subject.rank),
            Some(topic) => Self::Topic(topic),
            None => Self::Text(item.text.clone()),
        }
    }
}

impl<'a> FacetRows<'a> {
    pub(super) fn new(corpus: &'a Corpus<'_>, roles: &[&'a Role<'a>], facet: Facet) -> Self {
        let items: Vec<_> = roles.iter().map(|role| items(corpus, role, facet)).collect();
        let known = items.iter().map(|items| !items.is_empty()).collect();
        let alike = Alike::among(&items);
        let mut rows: Vec<Row> = Vec::with_capacity(items.iter().map(Vec::len).sum());
        let mut by_key: HashMap<Key, usize> = HashMap::new();
        for (column, items) in items.into_iter().enumerate() {
            for (subject, item) in items {
                let joined = alike.as_ref().filter(|_| subject.topic.is_none()).and_then(|alike| alike.row_of(&item.text));
                let (key, subject) = joined.map_or((Key::of(&subject, &item), subject), |row| (row.key.clone(), row.subject));
                let row = *by_key.entry(key).or_insert_with(|| {
                    rows.push(Row::new(subject, roles));
                    rows.len() - 1
                });
                rows[row].cells[column].say(item);
                rows[row].likeness = rows[row].likeness.or(joined.map(|row| row.percent));
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
        let vocabulary = if facet == Facet::Oversees { &corpus.functions } else { &corpus.topics };
        relate(&mut rows, |family| vocabulary.rank(family));
        for row in &mut rows {
            row.place = row.find_place();
        }
        rows.sort_by(|a, b| a.place.cmp(&b.place).then_with(|| first_text(a).cmp(&first_text(b))));
        Self { facet, known, rows }
    }
}

impl<'a> Row<'a> {
    fn new(subject: Subject<'a>, roles: &[&'a Role<'a>]) -> Self {
        Self {
            subject,
            status: Status::Only,
            likeness: None,
            related_to: Vec::new(),
            cells: roles.iter().map(|role| Cell { role: &role.id, items: Vec::new() }).collect(),
            family_rank: subject.rank,
            place: Place::default(),
        }
    }

    /// The columns of the roles that say something on the topic.
    pub fn holders(&self) -> impl Iterator<Item = usize> + '_ {
        self.cells.iter().enumerate().filter(|(_, cell)| !cell.items.is_empty()).map(|(column, _)| column)
    }

    /// Whether the role in a column says something on the topic.
    #[must_use]
    pub fn has(&self, column: usize) -> bool {
        self.cells.get(column).is_some_and(|cell| !cell.items.is_empty())
    }

    fn find_place(&self) -> Place {
        match self.status {
            Status::Shared => (0, 0, self.how(), self.subject.rank),
            _ if !self.related_to.is_empty() => (1, self.family_rank, None, self.subject.rank),
            Status::Partly => (2, 0, self.how(), self.subject.rank),
            Status::Only => (3, self.holders().next().unwrap_or(0), self.how(), self.subject.rank),
        }
    }

    /// How usual the most usual of what is said is, where that is said.
    fn how(&self) -> Option<How> {
        self.cells.iter().flat_map(|cell| &cell.items).filter_map(|item| item.how).min()
    }

    /// The topic's next of kin: those of one broader topic, and that topic itself.
    fn family(&self) -> Option<&'a str> {
        self.subject.broader.or(self.subject.topic)
    }
}

impl<'a> Cell<'a> {
    fn say(&mut self, item: Item<'a>) {
        // Most cells have one item, and there are many cells.
        if self.items.is_empty() {
            self.items = vec![item];
        } else {
            self.items.push(item);
        }
    }
}

/// Marks rows of one family where each has a role that the other lacks.
fn relate(rows: &mut [Row], rank_of: impl Fn(&str) -> Option<usize>) {
    let members = rows.iter().enumerate().filter(|(_, row)| row.status != Status::Shared);
    let mut members: Vec<(&str, usize, Option<&str>, usize)> =
        members.filter_map(|(i, row)| Some((row.family()?, row.subject.rank, row.subject.topic, i))).collect();
    // Families together, and each in the order of the vocabulary.
    members.sort_unstable();
    for family in members.chunk_by(|one, other| one.0 == other.0).filter(|family| family.len() > 1) {
        let rank = rank_of(family[0].0);
        for &(.., i) in family {
            let row = &rows[i];
            let complements =
                |other: &Row| row.holders().any(|column| !other.has(column)) && other.holders().any(|column| !row.has(column));
            let others = family.iter().map(|&(.., other)| &rows[other]).filter(|other| complements(other));
            let related = others.filter_map(|other| other.subject.topic).collect();
            let row = &mut rows[i];
            row.related_to = related;
            row.family_rank = rank.unwrap_or(row.subject.rank);
        }
    }
}

/// Rows of no topic stand by the first of their texts in alphabetical order, which is the same whoever comes first.
fn first_text<'r>(row: &'r Row) -> Option<&'r str> {
    let items = row.cells.iter().filter(|_| row.subject.topic.is_none()).flat_map(|cell| &cell.items);
    items.map(|item| &*item.text).min()
}
