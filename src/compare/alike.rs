//! Sets what has no topic beside what is like it.
//!
//! A statement without a topic may be like a statement of another role: like its text or, where that one has a topic, like
//! the name of the topic. Then it joins that statement's row, and with it the topic. So a file without any topics can be
//! compared with the shipped roles. It joins no topic of which its own role says something under that name, unless in the
//! very same words: whoever gave others this topic, and this one none, will have had a reason.
//!
//! Likeness is asked of each two roles as if there were no others, and how rare a word is ([`Rarity`]) is counted in what
//! these two say in the facet. So a third role changes nothing of what two have in common. Among several roles, rows are then
//! joined best first, as long as a row stays one of one topic, and without a topic one of at most one statement of each role.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::MOST_IN_PAIRS;
use crate::facets::{Item, Subject};
use crate::likeness::{self, Rarity, THRESHOLD, Text};

/// The items of one role in a facet.
type Items<'a> = Vec<(Subject<'a>, Item<'a>)>;

/// The key of a row: the topic of its items or, without one, their text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Key<'a> {
    Topic(usize, &'a str),
    Text(String),
}

impl<'a> Key<'a> {
    pub fn of(subject: &Subject<'a>, item: &Item<'a>) -> Self {
        subject.topic.map_or_else(|| Self::Text(item.text.clone()), |topic| Self::Topic(subject.rank, topic))
    }
}

/// The rows that statements without a topic have joined.
#[derive(Default)]
pub(super) struct Alike<'a> {
    rows: Vec<Joined<'a>>,
    /// The row of each such statement, by its text.
    by_text: HashMap<String, usize>,
    /// Whether two roles say too much to be compared by likeness.
    pub is_too_long: bool,
}

/// A row that was joined.
pub(super) struct Joined<'a> {
    pub key: Key<'a>,
    pub subject: Subject<'a>,
    /// The likeness of the least alike.
    pub percent: u8,
}

impl<'a> Alike<'a> {
    pub fn among(items: &[Items<'a>]) -> Self {
        if !(2..=MOST_IN_PAIRS).contains(&items.len()) || items.iter().flatten().all(|(subject, _)| subject.topic.is_some()) {
            return Self::default();
        }
        let (mut links, is_too_long) = links(items);
        // By what is linked, so that it does not matter which role comes first.
        links.sort_by(|a, b| (Reverse(a.percent), &a.ends).cmp(&(Reverse(b.percent), &b.ends)));
        links.dedup();
        let mut groups = Groups::new(items, &links);
        for link in &links {
            groups.join(link);
        }
        Self { is_too_long, ..groups.into_rows() }
    }

    /// The row that an item without a topic has joined.
    pub fn row_of(&self, subject: &Subject, item: &Item) -> Option<&Joined<'a>> {
        let row = self.by_text.get(&item.text).filter(|_| subject.topic.is_none());
        row.map(|&row| &self.rows[row])
    }
}

/// Two rows that hold statements of two roles that are alike; at least one of them is of a statement without a topic.
#[derive(PartialEq)]
struct Link<'a> {
    percent: u8,
    /// In the order of their keys.
    ends: [Key<'a>; 2],
}

/// What each two roles have that is alike, and whether two were too long to be compared.
fn links<'a>(items: &[Items<'a>]) -> (Vec<Link<'a>>, bool) {
    let topics = |items: &'_ Items<'a>| items.iter().filter_map(|(subject, _)| subject.topic).collect();
    let topics: Vec<HashSet<&str>> = items.iter().map(topics).collect();
    let free: Vec<HashSet<&str>> = items.iter().map(|items| items.iter().filter_map(free_text).collect()).collect();
    let (mut links, mut is_too_long) = (Vec::new(), false);
    for (i, one) in items.iter().enumerate() {
        for (j, other) in items.iter().enumerate().skip(i + 1) {
            let [left, right] = [(one, j), (other, i)].map(|(items, other)| {
                let open = |(subject, item): &&(Subject, Item)| match subject.topic {
                    // The same text without a topic is in one row already.
                    None => !free[other].contains(&*item.text),
                    Some(topic) => !topics[other].contains(topic) || free[other].contains(&*item.text),
                };
                items.iter().filter(open).collect::<Vec<_>>()
            });
            if left.iter().chain(&right).all(|(subject, _)| subject.topic.is_some()) {
                continue;
            }
            is_too_long |= likeness::is_too_many(left.len(), right.len());
            let rarity = Rarity::of(one.iter().chain(other).map(|(_, item)| &*item.text));
            let [lefts, rights] = [&left, &right].map(|items| items.iter().map(|item| text(item)).collect::<Vec<_>>());
            for pair in likeness::pairs_with_topics(&rarity, &lefts, &rights, THRESHOLD) {
                let mut ends = [left[pair.left], right[pair.right]].map(|(subject, item)| Key::of(subject, item));
                ends.sort();
                links.push(Link { percent: pair.percent, ends });
            }
        }
    }
    (links, is_too_long)
}

