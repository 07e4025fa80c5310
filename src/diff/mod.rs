//! Changes between two versions of a corpus, as data.
//!
//! [`diff`] compares the user's own entries in either version, by id: roles, pairs, positions, topics, functions and sources.
//! The built-in corpus below both is left out. A role is compared with everything it takes over from the one it extends.
//!
//! # Statements
//!
//! Each statement of the new version of a role is paired with one of the old version:
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
mod matching;
mod pay;
mod renamed;
mod versions;

pub use change::{Change, FieldChange};
pub use changes::{Changes, Counts, EntryChange, EntryKind, Size, StatementChange};
pub use matching::{NEARLY_THE_SAME, SAME_TOPIC};
pub use pay::{AmountChange, FigureChange};
pub use renamed::MOSTLY_THE_SAME;
pub use versions::DiffOptions;

use std::collections::BTreeMap;

use crate::corpus::Corpus;
use crate::facets::Section;
use crate::model::{Position, Source, Term};
use versions::Versions;

/// The changes from one version of a corpus to another, without what both have from the corpus below.
pub fn diff<'a>(old: &'a Corpus, new: &'a Corpus, below: Option<&Corpus>, options: &DiffOptions) -> Changes<'a> {
    let versions = Versions { old, new, below };
    let everything = options.roles.is_empty() && options.sections.is_empty();
    let of_pairs = [Section::Differences, Section::InCommon].iter().any(|section| options.sections.contains(section));
    let mut changes: BTreeMap<EntryKind, Vec<EntryChange>> = EntryKind::ALL.map(|kind| (kind, Vec::new())).into();
    changes.insert(EntryKind::Role, versions.roles(options));
    if everything || (options.roles.is_empty() && of_pairs) {
        changes.insert(EntryKind::Pair, versions.pairs(options));
    }
    if everything {
        let without_profile = |corpus: &Corpus, post: &&Position| corpus.roles.get(&post.id).is_none();
        let positions = versions.entries(
            |corpus| corpus.posts.iter().filter(|post| without_profile(corpus, post)).collect(),
            |post: &Position| &post.title,
            &["title", "acronym", "alternate_titles"],
        );
        let label = |term: &'a Term| &*term.label;
        let topics = versions.entries(|corpus| corpus.topics.iter().collect(), label, &["label", "broader"]);
        let functions = versions.entries(|corpus| corpus.functions.iter().collect(), label, &["label", "broader"]);
        let sources = versions.entries(
            |corpus| corpus.sources.iter().collect(),
            |source: &Source| &source.title,
            &["title", "publisher", "url", "published", "grade", "note"],
        );
        changes.extend([
            (EntryKind::Position, positions),
            (EntryKind::Topic, topics),
            (EntryKind::Function, functions),
            (EntryKind::Source, sources),
        ]);
    }
    Changes::new(changes)
}
