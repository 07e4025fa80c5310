//! The report of `roles path`.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use serde_json::Value;

use super::footnotes::Footnotes;
use super::graph::{Graph, GraphLine, GraphPost};
use super::page::{Block, Page, sources};
use super::styled::StyledText;
use super::{Report, Rows, wording};
use crate::corpus::Corpus;
use crate::graph::{Edge, Expansion, PathStep, Paths, StepStatement, outline};
use crate::model::Experience;
use crate::text::{count, sentence_list, thousands};

/// The shortest careers from one post to another.
pub struct PathsReport<'a> {
    pub corpus: &'a Corpus,
    pub paths: Paths<'a>,
    /// Whether a lateral move would lead there, where no steps up do.
    pub has_lateral: bool,
    /// Whether the page says what to type, for readers at the terminal.
    pub hints: bool,
}

impl<'a> PathsReport<'a> {
    /// The result in a sentence, not yet safe to print.
    pub fn summary(&self) -> String {
        let (from, to) = (self.corpus.title(self.paths.from), self.corpus.title(self.paths.to));
        let up = if self.paths.lateral { "" } else { " up" };
        let steps = |length| format!("{}{up}", count(length, "step", "steps"));
        match (self.paths.length, self.paths.count()) {
            (None, _) => format!("The sources know no path{up} from {from} to {to}."),
            (Some(0), _) => "It begins where it ends: no step is needed.".to_owned(),
            (Some(length), u64::MAX) => format!("More paths of {} than can be counted; none is shorter.", steps(length)),
            (Some(length), many) => {
                let paths = if many == 1 { "path" } else { "paths" };
                format!("{} {paths} of {}, the shortest that the sources tell of.", thousands(many), steps(length))
            }
        }
    }

    /// The experience that a post asks for; none without a profile.
    fn experience(&self, id: &str) -> &'a [Experience] {
        self.corpus.roles.get(id).map_or(&[], |role| &role.requirements.experience)
    }

    /// Both ends and every post between them, in the order of the steps.
    fn posts(&self) -> Vec<&'a str> {
        let ends = self.paths.steps.iter().map(|step| step.to).chain([self.paths.to]);
        let mut known = HashSet::new();
        [self.paths.from].into_iter().chain(ends).filter(|id| known.insert(*id)).collect()
    }

    fn drawn(&self, notes: Option<&Footnotes>) -> Graph {
        let mut graph = Graph { is_path: true, ..Graph::default() };
        let (posts, steps) = (self.posts(), &self.paths.steps);
        let edges: Vec<Edge> = steps.iter().map(|step| Edge { upper: step.from, lower: step.to }).collect();
        let places: HashMap<Edge, &PathStep> = edges.iter().copied().zip(steps).collect();
        for row in outline(&posts, &edges, None, usize::MAX) {
            let step = row.upper.map(|upper| places[&Edge { upper, lower: row.post }]);
            let mut remarks: Vec<(String, String)> = step.into_iter().flat_map(|step| self.remarks(step, notes)).collect();
            // The first post asks for nothing: one holds it already.
            let is_told = row.post == self.paths.from || graph.nodes.contains_key(row.post);
            let details = if is_told { Vec::new() } else { self.details(row.post, notes) };
            if row.place == Expansion::Above || is_told && !self.experience(row.post).is_empty() && row.upper.is_some() {
                remarks.push(("see above".to_owned(), String::new()));
            }
            let is_asked = [self.paths.from, self.paths.to].contains(&row.post);
            graph.add_node(self.corpus, row.post, &details, is_asked);
            graph.add_row(self.corpus, &row, &remarks, details, false);
        }
        graph.lines.extend(steps.iter().map(|step| {
            let grades = wording::grades(self.corpus, step.said.iter().flat_map(|said| said.sources.iter().copied()));
            let remarks: Vec<String> = self.remarks(step, notes).into_iter().map(|(words, _)| words).collect();
            let (upper, lower) = (step.from.to_owned(), step.to.to_owned());
            GraphLine { upper, lower, label: grades.unwrap_or_default(), remark: remarks.join("; "), is_occasional: false }
        }));
        graph
    }

    /// What is said of a step, with the grades and the marks of the sources.
    fn remarks(&self, step: &PathStep, notes: Option<&Footnotes>) -> Vec<(String, String)> {
        let remark = |said: &StepStatement| {
            let grades = wording::grades(self.corpus, said.sources.iter().copied());
            let words: Vec<String> = said.note.clone().into_iter().chain(grades).collect();
            (words.join("; "), notes.map_or_else(String::new, |notes| notes.marks(&said.sources)))
        };
        step.said.iter().map(remark).collect()
    }

    /// The experience that a post asks for.
    fn details(&self, id: &str, notes: Option<&Footnotes>) -> Vec<StyledText> {
        if self.experience(id).is_empty() && self.corpus.roles.get(id).is_some() {
            return vec![StyledText::plain("years of experience: nothing known")];
        }
        let experience = self.experience(id).iter().map(|one| {
            let note = one.note.as_deref().map_or_else(String::new, |note| format!(", {note}"));
            let text = StyledText::from(format!("{}{note}", wording::years(one)));
            if let Some(notes) = notes { notes.cite(text, &one.sources) } else { text }
        });
        experience.collect()
    }

    /// Without a path: the posts after the first one and before the last one.
    fn instead(&self) -> Block {
        let point = |id: &str, ids: &[&str], side: &str| {
            const MOST: usize = 10;
            let title = self.corpus.title(id);
            let mut names: Vec<String> = ids.iter().take(MOST).map(|id| self.corpus.title(id).to_owned()).collect();
            names.extend(ids.len().checked_sub(MOST).filter(|left| *left > 0).map(|left| count(left, "other", "others")));
            StyledText::from(if names.is_empty() {
                format!("No source says what comes {side} {title}.")
            } else {
                format!("The sources say that {} comes {side} {title}.", sentence_list(&names, "or"))
            })
        };
        let lateral = if self.hints {
            "With lateral moves there is a path; --lateral shows it."
        } else {
            "With lateral moves there is a path."
        };
        let mut points =
            vec![point(self.paths.from, &self.paths.onward, "after"), point(self.paths.to, &self.paths.before, "before")];
        points.extend(self.has_lateral.then(|| StyledText::plain(lateral)));
        Block::List(points)
    }

    /// The meaning of the signs, and a warning about paths of several steps.
    fn explanations(&self, graph: &Graph) -> Option<Block> {
        let unprofiled = || format!("{} has no profile of its own.", Graph::NO_PROFILE);
        let several = self.paths.length.is_some_and(|length| length > 1);
        let warning = || "Each step has sources of its own; none of them need tell of the whole path.".to_owned();
        let texts = graph.has_unprofiled().then(unprofiled).into_iter().chain(several.then(warning));
        let texts = texts.collect::<Vec<_>>().join(" ");
        (!texts.is_empty()).then(|| Block::Paragraph(StyledText::muted(&texts)))
    }
}

