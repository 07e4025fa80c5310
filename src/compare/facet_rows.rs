//! One facet of several roles, side by side by topic.

use std::collections::HashMap;

use serde::Serialize;

use super::Only;
use super::alike::{Key, join_alike};
use super::importance::Importance;
use super::row::{Cell, Row, Status};
use crate::corpus::Corpus;
use crate::facets::{Facet, items, origin};
use crate::model::Role;

/// The rows of one facet.
#[derive(Debug, Clone, Serialize)]
pub struct FacetRows<'a> {
    pub facet: Facet,
    /// Whether the facet is known, for each role in the order compared.
    pub known: Vec<bool>,
    /// The role from which each role takes the facet over, by `extends`; the items stand in the column of that role alone.
    #[serde(skip_serializing_if = "is_all_own")]
    pub taken_over_from: Vec<Option<&'a str>>,
    /// In the fixed order.
    pub rows: Vec<Row<'a>>,
    /// Whether two lists are too long to be compared by likeness.
    #[serde(skip)]
    pub is_too_long: bool,
}

fn is_all_own(taken_over: &[Option<&str>]) -> bool {
    taken_over.iter().all(Option::is_none)
}

impl<'a> FacetRows<'a> {
    pub fn new(corpus: &'a Corpus, roles: &[&'a Role], facet: Facet) -> Self {
        let taken_over_from = taken_over(corpus, roles, facet);
        let own = |i: usize| if taken_over_from[i].is_some() { Vec::new() } else { items(corpus, roles[i], facet) };
        let all: Vec<_> = (0..roles.len()).map(own).collect();
        let mut rows: Vec<Row> = Vec::new();
        let mut by_key: HashMap<Key, usize> = HashMap::new();
        for (column, (subject, item)) in all.iter().enumerate().flat_map(|(i, items)| items.iter().map(move |item| (i, item))) {
            let place = *by_key.entry(Key::of(subject, item)).or_insert_with(|| {
                rows.push(Row::empty(*subject, roles));
                rows.len() - 1
            });
            rows[place].cells[column].items.push(item.clone());
        }
        let is_too_long = join_alike(&mut rows, by_key, &all);
        let independent = taken_over_from.iter().filter(|taken_over| taken_over.is_none()).count();
        let importance = facet.has_statements().then(|| Importance::new(corpus, facet));
        for row in &mut rows {
            row.status = match row.holders().count() {
                _ if independent == 1 || !facet.has_ideas_for_topics() => Status::Uncounted,
                1 => Status::Only,
                count if count == independent => Status::Shared,
                _ => Status::Partly,
            };
            // Statements without a topic that were not joined by likeness share a row because they are the same text.
            if row.subject.topic.is_none() && row.holders().count() > 1 {
                row.likeness = row.likeness.or(Some(100));
            }
            if let (Some(importance), Some(topic)) = (&importance, row.subject.topic) {
                row.importance = importance.of_topic(topic, row.items().flat_map(|item| item.sources).map(String::as_str));
            }
        }
        relate(&mut rows);
        let vocabulary = if facet == Facet::Oversees { &corpus.functions } else { &corpus.topics };
        rows.sort_by_cached_key(|row| row.order(roles.len(), |family| vocabulary.rank(family)));
        let known = all.iter().zip(&taken_over_from).map(|(items, taken_over)| taken_over.is_some() || !items.is_empty());
        Self { facet, known: known.collect(), taken_over_from, rows, is_too_long }
    }

    /// Whether one role has what another lacks, among the roles known in this facet.
    pub(super) fn differs(&self, row: &Row) -> bool {
        let known: Vec<&Cell> = row.cells.iter().zip(&self.known).filter(|(_, known)| **known).map(|(cell, _)| cell).collect();
        match row.status {
            // Under a heading the words decide.
            Status::Uncounted => is_all_own(&self.taken_over_from) && known.windows(2).any(|two| two[0].items != two[1].items),
            _ => row.holders().count() < known.len() - self.taken_over_from.iter().flatten().count(),
        }
    }

    pub(super) fn keep(&mut self, only: Only) {
        let mut rows = std::mem::take(&mut self.rows);
        rows.retain(|row| match only {
            Only::Shared => row.status == Status::Shared,
            Only::Different => self.differs(row),
        });
        self.rows = rows;
    }
}

/// For each role the compared one from which it takes a facet over. Where that one is not compared, the first role that takes
/// the facet over stands for it.
fn taken_over<'a>(corpus: &'a Corpus, roles: &[&'a Role], facet: Facet) -> Vec<Option<&'a str>> {
    let origins: Vec<&str> = roles.iter().map(|role| origin(corpus, role, facet).id.as_str()).collect();
    let taken_over = |(role, source): (&&'a Role, &&str)| {
        let alike = roles.iter().zip(&origins).filter(|(_, other)| *other == source).map(|(role, _)| role.id.as_str());
        alike.min_by_key(|id| (id != source, *id)).filter(|shown| *shown != role.id)
    };
    roles.iter().zip(&origins).map(taken_over).collect()
}

/// Marks rows of one family where each has a role that the other lacks, in the order of the vocabulary.
fn relate(rows: &mut [Row]) {
    let mut families: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| matches!(row.status, Status::Partly | Status::Only)) {
        if let Some(family) = row.family() {
            families.entry(family).or_default().push(place);
        }
    }
    for mut family in families.into_values() {
        family.sort_by_key(|&place| (rows[place].subject.rank, rows[place].subject.topic));
        for &place in &family {
            let others = family.iter().map(|&other| &rows[other]).filter(|other| rows[place].complements(other));
            rows[place].related_to = others.filter_map(|other| other.subject.topic).collect();
        }
    }
}
