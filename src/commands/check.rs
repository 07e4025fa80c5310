//! `roles check`: what is wrong with a corpus.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::{CorpusArgs, OutputArgs};
use crate::corpus::{Corpus, Files, Rules};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::error::{Error, Outcome};
use crate::render;
use crate::report::{CheckReport, CodesReport};
use crate::terminal::Terminal;

/// The arguments of `roles check`.
#[derive(Debug, Args)]
#[command(after_help = "Every problem is reported at once, with its place and what to do. The files lie on top of the
built-in roles and may refer to them, unless --no-builtin. The built-in corpus itself needs no
check: it was checked when the program was built.

Exit status: 0 sound, perhaps with warnings; 1 problems; 2 something could not be looked at.

Examples:
  roles check my-roles.yaml
  roles check company/ team.yaml --deny warnings
  roles check --corpus company/ team.yaml        team.yaml on top of company/
  roles check company/ --format json | jq '.problems[].code'")]
#[allow(clippy::doc_markdown)] // The comments are the help that people read.
pub struct CheckArgs {
    /// Files and folders, each on top of those before [default: those of --corpus or $ROLES_CORPUS]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// What else is to end in exit status 1
    #[arg(long, value_name = "WHAT")]
    deny: Option<Deny>,

    /// List the codes of all kinds of problems, with what they mean
    #[arg(long, conflicts_with_all = ["paths", "deny"])]
    list_codes: bool,
}

/// What can be denied beside errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deny {
    /// Problems that do not stand in the way.
    Warnings,
}

impl CheckArgs {
    /// Reads and checks the files and writes what is wrong with them.
    ///
    /// # Errors
    /// When there is nothing to check, something cannot be read, or writing fails.
    pub fn run(
        &self,
        corpora: &CorpusArgs,
        built_in: impl FnOnce() -> &'static Corpus,
        output: &OutputArgs,
        terminal: &Terminal,
        out: &mut dyn Write,
    ) -> Result<Outcome, Error> {
        if self.list_codes {
            output.write(&CodesReport::new(), terminal, out)?;
            return Ok(Outcome::default());
        }
        let paths = corpora.paths_below(&self.paths, terminal);
        if paths.is_empty() {
            return Err(nothing_to_check());
        }
        let (files, unread) = Files::readable(&paths);
        if files.is_empty() {
            return Err(nothing_read(unread, output, terminal));
        }
        let rules = Rules { this_year: terminal.this_year };
        let (mut problems, found) = match files.load(corpora.base(built_in), &rules) {
            Ok(loaded) => (loaded.warnings, Some(loaded.found).filter(|_| unread.is_empty())),
            Err(problems) => (problems, None),
        };
        problems.extend(unread);
        problems.sort_by(|a, b| (&a.spot, a.code).cmp(&(&b.spot, b.code)));
        let worst = problems.iter().map(Diagnostic::severity).min();
        let negative = match worst {
            Some(Severity::Error) => true,
            Some(Severity::Warning) => self.deny == Some(Deny::Warnings),
            None => false,
        };
        let is_incomplete = problems.iter().any(|problem| was_not_looked_at(problem.code));
        let report = CheckReport::new(problems, found);
        output.write(&report, terminal, out)?;
        // People find it at the end of the answer; where a program reads that, they look here.
        let remarks = if output.is_for_people(terminal)? { Vec::new() } else { vec![report.summary()] };
        if is_incomplete { Err(Error::Incomplete(remarks)) } else { Ok(Outcome { negative, remarks }) }
    }
}

/// Whether what has such a problem was not looked at.
const fn was_not_looked_at(code: Code) -> bool {
    matches!(code, Code::Unreadable | Code::TooLarge | Code::NoCorpus)
}

fn nothing_to_check() -> Error {
    let help = [
        "name a file or folder: roles check my-roles.yaml",
        "without one, those of --corpus or ROLES_CORPUS are checked",
        "the built-in corpus was checked when the program was built",
    ];
    Error::Request { message: "there is nothing to check".to_owned(), help: help.map(str::to_owned).to_vec() }
}

fn nothing_read(problems: Vec<Diagnostic>, output: &OutputArgs, terminal: &Terminal) -> Error {
    let style = output.error_style(terminal);
    let drawn: String = problems.iter().map(|problem| render::draw(problem, style) + "\n").collect();
    let drawn = drawn + "error: nothing could be checked\n";
    Error::Unsound { problems, drawn }
}
