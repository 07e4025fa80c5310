//! Boxes and lines, as every format can draw them.

use serde::Serialize;

use super::footnotes::Footnotes;
use super::styled::{StyledText, Tone};
use super::wording;
use crate::corpus::Corpus;
use crate::graph::{Edge, Expansion, OutlineRow, outline};
use crate::model::How;
use crate::text::sentence_list;

/// Posts and what leads from one to the next, from the top or the start down.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Graph {
    /// The posts, in an order in which they may be drawn.
    pub nodes: Vec<Node>,
    /// The lines between them; no two join the same posts in the same direction.
    pub lines: Vec<GraphLine>,
    /// Whether a line has a direction beside that from the top down, as a step of a career has.
    pub is_directed: bool,
}

/// A post.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Node {
    /// Its id, as the corpus has it: not yet safe to print.
    pub id: String,
    /// As in the corpus: not yet safe to print.
    pub title: String,
    /// Whether it has a profile.
    pub is_profiled: bool,
    /// Whether it is one that was asked for.
    pub is_asked: bool,
    /// More on it, a line each.
    pub details: Vec<Remark>,
    /// Everybody right above it, in the graph or not, the most usual first; told where a tree tells what is below it.
    pub superiors: Vec<NodeSuperior>,
}

/// Somebody above a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NodeSuperior {
    /// The id, as the corpus has it: not yet safe to print.
    pub id: String,
    /// A short title, as the corpus has it: not yet safe to print.
    pub name: String,
    pub how: How,
}

/// A line from one post down to the next.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GraphLine {
    /// The upper end, as a place in [`Graph::nodes`].
    pub upper: usize,
    /// The lower end, as a place in [`Graph::nodes`].
    pub lower: usize,
    /// 0 for a usual line; the higher, the rarer.
    pub rank: usize,
    /// The label in a drawing; empty on a usual line.
    pub label: String,
    /// All that is said of it.
    pub remarks: Vec<Remark>,
}

/// Something said, with the marks of its sources after it; as the corpus has it, not yet safe to print.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Remark {
    pub text: String,
    pub sources: Vec<String>,
    /// The marks of the sources, once they are numbered: `[1][2]`.
    pub marks: String,
}

/// A graph's row in an indented tree; the same for every format that has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeRow {
    /// An index into [`Graph::nodes`].
    pub node: usize,
    /// By which line, as a place in [`Graph::lines`]; none at the top.
    pub line: Option<usize>,
    pub depth: usize,
    /// Whether no other row follows below the same one.
    pub is_last: bool,
    /// Whether rows follow below this one.
    pub is_open: bool,
    /// The post and the remarks on its line.
    pub text: StyledText,
    /// Details, a paragraph each, at the first mention.
    pub details: Vec<StyledText>,
}

impl Graph {
    /// The mark of a post without a profile.
    pub const NO_PROFILE: &'static str = "*";

    /// The graph as an indented tree: every line is a row, and the rows below a post come once.
    pub fn tree(&self) -> Vec<TreeRow> {
        let rows = outline(self.nodes.len(), &self.edges());
        let is_open = |i: usize| rows.get(i + 1).is_some_and(|next| next.depth > rows[i].depth);
        let mut has_more: Vec<bool> = self.nodes.iter().map(|node| !node.details.is_empty()).collect();
        for line in &self.lines {
            has_more[line.upper] = true;
        }
        let row = |(i, row): (usize, &OutlineRow)| {
            let node = &self.nodes[row.node];
            let more = match row.place {
                Expansion::Circle => "a circle: see above".to_owned(),
                Expansion::Above if has_more[row.node] => "see above".to_owned(),
                Expansion::Below if has_more[row.node] => "see below".to_owned(),
                Expansion::Here => row.edge.map_or_else(String::new, |edge| self.other_superiors(edge)),
                Expansion::Above | Expansion::Below => String::new(),
            };
            TreeRow {
                node: row.node,
                line: row.edge,
                depth: row.depth,
                is_last: row.last,
                is_open: is_open(i),
                text: node.named(row.edge.map(|edge| &self.lines[edge]), &more),
                details: match row.place {
                    Expansion::Here => node.details.iter().map(Remark::rich).collect(),
                    Expansion::Above | Expansion::Below | Expansion::Circle => Vec::new(),
                },
            }
        };
        rows.iter().enumerate().map(row).collect()
    }

