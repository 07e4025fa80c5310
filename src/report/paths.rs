//! The report of `roles path`.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use serde_json::Value;

use super::footnotes::Footnotes;
use super::graph::{Graph, GraphLine, GraphPost, Node, Remark};
use super::page::{Block, Page, sources};
use super::styled::StyledText;
use super::{Report, Rows, wording};
use crate::corpus::Corpus;
use crate::graph::{PathStep, Paths};
use crate::model::{Experience, Id};
use crate::text::{count, sentence_list, thousands};

/// The shortest careers from one post to another.
pub struct PathsReport<'a> {
    corpus: &'a Corpus,
    paths: Paths<'a>,
}

impl<'a> PathsReport<'a> {
    /// Reports paths over the careers of a corpus.
    pub const fn new(corpus: &'a Corpus, paths: Paths<'a>) -> Self {
        Self { corpus, paths }
    }

    /// The result in a sentence, not yet safe to print.
    pub fn summary(&self) -> String {
        let (from, to) = (self.corpus.title(self.paths.from), self.corpus.title(self.paths.to));
        match (self.paths.length, self.paths.count()) {
            (None, _) => format!("The sources know no path from {from} to {to}."),
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

    fn drawn(&self) -> Graph {
        let posts = self.posts();
        let places: HashMap<&str, usize> = posts.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        let line = |step: &PathStep| {
            let remarks = step.said.iter().map(|said| {
                let grades = wording::grades(self.corpus, said.sources.iter().copied());
                let words: Vec<&str> = said.note.into_iter().chain(grades.as_deref()).collect();
                remark(words.join("; "), said.sources.iter().copied())
            });
            let grades = wording::grades(self.corpus, step.said.iter().flat_map(|said| said.sources.iter().copied()));
            GraphLine {
                upper: places[step.from],
                lower: places[step.to],
                label: grades.unwrap_or_default(),
                remarks: remarks.collect(),
                ..GraphLine::default()
            }
        };
        let lines = self.paths.steps.iter().map(line).collect();
        let node = |id: &&str| {
            // The first post asks for nothing: one holds it already.
            let details = if *id == self.paths.from { Vec::new() } else { self.details(id) };
            let is_asked = *id == self.paths.from || *id == self.paths.to;
            Node { is_asked, details, ..Node::of(self.corpus, id) }
        };
        Graph { nodes: posts.iter().map(node).collect(), lines, is_directed: true }
    }

    /// The experience that a post asks for, in words, kind by kind, with a note when sources differ.
    fn details(&self, id: &str) -> Vec<Remark> {
        let Some(role) = self.corpus.roles.get(id) else { return Vec::new() };
        let experience = &role.requirements.experience;
        if experience.is_empty() {
            return vec![remark("years of experience: nothing known".to_owned(), &[] as &[Id])];
        }
        let first_of_kind = |one: &Experience| experience.iter().position(|other| other.kind == one.kind);
        let mut sorted: Vec<&Experience> = experience.iter().collect();
        sorted.sort_by_key(|one| first_of_kind(one));
        let detail = |(i, one): (usize, &&Experience)| {
            let before = sorted[..i].iter().rev().take_while(|other| other.kind == one.kind);
            let mut others = before.flat_map(|other| &other.sources).peekable();
            let is_elsewhere = others.peek().is_some() && !one.sources.is_empty();
            let differs = is_elsewhere && !others.any(|other| one.sources.iter().any(|own| own == other));
            let who = if differs { "by another source, " } else { "" };
            let note = one.note.as_deref().map_or_else(String::new, |note| format!(", {note}"));
            remark(format!("{who}{}{note}", wording::years(one)), &one.sources)
        };
        sorted.iter().enumerate().map(detail).collect()
    }

    /// Without a path: the posts after the first one and before the last one.
    fn instead(&self) -> Block {
        let point = |id: &str, ids: &[&str], side: &str, verb: &str| {
            const MOST: usize = 10;
            let title = self.corpus.title(id);
            let mut names: Vec<String> = ids.iter().take(MOST).map(|id| self.corpus.title(id).to_owned()).collect();
            names.extend(ids.len().checked_sub(MOST).filter(|left| *left > 0).map(|left| count(left, "other", "others")));
            StyledText::from(if names.is_empty() {
                format!("No source says what {verb} {side} {title}.")
            } else {
                format!("The sources say that {} {verb} {side} {title}.", sentence_list(&names, "or"))
            })
        };
        Block::List(vec![
            point(self.paths.from, &self.paths.onward, "after", "comes"),
            point(self.paths.to, &self.paths.before, "before", "comes"),
        ])
    }

    /// The meaning of the signs, and a warning about paths of several steps.
    fn explanations(&self, graph: &Graph) -> Option<Block> {
        let mut texts = Vec::new();
        if graph.has_unprofiled() {
            texts.push(format!("{} has no profile of its own.", Graph::NO_PROFILE));
        }
        if self.paths.length.is_some_and(|length| length > 1) {
            texts.push("Each step has sources of its own; none of them need tell of the whole path.".to_owned());
        }
        (!texts.is_empty()).then(|| Block::Paragraph(StyledText::muted(&texts.join(" "))))
    }
}

fn remark(text: String, sources: impl IntoIterator<Item = impl AsRef<str>>) -> Remark {
    Remark { text, sources: sources.into_iter().map(|source| source.as_ref().to_owned()).collect(), marks: String::new() }
}

fn steps(number: usize) -> String {
    count(number, "step", "steps")
}

impl Report for PathsReport<'_> {
    fn page(&self) -> Page {
        let notes = Footnotes::new(self.corpus);
        let title = |id: &str| {
            let acronym = self.corpus.posts.get(id).and_then(|post| post.acronym.as_deref());
            wording::title(self.corpus.title(id), acronym)
        };
        let heading = format!("From {} to {}", title(self.paths.from), title(self.paths.to));
        let mut blocks = vec![Block::Title(StyledText::strong(&heading)), Block::Paragraph(StyledText::from(self.summary()))];
        if self.paths.length.is_some_and(|length| length > 0) {
            let mut graph = self.drawn();
            graph.cite(&notes);
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
        Some(self.drawn())
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
                note: said.note,
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
