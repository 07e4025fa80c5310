//! `roles diff`: the changes between two versions of a corpus.

use std::path::PathBuf;

use clap::Args;

use super::{CorpusArgs, complete};
use crate::corpus::Corpus;
use crate::diagnostic::Diagnostic;
use crate::diff::DiffOptions;
use crate::error::Error;
use crate::facets::Section;
use crate::report::{Answer, ChangesReport};

#[derive(Debug, Args)]
#[command(
    after_help = "OLD and NEW are whole corpora; ROLES_CORPUS is ignored. Only their own entries are compared, and order means \
nothing.

Signs: + added; - removed; ~ changed, reworded or with other sources; > moved to another topic or list, or renamed.

Examples:
  roles diff old/ new/
  roles diff <(git show HEAD:roles.yaml) roles.yaml
  roles diff old/ new/ --role coo --section duties,salary
  roles diff old/ new/ --format markdown > changes.md"
)]
pub struct DiffArgs {
    /// The corpus as it was: a file or a folder
    #[arg(value_name = "OLD")]
    old: PathBuf,

    /// The corpus as it is
    #[arg(value_name = "NEW")]
    new: PathBuf,

    /// Only these roles, by id, acronym or title, separated by commas
    #[arg(long, short, value_name = "ROLE", value_delimiter = ',', add = complete::roles())]
    role: Vec<String>,

    /// Only these sections, separated by commas; titles belong to the overview
    #[arg(long, short, value_name = "SECTION", value_delimiter = ',', ignore_case = true)]
    section: Vec<Section>,

    /// Exit with status 1 when anything has changed
    #[arg(long)]
    exit_code: bool,
}

impl DiffArgs {
    /// # Errors
    /// When a version is not sound, or a name is no role's.
    pub fn answer(&self, corpora: &CorpusArgs) -> Result<Answer<'static>, Error> {
        let below = if corpora.corpora.is_empty() { None } else { Some(corpora.load_files(&corpora.corpora)?) };
        let (mut versions, mut problems) = (Vec::new(), Vec::new());
        for (path, name) in [(&self.old, "OLD"), (&self.new, "NEW")] {
            let paths = [corpora.corpora.as_slice(), std::slice::from_ref(path)].concat();
            match corpora.load_files(&paths) {
                Ok(corpus) => versions.push(corpus),
                Err(Error::Corpus(found)) => problems.extend(
                    found.into_iter().map(|problem| Diagnostic { message: format!("in {name}: {}", problem.message), ..problem }),
                ),
                Err(error) => return Err(error),
            }
        }
        let Ok([old, new]) = <[Corpus; 2]>::try_from(versions) else { return Err(Error::Corpus(problems)) };
        let options = DiffOptions { roles: self.roles(&old, &new)?, sections: self.section.clone() };
        let names = [&self.old, &self.new].map(|path| path.to_string_lossy().into_owned());
        let report = ChangesReport { old, new, below, built_in: corpora.base(), options, names };
        let is_empty = report.changes().is_empty();
        let notice = is_empty.then(|| "no differences".to_owned());
        Ok(Answer::report(report).noting(notice).negative_if(self.exit_code && !is_empty))
    }

    /// The ids of the roles asked for, in whichever version they are.
    fn roles(&self, old: &Corpus, new: &Corpus) -> Result<Vec<String>, Error> {
        let find = |name: &String| match (new.find_role(name), old.find_role(name)) {
            (Err(error), Err(_)) => Err(error),
            (new, old) => Ok([new, old].into_iter().flatten().map(|role| role.id.clone()).collect::<Vec<_>>()),
        };
        Ok(self.role.iter().map(find).collect::<Result<Vec<_>, _>>()?.concat())
    }
}
