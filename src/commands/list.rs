//! `roles list`: which roles there are, and which of them answer to a description.

use std::io::Write;

use clap::Args;

use super::OutputArgs;
use super::filter::FilterArgs;
use crate::corpus::Corpus;
use crate::error::{Error, Outcome};
use crate::render::Format;
use crate::report::{ListColumn, ListReport, PositionsReport};
use crate::select::select;
use crate::terminal::Terminal;

/// The arguments of `roles list`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles list --reports-to ceo
  roles list --reports-to ceo --indirect --columns id,line,via
  roles list --oversees marketing --usual
  roles list --duty \"sales forecasting\"
  roles list --topic forecasting
  roles list --min-salary 200000 --sort salary_max --reverse
  roles list --positions
  for r in $(roles list -q); do roles show \"$r\" --format json | jq .title; done")]
pub struct ListArgs {
    #[command(flatten)]
    which: FilterArgs,

    /// Instead of roles, the positions without a profile that reporting lines and careers name
    #[arg(long, conflicts_with_all = ["FilterArgs", "sort", "reverse", "columns"], help_heading = "Which roles")]
    positions: bool,

    /// Sort by a column [default: level, then id]
    #[arg(long, value_name = "COLUMN", help_heading = "How")]
    sort: Option<ListColumn>,

    /// The other way round
    #[arg(long, short, help_heading = "How")]
    reverse: bool,

    /// Only these columns, separated by commas
    #[arg(long, short, value_name = "COLUMN", value_delimiter = ',', help_heading = "How")]
    columns: Vec<ListColumn>,

    /// Only ids, one a line, whatever the format
    #[arg(long, short, conflicts_with = "columns", help_heading = "How")]
    quiet: bool,
}

impl ListArgs {
    /// Selects, sorts and writes the roles.
    ///
    /// # Errors
    /// When a name or a function is unknown, or writing fails.
    pub fn run(&self, corpus: &Corpus, output: &OutputArgs, terminal: &Terminal, out: &mut dyn Write) -> Result<Outcome, Error> {
        if self.positions {
            return self.list_positions(corpus, output, terminal, out);
        }
        let filter = self.which.filter(corpus)?;
        let matches = select(corpus, &filter);
        let remarks = if matches.is_empty() { vec!["no role answers to that".to_owned()] } else { Vec::new() };
        let mut report = ListReport::new(corpus, self.columns(corpus), matches, self.which.currency.clone());
        report.sort(ListColumn::Id, false);
        report.sort(ListColumn::Level, false);
        if let Some(column) = self.sort {
            report.sort(column, self.reverse);
        } else if self.reverse {
            report.reverse();
        }
        if self.quiet {
            output.write_as(Format::Tsv, &report, terminal, out)?;
        } else {
            output.write(&report, terminal, out)?;
        }
        Ok(Outcome { negative: false, remarks })
    }

    fn list_positions(
        &self,
        corpus: &Corpus,
        output: &OutputArgs,
        terminal: &Terminal,
        out: &mut dyn Write,
    ) -> Result<Outcome, Error> {
        let report = PositionsReport::new(corpus, self.quiet);
        if self.quiet {
            output.write_as(Format::Tsv, &report, terminal, out)?;
        } else {
            output.write(&report, terminal, out)?;
        }
        let remarks = if report.is_empty() { vec!["every post has a profile".to_owned()] } else { Vec::new() };
        Ok(Outcome { negative: false, remarks })
    }

    /// The columns asked for; else the usual ones and those that show why a role was selected.
    fn columns(&self, corpus: &Corpus) -> Vec<ListColumn> {
        if self.quiet {
            return vec![ListColumn::Id];
        }
        if !self.columns.is_empty() {
            return self.columns.clone();
        }
        // Where all come from one place, it need not be said.
        let origin = (!corpus.is_built_in()).then_some(ListColumn::Origin);
        ListColumn::DEFAULT.into_iter().chain(self.which.reasons()).chain(origin).collect()
    }
}
