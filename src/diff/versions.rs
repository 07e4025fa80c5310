//! The entries of two versions, each with what has changed in it.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::change::{Change, FieldChange};
use super::changes::{EntryChange, Size, StatementChange};
use super::matching::matches;
use super::pay;
use super::renamed;
use crate::corpus::{Corpus, HasId};
use crate::facets::{List, Passage, Section, pair_passages, role_passages};
use crate::model::{Id, Pair, Role};

/// The scope of a comparison.
#[derive(Debug, Clone, Default)]
pub struct DiffOptions {
    /// Only these roles, by an id of either version; without any, all roles and everything else.
    pub roles: Vec<String>,
    /// Only these sections of roles and pairs; without any, all sections and everything else.
    pub sections: Vec<Section>,
}

impl DiffOptions {
    fn wants(&self, section: Section) -> bool {
        self.sections.is_empty() || self.sections.contains(&section)
    }
}

pub(super) struct Versions<'a, 'b> {
    pub old: &'a Corpus,
    pub new: &'a Corpus,
    pub below: Option<&'b Corpus>,
}

impl<'a> Versions<'a, '_> {
    pub fn roles(&self, options: &DiffOptions) -> Vec<EntryChange<'a>> {
        let mut versions = by_id([self.old, self.new].map(|corpus| {
            let is_own = move |role: &&Role| self.below.is_none_or(|below| corpus.origin(&role.id) != below.origin(&role.id));
            corpus.roles.iter().filter(is_own)
        }));
        let alone =
            |side: usize| versions.values().filter(move |both| both[1 - side].is_none()).filter_map(move |both| both[side]);
        let [removed, added] = [alone(0).collect::<Vec<_>>(), alone(1).collect()];
        let mut likeness = HashMap::new();
        for (percent, [old, new]) in renamed::pairs(&removed, &added, [self.old, self.new]) {
            versions.remove(&*old.id);
            versions.insert(&new.id, [Some(old), Some(new)]);
            likeness.insert(&*new.id, percent);
        }
        let is_wanted = |role: &&Role| options.roles.is_empty() || options.roles.contains(&role.id);
        versions.retain(|_, both| both.iter().flatten().any(is_wanted));
        let change = |(id, [old, new]): (&'a str, [Option<&'a Role>; 2])| match (old, new) {
            (Some(old), Some(new)) if old.id == new.id => self.role(old, new, options),
            (Some(old), Some(new)) => EntryChange {
                was: Some(&old.id),
                change: Change::Renamed,
                likeness: likeness.get(id).copied(),
                ..self.role(old, new, options)
            },
            (old, new) => {
                let title = new.or(old).map_or(id, |role| &role.title);
                let corpus = if new.is_some() { self.new } else { self.old };
                let said = new.or(old).map_or_else(Vec::new, |role| statements(corpus, role));
                let size = Size { statements: said.len(), salary: new.or(old).map_or(0, |role| role.salary.len()) };
                EntryChange { size, ..EntryChange::new(id, title, Change::between(old.is_some(), new.is_some())) }
            }
        };
        told(versions.into_iter().map(change))
    }

    /// The changes of a role in both versions.
    fn role(&self, old: &'a Role, new: &'a Role, options: &DiffOptions) -> EntryChange<'a> {
        let mut change = EntryChange::new(&new.id, &new.title, Change::Changed);
        if old == new {
            return change;
        }
        add_statements(&mut change, statements(self.old, old), statements(self.new, new), options);
        if options.wants(Section::Overview) {
            let fields = ["title", "acronym", "alternate_titles", "extends", "level", "function"];
            change.fields = FieldChange::between(old, new, &fields);
        }
        if options.wants(Section::Salary) {
            (change.salary, change.unchanged.salary) = pay::changes(&old.salary, &new.salary);
            change.size.salary = new.salary.len();
        }
        change
    }

    pub fn pairs(&self, options: &DiffOptions) -> Vec<EntryChange<'a>> {
        told(self.own(|corpus| corpus.pairs.iter().collect()).into_iter().map(|(id, [old, new])| {
            let mut change = EntryChange::new(id, id, Change::between(old.is_some(), new.is_some()));
            let said = |corpus, pair: Option<&'a Pair>| pair.map_or_else(Vec::new, |pair| pair_passages(corpus, pair));
            let (old, new) = (said(self.old, old), said(self.new, new));
            if change.change == Change::Changed {
                add_statements(&mut change, old, new, options);
            } else {
                change.size.statements = old.len() + new.len();
            }
            change
        }))
    }

    /// The changes of entries that are nothing but fields.
    pub fn entries<T: HasId + Serialize + PartialEq + 'a>(
        &self,
        of: impl for<'c> Fn(&'c Corpus) -> Vec<&'c T>,
        title: impl Fn(&'a T) -> &'a str,
        fields: &[&'static str],
    ) -> Vec<EntryChange<'a>> {
        told(self.own(of).into_iter().map(|(id, [old, new])| {
            let title = new.or(old).map_or(id, &title);
            let mut change = EntryChange::new(id, title, Change::between(old.is_some(), new.is_some()));
            if let (Some(old), Some(new)) = (old, new) {
                change.fields = FieldChange::between(old, new, fields);
            }
            change
        }))
    }

    /// The entries of either version that are not merely in the corpus below.
    fn own<T: HasId + PartialEq>(&self, of: impl for<'c> Fn(&'c Corpus) -> Vec<&'c T>) -> ById<'a, T> {
        let below: HashMap<&str, &T> =
            self.below.map_or_else(Vec::new, &of).into_iter().map(|entry| (entry.id().as_str(), entry)).collect();
        let is_own = |entry: &&T| below.get(entry.id().as_str()) != Some(entry);
        by_id([self.old, self.new].map(|corpus| of(corpus).into_iter().filter(is_own)))
    }
}

