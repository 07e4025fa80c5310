//! Likeness: its laws, and its yardstick, which is the statements of the shipped roles, paired again without their topics.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::Config;
use roles::facets::{Facet, Item, Subject, items};
use roles::likeness::{AlikePair, Rarity, THRESHOLD, Text, pairs_with_topics};

/// What one role says in a facet.
type Said<'a> = Vec<(Subject<'a>, Item<'a>)>;

/// How pairs that were found at some threshold agree with the topics.
#[derive(Debug, Clone, Copy, Default)]
struct Measured {
    /// Pairs found.
    found: u32,
    /// Pairs found of two statements of one topic.
    right: u32,
    /// Pairs of one topic that there are to find, each statement used once.
    possible: u32,
}

impl Measured {
    fn precision(self) -> f64 {
        f64::from(self.right) / f64::from(self.found.max(1))
    }
}

/// Which of two lists keeps its topics.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Topics {
    /// Neither: two people's own files.
    Neither,
    /// The second: somebody's own file beside a shipped role.
    Second,
}

/// Pairs what each two of the shipped roles say in a facet, at every threshold from 25 to 100 in steps of 5.
fn measure(facet: Facet, topics: Topics) -> BTreeMap<u8, Measured> {
    let corpus = roles::builtin::corpus();
    let with_topic = |said: Said<'static>| said.into_iter().filter(|(subject, _)| subject.topic.is_some()).collect();
    let said: Vec<Said> = corpus.roles.iter().map(|role| with_topic(items(corpus, role, facet))).collect();
    let mut measured: BTreeMap<u8, Measured> = (5..=20).map(|step| (step * 5, Measured::default())).collect();
    for (i, one) in said.iter().enumerate() {
        for (j, other) in said.iter().enumerate() {
            // Without topics one side is as good as the other.
            if i == j || (topics == Topics::Neither && i > j) {
                continue;
            }
            let found = find(one, other, topics);
            for (&threshold, at) in &mut measured {
                // Pairs are made best first, so that a higher threshold only leaves out the last of them.
                let found = found.iter().filter(|pair| pair.percent >= threshold);
                at.found += u32::try_from(found.clone().count()).expect("few pairs");
                let right = found.filter(|pair| one[pair.left].0.topic == other[pair.right].0.topic);
                at.right += u32::try_from(right.count()).expect("few pairs");
                at.possible += possible(one, other);
            }
        }
    }
    measured
}

fn find(one: &Said, other: &Said, topics: Topics) -> Vec<AlikePair> {
    let text = |(_, item): &'_ (Subject, Item)| item.text.clone();
    let (left, right): (Vec<String>, Vec<String>) = (one.iter().map(text).collect(), other.iter().map(text).collect());
    let rarity = Rarity::of(left.iter().chain(&right).map(String::as_str));
    let left: Vec<Text> = left.iter().map(|text| Text { text, topic: None }).collect();
    let topics = other.iter().map(|(subject, _)| (topics == Topics::Second).then_some(subject.label));
    let right: Vec<Text> = right.iter().zip(topics).map(|(text, topic)| Text { text, topic }).collect();
    pairs_with_topics(&rarity, &left, &right, 25)
}

/// How many pairs of one topic two lists have, each statement used once.
fn possible(one: &Said, other: &Said) -> u32 {
    let count = |said: &Said, topic| said.iter().filter(|(subject, _)| subject.topic == topic).count();
    let mut topics: Vec<Option<&str>> = one.iter().map(|(subject, _)| subject.topic).collect();
    topics.sort_unstable();
    topics.dedup();
    topics.into_iter().map(|topic| u32::try_from(count(one, topic).min(count(other, topic))).expect("few statements")).sum()
}

#[test]
fn four_of_five_pairs_at_the_threshold_are_right_and_fewer_below() {
    let all = |threshold| {
        let cases = [Facet::Duties, Facet::Skills, Facet::Metrics]
            .map(|facet| [Topics::Neither, Topics::Second].map(|topics| (facet, topics)));
        let measured = cases.into_iter().flatten().map(|(facet, topics)| measure(facet, topics)[&threshold]);
        measured.fold(Measured::default(), |sum, one| Measured {
            found: sum.found + one.found,
            right: sum.right + one.right,
            possible: sum.possible + one.possible,
        })
    };
    let [chosen, lower] = [THRESHOLD, THRESHOLD - 10].map(all);
    assert!(chosen.precision() >= 0.8, "{}", chosen.precision());
    assert!(lower.precision() < 0.8, "{}: a lower threshold would do", lower.precision());
}

