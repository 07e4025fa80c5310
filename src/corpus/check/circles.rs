//! Circles: terms that are broader than themselves, roles that extend themselves, and circular lines of reporting.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use super::Findings;
use crate::corpus::Corpus;
use crate::corpus::draft::{Draft, Entry};
use crate::diagnostic::Code;
use crate::model::Term;
use crate::text::clean;

/// Circles named in one corpus.
const MAX_CIRCLES: usize = 100;

/// Steps of the search for one circle.
const MAX_STEPS: usize = 10_000;

/// From each node to its next ones; sorted, so that the same files give the same messages.
type Edges<'k> = BTreeMap<&'k str, Vec<&'k str>>;

pub(super) fn check<'a>(draft: &'a Draft<'a>, base: Option<&'a Corpus>, findings: &mut Findings<'a>) {
    broader(&draft.topics, "topic", findings);
    broader(&draft.functions, "function", findings);
    extends(draft, base, findings);
    reporting(draft, base, findings);
}

fn broader<'a>(terms: &'a [Entry<'a, Term>], kind: &str, findings: &mut Findings<'a>) {
    let edges = terms.iter().filter_map(|entry| Some((entry.id().as_str(), vec![entry.value.broader.as_deref()?]))).collect();
    let entries: HashMap<&str, &Entry<Term>> = terms.iter().map(|entry| (entry.id().as_str(), entry)).collect();
    for circle in circles(terms.iter().map(|entry| entry.id().as_str()), &edges) {
        let message = format!("the {kind} '{}' is broader than itself: {}", clean(circle[0]), path(&circle));
        findings.note(&entries[circle[0]].at, "broader", Code::BroaderCircle, message);
    }
}

/// A role may extend the earlier version that it overrides.
fn extends<'a>(draft: &'a Draft<'a>, base: Option<&Corpus>, findings: &mut Findings<'a>) {
    let mut edges = Edges::new();
    let mut entries = HashMap::new();
    for entry in &draft.roles {
        let id = entry.id().as_str();
        let overrides = entries.insert(id, entry).is_some() || base.is_some_and(|base| base.roles.rank(id).is_some());
        match entry.value.extends.as_deref() {
            Some(extended) if extended != id || !overrides => edges.insert(id, vec![extended]),
            _ => edges.remove(id),
        };
    }
    for circle in circles(draft.roles.iter().map(|entry| entry.id().as_str()), &edges) {
        let message = format!("the role '{}' extends itself: {}", clean(circle[0]), path(&circle));
        findings.note(&entries[circle[0]].at, "extends", Code::ExtendsCircle, message);
    }
}

/// Reports circles with a role of the draft in them.
fn reporting<'a>(draft: &'a Draft<'a>, base: Option<&'a Corpus>, findings: &mut Findings<'a>) {
    let mut entries = BTreeMap::new();
    let mut edges = Edges::new();
    for entry in &draft.roles {
        let role = &entry.value;
        entries.insert(role.id.as_str(), entry);
        for line in &role.reporting.reports_to {
            edges.entry(&role.id).or_default().push(&line.to);
        }
        for line in &role.reporting.direct_reports {
            edges.entry(&line.from).or_default().push(&role.id);
        }
    }
    for line in base.into_iter().flat_map(|base| base.lines.all()) {
        if !entries.contains_key(line.from.as_str()) {
            edges.entry(&line.from).or_default().push(&line.to);
        }
    }
    for circle in circles(entries.keys().copied(), &edges) {
        let (id, next) = (circle[0], circle[1 % circle.len()]);
        let entry = entries[id];
        let line = entry.value.reporting.reports_to.iter().position(|line| line.to == next);
        let place = line.map_or_else(|| "reporting".to_owned(), |i| format!("reporting/reports_to/{i}/to"));
        let message = format!("'{}' reports to itself: {}", clean(id), path(&circle));
        findings.note(&entry.at, &place, Code::ReportingCircle, message);
    }
}

/// A circle in words: `a -> b -> a`.
fn path(circle: &[&str]) -> String {
    const SHOWN: usize = 12;
    let mut names: Vec<String> = circle.iter().take(SHOWN).map(|id| clean(id).into_owned()).collect();
    names.extend((circle.len() > SHOWN).then(|| "...".to_owned()));
    names.push(clean(circle[0]).into_owned());
    names.join(" -> ")
}

/// A shortest circle through each of some nodes that is in none of the circles before.
fn circles<'k>(starts: impl Iterator<Item = &'k str>, edges: &Edges<'k>) -> Vec<Vec<&'k str>> {
    let edges = reversed(&reversed(edges));
    let mut named = HashSet::new();
    let mut circles = Vec::new();
    for start in starts {
        if circles.len() < MAX_CIRCLES
            && !named.contains(start)
            && let Some(circle) = shortest_circle(start, &edges)
        {
            named.extend(circle.iter().copied());
            circles.push(circle);
        }
    }
    circles
}

/// The edges turned around, without those that lead to an end: only circles and what leads into them are left.
fn reversed<'k>(edges: &Edges<'k>) -> Edges<'k> {
    let mut reversed = Edges::new();
    for (from, nexts) in edges {
        for to in nexts {
            reversed.entry(to).or_default().push(from);
        }
    }
    let mut open: HashMap<&str, usize> = edges.iter().map(|(from, nexts)| (*from, nexts.len())).collect();
    let mut ends: Vec<&str> = reversed.keys().copied().filter(|to| !edges.contains_key(to)).collect();
    while let Some(end) = ends.pop() {
        for from in reversed.remove(end).into_iter().flatten() {
            if let Some(left) = open.get_mut(from) {
                *left -= 1;
                ends.extend((*left == 0).then_some(from));
            }
        }
    }
    reversed
}

fn shortest_circle<'k>(start: &'k str, edges: &Edges<'k>) -> Option<Vec<&'k str>> {
    let mut came_from: HashMap<&str, &str> = HashMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(at) = queue.pop_front() {
        for &to in edges.get(at).into_iter().flatten() {
            if to == start {
                let mut circle = vec![at];
                while let Some(&before) = circle.last().filter(|at| **at != start).and_then(|at| came_from.get(at)) {
                    circle.push(before);
                }
                circle.reverse();
                return Some(circle);
            }
            if came_from.len() < MAX_STEPS && !came_from.contains_key(to) {
                came_from.insert(to, at);
                queue.push_back(to);
            }
        }
    }
    None
}
