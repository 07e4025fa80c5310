//! The arguments of commands that look into a corpus: which corpus it is about.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::corpus::{Corpus, Files, Loaded, Rules};
use crate::error::Error;
use crate::terminal::Terminal;

/// Which corpus to use.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Corpus")]
#[allow(clippy::doc_markdown)] // The comments are the help that people read.
pub struct CorpusArgs {
    /// Roles of your own, a file or a folder, on top of the built-in ones; may be repeated [default: $ROLES_CORPUS]
    #[arg(long = "corpus", value_name = "PATH")]
    corpora: Vec<PathBuf>,

    /// Leave the built-in roles out
    #[arg(long)]
    no_builtin: bool,
}

impl CorpusArgs {
    /// What the words of a line say that is not complete yet, and may be wrong elsewhere. Words are as the shell hands them
    /// over: still in quotes, and with a `~` for the home folder.
    pub fn of_words(words: &[OsString], home: Option<&Path>) -> Self {
        let mut typed = Self::default();
        let mut words = words.iter().map(|word| word.to_string_lossy()).peekable();
        while let Some(word) = words.next() {
            match &*word {
                "--" => break,
                "--no-builtin" => typed.no_builtin = true,
                "--corpus" => typed.corpora.extend(words.next().map(|path| unquoted(&path, home))),
                _ => typed.corpora.extend(word.strip_prefix("--corpus=").map(|path| unquoted(path, home))),
            }
        }
        typed
    }

    /// The files of people's own corpora: those of the flag, else those of `ROLES_CORPUS`; none when there are none.
    ///
    /// # Errors
    /// When one cannot be read, or when nothing would be left to answer from.
    pub fn files(&self, terminal: &Terminal) -> Result<Option<Files>, Error> {
        let paths = self.paths(terminal);
        if paths.is_empty() {
            return if self.no_builtin { Err(nothing_left()) } else { Ok(None) };
        }
        Files::read(paths).map(Some).map_err(Error::Corpus)
    }

    /// The files of the flag alone, if there are any: what two versions of a corpus both lie on.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn files_below(&self) -> Result<Option<Files>, Error> {
        let some = (!self.corpora.is_empty()).then(|| Files::read(&self.corpora));
        some.transpose().map_err(Error::Corpus)
    }

    /// The files of the flag and those of another path on top of them.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn files_below_and(&self, path: &Path) -> Result<Files, Error> {
        let paths: Vec<&Path> = self.corpora.iter().map(PathBuf::as_path).chain([path]).collect();
        Files::read(&paths).map_err(Error::Corpus)
    }

    /// Whether the built-in corpus lies below everything.
    pub const fn has_builtin(&self) -> bool {
        !self.no_builtin
    }

    /// Loads the files on top of the built-in corpus, or alone.
    ///
    /// # Errors
    /// When they are not sound.
    pub fn load<'a>(&self, files: &'a Files, built_in: impl FnOnce() -> &'static Corpus) -> Result<Loaded, Error> {
        files.load(self.base(built_in), &Rules::default()).map_err(Error::Corpus)
    }

    /// The paths of people's own corpora: those of the flag, else those of `ROLES_CORPUS`.
    pub fn paths<'p>(&'p self, terminal: &'p Terminal) -> &'p [PathBuf] {
        if self.corpora.is_empty() { &terminal.corpora_wanted } else { &self.corpora }
    }

    /// The paths of the flag, with more on top of them; without any more, as [`CorpusArgs::paths`].
    pub(super) fn paths_below(&self, more: &[PathBuf], terminal: &Terminal) -> Vec<PathBuf> {
        if more.is_empty() { self.paths(terminal).to_vec() } else { [&*self.corpora, more].concat() }
    }

    /// What the files lie on.
    pub(super) fn base<T>(&self, built_in: impl FnOnce() -> T) -> Option<T> {
        (!self.no_builtin).then(built_in)
    }
}

/// A path as a shell would understand it.
fn unquoted(word: &str, home: Option<&Path>) -> PathBuf {
    match (word.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(unquoted(rest, None)),
        _ if Path::new(word).exists() => word.into(),
        _ => match shlex::split(word).as_deref() {
            Some([path]) => path.into(),
            _ => word.into(),
        },
    }
}

fn nothing_left() -> Error {
    let help = vec!["name a corpus with --corpus PATH or ROLES_CORPUS".to_owned()];
    Error::Request { message: "--no-builtin leaves nothing to answer from".to_owned(), help }
}
