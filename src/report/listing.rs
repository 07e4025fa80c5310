//! The report of `roles list`.

use std::borrow::Cow;

use serde::Serialize;

use super::Report;
use super::document::{Block, Document, Rich, Table};
use super::list_column::ListColumn;
use super::records::{Objects, Sink, Value};
use super::wording::money;
use crate::corpus::Corpus;
use crate::model::{Amount, How, Level};
use crate::select::{Charge, Filter, Match, pay_span};

/// Roles that answer to a description, one a row.
pub struct ListReport<'a> {
    corpus: &'a Corpus,
    columns: Vec<ListColumn>,
    matches: Vec<Match<'a>>,
    currency: String,
    /// Whom the line leads to that was asked for.
    superior: Option<&'a str>,
    /// What was asked for to be in the charge of a role.
    charge: Option<Charge<'a>>,
}

impl<'a> ListReport<'a> {
    /// Lists matches with some columns; pay is given in one currency.
    pub const fn new(corpus: &'a Corpus, columns: Vec<ListColumn>, matches: Vec<Match<'a>>, currency: String) -> Self {
        Self { corpus, columns, matches, currency, superior: None, charge: None }
    }

    /// The same with columns that name whom and what a filter asked for.
    pub fn answering(self, filter: &Filter<'a>) -> Self {
        Self { superior: filter.reports_to, charge: filter.oversees, ..self }
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
    let entry = Entry::new(found, currency);
    match (column, entry.value(column)) {
        (ListColumn::Level, _) => found.role.level.map_or(SortKey::Absent, |level| SortKey::Number(level as u64)),
        (ListColumn::Line, _) => found.line.map_or(SortKey::Absent, |how| SortKey::Number(how as u64)),
        (ListColumn::Oversight, _) => found.oversight.map_or(SortKey::Absent, |how| SortKey::Number(how as u64)),
        (_, Value::Absent) => SortKey::Absent,
        (_, Value::Number(number)) => SortKey::Number(number),
        (_, Value::Text(word)) => text(word),
        (_, Value::List(texts)) => text(&texts.join(",")),
        (_, Value::Texts(texts)) => text(&texts.join(",")),
        (_, Value::Sources(sources)) => text(&sources.join(",")),
    }
}

/// A match with what its columns are made of.
struct Entry<'m> {
    found: &'m Match<'m>,
    superiors: Vec<&'m str>,
    other_superiors: Vec<&'m str>,
    functions: Vec<&'m str>,
    statements: Vec<&'m str>,
    pay: Option<(Amount, Amount)>,
    /// Which ends of the pay are open.
    open_pay: Vec<&'static str>,
}

impl<'m> Entry<'m> {
    fn new(found: &'m Match<'m>, currency: &str) -> Self {
        let reporting = &found.role.reporting;
        let superiors = |usual: bool| {
            let lines = reporting.reports_to.iter().filter(|line| (line.how == How::Usual) == usual);
            unique(lines.map(|line| line.to.as_str()))
        };
        let pay = pay_span(found.role, currency);
        let ends = pay.map_or_else(Vec::new, |(min, max)| vec![("min", min), ("max", max)]);
        Self {
            found,
            superiors: superiors(true),
            other_superiors: superiors(false),
            functions: unique(reporting.oversees.iter().map(|oversight| oversight.function.as_str())),
            statements: found.statements.iter().map(|item| &*item.text).collect(),
            pay,
            open_pay: ends.into_iter().filter(|(_, amount)| amount.at_least).map(|(end, _)| end).collect(),
        }
    }

