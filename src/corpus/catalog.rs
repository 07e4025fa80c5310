//! A list in its own order that finds entries by id and decodes them when they are first looked at.

use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt as _};
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

/// Entries in the order they were written, found by id.
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
    ranks: HashMap<Id<'a>, usize>,
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
        self.index().ranks.get(id).copied()
    }

    /// Every id, in no order, without looking at the entries.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.index().ranks.keys().map(Id::as_str)
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
            let encoded: Vec<(Id<'a>, &'a [u8])> = decode(self.encoded);
            Index::new(encoded.into_iter().map(|(id, encoded)| (id, Entry { encoded, value: OnceLock::new() })))
        })
    }
}

impl<'a, T> Index<'a, T> {
    /// Of several entries with one id the first is found; a corpus that passes its check has no such.
    fn new(all: impl ExactSizeIterator<Item = (Id<'a>, Entry<'a, T>)>) -> Self {
        let mut index = Self { entries: Vec::with_capacity(all.len()), ranks: HashMap::with_capacity(all.len()) };
        for (rank, (id, entry)) in all.enumerate() {
            index.ranks.entry(id).or_insert(rank);
            index.entries.push(entry);
        }
        index
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
        let entry = |value: T| (value.id().clone(), Entry { encoded: &[], value: OnceLock::from(value) });
        Self { encoded: &[], index: OnceLock::from(Index::new(values.into_iter().map(entry))) }
    }
}

impl<'a, T: HasId<'a>> Default for Catalog<'a, T> {
    fn default() -> Self {
        Self::from(Vec::new())
    }
}

impl<'a, T: Deserialize<'a> + Serialize + HasId<'a>> Serialize for Catalog<'a, T> {
    /// Writes the encoded form as bytes: each entry's id and bytes.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entries: Result<Vec<(&Id, Vec<u8>)>, _> =
            self.iter().map(|value| Ok((value.id(), postcard::to_stdvec(value)?))).collect();
        let encoded = entries.and_then(|entries| postcard::to_stdvec(&entries));
        serializer.serialize_bytes(&encoded.map_err(S::Error::custom)?)
    }
}

impl<'de: 'a, 'a, T> Deserialize<'de> for Catalog<'a, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { encoded: Deserialize::deserialize(deserializer)?, index: OnceLock::new() })
    }
}
