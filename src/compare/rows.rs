//! One facet of several roles, set side by side by topic.

use std::borrow::Cow;

use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};
use std::collections::HashMap;

use super::Only;
use super::alike::Alike;
use crate::corpus::Corpus;
use crate::facets::{Facet, Item, Subject, items};
use crate::model::{How, Role};

/// The rows of one facet.
///
/// The items of all rows are held as one list, in which a cell is a part: there are hundreds of cells, most of them of one item
/// or none, and a list for each would cost more than all that is done with it.
#[derive(Debug, Clone)]
pub struct FacetRows<'a> {
    /// Which facet.
    pub facet: Facet,
    /// Whether anything at all is known of this facet, for each role in the order compared.
    pub known: Vec<bool>,
    /// In the fixed order.
    pub rows: Vec<Row<'a>>,
    /// The roles, in the order compared.
    roles: Vec<&'a str>,
    /// Cell by cell.
    items: Vec<Item<'a>>,
    /// Where each cell begins among the items, and where the last one ends.
    starts: Vec<usize>,
}

/// What the roles say on one topic; [`FacetRows::cells`] has their words.
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
    /// The first of its cells, one for each role.
    #[serde(skip)]
    first_cell: usize,
}

/// Where a row stands: see the order in the module doc of [`super`]. Rows of no topic stand by the first of their texts in
/// alphabetical order, which is the same whoever comes first.
type Place<'i> = (u8, usize, Option<How>, usize, Option<&'i str>);

/// What one role says on one topic.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Cell<'r, 'a> {
    /// The role.
    pub role: &'a str,
    /// Its items; empty where it has none on this topic.
    pub items: &'r [Item<'a>],
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
    pub(super) fn new(corpus: &'a Corpus, roles: &[&'a Role], facet: Facet) -> Self {
        let items: Vec<_> = roles.iter().map(|role| items(corpus, role, facet)).collect();
        let known = items.iter().map(|items| !items.is_empty()).collect();
        let alike = Alike::among(&items);
        let mut draft = Draft::new(&items);
        for (column, items) in items.into_iter().enumerate() {
            for (subject, item) in items {
                let joined = alike.as_ref().filter(|_| subject.topic.is_none()).and_then(|alike| alike.row_of(&item.text));
                let (key, subject) = joined.map_or((Key::of(&subject, &item), subject), |row| (row.key.clone(), row.subject));
                let row = draft.row_of(key, subject);
                row.likeness = row.likeness.or(joined.map(|row| row.percent));
                let cell = row.first_cell + column;
                draft.put(cell, item);
            }
        }
        let vocabulary = if facet == Facet::Oversees { &corpus.functions } else { &corpus.topics };
        let Draft { mut rows, mut counts, cells, mut items, .. } = draft;
        sort_into_cells(&mut items, cells, &mut counts);
        let starts = counts;
        let mut facet =
            Self { facet, known, rows: Vec::new(), roles: roles.iter().map(|role| role.id.as_str()).collect(), items, starts };
        for row in &mut rows {
            row.status = match facet.holders(row).count() {
                1 => Status::Only,
                count if count == roles.len() => Status::Shared,
                _ => Status::Partly,
            };
            // Without a topic, what is not merely alike is the very same.
            if row.subject.topic.is_none() && row.status != Status::Only {
                row.likeness = row.likeness.or(Some(100));
            }
        }
        facet.relate(&mut rows);
        rows.sort_by_cached_key(|row| facet.place_of(row, |family| vocabulary.rank(family)));
        facet.rows = rows;
        facet
    }

    /// One cell of a row for each role, in the order compared.
    pub fn cells<'r>(&'r self, row: &Row<'a>) -> impl Iterator<Item = Cell<'r, 'a>> + use<'r, 'a> {
        let first = row.first_cell;
        self.roles.iter().enumerate().map(move |(column, role)| Cell { role, items: self.items_of(first + column) })
    }

    /// The columns of the roles that say something on a row's topic.
    pub fn holders(&self, row: &Row<'a>) -> impl Iterator<Item = usize> + use<'_, 'a> {
        let first = row.first_cell;
        (0..self.roles.len()).filter(move |column| !self.items_of(first + column).is_empty())
    }

    /// Whether the role in a column says something on a row's topic.
    pub fn has(&self, row: &Row<'a>, column: usize) -> bool {
        column < self.roles.len() && !self.items_of(row.first_cell + column).is_empty()
    }

    /// Whether one role has what another has not, of those of whom anything is known here.
    pub(super) fn tells_apart(&self, row: &Row<'a>) -> bool {
        self.holders(row).count() < self.known.iter().filter(|&&known| known).count()
    }

    /// Leaves out the other rows.
    pub(super) fn keep(&mut self, only: Only) {
        let rows = std::mem::take(&mut self.rows);
        let is_wanted = |row: &Row<'a>| match only {
            Only::Shared => row.status == Status::Shared,
            Only::Different => self.tells_apart(row),
        };
        self.rows = rows.into_iter().filter(is_wanted).collect();
    }

    fn items_of(&self, cell: usize) -> &[Item<'a>] {
        &self.items[self.starts[cell]..self.starts[cell + 1]]
    }

    /// Marks rows of one family where each has a role that the other lacks.
    fn relate(&self, rows: &mut [Row<'a>]) {
        let members = rows.iter().enumerate().filter(|(_, row)| row.status != Status::Shared);
        let mut members: Vec<(&str, usize, Option<&str>, usize)> =
            members.filter_map(|(i, row)| Some((row.family()?, row.subject.rank, row.subject.topic, i))).collect();
        // Families together, and each in the order of the vocabulary.
        members.sort_unstable();
        for family in members.chunk_by(|one, other| one.0 == other.0).filter(|family| family.len() > 1) {
            for &(.., i) in family {
                let row = &rows[i];
                let complements = |other: &Row<'a>| {
                    self.holders(row).any(|column| !self.has(other, column))
                        && self.holders(other).any(|column| !self.has(row, column))
                };
                let others = family.iter().map(|&(.., other)| &rows[other]).filter(|other| complements(other));
                rows[i].related_to = others.filter_map(|other| other.subject.topic).collect();
            }
        }
    }

    fn place_of(&self, row: &Row<'a>, rank_of: impl Fn(&str) -> Option<usize>) -> Place<'_> {
        let rank = row.subject.rank;
        let items = || self.cells(row).flat_map(|cell| cell.items);
        // How usual the most usual of what is said is, where that is said.
        let how = items().filter_map(|item| item.how).min();
        let text = if row.subject.topic.is_none() { items().map(|item| &*item.text).min() } else { None };
        match row.status {
            Status::Shared => (0, 0, how, rank, text),
            _ if !row.related_to.is_empty() => (1, row.family().and_then(rank_of).unwrap_or(rank), None, rank, text),
            Status::Partly => (2, 0, how, rank, text),
            Status::Only => (3, self.holders(row).next().unwrap_or(0), how, rank, text),
        }
    }
}