    /// That the lower end of a line has other superiors than the upper one, and how usual these are.
    fn other_superiors(&self, line: usize) -> String {
        let GraphLine { upper, lower, rank, .. } = self.lines[line];
        let others = || self.nodes[lower].superiors.iter().filter(|superior| superior.id != self.nodes[upper].id);
        let mut said: Vec<String> = Vec::new();
        for how in [How::Usual, How::Sometimes, How::Rarely] {
            let names: Vec<&str> = others().filter(|superior| superior.how == how).map(|superior| &*superior.name).collect();
            if names.is_empty() {
                continue;
            }
            let word = match how {
                How::Usual if rank == 0 => "also",
                How::Usual => "usually",
                occasional => occasional.key(),
            };
            let verb = if said.is_empty() { " reports" } else { "" };
            said.push(format!("{word}{verb} to the {}", sentence_list(&names, "and")));
        }
        said.join("; ")
    }

    /// Numbers the sources in the order in which [`Graph::tree`] tells of them.
    pub(super) fn cite(&mut self, notes: &Footnotes) {
        for row in outline(self.nodes.len(), &self.edges()) {
            let remarks = row.edge.map(|edge| &mut self.lines[edge].remarks).into_iter().flatten();
            let details = if row.place == Expansion::Here { Some(&mut self.nodes[row.node].details) } else { None };
            for remark in remarks.chain(details.into_iter().flatten()) {
                remark.marks = notes.marks(remark.sources.iter().map(String::as_str));
            }
        }
    }

    fn edges(&self) -> Vec<Edge> {
        self.lines.iter().map(|line| Edge { upper: line.upper, lower: line.lower, rank: line.rank }).collect()
    }

    /// Whether a post is marked as the one asked for; a path has both of its ends in its title.
    pub fn marks(&self, node: usize) -> bool {
        !self.is_directed && self.nodes[node].is_asked
    }

    /// Whether any post has no profile.
    pub fn has_unprofiled(&self) -> bool {
        self.nodes.iter().any(|node| !node.is_profiled)
    }
}

/// A post as JSON and YAML have it.
#[derive(Serialize)]
pub(super) struct GraphPost<'a> {
    id: &'a str,
    title: &'a str,
    acronym: Option<&'a str>,
    has_profile: bool,
}

impl<'a> GraphPost<'a> {
    pub(super) fn of(corpus: &'a Corpus, id: &'a str) -> Self {
        let acronym = corpus.posts.get(id).and_then(|post| post.acronym.as_deref());
        Self { id, title: corpus.title(id), acronym, has_profile: corpus.roles.rank(id).is_some() }
    }
}

impl Node {
    /// A post of a corpus, of which nothing is said so far.
    pub(super) fn of(corpus: &Corpus, id: &str) -> Self {
        let post = GraphPost::of(corpus, id);
        let title = wording::title(post.title, post.acronym);
        Self { id: id.to_owned(), title, is_profiled: post.has_profile, ..Self::default() }
    }

    /// The post, the remarks on the line above it, and details.
    fn named(&self, line: Option<&GraphLine>, more: &str) -> StyledText {
        let remarks = line.into_iter().flat_map(|line| &line.remarks);
        let worded = remarks.map(|remark| (&*remark.text, &*remark.marks)).chain([(more, "")]);
        let tone = if self.is_profiled { Tone::Strong } else { Tone::Plain };
        let mut pieces = vec![(self.title.clone(), tone, false)];
        if !self.is_profiled {
            pieces.push((format!(" {}", Graph::NO_PROFILE), Tone::Muted, false));
        }
        let mut separator = ',';
        for (words, marks) in worded {
            if !words.is_empty() {
                pieces.push((format!("{separator} {words}"), Tone::Muted, false));
                separator = ';';
            }
            if !marks.is_empty() {
                pieces.push((format!(" {marks}"), Tone::Muted, true));
            }
        }
        let with = |text: StyledText, (piece, tone, cites): &(String, Tone, bool)| {
            if *cites { text.citing(piece, *tone) } else { text.and(piece, *tone) }
        };
        pieces.iter().fold(StyledText::default(), with)
    }
}

impl Remark {
    fn rich(&self) -> StyledText {
        let gap = if self.text.is_empty() || self.marks.is_empty() { "" } else { " " };
        StyledText::plain(&self.text).citing(&format!("{gap}{}", self.marks), Tone::Muted)
    }
}
