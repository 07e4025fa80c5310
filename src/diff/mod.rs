//! What has changed between two versions of a corpus: the answer as data, before anything is shown.
//!
//! [`diff`] compares what is people's own in either version, by id: roles, pairs, positions, topics, functions and sources.
//! What both versions merely lie on, the built-in corpus, is not theirs and never told. A role is compared as it comes out,
//! with everything it takes over from the one it extends.
//!
//! # Statements
//!
//! Everything a role says is paired with what it said before, surest first, and each thing once:
//!
//! 1. the very same text under the same topic of the same list: nothing has changed, or only its sources;
//! 2. degrees, years, lines, functions, career steps, contrasts, cases and questions by what they are about: *changed*;
//! 3. the very same text anywhere else in the role: *moved*;
//! 4. texts of one topic in one list, at least [`likeness::THRESHOLD`](crate::likeness::THRESHOLD) alike: *reworded*;
//! 5. texts anywhere in the role that are [`NEARLY_THE_SAME`]: *moved*, or *reworded* where they stand at one place;
//! 6. texts of one list of which at most one has a topic, at least `THRESHOLD` alike: *reworded*, or *moved* under a topic
//!    that is only now given or no longer;
//! 7. texts of one topic in one list, at least [`SAME_TOPIC`] alike: *reworded*. Texts less alike, or with only one of
//!    several words in common, are another statement, even if they are the only ones of their topic.
//!
//! What is left was *removed* or *added*. The order of statements, titles and sources means nothing and is not compared.
//!
//! # Laws
//!
//! - `diff(a, a)` is empty;
//! - `diff(b, a)` is `diff(a, b)` with the sides swapped;
//! - nothing is lost: each thing of both sides is unchanged or in exactly one change;
//! - the order of files, of roles in files and of statements in lists decides at most between equals.

mod counts;
mod fields;
mod matching;
mod pairing;
mod pay;
mod renamed;
mod said;

use std::cell::OnceCell;
use std::collections::BTreeMap;

use serde::Serialize;
use std::collections::HashSet;

pub use counts::{Counts, Tally};
pub use fields::FieldChange;
pub use matching::{NEARLY_THE_SAME, SAME_TOPIC};
pub use pay::{AmountChange, FigureChange};
pub use renamed::MOSTLY_THE_SAME;
pub use said::{PairList, Part, Said};

use crate::corpus::{Catalog, Corpus, HasId};
use crate::facets::Section;
use crate::likeness::Rarity;
use crate::model::{Pair, Position, Role, Source, Term};
use fields::Fields;
use renamed::Renamed;

/// What to tell.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Only these roles, by an id of either version; all and everything else where there is none.
    pub roles: Vec<String>,
    /// Only these sections of roles and pairs; all and everything else where there is none.
    pub sections: Vec<Section>,
}

/// What becomes of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It is the same and says something else.
    Changed,
    /// A role has another id.
    Renamed,
    /// A statement has other words.
    Reworded,
    /// A statement stands under another topic or in another list, in the same words or nearly.
    Moved,
    /// A statement has other sources, and nothing else has changed.
    Sources,
    /// It is only in the old version.
    Removed,
    /// It is only in the new version.
    Added,
}

impl Change {
    /// The word used in machine formats and tables alike.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Renamed => "renamed",
            Self::Reworded => "reworded",
            Self::Moved => "moved",
            Self::Sources => "sources",
            Self::Removed => "removed",
            Self::Added => "added",
        }
    }

    /// What becomes of something that is not the same in both versions, going by where it is.
    const fn between(is_old: bool, is_new: bool) -> Self {
        match (is_old, is_new) {
            (true, true) => Self::Changed,
            (true, false) => Self::Removed,
            (false, _) => Self::Added,
        }
    }
}

/// What has changed between two versions.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Changes<'a> {
    /// How much.
    pub counts: Counts,
    /// Roles, by id.
    pub roles: Vec<EntryChange<'a>>,
    /// Pairs, by id.
    pub pairs: Vec<EntryChange<'a>>,
    /// Positions without a profile, by id.
    pub positions: Vec<EntryChange<'a>>,
    /// Topics, by id.
    pub topics: Vec<EntryChange<'a>>,
    /// Functions, by id.
    pub functions: Vec<EntryChange<'a>>,
    /// Sources, by id.
    pub sources: Vec<EntryChange<'a>>,
}

