//! A corpus: everything that is known, looked up by id and by name.
//!
//! [`Files`] reads one from files and folders and refuses an invalid one. Entries keep the order of the files.

mod catalog;
mod check;
mod draft;
mod extends;
mod lines;
mod load;
mod names;
mod parse;
mod reading;
mod walk;

use std::collections::HashMap;

pub use catalog::{Catalog, HasId};
pub use check::rules;
pub use lines::{Line, Lines};
pub use load::{Contents, Files, Loaded};
pub use walk::{Element, IdKind, pair_elements, role_elements};

use crate::model::{About, Pair, Parts, Position, Role, Source, Term};
pub use crate::text::nearest;

/// The origin of a compiled-in role.
const BUILT_IN: &str = "built-in";

/// Everything that is known.
#[derive(Debug, Default)]
pub struct Corpus {
    pub roles: Catalog<Role>,
    /// Every post that can be named: the roles, then the positions without a profile.
    pub posts: Catalog<Position>,
    /// The vocabulary of statements, in the order of rows.
    pub topics: Catalog<Term>,
    pub functions: Catalog<Term>,
    pub sources: Catalog<Source>,
    pub pairs: Catalog<Pair>,
    pub lines: Lines,
    /// The titles, licenses and attributions of the corpora in it.
    pub abouts: Vec<About>,
    /// The files of the roles that are not compiled in, by id.
    origins: HashMap<String, String>,
}

impl From<Parts> for Corpus {
    fn from(parts: Parts) -> Self {
        let roles: Catalog<Role> = parts.roles.into_iter().collect();
        let positions = parts.positions.into_iter().filter(|position| roles.rank(&position.id).is_none());
        Self {
            lines: Lines::of(&roles),
            posts: roles.iter().map(Role::names).chain(positions).collect(),
            roles,
            topics: parts.topics.into_iter().collect(),
            functions: parts.functions.into_iter().collect(),
            sources: parts.sources.into_iter().collect(),
            pairs: parts.pairs.into_iter().collect(),
            abouts: parts.abouts,
            origins: HashMap::new(),
        }
    }
}

impl Corpus {
    /// The title of a role or position; the id itself if there is no such entry.
    pub fn title<'s>(&'s self, id: &'s str) -> &'s str {
        self.posts.get(id).map_or(id, |post| &post.title)
    }

    /// The short name of a role or position; the id itself if there is no such entry, or if the short name is taken over from
    /// the role it extends.
    pub fn short_title<'s>(&'s self, id: &'s str) -> &'s str {
        let Some(post) = self.posts.get(id) else { return id };
        let taken_over = || {
            let base = self.roles.get(id).and_then(|role| role.extends.as_deref()).filter(|base| *base != id);
            base.and_then(|base| self.posts.get(base)).is_some_and(|base| base.short_name() == post.short_name())
        };
        if !self.is_built_in() && taken_over() { id } else { post.short_name() }
    }

    /// The origin of a role: a file, or `built-in`.
    pub fn origin(&self, id: &str) -> &str {
        self.origins.get(id).map_or(BUILT_IN, String::as_str)
    }

    pub fn is_built_in(&self) -> bool {
        self.origins.is_empty()
    }

    /// The id of every entry but the pairs.
    fn ids(&self) -> impl Iterator<Item = (IdKind, &str)> {
        let terms = self.topics.ids().map(|id| (IdKind::Topic, id)).chain(self.functions.ids().map(|id| (IdKind::Function, id)));
        let posts = self.roles.ids().map(|id| (IdKind::Role, id)).chain(self.posts.ids().map(|id| (IdKind::Post, id)));
        terms.chain(posts).chain(self.sources.ids().map(|id| (IdKind::Source, id)))
    }

    /// The pair of two roles, in either order.
    pub fn pair(&self, one: &str, other: &str) -> Option<&Pair> {
        self.pairs.get(&pair_id(one, other))
    }
}

/// The id of a pair, which is also the name of its file: the ids of the two in alphabetical order.
pub fn pair_id(one: &str, other: &str) -> String {
    format!("{}--{}", one.min(other), one.max(other))
}
