//! Who reports to whom, as one graph.

use serde::Serialize;

use super::Catalog;
use crate::model::{How, Id, Role};

/// One line of reporting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Who reports.
    pub from: Id,
    /// To whom.
    pub to: Id,
    /// How usual the line is.
    pub how: How,
    /// In which companies.
    pub when: Option<String>,
    /// Who says so.
    pub sources: Vec<Id>,
}

/// Every line of a corpus, found from either end in logarithmic time.
///
/// A profiled role states its own lines upward, and those of people without a profile who report to it.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    /// Sorted by who reports, then by how usual they are, then as they were written.
    lines: Vec<Line>,
    /// Positions in `lines`, sorted by whom the line leads to, then by how usual they are.
    by_upper: Vec<usize>,
}

impl Lines {
    /// Gathers the lines of some roles.
    pub(super) fn of(roles: &Catalog<Role>) -> Self {
        let mut lines = Vec::new();
        for role in roles.iter() {
            let id = &role.id;
            for line in role.reporting.reports_to.clone() {
                lines.push(Line { from: id.clone(), to: line.to, how: line.how, when: line.when, sources: line.sources });
            }
            for line in role.reporting.direct_reports.clone() {
                lines.push(Line { from: line.from, to: id.clone(), how: line.how, when: line.when, sources: line.sources });
            }
        }
        lines.sort_by(|a, b| (&a.from, a.how).cmp(&(&b.from, b.how)));
        let mut by_upper: Vec<usize> = (0..lines.len()).collect();
        by_upper.sort_by(|&a, &b| (&lines[a].to, lines[a].how).cmp(&(&lines[b].to, lines[b].how)));
        Self { lines, by_upper }
    }

    /// Every line.
    pub fn all(&self) -> &[Line] {
        &self.lines
    }

    /// The lines upward from somebody.
    pub fn up(&self, from: &str) -> std::slice::Iter<'_, Line> {
        let start = self.lines.partition_point(|line| &*line.from < from);
        let end = start + self.lines[start..].partition_point(|line| line.from == *from);
        self.lines[start..end].iter()
    }

    /// The lines downward from somebody.
    pub fn down(&self, to: &str) -> impl Iterator<Item = &Line> {
        let start = self.by_upper.partition_point(|&i| &*self.lines[i].to < to);
        let end = start + self.by_upper[start..].partition_point(|&i| self.lines[i].to == *to);
        self.by_upper[start..end].iter().map(|&i| &self.lines[i])
    }

    /// The most usual of the lines straight from somebody to somebody else.
    pub fn direct(&self, from: &str, to: &str) -> Option<&Line> {
        self.up(from).filter(|line| line.to == *to).min_by_key(|line| line.how)
    }

    /// A shortest chain of lines from somebody up to each one above, nearest first, over lines at most as unusual as `limit`.
    ///
    /// A chain begins with `from`. Circles are walked once; of equally short chains the one whose lines come first is given.
    pub fn chains<'s>(&'s self, from: &'s str, limit: How) -> Vec<Vec<&'s str>> {
        let mut seen = vec![from];
        let mut chains = vec![vec![from]];
        let mut next = 0;
        while next < chains.len() {
            let chain = chains[next].clone();
            for line in chain.last().into_iter().flat_map(|end| self.up(end)).filter(|line| line.how <= limit) {
                if !seen.contains(&line.to.as_str()) {
                    seen.push(&line.to);
                    chains.push(chain.iter().copied().chain([line.to.as_str()]).collect());
                }
            }
            next += 1;
        }
        chains.remove(0);
        chains
    }
}
