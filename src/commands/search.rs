//! `roles search`: where some words stand.

use std::io::Write;

use clap::Args;

use super::OutputArgs;
use super::filter::no_words;
use crate::corpus::Corpus;
use crate::error::{Error, Outcome};
use crate::facets::Section;
use crate::render::Format;
use crate::report::SearchReport;
use crate::search::{Found, Query, Scope, Unsearchable, search};
use crate::terminal::Terminal;
use crate::text::{clean, shorten};

/// So many matches are shown to people who do not say how many they want.
const SCREENFUL: usize = 20;

/// The arguments of `roles search`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles search cut costs                both words, in any order and form
  roles search '\"cut costs\"'            the phrase
  roles search pipeline --role cro,cso --section duties,metrics
  roles search \"cut costs\" -q | sort | uniq -c | sort -rn

Where nothing has all the words, what has the most of them is shown; a phrase is never left out.")]
pub struct SearchArgs {
    /// Words to look for in any order and form, and "phrases in quotes"
    #[arg(value_name = "WORDS", required = true)]
    words: Vec<String>,

    /// Only in what is said of these roles, separated by commas
    #[arg(long, short, value_name = "ROLE", value_delimiter = ',')]
    role: Vec<String>,

    /// Only in these sections, separated by commas
    #[arg(long, short, value_name = "SECTION", value_delimiter = ',')]
    section: Vec<Section>,

    /// At most so many matches, 0 for all [default: 20 in tables and Markdown, else all]
    #[arg(long, short = 'n', value_name = "NUMBER")]
    limit: Option<usize>,

    /// Only the role's id of each match, one a line, whatever the format
    #[arg(long, short)]
    quiet: bool,
}

impl SearchArgs {
    /// Searches and writes the matches.
    ///
    /// # Errors
    /// When there is no word to look for, a name is not one role's, or writing fails.
    pub fn run(&self, corpus: &Corpus, output: &OutputArgs, terminal: &Terminal, out: &mut dyn Write) -> Result<Outcome, Error> {
        let text = self.words.join(" ");
        let query = Query::new(&text).map_err(|why| unsearchable(why, &text))?;
        let roles = self.role.iter().map(|name| corpus.find_role(name).map(|role| role.id.as_str()));
        let scope = Scope { roles: roles.collect::<Result<_, _>>()?, sections: self.section.clone() };
        let limit = match self.limit {
            Some(limit) => limit,
            None if !self.quiet && output.is_for_people(terminal)? => SCREENFUL,
            None => 0,
        };
        let found = search(corpus, &query, &scope);
        let remarks = remarks(&found);
        let report = SearchReport::new(corpus, &text, &scope, &found, (limit > 0).then_some(limit), self.quiet);
        if self.quiet {
            output.write_as(Format::Tsv, &report, terminal, out)?;
        } else {
            output.write(&report, terminal, out)?;
        }
        Ok(Outcome { negative: false, remarks })
    }
}

fn unsearchable(why: Unsearchable, text: &str) -> Error {
    match why {
        Unsearchable::NoWord => no_words(text),
        Unsearchable::TooManyWords => {
            let help = format!("write at most {} words", Query::MOST_WORDS);
            Error::Request { message: "these are too many words to look for".to_owned(), help: vec![help] }
        }
    }
}

/// What is said beside the matches.
fn remarks(found: &Found) -> Vec<String> {
    let unknown = found.unknown.iter().map(|(word, near)| {
        let near = if near.is_empty() { String::new() } else { format!("; did you mean '{}'?", near.join("' or '")) };
        clean(&format!("nothing has the word '{}'{near}", shorten(word, 80))).into_owned()
    });
    let mut remarks: Vec<String> = unknown.collect();
    match (found.matches.is_empty(), found.complete) {
        (true, _) if remarks.is_empty() => remarks.push("nothing has these words".to_owned()),
        (false, false) => remarks.push("nothing has all of these words: here is what has the most of them".to_owned()),
        _ => {}
    }
    remarks
}
