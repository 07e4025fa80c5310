//! The report of `roles tree`.

use serde::Serialize;
use serde_json::Value;

use super::footnotes::Footnotes;
use super::graph::{Graph, GraphLine, GraphPost, Node, NodeSuperior, Remark};
use super::page::{Block, Page, sources};
use super::styled::StyledText;
use super::{Report, Rows, wording};
use crate::corpus::{Corpus, Line};
use crate::facets::qualified;
use crate::graph::{Edge, OrgChart};
use crate::model::{How, Id, Position};
use crate::text::count;

/// Reporting lines as a tree.
pub struct ChartReport<'a> {
    corpus: &'a Corpus,
    chart: OrgChart<'a>,
    focus: Option<&'a Position>,
    cites: bool,
    hints: bool,
}

impl<'a> ChartReport<'a> {
    /// The whole chart, or the part above and below a post; `cites` adds the sources of every line to the page.
    pub fn new(corpus: &'a Corpus, chart: OrgChart<'a>, focus: Option<&'a Position>, cites: bool) -> Self {
        Self { corpus, chart, focus, cites, hints: false }
    }

    /// The same with hints on what to type, for readers at the terminal.
    pub fn hinting(self, hints: bool) -> Self {
        Self { hints, ..self }
    }

    fn drawn(&self) -> Graph {
        let line = |(&Edge { upper, lower, rank }, lines): (&Edge, &Vec<&Line>)| {
            let label = lines.first().map(|line| line.how).filter(|how| *how != How::Usual).map_or("", How::key);
            GraphLine { upper, lower, rank, label: label.to_owned(), remarks: remarks(lines) }
        };
        let lines = self.chart.edges.iter().zip(&self.chart.lines).map(line).collect();
        let is_asked = |id: &str| self.focus.is_some_and(|focus| focus.id == *id);
        let superior = |(id, how): (&str, How)| {
            let name = self.corpus.short_title(id).to_owned();
            NodeSuperior { id: id.to_owned(), name, how }
        };
        let node = |id: &&str| {
            let superiors = self.chart.superiors(self.corpus, id).into_iter().map(superior).collect();
            Node { is_asked: is_asked(id), superiors, ..Node::of(self.corpus, id) }
        };
        Graph { nodes: self.chart.posts.iter().map(node).collect(), lines, is_directed: false }
    }

    fn title(&self) -> String {
        self.focus.map_or_else(
            || "Reporting lines".to_owned(),
            |focus| format!("Reporting lines of {}", wording::title(&focus.title, focus.acronym.as_deref())),
        )
    }

    /// The lines left out, and how to see them.
    fn explanations(&self, graph: &Graph) -> Vec<Block> {
        let mut texts = Vec::new();
        if graph.has_unprofiled() {
            texts.push(format!("{} has no profile of its own.", Graph::NO_PROFILE));
        }
        if self.chart.taken_over > 0 {
            texts.push("Whom a role takes over from the one it extends stands below that one.".to_owned());
        }
        texts.extend(self.left_out());
        let muted = |text: String| Block::Paragraph(StyledText::muted(&text));
        Some(texts.join(" ")).filter(|text| !text.is_empty()).map(muted).into_iter().collect()
    }

    /// The number of lines left out, and the option that adds them.
    fn left_out(&self) -> Option<String> {
        let left_out = self.chart.left_out;
        let lines = count(left_out, "occasional line is", "occasional lines are");
        let hint = match (self.hints, left_out) {
            (false, _) => "",
            (true, 1) => "; --all adds it",
            (true, _) => "; --all adds them",
        };
        (left_out > 0).then(|| format!("{lines} left out{hint}."))
    }

    /// The reason when there is no tree.
    fn nothing(&self) -> Option<StyledText> {
        if self.chart.posts.is_empty() {
            return Some(StyledText::plain("The corpus is empty."));
        }
        let is_alone = self.focus.is_some() && self.chart.edges.is_empty();
        is_alone.then(|| match self.left_out() {
            Some(left_out) => StyledText::from(format!("No post is usually above or below. {left_out}")),
            None => StyledText::plain("The sources name no post above or below."),
        })
    }

    /// Every line, and every post without one.
    fn lines(&self) -> impl Iterator<Item = Result<&'a Line, &'a str>> {
        let mut has_line = vec![false; self.chart.posts.len()];
        for edge in &self.chart.edges {
            has_line[edge.upper] = true;
            has_line[edge.lower] = true;
        }
        let alone = self.chart.posts.iter().zip(has_line).filter(|(_, has_line)| !has_line).map(|(id, _)| Err(*id));
        self.chart.lines.iter().flatten().copied().map(Ok).chain(alone)
    }
}

/// The remarks on the lines between two posts, each once. A usual line needs no remark.
fn remarks(lines: &[&Line]) -> Vec<Remark> {
    let is_rule = lines.iter().any(|line| line.how == How::Usual && line.when.is_none());
    let mut said: Vec<Remark> = Vec::new();
    for line in lines {
        let text = match (line.how, line.when.as_deref()) {
            (How::Usual, None) => String::new(),
            (How::Usual, Some(_)) if is_rule => String::new(),
            (how, when) => qualified(how, when),
        };
        let same = said.iter().position(|known| known.text == text).unwrap_or_else(|| {
            said.push(Remark { text, ..Remark::default() });
            said.len() - 1
        });
        for source in &line.sources {
            if !said[same].sources.iter().any(|known| known == source) {
                said[same].sources.push(source.to_owned());
            }
        }
    }
    said
}

impl Report for ChartReport<'_> {
    fn page(&self) -> Page {
        let notes = Footnotes::new(self.corpus);
        let mut graph = self.drawn();
        if self.cites {
            graph.cite(&notes);
        }
        let mut blocks = vec![Block::Title(StyledText::strong(&self.title()))];
        if let Some(nothing) = self.nothing() {
            blocks.push(Block::Paragraph(nothing));
        } else {
            let explanations = self.explanations(&graph);
            blocks.push(Block::Graph(graph));
            blocks.extend(explanations);
        }
        blocks.extend(sources(notes));
        Page { blocks }
    }

    fn graph(&self) -> Option<Graph> {
        Some(self.drawn())
    }

    fn data(&self) -> serde_json::Result<Value> {
        #[derive(Serialize)]
        struct TreeData<'a> {
            role: Option<&'a str>,
            nodes: Vec<GraphPost<'a>>,
            lines: Vec<&'a Line>,
            lines_left_out: usize,
        }

        serde_json::to_value(TreeData {
            role: self.focus.map(|focus| focus.id.as_str()),
            nodes: self.chart.posts.iter().map(|id| GraphPost::of(self.corpus, id)).collect(),
            lines: self.chart.lines.iter().flatten().copied().collect(),
            lines_left_out: self.chart.left_out,
        })
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        #[derive(Default, Serialize)]
        struct LineRow<'a> {
            from: &'a str,
            to: &'a str,
            how: Option<How>,
            when: Option<&'a str>,
            sources: &'a [Id],
        }

        Rows::of(self.lines().map(|line| match line {
            Ok(Line { from, to, how, when, sources }) => LineRow { from, to, how: Some(*how), when: when.as_deref(), sources },
            Err(alone) => LineRow { from: alone, ..LineRow::default() },
        }))
    }
}
