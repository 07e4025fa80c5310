//! `roles list`: which roles there are, and which of them answer to a description.

use std::io::Write;

use clap::Args;

use super::OutputArgs;
use super::filter::FilterArgs;
use crate::corpus::Corpus;
use crate::error::{Error, Outcome};
use crate::render::Format;
use crate::report::{ListColumn, ListReport, PositionsReport};
use crate::select::{Filter, select};
use crate::terminal::Terminal;
use crate::text::{clean, count};

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
    #[arg(long, value_name = "COLUMN", ignore_case = true, help_heading = "How")]
    sort: Option<ListColumn>,

    /// The other way round
    #[arg(long, short, help_heading = "How")]
    reverse: bool,

    /// Only these columns, separated by commas
    #[arg(long, short, value_name = "COLUMN", value_delimiter = ',', ignore_case = true, help_heading = "How")]
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
        let remarks = if matches.is_empty() { self.instead(corpus, &filter) } else { Vec::new() };
        let mut report =
            ListReport::new(corpus, self.columns(corpus, output.is_for_people(terminal)?), matches, self.which.currency.clone())
                .answering(&filter);
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

    /// What is said where there is no role: that there is none, and what to ask instead.
    fn instead(&self, corpus: &Corpus, filter: &Filter) -> Vec<String> {
        let mut remarks = vec!["no role answers to that".to_owned()];
        if let Some(superior) = filter.reports_to.filter(|superior| corpus.lines.down(superior).next().is_none()) {
            remarks.push(format!("the sources name nobody who reports to the {}", clean(corpus.short_title(superior))));
        }
        let wider = self.which.wider(filter).into_iter().map(|(how, wider)| (how, select(corpus, &wider).len()));
        let wider = wider.filter(|(_, found)| *found > 0);
        remarks.extend(wider.map(|(how, found)| format!("{how} there would be {}", count(found, "role", "roles"))));
        remarks
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
    fn columns(&self, corpus: &Corpus, for_people: bool) -> Vec<ListColumn> {
        if self.quiet {
            return vec![ListColumn::Id];
        }
        if !self.columns.is_empty() {
            return self.columns.clone();
        }
        // Where all come from one place, it need not be said.
        let origin = (!corpus.is_built_in()).then_some(ListColumn::Origin);
        ListColumn::DEFAULT.into_iter().chain(self.which.reasons(for_people)).chain(origin).collect()
    }
}
