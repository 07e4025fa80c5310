//! A corpus: everything that is known, with look-up by id and by name.
//!
//! [`load`] reads one from a folder and refuses an unsound one; the one that is compiled in was read that way by the build.
//! Order is that of the files: roles by id, topics as the vocabulary lists them. Nothing here compares or shows.

mod catalog;
mod check;
mod citations;
mod lines;
mod load;
mod names;
mod nearest;

use serde::{Deserialize, Serialize};

pub use catalog::{Catalog, HasId};
pub use citations::{Citation, pair_citations, role_citations};
pub use lines::{Line, Lines};
pub use load::{Loaded, load};
pub use names::{NameError, Party};
pub use nearest::nearest;

use crate::model::{Pair, Position, Role, Source, Term};

/// Everything that is known.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Corpus {
    /// The profiled roles.
    pub roles: Catalog<Role>,
    /// People named without a profile.
    pub positions: Catalog<Position>,
    /// The vocabulary of statements, in the order of rows.
    pub topics: Catalog<Term>,
    /// Business functions.
    pub functions: Catalog<Term>,
    /// The bibliography.
    pub sources: Catalog<Source>,
    /// What pairs of roles have together, by the ids of the two.
    pub pairs: Vec<Pair>,
}

impl Corpus {
    /// The words for a role or position; the id itself where the corpus has no such entry.
    #[must_use]
    pub fn title<'a>(&'a self, id: &'a str) -> &'a str {
        let role = self.roles.get(id).map(|role| role.title.as_str());
        role.or_else(|| self.positions.get(id).map(|position| position.title.as_str())).unwrap_or(id)
    }

    /// The short words for a role or position: its acronym where it has one, else its title.
    #[must_use]
    pub fn short_title<'a>(&'a self, id: &'a str) -> &'a str {
        let position = || self.positions.get(id).and_then(|position| position.acronym.as_deref());
        self.roles.get(id).map(Role::short_name).or_else(position).unwrap_or_else(|| self.title(id))
    }

    /// What the corpus has on two roles together, in whichever order they are given.
    #[must_use]
    pub fn pair(&self, one: &str, other: &str) -> Option<&Pair> {
        self.pairs.iter().find(|pair| {
            let [a, b] = &pair.roles;
            (a == one && b == other) || (a == other && b == one)
        })
    }
}
