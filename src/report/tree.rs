//! The report of `roles tree`.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::footnotes::Footnotes;
use super::graph::{Graph, GraphLine, Node, cited};
use super::page::{Block, Column, Page, Table, sources};
use super::styled::{StyledText, Tone};
use super::{Report, Rows};
use crate::corpus::{Corpus, Line};
use crate::facets::qualified;
use crate::graph::{Expansion, OrgChart, OutlineRow};
use crate::model::How;
use crate::text::{count, sentence_list};

/// The topic of an overlap that calls two roles one post under two titles.
const ALTERNATIVES: &str = "interchangeable-titles";

/// Reporting lines: the usual ones as a tree, the occasional ones as a table.
pub struct ChartReport<'a> {
    pub corpus: &'a Corpus,
    pub chart: OrgChart<'a>,
    /// The post asked for; without one, the report is about all.
    pub focus: Option<&'a str>,
    /// Whether occasional lines are shown.
    pub all: bool,
    /// Whether the page cites the sources of every line.
    pub cites: bool,
}

impl<'a> ChartReport<'a> {
    fn occasional(&self) -> &[&'a Line] {
        if self.all { &self.chart.occasional } else { &[] }
    }

    fn lines_left_out(&self) -> usize {
        self.chart.occasional.len() - self.occasional().len()
    }

    fn lines(&self) -> Vec<&'a Line> {
        let usual = self.chart.rows.iter().flat_map(|row| OrgChart::lines(self.corpus, row));
        usual.chain(self.occasional().iter().copied()).collect()
    }

    fn drawn(&self, notes: Option<&Footnotes>) -> Graph {
        let mut graph = Graph::default();
        for row in &self.chart.rows {
            graph.add_row(self.corpus, row, self.said(row, notes), Vec::new(), self.focus == Some(row.post));
        }
        for line in self.lines() {
            let is_occasional = line.how != How::Usual;
            let label = if is_occasional { line.how.key() } else { "" }.to_owned();
            let is_plain = !is_occasional && line.when.is_none();
            let remark = if is_plain { String::new() } else { qualified(line.how, line.when.as_deref()) };
            graph.add_line(self.corpus, [&line.to, &line.from], GraphLine { label, remark, is_occasional });
        }
        graph
    }

    /// The remarks on a row. A line that is usual everywhere needs none.
    fn said(&self, row: &OutlineRow<'a>, notes: Option<&Footnotes>) -> Vec<StyledText> {
        let lines = OrgChart::lines(self.corpus, row);
        let mut said = if lines.iter().any(|line| line.when.is_none()) {
            vec![cited(StyledText::default(), notes, lines.iter().flat_map(|line| &line.sources))]
        } else {
            let limited =
                |line: &&Line| cited(StyledText::muted(&qualified(line.how, line.when.as_deref())), notes, &line.sources);
            lines.iter().map(limited).collect()
        };
        let others = OrgChart::other_superiors(self.corpus, row);
        let others: Vec<&str> = others.into_iter().map(|id| self.corpus.short_title(id)).collect();
        match row.place {
            Expansion::Above => said.push(StyledText::muted("see above")),
            Expansion::Circle => said.push(StyledText::muted("a circle: see above")),
            _ if row.upper.is_none() || others.is_empty() => {}
            _ => said.push(StyledText::muted(&format!("also reports to the {}", sentence_list(&others, "and")))),
        }
        let base = self.corpus.roles.get(row.post).and_then(|role| role.extends.as_deref());
        if let Some(base) = base.filter(|_| self.chart.heirs.contains(row.post)) {
            said.push(StyledText::muted(&format!("same reports as the {}", self.corpus.short_title(base))));
        }
        said
    }

    /// A sentence on the nature of the tree, and on posts and lines left out.
    fn explanation(&self, graph: &Graph) -> String {
        let sources: HashSet<&str> = self.lines().into_iter().flat_map(|line| &line.sources).map(String::as_str).collect();
        let union = || format!("A union of what {} sources say: no company need have all these posts.", sources.len());
        let left_out = |number, [one, many]: [&str; 2]| (number > 0).then(|| format!("{} left out.", count(number, one, many)));
        let texts = [
            (sources.len() > 1).then(union),
            graph.legend(),
            left_out(self.chart.deeper, ["post further down is", "posts further down are"]),
            left_out(self.lines_left_out(), ["occasional line is", "occasional lines are"]),
        ];
        texts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The roles in the graph that sources call one post under two titles.
    fn alternatives(&self, graph: &Graph, notes: &Footnotes) -> Vec<Block> {
        let mut points = Vec::new();
        for pair in self.corpus.pairs.iter().filter(|pair| pair.roles.iter().all(|role| graph.nodes.contains_key(role))) {
            let [one, other] = pair.roles.each_ref().map(|role| self.corpus.short_title(role));
            for overlap in pair.overlaps.iter().filter(|overlap| overlap.topic.as_deref() == Some(ALTERNATIVES)) {
                let text = StyledText::from(format!("{one} or {other}: {}", overlap.text));
                points.push(notes.cite(text, &overlap.sources));
            }
        }
        let heading = Block::Paragraph(StyledText::plain("Often alternatives, not posts side by side:"));
        if points.is_empty() { Vec::new() } else { vec![heading, Block::List(points)] }
    }

    /// Occasional lines with their conditions. The heading says already that they are occasional.
    fn table(&self, notes: Option<&Footnotes>) -> Vec<Block> {
        if self.occasional().is_empty() {
            return Vec::new();
        }
        let mut table = Table::new(["Who", "To whom", "When"].map(Column::text).into());
        let mut before = ["", ""];
        for line in self.occasional() {
            let name = |id: &str, is_repeated| match self.corpus.roles.get(id) {
                _ if is_repeated => String::new(),
                Some(_) => self.corpus.short_title(id).to_owned(),
                None => Node::of(self.corpus, id).name(),
            };
            let who = name(&line.from, before[0] == line.from);
            let whom = name(&line.to, before == [&*line.from, &*line.to]);
            let when = match (line.how, &line.when) {
                (How::Sometimes, Some(when)) => when.clone(),
                (how, when) => qualified(how, when.as_deref()),
            };
            let when = cited(StyledText::from(when), notes, &line.sources);
            table.push(vec![StyledText::strong(&who), StyledText::from(whom), when]);
            before = [&line.from, &line.to];
        }
        vec![Block::Heading(StyledText::strong("Occasional lines")), Block::Table(table)]
    }
}

