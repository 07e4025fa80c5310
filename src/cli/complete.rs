//! Completes a line that is being typed, when a shell asks.

use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

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
    built_in: fn() -> &'static Corpus<'static>,
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
    built_in: fn() -> &'static Corpus<'static>,
    out: &mut dyn Write,
) -> Result<Outcome, Error> {
    let mut parts = args.splitn(2, |arg| arg == "--");
    let (program, line) = (parts.next().and_then(<[_]>::first), parts.next());
    let Some(line) = line.filter(|line| !line.is_empty()) else {
        return register(shell, program.map_or(OsStr::new("roles"), |program| program), out);
    };
    let line = if shell == Shell::Bash { without_equals_signs(line) } else { line.to_vec() };
    // Built, every verb has the common arguments too, which then can be told where their values come from.
    let mut definition = definition();
    definition.build();
    let home = terminal.completing.as_ref().and_then(|request| request.home.as_deref());
    let values = Values {
        corpora: CorpusArgs::of_words(&line, home),
        terminal: terminal.clone(),
        built_in,
        words: line.clone(),
        verbs: definition.get_subcommands().map(|verb| verb.get_name().to_owned()).filter(|verb| verb != "help").collect(),
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
        let Some(named) = argument.get::<Named>().copied() else { return argument };
        let values = Arc::clone(values);
        let is_list = argument.is_positional();
        argument.add(ArgValueCompleter::new(move |word: &OsStr| values.of(named, word, is_list)))
    });
    bound.mut_subcommands(|verb| bind(verb, values))
}

impl Values {
    /// The names of a kind that begin as a word does. In a list of names, those that stand in it already are left out.
    fn of(&self, named: Named, word: &OsStr, is_list: bool) -> Vec<CompletionCandidate> {
        let candidates = self.ask(|corpus| named.candidates(corpus, &word.to_string_lossy()));
        let typed = |id: &str| self.words.iter().filter(|word| *word == id).count();
        let is_new = |id: &str| !is_list || typed(id) == usize::from(word == id);
        let new = candidates.into_iter().filter(|(id, _)| is_new(id));
        new.map(|(id, help)| CompletionCandidate::new(id).help(Some(help.into()))).collect()
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
