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

mod change;
mod changes;
mod fields;
mod matching;
mod pay;
mod renamed;
mod said;
mod versions;

pub use change::Change;
pub use changes::{Changes, Counts, DiffOptions, EntryChange, Size, StatementChange, Tally};
pub use fields::FieldChange;
pub use matching::{NEARLY_THE_SAME, SAME_TOPIC};
pub use pay::{AmountChange, FigureChange};
pub use renamed::MOSTLY_THE_SAME;
pub use said::{Part, Said};

use crate::corpus::{Catalog, Corpus};
use crate::facets::Section;
use crate::model::{Position, Source, Term};
use fields::Fields;
use versions::{Own, Versions, own};

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
