//! References: every id that is named exists, and every entry is named.

use std::collections::HashSet;

use super::Findings;
use crate::corpus::draft::{At, Draft, Entry};
use crate::corpus::walk::{Element, Target, pair_elements, role_elements};
use crate::corpus::{Corpus, HasId, nearest};
use crate::diagnostic::Code;
use crate::model::Role;
use crate::text::clean;

type Ids<'k> = HashSet<(Target, &'k str)>;

pub(super) fn check<'a>(draft: &'a Draft<'a>, base: Option<&'a Corpus>, findings: &mut Findings<'a>) {
    let mut own = Ids::new();
    own.extend(ids(Target::Topic, &draft.topics).chain(ids(Target::Function, &draft.functions)));
    own.extend(ids(Target::Source, &draft.sources).chain(ids(Target::Role, &draft.roles)));
    own.extend(ids(Target::RoleOrPosition, &draft.roles).chain(ids(Target::RoleOrPosition, &draft.positions)));
    let mut below = Ids::new();
    if let Some(base) = base {
        below
            .extend(base.topics.ids().map(|id| (Target::Topic, id)).chain(base.functions.ids().map(|id| (Target::Function, id))));
        below.extend(base.sources.ids().map(|id| (Target::Source, id)).chain(base.roles.ids().map(|id| (Target::Role, id))));
        below.extend(base.posts.ids().map(|id| (Target::RoleOrPosition, id)));
    }
    let mut references = References { own, below, used: Ids::new(), findings };
    for entry in &draft.roles {
        for element in role_elements(&entry.value) {
            references.element(&entry.at, &element);
        }
        references.role(entry);
    }
    for entry in &draft.pairs {
        for element in pair_elements(&entry.value) {
            references.element(&entry.at, &element);
        }
    }
    for (target, terms) in [(Target::Topic, &draft.topics), (Target::Function, &draft.functions)] {
        for entry in terms {
            entry.value.broader.iter().for_each(|broader| references.require(target, broader, &entry.at, "broader"));
        }
    }
    references.unused(Target::Topic, &draft.topics);
    references.unused(Target::Function, &draft.functions);
    references.unused(Target::Source, &draft.sources);
    references.unused(Target::RoleOrPosition, &draft.positions);
}

fn ids<'a, T: HasId>(target: Target, entries: &'a [Entry<'a, T>]) -> impl Iterator<Item = (Target, &'a str)> {
    entries.iter().map(move |entry| (target, entry.id().as_str()))
}

struct References<'f, 'a> {
    own: Ids<'a>,
    /// The entries of the corpus below, which need no reference.
    below: Ids<'a>,
    used: Ids<'a>,
    findings: &'f mut Findings<'a>,
}

impl<'a> References<'_, 'a> {
    fn require(&mut self, target: Target, id: &'a str, entry: &At<'a>, path: &str) {
        self.used.insert((target, id));
        if self.own.contains(&(target, id)) || self.below.contains(&(target, id)) {
            return;
        }
        let message = format!("unknown {} '{}'", target.name(), clean(id));
        let finding = self.findings.note(entry, path, Code::UnknownReference, message);
        let known = self.own.union(&self.below).filter(|known| known.0 == target).map(|&(_, known)| (known, known));
        let mut near = nearest(id, known);
        near.sort_unstable();
        if !near.is_empty() {
            finding.help(format!("did you mean '{}'?", clean(&near.join("' or '"))));
        }
    }

    fn element(&mut self, entry: &At<'a>, element: &Element<'a>) {
        let path = element.path();
        let at = entry.below(&path);
        if let Some((key, target, id)) = element.reference {
            self.require(target, id, &at, key);
        }
        let is_salary = element.list == "salary";
        if element.needs_sources && element.sources.is_empty() {
            let key = if is_salary { "source: ID" } else { "sources: [ID]" };
            let help = format!("add `{key}` with an id of the bibliography");
            self.findings.note(&at, "", Code::Uncited, "no source is cited").help(help);
        }
        for (i, source) in element.sources.iter().enumerate() {
            let path = if is_salary { "source".to_owned() } else { format!("sources/{i}") };
            self.require(Target::Source, source, &at, &path);
        }
    }

    fn role(&mut self, entry: &'a Entry<'a, Role>) {
        let role = &entry.value;
        for (list, steps) in [("career/from", &role.career.from), ("career/to", &role.career.to)] {
            if let Some(i) = steps.iter().position(|step| step.role == role.id) {
                let message = format!("'{}' leads to itself", clean(&role.id));
                self.findings.note(&entry.at, &format!("{list}/{i}/role"), Code::CareerToItself, message);
            }
        }
        for (i, line) in role.reporting.direct_reports.iter().enumerate() {
            if self.own.contains(&(Target::Role, line.from.as_str())) {
                let from = clean(&line.from);
                let path = format!("reporting/direct_reports/{i}/from");
                let message = format!("'{from}' has a profile, which says to whom it reports");
                let help = format!("move the line to `reports_to` of '{from}'");
                self.findings.note(&entry.at, &path, Code::LineFromAbove, message).help(help);
            }
        }
    }

    fn unused<T: HasId>(&mut self, target: Target, entries: &'a [Entry<'a, T>]) {
        for entry in entries {
            let id = (target, entry.id().as_str());
            if !self.used.contains(&id) && !self.below.contains(&id) {
                let message = format!("nothing refers to '{}'", clean(id.1));
                self.findings.note(&entry.at, "id", Code::Unused, message).help("refer to it, or remove it");
            }
        }
    }
}
