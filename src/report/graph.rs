//! Posts and the lines between them, as every format can draw them.

use indexmap::IndexMap;
use serde::Serialize;

use super::styled::{StyledText, Tone};
use super::wording;
use crate::corpus::Corpus;
use crate::graph::OutlineRow;

/// An indented tree for a page; boxes and lines for a drawing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Graph {
    pub rows: Vec<TreeRow>,
    /// The posts by id.
    pub nodes: IndexMap<String, Node>,
    pub lines: Vec<GraphLine>,
    /// Whether it shows careers, which lead from left to right; reporting lines lead from the top down.
    pub is_path: bool,
}

/// A row of the tree; every line has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeRow {
    pub depth: usize,
    /// Whether it is the last row below the one above it.
    pub is_last: bool,
    /// Whether rows follow below it.
    pub is_open: bool,
    /// Whether it is about the post asked for.
    pub is_marked: bool,
    /// The post and what is said of the line to it.
    pub text: StyledText,
    /// More on the post, a paragraph each.
    pub details: Vec<StyledText>,
}

/// A post in a drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its title and more on it; as the corpus has it, not yet safe to print.
    pub label: Vec<String>,
    pub has_profile: bool,
    /// Whether it is one that was asked for.
    pub is_asked: bool,
}

/// A line in a drawing; as the corpus has it, not yet safe to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GraphLine {
    /// The ids of its ends.
    pub upper: String,
    pub lower: String,
    pub label: String,
    /// All that is said of it.
    pub remark: String,
    pub is_occasional: bool,
}

impl Graph {
    /// The sign of a post without a profile.
    pub const NO_PROFILE: &'static str = "*";

    /// Adds a post to the drawing, unless it is there.
    pub(super) fn add_node(&mut self, corpus: &Corpus, id: &str, details: &[StyledText], is_asked: bool) {
        let post = GraphPost::of(corpus, id);
        let label = || [post.name()].into_iter().chain(details.iter().map(StyledText::text)).collect();
        self.nodes.entry(id.to_owned()).or_insert_with(|| Node { label: label(), has_profile: post.has_profile, is_asked });
    }

    /// Adds a row to the tree, with what is said of it and the marks of the sources: `, sometimes [1]; see above`.
    pub(super) fn add_row(
        &mut self,
        corpus: &Corpus,
        row: &OutlineRow,
        remarks: &[(String, String)],
        details: Vec<StyledText>,
        is_marked: bool,
    ) {
        if let Some(before) = self.rows.last_mut() {
            before.is_open = row.depth > before.depth;
        }
        let post = GraphPost::of(corpus, row.post);
        let mut text = StyledText::new(&post.name(), if post.has_profile { Tone::Strong } else { Tone::Plain });
        if !post.has_profile {
            text = text.and(&format!("\u{a0}{}", Self::NO_PROFILE), Tone::Muted);
        }
        let mut separator = ',';
        for (words, marks) in remarks {
            if !words.is_empty() {
                text = text.and(&format!("{separator} {words}"), Tone::Muted);
                separator = ';';
            }
            if !marks.is_empty() {
                text = text.citing(&format!(" {marks}"), Tone::Muted);
            }
        }
        self.rows.push(TreeRow { depth: row.depth, is_last: row.is_last, is_open: false, is_marked, text, details });
    }

    pub fn has_unprofiled(&self) -> bool {
        self.nodes.values().any(|node| !node.has_profile)
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

    /// `Chief Operating Officer (COO)`.
    pub(super) fn name(&self) -> String {
        wording::title(self.title, self.acronym)
    }
}
