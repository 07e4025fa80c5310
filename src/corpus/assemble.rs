//! Puts valid entries together into a corpus.

use super::draft::{Draft, Entry};
use super::extends::complete;
use super::{Catalog, Corpus};
use crate::model::{Parts, Position};

/// Puts entries on top of a corpus. One with the id of an earlier one takes its place in the order; the others follow.
pub(super) fn assemble(draft: Draft<'_>, base: Option<&Corpus>) -> Corpus {
    let origins = draft.roles.iter().map(|entry| (entry.value.id.clone(), entry.at.file.name.clone())).collect();
    let without_profile = |post: &&Position| base.is_none_or(|base| base.roles.rank(&post.id).is_none());
    let positions = base.into_iter().flat_map(|base| base.posts.iter()).filter(without_profile).cloned();
    let parts = Parts {
        roles: complete(draft.roles, base),
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
