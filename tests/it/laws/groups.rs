//! What is said of several roles agrees with what is said of each two of them, for all that has a topic or is like nothing
//! but the very same. What merely is alike has laws of its own, in `alike.rs`.

use std::collections::BTreeSet;

use proptest::prelude::*;
use roles::compare::Comparison;
use roles::corpus::Corpus;
use roles::facets::Facet;
use roles::model::Role;

use super::everywhere::{Held, Row, everywhere_apart, whole};

/// Holds a law against the comparison of several roles and that of each two of them, which stand in two of its columns.
fn each_two(
    corpus: &Corpus,
    roles: &[&Role],
    law: impl for<'a> Fn(&Comparison<'a>, &Comparison<'a>, [usize; 2]) -> Held,
) -> Held {
    let all = whole(corpus, roles);
    for one in 0..roles.len() {
        for other in one + 1..roles.len() {
            law(&all, &whole(corpus, &[roles[one], roles[other]]), [one, other])?;
        }
    }
    Ok(())
}

/// Three and four roles, everywhere.
fn in_groups(law: impl for<'a> Fn(&Comparison<'a>, &Comparison<'a>, [usize; 2]) -> Held) {
    for size in [3, 4] {
        everywhere_apart(size, |corpus, roles| each_two(corpus, roles, &law));
    }
}

#[test]
fn rows_that_two_of_several_roles_hold_are_the_rows_that_the_two_share() {
    in_groups(|all, two, [one, other]| {
        for facet in Facet::ALL {
            let (rows, of_two) = (Row::of(all, facet), Row::of(two, facet));
            let keys = |rows: &[Row], wanted: &dyn Fn(&Row) -> bool| -> BTreeSet<(Option<String>, String)> {
                let wanted = rows.iter().filter(|row| wanted(row)).map(Row::key);
                wanted.map(|(topic, text)| (topic.map(str::to_owned), text)).collect()
            };
            let both = keys(&rows, &|row| row.has(one) && row.has(other));
            prop_assert_eq!(both, keys(&of_two, &|row| row.holders().len() == 2), "{:?}", facet);
            let either = keys(&rows, &|row| row.has(one) || row.has(other));
            prop_assert_eq!(either, keys(&of_two, &|_| true), "{:?}", facet);
        }
        Ok(())
    });
}

#[test]
fn a_cell_says_the_same_whoever_else_is_compared() {
    in_groups(|all, two, columns| {
        for facet in Facet::ALL {
            let rows = Row::of(all, facet);
            for of_two in Row::of(two, facet) {
                let row = rows.iter().find(|row| row.key() == of_two.key());
                let cells = row.map(|row| columns.map(|column| row.cells[column].clone()).to_vec());
                prop_assert_eq!(cells, Some(of_two.cells), "{:?}", facet);
            }
        }
        Ok(())
    });
}

#[test]
fn coverage_between_two_roles_is_the_same_whoever_else_is_compared() {
    in_groups(|all, two, [one, other]| {
        let ids = [&all.roles[one].id, &all.roles[other].id];
        let (of_all, of_two) = (all.overview.as_ref().unwrap(), two.overview.as_ref().unwrap());
        for count in &of_two.facets {
            let same = of_all.facets.iter().find(|facet| facet.facet == count.facet).expect("a facet of two is one of all");
            let both = |id: &str| ids.iter().any(|own| **own == *id);
            let coverage: Vec<_> = same.coverage.iter().filter(|coverage| both(coverage.of) && both(coverage.by)).collect();
            prop_assert_eq!(coverage, count.coverage.iter().collect::<Vec<_>>(), "{:?}", count.facet);
        }
        Ok(())
    });
}

#[test]
fn relations_pay_and_pairs_of_several_roles_are_those_of_each_two() {
    fn json(value: &impl serde::Serialize) -> String {
        serde_json::to_string(value).expect("JSON holds an answer")
    }
    in_groups(|all, two, [one, other]| {
        let ids = [all.roles[one].id.as_str(), all.roles[other].id.as_str()];
        let relations = all.relations.as_ref().unwrap().iter().filter(|relation| relation.roles == ids);
        prop_assert_eq!(relations.collect::<Vec<_>>(), two.relations.as_ref().unwrap().iter().collect::<Vec<_>>());
        let pay = all.salary.as_ref().unwrap().comparisons.iter().filter(|pay| pay.roles == ids);
        prop_assert_eq!(json(&pay.collect::<Vec<_>>()), json(&two.salary.as_ref().unwrap().comparisons));
        for pair in two.pairs.as_ref().unwrap() {
            prop_assert_eq!(all.pairs.as_ref().unwrap().iter().filter(|other| other.id == pair.id).count(), 1, "{}", pair.id);
        }
        Ok(())
    });
}

#[test]
fn two_rows_are_related_among_several_roles_when_they_are_among_two_of_them() {
    in_groups(|all, two, _| {
        for facet in Facet::ALL {
            let rows = Row::of(all, facet);
            for of_two in Row::of(two, facet) {
                let row = rows.iter().find(|row| row.key() == of_two.key()).expect("a row of two is one of all");
                prop_assert!(of_two.related_to.iter().all(|topic| row.related_to.contains(topic)), "{:?} {:?}", row, of_two);
            }
        }
        Ok(())
    });
}

#[test]
fn several_roles_differ_when_two_of_them_do() {
    everywhere_apart(3, |corpus, roles| {
        let two_differ = |one: usize, other: usize| whole(corpus, &[roles[one], roles[other]]).differ;
        prop_assert_eq!(whole(corpus, roles).differ, two_differ(0, 1) || two_differ(1, 2) || two_differ(0, 2));
        Ok(())
    });
}
