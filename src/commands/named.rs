//! What the values of arguments name in a corpus, so that shells can complete them.

use std::collections::BTreeSet;

use clap::builder::ArgExt;

use crate::corpus::Corpus;
use crate::text::{clean, shorten};

/// More of a title than this is of no help beside the word it explains.
const LONGEST_HELP: usize = 80;

/// The kind of thing that an argument names; hung on its definition with `add`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A role with a profile.
    Role,
    /// A role, or a position without a profile.
    Post,
    /// A function, role or position that somebody may have in their charge.
    Charge,
    /// A business function.
    Function,
    /// A topic of statements.
    Topic,
    /// A source.
    Source,
    /// A currency that figures are in.
    Currency,
}

impl ArgExt for Named {}

impl Named {
    /// Every id of the kind that begins as a word does in any case, in the order of the corpus, each with what it stands for,
    /// safe to print and on one line.
    pub fn candidates(self, corpus: &Corpus, word: &str) -> Vec<(String, String)> {
        let word = word.to_ascii_lowercase();
        let posts = || corpus.posts.iter().map(|post| (post.id.as_str(), post.title.as_str()));
        let functions = || corpus.functions.iter().map(|function| (function.id.as_str(), function.label.as_str()));
        let all: Vec<(&str, &str)> = match self {
            Self::Role => posts().filter(|(id, _)| corpus.roles.rank(id).is_some()).collect(),
            Self::Post => posts().collect(),
            Self::Charge => functions().chain(posts()).collect(),
            Self::Function => functions().collect(),
            Self::Topic => corpus.topics.iter().map(|topic| (topic.id.as_str(), topic.label.as_str())).collect(),
            Self::Currency => currencies(corpus),
            Self::Source => corpus.sources.iter().map(|source| (source.id.as_str(), source.title.as_str())).collect(),
        };
        let begun = all.into_iter().filter(|(id, _)| id.to_ascii_lowercase().starts_with(&word));
        begun.map(|(id, help)| (id.to_owned(), clean(&shorten(help, LONGEST_HELP)).into_owned())).collect()
    }
}

/// The currencies of published figures; their codes say all.
fn currencies<'c>(corpus: &'c Corpus) -> Vec<(&'c str, &'c str)> {
    let codes: BTreeSet<&str> = corpus.roles.iter().flat_map(|role| &role.salary).map(|figure| &*figure.currency).collect();
    codes.into_iter().map(|code| (code, "")).collect()
}
