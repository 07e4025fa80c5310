//! A list in its own order that finds entries by id and decodes them when they are first looked at.

use std::sync::OnceLock;

use serde::ser::{Error as _, SerializeSeq as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::{Pair, Position, Role, Source, Term};

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

impl HasId for Pair<'_> {
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
///
/// A comparison of two roles needs two roles and the sources they cite, and decoding the rest would take longer than all it
/// does with them. So the compiled-in corpus keeps each entry encoded until somebody asks for it.
#[derive(Debug)]
pub struct Catalog<'a, T> {
    entries: Vec<Entry<'a, T>>,
    /// Positions in `entries`, sorted by the ids there.
    by_id: Vec<usize>,
}

#[derive(Debug)]
struct Entry<'a, T> {
    /// The id when the entry is still encoded.
    id: &'a str,
    encoded: &'a [u8],
    value: OnceLock<T>,
}

impl<T> Default for Catalog<'_, T> {
    fn default() -> Self {
        Self { entries: Vec::new(), by_id: Vec::new() }
    }
}

impl<'a, T: HasId + Deserialize<'a>> Catalog<'a, T> {
    /// The entry with an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&T> {
        self.rank(id).map(|rank| self.at(rank))
    }

    /// Where in the order the entry with an id stands, from 0.
    #[must_use]
    pub fn rank(&self, id: &str) -> Option<usize> {
        self.by_id.binary_search_by(|&rank| self.entries[rank].id().cmp(id)).ok().map(|found| self.by_id[found])
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

impl<T: HasId> Entry<'_, T> {
    fn id(&self) -> &str {
        self.value.get().map_or(self.id, HasId::id)
    }
}

impl<T: HasId> From<Vec<T>> for Catalog<'_, T> {
    fn from(values: Vec<T>) -> Self {
        let entry = |value| Entry { id: "", encoded: &[], value: OnceLock::from(value) };
        let entries: Vec<Entry<T>> = values.into_iter().map(entry).collect();
        let mut by_id: Vec<usize> = (0..entries.len()).collect();
        by_id.sort_by(|&a, &b| entries[a].id().cmp(entries[b].id()));
        Self { entries, by_id }
    }
}

impl<'a, T: HasId + Deserialize<'a> + Serialize> Serialize for Catalog<'a, T> {
    /// Writes the encoded form: each entry's id and bytes, then the order of the ids.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Encoded<'e>(&'e str, Vec<u8>);

        impl Serialize for Encoded<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                (self.0, self.1.as_slice()).serialize(serializer)
            }
        }

        struct Entries<'e, 'a, T>(&'e Catalog<'a, T>);

        impl<'a, T: HasId + Deserialize<'a> + Serialize> Serialize for Entries<'_, 'a, T> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut entries = serializer.serialize_seq(Some(self.0.len()))?;
                for value in self.0.iter() {
                    let bytes = postcard::to_stdvec(value).map_err(S::Error::custom)?;
                    entries.serialize_element(&Encoded(value.id(), bytes))?;
                }
                entries.end()
            }
        }

        (Entries(self), &self.by_id).serialize(serializer)
    }
}

impl<'de: 'a, 'a, T> Deserialize<'de> for Catalog<'a, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (entries, by_id): (Vec<(&'de str, &'de [u8])>, Vec<usize>) = Deserialize::deserialize(deserializer)?;
        let entry = |(id, encoded)| Entry { id, encoded, value: OnceLock::new() };
        Ok(Self { entries: entries.into_iter().map(entry).collect(), by_id })
    }
}
