//! Reporting lines, as one graph.

use serde::Serialize;

use super::Catalog;
use crate::model::{How, Id, Role};

/// A line of reporting, upward.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    pub from: Id,
    pub to: Id,
    pub how: How,
    /// In which companies.
    pub when: Option<String>,
    pub sources: Vec<Id>,
}

/// Every line of a corpus, found from either end.
///
/// A role with a profile states its own lines upward, and those of positions without a profile that report to it.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    /// Sorted by the lower end, then by frequency.
    upward: Vec<Line>,
    /// Sorted by the upper end, then by frequency.
    downward: Vec<Line>,
}

impl Lines {
    pub(super) fn of(roles: &Catalog<Role>) -> Self {
        let mut upward = Vec::new();
        for Role { id, reporting, .. } in roles.iter() {
            let up = reporting.reports_to.iter().map(|line| (id, &line.to, line.how, &line.when, &line.sources));
            let down = reporting.direct_reports.iter().map(|line| (&line.from, id, line.how, &line.when, &line.sources));
            upward.extend(up.chain(down).map(|(from, to, how, when, sources)| Line {
                from: from.clone(),
                to: to.clone(),
                how,
                when: when.clone(),
                sources: sources.clone(),
            }));
        }
        upward.sort_by(|a, b| (&a.from, a.how).cmp(&(&b.from, b.how)));
        let mut downward = upward.clone();
        downward.sort_by(|a, b| (&a.to, a.how).cmp(&(&b.to, b.how)));
        Self { upward, downward }
    }

    pub fn all(&self) -> &[Line] {
        &self.upward
    }

    /// The lines upward from a role or position.
    pub fn up(&self, from: &str) -> std::slice::Iter<'_, Line> {
        with_end(&self.upward, from, |line| &line.from)
    }

    /// The lines downward from a role or position.
    pub fn down(&self, to: &str) -> std::slice::Iter<'_, Line> {
        with_end(&self.downward, to, |line| &line.to)
    }

    /// The most usual line directly from one to another.
    pub fn direct(&self, from: &str, to: &str) -> Option<&Line> {
        self.up(from).filter(|line| line.to == *to).min_by_key(|line| line.how)
    }

    /// A shortest chain of lines from `from` up to each one above, nearest first, over lines at most as unusual as `limit`.
    ///
    /// A chain begins with `from`. Of equally short chains the first is given.
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

/// The lines with an end, among those that are sorted by it.
fn with_end<'l>(lines: &'l [Line], id: &str, end: fn(&Line) -> &Id) -> std::slice::Iter<'l, Line> {
    let start = lines.partition_point(|line| end(line).as_str() < id);
    let count = lines[start..].partition_point(|line| end(line) == id);
    lines[start..start + count].iter()
}
