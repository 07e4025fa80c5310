//! The report of `roles tree`.

use std::collections::HashSet;

use serde::Serialize;
use serde_json::Value;

use super::footnotes::Footnotes;
use super::graph::{Graph, GraphLine, GraphPost};
use super::page::{Block, Column, Page, Table, sources};
use super::styled::StyledText;
use super::{Report, Rows};
use crate::corpus::{Corpus, Line};
use crate::facets::qualified;
use crate::graph::{Expansion, OrgChart, OutlineRow};
use crate::model::{How, Id};
use crate::text::{count, distinct, sentence_list};

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
    /// Whether the page says what to type, for readers at the terminal.
    pub hints: bool,
}

impl<'a> ChartReport<'a> {
    fn occasional(&self) -> &[&'a Line] {
        if self.all { &self.chart.occasional } else { &[] }
    }

    fn count_left_out(&self) -> usize {
        self.chart.occasional.len() - self.occasional().len()
    }

    /// Every post that is shown, those of the tree first.
    fn posts(&self) -> Vec<&'a str> {
        let occasional = self.occasional().iter().flat_map(|line| [&*line.from, &*line.to]);
        let mut known = HashSet::new();
        self.chart.rows.iter().map(|row| row.post).chain(occasional).filter(|id| known.insert(*id)).collect()
    }

    fn lines(&self) -> Vec<&'a Line> {
        let usual = self.chart.rows.iter().flat_map(|row| OrgChart::lines(self.corpus, row));
        usual.chain(self.occasional().iter().copied()).collect()
    }

    fn drawn(&self, notes: Option<&Footnotes>) -> Graph {
        let mut graph = Graph::default();
        let is_focus = |id: &str| self.focus == Some(id);
        for row in &self.chart.rows {
            let remarks = self.remarks(row, notes);
            graph.add_row(self.corpus, row, &remarks, Vec::new(), is_focus(row.post));
        }
        for id in self.posts() {
            graph.add_node(self.corpus, id, &[], is_focus(id));
        }
        let mut joined = HashSet::new();
        for line in self.lines().into_iter().filter(|line| joined.insert((&line.from, &line.to))) {
            let is_occasional = line.how != How::Usual;
            let label = if is_occasional { line.how.key() } else { "" };
            let remark =
                if is_occasional || line.when.is_some() { qualified(line.how, line.when.as_deref()) } else { String::new() };
            let (upper, lower) = (line.to.clone(), line.from.clone());
            graph.lines.push(GraphLine { upper, lower, label: label.to_owned(), remark, is_occasional });
        }
        graph
    }

    /// What is said of a row, each with the marks of its sources. A line that is usual everywhere needs no remark.
    fn remarks(&self, row: &OutlineRow<'a>, notes: Option<&Footnotes>) -> Vec<(String, String)> {
        let marks = |sources: Vec<&str>| notes.map_or_else(String::new, |notes| notes.marks(sources));
        let lines = OrgChart::lines(self.corpus, row);
        let sources = |line: &'a Line| line.sources.iter().map(String::as_str);
        let mut remarks: Vec<(String, String)> = if lines.iter().any(|line| line.when.is_none()) {
            vec![(String::new(), marks(distinct(lines.into_iter().flat_map(sources))))]
        } else {
            lines.iter().map(|line| (qualified(line.how, line.when.as_deref()), marks(sources(line).collect()))).collect()
        };
        let others = OrgChart::other_superiors(self.corpus, row);
        let names: Vec<&str> = others.iter().map(|id| self.corpus.short_title(id)).collect();
        let mut say = |text: String| remarks.push((text, String::new()));
        match row.place {
            Expansion::Above => say("see above".to_owned()),
            Expansion::Circle => say("a circle: see above".to_owned()),
            Expansion::Here | Expansion::Leaf if row.upper.is_some() && !names.is_empty() => {
                say(format!("also reports to the {}", sentence_list(&names, "and")));
            }
            Expansion::Here | Expansion::Leaf => {}
        }
        let base = self.corpus.roles.get(row.post).and_then(|role| role.extends.as_deref());
        if let Some(base) = base.filter(|_| self.chart.heirs.contains(row.post)) {
            say(format!("same reports as the {}", self.corpus.short_title(base)));
        }
        remarks
    }

    /// What the tree is, and what is left out.
    fn explanation(&self, graph: &Graph) -> Block {
        let sources: HashSet<&str> = self.lines().into_iter().flat_map(|line| &line.sources).map(String::as_str).collect();
        let union = || format!("A union of what {} sources say: no company need have all these posts.", sources.len());
        let unprofiled = || format!("{} has no profile of its own.", Graph::NO_PROFILE);
        let mut texts = Vec::new();
        texts.extend((sources.len() > 1).then(union));
        texts.extend(graph.has_unprofiled().then(unprofiled));
        texts.extend(self.left_out(self.chart.deeper, ["post further down is", "posts further down are"], "a greater --depth"));
        texts.extend(self.lines_left_out());
        Block::Paragraph(StyledText::muted(&texts.join(" ")))
    }

    fn lines_left_out(&self) -> Option<String> {
        self.left_out(self.count_left_out(), ["occasional line is", "occasional lines are"], "--all")
    }

    fn left_out(&self, number: usize, [one, many]: [&str; 2], option: &str) -> Option<String> {
        let them = if number == 1 { "it" } else { "them" };
        let hint = if self.hints { format!("; {option} adds {them}") } else { String::new() };
        (number > 0).then(|| format!("{} left out{hint}.", count(number, one, many)))
    }

    /// The roles that sources call one post under two titles.
    fn alternatives(&self, notes: &Footnotes) -> Vec<Block> {
        let shown: HashSet<&str> = self.posts().into_iter().collect();
        let pairs = self.corpus.pairs.iter().filter(|pair| pair.roles.iter().all(|role| shown.contains(&**role)));
        let points = pairs.flat_map(|pair| {
            let [one, other] = pair.roles.each_ref().map(|role| self.corpus.short_title(role));
            let said = pair.overlaps.iter().filter(|overlap| overlap.topic.as_deref() == Some(ALTERNATIVES));
            said.map(move |overlap| notes.cite(StyledText::from(format!("{one} or {other}: {}", overlap.text)), &overlap.sources))
        });
        let points: Vec<StyledText> = points.collect();
        if points.is_empty() {
            return Vec::new();
        }
        vec![Block::Paragraph(StyledText::plain("Often alternatives, not posts side by side:")), Block::List(points)]
    }

    /// Who reports to whom when. Under its heading it goes without saying that a line is there sometimes.
    fn table(&self, notes: Option<&Footnotes>) -> Vec<Block> {
        if self.occasional().is_empty() {
            return Vec::new();
        }
        let mut table = Table::new(["Who", "To whom", "When"].map(Column::text).into());
        let mut before = ["", ""];
        for line in self.occasional() {
            let name = |id: &'a str| match self.corpus.roles.get(id) {
                Some(_) => self.corpus.short_title(id).to_owned(),
                None => GraphPost::of(self.corpus, id).name(),
            };
            let is_same_who = before[0] == line.from;
            let who = if is_same_who { String::new() } else { name(&line.from) };
            let whom = if is_same_who && before[1] == line.to { String::new() } else { name(&line.to) };
            let when = StyledText::from(match (line.how, &line.when) {
                (How::Sometimes, Some(when)) => when.clone(),
                (how, when) => qualified(how, when.as_deref()),
            });
            let when = if let Some(notes) = notes { notes.cite(when, &line.sources) } else { when };
            table.push(vec![StyledText::strong(&who), StyledText::from(whom), when]);
            before = [&*line.from, &*line.to];
        }
        vec![Block::Heading(StyledText::strong("Occasional lines")), Block::Table(table)]
    }
}

