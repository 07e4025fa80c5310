//! `roles diff`: what has changed between two versions of people's own roles.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{CorpusArgs, Named, OutputArgs};
use crate::corpus::{Corpus, Loaded};
use crate::diff::{Options, diff};
use crate::error::{Error, Outcome};
use crate::facets::Section;
use crate::report::ChangesReport;
use crate::terminal::Terminal;

/// What is said where nothing has changed.
const NO_DIFFERENCES: &str = "no differences";

/// The arguments of `roles diff`.
#[derive(Debug, Args)]
#[command(after_help = "OLD and NEW are whole corpora; ROLES_CORPUS is not looked at. Only what is
theirs is told, and order means nothing.

Signs: + added; - removed; ~ changed, reworded or with other sources;
> moved to another topic or list, or renamed.

Examples:
  roles diff old/ new/
  roles diff <(git show HEAD:roles.yaml) roles.yaml
  roles diff old/ new/ --role coo --section duties,salary
  roles diff old/ new/ --format markdown > changes.md")]
pub struct DiffArgs {
    /// The corpus as it was: a file or a folder
    #[arg(value_name = "OLD")]
    old: PathBuf,

    /// The corpus as it is
    #[arg(value_name = "NEW")]
    new: PathBuf,

    /// Only these roles, by id, acronym or title, separated by commas
    #[arg(long, short, value_name = "ROLE", value_delimiter = ',', add = Named::Role)]
    role: Vec<String>,

    /// Only these sections, separated by commas; titles and the like are the overview
    #[arg(long, short, value_name = "SECTION", value_delimiter = ',', ignore_case = true)]
    section: Vec<Section>,

    /// Exit with status 1 when anything has changed
    #[arg(long)]
    exit_code: bool,
}

impl DiffArgs {
    /// Loads both versions, compares them and writes the answer.
    ///
    /// # Errors
    /// When one of them is not sound, a name is no role's, or writing fails.
    pub fn run(
        &self,
        corpora: &CorpusArgs,
        built_in: impl Fn() -> &'static Corpus,
        output: &OutputArgs,
        terminal: &Terminal,
        out: &mut dyn Write,
    ) -> Result<Outcome, Error> {
        let below_files = corpora.files_below()?;
        let below = below_files.as_ref().map(|files| corpora.load(files, &built_in)).transpose()?;
        let read = |path: &Path, name| corpora.files_below_and(path).map_err(|error| named(error, name));
        let files = both(read(&self.old, "OLD"), read(&self.new, "NEW"))?;
        let load = |files, name| corpora.load(files, &built_in).map_err(|error| named(error, name));
        let [old, new] = both(load(&files[0], "OLD"), load(&files[1], "NEW"))?.map(|loaded: Loaded| loaded.corpus);
        let options = Options { roles: self.roles(&old, &new)?, sections: self.section.clone() };
        let changes = match &below {
            Some(below) => diff(&old, &new, Some(&below.corpus), &options),
            None => diff(&old, &new, corpora.has_builtin().then(&built_in), &options),
        };
        let names = [self.old.to_string_lossy(), self.new.to_string_lossy()];
        output.write(&ChangesReport::new(&changes, [&names[0], &names[1]]), terminal, out)?;
        let remarks = if changes.is_empty() { vec![NO_DIFFERENCES.to_owned()] } else { Vec::new() };
        Ok(Outcome { negative: self.exit_code && !changes.is_empty(), remarks })
    }

    /// The ids of the roles asked for, in whichever version they are.
    fn roles(&self, old: &Corpus, new: &Corpus) -> Result<Vec<String>, Error> {
        let find = |name: &String| match (new.find_role(name), old.find_role(name)) {
            (Err(error), Err(_)) => Err(Error::from(error)),
            (new, old) => Ok([new, old].into_iter().flatten().map(|role| role.id.to_string()).collect::<Vec<_>>()),
        };
        Ok(self.role.iter().map(find).collect::<Result<Vec<_>, _>>()?.concat())
    }
}

/// Two things, or the problems of both in one go.
fn both<T>(old: Result<T, Error>, new: Result<T, Error>) -> Result<[T; 2], Error> {
    match (old, new) {
        (Ok(old), Ok(new)) => Ok([old, new]),
        (Err(Error::Corpus(mut problems)), Err(Error::Corpus(more))) => {
            problems.extend(more);
            Err(Error::Corpus(problems))
        }
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
}

/// The same problems, each saying in which of the two versions it is.
fn named(error: Error, name: &str) -> Error {
    let Error::Corpus(mut problems) = error else { return error };
    for problem in &mut problems {
        problem.message = format!("in {name}: {}", problem.message);
    }
    Error::Corpus(problems)
}
