//! Rows come in the order that `src/compare/mod.rs` documents: shared by all, or not counted; then those that are related to a row of
//! somebody else, next to each other; then those some share; then each role's own, role by role. Within each of these they
//! follow importance, then the vocabulary; lines of reporting go by their frequency.

use std::cmp::Reverse;

use proptest::prelude::*;
use roles::compare::Status;
use roles::compare::importance::Importance;
use roles::corpus::Corpus;
use roles::facets::Facet;
use roles::model::{How, Role};

use super::everywhere::{Held, Row, everywhere, whole};

/// Which of the parts of the order a row stands in; each role's own are a part for each role.
fn part(row: &Row) -> (u8, usize) {
    match row.status {
        Status::Shared | Status::Uncounted => (0, 0),
        _ if row.is_related() => (1, 0),
        Status::Partly => (2, 0),
        Status::Only => (3, row.holders()[0]),
    }
}

/// How usual a row is for the role for which it is most usual, where its facet says so.
fn how(row: &Row) -> Option<How> {
    row.cells.iter().flat_map(|(_, items)| items).filter_map(|item| item.how).min()
}

/// Where a row's broader topic stands in the vocabulary that the facet's rows are of.
fn family_rank(corpus: &Corpus, facet: Facet, row: &Row) -> Option<usize> {
    let family = row.family()?;
    if facet == Facet::Oversees { corpus.functions.rank(family) } else { corpus.topics.rank(family) }
}

/// The order of rows within a part: by frequency, importance and vocabulary.
fn rank(importance: &Importance, facet: Facet, row: &Row) -> (Option<How>, Reverse<u32>, usize) {
    let sources = row.cells.iter().flat_map(|(_, items)| items).flat_map(|item| item.sources).map(String::as_str);
    let topic = row.subject.topic.filter(|_| facet.has_statements());
    (how(row), Reverse(topic.map_or(0, |topic| importance.of_topic(topic, sources))), row.subject.rank)
}

fn rows(corpus: &Corpus, roles: &[&Role], law: impl Fn(Facet, Vec<Row>) -> Held) -> Held {
    let comparison = whole(corpus, roles);
    Facet::ALL.into_iter().try_for_each(|facet| law(facet, Row::of(&comparison, facet)))
}

#[test]
fn the_parts_of_the_order_follow_each_other() {
    fn law(corpus: &Corpus, roles: &[&Role]) -> Held {
        rows(corpus, roles, |facet, rows| {
            prop_assert!(rows.is_sorted_by_key(part), "{:?}: {:#?}", facet, rows);
            Ok(())
        })
    }
    everywhere(2, law);
    everywhere(4, law);
}

#[test]
fn what_is_shared_by_all_and_what_is_one_role_s_own_follow_importance() {
    everywhere(3, |corpus, roles| {
        rows(corpus, roles, |facet, rows| {
            let importance = Importance::new(corpus, facet);
            let plain = rows.iter().filter(|row| matches!(part(row).0, 0 | 3));
            let ranks: Vec<_> = plain.map(|row| (part(row), rank(&importance, facet, row))).collect();
            prop_assert!(ranks.is_sorted(), "{:?}: {:?}", facet, ranks);
            Ok(())
        })
    });
}

#[test]
fn what_some_share_follows_importance() {
    everywhere(4, |corpus, roles| {
        rows(corpus, roles, |facet, rows| {
            let partly = rows.iter().filter(|row| part(row).0 == 2);
            let importance = Importance::new(corpus, facet);
            let ranks: Vec<_> = partly.map(|row| rank(&importance, facet, row)).collect();
            prop_assert!(ranks.is_sorted(), "{:?}: {:?}", facet, ranks);
            Ok(())
        })
    });
}

#[test]
fn related_rows_of_one_family_stand_next_to_each_other_in_the_order_of_the_vocabulary() {
    fn law(corpus: &Corpus, roles: &[&Role]) -> Held {
        rows(corpus, roles, |facet, rows| {
            let related: Vec<&Row> = rows.iter().filter(|row| part(row).0 == 1).collect();
            let mut seen: Vec<Option<&str>> = Vec::new();
            for family in related.chunk_by(|a, b| a.family() == b.family()) {
                let topics: Vec<_> = related.iter().map(|row| (row.subject.topic, row.family())).collect();
                prop_assert!(!seen.contains(&family[0].family()), "{:?}: a family is torn apart: {:?}", facet, topics);
                prop_assert!(family.is_sorted_by_key(|row| row.subject.rank), "{:?}: {:?}", facet, topics);
                seen.push(family[0].family());
            }
            Ok(())
        })
    }
    everywhere(2, law);
    everywhere(4, law);
}

#[test]
fn families_of_related_rows_follow_the_vocabulary_that_they_are_of() {
    everywhere(2, |corpus, roles| {
        rows(corpus, roles, |facet, rows| {
            let related = rows.iter().filter(|row| part(row).0 == 1);
            let ranks: Vec<_> = related.map(|row| (family_rank(corpus, facet, row), row.family())).collect();
            prop_assert!(ranks.is_sorted_by_key(|(rank, _)| *rank), "{:?}: {:?}", facet, ranks);
            Ok(())
        })
    });
}

#[test]
fn rows_are_related_when_each_of_two_of_a_family_has_a_role_that_the_other_lacks() {
    fn law(corpus: &Corpus, roles: &[&Role]) -> Held {
        rows(corpus, roles, |facet, rows| {
            for row in &rows {
                let lacks = |one: &Row, other: &Row| one.holders().into_iter().any(|column| !other.has(column));
                let kin = rows.iter().filter(|other| row.family().is_some() && row.family() == other.family());
                let kin = kin.filter(|_| facet.has_ideas_for_topics());
                let mut expected: Vec<&str> =
                    kin.filter(|other| lacks(row, other) && lacks(other, row)).filter_map(|other| other.subject.topic).collect();
                let mut found = row.related_to.clone();
                expected.sort_unstable();
                found.sort_unstable();
                prop_assert_eq!(found, expected, "{:?}: {:?}", facet, row);
            }
            Ok(())
        })
    }
    everywhere(2, law);
    everywhere(3, law);
}

#[test]
fn what_is_related_is_listed_in_the_order_of_the_vocabulary() {
    everywhere(3, |corpus, roles| {
        rows(corpus, roles, |facet, rows| {
            let rank =
                |topic: &&str| if facet == Facet::Oversees { corpus.functions.rank(topic) } else { corpus.topics.rank(topic) };
            prop_assert!(rows.iter().all(|row| row.related_to.is_sorted_by_key(rank)), "{:?}", facet);
            Ok(())
        })
    });
}

#[test]
fn the_items_of_a_cell_stand_as_they_were_written() {
    everywhere(2, |corpus, roles| {
        rows(corpus, roles, |facet, rows| {
            for (column, role) in roles.iter().enumerate() {
                let written = roles::facets::items(corpus, role, facet);
                for row in &rows {
                    let mut rest = written.iter();
                    let in_order = row.cells[column].1.iter().all(|item| rest.any(|(_, other)| other == item));
                    prop_assert!(in_order, "{:?} of {}: {:?}", facet, role.id, row);
                }
            }
            Ok(())
        })
    });
}

#[test]
fn the_same_question_has_the_same_answer_every_time() {
    everywhere(3, |corpus, roles| {
        let answer = || serde_json::to_string(&whole(corpus, roles)).expect("JSON holds a comparison");
        let first = answer();
        prop_assert!((0..3).all(|_| answer() == first));
        Ok(())
    });
}
