//! A comparison has no favorite side, and nothing differs from itself.

use proptest::prelude::*;
use roles::compare::salary::{Difference, PayOfTwo, RangeOverlap};
use roles::compare::{Comparison, Coverage, Options, Status, compare};
use roles::facets::{Facet, Section};
use roles::model::{Role, SalaryFigure, Statement};

use super::everywhere::{Row, everywhere, whole};
use super::generated::{bare, with_corpus};

/// A row with its two sides swapped.
fn swapped(mut row: Row) -> Row {
    row.cells.reverse();
    row
}

/// Things in an order that does not depend on how they were found.
fn sorted<T: std::fmt::Debug>(things: impl IntoIterator<Item = T>) -> Vec<String> {
    let mut shown: Vec<String> = things.into_iter().map(|thing| format!("{thing:?}")).collect();
    shown.sort();
    shown
}

#[test]
fn swapping_two_roles_swaps_the_sides_of_every_row() {
    everywhere(2, |corpus, roles| {
        let [one, other] = [roles[0], roles[1]];
        let (forth, back) = (whole(corpus, &[one, other]), whole(corpus, &[other, one]));
        for facet in Facet::ALL {
            let rows = Row::of(&forth, facet).into_iter().map(swapped);
            prop_assert_eq!(sorted(rows), sorted(Row::of(&back, facet)), "{:?}", facet);
        }
        prop_assert_eq!(forth.differ, back.differ);
        Ok(())
    });
}

#[test]
fn swapping_two_roles_keeps_the_order_of_what_is_on_both_sides_and_puts_the_other_s_own_first() {
    everywhere(2, |corpus, roles| {
        let [one, other] = [roles[0], roles[1]];
        let (forth, back) = (whole(corpus, &[one, other]), whole(corpus, &[other, one]));
        for facet in Facet::ALL {
            let rows: Vec<Row> = Row::of(&forth, facet).into_iter().map(swapped).collect();
            let own = |row: &Row, column| row.status == Status::Only && !row.is_related() && row.has(column);
            let common = rows.iter().filter(|row| !own(row, 0) && !own(row, 1));
            let expected: Vec<Row> = common
                .chain(rows.iter().filter(|row| own(row, 0)))
                .chain(rows.iter().filter(|row| own(row, 1)))
                .cloned()
                .collect();
            prop_assert_eq!(expected, Row::of(&back, facet), "{:?}", facet);
        }
        Ok(())
    });
}

#[test]
fn what_two_roles_say_without_a_topic_stands_in_one_order_whoever_comes_first() {
    let duty = |text: &str| Statement { topic: None, text: text.to_owned(), sources: vec!["s0".to_owned()] };
    let role = |id, texts: [&str; 2]| Role { duties: texts.map(duty).to_vec(), ..bare(id) };
    with_corpus(&[role("a", ["Digs", "Probes"]), role("b", ["Probes", "Digs"])], |corpus| {
        let [one, other] = [corpus.roles.at(0), corpus.roles.at(1)];
        let order = |roles: &[&Role]| {
            let rows = Row::of(&whole(corpus, roles), Facet::Duties);
            rows.iter().map(|row| row.item().text.clone()).collect::<Vec<_>>()
        };
        assert_eq!(order(&[one, other]), order(&[other, one]));
    });
}

#[test]
fn swapping_two_roles_swaps_their_counts_and_changes_none() {
    everywhere(2, |corpus, roles| {
        let [one, other] = [roles[0], roles[1]];
        let overview = |comparison: Comparison| {
            let facets = comparison.overview.expect("the overview was asked for").facets;
            let count = |facet: roles::compare::FacetCount| {
                let counts = (facet.facet, facet.rows, facet.shared, facet.partly, facet.related, facet.in_common_percent);
                (format!("{counts:?}"), sorted(facet.roles), sorted(facet.coverage))
            };
            facets.into_iter().map(count).collect::<Vec<_>>()
        };
        prop_assert_eq!(overview(whole(corpus, &[one, other])), overview(whole(corpus, &[other, one])));
        Ok(())
    });
}

