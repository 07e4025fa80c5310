//! `roles salary`: published pay as a picture.

use clap::Args;

use super::values::currency;
use super::{Context, complete};
use crate::compare::each_once;
use crate::corpus::Corpus;
use crate::error::Error;
use crate::model::Measure;
use crate::report::{Answer, SalariesReport};
use crate::select::FigureFilter;
use crate::text::clean;

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles salary                          every figure of every role
  roles salary coo cfo                  and what may be compared
  roles salary cro --measure base,on-target-earnings
  roles salary --format csv > pay.csv")]
pub struct SalaryArgs {
    /// Roles by id, acronym or title [default: all]
    #[arg(value_name = "ROLE", add = complete::roles())]
    roles: Vec<String>,

    /// Only these measures, separated by commas
    #[arg(long, short, value_name = "MEASURE", value_delimiter = ',', ignore_case = true)]
    measure: Vec<Measure>,

    /// Only figures in this currency
    #[arg(long, value_name = "CODE", value_parser = currency, add = complete::currencies())]
    currency: Option<String>,
}

impl SalaryArgs {
    /// # Errors
    /// When a name is not one role's.
    pub fn answer<'c>(&self, corpus: &'c Corpus, context: &Context) -> Result<Answer<'c>, Error> {
        let roles = self.roles.iter().map(|name| corpus.find_role(name)).collect::<Result<Vec<_>, _>>()?;
        let wanted = FigureFilter { measures: self.measure.clone(), currency: self.currency.clone() };
        let report = SalariesReport::new(corpus, each_once(&roles), wanted, context.this_year());
        // A page says itself what is missing; rows have no room for a notice.
        let missing = report.missing().filter(|_| report.is_empty() && !context.is_for_people());
        Ok(Answer::report(report).noting(missing.iter().map(|line| clean(line).into_owned())))
    }
}
