//! From sound entries to a corpus: what extends is filled in, and later entries take the place of earlier ones.

use std::collections::HashMap;

use super::draft::{Draft, Entry};
use super::given::Written;
use super::{Catalog, Corpus};
use crate::model::{Parts, Position, Role};

/// Lays entries on top of a corpus.
///
/// An entry with the id of an earlier one takes its place in the order; the others follow.
pub(super) fn assemble(draft: Draft<'_>, base: Option<&Corpus>) -> Corpus {
    let origins = draft.roles.iter().map(|entry| (entry.role().id.clone(), entry.file.name.clone())).collect();
    let roles = roles(draft.roles, base);
    let without_profile = |post: &&Position| base.is_none_or(|base| base.roles.rank(&post.id).is_none());
    let positions = base.into_iter().flat_map(|base| base.posts.iter()).filter(without_profile).cloned();
    let parts = Parts {
        roles,
        pairs: all(base.map(|base| &base.pairs), draft.pairs),
        topics: all(base.map(|base| &base.topics), draft.topics),
        functions: all(base.map(|base| &base.functions), draft.functions),
        positions: positions.chain(values(draft.positions)).collect(),
        sources: all(base.map(|base| &base.sources), draft.sources),
        abouts: base.into_iter().flat_map(|base| base.abouts.iter().cloned()).chain(values(draft.abouts)).collect(),
    };
    Corpus { origins, ..Corpus::from(parts) }
}

fn values<T>(entries: Vec<Entry<T>>) -> impl Iterator<Item = T> {
    entries.into_iter().map(|entry| entry.value)
}

/// The entries of the corpus below, then those on top.
fn all<T: Clone>(base: Option<&Catalog<T>>, entries: Vec<Entry<T>>) -> Vec<T> {
    base.into_iter().flat_map(Catalog::iter).cloned().chain(values(entries)).collect()
}

/// The roles with everything that those that extend others take over.
fn roles(entries: Vec<Entry<Written>>, base: Option<&Corpus>) -> Vec<Role> {
    let mut all: Vec<Role> = base.into_iter().flat_map(|base| base.roles.iter().cloned()).collect();
    if entries.iter().all(|entry| entry.role().extends.is_none()) {
        all.extend(entries.into_iter().map(|entry| entry.value.role));
        return all;
    }
    // Every version of every role, the latest of each id last; a role may extend the one whose place it takes.
    let mut versions: Vec<Role> = all.clone();
    let mut latest: HashMap<String, usize> = versions.iter().enumerate().map(|(i, role)| (role.id.to_string(), i)).collect();
    let mut written: HashMap<usize, Written> = HashMap::new();
    let mut bases: HashMap<usize, Base> = HashMap::new();
    for entry in entries {
        let role = entry.value.role.clone();
        let place = versions.len();
        if let Some(extended) = &role.extends {
            let base = if *extended == role.id { latest.get(extended.as_str()).copied().map(Base::Version) } else { None };
            bases.insert(place, base.unwrap_or_else(|| Base::Latest(extended.to_string())));
        }
        latest.insert(role.id.to_string(), place);
        written.insert(place, entry.value);
        versions.push(role);
    }
    for place in 0..versions.len() {
        // From here up to a role that extends nothing or has been filled in already.
        let mut chain = vec![place];
        while let Some(base) = chain.last().and_then(|place| bases.get(place)) {
            // Circles were refused.
            let Some(next) = base.place(&latest).filter(|_| chain.len() <= versions.len()) else { break };
            chain.push(next);
        }
        while let (Some(base), Some(&own)) = (chain.pop(), chain.last()) {
            if let Some(mut own_fields) = written.remove(&own) {
                own_fields.take_over(&versions[base]);
                versions[own] = own_fields.role;
            }
            bases.remove(&own);
        }
    }
    let mut versions: Vec<Option<Role>> = versions.into_iter().map(Some).collect();
    let mut order: Vec<usize> = latest.values().copied().collect();
    order.sort_unstable();
    let below = all.len();
    all.extend(order.into_iter().filter(|&place| place >= below).filter_map(|place| versions[place].take()));
    all
}

/// What a role extends.
enum Base {
    /// The role of that name as it is in the end.
    Latest(String),
    /// An earlier version of itself.
    Version(usize),
}

impl Base {
    fn place(&self, latest: &HashMap<String, usize>) -> Option<usize> {
        match self {
            Self::Latest(id) => latest.get(id).copied(),
            Self::Version(place) => Some(*place),
        }
    }
}
