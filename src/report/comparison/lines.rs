//! Reporting lines among the compared roles, in sentences.

use indexmap::{IndexMap, IndexSet};

use super::super::styled::StyledText;
use super::super::wording;
use crate::compare::{Relation, Standing};
use crate::model::How;
use crate::text::{distinct, sentence_list};

/// Straight lines to superiors of several roles, then the lines between the roles and those that lead up through others.
pub(super) fn sentences<'a: 'r, 'r>(
    relations: impl Iterator<Item = &'r Relation<'a>> + Clone,
    roles: usize,
    name: impl Fn(&'a str) -> &'a str,
) -> Vec<StyledText> {
    let the = |id: &&'a str| format!("the {}", name(id));
    let up = |chain: &[&'a str], how: How| match chain {
        [from, between @ .., to] => {
            let between: Vec<String> = between.iter().map(the).collect();
            let verb = if how == How::Usual { "reports" } else { "may report" };
            format!("The {} {verb} to the {} through {}", name(from), name(to), sentence_list(&between, "and"))
        }
        _ => String::new(),
    };
    let mut together: IndexMap<(&str, How), Vec<&str>> = IndexMap::new();
    let mut others = Vec::new();
    for standing in relations.clone().flat_map(|relation| &relation.standings) {
        match standing {
            Standing::Direct { from, to, how, when } => {
                let limits = if when.is_empty() { String::new() } else { format!(", {}", sentence_list(when, "or")) };
                let how = if *how == How::Usual { "usually" } else { how.key() };
                others.push(format!("The {} {how} reports to the {}{limits}", name(from), name(to)));
            }
            Standing::Indirect { chain, how } => others.push(up(chain, *how)),
            Standing::Common { superior, how, chains } => {
                for chain in chains {
                    match chain.as_slice() {
                        [from, _] => together.entry((superior, *how)).or_default().push(from),
                        chain => others.push(up(chain, *how)),
                    }
                }
            }
        }
    }
    let together = together.into_iter().map(|((superior, how), who)| {
        let who = distinct(who);
        let subject = match who.len() {
            2 if roles == 2 => "both".to_owned(),
            count if count == roles => format!("all {}", number(count)),
            _ => sentence_list(&who.iter().map(the).collect::<Vec<_>>(), "and"),
        };
        let how = if how == How::Usual { "usually" } else { "may" };
        let verb = if who.len() == 1 && how == "usually" { "reports" } else { "report" };
        wording::capitalized(&format!("{subject} {how} {verb} to the {}", name(superior)))
    });
    let unrelated = relations.filter(|relation| relation.standings.is_empty());
    let unrelated: Vec<String> = unrelated.map(|relation| relation.roles.each_ref().map(the).join(" and ")).collect();
    let unrelated = (!unrelated.is_empty()).then(|| format!("No line in the sources between {}", unrelated.join(", between ")));
    // Several pairs may have the same way up.
    let others: IndexSet<String> = others.into_iter().collect();
    together.chain(others).chain(unrelated).map(StyledText::from).collect()
}

/// A number in a sentence.
pub(super) fn number(count: usize) -> String {
    const WORDS: [&str; 8] = ["two", "three", "four", "five", "six", "seven", "eight", "nine"];
    count.checked_sub(2).and_then(|i| WORDS.get(i)).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}
