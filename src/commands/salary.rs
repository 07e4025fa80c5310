//! `roles salary`: published pay as a picture.

use std::io::Write;

use clap::Args;

use super::values::currency;
use super::{Named, OutputArgs};
use crate::compare::each_once;
use crate::corpus::Corpus;
use crate::error::{Error, Outcome};
use crate::model::Measure;
use crate::report::SalariesReport;
use crate::select::FigureFilter;
use crate::terminal::Terminal;
use crate::text::clean;

/// The arguments of `roles salary`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles salary                          every figure of every role
  roles salary coo cfo                  and what may be compared
  roles salary cro --measure base,on-target-earnings
  roles salary --format csv > pay.csv")]
pub struct SalaryArgs {
    /// Roles by id, acronym or title [default: all]
    #[arg(value_name = "ROLE", add = Named::Role)]
    roles: Vec<String>,

    /// Only what is measured so, separated by commas
    #[arg(long, short, value_name = "MEASURE", value_delimiter = ',', ignore_case = true)]
    measure: Vec<Measure>,

    /// Only figures in this currency
    #[arg(long, value_name = "CODE", value_parser = currency, add = Named::Currency)]
    currency: Option<String>,
}

impl SalaryArgs {
    /// Finds the roles and writes what is published on their pay.
    ///
    /// # Errors
    /// When a name is not one role's, or writing fails.
    pub fn run(&self, corpus: &Corpus, output: &OutputArgs, terminal: &Terminal, out: &mut dyn Write) -> Result<Outcome, Error> {
        let roles = self.roles.iter().map(|name| corpus.find_role(name)).collect::<Result<Vec<_>, _>>()?;
        let wanted = FigureFilter { measures: self.measure.clone(), currency: self.currency.clone() };
        let report = if roles.is_empty() {
            SalariesReport::of_all(corpus, &wanted)
        } else {
            SalariesReport::of(corpus, each_once(&roles), &wanted)
        };
        let report = report.in_year(terminal.this_year);
        output.write(&report, terminal, out)?;
        // A page says itself what is missing; a list of records has no room for it.
        let is_silent = report.is_empty() && !output.is_for_people(terminal)?;
        let remarks = report.missing().iter().filter(|_| is_silent).map(|line| clean(line).into_owned()).collect();
        Ok(Outcome { negative: false, remarks })
    }
}
