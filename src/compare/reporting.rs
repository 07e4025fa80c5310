//! Who reports to whom among the compared roles.

use serde::Serialize;

use super::each_two;
use crate::corpus::Lines;
use crate::model::{How, Role};

/// How two roles stand to each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Relation<'a> {
    /// The two, in the order compared.
    pub roles: [&'a str; 2],
    /// Everything the lines say of them; empty when the sources have no line between them.
    pub standings: Vec<Standing<'a>>,
}

/// One way two roles stand to each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Standing<'a> {
    /// One reports straight to the other.
    Direct {
        /// Who reports.
        from: &'a str,
        /// To whom.
        to: &'a str,
        /// How usually.
        how: How,
        /// In which companies.
        when: Option<&'a str>,
    },
    /// One reports to the other through others.
    Indirect {
        /// From who reports up to whom, with everybody between.
        chain: Vec<&'a str>,
        /// How usual the least usual line of the chain is.
        how: How,
    },
    /// Both have the same superior.
    Common {
        /// The superior.
        superior: &'a str,
        /// How usual the less usual of the two ways there is.
        how: How,
    },
}

/// How each two of some roles stand to each other.
///
/// Straight lines are always given. Chains are given where no straight line is usual, and the nearest common superior where
/// neither reports usually to the other: over usual lines if there is one, else over those that are sometimes there.
pub(super) fn relations<'a>(lines: &'a Lines<'_>, roles: &[&'a Role<'a>]) -> Vec<Relation<'a>> {
    each_two(roles)
        .map(|(one, other)| Relation { roles: [&one.id, &other.id], standings: standings(lines, &one.id, &other.id) })
        .collect()
}

fn standings<'a>(lines: &'a Lines<'_>, one: &'a str, other: &'a str) -> Vec<Standing<'a>> {
    let mut found = Vec::new();
    for (from, to) in [(one, other), (other, one)] {
        if let Some(line) = lines.direct(from, to) {
            found.push(Standing::Direct { from: &line.from, to: &line.to, how: line.how, when: line.when.as_deref() });
        }
    }
    let usual = |standing: &Standing| matches!(standing, Standing::Direct { how: How::Usual, .. });
    if !found.iter().any(usual) {
        let chain =
            |from, to| lines.chains(from, How::Usual).into_iter().find(|chain| chain.len() > 2 && chain.last() == Some(&to));
        let chains = [chain(one, other), chain(other, one)].into_iter().flatten();
        found.extend(chains.map(|chain| Standing::Indirect { chain, how: How::Usual }));
    }
    if found.iter().all(|standing| matches!(standing, Standing::Direct { how, .. } if *how != How::Usual)) {
        let common =
            [How::Usual, How::Sometimes].into_iter().find_map(|limit| Some((common_superior(lines, one, other, limit)?, limit)));
        found.extend(common.map(|(superior, how)| Standing::Common { superior, how }));
    }
    found
}

/// The superior of both with the fewest lines between, neither of the two themselves.
fn common_superior<'a>(lines: &'a Lines<'_>, one: &'a str, other: &'a str, limit: How) -> Option<&'a str> {
    let above_one = lines.chains(one, limit);
    let above_other = lines.chains(other, limit);
    let both = above_one.iter().flat_map(|a| above_other.iter().map(move |b| (a, b))).filter(|(a, b)| a.last() == b.last());
    let apart = both.filter(|(a, b)| !a.contains(&other) && !b.contains(&one));
    // Equal distances are settled by id, so that the order of the two roles does not matter.
    apart.min_by_key(|(a, b)| (a.len() + b.len(), a.last().copied())).and_then(|(a, _)| a.last().copied())
}
