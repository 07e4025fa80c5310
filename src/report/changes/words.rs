//! The number of changes, in a sentence.

use crate::diff::{Counts, Tally};
use crate::text::{count, thousands};

/// `2 roles changed, 1 added; 5 statements added, 3 removed, 2 reworded`.
pub(super) fn sentence(counts: &Counts) -> String {
    let kinds = [
        (&counts.roles, "role", "roles"),
        (&counts.fields, "field", "fields"),
        (&counts.statements, "statement", "statements"),
        (&counts.salary, "salary figure", "salary figures"),
        (&counts.pairs, "pair", "pairs"),
        (&counts.positions, "position", "positions"),
        (&counts.topics, "topic", "topics"),
        (&counts.functions, "function", "functions"),
        (&counts.sources, "source", "sources"),
    ];
    let parts = kinds.into_iter().map(|(tally, one, many)| part(tally, one, many));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

fn part(tally: &Tally, one: &str, many: &str) -> String {
    let numbers = [
        (tally.changed, "changed"),
        (tally.added, "added"),
        (tally.removed, "removed"),
        (tally.renamed, "renamed"),
        (tally.reworded, "reworded"),
        (tally.moved, "moved"),
        (tally.sources, "with other sources"),
    ];
    let mut parts: Vec<String> = Vec::new();
    for (number, verb) in numbers.into_iter().filter(|(number, _)| *number > 0) {
        let number = if parts.is_empty() { count(number, one, many) } else { thousands(number as u64) };
        parts.push(format!("{number} {verb}"));
    }
    parts.join(", ")
}
