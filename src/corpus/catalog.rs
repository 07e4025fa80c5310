//! A list in its own order that finds entries by id and decodes them when they are first looked at.

use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt as _};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::table::{self, Table};
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
/// all it does with them. So the compiled-in corpus keeps each entry encoded until it is asked for.
#[derive(Debug)]
pub struct Catalog<'a, T>(Held<'a, T>);

#[derive(Debug)]
enum Held<'a, T> {
    /// As the build wrote them; what was asked for is kept, and room for it only made when anything is.
    Encoded { table: Table<'a>, decoded: OnceLock<Box<[OnceLock<Box<T>>]>> },
    /// As they were read from files.
    Read { entries: Vec<T>, ranks: HashMap<Id<'a>, usize> },
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
        match &self.0 {
            Held::Encoded { table, decoded } => {
                let all = decoded.get_or_init(|| (0..table.len()).map(|_| OnceLock::new()).collect());
                all[rank].get_or_init(|| Box::new(decode(table.entry(rank))))
            }
            Held::Read { entries, .. } => &entries[rank],
        }
    }

    /// Every entry, in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        (0..self.len()).map(|rank| self.at(rank))
    }
}

impl<T> Catalog<'_, T> {
    /// Where in the order the entry with an id stands, from 0.
    #[must_use]
    pub fn rank(&self, id: &str) -> Option<usize> {
        match &self.0 {
            Held::Encoded { table, .. } => table.rank(id),
            Held::Read { ranks, .. } => ranks.get(id).copied(),
        }
    }

    /// Every id, in no order, without looking at the entries.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let (table, ranks) = match &self.0 {
            Held::Encoded { table, .. } => (Some(table), None),
            Held::Read { ranks, .. } => (None, Some(ranks)),
        };
        let encoded = table.into_iter().flat_map(|table| (0..table.len()).map(|rank| table.id(rank)));
        encoded.chain(ranks.into_iter().flat_map(HashMap::keys).map(Id::as_str))
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.0 {
            Held::Encoded { table, .. } => table.len(),
            Held::Read { entries, .. } => entries.len(),
        }
    }

    /// Whether there is no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
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
    /// Of several entries with one id the first is found; a corpus that passes its check has no such.
    fn from(entries: Vec<T>) -> Self {
        let mut ranks = HashMap::with_capacity(entries.len());
        for (rank, entry) in entries.iter().enumerate() {
            ranks.entry(entry.id().clone()).or_insert(rank);
        }
        Self(Held::Read { entries, ranks })
    }
}

impl<'a, T: HasId<'a>> Default for Catalog<'a, T> {
    fn default() -> Self {
        Self::from(Vec::new())
    }
}

impl<'a, T: Deserialize<'a> + Serialize + HasId<'a>> Serialize for Catalog<'a, T> {
    /// Writes the encoded form as bytes.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entries: Result<Vec<(&str, Vec<u8>)>, _> =
            self.iter().map(|value| Ok((value.id().as_str(), postcard::to_stdvec(value)?))).collect();
        serializer.serialize_bytes(&table::encode(&entries.map_err(|error: postcard::Error| S::Error::custom(error))?))
    }
}

impl<'de: 'a, 'a, T> Deserialize<'de> for Catalog<'a, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let table = Table::new(Deserialize::deserialize(deserializer)?);
        Ok(Self(Held::Encoded { table, decoded: OnceLock::new() }))
    }
}
