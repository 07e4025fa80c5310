//! `roles tree`: who reports to whom, as a tree.

use clap::Args;

use super::complete;
use crate::corpus::Corpus;
use crate::error::Error;
use crate::graph::chart;
use crate::report::{Answer, ChartReport};

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles tree
  roles tree --depth 1                  the top and who reports to it
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

    /// Show at most N levels below the top, or below ROLE
    #[arg(long, value_name = "N")]
    depth: Option<usize>,

    /// Cite the sources of every line (TSV, CSV, JSON and YAML always do)
    #[arg(long)]
    sources: bool,
}

impl TreeArgs {
    /// # Errors
    /// When a name is unknown or ambiguous.
    pub fn answer<'c>(&self, corpus: &'c Corpus) -> Result<Answer<'c>, Error> {
        let focus = self.role.as_deref().map(|name| corpus.find(name)).transpose()?.map(|post| post.id.as_str());
        Ok(Answer::report(ChartReport {
            corpus,
            chart: chart(corpus, focus, self.depth.unwrap_or(usize::MAX)),
            focus,
            all: self.all,
            cites: self.sources,
        }))
    }
}
