//! `roles compare`: how roles differ.

use clap::Args;

use super::{Context, NOTHING_KNOWN, complete};
use crate::compare::{Brief, MOST_ROLES, Only, Options, compare, without_repeats};
use crate::corpus::Corpus;
use crate::error::Error;
use crate::facets::Section;
use crate::render::Format;
use crate::report::{Answer, ComparisonReport};
use crate::text::clean;

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles compare coo cco
  roles compare \"chief operations officer\" CRO --section duties,salary
  roles compare cfo coo cmo cso --all
  roles compare coo cco --only different --format csv > coo-cco.csv")]
pub struct CompareArgs {
    /// Roles by id, acronym or title
    #[arg(value_name = "ROLE", required = true, num_args = 2.., add = complete::roles())]
    roles: Vec<String>,

    /// Only these sections, separated by commas; headings work too
    #[arg(long, short, value_name = "SECTION", value_delimiter = ',', ignore_case = true, conflicts_with = "brief")]
    section: Vec<Section>,

    /// Only rows that all roles share, or only those in which they differ. Pay is shared where it is like for like and equal
    #[arg(long, value_name = "WHICH", conflicts_with = "brief", ignore_case = true)]
    only: Option<Only>,

    /// The answer page alone, the default in table and markdown
    #[arg(long, short)]
    brief: bool,

    /// Everything, section by section
    #[arg(long, short, conflicts_with_all = ["brief", "section"])]
    all: bool,

    /// Exit with status 1 when the roles differ in a topic, in published pay or in a contrast the sources draw
    #[arg(long)]
    exit_code: bool,
}

impl CompareArgs {
    /// # Errors
    /// When a name is not one role's, or the roles are too many.
    pub fn answer<'c>(&self, corpus: &'c Corpus, context: &Context) -> Result<Answer<'c>, Error> {
        let roles = self.roles.iter().map(|name| corpus.find_role(name)).collect::<Result<Vec<_>, _>>()?;
        let roles = without_repeats(roles);
        if roles.len() > MOST_ROLES {
            return Err(too_many(roles.len()));
        }
        let mut options = Options { only: self.only, ..Options::default() };
        if !self.section.is_empty() {
            options.sections.clone_from(&self.section);
        }
        // A table or Markdown is the answer page unless more is asked for; HTML folds the rest below it.
        let is_whole = self.section.is_empty() && self.only.is_none();
        let is_read = matches!(context.format, Format::Table | Format::Markdown);
        let is_brief = context.is_for_people() && (self.brief || (is_whole && !self.all && is_read));
        let comparison = compare(corpus, &roles, &options);
        let mut notices = Vec::new();
        if comparison.is_empty() {
            let all = Options { only: None, ..options };
            let has_other_rows = self.only.is_some() && !compare(corpus, &roles, &all).is_empty();
            notices.push(nothing(self.only.filter(|_| has_other_rows)).to_owned());
        }
        if let Some(role) = roles.first().filter(|first| roles.iter().all(|role| role.id == first.id))
            && context.is_table()
        {
            notices.push(format!("this compares the {} with itself", clean(role.short_name())));
        }
        if comparison.is_too_long() {
            notices.push("too many statements without a topic: only equal ones are in one row".to_owned());
        }
        let negative = self.exit_code && comparison.differ;
        // Rows have no room for a brief.
        let is_flat = matches!(context.format, Format::Tsv | Format::Csv);
        let brief = (is_whole && !is_flat).then(|| Brief::new(corpus, &roles));
        let report = ComparisonReport { corpus, comparison, brief, is_brief, this_year: context.this_year() };
        Ok(Answer::report(report).on_one_screen(is_brief).noting(notices).negative_if(negative))
    }
}

/// The notice beside a comparison without rows.
const fn nothing(only: Option<Only>) -> &'static str {
    match only {
        None => NOTHING_KNOWN,
        Some(Only::Shared) => "the roles share nothing here",
        Some(Only::Different) => "the roles do not differ here",
    }
}

fn too_many(roles: usize) -> Error {
    let help = vec!["compare fewer, or see `roles list` and `roles search`, which take any number".to_owned()];
    Error::Request { message: format!("at most {MOST_ROLES} roles can be compared at once, not {roles}"), help }
}
