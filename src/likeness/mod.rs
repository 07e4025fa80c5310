//! Which of two lists of texts are alike, and how much.
//!
//! # Method
//!
//! The vector space model of G. Salton, A. Wong and C. S. Yang, "A vector space model for automatic indexing"
//! (Communications of the ACM 18, 1975): a text is the set of its words, without endings (M. F. Porter's stemmer, in its
//! later form for English) and without stop words. A word weighs the more the fewer texts have it, by the inverse document
//! frequency of K. Spärck Jones, "A statistical interpretation of term specificity and its application in retrieval"
//! (Journal of Documentation 28, 1972), in the form ln(1 + texts / texts with the word). Likeness is the cosine of two
//! such sets: the weight of the words in common, divided by the geometric mean of the weights of all the words of each.
//! These are the vectors whose entries are the square roots of the weights. With the weights themselves, or with Dice's
//! coefficient, the duties of the shipped roles are paired as well where neither side has topics, and worse where one has.
//!
//! One word in common is not enough, unless it is the whole of one of the texts. The very same text is 100 % alike,
//! whatever it consists of; any other text is at most 99 %, and a text of nothing but stop words is like no other. In a
//! language that does not part its words, only whole phrases are compared.
//!
//! # Size
//!
//! Candidates are found through an index from words to texts, and texts of the same words are one candidate. Where a word
//! is so common on both sides that trying each with each would take too long, texts are not found by that word, only by
//! their rarer ones; it counts in their likeness all the same. So both time and memory grow as the lists do, and not as
//! their product.

mod words;

use std::collections::VecDeque;

use std::collections::HashMap;

pub use words::{Finder, Word, is_stop_word, stands_alone, stems, words};

use words::{Bag, Vocabulary};

/// Below this two texts are not taken for the same statement (percent).
///
/// The lowest at which four out of five pairs are right, both between two lists without topics and between one without and
/// one with them, when the duties of the shipped roles are paired again without their topics. Lower, wrong pairs soon
/// outnumber what is won, and a wrong pair is worse than a missed one. `tests/likeness.rs` measures it and prints the table.
pub const THRESHOLD: u8 = 50;

/// Two texts that are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Which text of the one list.
    pub left: usize,
    /// Which text of the other.
    pub right: usize,
    /// How much: 100 is the very same text.
    pub percent: u8,
}

/// A text that is to be paired.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text<'t> {
    /// The text itself.
    pub text: &'t str,
    /// The name of the topic it has already, if it has one. A text without a topic may be like that name instead of the
    /// text; two texts that have topics already are never paired.
    pub topic: Option<&'t str>,
}

/// How rare each word is among some texts.
pub struct Rarity {
    vocabulary: Vocabulary,
    /// In how many texts each stem stands, by its number.
    texts_with: Vec<u32>,
    texts: u32,
}

impl Rarity {
    /// Counts in how many of some texts each word stands.
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut rarity = Self { vocabulary: Vocabulary::new(), texts_with: Vec::new(), texts: 0 };
        for text in texts {
            let bag = rarity.vocabulary.bag(text);
            rarity.texts_with.resize(rarity.vocabulary.len(), 0);
            for stem in bag {
                rarity.texts_with[stem as usize] += 1;
            }
            rarity.texts = rarity.texts.saturating_add(1);
        }
        rarity
    }

    /// What a stem weighs; one that was never met weighs as much as one that was met once. A whole number, so that a sum
    /// does not depend on its order.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Between 1 and 23 times the unit.
    fn weight(&self, stem: &str) -> u64 {
        const UNIT: f64 = 65_536.0;
        let texts_with = self.vocabulary.get(stem).map_or(1, |number| self.texts_with[number as usize]);
        (libm::log1p(f64::from(self.texts.max(1)) / f64::from(texts_with)) * UNIT) as u64
    }
}

/// Best pairs first, each text used once, above the threshold.
///
/// Ties are resolved by the order of the texts. `pairs(b, a)` has the pairs of `pairs(a, b)` with their sides swapped.
pub fn pairs(rarity: &Rarity, left: &[&str], right: &[&str]) -> Vec<Pair> {
    let [left, right] = [left, right].map(|texts| texts.iter().map(|text| Text { text, topic: None }).collect::<Vec<_>>());
    pairs_with_topics(rarity, &left, &right, THRESHOLD)
}

