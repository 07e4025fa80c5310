//! References: every topic, function, role, position and source that is named exists, and what exists is named.

use std::collections::HashSet;

use super::Findings;
use crate::corpus::citations::{Citation, pair_citations, role_citations};
use crate::corpus::draft::{Draft, Entry};
use crate::corpus::given::Written;
use crate::corpus::parallel::map_all;
use crate::corpus::{Corpus, nearest};
use crate::diagnostic::Code;
use crate::model::Id;
use crate::text::clean;

pub(super) fn check<'a>(draft: &'a Draft<'a>, base: Option<&Corpus>, findings: &mut Findings<'a>) {
    let known = Known::of(draft, base);
    let mut used = Used::default();
    let found = map_all(&draft.roles, |entry| {
        let (mut used, mut findings) = (Used::default(), Findings::default());
        citations(entry, &role_citations(entry.role()), &known, &mut used, &mut findings);
        role(entry, &known, &mut used, &mut findings);
        (used, findings)
    });
    for (names, found) in found {
        used.0.extend(names.0);
        findings.extend(found);
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
                used.insert(kind, broader);
            }
        }
    }
    unused(&draft.topics, |term| &term.id, &known.topics, &used, findings);
    unused(&draft.functions, |function| &function.id, &known.functions, &used, findings);
    unused(&draft.sources, |source| &source.id, &known.sources, &used, findings);
    unused(&draft.positions, |position| &position.id, &known.parties, &used, findings);
}

/// The ids of one kind.
struct Kind<'k> {
    name: &'static str,
    ids: HashSet<&'k str>,
    /// Those of the corpus below, which nobody here has to refer to.
    below: HashSet<&'k str>,
}

struct Known<'k> {
    topics: Kind<'k>,
    functions: Kind<'k>,
    sources: Kind<'k>,
    roles: Kind<'k>,
    /// Roles and positions.
    parties: Kind<'k>,
}

impl<'k> Known<'k> {
    fn of(draft: &'k Draft<'k>, base: Option<&'k Corpus>) -> Self {
        fn kind<'k>(
            name: &'static str,
            ids: impl Iterator<Item = &'k str>,
            below: Option<impl Iterator<Item = &'k str>>,
        ) -> Kind<'k> {
            Kind { name, ids: ids.collect(), below: below.into_iter().flatten().collect() }
        }
        let roles = || draft.roles.iter().map(|entry| &*entry.role().id);
        let positions = draft.positions.iter().map(|entry| &*entry.value.id);
        let topics = draft.topics.iter().map(|entry| &*entry.value.id);
        let functions = draft.functions.iter().map(|entry| &*entry.value.id);
        let sources = draft.sources.iter().map(|entry| &*entry.value.id);
        Self {
            topics: kind("topic", topics, base.map(|base| base.topics.ids())),
            functions: kind("function", functions, base.map(|base| base.functions.ids())),
            sources: kind("source", sources, base.map(|base| base.sources.ids())),
            parties: kind("role or position", roles().chain(positions), base.map(|base| base.posts.ids())),
            roles: kind("role", roles(), base.map(|base| base.roles.ids())),
        }
    }
}

impl Kind<'_> {
    fn require<'a, T>(&self, id: &str, entry: &Entry<'a, T>, path: &str, findings: &mut Findings<'a>) {
        if self.ids.contains(id) || self.below.contains(id) {
            return;
        }
        let message = format!("there is no {} '{}'", self.name, clean(id));
        let finding = findings.note(entry, path, Code::UnknownReference, message);
        let mut near = nearest(id, self.ids.union(&self.below).map(|&known| (known, known)));
        near.sort_unstable();
        if !near.is_empty() {
            finding.help(format!("did you mean '{}'?", clean(&near.join("' or '"))));
        }
    }
}

/// What is referred to, by kind, of what the draft has.
#[derive(Default)]
struct Used<'a>(HashSet<(&'static str, &'a str)>);

impl<'a> Used<'a> {
    fn insert(&mut self, kind: &Kind, id: &'a str) {
        // Of what others have nobody asks whether it is used.
        if kind.ids.contains(id) {
            self.0.insert((kind.name, id));
        }
    }
}

