//! Likeness between the texts of two lists.
//!
//! # Method
//!
//! The vector space model of G. Salton, A. Wong and C. S. Yang, "A vector space model for automatic indexing"
//! (Communications of the ACM 18, 1975): a text is the set of its words, without endings (M. F. Porter's stemmer, in its
//! later form for English) and without stop words. The rarer a word among the texts, the more it weighs, by the inverse
//! document frequency of K. Spärck Jones, "A statistical interpretation of term specificity and its application in
//! retrieval" (Journal of Documentation 28, 1972), in the form ln(1 + texts / texts with the word). Likeness is the cosine of
//! two such sets: the weight of the words in common, divided by the geometric mean of the weights of all the words of each.
//! These are the vectors whose entries are the square roots of the weights. With the weights themselves, or with Dice's
//! coefficient, the duties of the shipped roles are paired as well where neither side has topics, and worse where one has.
//!
//! One word in common is not enough, unless it is the whole of one of the texts. The very same text is 100 % alike, any
//! other at most 99 %, and a text of nothing but stop words is like no other. In a language without spaces, only whole
//! phrases are compared.
//!
//! Every text of one list is compared with every text of the other. Two lists beyond [`MOST_COMPARED`] have no pairs, and
//! the caller says so.

mod words;

use std::collections::HashMap;

pub use words::{is_stop_word, stands_alone, stems};

/// Texts less alike than this are not the same statement (percent).
///
/// The lowest at which four out of five pairs are right, both between two lists without topics and between one without and
/// one with them, when the duties of the shipped roles are paired again without their topics. Lower, wrong pairs soon
/// outnumber what is won, and a wrong pair is worse than a missed one. `tests/likeness.rs` measures it and prints the table.
pub const THRESHOLD: u8 = 50;

/// The most comparisons between two lists: 2,000 texts with 2,000, which take about half a second.
pub const MOST_COMPARED: usize = 4_000_000;

/// Whether two lists are too long to be paired.
pub const fn is_too_many(left: usize, right: usize) -> bool {
    left.saturating_mul(right) > MOST_COMPARED
}

/// Two texts that are alike, by their places in their lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AlikePair {
    pub left: usize,
    pub right: usize,
    /// 100 is the very same text.
    pub percent: u8,
}

/// A text to be paired.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text<'t> {
    pub text: &'t str,
    /// The name of its topic. A text without a topic may be like that name instead of the text; two texts with topics are
    /// never paired.
    pub topic: Option<&'t str>,
}

/// The rarity of each word among some texts.
pub struct Rarity {
    texts_with: HashMap<String, u32>,
    texts: u32,
}

impl Rarity {
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut rarity = Self { texts_with: HashMap::new(), texts: 0 };
        for text in texts {
            for stem in words::subject(text) {
                *rarity.texts_with.entry(stem).or_default() += 1;
            }
            rarity.texts = rarity.texts.saturating_add(1);
        }
        rarity
    }

    /// The weight of a stem; a new one weighs as much as one met once. A whole number, so that a sum does not depend on its
    /// order.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Between 1 and 23 times the unit.
    fn weight(&self, stem: &str) -> u64 {
        const UNIT: f64 = 65_536.0;
        let texts_with = self.texts_with.get(stem).copied().unwrap_or(1);
        ((f64::from(self.texts.max(1)) / f64::from(texts_with)).ln_1p() * UNIT) as u64
    }

    fn bag(&self, text: &str) -> Bag {
        let weighted = |stem: String| (self.weight(&stem), stem);
        let stems: Vec<(u64, String)> = words::subject(text).into_iter().map(weighted).collect();
        let weight = stems.iter().map(|(weight, _)| weight).sum();
        Bag { stems, weight }
    }

    /// The words of each text and of the name of its topic.
    fn bags(&self, texts: &[Text]) -> Vec<Vec<Bag>> {
        let bags = |text: &Text| [Some(text.text), text.topic].into_iter().flatten().map(|words| self.bag(words)).collect();
        texts.iter().map(bags).collect()
    }
}

