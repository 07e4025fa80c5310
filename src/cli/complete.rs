//! Completes a line that is being typed, when a shell asks.

use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use clap::builder::PossibleValue;
use clap_complete::{ArgValueCandidates, ArgValueCompleter, CompletionCandidate};

use super::definition;
use crate::commands::{CorpusArgs, Named, Shell, Verb, register};
use crate::corpus::Corpus;
use crate::error::{Error, Outcome};
use crate::terminal::Terminal;

/// Any switch that every verb has and that takes no value.
const SWITCH: &str = "--ascii";

/// Where the values of arguments come from.
struct Values {
    corpora: CorpusArgs,
    terminal: Terminal,
    built_in: fn() -> &'static Corpus,
    words: Vec<OsString>,
    verbs: Vec<String>,
}

/// Writes what may stand where the cursor is, in the form of a shell; without a line, the script that makes that shell ask.
///
/// Nothing is said of what is wrong with the line or a corpus: people are in the middle of typing.
///
/// # Errors
/// When writing fails.
pub fn complete(
    shell: Shell,
    args: &[OsString],
    terminal: &Terminal,
    built_in: fn() -> &'static Corpus,
    out: &mut dyn Write,
) -> Result<Outcome, Error> {
    let mut parts = args.splitn(2, |arg| arg == "--");
    let (program, line) = (parts.next().and_then(<[_]>::first), parts.next());
    let Some(line) = line.filter(|line| !line.is_empty()) else {
        return register(shell, program.map_or(OsStr::new("roles"), |program| program), out);
    };
    let line = if shell == Shell::Bash { without_equals_signs(line) } else { line.to_vec() };
    let definition = definition();
    let home = terminal.completing.as_ref().and_then(|request| request.home.as_deref());
    let values = Values {
        corpora: CorpusArgs::of_words(&line, home),
        terminal: terminal.clone(),
        built_in,
        words: line.clone(),
        verbs: definition.get_subcommands().map(|verb| verb.get_name().to_owned()).collect(),
    };
    let mut definition = bind(definition, &Arc::new(values));
    let mut page = Vec::new();
    let negative = shell.completer().write_complete(&mut definition, line, Some(Path::new(".")), &mut page).is_err();
    out.write_all(if negative { &[] } else { &page })?;
    out.flush()?;
    Ok(Outcome { negative, remarks: Vec::new() })
}

/// Bash makes three words of `--section=duties`. Here they become as many, with a meaning that is the same.
fn without_equals_signs(line: &[OsString]) -> Vec<OsString> {
    let mut line = line.to_vec();
    for at in 1..line.len().saturating_sub(1) {
        let is_option = line[at - 1].to_str().is_some_and(|word| word.starts_with("--") && word.len() > 2);
        if is_option && line[at] == "=" {
            line[at] = std::mem::replace(&mut line[at - 1], SWITCH.into());
        }
    }
    line
}

/// Lets the arguments that name something find its names.
fn bind(command: clap::Command, values: &Arc<Values>) -> clap::Command {
    let bound = command.mut_args(|argument| {
        if argument.get::<Verb>().is_some() {
            let verbs = values.verbs.clone();
            return argument.add(ArgValueCandidates::new(move || verbs.iter().map(CompletionCandidate::new).collect()));
        }
        let named = argument.get::<Named>().copied();
        let list = match argument.get_value_delimiter() {
            Some(delimiter) => List::Within(delimiter),
            None if argument.is_positional() => List::OfWords,
            None => List::No,
        };
        let words = argument.get_possible_values();
        let values = Arc::clone(values);
        match (named, list) {
            (Some(named), list) => {
                argument.add(ArgValueCompleter::new(move |word: &OsStr| values.of(values.names(named, word), word, list)))
            }
            // Of other words clap does not know that each is wanted once.
            (None, List::Within(_)) if !words.is_empty() => {
                argument.add(ArgValueCompleter::new(move |word: &OsStr| values.of(begun(&words, word), word, list)))
            }
            _ => argument,
        }
    });
    bound.mut_subcommands(|verb| bind(verb, values))
}

/// Where the other members stand of the list that a word belongs to.
#[derive(Clone, Copy)]
enum List {
    /// It belongs to none.
    No,
    /// On the line.
    OfWords,
    /// Before it in the same word, each followed by this.
    Within(char),
}

/// Of the words that an argument takes, those that begin as a word does.
fn begun(words: &[PossibleValue], word: &OsStr) -> Vec<(String, String)> {
    let word = word.to_string_lossy().to_lowercase();
    let begins = |name: &str| name.to_lowercase().starts_with(&word);
    let shown = words.iter().filter(|value| !value.is_hide_set() && begins(value.get_name()));
    shown.map(|value| (value.get_name().to_owned(), value.get_help().map(ToString::to_string).unwrap_or_default())).collect()
}

impl Values {
    /// The names of a kind that begin as a word does.
    fn names(&self, named: Named, word: &OsStr) -> Vec<(String, String)> {
        self.ask(|corpus| named.candidates(corpus, &word.to_string_lossy()))
    }

    /// Candidates without those that stand in a list already.
    fn of(&self, candidates: Vec<(String, String)>, word: &OsStr, list: List) -> Vec<CompletionCandidate> {
        let typed: Vec<&str> = match list {
            List::No => Vec::new(),
            List::OfWords => {
                let mut others: Vec<&str> = self.words.iter().filter_map(|word| word.to_str()).collect();
                // The word itself is no other.
                others.iter().rposition(|other| word == *other).map(|at| others.remove(at));
                others
            }
            List::Within(delimiter) => {
                let lists = self.words.iter().filter_map(|word| word.to_str()?.rsplit_once(delimiter));
                lists.filter(|(_, last)| word == *last).flat_map(|(others, _)| others.split(delimiter)).collect()
            }
        };
        // `--section=duties,skills` is one word.
        let is_typed = |id: &str| typed.iter().any(|typed| typed.rsplit('=').next().is_some_and(|typed| typed == id));
        let new = candidates.into_iter().filter(|(id, _)| !is_typed(id));
        new.map(|(id, help)| CompletionCandidate::new(id).help((!help.is_empty()).then(|| help.into()))).collect()
    }

    /// Asks the corpus in use. One that is not sound is left aside, and so is what is neither a file nor a folder: it might keep
    /// people waiting, or be gone when it is read again.
    fn ask<T: Default>(&self, question: impl Fn(&Corpus) -> T) -> T {
        let paths = self.corpora.paths(&self.terminal);
        if paths.iter().any(|path| path.exists() && !path.is_file() && !path.is_dir()) {
            return self.ask_built_in(question);
        }
        let Ok(Some(files)) = self.corpora.files(&self.terminal) else { return self.ask_built_in(question) };
        match self.corpora.load(&files, self.built_in) {
            Ok(loaded) => question(&loaded.corpus),
            Err(_) => self.ask_built_in(question),
        }
    }

    fn ask_built_in<T: Default>(&self, question: impl Fn(&Corpus) -> T) -> T {
        if self.corpora.has_builtin() { question((self.built_in)()) } else { T::default() }
    }
}
