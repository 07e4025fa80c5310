//! Names of the corpus in use, for shells to complete.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use clap_complete::ArgValueCandidates;
use clap_complete::engine::CompletionCandidate;

use super::CorpusArgs;
use crate::builtin;
use crate::corpus::Corpus;
use crate::terminal::Terminal;
use crate::text::{clean, shorten};

/// The corpus of `ROLES_CORPUS`, when it is sound, else the built-in one.
fn corpus() -> &'static Corpus {
    static OWN: LazyLock<Option<Corpus>> = LazyLock::new(|| CorpusArgs::default().load(&Terminal::of_process()).ok().flatten());
    OWN.as_ref().unwrap_or_else(|| builtin::corpus())
}

fn candidate(id: &str, help: &str) -> CompletionCandidate {
    /// Longer titles crowd the word they explain.
    const LONGEST_HELP: usize = 80;
    let help = clean(&shorten(help, LONGEST_HELP)).into_owned();
    CompletionCandidate::new(id).help((!help.is_empty()).then(|| help.into()))
}

/// Declares completers, each for the names of one kind.
macro_rules! candidates {
    ($($name:ident: |$corpus:ident| $all:expr;)+) => {$(
        pub(super) fn $name() -> ArgValueCandidates {
            ArgValueCandidates::new(|| {
                let $corpus = corpus();
                $all.map(|(id, help)| candidate(id, help)).collect()
            })
        }
    )+};
}

candidates! {
    roles: |corpus| corpus.roles.iter().map(|role| (role.id.as_str(), role.title.as_str()));
    posts: |corpus| corpus.posts.iter().map(|post| (post.id.as_str(), post.title.as_str()));
    functions: |corpus| corpus.functions.iter().map(|function| (function.id.as_str(), function.label.as_str()));
    charges: |corpus| {
        let functions = corpus.functions.iter().map(|function| (function.id.as_str(), function.label.as_str()));
        functions.chain(corpus.posts.iter().map(|post| (post.id.as_str(), post.title.as_str())))
    };
    topics: |corpus| corpus.topics.iter().map(|topic| (topic.id.as_str(), topic.label.as_str()));
    sources: |corpus| corpus.sources.iter().map(|source| (source.id.as_str(), source.title.as_str()));
    currencies: |corpus| {
        let codes: BTreeSet<&str> = corpus.roles.iter().flat_map(|role| &role.salary).map(|figure| &*figure.currency).collect();
        codes.into_iter().map(|code| (code, ""))
    };
}
