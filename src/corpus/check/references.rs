//! References: every topic, function, role, position and source that is named exists, and what exists is named.

use std::collections::HashSet;

use super::Findings;
use crate::corpus::citations::{Citation, pair_citations, role_citations};
use crate::corpus::draft::{Draft, Entry};
use crate::corpus::nearest;
use crate::model::{Id, Role};
use crate::text::clean;

pub(super) fn check<'a>(draft: &'a Draft<'a>, findings: &mut Findings<'a>) {
    let known = Known::of(draft);
    let mut used = HashSet::new();
    for entry in &draft.roles {
        citations(entry, &role_citations(&entry.value), &known, &mut used, findings);
        role(entry, &known, &mut used, findings);
    }
    for entry in &draft.pairs {
        citations(entry, &pair_citations(&entry.value), &known, &mut used, findings);
        for (i, id) in entry.value.roles.iter().enumerate() {
            known.roles.require(id, entry, &format!("roles/{i}"), findings);
        }
    }
    for (entries, kind) in [(&draft.topics, &known.topics), (&draft.functions, &known.functions)] {
        for entry in entries {
            if let Some(broader) = &entry.value.broader {
                kind.require(broader, entry, "broader", findings);
                used.insert((kind.name, broader.as_ref()));
            }
        }
    }
    unused(&draft.topics, |term| &term.id, &known.topics, &used, findings);
    unused(&draft.functions, |function| &function.id, &known.functions, &used, findings);
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
    fn of(draft: &'a Draft<'a>) -> Self {
        let roles: HashSet<&str> = draft.roles.iter().map(|entry| &*entry.value.id).collect();
        let positions = draft.positions.iter().map(|entry| &*entry.value.id);
        Self {
            topics: Kind { name: "topic", ids: draft.topics.iter().map(|entry| &*entry.value.id).collect() },
            functions: Kind { name: "function", ids: draft.functions.iter().map(|entry| &*entry.value.id).collect() },
            sources: Kind { name: "source", ids: draft.sources.iter().map(|entry| &*entry.value.id).collect() },
            parties: Kind { name: "role or position", ids: roles.iter().copied().chain(positions).collect() },
            roles: Kind { name: "role", ids: roles },
        }
    }
}

impl Kind<'_> {
    fn require<'a, T>(&self, id: &str, entry: &Entry<'a, T>, path: &str, findings: &mut Findings<'a>) {
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

/// What is referred to, by kind.
type Used<'a> = HashSet<(&'static str, &'a str)>;

fn citations<'a, T>(
    entry: &Entry<'a, T>,
    citations: &[Citation<'a>],
    known: &Known,
    used: &mut Used<'a>,
    findings: &mut Findings<'a>,
) {
    for citation in citations {
        let path = citation.index.map_or_else(|| citation.list.to_owned(), |index| format!("{}/{index}", citation.list));
        if let Some(topic) = citation.topic {
            known.topics.require(topic, entry, &format!("{path}/topic"), findings);
            used.insert((known.topics.name, topic.as_ref()));
        }
        if citation.sources.is_empty() {
            findings
                .error(entry, &path, "uncited", "nobody is cited for this".to_owned())
                .help("add `sources: [...]` with an id of the bibliography".to_owned());
        }
        for (i, source) in citation.sources.iter().enumerate() {
            let path = if citation.list == "salary" { format!("{path}/source") } else { format!("{path}/sources/{i}") };
            known.sources.require(source, entry, &path, findings);
            if citation.sources[..i].contains(source) {
                findings.error(entry, &path, "repeated-source", format!("'{}' is cited twice for one statement", clean(source)));
            }
            used.insert((known.sources.name, source));
        }
    }
}

fn role<'a>(entry: &'a Entry<'a, Role<'a>>, known: &Known, used: &mut Used<'a>, findings: &mut Findings<'a>) {
    let role = &entry.value;
    let mut party = |id: &'a Id<'a>, path: String| {
        known.parties.require(id, entry, &path, findings);
        used.insert((known.parties.name, id.as_ref()));
    };
    role.reporting.reports_to.iter().enumerate().for_each(|(i, line)| party(&line.to, format!("reporting/reports_to/{i}/to")));
    role.reporting
        .direct_reports
        .iter()
        .enumerate()
        .for_each(|(i, line)| party(&line.from, format!("reporting/direct_reports/{i}/from")));
    role.career.from.iter().enumerate().for_each(|(i, step)| party(&step.role, format!("career/from/{i}/role")));
    role.career.to.iter().enumerate().for_each(|(i, step)| party(&step.role, format!("career/to/{i}/role")));
    let itself = [
        ("reporting/reports_to", "to", role.reporting.reports_to.iter().position(|line| line.to == role.id)),
        ("career/from", "role", role.career.from.iter().position(|step| step.role == role.id)),
        ("career/to", "role", role.career.to.iter().position(|step| step.role == role.id)),
    ];
    for (list, key, index) in itself {
        if let Some(index) = index {
            let message = format!("'{}' leads to itself", clean(&role.id));
            findings.warning(entry, &format!("{list}/{index}/{key}"), "line-to-itself", message);
        }
    }
    for (i, line) in role.reporting.direct_reports.iter().enumerate() {
        if known.roles.ids.contains(line.from.as_str()) {
            let message = format!("'{}' has a profile and says itself to whom it reports", clean(&line.from));
            let path = format!("reporting/direct_reports/{i}/from");
            let help = format!("move the line to `reports_to` of '{}'", clean(&line.from));
            findings.error(entry, &path, "line-from-above", message).help(help);
        }
    }
    used.insert((known.functions.name, &*role.function));
    used.extend(role.reporting.oversees.iter().map(|oversight| (known.functions.name, &*oversight.function)));
    known.functions.require(&role.function, entry, "function", findings);
    for (i, oversight) in role.reporting.oversees.iter().enumerate() {
        known.functions.require(&oversight.function, entry, &format!("reporting/oversees/{i}/function"), findings);
    }
}

fn unused<'a, T>(
    entries: &'a [Entry<'a, T>],
    id: impl Fn(&'a T) -> &'a Id<'a>,
    kind: &Kind,
    used: &Used,
    findings: &mut Findings<'a>,
) {
    for entry in entries {
        let id = id(&entry.value);
        if !used.contains(&(kind.name, id.as_ref())) {
            findings.warning(entry, "id", "unused", format!("nothing refers to '{}'", clean(id)));
        }
    }
}
