//! The changes of roles and pairs.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashSet};

use super::change::Change;
use super::changes::{DiffOptions, EntryChange, StatementChange};
use super::fields;
use super::matching::matches;
use super::pay;
use super::renamed::{self, Renamed};
use super::said;
use super::said::Said;
use crate::corpus::{Corpus, HasId};
use crate::facets::Section;
use crate::likeness::Rarity;
use crate::model::{Pair, Role};

pub(super) struct Versions<'a, 'b> {
    old: &'a Corpus,
    new: &'a Corpus,
    below: Option<&'b Corpus>,
    /// How rare each word is in both versions; counted on demand, for it takes longer than all else.
    rarity: OnceCell<Rarity>,
}

impl<'a, 'b> Versions<'a, 'b> {
    pub fn new(old: &'a Corpus, new: &'a Corpus, below: Option<&'b Corpus>) -> Self {
        Self { old, new, below, rarity: OnceCell::new() }
    }

    pub fn roles(&self, options: &DiffOptions) -> Vec<EntryChange<'a>> {
        let versions = [self.old, self.new].map(|corpus| {
            let is_own = move |role: &&Role| self.below.is_none_or(|below| corpus.origin(&role.id) != below.origin(&role.id));
            corpus.roles.iter().filter(is_own)
        });
        let is_wanted = |id: &String| options.roles.is_empty() || options.roles.contains(id);
        let (mut changes, mut removed, mut added) = (Vec::new(), Vec::new(), Vec::new());
        for versions in own(versions, |_| false).into_values() {
            match versions {
                [Some(old), Some(new)] if old != new && is_wanted(&old.id) => changes.push(self.role(old, new, options)),
                [Some(_), Some(_)] => {}
                [old, new] => {
                    removed.extend(old);
                    added.extend(new);
                }
            }
        }
        changes.retain(|change| !change.is_empty());
        for Renamed { old, new, percent } in renamed::pairs(&removed, &added, [self.old, self.new]) {
            removed.retain(|role| role.id != old.id);
            added.retain(|role| role.id != new.id);
            if is_wanted(&old.id) || is_wanted(&new.id) {
                let change = self.role(old, new, options);
                changes.push(EntryChange { was: Some(&old.id), change: Change::Renamed, likeness: Some(percent), ..change });
            }
        }
        for (corpus, roles, change) in [(self.old, removed, Change::Removed), (self.new, added, Change::Added)] {
            for role in roles.into_iter().filter(|role| is_wanted(&role.id)) {
                let mut change = EntryChange::new(&role.id, &role.title, change);
                (change.size.statements, change.size.salary) = (said::of_role(corpus, role).len(), role.salary.len());
                changes.push(change);
            }
        }
        changes.sort_by_key(|change| change.id);
        changes
    }

    /// The changes of a role in both versions.
    fn role(&self, old: &'a Role, new: &'a Role, options: &DiffOptions) -> EntryChange<'a> {
        let wants = |section: Section| options.sections.is_empty() || options.sections.contains(&section);
        let mut change = EntryChange::new(&new.id, &new.title, Change::Changed);
        self.add_statements(&mut change, said::of_role(self.old, old), said::of_role(self.new, new));
        change.statements.retain(|change| [&change.old, &change.new].into_iter().flatten().any(|said| wants(said.part.section)));
        if wants(Section::Overview) {
            change.fields = fields::changes(fields::of_role(old), fields::of_role(new));
        }
        if wants(Section::Salary) {
            (change.salary, change.unchanged.salary) = pay::changes(&old.salary, &new.salary);
            change.size.salary = new.salary.len();
        }
        change
    }

    pub fn pairs(&self) -> Vec<EntryChange<'a>> {
        let is_below = |pair: &Pair| self.below.is_some_and(|below| below.pairs.get(&pair.id) == Some(pair));
        let mut changes = Vec::new();
        for (id, [old, new]) in own([self.old, self.new].map(|corpus| corpus.pairs.iter()), is_below) {
            let mut change = EntryChange::new(id, id, Change::between(old.is_some(), new.is_some()));
            match (old, new) {
                (Some(old), Some(new)) if old != new => {
                    self.add_statements(&mut change, said::of_pair(self.old, old), said::of_pair(self.new, new));
                }
                (Some(one), None) | (None, Some(one)) => change.size.statements = said::of_pair(self.new, one).len(),
                _ => {}
            }
            changes.push(change);
        }
        changes.retain(|change| !change.is_empty());
        changes
    }

    /// Adds the changes of statements: list by list, first those in both versions, then those removed, then those added.
    fn add_statements(&self, change: &mut EntryChange<'a>, old: Vec<Said<'a>>, new: Vec<Said<'a>>) {
        let (matches, is_too_much) = matches(&old, &new, || self.rarity());
        change.is_too_long = is_too_much;
        change.size.statements = new.len();
        let [mut old, mut new] = [old, new].map(|all| all.into_iter().map(Some).collect::<Vec<_>>());
        for found in matches {
            let Some((old, new)) = old[found.old].take().zip(new[found.new].take()) else { continue };
            let kind = if (old.part, old.topic) != (new.part, new.topic) {
                Change::Moved
            } else if old.text != new.text {
                if old.part.is_keyed { Change::Changed } else { Change::Reworded }
            } else if !old.has_sources_of(&new) {
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
        change.statements.sort_by_key(|statement| statement.said().map(|said| said.part.rank));
    }

    /// Each text counts once.
    fn rarity(&self) -> &Rarity {
        self.rarity.get_or_init(|| {
            let mut texts: HashSet<&str> = HashSet::new();
            for corpus in [self.old, self.new] {
                for role in corpus.roles.iter() {
                    texts.extend(role.statements().into_iter().flat_map(|(_, list)| list).map(|statement| &*statement.text));
                    texts.extend(role.archetypes.iter().map(|kind| &*kind.text));
                }
                let lists = corpus.pairs.iter().flat_map(Pair::statements);
                texts.extend(lists.flat_map(|(_, list)| list).map(|statement| &*statement.text));
            }
            Rarity::of(texts)
        })
    }
}

/// An entry in one version or both, by its id.
pub(super) type Own<'a, T> = BTreeMap<&'a str, [Option<&'a T>; 2]>;

/// The entries of either version that are not merely in the corpus below.
pub(super) fn own<'a, T: HasId + 'a>(versions: [impl Iterator<Item = &'a T>; 2], is_below: impl Fn(&T) -> bool) -> Own<'a, T> {
    let mut all: Own<T> = BTreeMap::new();
    for (side, entries) in versions.into_iter().enumerate() {
        for entry in entries.filter(|entry| !is_below(entry)) {
            all.entry(entry.id()).or_default()[side] = Some(entry);
        }
    }
    all
}
