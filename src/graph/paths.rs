//! The shortest careers from one post to another.

use std::collections::{HashMap, VecDeque};

use serde::Serialize;

use super::rank;
use crate::corpus::Corpus;
use crate::model::CareerStep;
use crate::text::distinct;

/// The shortest ways from one post to another over the careers that roles tell of.
///
/// Of these there may be more than anybody can list, so they are kept as the steps they are made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths<'a> {
    pub from: &'a str,
    pub to: &'a str,
    /// Whether steps may be lateral and not only up.
    pub lateral: bool,
    /// The number of steps; none where nothing leads there.
    pub length: Option<usize>,
    /// Every step of any of them, in order.
    pub steps: Vec<PathStep<'a>>,
    /// The posts right after the beginning, on whatever way.
    pub onward: Vec<&'a str>,
    /// The posts right before the end, on whatever way.
    pub before: Vec<&'a str>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PathStep<'a> {
    /// 1-based.
    #[serde(rename = "step")]
    pub number: usize,
    pub from: &'a str,
    pub to: &'a str,
    /// From the roles at its two ends; never empty.
    #[serde(rename = "statements")]
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
    /// The number of paths, up to `u64::MAX`.
    pub fn count(&self) -> u64 {
        let Some(length) = self.length else { return 0 };
        let mut ways: HashMap<&str, u64> = HashMap::from([(self.from, 1)]);
        // A post is reached by steps of one number only, which all stand before those that leave it.
        for step in &self.steps {
            let so_far = ways.get(step.from).copied().unwrap_or_default();
            let ways = ways.entry(step.to).or_default();
            *ways = ways.saturating_add(so_far);
        }
        if length == 0 { 1 } else { ways.get(self.to).copied().unwrap_or_default() }
    }

    /// The posts of the first so many paths, both ends included.
    pub fn first(&self, most: usize) -> Vec<Vec<&'a str>> {
        if self.length.is_none() {
            return Vec::new();
        }
        let mut next: HashMap<&str, Vec<&'a str>> = HashMap::new();
        for step in &self.steps {
            next.entry(step.from).or_default().push(step.to);
        }
        let mut found = Vec::new();
        let mut way: Vec<&str> = Vec::new();
        // Every step leads on to the end, so nothing is tried in vain.
        let mut open = vec![(0, self.from)];
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
    let careers = Careers::of(corpus, lateral);
    let after = distances(from, &careers.onward);
    let before = distances(to, &careers.back);
    let length = after.get(to).copied();
    let mut steps = Vec::new();
    for (&(one, other), said) in &careers.steps {
        if let (Some(length), Some(done), Some(left)) = (length, after.get(one), before.get(other))
            && done + 1 + left == length
        {
            steps.push(PathStep { number: done + 1, from: one, to: other, said: said.clone() });
        }
    }
    steps.sort_by_cached_key(|step| (step.number, rank(corpus, step.from), rank(corpus, step.to)));
    let sorted = |next: &HashMap<&str, Vec<&'a str>>, id: &str| {
        let mut ids = next.get(id).cloned().unwrap_or_default();
        ids.sort_by_cached_key(|id| rank(corpus, id));
        ids
    };
    Paths { from, to, lateral, length, steps, onward: sorted(&careers.onward, from), before: sorted(&careers.back, to) }
}

/// The steps of all careers, and the posts after and before each.
#[derive(Default)]
struct Careers<'a> {
    steps: HashMap<(&'a str, &'a str), Vec<StepStatement<'a>>>,
    onward: HashMap<&'a str, Vec<&'a str>>,
    back: HashMap<&'a str, Vec<&'a str>>,
}

impl<'a> Careers<'a> {
    fn of(corpus: &'a Corpus, lateral: bool) -> Self {
        let mut careers = Self::default();
        for role in corpus.roles.iter() {
            let from = role.career.from.iter().map(|step| (&*step.role, &*role.id, step));
            let to = role.career.to.iter().map(|step| (&*role.id, &*step.role, step));
            for (from, to, step) in from.chain(to).filter(|(.., step)| lateral || !step.lateral) {
                careers.add(from, to, step);
            }
        }
        careers
    }

    fn add(&mut self, from: &'a str, to: &'a str, step: &'a CareerStep) {
        let said = self.steps.entry((from, to)).or_insert_with(|| {
            self.onward.entry(from).or_default().push(to);
            self.back.entry(to).or_default().push(from);
            Vec::new()
        });
        // Both ends may tell of the step, and cite the same.
        let note = step.limits();
        let same = said.iter().position(|said| said.note == note).unwrap_or_else(|| {
            said.push(StepStatement { note, sources: Vec::new() });
            said.len() - 1
        });
        let sources = said[same].sources.iter().copied().chain(step.sources.iter().map(String::as_str));
        said[same].sources = distinct(sources);
    }
}

/// The number of steps from one post to every other within reach.
fn distances<'a>(start: &'a str, next: &HashMap<&'a str, Vec<&'a str>>) -> HashMap<&'a str, usize> {
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
