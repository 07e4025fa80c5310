//! Names of the corpus in use, for shells to complete.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::sync::LazyLock;

use clap_complete::ArgValueCompleter;
use clap_complete::engine::CompletionCandidate;

use super::CorpusArgs;
use crate::builtin;
use crate::corpus::Corpus;
use crate::terminal::Terminal;
use crate::text::{clean, shorten};

/// The corpus of `--corpus` on the line, else that of `ROLES_CORPUS`, when it is sound; else the built-in one.
fn corpus() -> &'static Corpus {
    static OWN: LazyLock<Option<Corpus>> = LazyLock::new(|| typed().load(&Terminal::of_process()).ok().flatten());
    OWN.as_ref().unwrap_or_else(|| builtin::corpus())
}

/// The corpora that the line names so far. It may be incomplete, so clap cannot read it.
fn typed() -> CorpusArgs {
    let words: Vec<String> = std::env::args().collect();
    let path = |(i, word): (usize, &String)| match word.strip_prefix("--corpus=") {
        Some(path) => Some(path.into()),
        None => words.get(i + 1).filter(|_| word == "--corpus").map(Into::into),
    };
    CorpusArgs {
        corpora: words.iter().enumerate().filter_map(path).collect(),
        no_builtin: words.iter().any(|word| word == "--no-builtin"),
    }
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
        pub(super) fn $name() -> ArgValueCompleter {
            ArgValueCompleter::new(|word: &OsStr| {
                let (word, $corpus) = (word.to_string_lossy().to_ascii_lowercase(), corpus());
                let begun = $all.filter(|(id, _)| id.to_ascii_lowercase().starts_with(&word));
                begun.map(|(id, help)| candidate(id, help)).collect()
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
