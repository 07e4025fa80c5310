//! `roles search`: where some words stand.

use clap::Args;

use super::filter::no_words;
use super::{Context, complete};
use crate::corpus::Corpus;
use crate::error::Error;
use crate::facets::Section;
use crate::report::{Answer, SearchReport};
use crate::search::{Found, Query, Scope, search};
use crate::text::{clean, sentence_list, shorten};

/// The most matches on a page without `--limit`.
const SCREENFUL: usize = 20;

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles search cut costs                both words, in any order and form
  roles search '\"cut costs\"'            the phrase
  roles search pipeline --role cro,cso --section duties,metrics
  roles search CEO --section reporting  the CEO by every name: id, acronym, title
  roles search \"cut costs\" -q | sort | uniq -c | sort -rn

The search covers titles, summaries, every statement with the label of its topic, reporting lines, careers, published \
pay and what pairs of roles have together; not the ids of topics, and not the sources. Words like \"the\" count only in a \
phrase or alone. When nothing has all the words, the statements with most of them are shown; a phrase is never left out.")]
pub struct SearchArgs {
    /// Words to look for in any order and form, and "phrases in quotes"
    #[arg(value_name = "WORDS", required = true)]
    words: Vec<String>,

    /// Only statements on these roles, separated by commas
    #[arg(long, short, value_name = "ROLE", value_delimiter = ',', add = complete::roles())]
    role: Vec<String>,

    /// Only in these sections, separated by commas; headings work too
    #[arg(long, short, value_name = "SECTION", value_delimiter = ',', ignore_case = true)]
    section: Vec<Section>,

    /// The most matches to show, 0 for all [default: 20 in table, markdown and html, else all]
    #[arg(long, short = 'n', value_name = "NUMBER")]
    limit: Option<usize>,

    /// Only the role of each match, one id a line
    #[arg(long, short)]
    quiet: bool,

    /// Exit with status 1 when nothing has all of the words
    #[arg(long)]
    exit_code: bool,
}

impl SearchArgs {
    /// # Errors
    /// When there is no word to look for, or a name is not one role's.
    pub fn answer<'c>(&self, corpus: &'c Corpus, context: &Context) -> Result<Answer<'c>, Error> {
        let text = self.words.join(" ");
        let query = Query::new(&text).ok_or_else(|| no_words(&text))?;
        let roles = self.role.iter().map(|name| corpus.find_role(name).map(|role| role.id.as_str()));
        let scope = Scope { roles: roles.collect::<Result<_, _>>()?, sections: self.section.clone() };
        let for_people = !self.quiet && context.is_for_people();
        let limit = match self.limit.unwrap_or(if for_people { SCREENFUL } else { 0 }) {
            0 => usize::MAX,
            limit => limit,
        };
        let found = search(corpus, &query, &scope);
        let mut notices = notices(&found, for_people);
        if !self.quiet && context.is_table() {
            notices.extend(self.instead(corpus));
        }
        let negative = self.exit_code && !found.complete;
        let report = SearchReport::new(corpus, text, scope, found, limit);
        let answer = if self.quiet { Answer::ids(report.ids()) } else { Answer::report(report) };
        Ok(answer.noting(notices.iter().map(|notice| clean(notice).into_owned())).negative_if(negative))
    }

    /// A hint for words that name a role: statements on a role rarely name it.
    fn instead(&self, corpus: &Corpus) -> Option<String> {
        let text = self.words.join(" ");
        let (names, words): (Vec<&str>, Vec<&str>) = text.split_whitespace().partition(|word| corpus.find_role(word).is_ok());
        let ids: Vec<&str> = names.iter().filter_map(|name| corpus.find_role(name).ok()).map(|role| &*role.id).collect();
        let names: Vec<&str> = ids.iter().map(|id| corpus.short_title(id)).collect();
        let words = words.join(" ");
        // Words that need quoting in a shell get no hint.
        let is_plain = !words.is_empty() && words.chars().all(|c| c.is_alphanumeric() || c == ' ');
        let is_useful = self.role.is_empty() && !ids.is_empty() && is_plain;
        let names = sentence_list(&names, "and the");
        is_useful.then(|| format!("statements on the {names}: roles search {words} --role {}", ids.join(",")))
    }
}

/// The words that were not found, and where.
fn notices(found: &Found, for_people: bool) -> Vec<String> {
    let unknown = found.unknown.iter().map(|(word, near)| {
        let near = if near.is_empty() { String::new() } else { format!("; did you mean '{}'?", near.join("' or '")) };
        format!("nothing has the word '{}'{near}", shorten(word, 80))
    });
    let outside = found.outside.iter().map(|word| format!("only other roles or sections have the word '{}'", shorten(word, 80)));
    let mut notices: Vec<String> = unknown.chain(outside).collect();
    if found.matches.is_empty() && notices.is_empty() {
        notices.push("nothing has these words".to_owned());
    }
    // On a page a sentence above the matches says so.
    if !found.matches.is_empty() && !found.complete && !for_people {
        notices.push("nothing has all of these words: these have most of them".to_owned());
    }
    notices
}
