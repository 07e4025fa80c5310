//! The entries of a corpus in plain lists, as the build writes them and the program reads them.

use serde::{Deserialize, Serialize};

use super::{About, Pair, Position, Role, Source, Term};

/// Every entry of a corpus, in order.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Parts {
    pub roles: Vec<Role>,
    pub pairs: Vec<Pair>,
    pub topics: Vec<Term>,
    pub functions: Vec<Term>,
    pub positions: Vec<Position>,
    pub sources: Vec<Source>,
    pub abouts: Vec<About>,
}
