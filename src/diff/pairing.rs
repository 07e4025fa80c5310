//! Pairs what two versions have in common, by hash: nothing is tried each with each.

use std::hash::Hash;

use std::collections::HashMap;

/// The one version or the other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    Old,
    New,
}

/// Two lists, and what of them has found no other half yet.
pub(super) struct Pairing<'m, T> {
    pub old: &'m [T],
    pub new: &'m [T],
    /// By their places, in order; of the old list and the new one.
    pub open: [Vec<usize>; 2],
}

impl<'m, T> Pairing<'m, T> {
    pub fn new(old: &'m [T], new: &'m [T]) -> Self {
        Self { old, new, open: [(0..old.len()).collect(), (0..new.len()).collect()] }
    }

    /// Pairs what has the same key, the first with the first, so that the versions may change places.
    pub fn same<K: Hash + Eq>(&mut self, key: impl Fn(&'m T) -> Option<K>) -> Vec<(usize, usize)> {
        let pairs = self.groups(|_, thing| key(thing)).into_iter().flat_map(|[old, new]| old.into_iter().zip(new)).collect();
        self.close(&pairs);
        pairs
    }

    /// What is open, by its key, where both versions have such; each in order.
    pub fn groups<K: Hash + Eq>(&self, key: impl Fn(Version, &'m T) -> Option<K>) -> Vec<[Vec<usize>; 2]> {
        let [old, new] = &self.open;
        if old.is_empty() || new.is_empty() {
            return Vec::new();
        }
        let mut by_key: HashMap<K, usize> = HashMap::new();
        let mut groups: Vec<[Vec<usize>; 2]> = Vec::new();
        for &i in old {
            if let Some(key) = key(Version::Old, &self.old[i]) {
                let group = *by_key.entry(key).or_insert_with(|| {
                    groups.push([Vec::new(), Vec::new()]);
                    groups.len() - 1
                });
                groups[group][0].push(i);
            }
        }
        for &i in new {
            if let Some(&group) = key(Version::New, &self.new[i]).and_then(|key| by_key.get(&key)) {
                groups[group][1].push(i);
            }
        }
        groups.retain(|[_, new]| !new.is_empty());
        groups
    }

    /// Takes what has been paired from what is open.
    pub fn close(&mut self, pairs: &Vec<(usize, usize)>) {
        let mut paired = [vec![false; self.old.len()], vec![false; self.new.len()]];
        for &(i, j) in pairs {
            (paired[0][i], paired[1][j]) = (true, true);
        }
        self.open.iter_mut().zip(&paired).for_each(|(open, paired)| open.retain(|&i| !paired[i]));
    }
}