/// The same for texts some of which have a topic already, and above any threshold.
pub fn pairs_with_topics(rarity: &Rarity, left: &[Text], right: &[Text], threshold: u8) -> Vec<Pair> {
    let mut pairing = Pairing { used: [vec![false; left.len()], vec![false; right.len()]], pairs: Vec::new() };
    pairing.pair_the_very_same(left, right);
    let mut vocabulary = Vocabulary::new();
    let [left_used, right_used] = &pairing.used;
    let mut sides = [Side::new(left, left_used, &mut vocabulary), Side::new(right, right_used, &mut vocabulary)];
    let stems = vocabulary.in_order();
    let weights: Vec<u64> = stems.iter().map(|(stem, _)| rarity.weight(stem)).collect();
    for side in &mut sides {
        side.weigh(&stems, &weights);
    }
    let [left, right] = &mut sides;
    for Candidate { score, left: l, right: r } in candidates(left, right, &weights, threshold) {
        pairing.pair(&mut left.entries[l as usize].members, &mut right.entries[r as usize].members, percent(score));
    }
    pairing.pairs
}

/// Texts that count as the same thing to be paired, by their numbers: those without a topic, and those with one.
#[derive(Default)]
struct Members {
    free: VecDeque<u32>,
    placed: VecDeque<u32>,
}

impl Members {
    fn add(&mut self, number: usize, text: &Text) {
        let list = if text.topic.is_some() { &mut self.placed } else { &mut self.free };
        // More texts than that fit into no memory.
        list.extend(u32::try_from(number).ok());
    }
}

/// Pairs as they are made.
struct Pairing {
    /// What has found its other half, of each side.
    used: [Vec<bool>; 2],
    pairs: Vec<Pair>,
}

impl Pairing {
    fn pair_the_very_same(&mut self, left: &[Text], right: &[Text]) {
        let mut same: HashMap<&str, [Members; 2]> = HashMap::new();
        for (i, text) in left.iter().enumerate() {
            same.entry(text.text).or_default()[0].add(i, text);
        }
        for (i, text) in right.iter().enumerate() {
            if let Some(members) = same.get_mut(text.text) {
                members[1].add(i, text);
            }
        }
        for members in same.values_mut() {
            let [left, right] = members;
            self.pair(left, right, 100);
        }
        self.pairs.sort_unstable_by_key(|pair| pair.left);
    }

    /// Pairs what is left of two lists of texts, the first with the first. Where that is possible the topic of neither is
    /// given; two that have one already are not paired.
    fn pair(&mut self, left: &mut Members, right: &mut Members, percent: u8) {
        let Self { used, pairs } = self;
        let [left_used, right_used] = used;
        let mut pair = |left: &mut VecDeque<u32>, right: &mut VecDeque<u32>| {
            while let (Some(l), Some(r)) = (unused(left, left_used), unused(right, right_used)) {
                (left_used[l], right_used[r]) = (true, true);
                pairs.push(Pair { left: l, right: r, percent });
            }
        };
        pair(&mut left.free, &mut right.free);
        pair(&mut left.free, &mut right.placed);
        pair(&mut left.placed, &mut right.free);
    }
}

/// The first that is not used; those before it are dropped for good.
fn unused(list: &mut VecDeque<u32>, used: &[bool]) -> Option<usize> {
    while let Some(&first) = list.front() {
        if !used[first as usize] {
            return Some(first as usize);
        }
        list.pop_front();
    }
    None
}

/// One of two lists of texts, by their words.
struct Side {
    /// Those with a member without a topic first.
    entries: Vec<Entry>,
    /// So many of the entries have a member without a topic.
    free: u32,
}

/// Texts, or names of their topics, of the same words.
struct Entry {
    bag: Bag,
    /// What its words weigh together.
    weight: u64,
    members: Members,
    /// The first of its members, and whether the words are those of its topic's name.
    first: (usize, bool),
}

impl Side {
    fn new(texts: &[Text], used: &[bool], vocabulary: &mut Vocabulary) -> Self {
        let mut by_bag: HashMap<Bag, (Members, (usize, bool))> = HashMap::new();
        for (i, text) in texts.iter().enumerate().filter(|&(i, _)| !used[i]) {
            for (words, is_topic) in [(Some(text.text), false), (text.topic, true)] {
                let bag = words.map(|words| vocabulary.bag(words)).unwrap_or_default();
                if !bag.is_empty() {
                    by_bag.entry(bag).or_insert_with(|| (Members::default(), (i, is_topic))).0.add(i, text);
                }
            }
        }
        let entry = |(bag, (members, first))| Entry { bag, weight: 0, members, first };
        let mut entries: Vec<Entry> = by_bag.into_iter().map(entry).collect();
        entries.sort_unstable_by_key(|entry| (entry.members.free.is_empty(), entry.first));
        let free = entries.partition_point(|entry| !entry.members.free.is_empty());
        Self { entries, free: u32::try_from(free).unwrap_or(u32::MAX) }
    }

