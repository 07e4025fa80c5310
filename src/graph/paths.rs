//! The shortest careers from one post to another.

use std::collections::{HashMap, VecDeque};

use serde::Serialize;

use super::{Edge, rank};
use crate::corpus::Corpus;
use crate::model::CareerStep;
use crate::text::distinct;

/// The shortest paths from one post to another over the career steps of the corpus.
///
/// There may be too many of them to list, so they are kept as their steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths<'a> {
    pub from: &'a str,
    pub to: &'a str,
    /// Whether steps may be lateral and not only up.
    pub lateral: bool,
    /// The number of steps; none where nothing leads there.
    pub length: Option<usize>,
    /// Every step of the shortest paths, in order.
    pub steps: Vec<PathStep<'a>>,
    /// The posts right after the beginning, on any path.
    pub onward: Vec<&'a str>,
    /// The posts right before the end, on any path.
    pub before: Vec<&'a str>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathStep<'a> {
    /// 1-based.
    pub number: usize,
    pub from: &'a str,
    pub to: &'a str,
    /// From the roles at its two ends; never empty.
    pub said: Vec<StepStatement<'a>>,
}

/// The sources of a step under one limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepStatement<'a> {
    pub note: Option<String>,
    /// Each once.
    pub sources: Vec<&'a str>,
}

impl<'a> Paths<'a> {
    /// The posts of the first so many paths, both ends included.
    pub fn first(&self, most: usize) -> Vec<Vec<&'a str>> {
        let mut next: HashMap<&str, Vec<&'a str>> = HashMap::new();
        for step in &self.steps {
            next.entry(step.from).or_default().push(step.to);
        }
        let mut found = Vec::new();
        let mut way: Vec<&str> = Vec::new();
        // Every step leads on to the end, so nothing is tried in vain.
        let mut open = if self.length.is_some() { vec![(0, self.from)] } else { Vec::new() };
        while let Some((depth, at)) = open.pop().filter(|_| found.len() < most) {
            way.truncate(depth);
            way.push(at);
            if at == self.to {
                found.push(way.clone());
            } else {
                open.extend(next.get(at).into_iter().flatten().rev().map(|to| (depth + 1, *to)));
            }
        }
        found
    }
}

/// Finds every shortest path from one post to another, over steps up or also over lateral ones.
pub fn paths<'a>(corpus: &'a Corpus, from: &'a str, to: &'a str, lateral: bool) -> Paths<'a> {
    let mut said: HashMap<Edge, Vec<StepStatement>> = HashMap::new();
    for role in corpus.roles.iter() {
        let before = role.career.from.iter().map(|step| (Edge { upper: &step.role, lower: &role.id }, step));
        let after = role.career.to.iter().map(|step| (Edge { upper: &role.id, lower: &step.role }, step));
        for (edge, step) in before.chain(after).filter(|(_, step)| lateral || !step.lateral) {
            add(said.entry(edge).or_default(), step);
        }
    }
    let mut edges: Vec<Edge> = said.keys().copied().collect();
    edges.sort_by_cached_key(|edge| (rank(corpus, edge.upper), rank(corpus, edge.lower)));
    let (mut onward, mut back): (Neighbors, Neighbors) = Default::default();
    for edge in &edges {
        onward.entry(edge.upper).or_default().push(edge.lower);
        back.entry(edge.lower).or_default().push(edge.upper);
    }
    let (done, left) = (distances(from, &onward), distances(to, &back));
    let length = done.get(to).copied();
    let step = |edge: Edge<'a>| {
        let number = done.get(edge.upper)? + 1;
        let is_shortest = length == Some(number + left.get(edge.lower)?);
        is_shortest.then(|| PathStep { number, from: edge.upper, to: edge.lower, said: said.remove(&edge).unwrap_or_default() })
    };
    let mut steps: Vec<PathStep> = edges.into_iter().filter_map(step).collect();
    steps.sort_by_key(|step| step.number);
    let [onward, before] = [onward.remove(from), back.remove(to)].map(Option::unwrap_or_default);
    Paths { from, to, lateral, length, steps, onward, before }
}

/// Posts right after others, or before them.
type Neighbors<'a> = HashMap<&'a str, Vec<&'a str>>;

/// Adds a statement on a step. The roles at both ends may state it, and cite the same source.
fn add<'a>(said: &mut Vec<StepStatement<'a>>, step: &'a CareerStep) {
    let note = step.limits();
    let same = said.iter().position(|said| said.note == note).unwrap_or_else(|| {
        said.push(StepStatement { note, sources: Vec::new() });
        said.len() - 1
    });
    let sources = said[same].sources.iter().copied().chain(step.sources.iter().map(String::as_str));
    said[same].sources = distinct(sources);
}

/// The number of steps from one post to every other within reach.
fn distances<'a>(start: &'a str, next: &Neighbors<'a>) -> HashMap<&'a str, usize> {
    let mut found = HashMap::from([(start, 0)]);
    let mut open = VecDeque::from([(start, 0)]);
    while let Some((at, distance)) = open.pop_front() {
        for &to in next.get(at).into_iter().flatten() {
            if !found.contains_key(to) {
                found.insert(to, distance + 1);
                open.push_back((to, distance + 1));
            }
        }
    }
    found
}