impl Report for ChartReport<'_> {
    fn page(&self) -> Page {
        let notes = Footnotes::new(self.corpus);
        let cited = Some(&notes).filter(|_| self.cites);
        let of = self.focus.map_or_else(String::new, |id| format!(" of {}", Node::of(self.corpus, id).name()));
        let mut blocks = vec![Block::Title(StyledText::strong(&format!("Reporting lines{of}")))];
        let is_alone = self.focus.is_some() && self.chart.rows.len() == 1 && self.chart.deeper == 0;
        let nothing = match self.chart.rows.as_slice() {
            [] => "The corpus is empty.",
            _ if !is_alone => "",
            _ if self.chart.occasional.is_empty() => "The sources name no post above or below.",
            _ => "No post is usually above or below.",
        };
        let graph = if nothing.is_empty() { self.drawn(cited) } else { Graph::default() };
        let explanation = [nothing, &*self.explanation(&graph)].join(" ");
        let alternatives = self.alternatives(&graph, &notes);
        blocks.extend(nothing.is_empty().then_some(Block::Graph(graph)));
        let options = [(self.chart.deeper > 0).then_some("--depth"), (self.lines_left_out() > 0).then_some("--all")];
        let options: Vec<&str> = options.into_iter().flatten().collect();
        let hint = if options.is_empty() { String::new() } else { format!(" More: {}", options.join(", ")) };
        let explanation = StyledText::muted(explanation.trim()).and(&hint, Tone::Hint);
        blocks.extend((!explanation.is_empty()).then_some(Block::Paragraph(explanation)));
        blocks.extend(alternatives);
        blocks.extend(self.table(cited));
        blocks.extend(sources(notes));
        Page { blocks }
    }

    fn graph(&self) -> Option<Graph> {
        Some(self.drawn(None))
    }

    fn data(&self) -> serde_json::Result<Value> {
        let nodes: Vec<Node> = self.drawn(None).nodes.into_values().collect();
        let left_out = self.lines_left_out();
        Ok(json!({ "role": self.focus, "nodes": nodes, "lines": self.lines(), "lines_left_out": left_out }))
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        let lines = self.lines();
        let joined: HashSet<&str> = lines.iter().flat_map(|line| [&*line.from, &*line.to]).collect();
        let alone = self.chart.rows.iter().map(|row| row.post).filter(|id| !joined.contains(id));
        let rows = lines.iter().map(|line| {
            let Line { from, to, how, when, sources } = line;
            [json!(from), json!(to), json!(how), json!(when), json!(sources)]
        });
        let alone = alone.map(|id| [json!(id), Value::Null, Value::Null, Value::Null, Value::Null]);
        Ok(Rows::table(["from", "to", "how", "when", "sources"], rows.chain(alone)))
    }
}
