//! From sound entries to a corpus: what extends is filled in, and later entries take the place of earlier ones.

use std::collections::HashMap;

use serde::Deserialize;

use super::draft::{Draft, Entry};
use super::given::Written;
use super::{Catalog, Corpus, HasId, Lines};
use crate::model::{Position, Role};

/// Lays entries on top of a corpus.
///
/// An entry with the id of an earlier one takes its place in the order; the others follow.
pub(super) fn assemble<'a>(draft: Draft<'a>, base: Option<&Corpus<'static>>) -> Corpus<'a> {
    let origins = draft.roles.iter().map(|entry| (entry.role().id.to_string(), entry.file.name.clone())).collect();
    let roles = Catalog::from(roles(draft.roles, base));
    let mut positions: Vec<Position<'a>> = base.into_iter().flat_map(|base| base.posts.iter().cloned()).collect();
    positions.retain(|post| base.is_none_or(|base| base.roles.rank(&post.id).is_none()));
    lay_on_top(&mut positions, values(draft.positions));
    positions.retain(|position| roles.rank(&position.id).is_none());
    Corpus {
        lines: Lines::of(&roles),
        posts: Catalog::from(roles.iter().map(Role::names).chain(positions).collect::<Vec<_>>()),
        roles,
        topics: layered(all(base.map(|base| &base.topics)), draft.topics),
        functions: layered(all(base.map(|base| &base.functions)), draft.functions),
        sources: layered(all(base.map(|base| &base.sources)), draft.sources),
        pairs: layered(all(base.map(|base| &base.pairs)), draft.pairs),
        abouts: base.into_iter().flat_map(|base| base.abouts.iter().cloned()).chain(values(draft.abouts)).collect(),
        origins,
    }
}

fn values<T>(entries: Vec<Entry<T>>) -> Vec<T> {
    entries.into_iter().map(|entry| entry.value).collect()
}

/// Every entry of a catalog of the corpus below.
fn all<T: Deserialize<'static> + Clone>(base: Option<&Catalog<'static, T>>) -> Vec<T> {
    base.into_iter().flat_map(|base| base.iter().cloned()).collect()
}

fn layered<'a, T: HasId<'a>>(mut all: Vec<T>, entries: Vec<Entry<'a, T>>) -> Catalog<'a, T> {
    lay_on_top(&mut all, values(entries));
    Catalog::from(all)
}

fn lay_on_top<'a, T: HasId<'a>>(all: &mut Vec<T>, later: Vec<T>) {
    let mut places: HashMap<String, usize> = all.iter().enumerate().map(|(i, value)| (value.id().to_string(), i)).collect();
    for value in later {
        if let Some(&place) = places.get(value.id().as_str()) {
            all[place] = value;
        } else {
            places.insert(value.id().to_string(), all.len());
            all.push(value);
        }
    }
}

/// The roles with everything that those that extend others take over.
fn roles<'a>(entries: Vec<Entry<'a, Written<'a>>>, base: Option<&Corpus<'static>>) -> Vec<Role<'a>> {
    let mut all: Vec<Role> = base.into_iter().flat_map(|base| base.roles.iter().cloned()).collect();
    if entries.iter().all(|entry| entry.role().extends.is_none()) {
        lay_on_top(&mut all, entries.into_iter().map(|entry| entry.value.role).collect());
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
    let later = order.into_iter().filter(|&place| place >= all.len()).filter_map(|place| versions[place].take()).collect();
    lay_on_top(&mut all, later);
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
