//! Parsed entries with their places, before any check.

use std::sync::Arc;

use super::{HasId, IdKind};
use crate::diagnostic::{Place, Spot};
use crate::model::{About, Pair, Position, Role, Source, Term};
use crate::schema::SchemaPart;

/// A file that was read.
#[derive(Debug)]
pub(super) struct File {
    /// The name in messages, safe to print.
    pub name: String,
    pub text: Arc<str>,
    /// The position among the paths given; a later one overrides an earlier.
    pub layer: usize,
    /// The kind of file that the name tells; any file of a corpus where it tells none.
    pub part: SchemaPart,
}

impl File {
    pub fn new(name: String, text: &str, layer: usize, part: SchemaPart) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).into();
        Self { name, text, layer, part }
    }

    pub fn spot(&self, place: Option<Place>) -> Spot {
        Spot { file: self.name.clone(), place, text: Arc::clone(&self.text) }
    }
}

/// The entries of some files.
#[derive(Debug, Default)]
pub(super) struct Draft<'a> {
    pub roles: Vec<Entry<'a, Role>>,
    pub pairs: Vec<Entry<'a, Pair>>,
    pub topics: Vec<Entry<'a, Term>>,
    pub functions: Vec<Entry<'a, Term>>,
    pub positions: Vec<Entry<'a, Position>>,
    pub sources: Vec<Entry<'a, Source>>,
    pub abouts: Vec<Entry<'a, About>>,
}

/// An entry and its place.
#[derive(Debug)]
pub(super) struct Entry<'a, T> {
    pub value: T,
    pub at: At<'a>,
    /// The keys that a role with `extends` gives itself.
    pub given: Vec<String>,
}

/// A place in a file, as a path of keys from its root; empty for all of the file.
#[derive(Debug, Clone)]
pub(super) struct At<'a> {
    pub file: &'a File,
    pub path: String,
}

impl At<'_> {
    /// A place further down.
    pub fn below(&self, path: &str) -> Self {
        let parts: Vec<&str> = [self.path.as_str(), path].into_iter().filter(|part| !part.is_empty()).collect();
        Self { file: self.file, path: parts.join("/") }
    }
}

impl<'a, T> Entry<'a, T> {
    pub fn new(value: T, file: &'a File, path: String) -> Self {
        Self { value, at: At { file, path }, given: Vec::new() }
    }
}

impl<'a> Draft<'a> {
    /// Every entry with an id.
    pub fn entries(&self) -> impl Iterator<Item = (IdKind, &str, &At<'a>)> {
        fn of<'d, 'a, T: HasId>(
            kind: IdKind,
            entries: &'d [Entry<'a, T>],
        ) -> impl Iterator<Item = (IdKind, &'d str, &'d At<'a>)> {
            entries.iter().map(move |entry| (kind, entry.value.id().as_str(), &entry.at))
        }
        let posts = of(IdKind::Role, &self.roles).chain(of(IdKind::Post, &self.positions));
        let terms = of(IdKind::Topic, &self.topics).chain(of(IdKind::Function, &self.functions));
        posts.chain(terms).chain(of(IdKind::Pair, &self.pairs)).chain(of(IdKind::Source, &self.sources))
    }

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
