//! Renamed roles: removed under one id, added under another.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::corpus::Corpus;
use crate::facets::{List, role_passages};
use crate::model::Role;

/// The least share (percent) of equal statements at which two roles are one renamed role.
pub const MOSTLY_THE_SAME: u8 = 50;

/// Pairs roles removed with roles added that say mostly the same, in what percentage of their statements; the most alike
/// first, each once.
pub(super) fn pairs<'a>(removed: &[&'a Role], added: &[&'a Role], [old, new]: [&'a Corpus; 2]) -> Vec<(u8, [&'a Role; 2])> {
    let added: Vec<_> = added.iter().map(|role| (*role, statements(new, role))).collect();
    let mut pairs = Vec::new();
    for &one in removed {
        let said = statements(old, one);
        for (other, says) in &added {
            let in_common = said.intersection(says).count();
            let percent = u8::try_from(200 * in_common / (said.len() + says.len()).max(1)).unwrap_or(100);
            pairs.extend((percent >= MOSTLY_THE_SAME).then_some((percent, [one, *other])));
        }
    }
    // Ties follow the ids, in either direction.
    pairs.sort_by_key(|(percent, [old, new])| {
        let mut ids = [&old.id, &new.id];
        ids.sort_unstable();
        (Reverse(*percent), ids)
    });
    let mut used: HashSet<&str> = HashSet::new();
    pairs.retain(|(_, pair)| {
        let is_free = pair.iter().all(|role| !used.contains(&*role.id));
        used.extend(pair.iter().filter(|_| is_free).map(|role| &*role.id));
        is_free
    });
    pairs
}

/// The statements of a role, without those it takes over from another: these are no mark of the role.
fn statements<'a>(corpus: &'a Corpus, role: &'a Role) -> HashSet<(List, Option<&'a str>, String)> {
    let all = |role| role_passages(corpus, role).into_iter().map(|said| (said.list, said.topic, said.text));
    let mut own: HashSet<_> = all(role).collect();
    if let Some(base) = role.extends.as_deref().filter(|base| *base != role.id).and_then(|base| corpus.roles.get(base)) {
        all(base).for_each(|statement| _ = own.remove(&statement));
    }
    own
}
