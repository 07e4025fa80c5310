//! Pairs the things of two versions: the same place and text first, then the same place or text, then the most alike.
//!
//! Within a step the first goes with the first, so that the versions may change places.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

use super::said::Said;
use crate::likeness::{self, Rarity, Text};

/// From here on (percent) two statements are the same one wherever they stand. Only a few words differ; two statements of
/// one role may well share half of theirs.
pub const NEARLY_THE_SAME: u8 = 75;

/// From here on (percent) two statements of one topic in one list are the same one. The topic says half of it already.
pub const SAME_TOPIC: u8 = 25;

/// One thing in both versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Matched {
    pub old: usize,
    pub new: usize,
    /// In percent; 100 is the very same text. None where the words do not matter.
    pub likeness: Option<u8>,
}

/// What both versions have, by its place in the new one; nothing is paired by likeness where there is too much of it.
pub(super) fn matches<'r>(old: &[Said], new: &[Said], rarity: impl FnOnce() -> &'r Rarity) -> (Vec<Matched>, bool) {
    let mut open = Open::new(old, new);
    let mut matches = Vec::new();
    let mut add = |pairs: Vec<(usize, usize)>, likeness| {
        matches.extend(pairs.into_iter().map(|(old, new)| Matched { old, new, likeness }));
    };
    add(open.same(|said| Some((said.part, said.topic, &*said.text, said.sorted_sources()))), Some(100));
    add(open.same(|said| Some((said.part, said.topic, &*said.text))), Some(100));
    add(open.same(|said| said.part.is_keyed.then_some((said.part, said.topic))), None);
    open.old.retain(|&i| !old[i].part.is_keyed);
    open.new.retain(|&i| !new[i].part.is_keyed);
    add(open.same(|said| Some((said.part, &*said.text))), Some(100));
    add(open.same(|said| Some((said.topic, &*said.text))), Some(100));
    add(open.same(|said| Some(&*said.text)), Some(100));
    let is_too_much = likeness::is_too_many(open.old.len(), open.new.len());
    if !open.old.is_empty() && !open.new.is_empty() && !is_too_much {
        fn text<'s>(said: &'s Said) -> Text<'s> {
            Text { text: &said.text, topic: None }
        }
        let left: Vec<Text> = open.old.iter().map(|&i| text(&old[i])).collect();
        let right: Vec<Text> = open.new.iter().map(|&j| text(&new[j])).collect();
        let threshold = |l: usize, r: usize| Some(threshold(&old[open.old[l]], &new[open.new[r]]));
        for pair in likeness::best_pairs(rarity(), &left, &right, threshold) {
            matches.push(Matched { old: open.old[pair.left], new: open.new[pair.right], likeness: Some(pair.percent) });
        }
    }
    matches.sort_unstable_by_key(|found| found.new);
    (matches, is_too_much)
}

/// The likeness from which two statements count as one.
fn threshold(old: &Said, new: &Said) -> u8 {
    match (old.topic, new.topic) {
        _ if old.part != new.part => NEARLY_THE_SAME,
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
        let mut pairs = Vec::new();
        let mut paired = vec![false; new.len()];
        self.old.retain(|&i| {
            let found = key(&old[i]).and_then(|key| by_key.get_mut(&key)?.pop_front());
            if let Some(j) = found {
                pairs.push((i, j));
                paired[j] = true;
            }
            found.is_none()
        });
        self.new.retain(|&j| !paired[j]);
        pairs
    }
}
