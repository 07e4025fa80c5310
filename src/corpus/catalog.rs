//! A list in its own order that also finds entries by id.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::{Position, Role, Source, Term};

/// Something with an id that is unique among its kind.
pub trait HasId {
    /// The id.
    fn id(&self) -> &str;
}

impl HasId for Role<'_> {
    fn id(&self) -> &str {
        &self.id
    }
}

impl HasId for Position<'_> {
    fn id(&self) -> &str {
        &self.id
    }
}

impl HasId for Source<'_> {
    fn id(&self) -> &str {
        &self.id
    }
}

impl HasId for Term<'_> {
    fn id(&self) -> &str {
        &self.id
    }
}

/// Entries in the order they were written, found by id in logarithmic time.
#[derive(Debug, Clone, PartialEq)]
pub struct Catalog<T> {
    entries: Vec<T>,
    /// Positions in `entries`, sorted by the ids there; smaller and faster to build than a map of names.
    by_id: Vec<usize>,
}

impl<T> Default for Catalog<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), by_id: Vec::new() }
    }
}

impl<T: HasId> Catalog<T> {
    /// The entry with an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&T> {
        self.rank(id).map(|rank| &self.entries[rank])
    }

    /// Where in the order the entry with an id stands, from 0.
    #[must_use]
    pub fn rank(&self, id: &str) -> Option<usize> {
        self.by_id.binary_search_by(|&rank| self.entries[rank].id().cmp(id)).ok().map(|found| self.by_id[found])
    }
}

impl<T> Catalog<T> {
    /// Every entry, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.entries.iter()
    }

    /// How many entries there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no entry.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl<T: HasId> From<Vec<T>> for Catalog<T> {
    fn from(entries: Vec<T>) -> Self {
        let mut by_id: Vec<usize> = (0..entries.len()).collect();
        by_id.sort_by(|&a, &b| entries[a].id().cmp(entries[b].id()));
        Self { entries, by_id }
    }
}

impl<'a, T> IntoIterator for &'a Catalog<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Serialize> Serialize for Catalog<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.entries.serialize(serializer)
    }
}

impl<'de, T: HasId + Deserialize<'de>> Deserialize<'de> for Catalog<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}
