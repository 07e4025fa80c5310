//! The lines of reporting of a corpus, or those above and below one post.

use std::collections::HashSet;

use super::{Edge, OutlineRow, outline, rank, reached};
use crate::corpus::{Corpus, Line};
use crate::model::How;
use crate::text::distinct;

/// The usual lines as a tree, and the occasional ones beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrgChart<'a> {
    pub rows: Vec<OutlineRow<'a>>,
    /// By the lower end. For one post they are its own lines alone: those of other posts would lead away from it.
    pub occasional: Vec<&'a Line>,
    /// The roles that take over reports from the role they extend.
    pub heirs: HashSet<&'a str>,
    /// The number of posts below those shown.
    pub deeper: usize,
}

/// All lines, or those of one post: its own, and the usual ones from there up to the top and down to the bottom.
///
/// The tree goes down so many levels below the top, or below the post asked for. A line that a role takes over belongs to the
/// role it extends, unless the heir is the post asked for. Without a post, every profiled role is in the chart, even one
/// without lines.
pub fn chart<'a>(corpus: &'a Corpus, focus: Option<&'a str>, levels: usize) -> OrgChart<'a> {
    let is_inherited = |line: &Line| focus != Some(&*line.to) && is_taken_over(corpus, line);
    let (taken_over, lines): (Vec<&Line>, Vec<&Line>) = corpus.lines.all().iter().partition(|line| is_inherited(line));
    let (usual, mut occasional): (Vec<&Line>, Vec<&Line>) = lines.into_iter().partition(|line| line.how == How::Usual);
    let is_usual = |line: &&Line| line.how == How::Usual && !is_inherited(line);
    let (above, below) = match focus {
        None => (corpus.roles.ids().chain(usual.iter().flat_map(|line| [&*line.from, &*line.to])).collect(), HashSet::new()),
        Some(focus) => (
            reached(focus, |id| corpus.lines.up(id).filter(is_usual).map(|line| &*line.to)),
            reached(focus, |id| corpus.lines.down(id).filter(is_usual).map(|line| &*line.from)),
        ),
    };
    let mut posts: Vec<&str> = above.union(&below).copied().collect();
    posts.sort_by_cached_key(|id| rank(corpus, id));
    let edges = usual.iter().map(|line| Edge { upper: &line.to, lower: &line.from });
    // Superiors of superiors are above too; posts below may have other superiors.
    let edges: HashSet<Edge> = edges.filter(|edge| above.contains(edge.lower) || below.contains(edge.upper)).collect();
    let mut edges: Vec<Edge> = edges.into_iter().collect();
    edges.sort_by_cached_key(|edge| (rank(corpus, edge.lower), rank(corpus, edge.upper)));
    let rows = outline(&posts, &edges, focus, levels);
    occasional.retain(|line| focus.is_none_or(|focus| line.from == focus || line.to == focus));
    occasional.sort_by_cached_key(|line| (rank(corpus, &line.from), line.how, rank(corpus, &line.to)));
    let shown: HashSet<&str> = rows.iter().map(|row| row.post).collect();
    OrgChart { deeper: posts.len() - shown.len(), rows, occasional, heirs: taken_over.iter().map(|line| &*line.to).collect() }
}

/// Whether a line leads to a role that takes it over from the role it extends.
fn is_taken_over(corpus: &Corpus, line: &Line) -> bool {
    let base = corpus.roles.get(&line.to).and_then(|role| corpus.roles.get(role.extends.as_deref()?));
    base.filter(|base| base.id != line.to).is_some_and(|base| {
        base.reporting.direct_reports.iter().any(|report| {
            (&report.from, report.how, &report.when, &report.sources) == (&line.from, line.how, &line.when, &line.sources)
        })
    })
}

impl<'a> OrgChart<'a> {
    /// The usual lines that lead to a row; none at the top.
    pub fn lines(corpus: &'a Corpus, row: &OutlineRow) -> Vec<&'a Line> {
        corpus.lines.up(row.post).filter(|line| line.how == How::Usual && Some(&*line.to) == row.upper).collect()
    }

    /// The usual superiors of the post of a row beside the one above it, in the chart or not.
    pub fn other_superiors(corpus: &'a Corpus, row: &OutlineRow) -> Vec<&'a str> {
        // A post taken over by an heir does not report to the extended role as well.
        let base = row.upper.and_then(|upper| corpus.roles.get(upper)?.extends.as_deref());
        let usual = corpus.lines.up(row.post).filter(|line| line.how == How::Usual && !is_taken_over(corpus, line));
        distinct(usual.map(|line| &*line.to).filter(|to| ![row.upper, base].contains(&Some(to))))
    }
}