/// An entry that was added, removed, renamed or changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EntryChange<'a> {
    /// Its id; where it was renamed, the new one.
    pub id: &'a str,
    /// The id it had, where it was renamed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<&'a str>,
    /// Its title or label; of a pair, its id.
    pub title: &'a str,
    /// Added, removed, renamed or changed.
    pub change: Change,
    /// How much of what it says is the same where it was renamed, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub likeness: Option<u8>,
    /// How much it says: statements and salary figures of the new version, or of the old one where it was removed.
    pub size: Size,
    /// How much of that is the same in both versions.
    pub unchanged: Size,
    /// Fields that are not what they were; none where the entry is in one version only.
    pub fields: Vec<FieldChange<'a>>,
    /// Statements that are not what they were, list by list; none where the entry is in one version only.
    pub statements: Vec<StatementChange<'a>>,
    /// Salary figures that are not what they were; none where the entry is in one version only.
    pub salary: Vec<FigureChange<'a>>,
}

/// How much something says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Size {
    /// Statements, lines, degrees and all else that stands in lists.
    pub statements: usize,
    /// Salary figures.
    pub salary: usize,
}

/// A statement that is not what it was.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StatementChange<'a> {
    /// What becomes of it.
    pub change: Change,
    /// As it was; none where it was added.
    pub old: Option<Said<'a>>,
    /// As it is; none where it was removed.
    pub new: Option<Said<'a>>,
    /// How much the texts are alike, in percent; none where there is one text only, or the words do not matter.
    pub likeness: Option<u8>,
}

impl Changes<'_> {
    /// Whether nothing has changed.
    pub fn is_empty(&self) -> bool {
        self.entries().iter().all(|(_, entries)| entries.is_empty())
    }

    /// Every entry that is not what it was, by kind; the kinds are named in the singular.
    pub fn entries(&self) -> [(&'static str, &[EntryChange<'_>]); 6] {
        [
            ("role", &self.roles),
            ("pair", &self.pairs),
            ("position", &self.positions),
            ("topic", &self.topics),
            ("function", &self.functions),
            ("source", &self.sources),
        ]
    }
}

impl FieldChange<'_> {
    /// What becomes of it.
    pub const fn change(&self) -> Change {
        Change::between(self.old.is_some(), self.new.is_some())
    }
}

impl<'a> StatementChange<'a> {
    /// Where it stands, or stood where it was removed.
    pub fn said(&self) -> Option<&Said<'a>> {
        self.new.as_ref().or(self.old.as_ref())
    }

    /// What becomes of a statement that is in both versions; none where nothing does.
    fn between(old: Said<'a>, new: Said<'a>, likeness: Option<u8>) -> Option<Self> {
        let change = if old.place() != new.place() {
            Change::Moved
        } else if old.text != new.text {
            if old.part.is_keyed() { Change::Changed } else { Change::Reworded }
        } else if !old.has_sources_of(&new) {
            Change::Sources
        } else {
            return None;
        };
        let likeness = likeness.filter(|_| matches!(change, Change::Moved | Change::Reworded));
        Some(Self { change, old: Some(old), new: Some(new), likeness })
    }
}

