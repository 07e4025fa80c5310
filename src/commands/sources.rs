//! `roles sources`: the bibliography.

use std::io::Write;

use clap::Args;

use super::{Named, OutputArgs};
use crate::corpus::Corpus;
use crate::error::{Error, Outcome};
use crate::model::Grade;
use crate::report::BibliographyReport;
use crate::terminal::Terminal;

/// The arguments of `roles sources`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles sources
  roles sources cro --grade A,B
  roles sources --format csv > sources.csv")]
pub struct SourcesArgs {
    /// Only what these roles and the pairs among them cite
    #[arg(value_name = "ROLE", add = Named::Role)]
    roles: Vec<String>,

    /// Only sources of these grades, separated by commas
    #[arg(long, short, value_name = "GRADE", value_delimiter = ',', ignore_case = true)]
    grade: Vec<Grade>,
}

impl SourcesArgs {
    /// Counts citations and writes the bibliography.
    ///
    /// # Errors
    /// When a name is not one role's, or writing fails.
    pub fn run(&self, corpus: &Corpus, output: &OutputArgs, terminal: &Terminal, out: &mut dyn Write) -> Result<Outcome, Error> {
        let roles = if self.roles.is_empty() {
            corpus.roles.iter().collect()
        } else {
            self.roles.iter().map(|name| corpus.find_role(name)).collect::<Result<Vec<_>, _>>()?
        };
        let grades = if self.grade.is_empty() { vec![Grade::A, Grade::B, Grade::C] } else { self.grade.clone() };
        let report = BibliographyReport::new(corpus, roles, &grades);
        output.write(&report, terminal, out)?;
        let remarks = if report.is_empty() { vec!["no source answers to that".to_owned()] } else { Vec::new() };
        Ok(Outcome { negative: false, remarks })
    }
}
