//! The report of `roles tree`.

use std::collections::HashSet;

use serde::Serialize;

use super::document::{Block, Document, Rich};
use super::graph::{Graph, GraphLine, GraphPost, Node, Remark};
use super::notes::Notes;
use super::records::{Sink, Value};
use super::{Report, wording};
use crate::corpus::{Corpus, Line};
use crate::graph::{Chart, Tie};
use crate::model::{How, Position, Sources};
use crate::text::{count, sentence_list};

/// Lines of reporting, as a tree.
pub struct ChartReport<'a, 'c> {
    corpus: &'a Corpus<'c>,
    chart: &'a Chart<'a>,
    focus: Option<&'a Position<'a>>,
    cites: bool,
}

impl<'a, 'c> ChartReport<'a, 'c> {
    /// Reports a chart of a corpus: all of it, or what is above and below a post; for people with the sources of every line
    /// if they are to be cited.
    #[must_use]
    pub const fn new(corpus: &'a Corpus<'c>, chart: &'a Chart<'a>, focus: Option<&'a Position<'a>>, cites: bool) -> Self {
        Self { corpus, chart, focus, cites }
    }

    fn drawn(&self) -> Graph {
        // Distinct superiors of each post, in the chart or not; the ties of a post stand together.
        let mut superiors: (Option<usize>, Vec<&str>) = (None, Vec::new());
        let line = |tie: &Tie| {
            if superiors.0 != Some(tie.lower) {
                superiors = (Some(tie.lower), self.superiors(self.chart.posts[tie.lower]));
            }
            let aside = self.others(&superiors.1, self.chart.posts[tie.upper]);
            let how = tie.how();
            let label = if how == How::Usual { "" } else { how.key() };
            GraphLine {
                upper: tie.upper,
                lower: tie.lower,
                rank: how as usize,
                label: label.to_owned(),
                remarks: remarks(&tie.lines),
                aside,
            }
        };
        let lines = self.chart.ties.iter().map(line).collect();
        let is_asked = |id: &str| self.focus.is_some_and(|focus| focus.id == *id);
        let node = |id: &&str| Node { is_asked: is_asked(id), ..Node::of(self.corpus, id) };
        Graph { nodes: self.chart.posts.iter().map(node).collect(), lines, is_directed: false }
    }

    /// Everybody above a post by a line that is not too unusual, the most usual first.
    fn superiors(&self, id: &str) -> Vec<&'a str> {
        let lines = self.corpus.lines.up(id).filter(|line| line.how <= self.chart.limit);
        let mut known = HashSet::new();
        lines.map(|line| line.to.as_str()).filter(|superior| known.insert(*superior)).collect()
    }

    /// That somebody has other superiors than one.
    fn others(&self, superiors: &[&str], one: &str) -> String {
        /// As many as a line has room for.
        const MOST: usize = 3;
        let others = superiors.iter().filter(|superior| **superior != one);
        let mut names: Vec<&str> = others.take(MOST).map(|superior| self.corpus.short_title(superior)).collect();
        let left = superiors.len().saturating_sub(1 + names.len());
        let rest = count(left, "other", "others");
        names.extend((left > 0).then_some(&*rest));
        if names.is_empty() { String::new() } else { format!("also reports to {}", sentence_list(&names, "and")) }
    }

    fn title(&self) -> String {
        self.focus.map_or_else(
            || "Reporting lines".to_owned(),
            |focus| format!("Reporting lines of {}", wording::title(&focus.title, focus.acronym.as_deref())),
        )
    }

    /// What the tree does not show, and how to see it.
    fn explanations(&self, graph: &Graph) -> Vec<Block> {
        let mut texts = Vec::new();
        if graph.has_unprofiled() {
            texts.push(format!("{} has no profile of its own.", Graph::NO_PROFILE));
        }
        if self.chart.left_out > 0 {
            let lines = count(self.chart.left_out, "occasional line is", "occasional lines are");
            texts.push(format!("{lines} left out; --all adds them."));
        }
        let muted = |text: String| Block::Paragraph(Rich::muted(&text));
        Some(texts.join(" ")).filter(|text| !text.is_empty()).map(muted).into_iter().collect()
    }

    /// Every line, and everybody without one.
    fn lines(&self) -> impl Iterator<Item = Result<&'a Line<'a>, &'a str>> {
        let mut has_line = vec![false; self.chart.posts.len()];
        for tie in &self.chart.ties {
            has_line[tie.upper] = true;
            has_line[tie.lower] = true;
        }
        let alone = self.chart.posts.iter().zip(has_line).filter(|(_, has_line)| !has_line).map(|(id, _)| Err(*id));
        self.chart.ties.iter().flat_map(|tie| tie.lines.iter().copied()).map(Ok).chain(alone)
    }
}

/// What is said of the lines between two posts, the same words once. What is the rule needs no word, also where it is the rule
/// in some companies above all.
fn remarks(lines: &[&Line]) -> Vec<Remark> {
    let is_rule = lines.iter().any(|line| line.how == How::Usual && line.when.is_none());
    let mut said: Vec<Remark> = Vec::new();
    for line in lines {
        let text = match (line.how, line.when.as_deref()) {
            (How::Usual, None) => String::new(),
            (How::Usual, Some(_)) if is_rule => String::new(),
            (how, None) => how.key().to_owned(),
            (how, Some(when)) => format!("{}: {when}", how.key()),
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

impl Report for ChartReport<'_, '_> {
    fn document(&self) -> Document {
        let notes = Notes::new(self.corpus);
        let mut graph = self.drawn();
        if self.cites {
            graph.cite(&notes);
        }
        let mut blocks = vec![Block::Title(Rich::strong(&self.title()))];
        let explanations = self.explanations(&graph);
        blocks.push(if graph.nodes.is_empty() {
            Block::Paragraph(Rich::plain("There is nobody in the corpus."))
        } else {
            Block::Graph(graph)
        });
        blocks.extend(explanations);
        blocks.extend(notes.into_blocks());
        Document { blocks }
    }

    fn graph(&self) -> Option<Graph> {
        Some(self.drawn())
    }

    fn columns(&self) -> Vec<&'static str> {
        vec!["from", "to", "how", "when", "sources"]
    }

    fn records(&self, sink: &mut Sink) {
        let none = Sources::default();
        for line in self.lines() {
            match line {
                Ok(line) => sink(&[
                    Value::Text(&line.from),
                    Value::Text(&line.to),
                    Value::Text(line.how.key()),
                    Value::optional(line.when.as_deref()),
                    Value::Sources(&line.sources),
                ]),
                Err(alone) => sink(&[Value::Text(alone), Value::Absent, Value::Absent, Value::Absent, Value::Sources(&none)]),
            }
        }
    }

    fn data(&self) -> impl Serialize {
        #[derive(Serialize)]
        struct Data<'a> {
            role: Option<&'a str>,
            nodes: Vec<GraphPost<'a>>,
            lines: Vec<&'a Line<'a>>,
            lines_left_out: usize,
        }

        Data {
            role: self.focus.map(|focus| focus.id.as_str()),
            nodes: self.chart.posts.iter().map(|id| GraphPost::of(self.corpus, id)).collect(),
            lines: self.chart.ties.iter().flat_map(|tie| tie.lines.iter().copied()).collect(),
            lines_left_out: self.chart.left_out,
        }
    }
}
