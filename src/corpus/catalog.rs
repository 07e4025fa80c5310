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
/// A comparison of two roles needs two roles and some words of the vocabulary, and decoding the rest would take longer than
/// all it does with them. So the compiled-in corpus keeps each catalog, and in it each entry, encoded until it is asked for.
#[derive(Debug)]
pub struct Catalog<'a, T> {
    encoded: &'a [u8],
    index: OnceLock<Index<'a, T>>,
}

#[derive(Debug)]
struct Index<'a, T> {
    entries: Vec<Entry<'a, T>>,
    /// Ids and the places of their entries, sorted by id.
    by_id: Vec<(Id<'a>, usize)>,
}

#[derive(Debug)]
struct Entry<'a, T> {
    encoded: &'a [u8],
    value: OnceLock<T>,
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
    /// When there is no such place.
    #[must_use]
    pub fn at(&self, rank: usize) -> &T {
        let entry = &self.index().entries[rank];
        entry.value.get_or_init(|| decode(entry.encoded))
    }

    /// Every entry, in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        (0..self.len()).map(|rank| self.at(rank))
    }
}

impl<'a, T> Catalog<'a, T> {
    /// Where in the order the entry with an id stands, from 0.
    #[must_use]
    pub fn rank(&self, id: &str) -> Option<usize> {
        let by_id = &self.index().by_id;
        by_id.binary_search_by(|(known, _)| known.as_str().cmp(id)).ok().map(|found| by_id[found].1)
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.index().entries.len()
    }

    /// Whether there is no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn index(&self) -> &Index<'a, T> {
        self.index.get_or_init(|| {
            let (encoded, by_id): (Vec<&'a [u8]>, _) = decode(self.encoded);
            let entry = |encoded| Entry { encoded, value: OnceLock::new() };
            Index { entries: encoded.into_iter().map(entry).collect(), by_id }
        })
    }
}

/// Decodes what the build encoded, the corpus or a part of it.
///
/// # Panics
/// When the bytes are not what this build encoded as a `T`; the build that writes the compiled-in bytes shares one definition
/// of every type with this program, and nobody else hands bytes in.
#[allow(clippy::expect_used)]
#[must_use]
pub fn decode<'a, T: Deserialize<'a>>(encoded: &'a [u8]) -> T {
    postcard::from_bytes(encoded).expect("the compiled-in corpus is encoded as this build encodes it")
}

impl<'a, T: HasId<'a>> From<Vec<T>> for Catalog<'a, T> {
    fn from(values: Vec<T>) -> Self {
        let mut by_id: Vec<(Id, usize)> = values.iter().enumerate().map(|(rank, value)| (value.id().clone(), rank)).collect();
        by_id.sort();
        let entries = values.into_iter().map(|value| Entry { encoded: &[], value: OnceLock::from(value) });
        Self { encoded: &[], index: OnceLock::from(Index { entries: entries.collect(), by_id }) }
    }
}

impl<'a, T: HasId<'a>> Default for Catalog<'a, T> {
    fn default() -> Self {
        Self::from(Vec::new())
    }
}

impl<'a, T: Deserialize<'a> + Serialize> Serialize for Catalog<'a, T> {
    /// Writes the encoded form as bytes: the bytes of each entry, then the sorted ids.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entries: Result<Vec<Vec<u8>>, _> = self.iter().map(postcard::to_stdvec).collect();
        let encoded = entries.and_then(|entries| postcard::to_stdvec(&(entries, &self.index().by_id)));
        serializer.serialize_bytes(&encoded.map_err(S::Error::custom)?)
    }
}

impl<'de: 'a, 'a, T> Deserialize<'de> for Catalog<'a, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { encoded: Deserialize::deserialize(deserializer)?, index: OnceLock::new() })
    }
}
