//! Who reports to whom: nothing that the lines do not say, and all that they do.

use std::collections::BTreeSet;

use proptest::prelude::*;
use roles::compare::{Relation, Standing};
use roles::corpus::Corpus;
use roles::model::{How, Role};

use super::everywhere::{Held, everywhere, whole};

/// Every line that some role states, straight from what was written.
fn lines(corpus: &Corpus) -> Vec<(&str, &str, How)> {
    let mut lines = Vec::new();
    for role in corpus.roles.iter() {
        lines.extend(role.reporting.reports_to.iter().map(|line| (&*role.id, &*line.to, line.how)));
        lines.extend(role.reporting.direct_reports.iter().map(|line| (&*line.from, &*role.id, line.how)));
    }
    lines
}

/// Everybody above somebody over lines at most so unusual, without a way through `around`.
fn above<'a>(lines: &[(&'a str, &'a str, How)], from: &'a str, limit: How, around: Option<&str>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open = vec![from];
    while let Some(lower) = open.pop() {
        for &(_, upper, _) in lines.iter().filter(|(low, up, how)| *low == lower && *how <= limit && Some(*up) != around) {
            if upper != from && found.insert(upper) {
                open.push(upper);
            }
        }
    }
    found
}

/// Holds a law against the relation of every two roles, with the lines of their corpus.
fn every_relation(law: impl for<'a> Fn(&Relation<'a>, &[(&'a str, &'a str, How)]) -> Held) {
    everywhere(2, |corpus: &Corpus, roles: &[&Role]| {
        let comparison = whole(corpus, roles);
        law(&comparison.relations.as_ref().expect("reporting was asked for")[0], &lines(corpus))
    });
}

#[test]
fn a_straight_line_is_told_when_there_is_one_as_usual_as_it_ever_is() {
    every_relation(|relation, lines| {
        let [one, other] = relation.roles;
        for (from, to) in [(one, other), (other, one)] {
            let expected = lines.iter().filter(|line| (line.0, line.1) == (from, to)).map(|line| line.2).min();
            let told = relation.standings.iter().filter_map(|standing| match standing {
                Standing::Direct { from: lower, to: upper, how, .. } if (*lower, *upper) == (from, to) => Some(*how),
                _ => None,
            });
            prop_assert_eq!(told.collect::<Vec<_>>(), expected.into_iter().collect::<Vec<_>>(), "{} to {}", from, to);
        }
        Ok(())
    });
}

#[test]
fn a_chain_consists_of_lines_that_are_there_and_are_as_usual_as_it_says() {
    every_relation(|relation, lines| {
        for standing in &relation.standings {
            let Standing::Indirect { chain, how } = standing else { continue };
            let ends: BTreeSet<&str> = [chain[0], chain[chain.len() - 1]].into();
            prop_assert_eq!(ends, BTreeSet::from(relation.roles), "{:?}", chain);
            prop_assert!(chain.len() > 2, "{:?} is a straight line", chain);
            prop_assert_eq!(chain.iter().collect::<BTreeSet<_>>().len(), chain.len(), "{:?} runs in a circle", chain);
            let mut least_usual = How::Usual;
            for step in chain.windows(2) {
                let line = lines.iter().filter(|line| (line.0, line.1) == (step[0], step[1])).map(|line| line.2).min();
                prop_assert!(line.is_some(), "{:?} in {:?}", step, chain);
                least_usual = least_usual.max(line.unwrap_or(How::Usual));
            }
            prop_assert_eq!(least_usual, *how, "{:?}", chain);
        }
        Ok(())
    });
}

#[test]
fn a_usual_chain_is_told_where_no_straight_line_is_usual() {
    every_relation(|relation, lines| {
        let usual = |standing: &Standing| matches!(standing, Standing::Direct { how: How::Usual, .. });
        if relation.standings.iter().any(usual) {
            return Ok(());
        }
        let [one, other] = relation.roles;
        for (from, to) in [(one, other), (other, one)] {
            let is_there = above(lines, from, How::Usual, None).contains(to);
            let told =
                |standing: &Standing| matches!(standing, Standing::Indirect { chain, how: How::Usual } if chain[0] == from);
            prop_assert_eq!(relation.standings.iter().any(told), is_there, "{} to {}", from, to);
        }
        Ok(())
    });
}

#[test]
fn a_common_superior_is_above_both_and_neither_of_them() {
    every_relation(|relation, lines| {
        let [one, other] = relation.roles;
        for standing in &relation.standings {
            let Standing::Common { superior, how, chains } = standing else { continue };
            for (role, chain) in [one, other].into_iter().zip(chains) {
                prop_assert_eq!((chain.first(), chain.last()), (Some(&role), Some(superior)), "{:?}", standing);
                let is_line = |two: &[&str]| lines.iter().any(|(from, to, is)| [*from, *to] == *two && is <= how);
                prop_assert!(chain.windows(2).all(is_line), "{:?}", standing);
            }
            prop_assert!(*superior != one && *superior != other, "{:?}", standing);
            for (role, around) in [(one, other), (other, one)] {
                prop_assert!(above(lines, role, *how, Some(around)).contains(superior), "{} is below {:?}", role, standing);
            }
        }
        Ok(())
    });
}

#[test]
fn there_is_no_line_between_two_roles_only_when_none_leads_from_one_to_the_other_or_to_a_common_superior() {
    every_relation(|relation, lines| {
        if !relation.standings.is_empty() {
            return Ok(());
        }
        let [one, other] = relation.roles;
        for limit in [How::Usual, How::Sometimes, How::Rarely] {
            for (lower, upper) in [(one, other), (other, one)] {
                prop_assert!(!above(lines, lower, limit, None).contains(upper), "{} is below {}, {:?}", lower, upper, limit);
            }
            let both = &above(lines, one, limit, Some(other)) & &above(lines, other, limit, Some(one));
            prop_assert!(both.is_empty(), "{:?} is above {} and {}, {:?}", both, one, other, limit);
        }
        Ok(())
    });
}

#[test]
fn an_unusual_chain_is_told_only_where_nothing_else_is() {
    every_relation(|relation, _| {
        let unusual = |standing: &&Standing| matches!(standing, Standing::Indirect { how, .. } if *how != How::Usual);
        let chains = relation.standings.iter().filter(unusual).count();
        prop_assert!(chains == 0 || chains == relation.standings.len(), "{:?}", relation);
        Ok(())
    });
}