/// What has changed from one version of a corpus to another.
///
/// What the corpus below has too, and neither version says itself, is left out.
pub fn diff<'a, 'c>(old: &'a Corpus, new: &'a Corpus, below: Option<&Corpus>, options: &Options) -> Changes<'a> {
    let versions = Versions { old, new, rarity: OnceCell::new() };
    let mut changes = Changes { roles: versions.roles(below, options), ..Changes::default() };
    let everything = options.roles.is_empty() && options.sections.is_empty();
    if options.roles.is_empty() && (everything || options.sections.contains(&Section::Together)) {
        changes.pairs = versions.pairs(below);
    }
    if everything {
        let positions = [old, new].map(|corpus| {
            corpus.posts.iter().filter(|post| corpus.roles.rank(&post.id).is_none()).map(|post| -> &'a Position { post })
        });
        let is_below = |post: &Position| {
            below.is_some_and(|below| below.roles.rank(&post.id).is_none() && below.posts.get(&post.id) == Some(post))
        };
        changes.positions = entries(own(positions, is_below), |post| &post.title, fields::of_position);
        changes.topics = terms([&old.topics, &new.topics], below.map(|below| &below.topics));
        changes.functions = terms([&old.functions, &new.functions], below.map(|below| &below.functions));
        let sources = [old, new].map(|corpus| corpus.sources.iter().map(|source| -> &'a Source { source }));
        let is_below = |source: &Source| below.is_some_and(|below| below.sources.get(&source.id) == Some(source));
        changes.sources = entries(own(sources, is_below), |source| &source.title, fields::of_source);
    }
    changes.counts = Counts::of(&changes);
    changes
}

/// An entry in one version or both, by its id.
type Own<'a, T> = BTreeMap<&'a str, [Option<&'a T>; 2]>;

/// What is in either version and not merely in the corpus below, in the order of ids.
fn own<'a, T: HasId + 'a>(versions: [impl Iterator<Item = &'a T>; 2], is_below: impl Fn(&T) -> bool) -> Own<'a, T> {
    let mut all: Own<T> = BTreeMap::new();
    for (side, entries) in versions.into_iter().enumerate() {
        for entry in entries.filter(|entry| !is_below(entry)) {
            all.entry(entry.id()).or_default()[side] = Some(entry);
        }
    }
    all
}

/// What becomes of entries that are nothing but fields.
fn entries<'a, T: PartialEq>(
    own: Own<'a, T>,
    title: impl Fn(&'a T) -> &'a str,
    fields: impl Fn(&'a T) -> Fields<'a>,
) -> Vec<EntryChange<'a>> {
    let change = |(id, versions): (&'a str, [Option<&'a T>; 2])| match versions {
        [Some(old), Some(new)] => {
            let fields = fields::changes(fields(old), fields(new));
            (!fields.is_empty()).then(|| EntryChange { fields, ..EntryChange::new(id, title(new), Change::Changed) })
        }
        [Some(old), None] => Some(EntryChange::new(id, title(old), Change::Removed)),
        [None, new] => Some(EntryChange::new(id, new.map_or(id, &title), Change::Added)),
    };
    own.into_iter().filter_map(change).collect()
}

/// What becomes of the terms of a vocabulary.
fn terms<'a, 'c, 'b>(versions: [&'a Catalog<Term>; 2], below: Option<&Catalog<Term>>) -> Vec<EntryChange<'a>> {
    let is_below = |term: &Term| below.is_some_and(|below| below.get(&term.id) == Some(term));
    let versions = versions.map(|terms| terms.iter().map(|term| -> &'a Term { term }));
    entries(own(versions, is_below), |term| &term.label, fields::of_term)
}

impl<'a> EntryChange<'a> {
    fn new(id: &'a str, title: &'a str, change: Change) -> Self {
        let nothing = Size { statements: 0, salary: 0 };
        Self {
            id,
            was: None,
            title,
            change,
            likeness: None,
            size: nothing,
            unchanged: nothing,
            fields: Vec::new(),
            statements: Vec::new(),
            salary: Vec::new(),
        }
    }

    /// Whether there is anything to tell of an entry in both versions.
    fn is_empty(&self) -> bool {
        self.change == Change::Changed && self.fields.is_empty() && self.statements.is_empty() && self.salary.is_empty()
    }
}

/// The two versions, and what their texts have in common.
struct Versions<'a> {
    old: &'a Corpus,
    new: &'a Corpus,
    /// How rare each word is; counted only when it is asked for, for it takes longer than all else where little has changed.
    rarity: OnceCell<Rarity>,
}

impl<'a> Versions<'a> {
    fn roles(&self, below: Option<&Corpus>, options: &Options) -> Vec<EntryChange<'a>> {
        let versions = [self.old, self.new].map(|corpus| {
            let is_own = move |role: &&Role| below.is_none_or(|below| corpus.origin(&role.id) != below.origin(&role.id));
            corpus.roles.iter().map(|role| -> &'a Role { role }).filter(is_own)
        });
        let is_wanted = |id: &str| options.roles.is_empty() || options.roles.iter().any(|wanted| wanted == id);
        let (mut both, mut removed, mut added) = (Vec::new(), Vec::new(), Vec::new());
        for versions in own(versions, |_| false).into_values() {
            match versions {
                [Some(old), Some(new)] => both.push((old, new)),
                [old, new] => {
                    removed.extend(old);
                    added.extend(new);
                }
            }
        }
        let mut changes: Vec<EntryChange> = Vec::new();
        let renamed = renamed::pairs(&removed, &added, [self.old, self.new]);
        let renamed_ids: HashSet<&str> = renamed.iter().flat_map(|pair| [&*removed[pair.old].id, &*added[pair.new].id]).collect();
        for Renamed { old, new, percent } in renamed {
            let (old, new) = (removed[old], added[new]);
            if is_wanted(&old.id) || is_wanted(&new.id) {
                let change = self.role(old, new, options);
                changes.push(EntryChange { was: Some(&old.id), change: Change::Renamed, likeness: Some(percent), ..change });
            }
        }
        for (corpus, roles, change) in [(self.old, removed, Change::Removed), (self.new, added, Change::Added)] {
            for role in roles.into_iter().filter(|role| is_wanted(&role.id) && !renamed_ids.contains(&*role.id)) {
                let size = Size { statements: said::of_role(corpus, role).len(), salary: role.salary.len() };
                changes.push(EntryChange { size, ..EntryChange::new(&role.id, &role.title, change) });
            }
        }
        let both = both.into_iter().filter(|(old, new)| old != new && is_wanted(&old.id));
        changes.extend(both.map(|(old, new)| self.role(old, new, options)).filter(|change| !change.is_empty()));
        changes.sort_by_key(|change| change.id);
        changes
    }

    /// What has changed in a role that is in both versions.
    fn role(&self, old: &'a Role, new: &'a Role, options: &Options) -> EntryChange<'a> {
        let wants = |section: Section| options.sections.is_empty() || options.sections.contains(&section);
        let mut change = EntryChange::new(&new.id, &new.title, Change::Changed);
        self.say(&mut change, said::of_role(self.old, old), said::of_role(self.new, new));
        let wants_either =
            |change: &StatementChange| [&change.old, &change.new].into_iter().flatten().any(|said| wants(said.part.section()));
        change.statements.retain(wants_either);
        if wants(Section::Overview) {
            change.fields = fields::changes(fields::of_role(old), fields::of_role(new));
        }
        if wants(Section::Salary) {
            (change.salary, change.unchanged.salary) = pay::changes(&old.salary, &new.salary);
            change.size.salary = new.salary.len();
        }
        change
    }

    fn pairs(&self, below: Option<&Corpus>) -> Vec<EntryChange<'a>> {
        let versions = [self.old, self.new].map(|corpus| corpus.pairs.iter().map(|pair| -> &'a Pair { pair }));
        let is_below = |pair: &Pair| below.is_some_and(|below| below.pairs.get(&pair.id) == Some(pair));
        let change = |(id, versions): (&'a str, [Option<&'a Pair>; 2])| {
            let new = |change| EntryChange::new(id, id, change);
            match versions {
                [Some(old), Some(new_pair)] => {
                    let mut change = new(Change::Changed);
                    if old != new_pair {
                        self.say(&mut change, said::of_pair(self.old, old), said::of_pair(self.new, new_pair));
                    }
                    change
                }
                [Some(old), None] => {
                    let size = Size { statements: said::of_pair(self.old, old).len(), salary: 0 };
                    EntryChange { size, ..new(Change::Removed) }
                }
                [None, pair] => {
                    let statements = pair.map_or(0, |pair| said::of_pair(self.new, pair).len());
                    EntryChange { size: Size { statements, salary: 0 }, ..new(Change::Added) }
                }
            }
        };
        own(versions, is_below).into_iter().map(change).filter(|change| !change.is_empty()).collect()
    }

    /// Notes which statements of two versions of an entry are not the same: list by list, first those in both versions, then
    /// those removed, then those added.
    fn say(&self, change: &mut EntryChange<'a>, old: Vec<Said<'a>>, new: Vec<Said<'a>>) {
        let matches = matching::matches(&old, &new, || self.rarity());
        change.size.statements = new.len();
        let [mut old, mut new] = [old, new].map(|all| all.into_iter().map(Some).collect::<Vec<_>>());
        for found in &matches {
            let two = old[found.old].take().zip(new[found.new].take());
            match two.and_then(|(old, new)| StatementChange::between(old, new, found.likeness)) {
                Some(statement) => change.statements.push(statement),
                None => change.unchanged.statements += 1,
            }
        }
        let alone = |change, old, new| StatementChange { change, old, new, likeness: None };
        change.statements.extend(old.into_iter().flatten().map(|said| alone(Change::Removed, Some(said), None)));
        change.statements.extend(new.into_iter().flatten().map(|said| alone(Change::Added, None, Some(said))));
        change.statements.sort_by_key(|statement| statement.said().map(|said| said.part.rank()));
    }

    /// How rare each word is among all statements of both versions, and of the corpus below; each counts once.
    fn rarity(&self) -> &Rarity {
        self.rarity.get_or_init(|| {
            let mut texts: HashSet<&str> = HashSet::default();
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

/// A part of a whole in percent, to one decimal place, so that every format shows the same number.
#[allow(clippy::cast_precision_loss)] // Pay is far below 2^52.
fn tenths(part: u64, whole: u64) -> f64 {
    (part as f64 / whole as f64 * 1000.0).round() / 10.0
}
