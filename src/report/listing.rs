//! The report of `roles list`.

use serde::Serialize;

use super::Report;
use super::document::{Block, Document, Rich, Table};
use super::list_column::ListColumn;
use super::records::{Objects, Sink, Value};
use super::wording::{money, plain_money};
use crate::corpus::Corpus;
use crate::model::{Amount, How};
use crate::select::{Match, pay_span};

/// Roles that answer to a description, one a row.
pub struct ListReport<'a, 'c> {
    corpus: &'a Corpus<'c>,
    columns: Vec<ListColumn>,
    matches: Vec<Match<'a>>,
    currency: String,
}

impl<'a, 'c> ListReport<'a, 'c> {
    /// Lists matches with some columns; pay is given in one currency.
    #[must_use]
    pub const fn new(corpus: &'a Corpus<'c>, columns: Vec<ListColumn>, matches: Vec<Match<'a>>, currency: String) -> Self {
        Self { corpus, columns, matches, currency }
    }

    /// Sorts by a column: numbers by size, levels from the top, texts by alphabet, what is absent last. Ties keep their order.
    pub fn sort(&mut self, column: ListColumn, reverse: bool) {
        let mut keyed: Vec<(SortKey, Match<'a>)> =
            self.matches.drain(..).map(|found| (sort_key(&found, column, &self.currency), found)).collect();
        keyed.sort_by(|(a, _), (b, _)| match (a, b) {
            (SortKey::Absent, _) | (_, SortKey::Absent) => a.cmp(b),
            _ if reverse => b.cmp(a),
            _ => a.cmp(b),
        });
        self.matches = keyed.into_iter().map(|(_, found)| found).collect();
    }

    /// Turns the order round.
    pub fn reverse(&mut self) {
        self.matches.reverse();
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum SortKey {
    Number(u64),
    Text(String),
    Absent,
}

fn sort_key(found: &Match, column: ListColumn, currency: &str) -> SortKey {
    let text = |text: &str| if text.is_empty() { SortKey::Absent } else { SortKey::Text(text.to_lowercase()) };
    match column {
        ListColumn::Level => SortKey::Number(found.role.level as u64),
        ListColumn::Line => found.line.map_or(SortKey::Absent, |how| SortKey::Number(how as u64)),
        ListColumn::Oversight => found.oversight.map_or(SortKey::Absent, |how| SortKey::Number(how as u64)),
        ListColumn::SalaryMin | ListColumn::SalaryMax => pay_span(found.role, currency).map_or(SortKey::Absent, |(min, max)| {
            SortKey::Number(if column == ListColumn::SalaryMin { min.value } else { max.value })
        }),
        _ => with_value(found, column, currency, |value| match value {
            Value::Absent => SortKey::Absent,
            Value::Number(number) => SortKey::Number(number),
            Value::Text(word) => text(word),
            Value::List(texts) => text(&texts.join(",")),
            Value::Ids(ids) => text(&ids.join(",")),
        }),
    }
}

/// Hands the value of a match in a column to whoever uses it.
fn with_value<T>(found: &Match, column: ListColumn, currency: &str, using: impl FnOnce(Value) -> T) -> T {
    let role = found.role;
    let superiors = |usual: bool| {
        let lines = role.reporting.reports_to.iter().filter(|line| (line.how == How::Usual) == usual);
        unique(lines.map(|line| line.to.as_str()))
    };
    let pay = || pay_span(role, currency);
    match column {
        ListColumn::Id => using(Value::Text(&role.id)),
        ListColumn::Title => using(Value::Text(&role.title)),
        ListColumn::Acronym => using(Value::optional(role.acronym.as_deref())),
        ListColumn::AlternateTitles => using(Value::Ids(&role.alternate_titles)),
        ListColumn::Level => using(Value::Text(role.level.key())),
        ListColumn::Function => using(Value::Text(&role.function)),
        ListColumn::ReportsTo => using(Value::List(&superiors(true))),
        ListColumn::AlsoReportsTo => using(Value::List(&superiors(false))),
        ListColumn::Line => using(Value::optional(found.line.map(How::key))),
        ListColumn::Via => using(Value::List(&found.via)),
        ListColumn::Oversees => {
            let functions = role.reporting.oversees.iter().map(|oversight| oversight.function.as_str());
            using(Value::List(&unique(functions)))
        }
        ListColumn::Oversight => using(Value::optional(found.oversight.map(How::key))),
        ListColumn::Matches => using(Value::List(&found.statements.iter().map(|item| &*item.text).collect::<Vec<_>>())),
        ListColumn::SalaryMin => with_amount(pay().map(|(min, _)| min), using),
        ListColumn::SalaryMax => with_amount(pay().map(|(_, max)| max), using),
        ListColumn::Duties => using(Value::count(role.duties.len())),
        ListColumn::Skills => using(Value::count(role.skills.len())),
        ListColumn::Summary => using(Value::Text(&role.summary.text)),
    }
}

/// Hands on an amount: a number, or a text like `450000+` where it is open-ended.
fn with_amount<T>(amount: Option<Amount>, using: impl FnOnce(Value) -> T) -> T {
    match amount {
        None => using(Value::Absent),
        Some(amount) if amount.at_least => using(Value::Text(&amount.to_string())),
        Some(amount) => using(Value::Number(amount.value)),
    }
}

/// Texts without repetition, in their order.
fn unique<'v>(texts: impl Iterator<Item = &'v str>) -> Vec<&'v str> {
    let mut unique: Vec<&str> = Vec::new();
    texts.for_each(|text| {
        if !unique.contains(&text) {
            unique.push(text);
        }
    });
    unique
}

impl ListReport<'_, '_> {
    /// A value as people read it.
    fn words(&self, found: &Match, column: ListColumn) -> Rich {
        with_value(found, column, &self.currency, |value| match (column, value) {
            (ListColumn::Id, Value::Text(id)) => Rich::strong(id),
            (ListColumn::Level, _) => Rich::plain(found.role.level.label()),
            (ListColumn::Function, Value::Text(id)) => {
                Rich::plain(self.corpus.functions.get(id).map_or(id, |function| &function.label))
            }
            (ListColumn::SalaryMin | ListColumn::SalaryMax, Value::Number(number)) => {
                Rich::from(plain_money(number, &self.currency))
            }
            (ListColumn::SalaryMin | ListColumn::SalaryMax, Value::Text(text)) => {
                Rich::from(text.parse().map_or_else(|_| text.to_owned(), |amount| money(amount, &self.currency)))
            }
            (ListColumn::Matches, Value::List(texts)) => Rich::from(texts.join("; ")),
            (_, Value::Text(text)) => Rich::plain(text),
            (_, Value::Number(number)) => Rich::from(number.to_string()),
            (_, Value::List(texts)) if !texts.is_empty() => Rich::from(texts.join(", ")),
            (_, Value::Ids(texts)) if !texts.is_empty() => Rich::from(texts.join(", ")),
            _ => Rich::muted("-"),
        })
    }
}

impl Report for ListReport<'_, '_> {
    fn document(&self) -> Document {
        let mut table = Table::new(self.columns.iter().map(|column| column.layout()).collect());
        for found in &self.matches {
            table.push(self.columns.iter().map(|&column| self.words(found, column)).collect());
        }
        let blocks = if self.matches.is_empty() { Vec::new() } else { vec![Block::Table(table)] };
        Document { blocks }
    }

    fn columns(&self) -> Vec<&'static str> {
        self.columns.iter().map(|column| column.key()).collect()
    }

    fn records(&self, sink: &mut Sink) {
        for found in &self.matches {
            let mut row = Vec::with_capacity(self.columns.len());
            put(found, &self.columns, &self.currency, &mut row, sink);
        }
    }

    fn data(&self) -> impl Serialize {
        Objects(self)
    }
}

/// Puts the values of a match in some columns after those of a row, then hands the row on. A value lives only while it is
/// used, so each column holds on to its own while the next is added.
fn put(found: &Match, columns: &[ListColumn], currency: &str, row: &mut Vec<Value>, sink: &mut Sink) {
    match columns {
        [] => sink(row),
        [column, rest @ ..] => with_value(found, *column, currency, |value| {
            let mut row = row.clone();
            row.push(value);
            put(found, rest, currency, &mut row, sink);
        }),
    }
}
