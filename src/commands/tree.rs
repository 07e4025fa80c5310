//! `roles tree`: who reports to whom, as a tree.

use std::io::Write;

use clap::Args;

use super::{Named, OutputArgs};
use crate::corpus::Corpus;
use crate::error::{Error, Outcome};
use crate::graph::chart;
use crate::model::How;
use crate::report::ChartReport;
use crate::terminal::Terminal;

/// The arguments of `roles tree`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles tree
  roles tree cfo --all                  also whom the CFO reports to in some companies
  roles tree vp-sales --sources
  roles tree -f dot | dot -Tsvg > chart.svg
  roles tree -f mermaid > chart.mmd")]
pub struct TreeArgs {
    /// Only who is above and below this role or position
    #[arg(value_name = "ROLE", add = Named::Post)]
    role: Option<String>,

    /// Occasional lines, too: everybody's, or those of the role
    #[arg(long, short)]
    all: bool,

    /// Cite the sources of every line for people too (table, markdown, html); TSV, CSV, JSON and YAML always do
    #[arg(long)]
    sources: bool,
}

impl TreeArgs {
    /// Draws the lines together and writes the tree.
    ///
    /// # Errors
    /// When a name is nobody's or more than one's, or writing fails.
    pub fn run(&self, corpus: &Corpus, output: &OutputArgs, terminal: &Terminal, out: &mut dyn Write) -> Result<Outcome, Error> {
        let focus = self.role.as_deref().map(|name| corpus.find(name)).transpose()?;
        let limit = if self.all { How::Rarely } else { How::Usual };
        let chart = chart(corpus, focus.map(|focus| focus.id.as_str()), limit);
        let report = ChartReport::new(corpus, &chart, focus, self.sources).hinting(output.is_table(terminal)?);
        output.write(&report, terminal, out)?;
        Ok(Outcome::default())
    }
}