/// The text of an item without a topic.
fn free_text<'i>((subject, item): &'i (Subject, Item)) -> Option<&'i str> {
    subject.topic.is_none().then_some(&*item.text)
}

fn text<'i>((subject, item): &'i (Subject, Item)) -> Text<'i> {
    Text { text: &item.text, topic: subject.topic.map(|_| subject.label) }
}

/// Rows on their way into each other.
struct Groups<'a> {
    /// The group of each row that is linked.
    by_key: BTreeMap<Key<'a>, usize>,
    groups: Vec<Group<'a>>,
}

struct Group<'a> {
    subject: Subject<'a>,
    /// The roles that have the topic by themselves; without a topic, all that are in it.
    holders: Vec<usize>,
    /// The group it has become part of, if it has.
    part_of: Option<usize>,
    /// The likeness of the least alike, once something has joined.
    percent: Option<u8>,
}

impl<'a> Groups<'a> {
    fn new(items: &[Items<'a>], links: &[Link<'a>]) -> Self {
        let mut by_key = BTreeMap::new();
        for end in links.iter().flat_map(|link| &link.ends) {
            let next = by_key.len();
            by_key.entry(end.clone()).or_insert(next);
        }
        let mut groups: Vec<Option<Group>> = by_key.iter().map(|_| None).collect();
        for (column, items) in items.iter().enumerate() {
            for (subject, item) in items {
                let Some(&number) = by_key.get(&Key::of(subject, item)) else { continue };
                let group = groups[number].get_or_insert_with(|| Group {
                    subject: *subject,
                    holders: Vec::new(),
                    part_of: None,
                    percent: None,
                });
                if group.holders.last() != Some(&column) {
                    group.holders.push(column);
                }
            }
        }
        // Every link is between items, so that no group is left without one.
        Self { by_key, groups: groups.into_iter().flatten().collect() }
    }

    /// The group that a row is in by now.
    fn group_of(&self, key: &Key<'a>) -> usize {
        let mut group = self.by_key[key];
        while let Some(whole) = self.groups[group].part_of {
            group = whole;
        }
        group
    }

    fn join(&mut self, link: &Link<'a>) {
        let [one, other] = link.ends.each_ref().map(|key| self.group_of(key));
        let (whole, part) = if self.groups[one].subject.topic.is_some() { (one, other) } else { (other, one) };
        let has_topic = |group: usize| self.groups[group].subject.topic.is_some();
        let apart = || self.groups[part].holders.iter().all(|column| !self.groups[whole].holders.contains(column));
        let same_words = has_topic(whole) && link.percent == 100;
        if whole == part || has_topic(part) || !(same_words || apart()) {
            return;
        }
        let joined = std::mem::take(&mut self.groups[part].holders);
        self.groups[part].part_of = Some(whole);
        let percents = [self.groups[part].percent, self.groups[whole].percent, Some(link.percent)];
        let whole = &mut self.groups[whole];
        whole.percent = percents.into_iter().flatten().min();
        if whole.subject.topic.is_none() {
            whole.holders.extend(joined);
        }
    }

    fn into_rows(self) -> Alike<'a> {
        let mut rows: Vec<Joined> = Vec::new();
        let mut row_of_group: HashMap<usize, usize> = HashMap::new();
        let mut by_text = HashMap::new();
        // In the order of keys: a group without a topic is named after the first of its texts.
        for key in self.by_key.keys() {
            let number = self.group_of(key);
            let Some(percent) = self.groups[number].percent else { continue };
            let row = *row_of_group.entry(number).or_insert_with(|| {
                rows.push(Joined { key: key.clone(), subject: self.groups[number].subject, percent });
                rows.len() - 1
            });
            if let Key::Text(text) = key {
                by_text.insert(text.clone(), row);
            }
        }
        Alike { rows, by_text, is_too_long: false }
    }
}
