//! `roles tree`: who reports to whom, as a tree.

use clap::Args;

use super::{Context, complete};
use crate::corpus::Corpus;
use crate::error::Error;
use crate::graph::chart;
use crate::model::How;
use crate::report::{Answer, ChartReport};

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles tree
  roles tree cfo --all                  also whom the CFO reports to in some companies
  roles tree vp-sales --sources
  roles tree -f dot | dot -Tsvg > chart.svg
  roles tree -f mermaid > chart.mmd")]
pub struct TreeArgs {
    /// Only the posts above and below this role or position
    #[arg(value_name = "ROLE", add = complete::posts())]
    role: Option<String>,

    /// Occasional lines too
    #[arg(long, short)]
    all: bool,

    /// Cite the sources of every line (TSV, CSV, JSON and YAML always do)
    #[arg(long)]
    sources: bool,
}

impl TreeArgs {
    /// # Errors
    /// When a name is unknown or ambiguous.
    pub fn answer<'c>(&self, corpus: &'c Corpus, context: &Context) -> Result<Answer<'c>, Error> {
        let focus = self.role.as_deref().map(|name| corpus.find(name)).transpose()?;
        let limit = if self.all { How::Rarely } else { How::Usual };
        let chart = chart(corpus, focus.map(|focus| focus.id.as_str()), limit);
        Ok(Answer::report(ChartReport::new(corpus, chart, focus, self.sources).hinting(context.is_table())))
    }
}
