//! Circles: terms that are broader than themselves, roles that extend themselves, and circular lines of reporting.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Findings;
use crate::corpus::Corpus;
use crate::corpus::draft::{Draft, Entry};
use crate::diagnostic::Code;
use crate::model::Term;

/// From each node to its next ones; sorted, so that the same files give the same messages.
type Edges<'k> = BTreeMap<&'k str, Vec<&'k str>>;

pub(super) fn check<'a>(draft: &'a Draft<'a>, base: Option<&'a Corpus>, findings: &mut Findings<'a>) {
    broader(&draft.topics, "topic", findings);
    broader(&draft.functions, "function", findings);
    extends(draft, base, findings);
    reporting(draft, base, findings);
}

fn broader<'a>(terms: &'a [Entry<'a, Term>], kind: &str, findings: &mut Findings<'a>) {
    let entries: HashMap<&str, &Entry<Term>> = terms.iter().map(|entry| (entry.value.id.as_str(), entry)).collect();
    let edges = terms.iter().filter_map(|entry| Some((entry.value.id.as_str(), vec![entry.value.broader.as_deref()?])));
    for circle in circles(&edges.collect()) {
        let message = format!("the {kind} '{}' is broader than itself: {}", circle[0], path(&circle));
        findings.note(&entries[circle[0]].at, "broader", Code::BroaderCircle, message);
    }
}

/// A role may extend the earlier version that it overrides.
fn extends<'a>(draft: &'a Draft<'a>, base: Option<&Corpus>, findings: &mut Findings<'a>) {
    let mut edges = Edges::new();
    let mut entries = HashMap::new();
    for entry in &draft.roles {
        let id = entry.value.id.as_str();
        let overrides = entries.insert(id, entry).is_some() || base.is_some_and(|base| base.roles.rank(id).is_some());
        match entry.value.extends.as_deref() {
            Some(extended) if extended != id || !overrides => edges.insert(id, vec![extended]),
            _ => edges.remove(id),
        };
    }
    for circle in circles(&edges) {
        let message = format!("the role '{}' extends itself: {}", circle[0], path(&circle));
        findings.note(&entries[circle[0]].at, "extends", Code::ExtendsCircle, message);
    }
}

/// Reports circles with a role of the draft in them.
fn reporting<'a>(draft: &'a Draft<'a>, base: Option<&'a Corpus>, findings: &mut Findings<'a>) {
    let entries: HashMap<&str, _> = draft.roles.iter().map(|entry| (entry.value.id.as_str(), entry)).collect();
    let mut edges = Edges::new();
    for role in draft.roles.iter().map(|entry| &entry.value) {
        for line in &role.reporting.reports_to {
            edges.entry(&role.id).or_default().push(&line.to);
        }
        for line in &role.reporting.direct_reports {
            edges.entry(&line.from).or_default().push(&role.id);
        }
    }
    for line in base.into_iter().flat_map(|base| base.lines.all()).filter(|line| !entries.contains_key(line.from.as_str())) {
        edges.entry(&line.from).or_default().push(&line.to);
    }
    for mut circle in circles(&edges) {
        let Some(first) = circle.iter().position(|id| entries.contains_key(id)) else { continue };
        circle.rotate_left(first);
        let (entry, next) = (entries[circle[0]], circle[1 % circle.len()]);
        let line = entry.value.reporting.reports_to.iter().position(|line| line.to == next);
        let place = line.map_or_else(|| "reporting".to_owned(), |i| format!("reporting/reports_to/{i}/to"));
        let message = format!("'{}' reports to itself: {}", circle[0], path(&circle));
        findings.note(&entry.at, &place, Code::ReportingCircle, message);
    }
}

/// A circle in words: `a -> b -> a`.
fn path(circle: &[&str]) -> String {
    format!("{} -> {}", circle.join(" -> "), circle[0])
}

/// Circles that share no member. Wherever a node leads back to itself, at least one is found.
fn circles<'k>(edges: &Edges<'k>) -> Vec<Vec<&'k str>> {
    let nexts = |node: &str| edges.get(node).map_or(&[][..], Vec::as_slice).iter();
    let mut circles: Vec<Vec<&str>> = Vec::new();
    let (mut seen, mut named) = (HashSet::new(), HashSet::new());
    for start in edges.keys().copied() {
        // The way from the start, each node with its edges that were not followed yet.
        let mut way: Vec<_> = seen.insert(start).then(|| (start, nexts(start))).into_iter().collect();
        while let Some((_, rest)) = way.last_mut() {
            match rest.next() {
                None => drop(way.pop()),
                Some(&next) if seen.insert(next) => way.push((next, nexts(next))),
                Some(&next) => {
                    let circle: Vec<&str> = way.iter().map(|(node, _)| *node).skip_while(|node| *node != next).collect();
                    if !circle.is_empty() && circle.iter().all(|node| !named.contains(node)) {
                        named.extend(circle.iter().copied());
                        circles.push(circle);
                    }
                }
            }
        }
    }
    circles
}