#[test]
fn swapping_two_roles_changes_nothing_in_who_reports_to_whom() {
    everywhere(2, |corpus, roles| {
        let [one, other] = [roles[0], roles[1]];
        let relation = |comparison: Comparison| {
            let relations = comparison.relations.expect("reporting was asked for");
            assert_eq!(relations.len(), 1, "two roles are one pair");
            let mut standings = relations[0].standings.clone();
            for standing in &mut standings {
                if let roles::compare::Standing::Common { chains, .. } = standing {
                    chains.sort();
                }
            }
            (sorted(relations[0].roles), sorted(&standings))
        };
        prop_assert_eq!(relation(whole(corpus, &[one, other])), relation(whole(corpus, &[other, one])));
        Ok(())
    });
}

#[test]
fn swapping_two_roles_swaps_the_sides_of_their_pay() {
    fn difference(mut difference: Difference) -> Difference {
        difference.amounts.reverse();
        difference.ground.as_of.reverse();
        difference.ground.sources.reverse();
        difference
    }
    fn range(mut range: RangeOverlap) -> RangeOverlap {
        range.ranges.reverse();
        range.open.reverse();
        range.ground.as_of.reverse();
        range.ground.sources.reverse();
        range
    }
    fn only(comparison: Comparison) -> PayOfTwo {
        let mut comparisons = comparison.salary.expect("salary was asked for").comparisons;
        assert_eq!(comparisons.len(), 1, "two roles are one pair");
        comparisons.remove(0)
    }
    everywhere(2, |corpus, roles| {
        let [one, other] = [roles[0], roles[1]];
        let (forth, back) = (only(whole(corpus, &[one, other])), only(whole(corpus, &[other, one])));
        prop_assert_eq!(sorted(forth.differences.into_iter().map(difference)), sorted(back.differences));
        prop_assert_eq!(sorted(forth.ranges.into_iter().map(range)), sorted(back.ranges));
        prop_assert_eq!(&forth.not_like_for_like, &back.not_like_for_like);
        let shown = |figures: [&SalaryFigure; 2]| format!("{figures:?}");
        prop_assert_eq!(forth.nearest.map(shown), back.nearest.map(|[one, other]| shown([other, one])));
        Ok(())
    });
}

#[test]
fn what_sources_say_of_a_pair_is_found_from_either_side() {
    everywhere(2, |corpus, roles| {
        let pairs = |comparison: Comparison| sorted(comparison.pairs.expect("pairs were asked for"));
        prop_assert_eq!(pairs(whole(corpus, roles)), pairs(whole(corpus, &[roles[1], roles[0]])));
        Ok(())
    });
}

#[test]
fn a_role_compared_with_itself_differs_in_nothing() {
    everywhere(1, |corpus, roles| {
        let role = roles[0];
        let comparison = whole(corpus, &[role, role]);
        prop_assert!(!comparison.differ);
        for facet in Facet::ALL {
            for row in Row::of(&comparison, facet) {
                let expected = if facet.has_ideas_for_topics() { Status::Shared } else { Status::Uncounted };
                prop_assert_eq!(row.status, expected, "{:?}", row);
                prop_assert_eq!(&row.cells[0], &row.cells[1]);
                prop_assert!(!row.is_related(), "{:?}", row);
                prop_assert_eq!(row.likeness, row.subject.topic.is_none().then_some(100), "{:?}", row);
            }
        }
        for facet in &comparison.overview.as_ref().expect("the overview was asked for").facets {
            let count = |number: usize| facet.facet.has_ideas_for_topics().then_some(number);
            prop_assert_eq!((facet.shared, facet.partly, facet.related), (count(facet.rows), count(0), count(0)), "{:?}", facet);
            prop_assert_eq!(facet.in_common_percent, count(100), "{:?}", facet);
            prop_assert!(facet.roles.iter().all(|role| role.only == count(0) && role.rows == Some(facet.rows)), "{:?}", facet);
            let all = Coverage { of: &role.id, by: &role.id, shared: facet.rows, total: facet.rows };
            prop_assert!(facet.coverage.iter().all(|coverage| *coverage == all), "{:?}", facet);
        }
        prop_assert_eq!(comparison.relations.map(|relations| relations.len()), Some(0), "a role has no line to itself");
        prop_assert_eq!(
            comparison.salary.map(|salary| salary.comparisons.len()),
            Some(0),
            "a role has no pay to set against its own"
        );
        prop_assert_eq!(comparison.pairs.map(|pairs| pairs.len()), Some(0), "a role is no pair");
        for section in Section::ALL {
            let options = Options { sections: vec![section], only: None };
            prop_assert!(!compare(corpus, &[role, role], &options).differ, "{:?}", section);
        }
        Ok(())
    });
}
