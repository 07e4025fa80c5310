//! `roles search`: where some words stand.

use clap::{Args, ValueEnum as _};

use super::filter::no_words;
use super::{Context, complete};
use crate::corpus::Corpus;
use crate::error::Error;
use crate::facets::Section;
use crate::report::{Answer, SearchReport};
use crate::search::{Found, Query, Scope, Unsearchable, search};
use crate::text::{clean, sentence_list, shorten};

/// So many matches are shown to people who do not say how many they want.
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

    /// Only in these sections, separated by commas; the words of their headings do, too
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
        let query = Query::new(&text).map_err(|why| unsearchable(why, &text))?;
        let roles = self.role.iter().map(|name| corpus.find_role(name).map(|role| role.id.as_str()));
        let scope = Scope { roles: roles.collect::<Result<_, _>>()?, sections: self.section.clone() };
        let for_people = !self.quiet && context.is_for_people();
        let limit = match self.limit.unwrap_or(if for_people { SCREENFUL } else { 0 }) {
            0 => usize::MAX,
            limit => limit,
        };
        let found = search(corpus, &query, &scope);
        let mut notices = self.notices(corpus, &scope, &found, for_people);
        if query.is_unclosed() {
            notices.push("a quote is not closed: the phrase reaches to the end".to_owned());
        }
        if !self.quiet && context.is_table() {
            notices.extend(self.instead(corpus));
        }
        let negative = self.exit_code && !found.complete;
        let report = SearchReport::new(corpus, text, scope, found, limit);
        let answer = if self.quiet { Answer::ids(report.ids()) } else { Answer::report(report) };
        Ok(answer.noting(notices).negative_if(negative))
    }

    fn notices(&self, corpus: &Corpus, scope: &Scope, found: &Found, for_people: bool) -> Vec<String> {
        let unknown = found.unknown.iter().map(|(word, near)| {
            let near = if near.is_empty() { String::new() } else { format!("; did you mean '{}'?", near.join("' or '")) };
            format!("nothing has the word '{}'{near}", shorten(word, 80))
        });
        let mut notices: Vec<String> = unknown.collect();
        let here = self.here(corpus, scope);
        notices.extend(found.outside.iter().map(|word| format!("nothing {here} has the word '{}'", shorten(word, 80))));
        match (found.matches.is_empty(), found.complete) {
            (true, _) if notices.is_empty() && here.is_empty() => notices.push("nothing has these words".to_owned()),
            (true, _) if notices.is_empty() => notices.push(format!("nothing {here} has these words")),
            // For people it stands above the matches.
            (false, false) if !for_people => {
                notices.push("nothing has all of these words: here is what has the most of them".to_owned());
            }
            _ => {}
        }
        notices.iter().map(|notice| clean(notice).into_owned()).collect()
    }

    /// A hint for words that name a role or a section, which statements rarely do.
    fn instead(&self, corpus: &Corpus) -> Option<String> {
        if !self.role.is_empty() || !self.section.is_empty() {
            return None;
        }
        let text = self.words.join(" ");
        let mut ids: Vec<&str> = Vec::new();
        let mut words: Vec<&str> = Vec::new();
        for word in text.split_whitespace() {
            match corpus.find_role(word) {
                Ok(role) if ids.contains(&&*role.id) => {}
                Ok(role) => ids.push(&role.id),
                Err(_) => words.push(word),
            }
        }
        let names: Vec<&str> = ids.iter().map(|id| corpus.short_title(id)).collect();
        let names = sentence_list(&names, "and the");
        let words = words.join(" ");
        let hint = match Section::from_str(words.trim_matches('"'), true) {
            Ok(section) if ids.is_empty() => {
                format!("what stands under that heading: roles show ROLE --section {}", section.key())
            }
            Ok(section) => format!("statements on the {names}: roles show {} --section {}", ids.join(" "), section.key()),
            Err(_) if ids.is_empty() || words.is_empty() => return None,
            // Words that need quoting in a shell get no hint.
            Err(_) if words.contains(|c: char| !c.is_alphanumeric() && c != ' ') => return None,
            Err(_) => format!("statements on the {names}: roles search {words} --role {}", ids.join(",")),
        };
        Some(clean(&hint).into_owned())
    }

    /// The scope in words: `about the CFO or the COO under skills`; empty for everything.
    fn here(&self, corpus: &Corpus, scope: &Scope) -> String {
        let names: Vec<&str> = scope.roles.iter().take(MOST_NAMED).map(|id| corpus.short_title(id)).collect();
        let mut parts = Vec::new();
        match scope.roles.len() {
            0 => {}
            many if many > MOST_NAMED => parts.push("about these roles".to_owned()),
            _ => parts.push(format!("about the {}", sentence_list(&names, "or the"))),
        }
        if !self.section.is_empty() {
            let sections: Vec<&str> = self.section.iter().map(|section| section.key()).collect();
            parts.push(format!("under {}", sentence_list(&sections, "or")));
        }
        parts.join(" ")
    }
}

/// So many roles are named in a notice.
const MOST_NAMED: usize = 6;

fn unsearchable(why: Unsearchable, text: &str) -> Error {
    match why {
        Unsearchable::NoWord => no_words(text),
        Unsearchable::TooManyWords => {
            let help = format!("write at most {} words", Query::MOST_WORDS);
            Error::Request { message: "these are too many words to look for".to_owned(), help: vec![help] }
        }
    }
}
