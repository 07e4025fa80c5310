//! The options that choose a corpus.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::builtin;
use crate::corpus::{Corpus, Files};
use crate::error::Error;
use crate::terminal::Terminal;
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Corpus")]
pub struct CorpusArgs {
    /// Roles of your own, a file or a folder, on top of the built-in ones; may be repeated [default: $ROLES_CORPUS]
    #[arg(long = "corpus", value_name = "PATH", global = true)]
    pub corpora: Vec<PathBuf>,

    /// Leave out the built-in roles
    #[arg(long, global = true)]
    pub no_builtin: bool,
}

impl CorpusArgs {
    /// The user's own corpora, on top of the built-in one or alone; none when there is only the built-in one.
    ///
    /// # Errors
    /// When a corpus cannot be read or is not sound, or when nothing is left to answer from.
    pub fn load(&self, terminal: &Terminal) -> Result<Option<Corpus>, Error> {
        match self.paths(terminal) {
            [] if self.no_builtin => Err(nothing_left()),
            [] => Ok(None),
            paths => self.load_files(paths).map(Some),
        }
    }

    /// Some files on top of the built-in corpus, or alone.
    ///
    /// # Errors
    /// When they cannot be read or are not sound.
    pub fn load_files<P: AsRef<Path>>(&self, paths: &[P]) -> Result<Corpus, Error> {
        Files::read(paths).load(self.base(), None).map(|loaded| loaded.corpus).map_err(Error::Corpus)
    }

    /// The paths of the user's own corpora: those of the option, else those of `ROLES_CORPUS`.
    pub fn paths<'p>(&'p self, terminal: &'p Terminal) -> &'p [PathBuf] {
        if self.corpora.is_empty() { &terminal.corpora_wanted } else { &self.corpora }
    }

    /// The corpus below the files.
    pub fn base(&self) -> Option<&'static Corpus> {
        (!self.no_builtin).then(builtin::corpus)
    }
}

fn nothing_left() -> Error {
    let help = vec!["name a corpus with --corpus PATH or ROLES_CORPUS".to_owned()];
    Error::Request { message: "--no-builtin leaves nothing to answer from".to_owned(), help }
}