    /// Numbers the stems by their place in an order that does not depend on which side is the left one, and weighs them.
    fn weigh(&mut self, stems: &[(&str, u32)], weights: &[u64]) {
        let mut places = vec![0; stems.len()];
        for (place, &(_, number)) in (0..).zip(stems) {
            places[number as usize] = place;
        }
        for entry in &mut self.entries {
            entry.bag.iter_mut().for_each(|stem| *stem = places[*stem as usize]);
            entry.bag.sort_unstable();
            entry.weight = entry.bag.iter().map(|&stem| weights[stem as usize]).sum();
        }
    }

    /// The entries that have each stem, in order.
    fn index(&self, stems: usize) -> Vec<Vec<u32>> {
        let mut index = vec![Vec::new(); stems];
        for (number, entry) in (0..).zip(&self.entries) {
            entry.bag.iter().for_each(|&stem| index[stem as usize].push(number));
        }
        index
    }

    /// How many entries have each stem: those that have a member without a topic, and the rest.
    fn counts(&self, stems: usize) -> Vec<[u64; 2]> {
        let mut counts = vec![[0, 0]; stems];
        for (number, entry) in (0..).zip(&self.entries) {
            entry.bag.iter().for_each(|&stem| counts[stem as usize][usize::from(number >= self.free)] += 1);
        }
        counts
    }
}

/// Two entries that are alike.
struct Candidate {
    score: f64,
    left: u32,
    right: u32,
}

/// So many times at most an entry of one side meets one of the other in the index. Two lists of 4,000 statements, if their
/// words are like those of the shipped corpus, stay below it. Beyond, the time grows with the number of texts alone: two lists
/// of 100,000 texts take a few seconds.
const MOST_MEETINGS: u64 = 4_000_000;

/// What is alike, best first.
fn candidates(left: &Side, right: &Side, weights: &[u64], threshold: u8) -> Vec<Candidate> {
    let index = right.index(weights.len());
    let common = common(left, right, weights.len());
    let common_weight =
        |entry: &Entry| entry.bag.iter().filter(|&&stem| common[stem as usize]).map(|&stem| weights[stem as usize]).sum::<u64>();
    let common_weights: Vec<u64> = right.entries.iter().map(common_weight).collect();
    let mut candidates = same_words(left, right);
    let mut in_common = vec![0_u64; right.entries.len()];
    let mut met: Vec<u32> = Vec::new();
    for (number, entry) in (0..).zip(&left.entries) {
        for &stem in entry.bag.iter().filter(|&&stem| !common[stem as usize]) {
            let list = &index[stem as usize];
            // Two texts with topics are no pair.
            let free = || list.partition_point(|&other| other < right.free);
            let list = if number < left.free { list } else { &list[..free()] };
            for &other in list {
                let shared = &mut in_common[other as usize];
                if *shared == 0 {
                    met.push(other);
                }
                *shared += weights[stem as usize];
            }
        }
        let unseen = common_weight(entry);
        for other in met.drain(..) {
            let seen = std::mem::take(&mut in_common[other as usize]);
            let found = &right.entries[other as usize];
            let unseen = unseen.min(common_weights[other as usize]);
            if percent(score(seen + unseen, entry, found)) < threshold {
                continue;
            }
            let (words, shared) = common_words(&entry.bag, &found.bag, weights);
            let score = score(shared, entry, found);
            if percent(score) >= threshold && is_enough(words, entry, found) {
                candidates.push(Candidate { score, left: number, right: other });
            }
        }
    }
    let order = |candidate: &Candidate| {
        let (l, r) = (&left.entries[candidate.left as usize], &right.entries[candidate.right as usize]);
        // The same whichever side is the left one.
        let [near, far] = if (l.first, &l.bag) < (r.first, &r.bag) { [l, r] } else { [r, l] };
        (near.first, far.first, &near.bag, &far.bag)
    };
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| order(a).cmp(&order(b))));
    candidates
}

/// Which stems are so common on both sides that nothing is found by them: all but the rarest that together make no more
/// than the meetings allowed. It is the same whichever side is the left one.
fn common(left: &Side, right: &Side, stems: usize) -> Vec<bool> {
    let (here, there) = (left.counts(stems), right.counts(stems));
    let meetings = here.iter().zip(there).map(|(here, there)| here[0] * (there[0] + there[1]) + here[1] * there[0]);
    let mut rarest: Vec<(u64, usize)> = meetings.zip(0..).collect();
    rarest.sort_unstable();
    let mut common = vec![false; stems];
    let mut sum: u64 = 0;
    for (meetings, stem) in rarest {
        sum = sum.saturating_add(meetings);
        common[stem] = sum > MOST_MEETINGS;
    }
    common
}

