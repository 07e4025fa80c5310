//! `roles sources`: the bibliography.

use clap::Args;

use super::complete;
use crate::corpus::Corpus;
use crate::error::Error;
use crate::model::Grade;
use crate::report::{Answer, BibliographyReport};

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles sources
  roles sources cro --grade A,B
  roles sources --format csv > sources.csv")]
pub struct SourcesArgs {
    /// Only what these roles and the pairs among them cite
    #[arg(value_name = "ROLE", add = complete::roles())]
    roles: Vec<String>,

    /// Only sources of these grades, separated by commas
    #[arg(long, short, value_name = "GRADE", value_delimiter = ',', ignore_case = true)]
    grade: Vec<Grade>,
}

impl SourcesArgs {
    /// # Errors
    /// When a name is not one role's.
    pub fn answer<'c>(&self, corpus: &'c Corpus) -> Result<Answer<'c>, Error> {
        let roles = if self.roles.is_empty() {
            corpus.roles.iter().collect()
        } else {
            self.roles.iter().map(|name| corpus.find_role(name)).collect::<Result<Vec<_>, _>>()?
        };
        let grades = if self.grade.is_empty() { Grade::ALL.to_vec() } else { self.grade.clone() };
        let report = BibliographyReport::new(corpus, &roles, &grades);
        let notice = report.is_empty().then(|| "no source matches".to_owned());
        Ok(Answer::report(report).noting(notice))
    }
}
