//! Reporting lines among the compared roles, in sentences.

use super::super::styled::StyledText;
use super::super::wording;
use crate::compare::{Relation, Standing};
use crate::model::How;
use crate::text::sentence_list;

/// Common superiors of several roles first, then the lines of each pair; for two roles the other way round, nearest first.
pub(super) fn sentences<'a: 'r, 'r>(
    relations: impl Iterator<Item = &'r Relation<'a>> + Clone,
    roles: usize,
    name: impl Fn(&'a str) -> &'a str,
) -> Vec<StyledText> {
    let between: Vec<String> = relations.clone().flat_map(|relation| own(relation, &name)).collect();
    let together = meetings(relations.clone()).into_iter().map(|meeting| meeting.sentence(roles, !between.is_empty(), &name));
    let together: Vec<String> = together.collect();
    let mut all = if roles > 2 { [together, between] } else { [between, together] }.concat();
    let unrelated = relations.filter(|relation| relation.standings.is_empty());
    let unrelated: Vec<String> =
        unrelated.map(|relation| relation.roles.map(|id| format!("the {}", name(id))).join(" and ")).collect();
    all.extend((!unrelated.is_empty()).then(|| format!("No line in the sources between {}", unrelated.join(", between "))));
    all.into_iter().map(StyledText::from).collect()
}

/// The lines from one of two roles to the other.
fn own<'a>(relation: &Relation<'a>, name: &impl Fn(&'a str) -> &'a str) -> Vec<String> {
    let mut told: Vec<[&str; 2]> = Vec::new();
    let mut sentences = Vec::new();
    for standing in &relation.standings {
        match standing {
            Standing::Direct { from, to, how, when } => {
                told.push([from, to]);
                let limits = if when.is_empty() { String::new() } else { format!(", {}", sentence_list(when, "or")) };
                let how = if *how == How::Usual { "usually" } else { how.key() };
                sentences.push(format!("The {} {how} reports to the {}{limits}", name(from), name(to)));
            }
            Standing::Indirect { chain, how } => {
                let [from, .., to] = chain.as_slice() else { continue };
                let through = through(chain, name);
                let verb = if *how == How::Usual { "reports" } else { "may report" };
                sentences.push(if told.contains(&[*from, *to]) {
                    format!("The line may also run {through}")
                } else {
                    format!("The {} {verb} to the {} {through}", name(from), name(to))
                });
            }
            Standing::Common { .. } => {}
        }
    }
    sentences
}

/// `through the CSO and the CRO`, or `directly`, for a chain with both its ends.
fn through<'a>(chain: &[&'a str], name: &impl Fn(&'a str) -> &'a str) -> String {
    let between = chain.get(1..chain.len().saturating_sub(1)).unwrap_or_default();
    let between: Vec<String> = between.iter().map(|id| format!("the {}", name(id))).collect();
    if between.is_empty() { "directly".to_owned() } else { format!("through {}", sentence_list(&between, "and")) }
}

/// Roles whose lines meet at one superior.
struct Meeting<'a> {
    superior: &'a str,
    how: How,
    chains: Vec<Vec<&'a str>>,
}

/// The superiors at which the lines of two or more roles meet.
fn meetings<'a: 'r, 'r>(relations: impl Iterator<Item = &'r Relation<'a>>) -> Vec<Meeting<'a>> {
    let mut meetings: Vec<Meeting> = Vec::new();
    for standing in relations.flat_map(|relation| &relation.standings) {
        let Standing::Common { superior, how, chains } = standing else { continue };
        let place = meetings.iter().position(|known| (known.superior, known.how) == (*superior, *how)).unwrap_or_else(|| {
            meetings.push(Meeting { superior, how: *how, chains: Vec::new() });
            meetings.len() - 1
        });
        for chain in chains {
            if !meetings[place].chains.iter().any(|known| known.first() == chain.first()) {
                meetings[place].chains.push(chain.clone());
            }
        }
    }
    meetings
}

impl<'a> Meeting<'a> {
    /// `Both usually report to the CEO`, or how the lines meet when one is not direct.
    fn sentence(mut self, roles: usize, otherwise: bool, name: &impl Fn(&'a str) -> &'a str) -> String {
        let named = |chain: &Vec<&'a str>| format!("the {}", chain.first().map_or("", |id| name(id)));
        let superior = name(self.superior);
        let who = match self.chains.len() {
            2 if roles == 2 => "both".to_owned(),
            count if count == roles => format!("all {}", number(count)),
            _ => sentence_list(&self.chains.iter().map(named).collect::<Vec<_>>(), "and"),
        };
        if self.chains.iter().all(|chain| chain.len() == 2) {
            let how = if self.how == How::Usual { "usually" } else { "may" };
            let otherwise = if otherwise && roles == 2 { "otherwise " } else { "" };
            return wording::capitalized(&format!("{otherwise}{who} {how} report to the {superior}"));
        }
        // Direct lines first.
        self.chains.sort_by_key(|chain| chain.len() > 2);
        let how = if self.how == How::Usual { "" } else { "may " };
        let ways = self.chains.iter().map(|chain| format!("{}'s {}", named(chain), through(chain, name)));
        let whose = if roles == 2 { "the two" } else { &who };
        format!("The lines of {whose} {how}meet at the {superior}: {}", ways.collect::<Vec<_>>().join(", "))
    }
}

/// A number in a sentence.
pub(super) fn number(count: usize) -> String {
    const WORDS: [&str; 8] = ["two", "three", "four", "five", "six", "seven", "eight", "nine"];
    count.checked_sub(2).and_then(|i| WORDS.get(i)).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}
