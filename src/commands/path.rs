//! `roles path`: the shortest careers from one post to another.

use std::io::Write;

use clap::Args;

use super::{Named, OutputArgs};
use crate::corpus::Corpus;
use crate::error::{Error, Outcome};
use crate::graph::paths;
use crate::report::PathsReport;
use crate::terminal::Terminal;
use crate::text::clean;

/// The arguments of `roles path`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles path vp-sales-ops ceo
  roles path controller \"chief operating officer\"
  roles path vp-sales ceo -f json | jq -r '.paths[] | join(\" > \")'
  roles path salesperson ceo -f mermaid")]
pub struct PathArgs {
    /// The role or position to begin with
    #[arg(value_name = "FROM", add = Named::Post)]
    from: String,

    /// The role or position to get to
    #[arg(value_name = "TO", add = Named::Post)]
    to: String,

    /// Exit with status 1 when there is no path
    #[arg(long)]
    exit_code: bool,
}

impl PathArgs {
    /// Finds the paths and writes them.
    ///
    /// # Errors
    /// When a name is nobody's or more than one's, or writing fails.
    pub fn run(&self, corpus: &Corpus, output: &OutputArgs, terminal: &Terminal, out: &mut dyn Write) -> Result<Outcome, Error> {
        let (from, to) = (corpus.find(&self.from)?, corpus.find(&self.to)?);
        let paths = paths(corpus, &from.id, &to.id);
        let report = PathsReport::new(corpus, &paths);
        output.write(&report, terminal, out)?;
        let is_none = paths.length.is_none();
        // People read it in the answer; where a program reads that, they look here.
        let is_said = !is_none || output.is_for_people(terminal)?;
        let remarks = if is_said { Vec::new() } else { vec![clean(&report.summary()).into_owned()] };
        Ok(Outcome { negative: self.exit_code && is_none, remarks })
    }
}
