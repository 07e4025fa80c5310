//! Names of roles side by side.

use std::collections::{HashMap, HashSet};

use crate::corpus::Corpus;

/// The short name of each role, or its id when another has the same short name.
pub(super) fn names<'n>(corpus: &'n Corpus, ids: &[&'n str]) -> Vec<&'n str> {
    let mut known: HashMap<&str, &str> = HashMap::new();
    let mut shared = HashSet::new();
    for &id in ids {
        let name = corpus.short_title(id);
        if known.insert(name, id).is_some_and(|other| other != id) {
            shared.insert(name);
        }
    }
    let name = |&id: &&'n str| Some(corpus.short_title(id)).filter(|name| !shared.contains(name)).unwrap_or(id);
    ids.iter().map(name).collect()
}