impl Report for ChartReport<'_> {
    fn page(&self) -> Page {
        let notes = Footnotes::new(self.corpus);
        let cited = Some(&notes).filter(|_| self.cites);
        let of = self.focus.map_or_else(String::new, |id| format!(" of {}", GraphPost::of(self.corpus, id).name()));
        let mut blocks = vec![Block::Title(StyledText::strong(&format!("Reporting lines{of}")))];
        let is_alone = self.focus.is_some() && self.chart.rows.len() == 1 && self.chart.deeper == 0;
        let say = |text: &str| Block::Paragraph(StyledText::plain(text));
        if self.chart.rows.is_empty() {
            blocks.push(say("The corpus is empty."));
        } else if is_alone && self.chart.occasional.is_empty() {
            blocks.push(say("The sources name no post above or below."));
        } else if is_alone {
            let left_out = self.lines_left_out().map_or_else(String::new, |left_out| format!(" {left_out}"));
            blocks.push(say(&format!("No post is usually above or below.{left_out}")));
        } else {
            let graph = self.drawn(cited);
            let explanation = self.explanation(&graph);
            blocks.extend([Block::Graph(graph), explanation]);
            blocks.extend(self.alternatives(&notes));
        }
        blocks.extend(self.table(cited));
        blocks.extend(sources(notes));
        Page { blocks }
    }

    fn graph(&self) -> Option<Graph> {
        Some(self.drawn(None))
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
            role: self.focus,
            nodes: self.posts().into_iter().map(|id| GraphPost::of(self.corpus, id)).collect(),
            lines: self.lines(),
            lines_left_out: self.count_left_out(),
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

        let lines = self.lines();
        let joined: HashSet<&str> = lines.iter().flat_map(|line| [&*line.from, &*line.to]).collect();
        let alone = self.posts().into_iter().filter(|id| !joined.contains(id)).map(|from| LineRow { from, ..LineRow::default() });
        let rows = lines.iter().map(|line| {
            let Line { from, to, how, when, sources } = line;
            LineRow { from, to, how: Some(*how), when: when.as_deref(), sources }
        });
        Rows::of(rows.chain(alone))
    }
}
