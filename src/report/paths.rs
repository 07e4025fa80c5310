//! The report of `roles path`.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::footnotes::Footnotes;
use super::graph::{Graph, GraphLine, Node, cited};
use super::page::{Block, Page, sources};
use super::styled::{StyledText, Tone};
use super::{Report, Rows, wording};
use crate::corpus::Corpus;
use crate::graph::{Edge, Expansion, PathStep, Paths, StepStatement, outline};
use crate::model::Experience;
use crate::text::{count, sentence_list};

/// The longest list of paths; the steps are always complete.
const MOST: usize = 100;

/// The shortest careers from one post to another.
pub struct PathsReport<'a> {
    pub corpus: &'a Corpus,
    pub paths: Paths<'a>,
    /// Whether a lateral move would lead there, where no steps up do.
    pub has_lateral: bool,
}

impl<'a> PathsReport<'a> {
    /// The result in a sentence, not yet safe to print.
    pub fn summary(&self) -> String {
        let (from, to) = (self.corpus.title(self.paths.from), self.corpus.title(self.paths.to));
        let up = if self.paths.lateral { "" } else { " up" };
        match self.paths.length {
            None => format!("The sources know no path{up} from {from} to {to}."),
            Some(0) => "It begins where it ends: no step is needed.".to_owned(),
            Some(length) => {
                let many = self.paths.first(MOST + 1).len();
                let paths = if many > MOST { format!("More than {MOST} paths") } else { count(many, "path", "paths") };
                format!("{paths} of {}{up}, the shortest that the sources tell of.", count(length, "step", "steps"))
            }
        }
    }

    /// The experience that a post asks for; none without a profile.
    fn experience(&self, id: &str) -> &'a [Experience] {
        self.corpus.roles.get(id).map_or(&[], |role| &role.requirements.experience)
    }

    fn drawn(&self, notes: Option<&Footnotes>) -> Graph {
        let mut graph = Graph { is_path: true, ..Graph::default() };
        let Paths { from, to, steps, .. } = &self.paths;
        let edges: Vec<Edge> = steps.iter().map(|step| Edge { upper: step.from, lower: step.to }).collect();
        let by_edge: HashMap<Edge, &PathStep> = edges.iter().copied().zip(steps).collect();
        for row in outline(&[from, to], &edges, None, usize::MAX) {
            let step = row.upper.map(|upper| by_edge[&Edge { upper, lower: row.post }]);
            let mut said = step.map_or_else(Vec::new, |step| self.said(step, notes));
            // The first post asks for nothing: one holds it already.
            let mut details = if row.post == *from { Vec::new() } else { self.details(row.post, notes) };
            if graph.nodes.contains_key(row.post) && (row.place == Expansion::Above || !details.is_empty()) {
                said.push(StyledText::muted("see above"));
                details.clear();
            }
            graph.add_row(self.corpus, &row, said, details, [from, to].contains(&&row.post));
        }
        for step in steps {
            let label =
                wording::grades(self.corpus, step.said.iter().flat_map(|said| &said.sources).copied()).unwrap_or_default();
            let remark = self.said(step, None).iter().map(StyledText::text).collect::<Vec<_>>().join("; ");
            graph.add_line(self.corpus, [step.from, step.to], GraphLine { label, remark, is_occasional: false });
        }
        graph
    }

    /// The statements on a step, with the grades of the sources.
    fn said(&self, step: &PathStep, notes: Option<&Footnotes>) -> Vec<StyledText> {
        let remarks = step.said.iter().map(|said| {
            let words: Vec<String> =
                said.note.clone().into_iter().chain(wording::grades(self.corpus, said.sources.iter().copied())).collect();
            cited(StyledText::muted(&words.join("; ")), notes, &said.sources)
        });
        remarks.collect()
    }

    /// The experience that a post asks for, in words.
    fn details(&self, id: &str, notes: Option<&Footnotes>) -> Vec<StyledText> {
        if self.experience(id).is_empty() && self.corpus.roles.get(id).is_some() {
            return vec![StyledText::plain("years of experience: nothing known")];
        }
        let experience = self.experience(id).iter().map(|one| {
            let note = one.note.as_deref().map_or_else(String::new, |note| format!(", {note}"));
            cited(StyledText::from(format!("{}{note}", wording::years(one))), notes, &one.sources)
        });
        experience.collect()
    }

    /// Shown without a path: the posts after the first one and before the last one.
    fn instead(&self) -> Block {
        let point = |id: &str, ids: &[&str], side: &str| {
            let (title, names): (_, Vec<&str>) = (self.corpus.title(id), ids.iter().map(|id| self.corpus.title(id)).collect());
            StyledText::from(match names.as_slice() {
                [] => format!("No source says what comes {side} {title}."),
                names => format!("The sources say that {} comes {side} {title}.", sentence_list(names, "or")),
            })
        };
        let lateral = || StyledText::plain("With lateral moves there is a path.").and(" --lateral shows it.", Tone::Hint);
        let lateral = self.has_lateral.then(lateral);
        let Paths { from, to, onward, before, .. } = &self.paths;
        Block::List([point(from, onward, "after"), point(to, before, "before")].into_iter().chain(lateral).collect())
    }
}