/// Entries of the same words on both sides, however common these are.
fn same_words(left: &Side, right: &Side) -> Vec<Candidate> {
    let by_bag: HashMap<&Bag, u32> = (0..).zip(&right.entries).map(|(number, entry)| (&entry.bag, number)).collect();
    let same = |(left, entry): (u32, &Entry)| Some(Candidate { score: 1.0, left, right: *by_bag.get(&entry.bag)? });
    (0..).zip(&left.entries).filter_map(same).collect()
}

/// How many words two bags have in common, and what these weigh.
fn common_words(one: &[u32], other: &[u32], weights: &[u64]) -> (usize, u64) {
    let (mut i, mut j, mut words, mut weight) = (0, 0, 0, 0);
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        if a == b {
            words += 1;
            weight += weights[*a as usize];
        }
        i += usize::from(a <= b);
        j += usize::from(b <= a);
    }
    (words, weight)
}

/// Whether so many words in common are enough: two, or all of one of the texts. A single word of several is no evidence,
/// however rare: "Much detailed work" is not about "Working hours".
fn is_enough(words: usize, one: &Entry, other: &Entry) -> bool {
    words > 1 || words == one.bag.len().min(other.bag.len())
}

/// The cosine of two entries with so much in common.
#[allow(clippy::cast_precision_loss)] // Weights are far below 2^52.
fn score(in_common: u64, one: &Entry, other: &Entry) -> f64 {
    in_common as f64 / (one.weight as f64 * other.weight as f64).sqrt()
}

