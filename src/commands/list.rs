//! `roles list`: all roles, or those that match.

use clap::Args;

use super::Context;
use super::filter::FilterArgs;
use crate::corpus::Corpus;
use crate::error::Error;
use crate::report::{Answer, ListColumn, ListReport, PositionsReport};
use crate::select::Filter;
use crate::text::clean;

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

    /// List the positions without a profile instead
    #[arg(long, conflicts_with_all = ["FilterArgs", "sort", "reverse", "columns"], help_heading = "Which roles")]
    positions: bool,

    /// Sort by a column [default: level, then id]
    #[arg(long, value_name = "COLUMN", ignore_case = true, help_heading = "How")]
    sort: Option<ListColumn>,

    /// Reverse the order
    #[arg(long, short, help_heading = "How")]
    reverse: bool,

    /// Only these columns, separated by commas
    #[arg(long, short, value_name = "COLUMN", value_delimiter = ',', ignore_case = true, help_heading = "How")]
    columns: Vec<ListColumn>,

    /// Only ids, one a line
    #[arg(long, short, conflicts_with = "columns", help_heading = "How")]
    quiet: bool,
}

impl ListArgs {
    /// # Errors
    /// When a name or a function is unknown.
    pub fn answer<'c>(&self, corpus: &'c Corpus, context: &Context) -> Result<Answer<'c>, Error> {
        if self.positions {
            return Ok(self.positions(corpus));
        }
        let filter = self.which.filter(corpus)?;
        let mut report = ListReport::new(corpus, self.columns(corpus, context), filter.clone(), self.which.currency.clone());
        let notices = if report.is_empty() { nothing(corpus, &filter) } else { Vec::new() };
        let (column, reverse) = (self.sort.unwrap_or(ListColumn::Level), self.reverse);
        // Equals stay in their usual order, unless that is what is reversed.
        report.sort(ListColumn::Id, reverse && self.sort.is_none());
        report.sort(ListColumn::Level, false);
        report.sort(column, reverse);
        let answer = if self.quiet { Answer::ids(report.ids()) } else { Answer::report(report) };
        Ok(answer.noting(notices))
    }

    fn positions<'c>(&self, corpus: &'c Corpus) -> Answer<'c> {
        let report = PositionsReport::new(corpus);
        let notice = report.is_empty().then(|| "every post has a profile".to_owned());
        let answer = if self.quiet { Answer::ids(report.ids()) } else { Answer::report(report) };
        answer.noting(notice)
    }

    /// The columns asked for; else the usual ones, those that show why a role was selected and stands where it does, and the
    /// summary where there is room.
    fn columns(&self, corpus: &Corpus, context: &Context) -> Vec<ListColumn> {
        /// The least width that leaves a summary room beside the usual columns, and what each further column takes.
        const ROOM: usize = 100;
        const MORE: usize = 60;
        if !self.columns.is_empty() {
            return self.columns.clone();
        }
        let mut columns: Vec<ListColumn> = ListColumn::DEFAULT.to_vec();
        columns.extend(self.which.reasons(context.is_for_people()));
        columns.extend(self.sort.filter(|column| !columns.contains(column)));
        columns.extend((!corpus.is_built_in()).then_some(ListColumn::Origin));
        let room = ROOM + MORE * (columns.len() - ListColumn::DEFAULT.len());
        let has_room = !context.is_table() || context.style.width >= room;
        let is_wanted = context.is_for_people() && has_room && !columns.contains(&ListColumn::Summary);
        columns.extend(is_wanted.then_some(ListColumn::Summary));
        columns
    }
}

/// The notices beside an empty list.
fn nothing(corpus: &Corpus, filter: &Filter) -> Vec<String> {
    let mut notices = vec!["no role matches".to_owned()];
    if let Some(superior) = filter.reports_to.filter(|superior| corpus.lines.down(superior).next().is_none()) {
        notices.push(format!("no source names anyone who reports to the {}", clean(corpus.short_title(superior))));
    }
    notices
}
