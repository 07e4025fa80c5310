//! Which of the roles that were removed are among those that were added, under another id.

use std::cmp::Reverse;

use std::collections::{HashMap, HashSet};

use super::said::{Part, of_role};
use crate::corpus::Corpus;
use crate::facets::Facet;
use crate::model::Role;

/// So much (percent) of what two roles say, word for word, makes them one role that was renamed.
pub const MOSTLY_THE_SAME: u8 = 50;

/// A thing that more pairs of roles than this have in common tells none of them from the others.
const TOO_COMMON: usize = 256;

/// A role under two ids.
pub(super) struct Renamed {
    /// Which of the roles removed.
    pub old: usize,
    /// Which of the roles added.
    pub new: usize,
    /// How much of what they say is the same, in percent.
    pub percent: u8,
}

/// What is counted: a statement, or the title or summary, which stand in no facet.
type Thing<'a> = (Option<Facet>, Option<&'a str>, std::borrow::Cow<'a, str>);

/// Pairs roles removed with roles added that say mostly the same; the most alike first, each once.
pub(super) fn pairs<'a>(removed: &[&'a Role], added: &[&'a Role], [old, new]: [&'a Corpus; 2]) -> Vec<Renamed> {
    if removed.is_empty() || added.is_empty() {
        return Vec::new();
    }
    let old: Vec<HashSet<Thing>> = removed.iter().map(|role| things(old, role)).collect();
    let new: Vec<HashSet<Thing>> = added.iter().map(|role| things(new, role)).collect();
    let mut holders: HashMap<&Thing, [Vec<usize>; 2]> = HashMap::new();
    for (side, all) in [&old, &new].into_iter().enumerate() {
        for (i, thing) in all.iter().enumerate().flat_map(|(i, things)| things.iter().map(move |thing| (i, thing))) {
            holders.entry(thing).or_default()[side].push(i);
        }
    }
    // What nearly all have, as statements that each of them took over, only counts between those that have more in common.
    let mut candidates: HashSet<(usize, usize)> = HashSet::default();
    for [left, right] in holders.into_values() {
        if left.len() * right.len() <= TOO_COMMON {
            candidates.extend(left.iter().flat_map(|&i| right.iter().map(move |&j| (i, j))));
        }
    }
    let mut renamed: Vec<Renamed> = Vec::new();
    for (i, j) in candidates {
        let in_common = old[i].intersection(&new[j]).count();
        let percent = u8::try_from(200 * in_common / (old[i].len() + new[j].len())).unwrap_or(100);
        if percent >= MOSTLY_THE_SAME {
            renamed.push(Renamed { old: i, new: j, percent });
        }
    }
    // Ties go by the ids, whichever version is the old one.
    let ids = |pair: &Renamed| {
        let (one, other) = (removed[pair.old].id.as_str(), added[pair.new].id.as_str());
        (one.min(other), one.max(other))
    };
    renamed.sort_unstable_by(|a, b| (Reverse(a.percent), ids(a)).cmp(&(Reverse(b.percent), ids(b))));
    let mut used = [vec![false; removed.len()], vec![false; added.len()]];
    renamed.retain(|pair| {
        let free = !used[0][pair.old] && !used[1][pair.new];
        if free {
            (used[0][pair.old], used[1][pair.new]) = (true, true);
        }
        free
    });
    renamed
}

/// What a role says, without what it took over from another: that is no sign of who it is.
fn things<'a>(corpus: &'a Corpus, role: &'a Role) -> HashSet<Thing<'a>> {
    let all = |role: &'a Role| -> HashSet<Thing<'a>> {
        let said = of_role(corpus, role).into_iter();
        let said = said.map(|said| {
            let facet = if let Part::Facet(facet) = said.part { Some(facet) } else { None };
            (facet, said.topic, said.text)
        });
        let title = (None, Some("title"), role.title.as_str().into());
        let summary = role.summary.iter().map(|summary| (None, Some("summary"), summary.text.as_str().into()));
        said.chain([title]).chain(summary).collect()
    };
    let mut own = all(role);
    let base = role.extends.as_deref().filter(|base| *base != role.id.as_str()).and_then(|base| corpus.roles.get(base));
    if let Some(base) = base {
        let taken_over = all(base);
        own.retain(|thing| !taken_over.contains(thing));
    }
    own
}