fn citations<'a, T>(
    entry: &Entry<'a, T>,
    citations: &[Citation<'a>],
    known: &Known,
    used: &mut Used<'a>,
    findings: &mut Findings<'a>,
) {
    for citation in citations {
        let path = || citation.index.map_or_else(|| citation.list.to_owned(), |index| format!("{}/{index}", citation.list));
        if let Some(topic) = citation.topic {
            known.topics.require(topic, entry, &format!("{}/topic", path()), findings);
            used.insert(&known.topics, topic.as_ref());
        }
        if citation.sources.is_empty() {
            let key = if citation.list == "salary" { "source: ID" } else { "sources: [ID]" };
            let help = format!("add `{key}` with an id of the bibliography");
            findings.note(entry, &path(), Code::Uncited, "nobody is cited for this".to_owned()).help(help);
        }
        for (i, source) in citation.sources.iter().enumerate() {
            let path =
                || if citation.list == "salary" { format!("{}/source", path()) } else { format!("{}/sources/{i}", path()) };
            known.sources.require(source, entry, &path(), findings);
            if citation.sources[..i].contains(source) {
                let message = format!("'{}' is cited twice for one statement", clean(source));
                findings.note(entry, &path(), Code::RepeatedSource, message);
            }
            used.insert(&known.sources, source);
        }
    }
}

fn role<'a>(entry: &'a Entry<'a, Written>, known: &Known, used: &mut Used<'a>, findings: &mut Findings<'a>) {
    let role = entry.role();
    let mut party = |id: &'a Id, path: String| {
        known.parties.require(id, entry, &path, findings);
        used.insert(&known.parties, id.as_ref());
    };
    role.reporting.reports_to.iter().enumerate().for_each(|(i, line)| party(&line.to, format!("reporting/reports_to/{i}/to")));
    role.reporting
        .direct_reports
        .iter()
        .enumerate()
        .for_each(|(i, line)| party(&line.from, format!("reporting/direct_reports/{i}/from")));
    role.career.from.iter().enumerate().for_each(|(i, step)| party(&step.role, format!("career/from/{i}/role")));
    role.career.to.iter().enumerate().for_each(|(i, step)| party(&step.role, format!("career/to/{i}/role")));
    if let Some(extended) = &role.extends {
        known.roles.require(extended, entry, "extends", findings);
    }
    for (list, steps) in [("career/from", &role.career.from), ("career/to", &role.career.to)] {
        if let Some(i) = steps.iter().position(|step| step.role == role.id) {
            let message = format!("'{}' leads to itself", clean(&role.id));
            findings.note(entry, &format!("{list}/{i}/role"), Code::CareerToItself, message);
        }
    }
    for (i, line) in role.reporting.direct_reports.iter().enumerate() {
        if known.roles.ids.contains(line.from.as_str()) {
            let message = format!("'{}' has a profile and says itself to whom it reports", clean(&line.from));
            let path = format!("reporting/direct_reports/{i}/from");
            let help = format!("move the line to `reports_to` of '{}'", clean(&line.from));
            findings.note(entry, &path, Code::LineFromAbove, message).help(help);
        }
    }
    let overseen = role.reporting.oversees.iter().map(|oversight| &oversight.function);
    role.function.iter().chain(overseen).for_each(|function| used.insert(&known.functions, function));
    role.function.iter().for_each(|function| known.functions.require(function, entry, "function", findings));
    for (i, oversight) in role.reporting.oversees.iter().enumerate() {
        known.functions.require(&oversight.function, entry, &format!("reporting/oversees/{i}/function"), findings);
    }
}

fn unused<'a, T>(
    entries: &'a [Entry<'a, T>],
    id: impl Fn(&'a T) -> &'a Id,
    kind: &Kind,
    used: &Used,
    findings: &mut Findings<'a>,
) {
    for entry in entries {
        let id = id(&entry.value);
        if !used.0.contains(&(kind.name, id.as_ref())) && !kind.below.contains(id.as_str()) {
            findings
                .note(entry, "id", Code::Unused, format!("nothing refers to '{}'", clean(id)))
                .help("refer to it, or take it out");
        }
    }
}
