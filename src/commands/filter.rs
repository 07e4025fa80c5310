//! The arguments that choose roles.

use clap::{ArgGroup, Args};

use super::complete;
use super::values::{currency, money};
use crate::corpus::{Corpus, nearest};
use crate::error::Error;
use crate::likeness::stems;
use crate::model::Level;
use crate::report::ListColumn;
use crate::select::{Charge, Filter, PayRange};
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
    /// # Errors
    /// When a name is unknown, there are no words to look for, or the least pay is more than the most.
    pub fn filter<'a>(&self, corpus: &'a Corpus) -> Result<Filter<'a>, Error> {
        if let (Some(min), Some(max)) = (self.min_salary, self.max_salary)
            && min > max
        {
            let help = "pay from 100,000 to 200,000: --min-salary 100k --max-salary 200k".to_owned();
            return Err(Error::Request { message: "--min-salary is more than --max-salary".to_owned(), help: vec![help] });
        }
        let stems = |text: &String| Some(stems(text)).filter(|stems| !stems.is_empty()).ok_or_else(|| no_words(text));
        let words = |texts: &[String]| texts.iter().map(stems).collect::<Result<_, _>>();
        let of_pay = || PayRange { min: self.min_salary, max: self.max_salary, currency: self.currency.clone() };
        let function = |word: &String| {
            let all: Vec<_> = corpus.functions.iter().map(|function| (&*function.id, &*function.label)).collect();
            let ids: Vec<&str> = all.iter().map(|(id, _)| *id).collect();
            id_of("function", word, &all, &format!("the functions are {}", ids.join(", ")))
        };
        let topic = |word: &String| {
            let all: Vec<_> = corpus.topics.iter().map(|topic| (&*topic.id, &*topic.label)).collect();
            id_of("topic", word, &all, "`roles search` finds words in all that is said")
        };
        let source = |word: &String| {
            let all: Vec<_> = corpus.sources.iter().map(|source| (&*source.id, &*source.title)).collect();
            id_of("source", word, &all, "`roles sources -f tsv` lists all ids")
        };
        let charge = |word: &String| Charge::find(corpus, word).map_or_else(|| function(word).map(Charge::Function), Ok);
        Ok(Filter {
            reports_to: self.reports_to.as_deref().map(|name| corpus.find(name).map(|post| &*post.id)).transpose()?,
            usual: self.usual,
            indirect: self.indirect,
            oversees: self.oversees.as_ref().map(charge).transpose()?,
            level: self.level,
            function: self.function.as_ref().map(function).transpose()?,
            duty: words(&self.duty)?,
            skill: words(&self.skill)?,
            topic: self.topic.as_ref().map(topic).transpose()?,
            cites: self.cites.as_ref().map(source).transpose()?,
            pay: self.has_pay().then(of_pay),
        })
    }

    const fn has_pay(&self) -> bool {
        self.min_salary.is_some() || self.max_salary.is_some()
    }

    /// The columns that show why a role matches. For programs an open end of pay has a column of its own.
    pub fn reasons(&self, for_people: bool) -> impl Iterator<Item = ListColumn> {
        let reasons = [
            (ListColumn::Line, self.reports_to.is_some()),
            (ListColumn::Via, self.indirect),
            (ListColumn::Oversight, self.oversees.is_some()),
            (ListColumn::SalaryMin, self.has_pay()),
            (ListColumn::SalaryMax, self.has_pay()),
            (ListColumn::SalaryOpen, !for_people && self.has_pay()),
            (ListColumn::Matches, !self.duty.is_empty() || !self.skill.is_empty() || self.topic.is_some()),
        ];
        reasons.into_iter().filter(|(_, shown)| *shown).map(|(column, _)| column)
    }
}

/// The id of the entry with an id or a name; otherwise near misses, or where to find all.
pub(super) fn id_of<'a>(kind: &str, word: &str, all: &[(&'a str, &'a str)], otherwise: &str) -> Result<&'a str, Error> {
    let is_called = |(id, name): &&(&str, &str)| id.eq_ignore_ascii_case(word) || name.eq_ignore_ascii_case(word);
    if let Some((id, _)) = all.iter().find(is_called) {
        return Ok(id);
    }
    let mut near = nearest(word, all.iter().flat_map(|(id, name)| [(*id, *id), (*id, *name)]));
    near.dedup();
    let help = if near.is_empty() { otherwise.to_owned() } else { format!("did you mean '{}'?", near.join("' or '")) };
    let help = vec![clean(&help).into_owned()];
    Err(Error::Request { message: format!("unknown {kind} '{}'", clean(&shorten(word, 80))), help })
}

pub(super) fn no_words(text: &str) -> Error {
    let message = format!("'{}' has no word to look for", clean(&shorten(text, 80)));
    Error::Request { message, help: vec!["write one or more words, like \"sales forecasting\"".to_owned()] }
}
