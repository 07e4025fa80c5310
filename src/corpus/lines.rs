//! Who reports to whom: the lines that roles state from either end, as one graph.

use super::Corpus;
use crate::model::{How, Id};

/// One line of reporting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a> {
    /// Who reports.
    pub from: &'a str,
    /// To whom.
    pub to: &'a str,
    /// How usual the line is.
    pub how: How,
    /// In which companies.
    pub when: Option<&'a str>,
    /// Who says so.
    pub sources: &'a [Id],
}

/// Every line of a corpus.
///
/// A line may be stated by its lower end, by its upper end, or by both; each statement is a line of its own.
#[derive(Debug, Clone, Default)]
pub struct Lines<'a> {
    lines: Vec<Line<'a>>,
}

impl<'a> Lines<'a> {
    /// Gathers the lines of a corpus: first by who reports, then as the role lists them.
    #[must_use]
    pub fn of(corpus: &'a Corpus) -> Self {
        let mut lines = Vec::new();
        for role in &corpus.roles {
            for superior in &role.reporting.reports_to {
                let when = superior.when.as_deref();
                lines.push(Line { from: &role.id, to: &superior.to, how: superior.how, when, sources: &superior.sources });
            }
            for report in &role.reporting.direct_reports {
                let when = report.when.as_deref();
                lines.push(Line { from: &report.from, to: &role.id, how: report.how, when, sources: &report.sources });
            }
        }
        Self { lines }
    }

    /// Everybody's lines upward from somebody.
    pub fn up(&self, from: &str) -> impl Iterator<Item = &Line<'a>> {
        self.lines.iter().filter(move |line| line.from == from)
    }

    /// Everybody's lines downward to somebody.
    pub fn down(&self, to: &str) -> impl Iterator<Item = &Line<'a>> {
        self.lines.iter().filter(move |line| line.to == to)
    }

    /// How usually somebody reports straight to somebody else: the most usual of the lines between them.
    #[must_use]
    pub fn direct(&self, from: &str, to: &str) -> Option<&Line<'a>> {
        self.up(from).filter(|line| line.to == to).min_by_key(|line| line.how)
    }

    /// The shortest chain of lines from somebody up to somebody else, over lines at most as unusual as `limit`.
    ///
    /// The chain begins with `from` and ends with `to`. Of equally short chains it is the one whose lines come first.
    #[must_use]
    pub fn chain(&self, from: &'a str, to: &str, limit: How) -> Option<Vec<&'a str>> {
        self.ancestry(from, limit).into_iter().find(|chain| chain.last() == Some(&to))
    }

    /// A shortest chain upward from somebody to each one above, nearest first; circles are walked once.
    #[must_use]
    pub fn ancestry(&self, from: &'a str, limit: How) -> Vec<Vec<&'a str>> {
        let mut seen = vec![from];
        let mut chains: Vec<Vec<&'a str>> = vec![vec![from]];
        let mut next = 0;
        while next < chains.len() {
            let chain = chains[next].clone();
            for line in chain.last().into_iter().flat_map(|end| self.up(end)).filter(|line| line.how <= limit) {
                if !seen.contains(&line.to) {
                    seen.push(line.to);
                    chains.push(chain.iter().copied().chain([line.to]).collect());
                }
            }
            next += 1;
        }
        chains.remove(0);
        chains
    }
}
