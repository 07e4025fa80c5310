//! `roles list`: which roles there are, and which of them answer to a description.

use std::io::Write;

use clap::Args;

use super::OutputArgs;
use super::values::{currency, money};
use crate::corpus::{Corpus, nearest};
use crate::error::{Error, Outcome};
use crate::model::Level;
use crate::render::Format;
use crate::report::{ListColumn, ListReport};
use crate::select::{Charge, Filter, PayRange, Words, select};
use crate::terminal::Terminal;
use crate::text::{clean, shorten};

/// List the roles, all or those that answer to a description
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles list --reports-to ceo
  roles list --reports-to ceo --indirect --columns id,line,via
  roles list --oversees marketing --usual
  roles list --duty \"sales forecasting\"
  roles list --min-salary 200000 --sort salary_max --reverse
  for r in $(roles list -q); do roles show \"$r\" --format json | jq .title; done")]
pub struct ListArgs {
    /// Roles that report to this role or position
    #[arg(long, value_name = "ROLE", help_heading = "Which roles")]
    reports_to: Option<String>,

    /// Only lines that are usual, for --reports-to and --oversees
    #[arg(long, help_heading = "Which roles")]
    usual: bool,

    /// Also lines that lead there through others
    #[arg(long, requires = "reports_to", help_heading = "Which roles")]
    indirect: bool,

    /// Roles that have this function, role or position in their charge
    #[arg(long, value_name = "FUNCTION", help_heading = "Which roles")]
    oversees: Option<String>,

    /// Roles of this level
    #[arg(long, value_name = "LEVEL", help_heading = "Which roles")]
    level: Option<Level>,

    /// Roles of this function or a part of it
    #[arg(long, value_name = "FUNCTION", help_heading = "Which roles")]
    function: Option<String>,

    /// Roles with a duty that has all of these words, in any form
    #[arg(long, value_name = "WORDS", help_heading = "Which roles")]
    duty: Vec<String>,

    /// Roles with a skill that has all of these words, in any form
    #[arg(long, value_name = "WORDS", help_heading = "Which roles")]
    skill: Vec<String>,

    /// Roles with a published yearly figure, or a range that reaches, this high
    #[arg(long, value_name = "MONEY", value_parser = money, help_heading = "Which roles")]
    min_salary: Option<u64>,

    /// Roles with a published yearly figure, or a range that reaches, this low
    #[arg(long, value_name = "MONEY", value_parser = money, help_heading = "Which roles")]
    max_salary: Option<u64>,

    /// The currency of pay
    #[arg(long, value_name = "CODE", value_parser = currency, default_value = "USD", help_heading = "Which roles")]
    currency: String,

    /// Sort by a column [default: level, then id]
    #[arg(long, value_name = "COLUMN", help_heading = "How")]
    sort: Option<ListColumn>,

    /// The other way round
    #[arg(long, short, help_heading = "How")]
    reverse: bool,

    /// Only these columns, separated by commas
    #[arg(long, short, value_name = "COLUMN", value_delimiter = ',', help_heading = "How")]
    columns: Vec<ListColumn>,

    /// Only ids, one a line
    #[arg(long, short, conflicts_with_all = ["columns", "format", "header"], help_heading = "How")]
    quiet: bool,
}

impl ListArgs {
    /// Selects, sorts and writes the roles.
    ///
    /// # Errors
    /// When a name or a function is unknown, or writing fails.
    pub fn run(&self, corpus: &Corpus, output: &OutputArgs, terminal: &Terminal, out: &mut dyn Write) -> Result<Outcome, Error> {
        let filter = self.filter(corpus)?;
        let matches = select(corpus, &filter);
        let remarks = if matches.is_empty() { vec!["no role answers to that".to_owned()] } else { Vec::new() };
        let mut report = ListReport::new(corpus, self.columns(), matches, self.currency.clone());
        report.sort(ListColumn::Id, false);
        report.sort(ListColumn::Level, false);
        if let Some(column) = self.sort {
            report.sort(column, self.reverse);
        } else if self.reverse {
            report.reverse();
        }
        if self.quiet {
            output.write_as(Format::Tsv, &report, terminal, out)?;
        } else {
            output.write(&report, terminal, out)?;
        }
        Ok(Outcome { negative: false, remarks })
    }

    fn filter<'a>(&self, corpus: &'a Corpus<'_>) -> Result<Filter<'a>, Error> {
        let pay = PayRange { min: self.min_salary, max: self.max_salary, currency: self.currency.clone() };
        let words = |texts: &[String]| texts.iter().map(|text| Words::new(text).ok_or_else(|| no_words(text))).collect::<Result<_, _>>();
        Ok(Filter {
            reports_to: self.reports_to.as_deref().map(|name| corpus.find(name).map(|post| &*post.id)).transpose()?,
            usual: self.usual,
            indirect: self.indirect,
            oversees: self.oversees.as_deref().map(|word| Charge::find(corpus, word).ok_or_else(|| no_function(corpus, word))).transpose()?,
            level: self.level,
            function: self.function.as_deref().map(|word| function(corpus, word)).transpose()?,
            duty: words(&self.duty)?,
            skill: words(&self.skill)?,
            pay: (pay.min.is_some() || pay.max.is_some()).then_some(pay),
        })
    }

    /// The columns asked for; else the usual ones and those that show why a role was selected.
    fn columns(&self) -> Vec<ListColumn> {
        if self.quiet {
            return vec![ListColumn::Id];
        }
        if !self.columns.is_empty() {
            return self.columns.clone();
        }
        let reasons = [
            (ListColumn::Line, self.reports_to.is_some()),
            (ListColumn::Via, self.indirect),
            (ListColumn::Oversight, self.oversees.is_some()),
            (ListColumn::SalaryMin, self.min_salary.is_some() || self.max_salary.is_some()),
            (ListColumn::SalaryMax, self.min_salary.is_some() || self.max_salary.is_some()),
            (ListColumn::Matches, !self.duty.is_empty() || !self.skill.is_empty()),
        ];
        let reasons = reasons.into_iter().filter(|(_, shown)| *shown).map(|(column, _)| column);
        ListColumn::DEFAULT.into_iter().chain(reasons).collect()
    }
}

fn function<'a>(corpus: &'a Corpus<'_>, word: &str) -> Result<&'a str, Error> {
    match Charge::find(corpus, word) {
        Some(Charge::Function(id)) => Ok(id),
        _ => Err(no_function(corpus, word)),
    }
}

fn no_function(corpus: &Corpus, word: &str) -> Error {
    let names = corpus.functions.iter().flat_map(|function| [(function, &*function.id), (function, &*function.label)]);
    let mut near: Vec<&str> = nearest(word, names).into_iter().map(|function| function.id.as_str()).collect();
    near.dedup();
    let help = if near.is_empty() {
        vec![format!("the functions are {}", corpus.functions.iter().map(|function| clean(&function.id)).collect::<Vec<_>>().join(", "))]
    } else {
        vec![format!("did you mean '{}'?", near.join("' or '"))]
    };
    Error::Request { message: format!("there is no function '{}'", clean(&shorten(word, 80))), help }
}

fn no_words(text: &str) -> Error {
    let message = format!("'{}' has no word to look for", clean(&shorten(text, 80)));
    Error::Request { message, help: vec!["write one or more words, like \"sales forecasting\"".to_owned()] }
}