    fn value(&self, column: ListColumn) -> Value<'_> {
        let role = self.found.role;
        match column {
            ListColumn::Id => Value::Text(&role.id),
            ListColumn::Title => Value::Text(&role.title),
            ListColumn::Acronym => Value::optional(role.acronym.as_deref()),
            ListColumn::AlternateTitles => Value::Texts(&role.alternate_titles),
            ListColumn::Level => Value::optional(role.level.map(Level::key)),
            ListColumn::Function => Value::optional(role.function.as_deref()),
            ListColumn::ReportsTo => Value::List(&self.superiors),
            ListColumn::AlsoReportsTo => Value::List(&self.other_superiors),
            ListColumn::Line => Value::optional(self.found.line.map(How::key)),
            ListColumn::Via => Value::List(&self.found.via),
            ListColumn::Oversees => Value::List(&self.functions),
            ListColumn::Oversight => Value::optional(self.found.oversight.map(How::key)),
            ListColumn::Matches => Value::List(&self.statements),
            ListColumn::SalaryMin => self.pay.map_or(Value::Absent, |(min, _)| Value::Number(min.value)),
            ListColumn::SalaryMax => self.pay.map_or(Value::Absent, |(_, max)| Value::Number(max.value)),
            ListColumn::SalaryOpen => Value::List(&self.open_pay),
            ListColumn::Duties => Value::count(role.duties.len()),
            ListColumn::Skills => Value::count(role.skills.len()),
            ListColumn::Origin => Value::Text(self.found.origin),
            ListColumn::Summary => Value::optional(role.summary.as_ref().map(|summary| &*summary.text)),
        }
    }
}

/// A label as it stands within a sentence: small, unless it is an acronym.
fn in_a_sentence(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), second) if second.is_none_or(|second| !second.is_uppercase()) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => label.to_owned(),
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

impl ListReport<'_> {
    /// What stands above a column: `Line to CFO`, `Oversees marketing`.
    fn heading(&self, column: ListColumn) -> Cow<'static, str> {
        match (column, self.superior, self.charge) {
            (ListColumn::Line, Some(superior), _) => format!("Line to {}", self.corpus.short_title(superior)).into(),
            (ListColumn::Oversight, _, Some(Charge::Function(id))) => {
                let label = self.corpus.functions.get(id).map_or(id, |function| &function.label);
                format!("Oversees {}", in_a_sentence(label)).into()
            }
            (ListColumn::Oversight, _, Some(Charge::Party(id))) => format!("Oversees {}", self.corpus.short_title(id)).into(),
            _ => column.heading().into(),
        }
    }

    /// A value as people read it.
    fn words(&self, entry: &Entry, column: ListColumn) -> Rich {
        match (column, entry.value(column)) {
            (ListColumn::Id, Value::Text(id)) => Rich::strong(id),
            (ListColumn::Level, _) => entry.found.role.level.map_or_else(|| Rich::muted("-"), |level| Rich::plain(level.label())),
            (ListColumn::Function, Value::Text(id)) => {
                Rich::plain(self.corpus.functions.get(id).map_or(id, |function| &function.label))
            }
            (ListColumn::SalaryMin | ListColumn::SalaryMax, _) => entry.pay.map_or_else(
                || Rich::muted("-"),
                |(min, max)| Rich::from(money(if column == ListColumn::SalaryMin { min } else { max }, &self.currency)),
            ),
            (ListColumn::Matches, Value::List(texts)) if !texts.is_empty() => Rich::from(texts.join("; ")),
            (_, Value::Text(text)) => Rich::plain(text),
            (_, Value::Number(number)) => Rich::from(number.to_string()),
            (_, Value::List(texts)) if !texts.is_empty() => Rich::from(texts.join(", ")),
            (_, Value::Texts(texts)) if !texts.is_empty() => Rich::from(texts.join(", ")),
            _ => Rich::muted("-"),
        }
    }
}

impl Report for ListReport<'_> {
    fn document(&self) -> Document {
        let mut table = Table::new(self.columns.iter().map(|&column| column.layout(&self.heading(column))).collect());
        for found in &self.matches {
            let entry = Entry::new(found, &self.currency);
            table.push(self.columns.iter().map(|&column| self.words(&entry, column)).collect());
        }
        let blocks = if self.matches.is_empty() { Vec::new() } else { vec![Block::Table(table)] };
        Document { blocks }
    }

    fn columns(&self) -> Vec<&'static str> {
        self.columns.iter().map(|column| column.key()).collect()
    }

    fn records(&self, sink: &mut Sink) {
        for found in &self.matches {
            let entry = Entry::new(found, &self.currency);
            let row: Vec<Value> = self.columns.iter().map(|&column| entry.value(column)).collect();
            sink(&row);
        }
    }

    fn data(&self) -> impl Serialize {
        Objects(self)
    }
}
