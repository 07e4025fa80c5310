//! The importance of a topic for a role.
//!
//! Importance = evidence / commonness. Evidence is the sum over the distinct sources of a role's statements on the topic, a
//! source of grade A counting 3, B 2 and C 1. Commonness is the number of the corpus's roles that have the topic in the same
//! facet. So topics come first that few roles have and good sources name; a third role in a comparison changes nothing.

use std::collections::{BTreeMap, HashSet};

use crate::corpus::Corpus;
use crate::facets::{Facet, items};
use crate::model::Grade;

/// The topics of one facet with the number of roles that have each.
pub struct Importance<'c> {
    corpus: &'c Corpus,
    roles_with: BTreeMap<&'c str, usize>,
}

impl<'c> Importance<'c> {
    pub fn new(corpus: &'c Corpus, facet: Facet) -> Self {
        let mut roles_with = BTreeMap::new();
        for role in corpus.roles.iter() {
            let topics: HashSet<&str> = items(corpus, role, facet).iter().filter_map(|(subject, _)| subject.topic).collect();
            for topic in topics {
                *roles_with.entry(topic).or_default() += 1;
            }
        }
        Self { corpus, roles_with }
    }

    /// The importance of a topic with the sources of some statements, in thousandths so that it has an order.
    pub fn of_topic<'s>(&self, topic: &str, sources: impl IntoIterator<Item = &'s str>) -> u32 {
        let sources: HashSet<&str> = sources.into_iter().collect();
        let evidence: u32 = sources.iter().map(|source| weight(self.corpus, source)).sum();
        let roles = self.roles_with.get(topic).copied().unwrap_or(1).max(1);
        evidence * 1_000 / u32::try_from(roles).unwrap_or(u32::MAX)
    }
}

/// The weight of a source in evidence.
pub fn weight(corpus: &Corpus, source: &str) -> u32 {
    match corpus.sources.get(source).map(|source| source.grade) {
        Some(Grade::A) => 3,
        Some(Grade::B) => 2,
        Some(Grade::C) | None => 1,
    }
}
