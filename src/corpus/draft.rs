//! What was parsed and not yet checked, each entry with the place it stands in.

use super::given::Written;
use crate::model::{About, Pair, Position, Role, Source, Term};

/// A file that was read.
#[derive(Debug)]
pub(super) struct File {
    /// As it is named in messages, safe to print.
    pub name: String,
    pub text: String,
    /// Which of the paths that were given it belongs to; a later one lies on top of an earlier.
    pub layer: usize,
    /// What its name says it holds.
    pub kind: Kind,
}

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One role; the file is called like it.
    Role,
    /// One pair; the file is called like it.
    Pair,
    Topics,
    Functions,
    Positions,
    Sources,
    /// What the corpus says of itself.
    About,
    /// Anything: a role, a pair, or several lists under their names.
    Any,
}

/// What was parsed, each entry with the place it stands in.
#[derive(Debug, Default)]
pub(super) struct Draft<'a> {
    pub roles: Vec<Entry<'a, Written>>,
    pub pairs: Vec<Entry<'a, Pair>>,
    pub topics: Vec<Entry<'a, Term>>,
    pub functions: Vec<Entry<'a, Term>>,
    pub positions: Vec<Entry<'a, Position>>,
    pub sources: Vec<Entry<'a, Source>>,
    pub abouts: Vec<Entry<'a, About>>,
}

/// An entry and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Entry<'a, T> {
    pub value: T,
    pub file: &'a File,
    /// The path of keys from the file's root; empty when the entry is the file.
    pub path: String,
}

impl Draft<'_> {
    /// Adds what another draft has.
    pub fn append(&mut self, other: Self) {
        self.roles.extend(other.roles);
        self.pairs.extend(other.pairs);
        self.topics.extend(other.topics);
        self.functions.extend(other.functions);
        self.positions.extend(other.positions);
        self.sources.extend(other.sources);
        self.abouts.extend(other.abouts);
    }
}

impl<'a> Entry<'a, Written> {
    /// The role as it was written.
    pub const fn role(&self) -> &Role {
        &self.value.role
    }
}