impl Report for PathsReport<'_> {
    fn page(&self) -> Page {
        let notes = Footnotes::new(self.corpus);
        let title = |id: &str| GraphPost::of(self.corpus, id).name();
        let heading = format!("From {} to {}", title(self.paths.from), title(self.paths.to));
        let mut blocks = vec![Block::Title(StyledText::strong(&heading)), Block::Paragraph(StyledText::from(self.summary()))];
        if self.paths.length.is_some_and(|length| length > 0) {
            let graph = self.drawn(Some(&notes));
            let explanations = self.explanations(&graph);
            blocks.push(Block::Graph(graph));
            blocks.extend(explanations);
        }
        if self.paths.length.is_none() {
            blocks.push(self.instead());
        }
        blocks.extend(sources(notes));
        Page { blocks }
    }

    fn graph(&self) -> Option<Graph> {
        Some(self.drawn(None))
    }

    fn data(&self) -> serde_json::Result<Value> {
        /// The longest list of paths; the steps are always complete.
        const MOST: usize = 100;

        #[derive(Serialize)]
        struct PathsData<'a> {
            from: &'a str,
            to: &'a str,
            length: Option<usize>,
            paths_found: u64,
            paths: Vec<Vec<&'a str>>,
            nodes: Vec<GraphPost<'a>>,
            steps: Vec<StepData<'a>>,
        }

        #[derive(Serialize)]
        struct StepData<'a> {
            #[serde(flatten)]
            step: &'a PathStep<'a>,
            experience: &'a [Experience],
        }

        let Paths { from, to, length, ref steps, .. } = self.paths;
        serde_json::to_value(PathsData {
            from,
            to,
            length,
            paths_found: self.paths.count(),
            paths: self.paths.first(MOST),
            nodes: self.posts().into_iter().map(|id| GraphPost::of(self.corpus, id)).collect(),
            steps: steps.iter().map(|step| StepData { step, experience: self.experience(step.to) }).collect(),
        })
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        #[derive(Default, Serialize)]
        struct StepRow<'a> {
            step: usize,
            from: &'a str,
            to: &'a str,
            note: Option<&'a str>,
            experience: String,
            sources: &'a [&'a str],
        }

        let rows = self.paths.steps.iter().flat_map(|step| {
            let experience: Vec<String> = self.experience(step.to).iter().map(written).collect();
            step.said.iter().map(move |said| StepRow {
                step: step.number,
                from: step.from,
                to: step.to,
                note: said.note.as_deref(),
                experience: experience.join("; "),
                sources: &said.sources,
            })
        });
        Rows::of(rows)
    }
}

/// `senior-leadership 10+ (in senior management)`, in the words of the files.
fn written(experience: &Experience) -> String {
    let note = experience.note.as_deref().map_or_else(String::new, |note| format!(" ({note})"));
    format!("{} {}{note}", experience.kind.key(), experience.years)
}
