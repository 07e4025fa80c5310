//! What was parsed and not yet checked, each entry with the place it stands in.

use super::{Catalog, Corpus, Lines};
use crate::model::{Pair, Position, Role, Source, Term};

/// A file that was read.
#[derive(Debug)]
pub(super) struct File {
    /// As it is named in messages.
    pub name: String,
    pub text: String,
}

/// What was parsed, each entry with the place it stands in.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    pub roles: Vec<Entry<'a, Role<'a>>>,
    pub pairs: Vec<Entry<'a, Pair<'a>>>,
    pub topics: Vec<Entry<'a, Term<'a>>>,
    pub functions: Vec<Entry<'a, Term<'a>>>,
    pub positions: Vec<Entry<'a, Position<'a>>>,
    pub sources: Vec<Entry<'a, Source<'a>>>,
}

/// An entry and where it stands.
#[derive(Debug)]
pub(super) struct Entry<'a, T> {
    pub value: T,
    pub file: &'a File,
    /// The path of keys from the file's root; empty when the entry is the file.
    pub path: String,
}

impl<'a> From<Draft<'a>> for Corpus<'a> {
    fn from(draft: Draft<'a>) -> Self {
        fn values<T>(entries: Vec<Entry<T>>) -> Vec<T> {
            entries.into_iter().map(|entry| entry.value).collect()
        }
        let roles = values(draft.roles);
        let posts: Vec<Position> = roles.iter().map(Role::names).chain(values(draft.positions)).collect();
        let roles = Catalog::from(roles);
        Self {
            lines: Lines::of(&roles),
            roles,
            posts: Catalog::from(posts),
            topics: Catalog::from(values(draft.topics)),
            functions: Catalog::from(values(draft.functions)),
            sources: Catalog::from(values(draft.sources)),
            pairs: Catalog::from(values(draft.pairs)),
        }
    }
}
