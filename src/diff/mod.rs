//! Changes between two versions of a corpus, as data.
//!
//! [`diff`] compares what is people's own in either version, by id: roles, pairs, positions, topics, functions and sources.
//! The built-in corpus below both is left out. A role is compared with everything it takes over from the one it extends.
//!
//! # Statements
//!
//! Everything a role says is paired with what it said before, each thing once:
//!
//! 1. the very same text under the same topic of the same list: nothing has changed, or only its sources;
//! 2. degrees, years, lines, functions, career steps, contrasts, cases and questions by what they are about: *changed*;
//! 3. the very same text anywhere else in the role: *moved*;
//! 4. then the most alike: from [`SAME_TOPIC`] within one topic of one list, from
//!    [`likeness::THRESHOLD`](crate::likeness::THRESHOLD) within one list where at most one of the two has a topic, and from
//!    [`NEARLY_THE_SAME`] anywhere else. At one place that is *reworded*, else *moved*.
//!
//! The rest was *removed* or *added*. The order of statements, titles and sources means nothing and is not compared.
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
mod pay;
mod renamed;
mod said;
mod versions;

use std::collections::BTreeMap;

use serde::Serialize;

pub use counts::{Counts, Tally};
pub use fields::FieldChange;
pub use matching::{NEARLY_THE_SAME, SAME_TOPIC};
pub use pay::{AmountChange, FigureChange};
pub use renamed::MOSTLY_THE_SAME;
pub use said::{Part, Said};

use crate::corpus::{Catalog, Corpus, HasId};
use crate::facets::Section;
use crate::model::{Position, Source, Term};
use fields::Fields;
use versions::Versions;

/// What to compare.
#[derive(Debug, Clone, Default)]
pub struct DiffOptions {
    /// Only these roles, by an id of either version; without any, all roles and everything else.
    pub roles: Vec<String>,
    /// Only these sections of roles and pairs; without any, all sections and everything else.
    pub sections: Vec<Section>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// The same thing with other content.
    Changed,
    /// A role under another id.
    Renamed,
    /// A statement in other words.
    Reworded,
    /// A statement under another topic or in another list, in the same words or nearly.
    Moved,
    /// A statement with other sources and nothing else.
    Sources,
    /// Only in the old version.
    Removed,
    /// Only in the new version.
    Added,
}

impl Change {
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

    /// The change of a thing by the versions it is in.
    const fn between(is_old: bool, is_new: bool) -> Self {
        match (is_old, is_new) {
            (true, true) => Self::Changed,
            (true, false) => Self::Removed,
            (false, _) => Self::Added,
        }
    }
}

/// The changes between two versions, by id.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Changes<'a> {
    pub counts: Counts,
    pub roles: Vec<EntryChange<'a>>,
    pub pairs: Vec<EntryChange<'a>>,
    /// Positions without a profile.
    pub positions: Vec<EntryChange<'a>>,
    pub topics: Vec<EntryChange<'a>>,
    pub functions: Vec<EntryChange<'a>>,
    pub sources: Vec<EntryChange<'a>>,
}

/// An entry that was added, removed, renamed or changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EntryChange<'a> {
    /// The new one where it was renamed.
    pub id: &'a str,
    /// The old id where it was renamed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<&'a str>,
    /// Its title or label; of a pair, its id.
    pub title: &'a str,
    pub change: Change,
    /// How much of what it says is the same where it was renamed, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub likeness: Option<u8>,
    /// Of the new version, or of the old one where it was removed.
    pub size: Size,
    /// How much of that is the same in both versions.
    pub unchanged: Size,
    /// Empty, as the next two, where the entry is in one version only.
    pub fields: Vec<FieldChange>,
    /// List by list.
    pub statements: Vec<StatementChange<'a>>,
    pub salary: Vec<FigureChange<'a>>,
    /// Whether it says too much to look for what was reworded.
    #[serde(skip)]
    pub is_too_long: bool,
}

/// How much an entry says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Size {
    /// Statements, lines, degrees and all else that stands in lists.
    pub statements: usize,
    /// Salary figures.
    pub salary: usize,
}

/// A statement in one version only, or not the same in both.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StatementChange<'a> {
    pub change: Change,
    pub old: Option<Said<'a>>,
    pub new: Option<Said<'a>>,
    /// How much the texts are alike, in percent; none where there is one text only, or the words do not matter.
    pub likeness: Option<u8>,
}

