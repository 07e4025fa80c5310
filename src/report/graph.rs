//! Posts and the lines between them, as every format can draw them.

use indexmap::IndexMap;
use serde::Serialize;

use super::footnotes::Footnotes;
use super::styled::{StyledText, Tone};
use super::wording;
use crate::corpus::Corpus;
use crate::graph::OutlineRow;

/// An indented tree for a page; boxes and lines for a drawing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Graph {
    pub rows: Vec<TreeRow>,
    /// By id.
    pub nodes: IndexMap<String, Node>,
    /// By the ids of their ends, the upper one first.
    pub lines: IndexMap<[String; 2], GraphLine>,
    /// Whether it shows careers, which lead from left to right; reporting lines lead from the top down.
    pub is_path: bool,
}

/// A row of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeRow {
    pub depth: usize,
    /// Whether it is about the post asked for; a path has both of its ends in its title.
    pub is_marked: bool,
    /// The post and the remarks on the line to it.
    pub text: StyledText,
    /// More on the post, a paragraph each.
    pub details: Vec<StyledText>,
}

/// A post as JSON and YAML have it, and as it is drawn; not yet safe to print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Node {
    id: String,
    title: String,
    acronym: Option<String>,
    pub has_profile: bool,
    /// More on it, a line each.
    #[serde(skip)]
    pub details: Vec<String>,
    /// Whether it is one that was asked for.
    #[serde(skip)]
    pub is_asked: bool,
}

/// A line in a drawing; not yet safe to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GraphLine {
    pub label: String,
    /// All remarks on the line.
    pub remark: String,
    pub is_occasional: bool,
}

impl Graph {
    /// The sign of a post without a profile.
    const NO_PROFILE: &str = "*";

    /// Adds a row with its post, the remarks on the line to it, and more on the post.
    pub(super) fn add_row(
        &mut self,
        corpus: &Corpus,
        row: &OutlineRow,
        said: Vec<StyledText>,
        details: Vec<StyledText>,
        is_asked: bool,
    ) {
        let texts = || details.iter().map(StyledText::text).collect();
        let node = || Node { details: texts(), is_asked, ..Node::of(corpus, row.post) };
        let node = self.nodes.entry(row.post.to_owned()).or_insert_with(node);
        let mut text = StyledText::new(&node.name(), if node.has_profile { Tone::Strong } else { Tone::Plain });
        if !node.has_profile {
            text = text.and(&format!("\u{a0}{}", Self::NO_PROFILE), Tone::Muted);
        }
        let mut separator = ", ";
        for remark in said.into_iter().filter(|remark| !remark.is_empty()) {
            if remark.spans[0].cites {
                text = text.and(" ", Tone::Muted);
            } else {
                text = text.and(separator, Tone::Muted);
                separator = "; ";
            }
            text.spans.extend(remark.spans);
        }
        self.rows.push(TreeRow { depth: row.depth, is_marked: is_asked && !self.is_path, text, details });
    }

    /// Adds a line with its ends, the upper one first, unless there is one between them.
    pub(super) fn add_line(&mut self, corpus: &Corpus, ends: [&str; 2], line: GraphLine) {
        for id in ends {
            self.nodes.entry(id.to_owned()).or_insert_with(|| Node::of(corpus, id));
        }
        self.lines.entry(ends.map(str::to_owned)).or_insert(line);
    }

    pub fn has_unprofiled(&self) -> bool {
        self.nodes.values().any(|node| !node.has_profile)
    }

    /// The meaning of the sign of a post without a profile.
    pub(super) fn legend(&self) -> Option<String> {
        self.has_unprofiled().then(|| format!("{} has no profile of its own.", Self::NO_PROFILE))
    }
}

impl Node {
    pub(super) fn of(corpus: &Corpus, id: &str) -> Self {
        let acronym = corpus.posts.get(id).and_then(|post| post.acronym.clone());
        let (title, has_profile) = (corpus.title(id).to_owned(), corpus.roles.rank(id).is_some());
        Self { id: id.to_owned(), title, acronym, has_profile, details: Vec::new(), is_asked: false }
    }

    /// `Chief Operating Officer (COO)`.
    pub fn name(&self) -> String {
        wording::title(&self.title, self.acronym.as_deref())
    }
}

/// A text with the numbers of its sources, where they are wanted.
pub(super) fn cited(
    text: StyledText,
    notes: Option<&Footnotes>,
    sources: impl IntoIterator<Item = impl AsRef<str>>,
) -> StyledText {
    if let Some(notes) = notes { notes.cite(text, sources) } else { text }
}