/// The likeness of two texts, enough for a pair or not.
fn percent(one: &str, other: &str) -> Option<u8> {
    let rarity = Rarity::of(["big sales audits", "big sales goals", "sales plans", "sales teams", "big audits"]);
    let text = |text| Text { text, topic: None };
    pairs_with_topics(&rarity, &[text(one)], &[text(other)], 0).first().map(|pair| pair.percent)
}

#[test]
fn texts_are_alike_by_the_words_they_share_in_any_form_and_the_rarer_the_more() {
    assert_eq!(percent("Leads the sales team", "Leading a SALES team"), Some(99));
    assert_eq!(percent("Leads the sales team", "Leads audits"), None, "one word of several says nothing");
    assert!(percent("Leads the sales team", "Sales").is_some(), "the word is all that is said");
    assert_eq!(percent("It is what they do", "It was done"), None, "words of grammar have no subject");
    assert!(percent("big sales audits", "big audits goals") > percent("big sales audits", "big sales goals"));
}

/// Texts of few words, some of nothing but stop words, some with a topic of the same words.
fn texts() -> impl Strategy<Value = Vec<(String, Option<String>)>> {
    let words = || vec(select(&["sales", "team", "leads", "leading", "the", "of", "board", "budgets", "cash"][..]), 0..5);
    vec((words(), option::weighted(0.4, words())), 0..9)
        .prop_map(|drawn| drawn.into_iter().map(|(text, topic)| (text.join(" "), topic.map(|topic| topic.join(" ")))).collect())
}

proptest! {
    #![proptest_config(Config { cases: 500, failure_persistence: None, ..Config::default() })]

    #[test]
    fn pairs_are_the_same_from_either_side_one_to_one_and_the_best_there_are(one in texts(), other in texts(), least in 0_u8..=100) {
        let [one, other]: [Vec<Text>; 2] = [&one, &other].map(|texts| {
            texts.iter().map(|(text, topic)| Text { text, topic: topic.as_deref() }).collect()
        });
        let rarity = Rarity::of(one.iter().chain(&other).map(|text| text.text));
        let forth = pairs_with_topics(&rarity, &one, &other, least);
        let mut back: Vec<AlikePair> = pairs_with_topics(&rarity, &other, &one, least);
        for pair in &mut back {
            (pair.left, pair.right) = (pair.right, pair.left);
        }
        let sorted = |pairs: &[AlikePair]| {
            let mut pairs: Vec<_> = pairs.iter().map(|pair| (pair.left, pair.right, pair.percent)).collect();
            pairs.sort_unstable();
            pairs
        };
        prop_assert_eq!(sorted(&forth), sorted(&back));
        prop_assert!(forth.is_sorted_by(|a, b| a.percent >= b.percent), "{:?}", forth);
        for (i, a) in one.iter().enumerate() {
            prop_assert!(forth.iter().filter(|pair| pair.left == i).count() <= 1);
            for (j, b) in other.iter().enumerate() {
                prop_assert!(forth.iter().filter(|pair| pair.right == j).count() <= 1);
                // Alone with each other they are as much alike as in a crowd, and were passed over only for what is better.
                let alone = pairs_with_topics(&rarity, &[*a], &[*b], least).first().map(|pair| pair.percent);
                let taken = |pair: &&AlikePair| (pair.left == i || pair.right == j) && Some(pair.percent) >= alone;
                prop_assert!(alone.is_none() || forth.iter().any(|pair| taken(&pair)), "{:?} and {:?}", a, b);
                let together = forth.iter().find(|pair| (pair.left, pair.right) == (i, j)).map(|pair| pair.percent);
                prop_assert!(together.is_none() || together == alone);
                prop_assert_eq!(alone == Some(100), a.text == b.text && (a.topic.is_none() || b.topic.is_none()));
            }
        }
    }
}
