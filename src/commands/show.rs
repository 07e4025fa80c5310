//! `roles show`: everything that is known of a role.

use std::io::Write;

use clap::Args;

use super::{NOTHING_KNOWN, Named, OutputArgs};
use crate::corpus::Corpus;
use crate::error::{Error, Outcome};
use crate::facets::Section;
use crate::report::{PositionReport, ProfileReport};
use crate::terminal::Terminal;

/// The arguments of `roles show`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles show cro
  roles show cfo cmo --section duties,skills
  roles show ceo                        who reports there
  roles show coo --format json | jq .duties")]
pub struct ShowArgs {
    /// Roles by id, acronym or title; or one position that has no profile
    #[arg(value_name = "ROLE", required = true, add = Named::Post)]
    roles: Vec<String>,

    /// Only these sections, separated by commas; the words of their headings do, too
    #[arg(long, short, value_name = "SECTION", value_delimiter = ',', ignore_case = true)]
    section: Vec<Section>,
}

impl ShowArgs {
    /// Finds the roles and writes what is known of them.
    ///
    /// # Errors
    /// When a name is nobody's or more than one's, or writing fails.
    pub fn run(&self, corpus: &Corpus, output: &OutputArgs, terminal: &Terminal, out: &mut dyn Write) -> Result<Outcome, Error> {
        let sections = if self.section.is_empty() { Section::ALL.to_vec() } else { self.section.clone() };
        if let [name] = self.roles.as_slice() {
            let post = corpus.find(name)?;
            if corpus.roles.get(&post.id).is_none() {
                let report = PositionReport::new(corpus, post, &sections);
                output.write(&report, terminal, out)?;
                return Ok(Outcome { negative: false, remarks: unknown(report.is_empty(), &sections) });
            }
        }
        let roles = self.roles.iter().map(|name| corpus.find_role(name)).collect::<Result<Vec<_>, _>>()?;
        let report = ProfileReport::new(corpus, roles, sections.clone()).in_year(terminal.this_year);
        output.write(&report, terminal, out)?;
        Ok(Outcome { negative: false, remarks: unknown(report.is_empty(), &sections) })
    }
}

/// What is said where there is no answer.
fn unknown(is_empty: bool, sections: &[Section]) -> Vec<String> {
    match sections {
        _ if !is_empty => Vec::new(),
        [Section::Together] => vec!["what two roles have together is shown by `roles compare`".to_owned()],
        _ => vec![NOTHING_KNOWN.to_owned()],
    }
}
