//! References: every id that is named exists, and every entry is named.

use std::collections::HashSet;

use super::Findings;
use crate::corpus::draft::{At, Draft, Entry};
use crate::corpus::walk::{Element, IdKind, pair_elements, role_elements};
use crate::corpus::{Corpus, nearest};
use crate::diagnostic::Code;
use crate::model::{DirectReport, Role};

type Ids<'k> = HashSet<(IdKind, &'k str)>;

pub(super) fn check<'a>(draft: &'a Draft<'a>, base: Option<&'a Corpus>, findings: &mut Findings<'a>) {
    let mut own: Ids = draft.entries().map(|(kind, id, _)| (kind, id)).collect();
    own.extend(draft.roles.iter().map(|entry| (IdKind::Post, entry.value.id.as_str())));
    let below = base.into_iter().flat_map(Corpus::ids).collect();
    let mut references = References { own, below, used: Ids::new(), findings };
    let roles = draft.roles.iter().map(|entry| (&entry.at, role_elements(&entry.value)));
    let pairs = draft.pairs.iter().map(|entry| (&entry.at, pair_elements(&entry.value)));
    for (at, elements) in roles.chain(pairs) {
        for element in &elements {
            references.element(at, element);
        }
    }
    for entry in &draft.roles {
        references.role(entry);
    }
    for (kind, terms) in [(IdKind::Topic, &draft.topics), (IdKind::Function, &draft.functions)] {
        for entry in terms {
            entry.value.broader.iter().for_each(|broader| references.require(kind, broader, &entry.at, "broader"));
        }
    }
    for (kind, id, at) in draft.entries().filter(|(kind, ..)| ![IdKind::Role, IdKind::Pair].contains(kind)) {
        if !references.used.contains(&(kind, id)) && !references.below.contains(&(kind, id)) {
            let message = format!("nothing refers to '{id}'");
            references.findings.note(at, "id", Code::Unused, message).help("refer to it, or remove it");
        }
    }
}

struct References<'f, 'a> {
    own: Ids<'a>,
    /// The entries of the corpus below, which need no reference.
    below: Ids<'a>,
    used: Ids<'a>,
    findings: &'f mut Findings<'a>,
}

impl<'a> References<'_, 'a> {
    fn require(&mut self, kind: IdKind, id: &'a str, entry: &At<'a>, path: &str) {
        self.used.insert((kind, id));
        if self.own.contains(&(kind, id)) || self.below.contains(&(kind, id)) {
            return;
        }
        let message = format!("unknown {} '{id}'", kind.key());
        let finding = self.findings.note(entry, path, Code::UnknownReference, message);
        let known = self.own.union(&self.below).filter(|known| known.0 == kind).map(|&(_, known)| (known, known));
        let mut near = nearest(id, known);
        near.sort_unstable();
        if !near.is_empty() {
            finding.help(format!("did you mean '{}'?", near.join("' or '")));
        }
    }

    fn element(&mut self, entry: &At<'a>, element: &Element<'a>) {
        let at = entry.below(&element.path);
        if let Some((key, kind, id)) = element.reference {
            self.require(kind, id, &at, key);
        }
        let is_salary = element.path.starts_with("salary/");
        if element.needs_sources && element.sources.is_empty() {
            let key = if is_salary { "source: ID" } else { "sources: [ID]" };
            let help = format!("add `{key}` with an id of the bibliography");
            self.findings.note(&at, "", Code::Uncited, "no source is cited").help(help);
        }
        for (i, source) in element.sources.iter().enumerate() {
            let path = if is_salary { "source".to_owned() } else { format!("sources/{i}") };
            self.require(IdKind::Source, source, &at, &path);
        }
    }

    fn role(&mut self, entry: &'a Entry<'a, Role>) {
        for (i, DirectReport { from, .. }) in entry.value.reporting.direct_reports.iter().enumerate() {
            if self.own.contains(&(IdKind::Role, from.as_str())) {
                let path = format!("reporting/direct_reports/{i}/from");
                let message = format!("'{from}' has a profile, which says to whom it reports");
                let help = format!("move the line to `reports_to` of '{from}'");
                self.findings.note(&entry.at, &path, Code::LineFromAbove, message).help(help);
            }
        }
    }
}
