//! Sets statements without a topic beside similar ones.
//!
//! A statement without a topic may be like a statement of another role: like its text or, where that one has a topic, like
//! the name of the topic. Then it joins that statement's row, and with it the topic. So a file without any topics can be
//! compared with the shipped roles. It joins no topic under which its own role has statements, unless in the very same words:
//! whoever gave those this topic, and this one none, will have had a reason.
//!
//! Likeness is found for each two roles as if there were no others, and the rarity of a word ([`Rarity`]) is counted in the
//! statements of these two in the facet. So a third role does not change what two have in common. Among several roles, rows are
//! then joined, the most alike first, as long as a row keeps to one topic or, without a topic, to one statement of each role.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::row::Row;
use crate::facets::{Item, Subject};
use crate::likeness::{self, Rarity, THRESHOLD, Text};

/// An item of a role in a facet.
type Entry<'a> = (Subject<'a>, Item<'a>);

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

/// Two rows with statements of two roles that are alike, best first; at least one of them has no topic. In an order that does
/// not depend on which role comes first.
type Link<'a> = (Reverse<u8>, [Key<'a>; 2]);

/// Joins rows whose statements are alike; tells whether the lists of two roles were too long for that.
pub(super) fn join_alike<'a>(rows: &mut Vec<Row<'a>>, mut places: HashMap<Key<'a>, usize>, items: &[Vec<Entry<'a>>]) -> bool {
    let (mut links, is_too_long) = links(items);
    links.sort();
    links.dedup();
    // The roles that have the topic of a row by themselves; without a topic, all that are in it.
    let mut holders: Vec<HashSet<usize>> = rows.iter().map(|row| row.holders().collect()).collect();
    for (Reverse(percent), ends) in links {
        let [one, other] = ends.map(|key| places[&key]);
        let has_topic = |row: usize| rows[row].subject.topic.is_some();
        let (whole, part) = if has_topic(one) { (one, other) } else { (other, one) };
        let same_words = has_topic(whole) && percent == 100;
        if whole == part || has_topic(part) || !(same_words || holders[whole].is_disjoint(&holders[part])) {
            continue;
        }
        if !has_topic(whole) {
            let joined = std::mem::take(&mut holders[part]);
            holders[whole].extend(joined);
        }
        let cells = std::mem::take(&mut rows[part].cells);
        let percents = [rows[part].likeness, rows[whole].likeness, Some(percent)];
        rows[whole].likeness = percents.into_iter().flatten().min();
        for (cell, joined) in rows[whole].cells.iter_mut().zip(cells) {
            cell.items.extend(joined.items);
        }
        places.values_mut().filter(|row| **row == part).for_each(|row| *row = whole);
    }
    rows.retain(|row| !row.cells.is_empty());
    for row in rows.iter_mut().filter(|row| row.likeness.is_some()) {
        for (cell, items) in row.cells.iter_mut().zip(items) {
            cell.items.sort_by_key(|item| items.iter().position(|(_, written)| written == item));
        }
    }
    is_too_long
}

/// The links between each two roles, and whether two lists were too long to be compared.
fn links<'a>(items: &[Vec<Entry<'a>>]) -> (Vec<Link<'a>>, bool) {
    let topics: Vec<HashSet<&str>> =
        items.iter().map(|items| items.iter().filter_map(|(subject, _)| subject.topic).collect()).collect();
    let free: Vec<HashSet<&str>> = items.iter().map(|items| items.iter().filter_map(free_text).collect()).collect();
    let (mut links, mut is_too_long) = (Vec::new(), false);
    for (i, one) in items.iter().enumerate() {
        for (j, other) in items.iter().enumerate().skip(i + 1).filter(|(j, _)| !free[i].is_empty() || !free[*j].is_empty()) {
            let [left, right] = [(one, j), (other, i)].map(|(items, other)| {
                let open = |(subject, item): &&Entry| match subject.topic {
                    // The same text without a topic is in one row already.
                    None => !free[other].contains(&*item.text),
                    Some(topic) => !topics[other].contains(topic) || free[other].contains(&*item.text),
                };
                items.iter().filter(open).collect::<Vec<_>>()
            });
            is_too_long |= likeness::is_too_many(left.len(), right.len());
            let rarity = Rarity::of(one.iter().chain(other).map(|(_, item)| &*item.text));
            let [lefts, rights] = [&left, &right].map(|items| items.iter().map(|item| text(item)).collect::<Vec<_>>());
            for pair in likeness::pairs_with_topics(&rarity, &lefts, &rights, THRESHOLD) {
                let mut ends = [left[pair.left], right[pair.right]].map(|(subject, item)| Key::of(subject, item));
                ends.sort();
                links.push((Reverse(pair.percent), ends));
            }
        }
    }
    (links, is_too_long)
}

/// The text of an item without a topic.
fn free_text<'i>((subject, item): &'i Entry) -> Option<&'i str> {
    subject.topic.is_none().then_some(&*item.text)
}

fn text<'i>((subject, item): &'i Entry) -> Text<'i> {
    Text { text: &item.text, topic: subject.topic.map(|_| subject.label) }
}
