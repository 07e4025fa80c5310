//! `roles salary`: published pay as a picture.

use std::io::Write;

use clap::Args;

use super::values::currency;
use super::{NOTHING_KNOWN, Named, OutputArgs};
use crate::compare::each_once;
use crate::corpus::Corpus;
use crate::error::{Error, Outcome};
use crate::model::{Measure, SalaryFigure};
use crate::report::SalariesReport;
use crate::terminal::Terminal;

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
    #[arg(long, short, value_name = "MEASURE", value_delimiter = ',')]
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
        let wanted = |figure: &SalaryFigure| {
            (self.measure.is_empty() || self.measure.contains(&figure.measure))
                && self.currency.as_deref().is_none_or(|currency| figure.currency == currency)
        };
        let report = if roles.is_empty() {
            SalariesReport::of_all(corpus, wanted)
        } else {
            SalariesReport::of(corpus, each_once(&roles), wanted)
        };
        output.write(&report, terminal, out)?;
        let remarks = if report.is_empty() { vec![NOTHING_KNOWN.to_owned()] } else { Vec::new() };
        Ok(Outcome { negative: false, remarks })
    }
}
