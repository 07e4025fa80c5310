//! Pairs the things of two versions: the same text in the same place first, then the same text, then the most alike.
//!
//! Within a step the first goes with the first, so that the versions may change places.

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::Hash;

use crate::facets::Passage;
use crate::likeness::{self, Rarity, Text};

/// The least likeness (percent) at which two statements are the same one wherever they stand: only a few words differ. Two
/// statements of one role may well share half of theirs.
pub const NEARLY_THE_SAME: u8 = 75;

/// The least likeness (percent) at which two statements of one topic in one list are the same one. The topic says half already.
pub const SAME_TOPIC: u8 = 25;

/// One thing in both versions, by its places.
pub(super) struct Matched {
    pub old: usize,
    pub new: usize,
    /// In percent; 100 is the very same text. None where the words do not matter.
    pub likeness: Option<u8>,
}

/// What both versions have, by its place in the new one.
pub(super) fn matches(old: &[Passage], new: &[Passage]) -> Vec<Matched> {
    let mut open = Open::new(old, new);
    let mut matches = Vec::new();
    let mut add = |pairs: Vec<(usize, usize)>, likeness| {
        matches.extend(pairs.into_iter().map(|(old, new)| Matched { old, new, likeness }));
    };
    add(open.same(|said| Some((said.list, said.topic, said.roles, &*said.text))), Some(100));
    add(open.same(|said| said.list.is_keyed.then_some((said.list, said.topic, said.roles))), None);
    open.old.retain(|&i| !old[i].list.is_keyed);
    open.new.retain(|&i| !new[i].list.is_keyed);
    add(open.same(|said| Some(&*said.text)), Some(100));
    if !open.old.is_empty() && !open.new.is_empty() {
        let left: Vec<Text> = open.old.iter().map(|&i| Text { text: &old[i].text, topic: None }).collect();
        let right: Vec<Text> = open.new.iter().map(|&j| Text { text: &new[j].text, topic: None }).collect();
        let threshold = |l: usize, r: usize| Some(threshold(&old[open.old[l]], &new[open.new[r]]));
        let rarity = Rarity::of(old.iter().chain(new).map(|said| &*said.text));
        let alike = likeness::best_pairs(&rarity, &left, &right, threshold).into_iter();
        matches.extend(alike.map(|pair| Matched {
            old: open.old[pair.left],
            new: open.new[pair.right],
            likeness: Some(pair.percent),
        }));
    }
    matches.sort_unstable_by_key(|found| found.new);
    matches
}

/// The likeness from which two statements count as one.
fn threshold(old: &Passage, new: &Passage) -> u8 {
    match (old.topic, new.topic) {
        _ if old.list != new.list => NEARLY_THE_SAME,
        (Some(one), Some(other)) if one != other => NEARLY_THE_SAME,
        (Some(_), Some(_)) => SAME_TOPIC,
        // A topic that is new or gone takes nothing away from the words.
        _ => likeness::THRESHOLD,
    }
}

/// Two lists, and the places of what is not paired yet.
pub(super) struct Open<'m, T> {
    lists: [&'m [T]; 2],
    pub old: Vec<usize>,
    pub new: Vec<usize>,
}

impl<'m, T> Open<'m, T> {
    pub fn new(old: &'m [T], new: &'m [T]) -> Self {
        Self { lists: [old, new], old: (0..old.len()).collect(), new: (0..new.len()).collect() }
    }

    /// Pairs things of one key, the first with the first.
    pub fn same<K: Hash + Eq>(&mut self, key: impl Fn(&'m T) -> Option<K>) -> Vec<(usize, usize)> {
        let [old, new] = self.lists;
        let mut by_key: HashMap<K, VecDeque<usize>> = HashMap::new();
        for &j in &self.new {
            if let Some(key) = key(&new[j]) {
                by_key.entry(key).or_default().push_back(j);
            }
        }
        let found = |&i: &usize| Some((i, key(&old[i]).and_then(|key| by_key.get_mut(&key)?.pop_front())?));
        let pairs: Vec<(usize, usize)> = self.old.iter().filter_map(found).collect();
        let [olds, news]: [HashSet<usize>; 2] =
            [pairs.iter().map(|pair| pair.0).collect(), pairs.iter().map(|pair| pair.1).collect()];
        self.old.retain(|i| !olds.contains(i));
        self.new.retain(|j| !news.contains(j));
        pairs
    }
}