impl Changes<'_> {
    pub fn is_empty(&self) -> bool {
        self.entries().iter().all(|(_, entries)| entries.is_empty())
    }

    /// Every entry by kind; the kinds are named in the singular.
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

impl FieldChange {
    pub const fn change(&self) -> Change {
        Change::between(self.old.is_some(), self.new.is_some())
    }
}

impl<'a> StatementChange<'a> {
    /// The new one, or the old one where it was removed.
    pub fn said(&self) -> Option<&Said<'a>> {
        self.new.as_ref().or(self.old.as_ref())
    }
}

impl<'a> EntryChange<'a> {
    fn new(id: &'a str, title: &'a str, change: Change) -> Self {
        let (size, unchanged) = (Size::default(), Size::default());
        let (fields, statements, salary) = (Vec::new(), Vec::new(), Vec::new());
        Self { id, was: None, title, change, likeness: None, size, unchanged, fields, statements, salary, is_too_long: false }
    }

    /// Whether nothing has changed in an entry of both versions.
    fn is_empty(&self) -> bool {
        self.change == Change::Changed && self.fields.is_empty() && self.statements.is_empty() && self.salary.is_empty()
    }
}

/// The changes from one version of a corpus to another, without what both have from the corpus below.
pub fn diff<'a>(old: &'a Corpus, new: &'a Corpus, below: Option<&Corpus>, options: &DiffOptions) -> Changes<'a> {
    let versions = Versions::new(old, new, below);
    let mut changes = Changes { roles: versions.roles(options), ..Changes::default() };
    let everything = options.roles.is_empty() && options.sections.is_empty();
    if everything
        || options.roles.is_empty()
            && options.sections.iter().any(|section| matches!(section, Section::Differences | Section::InCommon))
    {
        changes.pairs = versions.pairs();
    }
    if everything {
        let has_no_profile = |corpus: &Corpus, post: &Position| corpus.roles.rank(&post.id).is_none();
        let positions = [old, new].map(|corpus| corpus.posts.iter().filter(move |post| has_no_profile(corpus, post)));
        let is_below =
            |post: &Position| below.is_some_and(|below| has_no_profile(below, post) && below.posts.get(&post.id) == Some(post));
        changes.positions = entries(own(positions, is_below), |post| &post.title, fields::of_position);
        changes.topics = terms([&old.topics, &new.topics], below.map(|below| &below.topics));
        changes.functions = terms([&old.functions, &new.functions], below.map(|below| &below.functions));
        let is_below = |source: &Source| below.is_some_and(|below| below.sources.get(&source.id) == Some(source));
        let sources = [old, new].map(|corpus| corpus.sources.iter());
        changes.sources = entries(own(sources, is_below), |source| &source.title, fields::of_source);
    }
    changes.counts = Counts::of(&changes);
    changes
}

/// An entry in one version or both, by its id.
type Own<'a, T> = BTreeMap<&'a str, [Option<&'a T>; 2]>;

/// The entries of either version that are not merely in the corpus below.
fn own<'a, T: HasId + 'a>(versions: [impl Iterator<Item = &'a T>; 2], is_below: impl Fn(&T) -> bool) -> Own<'a, T> {
    let mut all: Own<T> = BTreeMap::new();
    for (side, entries) in versions.into_iter().enumerate() {
        for entry in entries.filter(|entry| !is_below(entry)) {
            all.entry(entry.id()).or_default()[side] = Some(entry);
        }
    }
    all
}

/// The changes of entries that are nothing but fields.
fn entries<'a, T>(own: Own<'a, T>, title: impl Fn(&'a T) -> &'a str, fields: impl Fn(&T) -> Fields) -> Vec<EntryChange<'a>> {
    let mut changes = Vec::new();
    for (id, [old, new]) in own {
        let title = new.or(old).map_or(id, &title);
        let mut change = EntryChange::new(id, title, Change::between(old.is_some(), new.is_some()));
        if let (Some(old), Some(new)) = (old, new) {
            change.fields = fields::changes(fields(old), fields(new));
        }
        changes.push(change);
    }
    changes.retain(|change| !change.is_empty());
    changes
}

/// The changes of a vocabulary.
fn terms<'a>(versions: [&'a Catalog<Term>; 2], below: Option<&Catalog<Term>>) -> Vec<EntryChange<'a>> {
    let is_below = |term: &Term| below.is_some_and(|below| below.get(&term.id) == Some(term));
    entries(own(versions.map(Catalog::iter), is_below), |term| &term.label, fields::of_term)
}