/// The entries with any change.
fn told<'a>(entries: impl Iterator<Item = EntryChange<'a>>) -> Vec<EntryChange<'a>> {
    entries.filter(|entry| entry.change != Change::Changed || !entry.is_empty()).collect()
}

/// Adds the changes of statements: list by list, first those in both versions, then those removed, then those added.
fn add_statements<'a>(change: &mut EntryChange<'a>, old: Vec<Passage<'a>>, new: Vec<Passage<'a>>, options: &DiffOptions) {
    let matches = matches(&old, &new);
    change.size.statements = new.len();
    let [mut old, mut new] = [old, new].map(|all| all.into_iter().map(Some).collect::<Vec<_>>());
    for found in matches {
        let Some((old, new)) = old[found.old].take().zip(new[found.new].take()) else { continue };
        let kind = if (old.list, old.topic) != (new.list, new.topic) {
            Change::Moved
        } else if old.text != new.text {
            if old.list.is_keyed { Change::Changed } else { Change::Reworded }
        } else if sorted(old.sources) != sorted(new.sources) {
            Change::Sources
        } else {
            change.unchanged.statements += 1;
            continue;
        };
        let likeness = found.likeness.filter(|_| matches!(kind, Change::Moved | Change::Reworded));
        change.statements.push(StatementChange { change: kind, old: Some(old), new: Some(new), likeness });
    }
    let alone = |change, old, new| StatementChange { change, old, new, likeness: None };
    change.statements.extend(old.into_iter().flatten().map(|said| alone(Change::Removed, Some(said), None)));
    change.statements.extend(new.into_iter().flatten().map(|said| alone(Change::Added, None, Some(said))));
    let is_wanted = |said: &Passage| options.wants(said.list.section);
    change.statements.retain(|change| [&change.old, &change.new].into_iter().flatten().any(is_wanted));
    change.statements.sort_by_key(|statement| statement.said().map(|said| said.list));
}

/// The statements of a role, without the lines that others state: a change of these is theirs. Titles are fields, and figures
/// are compared by their amounts.
fn statements<'a>(corpus: &'a Corpus, role: &'a Role) -> Vec<Passage<'a>> {
    let is_own = |said: &Passage| match said.list {
        List::TITLE | List::ALTERNATE_TITLES | List::FIGURES => false,
        list if list.key == "direct_reports" => role.reporting.direct_reports.iter().any(|line| said.topic == Some(&line.from)),
        _ => true,
    };
    role_passages(corpus, role).into_iter().filter(is_own).collect()
}

/// The order of sources means nothing.
fn sorted(sources: &[Id]) -> Vec<&Id> {
    let mut sorted: Vec<&Id> = sources.iter().collect();
    sorted.sort_unstable();
    sorted
}

/// An entry in one version or both, by its id.
type ById<'a, T> = BTreeMap<&'a str, [Option<&'a T>; 2]>;

fn by_id<'a, T: HasId + 'a>(versions: [impl Iterator<Item = &'a T>; 2]) -> ById<'a, T> {
    let mut all = ById::new();
    for (side, entries) in versions.into_iter().enumerate() {
        for entry in entries {
            all.entry(entry.id()).or_default()[side] = Some(entry);
        }
    }
    all
}