impl Report for PathsReport<'_> {
    fn page(&self) -> Page {
        let notes = Footnotes::new(self.corpus);
        let title = |id: &str| Node::of(self.corpus, id).name();
        let heading = format!("From {} to {}", title(self.paths.from), title(self.paths.to));
        let mut blocks = vec![Block::Title(StyledText::strong(&heading)), Block::Paragraph(StyledText::from(self.summary()))];
        match self.paths.length {
            None => blocks.push(self.instead()),
            Some(0) => {}
            Some(length) => {
                let graph = self.drawn(Some(&notes));
                let warning = "Each step has sources of its own; none need cover the whole path.".to_owned();
                let explanation: Vec<String> = graph.legend().into_iter().chain((length > 1).then_some(warning)).collect();
                blocks.push(Block::Graph(graph));
                if !explanation.is_empty() {
                    blocks.push(Block::Paragraph(StyledText::muted(&explanation.join(" "))));
                }
            }
        }
        blocks.extend(sources(notes));
        Page { blocks }
    }

    fn graph(&self) -> Option<Graph> {
        Some(self.drawn(None))
    }

    fn data(&self) -> serde_json::Result<Value> {
        let Paths { from, to, length, steps, .. } = &self.paths;
        let mut paths = self.paths.first(MOST + 1);
        // Unknown where they are too many to list.
        let paths_found = Some(paths.len()).filter(|found| *found <= MOST);
        paths.truncate(MOST);
        let nodes: Vec<Node> = self.drawn(None).nodes.into_values().collect();
        let step = |step: &PathStep| {
            let PathStep { number, from, to, said } = step;
            json!({ "step": number, "from": from, "to": to, "statements": said, "experience": self.experience(to) })
        };
        let steps: Vec<Value> = steps.iter().map(step).collect();
        Ok(json!({
            "from": from, "to": to, "length": length, "paths_found": paths_found, "paths": paths, "nodes": nodes, "steps": steps,
        }))
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        let rows = self.paths.steps.iter().flat_map(|PathStep { number, from, to, said }| {
            let experience = self.experience(to).iter().map(written).collect::<Vec<_>>().join("; ");
            said.iter().map(move |StepStatement { note, sources }| {
                [json!(number), json!(from), json!(to), json!(note), json!(experience), json!(sources)]
            })
        });
        Ok(Rows::table(["step", "from", "to", "note", "experience", "sources"], rows))
    }
}

/// `senior-leadership 10+ (in senior management)`, in the words of the files.
fn written(experience: &Experience) -> String {
    let note = experience.note.as_deref().map_or_else(String::new, |note| format!(" ({note})"));
    format!("{} {}{note}", experience.kind.key(), experience.years)
}