impl Serialize for FacetRows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Whole<'r, 'a> {
            #[serde(flatten)]
            row: &'r Row<'a>,
            cells: Vec<Cell<'r, 'a>>,
        }

        let rows: Vec<Whole> = self.rows.iter().map(|row| Whole { row, cells: self.cells(row).collect() }).collect();
        let mut fields = serializer.serialize_struct("FacetRows", 3)?;
        fields.serialize_field("facet", &self.facet)?;
        fields.serialize_field("known", &self.known)?;
        fields.serialize_field("rows", &rows)?;
        fields.end()
    }
}

impl<'a> Row<'a> {
    /// The topic's next of kin: those of one broader topic, and that topic itself.
    fn family(&self) -> Option<&'a str> {
        self.subject.broader.or(self.subject.topic)
    }
}

/// Rows while items come in, role by role.
struct Draft<'a> {
    columns: usize,
    rows: Vec<Row<'a>>,
    /// Rows of topics of the vocabulary, by rank; there are hardly any others.
    by_rank: Vec<Option<usize>>,
    by_key: HashMap<Key<'a>, usize>,
    /// How many items each cell has; one more at the end.
    counts: Vec<usize>,
    /// The cell of each item.
    cells: Vec<usize>,
    items: Vec<Item<'a>>,
}

impl<'a> Draft<'a> {
    /// With room for the items of some roles.
    fn new(items: &[Vec<(Subject<'a>, Item<'a>)>]) -> Self {
        let ranks = items.iter().flatten().map(|(subject, _)| subject.rank).filter(|&rank| rank != Subject::UNRANKED);
        let by_rank = vec![None; ranks.max().map_or(0, |most| most + 1)];
        let (columns, items) = (items.len(), items.iter().map(Vec::len).sum());
        let mut counts = Vec::with_capacity(items * columns + 1);
        counts.push(0);
        let (rows, cells) = (Vec::with_capacity(items), Vec::with_capacity(items));
        Self { columns, rows, by_rank, by_key: HashMap::new(), counts, cells, items: Vec::with_capacity(items) }
    }

    /// The row of a key, made where there is none.
    fn row_of(&mut self, key: Key<'a>, subject: Subject<'a>) -> &mut Row<'a> {
        let next = self.rows.len();
        let row = match key {
            Key::Known(rank) => *self.by_rank[rank].get_or_insert(next),
            key => *self.by_key.entry(key).or_insert(next),
        };
        if row == next {
            let first_cell = self.counts.len() - 1;
            self.counts.resize(first_cell + self.columns + 1, 0);
            self.rows.push(Row { subject, status: Status::Only, likeness: None, related_to: Vec::new(), first_cell });
        }
        &mut self.rows[row]
    }

    fn put(&mut self, cell: usize, item: Item<'a>) {
        self.counts[cell] += 1;
        self.cells.push(cell);
        self.items.push(item);
    }
}

/// Brings items into the order of their cells, those of one cell in the order they came, and makes of how many each cell has
/// where each begins (a counting sort: Knuth, The Art of Computer Programming, volume 3, 5.2, algorithm D).
fn sort_into_cells(items: &mut [Item], mut cells: Vec<usize>, counts: &mut [usize]) {
    let mut end = 0;
    for count in counts.iter_mut() {
        end += *count;
        *count = end;
    }
    // From the last item back, so that the first of a cell is placed last, and lower: what ends where the next begins.
    for cell in cells.iter_mut().rev() {
        counts[*cell] -= 1;
        *cell = counts[*cell];
    }
    let mut places = cells;
    for i in 0..items.len() {
        while places[i] != i {
            let place = places[i];
            items.swap(i, place);
            places.swap(i, place);
        }
    }
}
