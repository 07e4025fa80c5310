//! `roles check`: every problem of a corpus.

use std::path::PathBuf;

use clap::Args;

use super::{Context, CorpusArgs};
use crate::corpus::Files;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::error::Error;
use crate::render::draw;
use crate::report::{Answer, CheckReport, CodesReport};

#[derive(Debug, Args)]
#[command(after_help = "Every problem is reported at once, with its place and what to do. The files go on top of the \
built-in roles and may refer to them, unless --no-builtin.

Exit status: 0 sound, perhaps with warnings; 1 problems; 2 something could not be looked at.

Examples:
  roles check my-roles.yaml
  roles check company/ team.yaml --deny warnings
  roles check --corpus company/ team.yaml        team.yaml on top of company/
  roles check company/ --format json | jq '.problems[].code'")]
pub struct CheckArgs {
    /// Files and folders, each on top of the one before [default: those of --corpus or $ROLES_CORPUS]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Exit with status 1 for warnings too
    #[arg(long, value_name = "WHAT", value_parser = ["warnings"])]
    deny: Option<String>,

    /// List the code and meaning of every kind of problem
    #[arg(long, conflicts_with_all = ["paths", "deny"])]
    list_codes: bool,
}

impl CheckArgs {
    pub fn answer(&self, corpora: &CorpusArgs, context: &Context) -> Result<Answer<'static>, Error> {
        if self.list_codes {
            return Ok(Answer::report(CodesReport::default()));
        }
        let paths = match self.paths.as_slice() {
            [] => corpora.paths(context.terminal).to_vec(),
            paths => [&*corpora.corpora, paths].concat(),
        };
        if paths.is_empty() {
            return Err(nothing_to_check());
        }
        let files = Files::read(&paths);
        if files.is_empty() {
            return Err(nothing_read(&files.unread, context));
        }
        let (problems, found) = match files.load(corpora.base(), context.this_year()) {
            Ok(loaded) => (loaded.warnings, Some(loaded.found)),
            Err(problems) => (problems, None),
        };
        let negative = match problems.iter().map(Diagnostic::severity).min() {
            Some(Severity::Error) => true,
            Some(Severity::Warning) => self.deny.is_some(),
            None => false,
        };
        // These keep a file or folder from being read.
        let is_unread = |problem: &Diagnostic| matches!(problem.code, Code::Unreadable | Code::TooLarge | Code::NoCorpus);
        let incomplete = problems.iter().any(is_unread);
        let report = CheckReport::new(problems, found);
        // A page ends with the summary; rows have no room for one.
        let summary = (!context.is_for_people()).then(|| report.summary());
        Ok(Answer { incomplete, ..Answer::report(report).noting(summary).negative_if(negative) })
    }
}

fn nothing_read(problems: &[Diagnostic], context: &Context) -> Error {
    let drawn: String = problems.iter().map(|problem| draw(problem, context.error_style) + "\n").collect();
    Error::Worded(drawn + "error: nothing could be checked\n")
}

fn nothing_to_check() -> Error {
    let help = [
        "name a file or folder: roles check my-roles.yaml",
        "without one, those of --corpus or ROLES_CORPUS are checked",
        "the built-in corpus is checked by the project's own tests",
    ];
    Error::Request { message: "there is nothing to check".to_owned(), help: help.map(str::to_owned).to_vec() }
}
