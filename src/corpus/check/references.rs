//! References: every topic, function, role, position and source that is named exists, and what exists is named.

use std::collections::HashSet;

use super::Findings;
use crate::corpus::citations::{Citation, pair_citations, role_citations};
use crate::corpus::load::{Draft, Entry};
use crate::corpus::nearest;
use crate::text::clean;

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let known = Known::of(draft);
    let mut used = HashSet::new();
    for entry in &draft.roles {
        citations(entry, &role_citations(&entry.value), &known, &mut used, findings);
        role(entry, &known, &mut used, findings);
    }
    for entry in &draft.pairs {
        citations(entry, &pair_citations(&entry.value), &known, &mut used, findings);
        for (i, id) in entry.value.roles.iter().enumerate() {
            known.roles.expect(id, entry, &format!("roles/{i}"), findings);
        }
    }
    for (entries, kind) in [(&draft.topics, &known.topics), (&draft.functions, &known.functions)] {
        for entry in entries {
            if let Some(broader) = &entry.value.broader {
                kind.expect(broader, entry, "broader", findings);
                used.insert((kind.name, broader.clone()));
            }
        }
    }
    unused(&draft.topics, |term| &term.id, &known.topics, &used, findings);
    unused(&draft.sources, |source| &source.id, &known.sources, &used, findings);
    unused(&draft.positions, |position| &position.id, &known.parties, &used, findings);
}

/// The ids of one kind.
struct Kind<'a> {
    name: &'static str,
    ids: HashSet<&'a str>,
}

struct Known<'a> {
    topics: Kind<'a>,
    functions: Kind<'a>,
    sources: Kind<'a>,
    roles: Kind<'a>,
    /// Roles and positions.
    parties: Kind<'a>,
}

impl<'a> Known<'a> {
    fn of(draft: &'a Draft) -> Self {
        let roles: HashSet<&str> = draft.roles.iter().map(|entry| entry.value.id.as_str()).collect();
        let positions = draft.positions.iter().map(|entry| entry.value.id.as_str());
        Self {
            topics: Kind { name: "topic", ids: draft.topics.iter().map(|entry| entry.value.id.as_str()).collect() },
            functions: Kind { name: "function", ids: draft.functions.iter().map(|entry| entry.value.id.as_str()).collect() },
            sources: Kind { name: "source", ids: draft.sources.iter().map(|entry| entry.value.id.as_str()).collect() },
            parties: Kind { name: "role or position", ids: roles.iter().copied().chain(positions).collect() },
            roles: Kind { name: "role", ids: roles },
        }
    }
}

impl Kind<'_> {
    fn expect<T>(&self, id: &str, entry: &Entry<T>, path: &str, findings: &mut Findings) {
        if self.ids.contains(id) {
            return;
        }
        let finding = findings.error(entry, path, "unknown-reference", format!("there is no {} '{}'", self.name, clean(id)));
        let mut near = nearest(id, self.ids.iter().map(|&known| (known, known)));
        near.sort_unstable();
        if !near.is_empty() {
            finding.help(format!("did you mean '{}'?", near.join("' or '")));
        }
    }
}

type Used = HashSet<(&'static str, String)>;

fn citations<T>(entry: &Entry<T>, citations: &[Citation], known: &Known, used: &mut Used, findings: &mut Findings) {
    for citation in citations {
        let path = citation.index.map_or_else(|| citation.list.to_owned(), |index| format!("{}/{index}", citation.list));
        if let Some(topic) = citation.topic {
            known.topics.expect(topic, entry, &format!("{path}/topic"), findings);
            used.insert((known.topics.name, topic.clone()));
        }
        if citation.sources.is_empty() {
            findings.error(entry, &path, "uncited", "nobody is cited for this".to_owned()).help("add `sources: [...]` with an id of the bibliography".to_owned());
        }
        for (i, source) in citation.sources.iter().enumerate() {
            let path = if citation.list == "salary" { format!("{path}/source") } else { format!("{path}/sources/{i}") };
            known.sources.expect(source, entry, &path, findings);
            if citation.sources[..i].contains(source) {
                findings.error(entry, &path, "repeated-source", format!("'{}' is cited twice for one statement", clean(source)));
            }
            used.insert((known.sources.name, source.clone()));
        }
    }
}

fn role(entry: &Entry<crate::model::Role>, known: &Known, used: &mut Used, findings: &mut Findings) {
    let role = &entry.value;
    let mut party = |id: &String, path: String| {
        known.parties.expect(id, entry, &path, findings);
        used.insert((known.parties.name, id.clone()));
    };
    role.reporting.reports_to.iter().enumerate().for_each(|(i, line)| party(&line.to, format!("reporting/reports_to/{i}/to")));
    role.reporting.direct_reports.iter().enumerate().for_each(|(i, line)| party(&line.from, format!("reporting/direct_reports/{i}/from")));
    role.career.from.iter().enumerate().for_each(|(i, step)| party(&step.role, format!("career/from/{i}/role")));
    role.career.to.iter().enumerate().for_each(|(i, step)| party(&step.role, format!("career/to/{i}/role")));
    known.functions.expect(&role.function, entry, "function", findings);
    for (i, oversight) in role.reporting.oversees.iter().enumerate() {
        known.functions.expect(&oversight.function, entry, &format!("reporting/oversees/{i}/function"), findings);
    }
}

fn unused<T>(entries: &[Entry<T>], id: impl Fn(&T) -> &String, kind: &Kind, used: &Used, findings: &mut Findings) {
    for entry in entries {
        let id = id(&entry.value);
        if !used.contains(&(kind.name, id.clone())) {
            findings.warning(entry, "id", "unused", format!("nothing refers to '{}'", clean(id)));
        }
    }
}
