//! A list in its own order that finds entries by id and decodes them when they are first looked at.

use std::sync::OnceLock;

use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::{Id, Pair, Position, Role, Source, Term};

/// Something with an id that is unique among its kind.
pub trait HasId<'a> {
    /// The id.
    fn id(&self) -> &Id<'a>;
}

impl<'a> HasId<'a> for Role<'a> {
    fn id(&self) -> &Id<'a> {
        &self.id
    }
}

impl<'a> HasId<'a> for Pair<'a> {
    fn id(&self) -> &Id<'a> {
        &self.id
    }
}

impl<'a> HasId<'a> for Position<'a> {
    fn id(&self) -> &Id<'a> {
        &self.id
    }
}

impl<'a> HasId<'a> for Source<'a> {
    fn id(&self) -> &Id<'a> {
        &self.id
    }
}

impl<'a> HasId<'a> for Term<'a> {
    fn id(&self) -> &Id<'a> {
        &self.id
    }
}

/// Entries in the order they were written, found by id in logarithmic time.
///
/// A comparison of two roles needs two roles and the sources they cite, and decoding the rest would take longer than all it
/// does with them. So the compiled-in corpus keeps each entry encoded until somebody asks for it.
#[derive(Debug)]
pub struct Catalog<'a, T> {
    entries: Vec<Entry<'a, T>>,
    /// Ids and the places of their entries, sorted by id.
    by_id: Vec<(Id<'a>, usize)>,
}

#[derive(Debug)]
struct Entry<'a, T> {
    encoded: &'a [u8],
    value: OnceLock<T>,
}

impl<T> Default for Catalog<'_, T> {
    fn default() -> Self {
        Self { entries: Vec::new(), by_id: Vec::new() }
    }
}

impl<'a, T: Deserialize<'a>> Catalog<'a, T> {
    /// The entry with an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&T> {
        self.rank(id).map(|rank| self.at(rank))
    }

    /// The entry at a place in the order.
    ///
    /// # Panics
    /// When there is no such place. (Never for what is encoded there: the build wrote it from a value of this very type.)
    #[must_use]
    #[allow(clippy::expect_used)]
    pub fn at(&self, rank: usize) -> &T {
        let entry = &self.entries[rank];
        entry.value.get_or_init(|| postcard::from_bytes(entry.encoded).expect("an entry is encoded as this build encodes it"))
    }

    /// Every entry, in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        (0..self.entries.len()).map(|rank| self.at(rank))
    }
}

impl<T> Catalog<'_, T> {
    /// Where in the order the entry with an id stands, from 0.
    #[must_use]
    pub fn rank(&self, id: &str) -> Option<usize> {
        self.by_id.binary_search_by(|(known, _)| known.as_str().cmp(id)).ok().map(|found| self.by_id[found].1)
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

impl<'a, T: HasId<'a>> From<Vec<T>> for Catalog<'a, T> {
    fn from(values: Vec<T>) -> Self {
        let mut by_id: Vec<(Id, usize)> = values.iter().enumerate().map(|(rank, value)| (value.id().clone(), rank)).collect();
        by_id.sort();
        let entries = values.into_iter().map(|value| Entry { encoded: &[], value: OnceLock::from(value) });
        Self { entries: entries.collect(), by_id }
    }
}

impl<'a, T: Deserialize<'a> + Serialize> Serialize for Catalog<'a, T> {
    /// Writes the encoded form: the bytes of each entry, then the sorted ids.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let encoded: Result<Vec<Vec<u8>>, _> = self.iter().map(postcard::to_stdvec).collect();
        (encoded.map_err(S::Error::custom)?, &self.by_id).serialize(serializer)
    }
}

impl<'de: 'a, 'a, T> Deserialize<'de> for Catalog<'a, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (encoded, by_id): (Vec<&'de [u8]>, _) = Deserialize::deserialize(deserializer)?;
        Ok(Self { entries: encoded.into_iter().map(|encoded| Entry { encoded, value: OnceLock::new() }).collect(), by_id })
    }
}
