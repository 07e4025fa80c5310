//! Which thing of one version is which of the other.
//!
//! Each step pairs what the steps before left over, surest first; within a step the first is paired with the first, so that
//! the versions may change places. No step tries each with each: texts are found by hash, or through the index of
//! [`crate::likeness`].

use std::hash::Hash;

use super::pairing::{Pairing, Version};
use super::said::Said;
use crate::likeness::{self, Rarity};

/// So much alike (percent) are statements that count as the same although they stand elsewhere: under another topic, or in
/// another list. Only a few words differ; two statements of one role may well share half of theirs.
pub const NEARLY_THE_SAME: u8 = 75;

/// So much alike (percent) are statements of one topic in one list that count as one that was reworded. The topic says half
/// of it already.
pub const SAME_TOPIC: u8 = 25;

/// One thing in both versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    pub old: usize,
    pub new: usize,
    /// In percent; 100 is the very same text. None where the words do not matter.
    pub likeness: Option<u8>,
}

/// What is in both versions, by where it stands in the new one.
pub(super) fn matches<'m, 'a>(old: &'m [Said<'a>], new: &'m [Said<'a>], rarity: impl Fn() -> &'m Rarity) -> Vec<Match> {
    let mut matching = Matching { pairing: Pairing::new(old, new), matches: Vec::new(), rarity };
    matching.same(|said| Some((said.place(), &*said.text, said.sources)), Some(100));
    matching.same(|said| Some((said.place(), &*said.text)), Some(100));
    matching.same(|said| said.part.is_keyed().then(|| said.place()), None);
    // What is found by its topic alone has been found.
    let Pairing { open: [left, right], .. } = &mut matching.pairing;
    left.retain(|&i| !old[i].part.is_keyed());
    right.retain(|&i| !new[i].part.is_keyed());
    matching.same(|said| Some((said.part, &*said.text)), Some(100));
    matching.same(|said| Some((said.topic, &*said.text)), Some(100));
    matching.same(|said| Some(&*said.text), Some(100));
    let one_topic = |_, said: &'m Said<'a>| said.topic.map(|topic| (said.part, topic));
    matching.alike(one_topic, likeness::THRESHOLD);
    matching.alike(|_, _| Some(()), NEARLY_THE_SAME);
    // A topic that is only now given, or no longer, takes nothing away from what is said.
    let none = |said: &Said| said.topic.is_none();
    matching.alike(|_, said| none(said).then_some(said.part), likeness::THRESHOLD);
    for without in [Version::Old, Version::New] {
        matching.alike(|of, said| (none(said) == (of == without)).then_some(said.part), likeness::THRESHOLD);
    }
    matching.alike(one_topic, SAME_TOPIC);
    let mut matches = matching.matches;
    matches.sort_unstable_by_key(|found| found.new);
    matches
}

struct Matching<'m, 'a, R> {
    pairing: Pairing<'m, Said<'a>>,
    matches: Vec<Match>,
    rarity: R,
}

impl<'m, 'a, R: Fn() -> &'m Rarity> Matching<'m, 'a, R> {
    /// Pairs things of one key.
    fn same<K: Hash + Eq>(&mut self, key: impl Fn(&'m Said<'a>) -> Option<K>, likeness: Option<u8>) {
        self.matches.extend(self.pairing.same(key).into_iter().map(|(old, new)| Match { old, new, likeness }));
    }

    /// Pairs things of one key whose texts are so much alike.
    fn alike<K: Hash + Eq>(&mut self, key: impl Fn(Version, &'m Said<'a>) -> Option<K>, threshold: u8) {
        let text = |said: &'m Said<'a>| likeness::Text { text: &said.text, topic: None };
        let mut paired = Vec::new();
        for [left, right] in self.pairing.groups(key) {
            let old: Vec<_> = left.iter().map(|&i| text(&self.pairing.old[i])).collect();
            let new: Vec<_> = right.iter().map(|&i| text(&self.pairing.new[i])).collect();
            for pair in likeness::pairs_with_topics((self.rarity)(), &old, &new, threshold) {
                let (old, new) = (left[pair.left], right[pair.right]);
                self.matches.push(Match { old, new, likeness: Some(pair.percent) });
                paired.push((old, new));
            }
        }
        self.pairing.close(&paired);
    }
}
