//! The arguments that choose roles.

use clap::{ArgGroup, Args};

use super::complete;
use super::values::{currency, money};
use crate::corpus::{Corpus, nearest};
use crate::error::Error;
use crate::model::Level;
use crate::report::ListColumn;
use crate::select::{Charge, Filter, PayRange, Words};
use crate::text::{clean, shorten};
#[derive(Debug, Args)]
#[command(next_help_heading = "Which roles")]
#[command(group = ArgGroup::new("lines").args(["reports_to", "oversees"]).multiple(true))]
pub struct FilterArgs {
    /// Roles that report to this role or position
    #[arg(long, value_name = "ROLE", add = complete::posts())]
    reports_to: Option<String>,

    /// Only usual lines, for --reports-to and --oversees
    #[arg(long, requires = "lines")]
    usual: bool,

    /// Also lines through others
    #[arg(long, requires = "reports_to")]
    indirect: bool,

    /// Roles in charge of this function, role or position
    #[arg(long, value_name = "FUNCTION", add = complete::charges())]
    oversees: Option<String>,

    /// Roles of this level
    #[arg(long, value_name = "LEVEL", ignore_case = true)]
    level: Option<Level>,

    /// Roles of this function or a part of it
    #[arg(long, value_name = "FUNCTION", add = complete::functions())]
    function: Option<String>,

    /// Roles with a duty that has all of these words, in any form
    #[arg(long, value_name = "WORDS")]
    duty: Vec<String>,

    /// Roles with a skill that has all of these words, in any form
    #[arg(long, value_name = "WORDS")]
    skill: Vec<String>,

    /// Roles with a statement on this topic or a part of it, by id or label
    #[arg(long, value_name = "TOPIC", add = complete::topics())]
    topic: Option<String>,

    /// Roles that cite this source, by id
    #[arg(long, value_name = "SOURCE", add = complete::sources())]
    cites: Option<String>,

    /// Roles with a published yearly figure or range that reaches this high
    #[arg(long, value_name = "MONEY", value_parser = money)]
    min_salary: Option<u64>,

    /// Roles with a published yearly figure or range that reaches this low
    #[arg(long, value_name = "MONEY", value_parser = money)]
    max_salary: Option<u64>,

    /// The currency of pay
    #[arg(long, value_name = "CODE", value_parser = currency, add = complete::currencies(), default_value = "USD")]
    pub currency: String,
}

impl FilterArgs {
    ///
    /// # Errors
    /// When a name is unknown, there are no words to look for, or the least pay is more than the most.
    pub fn filter<'a>(&self, corpus: &'a Corpus) -> Result<Filter<'a>, Error> {
        if let (Some(min), Some(max)) = (self.min_salary, self.max_salary)
            && min > max
        {
            return Err(turned_round());
        }
        let words =
            |texts: &[String]| texts.iter().map(|text| Words::new(text).ok_or_else(|| no_words(text))).collect::<Result<_, _>>();
        Ok(Filter {
            reports_to: self.reports_to.as_deref().map(|name| corpus.find(name).map(|post| &*post.id)).transpose()?,
            usual: self.usual,
            indirect: self.indirect,
            oversees: self
                .oversees
                .as_deref()
                .map(|word| Charge::find(corpus, word).ok_or_else(|| no_function(corpus, word)))
                .transpose()?,
            level: self.level,
            function: self.function.as_deref().map(|word| function(corpus, word)).transpose()?,
            duty: words(&self.duty)?,
            skill: words(&self.skill)?,
            topic: self.topic.as_deref().map(|word| topic(corpus, word)).transpose()?,
            cites: self.cites.as_deref().map(|word| source(corpus, word)).transpose()?,
            pay: self.pay(self.min_salary, self.max_salary),
        })
    }

    /// The range of pay, if either end is given.
    fn pay(&self, min: Option<u64>, max: Option<u64>) -> Option<PayRange> {
        (min.is_some() || max.is_some()).then(|| PayRange { min, max, currency: self.currency.clone() })
    }

    /// The columns that show why a role matches. For programs an open end of pay has a column of its own.
    pub fn reasons(&self, for_people: bool) -> impl Iterator<Item = ListColumn> {
        let reasons = [
            (ListColumn::Line, self.reports_to.is_some()),
            (ListColumn::Via, self.indirect),
            (ListColumn::Oversight, self.oversees.is_some()),
            (ListColumn::SalaryMin, self.min_salary.is_some() || self.max_salary.is_some()),
            (ListColumn::SalaryMax, self.min_salary.is_some() || self.max_salary.is_some()),
            (ListColumn::SalaryOpen, !for_people && (self.min_salary.is_some() || self.max_salary.is_some())),
            (ListColumn::Matches, !self.duty.is_empty() || !self.skill.is_empty() || self.topic.is_some()),
        ];
        reasons.into_iter().filter(|(_, shown)| *shown).map(|(column, _)| column)
    }
}

