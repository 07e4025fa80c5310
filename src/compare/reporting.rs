//! Reporting lines among the compared roles.

use serde::Serialize;

use super::each_two;
use crate::corpus::Lines;
use crate::model::{How, Role};
use crate::text::distinct;

/// The relation between two roles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Relation<'a> {
    pub roles: [&'a str; 2],
    /// The lines between them; empty when the sources have none.
    pub standings: Vec<Standing<'a>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Standing<'a> {
    /// One reports straight to the other.
    Direct {
        from: &'a str,
        to: &'a str,
        how: How,
        /// In which companies: the limits of the lines, each once; none where one of the lines has no limit.
        when: Vec<&'a str>,
    },
    /// One reports to the other through others.
    Indirect {
        /// From the lower role up to the upper one, with every post between.
        chain: Vec<&'a str>,
        /// The frequency of the rarest line of the chain.
        how: How,
    },
    /// Both have the same superior.
    Common {
        superior: &'a str,
        /// The frequency of the rarer of the two ways.
        how: How,
        /// From each of the two up to the superior, with every post between.
        chains: [Vec<&'a str>; 2],
    },
}

/// The relations between each two of some roles.
///
/// Straight lines are always given. Where none of them is usual, the shortest chain of usual lines is given too; without such a
/// chain, the nearest common superior, over the most usual lines that lead there. A chain of unusual lines is given only where
/// there is nothing else.
pub(super) fn relations<'a>(lines: &'a Lines, roles: &[&'a Role]) -> Vec<Relation<'a>> {
    each_two(roles)
        .map(|(one, other)| Relation { roles: [&one.id, &other.id], standings: standings(lines, &one.id, &other.id) })
        .collect()
}

/// From the most usual lines alone to all of them.
const LIMITS: [How; 3] = [How::Usual, How::Sometimes, How::Rarely];

fn standings<'a>(lines: &'a Lines, one: &'a str, other: &'a str) -> Vec<Standing<'a>> {
    let mut found = Vec::new();
    for (from, to) in [(one, other), (other, one)] {
        if let Some(line) = lines.direct(from, to) {
            let alike = || lines.up(from).filter(|other| other.to == line.to && other.how == line.how);
            // One statement without limits lifts the limits of the others.
            let is_limited = alike().all(|line| line.when.is_some());
            let when = distinct(alike().filter(|_| is_limited).filter_map(|line| line.when.as_deref()));
            found.push(Standing::Direct { from: &line.from, to: &line.to, how: line.how, when });
        }
    }
    let chain = |from, to, how| {
        let chain = lines.chains(from, how).into_iter().find(|chain| chain.len() > 2 && chain.last() == Some(&to))?;
        Some(Standing::Indirect { chain, how })
    };
    let chains = |how| [chain(one, other, how), chain(other, one, how)].into_iter().flatten();
    let is_usual = found.iter().any(|standing| matches!(standing, Standing::Direct { how: How::Usual, .. }));
    let usual_chains: Vec<Standing> = chains(How::Usual).filter(|_| !is_usual).collect();
    if !is_usual && usual_chains.is_empty() {
        let common = |how| {
            let chains = common_superior(lines, one, other, how)?;
            Some(Standing::Common { superior: chains[0].last()?, how, chains })
        };
        found.extend(LIMITS.into_iter().find_map(common));
    }
    found.extend(usual_chains);
    if found.is_empty() {
        let any = LIMITS.into_iter().map(|how| chains(how).collect::<Vec<_>>()).find(|chains| !chains.is_empty());
        found.extend(any.into_iter().flatten());
    }
    found
}

/// The ways of both to the nearest superior of both, who is neither of the two.
fn common_superior<'a>(lines: &'a Lines, one: &'a str, other: &'a str, limit: How) -> Option<[Vec<&'a str>; 2]> {
    let above_one = lines.chains(one, limit);
    let above_other = lines.chains(other, limit);
    let both = above_one.iter().flat_map(|a| above_other.iter().map(move |b| (a, b))).filter(|(a, b)| a.last() == b.last());
    let apart = both.filter(|(a, b)| !a.contains(&other) && !b.contains(&one));
    // Equal distances are settled by id, so that the order of the two roles does not matter.
    apart.min_by_key(|(a, b)| (a.len() + b.len(), a.last().copied())).map(|(a, b)| [a.clone(), b.clone()])
}