/// The words of a text with their weights.
struct Bag {
    /// In alphabetical order.
    stems: Vec<(u64, String)>,
    weight: u64,
}

impl Bag {
    /// The cosine of two bags; none when they have too little in common. A single word of several is no evidence, however
    /// rare: "Much detailed work" is not about "Working hours".
    #[allow(clippy::cast_precision_loss)] // Weights are far below 2^52.
    fn likeness(&self, other: &Self) -> Option<f64> {
        let (mut words, mut in_common) = (0, 0);
        let mut others = other.stems.iter().peekable();
        for (weight, stem) in &self.stems {
            while others.next_if(|(_, other)| other < stem).is_some() {}
            if others.next_if(|(_, other)| other == stem).is_some() {
                words += 1;
                in_common += weight;
            }
        }
        let is_enough = words > 1 || words == 1 && words == self.stems.len().min(other.stems.len());
        is_enough.then(|| in_common as f64 / (self.weight as f64 * other.weight as f64).sqrt())
    }
}

/// Best pairs first, each text used once, from a threshold (percent) on; of two texts with topics there are none.
///
/// Ties are resolved by the order of the texts. `pairs(b, a)` has the pairs of `pairs(a, b)` with their sides swapped.
pub fn pairs_with_topics(rarity: &Rarity, left: &[Text], right: &[Text], threshold: u8) -> Vec<AlikePair> {
    best_pairs(rarity, left, right, |l, r| (left[l].topic.is_none() || right[r].topic.is_none()).then_some(threshold))
}

/// The same with a threshold for each two texts, by their places; none for two that are no pair however alike.
pub fn best_pairs(
    rarity: &Rarity,
    left: &[Text],
    right: &[Text],
    threshold: impl Fn(usize, usize) -> Option<u8>,
) -> Vec<AlikePair> {
    if is_too_many(left.len(), right.len()) {
        return Vec::new();
    }
    let (left_bags, right_bags) = (rarity.bags(left), rarity.bags(right));
    let mut candidates = Vec::new();
    for (l, one) in left.iter().enumerate() {
        for (r, other) in right.iter().enumerate() {
            let Some(threshold) = threshold(l, r) else { continue };
            let score = if one.text == other.text { Some(SAME) } else { best(&left_bags[l], &right_bags[r]) };
            let Some(score) = score.filter(|score| percent(*score) >= threshold) else { continue };
            let has_topic = one.topic.is_some() || other.topic.is_some();
            candidates.push((score, has_topic, AlikePair { left: l, right: r, percent: percent(score) }));
        }
    }
    // The same whichever list is the left one.
    let place = |pair: &AlikePair| (pair.left.min(pair.right), pair.left.max(pair.right));
    candidates.sort_by(|(a, a_topic, one), (b, b_topic, other)| {
        b.total_cmp(a).then_with(|| (a_topic, place(one)).cmp(&(b_topic, place(other))))
    });
    let mut used = [vec![false; left.len()], vec![false; right.len()]];
    let mut pairs = Vec::new();
    for (_, _, pair) in candidates {
        if !used[0][pair.left] && !used[1][pair.right] {
            (used[0][pair.left], used[1][pair.right]) = (true, true);
            pairs.push(pair);
        }
    }
    pairs
}

/// The score of the very same text, above that of the same words.
const SAME: f64 = 2.0;

/// The greatest likeness between a bag of one text and a bag of another.
fn best(left: &[Bag], right: &[Bag]) -> Option<f64> {
    let scores = left.iter().flat_map(|one| right.iter().filter_map(|other| one.likeness(other)));
    scores.max_by(f64::total_cmp)
}

/// Rounded down, so that what is just below a threshold is below it; only the very same text is wholly alike.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Between 0 and 100.
fn percent(score: f64) -> u8 {
    if score >= SAME { 100 } else { (score * 100.0).clamp(0.0, 99.0) as u8 }
}
