//! Circles: of terms that are broader than themselves, roles that extend themselves, and lines of reporting.

use std::collections::{HashMap, HashSet, VecDeque};

use super::Findings;
use crate::corpus::Corpus;
use crate::corpus::draft::{Draft, Entry};
use crate::diagnostic::Code;
use crate::model::Term;
use crate::text::clean;

/// No corpus has more circles that are worth naming.
const MOST: usize = 100;

pub(super) fn check<'a>(draft: &'a Draft<'a>, base: Option<&Corpus>, findings: &mut Findings<'a>) {
    broader(&draft.topics, "topic", findings);
    broader(&draft.functions, "function", findings);
    extends(draft, base, findings);
    reporting(draft, base, findings);
}

/// The circles of a graph in which everything leads to one other thing at most; each by its member that comes first.
fn rings<'k>(ids: impl Iterator<Item = &'k str>, next: &HashMap<&'k str, &'k str>) -> Vec<Vec<&'k str>> {
    let mut rings = Vec::new();
    let mut done: HashSet<&str> = HashSet::new();
    for start in ids {
        let mut way: Vec<&str> = Vec::new();
        let mut on_way: HashMap<&str, usize> = HashMap::new();
        let mut at = start;
        let end = loop {
            if done.contains(at) {
                break None;
            }
            if let Some(&since) = on_way.get(at) {
                break Some(since);
            }
            on_way.insert(at, way.len());
            way.push(at);
            match next.get(at) {
                Some(&following) => at = following,
                None => break None,
            }
        };
        done.extend(&way);
        rings.extend(end.map(|since| way.split_off(since)));
    }
    rings
}

/// A circle in words: `a -> b -> a`.
fn circle(ring: &[&str]) -> String {
    const SHOWN: usize = 12;
    let mut names: Vec<String> = ring.iter().take(SHOWN).map(|id| clean(id).into_owned()).collect();
    if ring.len() > SHOWN {
        names.push("...".to_owned());
    }
    names.extend(ring.first().map(|id| clean(id).into_owned()));
    names.join(" -> ")
}

/// Reports circles of broader terms.
fn broader<'a>(terms: &'a [Entry<'a, Term>], kind: &str, findings: &mut Findings<'a>) {
    let next: HashMap<&str, &str> =
        terms.iter().filter_map(|entry| Some((&*entry.value.id, entry.value.broader.as_deref()?))).collect();
    if next.is_empty() {
        return;
    }
    let entries: HashMap<&str, &Entry<Term>> = terms.iter().map(|entry| (&*entry.value.id, entry)).collect();
    for ring in rings(terms.iter().map(|entry| &*entry.value.id), &next).iter().take(MOST) {
        let message = format!("the {kind} '{}' is broader than itself: {}", clean(ring[0]), circle(ring));
        findings.note(entries[ring[0]], "broader", Code::BroaderCircle, message);
    }
}

/// Reports roles that extend themselves; a role may extend the one whose place it takes.
fn extends<'a>(draft: &'a Draft<'a>, base: Option<&Corpus>, findings: &mut Findings<'a>) {
    let mut next: HashMap<&str, &str> = HashMap::new();
    let mut entries = HashMap::new();
    for entry in &draft.roles {
        let role = entry.role();
        let id = &*role.id;
        let below = entries.contains_key(id) || base.is_some_and(|base| base.roles.rank(id).is_some());
        entries.insert(id, entry);
        match role.extends.as_deref() {
            Some(extended) if extended != id || !below => next.insert(id, extended),
            _ => next.remove(id),
        };
    }
    for ring in rings(draft.roles.iter().map(|entry| &*entry.role().id), &next).iter().take(MOST) {
        let message = format!("the role '{}' extends itself: {}", clean(ring[0]), circle(ring));
        findings.note(entries[ring[0]], "extends", Code::ExtendsCircle, message);
    }
}

/// Reports circles of lines of reporting in which a role of the draft has a part.
fn reporting<'a>(draft: &'a Draft<'a>, base: Option<&Corpus>, findings: &mut Findings<'a>) {
    let mut entries = HashMap::new();
    let mut lines: HashMap<&str, Vec<&str>> = HashMap::new();
    for entry in &draft.roles {
        let role = entry.role();
        entries.insert(&*role.id, entry);
        for line in &role.reporting.reports_to {
            lines.entry(&role.id).or_default().push(&line.to);
        }
        for line in &role.reporting.direct_reports {
            lines.entry(&line.from).or_default().push(&role.id);
        }
    }
    if lines.is_empty() {
        return;
    }
    for line in base.into_iter().flat_map(|base| base.lines.all()) {
        if !entries.contains_key(line.from.as_str()) {
            lines.entry(&line.from).or_default().push(&line.to);
        }
    }
    trim(&mut lines);
    // What is left lies on a circle or between two of them. Sorted, so that the same files give the same messages.
    let mut suspects: Vec<&str> = lines.keys().copied().filter(|id| entries.contains_key(id)).collect();
    suspects.sort_unstable();
    let mut named: HashSet<&str> = HashSet::new();
    let mut found = 0;
    for start in suspects {
        if found == MOST {
            break;
        }
        if named.contains(start) {
            continue;
        }
        if let Some(ring) = shortest_ring(start, &lines) {
            let entry = entries[start];
            let to = entry.role().reporting.reports_to.iter().position(|line| ring.get(1).unwrap_or(&start) == &&*line.to);
            let path = to.map_or_else(|| "reporting".to_owned(), |i| format!("reporting/reports_to/{i}/to"));
            let message = format!("'{}' reports to itself: {}", clean(start), circle(&ring));
            findings.note(entry, &path, Code::ReportingCircle, message);
            named.extend(ring);
            found += 1;
        }
    }
}

/// Takes away, again and again, everybody who reports to nobody that is left.
fn trim(lines: &mut HashMap<&str, Vec<&str>>) {
    let mut reports: HashMap<&str, Vec<&str>> = HashMap::new();
    for (from, superiors) in &*lines {
        for to in superiors {
            reports.entry(to).or_default().push(from);
        }
    }
    let mut open: HashMap<&str, usize> = lines.iter().map(|(from, superiors)| (*from, superiors.len())).collect();
    let mut tops: Vec<&str> = reports.keys().copied().filter(|to| !open.contains_key(to)).collect();
    while let Some(top) = tops.pop() {
        lines.remove(top);
        for from in reports.get(top).into_iter().flatten() {
            if let Some(left) = open.get_mut(from) {
                *left -= 1;
                if *left == 0 {
                    tops.push(from);
                }
            }
        }
    }
}

/// A shortest way from somebody back to the same; not tried at more than so many steps.
fn shortest_ring<'k>(start: &'k str, lines: &HashMap<&'k str, Vec<&'k str>>) -> Option<Vec<&'k str>> {
    const MOST_STEPS: usize = 10_000;
    let mut came_from: HashMap<&str, &str> = HashMap::new();
    let mut next = VecDeque::from([start]);
    while let Some(at) = next.pop_front() {
        for &to in lines.get(at).into_iter().flatten() {
            if to == start {
                let mut ring = vec![at];
                while let Some(&before) = ring.last().filter(|at| **at != start).and_then(|at| came_from.get(at)) {
                    ring.push(before);
                }
                ring.reverse();
                return Some(ring);
            }
            if came_from.len() < MOST_STEPS && lines.contains_key(to) && !came_from.contains_key(to) {
                came_from.insert(to, at);
                next.push_back(to);
            }
        }
    }
    None
}
