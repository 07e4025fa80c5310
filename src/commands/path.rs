//! `roles path`: the shortest careers from one post to another.

use clap::Args;

use super::{Context, complete};
use crate::corpus::Corpus;
use crate::error::Error;
use crate::graph::paths;
use crate::report::{Answer, PathsReport};
use crate::text::clean;

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles path vp-sales-ops ceo
  roles path controller \"chief operating officer\"
  roles path vp-sales ceo -f json | jq -r '.paths[] | join(\" > \")'
  roles path cro cco --lateral          also sideways
  roles path salesperson ceo -f mermaid")]
pub struct PathArgs {
    /// The role or position to start from
    #[arg(value_name = "FROM", add = complete::posts())]
    from: String,

    /// The role or position to reach
    #[arg(value_name = "TO", add = complete::posts())]
    to: String,

    /// Lateral moves too, not only steps up
    #[arg(long)]
    lateral: bool,

    /// Exit with status 1 when there is no path
    #[arg(long)]
    exit_code: bool,
}

impl PathArgs {
    /// # Errors
    /// When a name is unknown or ambiguous.
    pub fn answer<'c>(&self, corpus: &'c Corpus, context: &Context) -> Result<Answer<'c>, Error> {
        let (from, to) = (&*corpus.find(&self.from)?.id, &*corpus.find(&self.to)?.id);
        let paths_to = |lateral| paths(corpus, from, to, lateral);
        let paths = paths_to(self.lateral);
        let is_none = paths.length.is_none();
        let has_lateral = is_none && !self.lateral && paths_to(true).length.is_some();
        let report = PathsReport { corpus, paths, has_lateral };
        // A page says so itself; rows have no room for a notice.
        let is_silent = is_none && !context.is_for_people();
        let notice = is_silent.then(|| clean(&report.summary()).into_owned());
        Ok(Answer::report(report).noting(notice).negative_if(self.exit_code && is_none))
    }
}
