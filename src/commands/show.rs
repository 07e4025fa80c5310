//! `roles show`: the profile of a role.

use clap::Args;

use super::{Context, NOTHING_KNOWN, complete};
use crate::corpus::Corpus;
use crate::error::Error;
use crate::facets::Section;
use crate::render::Format;
use crate::report::{Answer, PositionReport, ProfileReport};

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles show cro
  roles show cfo cmo --section duties,skills
  roles show ceo                        who reports there
  roles show coo --all
  roles show coo --format json | jq '.[0].duties'")]
pub struct ShowArgs {
    /// Roles by id, acronym or title; or one position without a profile
    #[arg(value_name = "ROLE", required = true, add = complete::posts())]
    roles: Vec<String>,

    /// Only these sections, separated by commas; headings work too
    #[arg(long, short, value_name = "SECTION", value_delimiter = ',', ignore_case = true)]
    section: Vec<Section>,

    /// Everything, section by section
    #[arg(long, short, conflicts_with = "section")]
    all: bool,
}

impl ShowArgs {
    /// # Errors
    /// When a name is unknown or ambiguous.
    pub fn answer<'c>(&self, corpus: &'c Corpus, context: &Context) -> Result<Answer<'c>, Error> {
        let is_wanted = |section: &Section| self.section.is_empty() || self.section.contains(section);
        let sections: Vec<Section> = Section::ALL.into_iter().filter(is_wanted).collect();
        if let [name] = self.roles.as_slice() {
            let post = corpus.find(name)?;
            if corpus.roles.get(&post.id).is_none() {
                let report = PositionReport::new(corpus, post, &sections);
                let notice = unknown(report.is_empty(), &sections);
                return Ok(Answer::report(report).noting(notice));
            }
        }
        let roles = self.roles.iter().map(|name| corpus.find_role(name)).collect::<Result<Vec<_>, _>>()?;
        let is_read = matches!(context.format, Format::Table | Format::Markdown);
        let is_brief = is_read && self.section.is_empty() && !self.all;
        let one_screen = is_brief && roles.len() == 1;
        let report = ProfileReport { corpus, roles, sections: sections.clone(), this_year: context.this_year(), is_brief };
        let notice = unknown(report.is_empty(), &sections);
        Ok(Answer::report(report).on_one_screen(one_screen).noting(notice))
    }
}

/// The notice beside an empty answer.
fn unknown(is_empty: bool, sections: &[Section]) -> Option<String> {
    is_empty.then(|| match sections {
        [Section::Differences | Section::InCommon] => "`roles compare` shows what two roles have together".to_owned(),
        _ => NOTHING_KNOWN.to_owned(),
    })
}