/// Rounded down, so that what is just below a threshold is below it; only the very same text is wholly alike.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Between 0 and 99.
fn percent(score: f64) -> u8 {
    (score * 100.0).clamp(0.0, 99.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    const DUTIES: [&str; 4] = [
        "Leads the sales team to its goals",
        "Oversees audits and internal controls",
        "Reports revenue results to the board",
        "Plans the budget for the year",
    ];

    fn rarity() -> Rarity {
        Rarity::of(DUTIES)
    }

    fn found(left: &[&str], right: &[&str]) -> Vec<(usize, usize)> {
        pairs(&rarity(), left, right).into_iter().map(|pair| (pair.left, pair.right)).collect()
    }

    /// How much two texts are alike, whether or not that is enough to be a pair.
    fn percent_of(one: &str, other: &str) -> Option<u8> {
        let text = |text| Text { text, topic: None };
        pairs_with_topics(&rarity(), &[text(one)], &[text(other)], 0).first().map(|pair| pair.percent)
    }

    #[test]
    fn the_very_same_text_is_wholly_alike_whatever_it_says() {
        for text in ["Leads sales", "", "...", "It is what it is", "最高執行責任者"] {
            assert_eq!(percent_of(text, text), Some(100), "{text:?}");
        }
        assert_eq!(pairs(&rarity(), &DUTIES, &DUTIES).len(), DUTIES.len());
        assert!(pairs(&rarity(), &DUTIES, &DUTIES).iter().all(|pair| pair.left == pair.right && pair.percent == 100));
    }

    #[test]
    fn the_same_words_in_another_order_case_or_form_are_nearly_wholly_alike() {
        for other in ["Leading a SALES team", "team, sales: leads!", "Leads the sales teams"] {
            assert_eq!(percent_of("Leads the sales team", other), Some(99), "{other:?}");
        }
    }

    #[test]
    fn a_text_of_no_words_or_stop_words_alone_is_like_no_other() {
        for text in ["", "--", "It is what they do", "the"] {
            assert_eq!(percent_of(text, "It was done"), None, "{text:?}");
            assert_eq!(percent_of(text, "Leads the sales team"), None, "{text:?}");
        }
    }

    #[test]
    fn texts_are_alike_by_the_words_they_share() {
        let likeness = percent_of("Leads the sales team", "Leads and motivates the sales team").expect("three common words");
        assert!((70..95).contains(&likeness), "{likeness}");
        assert_eq!(percent_of("Leads the sales team", "Audits accounts"), None);
        assert_eq!(percent_of("Leads the sales team", "Leads audits"), None, "one word of several says nothing");
        assert!(percent_of("Leads the sales team", "Sales").is_some(), "the word is all that is said");
    }

    #[test]
    fn a_rare_word_in_common_counts_for_more_than_a_common_one() {
        let rarity = Rarity::of(["big sales audits", "big sales goals", "sales plans", "sales teams", "big audits"]);
        let percent = |one, other| {
            let text = |text| Text { text, topic: None };
            pairs_with_topics(&rarity, &[text(one)], &[text(other)], 0)[0].percent
        };
        assert!(percent("big sales audits", "big audits goals") > percent("big sales audits", "big sales goals"));
    }

    #[test]
    fn the_best_pair_comes_first_and_takes_its_texts() {
        let left = ["Leads the sales team", "Leads the large sales team in Europe"];
        let right = ["Leads the large sales team", "Audits"];
        assert_eq!(found(&left, &right), [(1, 0)]);
        assert_eq!(found(&[left[0]], &right), [(0, 0)]);
    }

    #[test]
    fn what_is_below_the_threshold_is_no_pair() {
        let (one, other) = ("Leads the sales team", "Leads audits of the finance team and every subsidiary abroad");
        let percent = percent_of(one, other).expect("two common words");
        assert!(percent < THRESHOLD, "{percent}");
        assert_eq!(found(&[one], &[other]), []);
    }

    #[test]
    fn among_equals_the_first_goes_with_the_first() {
        let left = ["Leads sales", "sales leads", "sales, leads"];
        assert_eq!(found(&left, &["leads the sales", "leads all sales"]), [(0, 0), (1, 1)]);
        assert_eq!(found(&["x y", "x z"], &["x q", "x p"]), found(&["x q", "x p"], &["x y", "x z"]));
    }

    #[test]
    fn a_text_without_a_topic_may_be_like_the_name_of_one() {
        let (free, placed) = (
            Text { text: "Hires people", topic: None },
            Text { text: "Finds staff for open posts", topic: Some("People and hiring") },
        );
        let found = pairs_with_topics(&rarity(), &[free], &[placed], THRESHOLD);
        assert_eq!(found, [Pair { left: 0, right: 0, percent: 99 }]);
        assert_eq!(pairs_with_topics(&rarity(), &[free], &[Text { topic: None, ..placed }], THRESHOLD), []);
    }

    #[test]
    fn two_texts_that_have_topics_are_never_a_pair() {
        let placed = DUTIES.map(|text| Text { text, topic: Some("Selling") });
        assert_eq!(pairs_with_topics(&rarity(), &placed, &placed, 0), []);
        let mixed = [placed[0], Text { topic: None, ..placed[0] }];
        // What has no topic goes with its like first.
        assert_eq!(pairs_with_topics(&rarity(), &mixed, &mixed, 0), [Pair { left: 1, right: 1, percent: 100 }]);
        assert_eq!(pairs_with_topics(&rarity(), &mixed, &placed[..1], 0), [Pair { left: 1, right: 0, percent: 100 }]);
    }

    /// Texts of so many different words of a few, and as many of the same ones in another order.
    fn crowd(size: usize) -> (Vec<String>, Vec<String>) {
        let word = |number: usize| format!("word{}", number % 40);
        let text = |i: usize| [word(i), word(i / 40), word(i / 1600), word(i * 7), word(i / 13)];
        let left = (0..size).map(|i| text(i).join(" ")).collect();
        let right = (0..size).map(|i| text(i).into_iter().rev().collect::<Vec<_>>().join(" and "));
        (left, right.collect())
    }

    #[test]
    fn a_crowd_of_texts_of_few_words_is_paired_in_the_same_way_from_either_side_and_in_time() {
        // Each word stands in a thousand texts: far more meetings than are allowed.
        let (left, right) = crowd(8_000);
        let [left, right]: [Vec<&str>; 2] = [&left, &right].map(|texts| texts.iter().map(String::as_str).collect());
        let rarity = Rarity::of(left.iter().chain(&right).copied());
        let mut forth: Vec<_> = pairs(&rarity, &left, &right).iter().map(|pair| (pair.left, pair.right, pair.percent)).collect();
        let mut back: Vec<_> = pairs(&rarity, &right, &left).iter().map(|pair| (pair.right, pair.left, pair.percent)).collect();
        forth.sort_unstable();
        back.sort_unstable();
        assert_eq!(forth, back);
        assert_eq!(forth.len(), left.len(), "what consists of the same words is found however common they are");
    }

    #[test]
    fn a_crowd_of_one_text_is_paired_one_to_one() {
        let found = pairs(&rarity(), &vec![DUTIES[0]; 50_000], &vec![DUTIES[0]; 50_000]);
        assert!(found.len() == 50_000 && found.iter().all(|pair| pair.left == pair.right));
        let found = pairs(&rarity(), &vec!["Leads sales"; 50_000], &vec!["Sales leads"; 20_000]);
        assert!(found.len() == 20_000 && found.iter().all(|pair| pair.left == pair.right && pair.percent == 99));
    }
}