fn function<'a>(corpus: &'a Corpus, word: &str) -> Result<&'a str, Error> {
    match Charge::find(corpus, word) {
        Some(Charge::Function(id)) => Ok(id),
        _ => Err(no_function(corpus, word)),
    }
}

fn topic<'a>(corpus: &'a Corpus, word: &str) -> Result<&'a str, Error> {
    let topics = &corpus.topics;
    let labelled = || topics.iter().find(|topic| topic.label.eq_ignore_ascii_case(word));
    topics.get(word).or_else(labelled).map(|topic| topic.id.as_str()).ok_or_else(|| {
        let near = nearest(word, topics.iter().flat_map(|topic| [(&*topic.id, &*topic.id), (&*topic.id, &*topic.label)]));
        let wanted = word.to_lowercase();
        let like = topics.iter().filter(|topic| topic.label.to_lowercase().contains(&wanted)).map(|topic| &*topic.label);
        let help = named("topics with that in their name", &wanted, like);
        let help = help.into_iter().chain(["`roles search` finds words in all that is said".to_owned()]).collect();
        unknown("topic", word, near, help)
    })
}

fn source<'a>(corpus: &'a Corpus, word: &str) -> Result<&'a str, Error> {
    corpus.sources.get(word).map(|source| source.id.as_str()).ok_or_else(|| {
        let near = nearest(word, corpus.sources.iter().map(|source| (&*source.id, &*source.id)));
        unknown("source", word, near, ids_like(corpus, word))
    })
}

/// The most names in a hint.
const MOST_LIKE: usize = 6;

/// The ids of sources with a word in id, title or publisher, and where to find all ids.
fn ids_like(corpus: &Corpus, word: &str) -> Vec<String> {
    let wanted = word.to_lowercase();
    let holds = |text: &str| text.to_lowercase().contains(&wanted);
    let like = corpus.sources.iter().filter(|source| [&*source.id, &*source.title, &*source.publisher].into_iter().any(holds));
    let like = named("ids of sources with that in their name", &wanted, like.map(|source| &*source.id));
    like.into_iter().chain(["`roles sources -f tsv` lists all ids".to_owned()]).collect()
}

/// The first few names, after their kind.
fn named<'n>(what: &str, word: &str, names: impl Iterator<Item = &'n str>) -> Option<String> {
    let names: Vec<_> = names.take(MOST_LIKE).map(clean).collect();
    (!word.is_empty() && !names.is_empty()).then(|| format!("{what}: {}", names.join(", ")))
}

fn no_function(corpus: &Corpus, word: &str) -> Error {
    let names = corpus.functions.iter().flat_map(|function| [(&*function.id, &*function.id), (&*function.id, &*function.label)]);
    let all = corpus.functions.iter().map(|function| clean(&function.id)).collect::<Vec<_>>().join(", ");
    unknown("function", word, nearest(word, names), vec![format!("the functions are {all}")])
}

/// An unknown name, with near misses or else other help.
fn unknown(kind: &str, word: &str, mut near: Vec<&str>, otherwise: Vec<String>) -> Error {
    near.dedup();
    let help = if near.is_empty() { otherwise } else { vec![format!("did you mean '{}'?", clean(&near.join("' or '")))] };
    Error::Request { message: format!("unknown {kind} '{}'", clean(&shorten(word, 80))), help }
}

fn turned_round() -> Error {
    let help = "pay from 100,000 to 200,000: --min-salary 100k --max-salary 200k".to_owned();
    Error::Request { message: "--min-salary is more than --max-salary".to_owned(), help: vec![help] }
}

pub(super) fn no_words(text: &str) -> Error {
    let message = format!("'{}' has no word to look for", clean(&shorten(text, 80)));
    Error::Request { message, help: vec!["write one or more words, like \"sales forecasting\"".to_owned()] }
}
