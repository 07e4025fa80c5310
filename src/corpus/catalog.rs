//! Entries in order, found by id.

use indexmap::IndexMap;

use crate::model::{Id, Pair, Position, Role, Source, Term};

/// Something with an id that is unique among its kind.
pub trait HasId {
    fn id(&self) -> &Id;
}

macro_rules! have_ids {
    ($($type:ty),+) => {$(
        impl HasId for $type {
            fn id(&self) -> &Id {
                &self.id
            }
        }
    )+};
}

have_ids!(Role, Pair, Position, Source, Term);

/// Entries in the order they were written, found by id.
#[derive(Debug, Clone)]
pub struct Catalog<T>(IndexMap<Id, T>);

impl<T> Catalog<T> {
    pub fn get(&self, id: &str) -> Option<&T> {
        self.0.get(id)
    }

    /// The entry at a place in the order, which there must be.
    pub fn at(&self, rank: usize) -> &T {
        &self.0[rank]
    }

    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.values()
    }

    /// The place of the entry in the order, from 0.
    pub fn rank(&self, id: &str) -> Option<usize> {
        self.0.get_index_of(id)
    }

    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: HasId> FromIterator<T> for Catalog<T> {
    /// A later entry replaces an earlier one with its id, and keeps the earlier one's place in the order.
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        Self(entries.into_iter().map(|entry| (entry.id().clone(), entry)).collect())
    }
}

impl<T> Default for Catalog<T> {
    fn default() -> Self {
        Self(IndexMap::new())
    }
}
